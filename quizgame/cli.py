"""The door: hears what ends the program from outside, and makes an exit status of whatever happens behind it."""

import errno
import signal
import sys

from quizgame.ending import (
    CANT_BE_DONE,
    HANGUP,
    SIGNALLED,
    Ended,
    Ending,
    fault_of_output,
    let_go_of_streams,
    say_at_the_end,
)

INTERRUPTED = 130
OF_OUTPUT = {errno.EPIPE, errno.EIO, errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
"""Errors that a write to standard output has; those of a file have its name."""


def main(arguments: list[str] | None = None) -> int:
    """Run quizgame; returns the exit status, which `door.EPILOG` explains."""
    status = 0
    with Ending() as ending:
        try:
            status = _run(arguments, ending)
            if (fault := fault_of_output()) is not None:
                raise fault
        except (KeyboardInterrupt, Ended):
            status = INTERRUPTED
            if ending.number in (None, signal.SIGINT):
                say_at_the_end("")  # behind the ^C of the terminal
        except OSError as error:
            status = _output_failed(error)
    let_go_of_streams()
    if ending.number is not None:
        ending.leave(status := SIGNALLED + ending.number)
    return status


def _run(arguments: list[str] | None, ending: Ending) -> int:
    words = sys.argv[1:] if arguments is None else arguments
    if words == ["--version"]:  # asked by scripts, many times a day
        from quizgame import __version__

        print(f"quizgame {__version__}")
        return 0
    from quizgame.commands import run  # only now: before signals are heard, Ctrl+C would end in a traceback

    try:
        return run(words, ending)
    except SystemExit as end:  # argparse's
        return end.code if isinstance(end.code, int) else CANT_BE_DONE


def _output_failed(error: OSError) -> int:
    """What to do about an error that standard output may be the reason of; any other is a fault of ours."""
    is_of_a_stream = error.filename is None and error.errno in OF_OUTPUT  # also where nothing waits in a buffer
    fault = fault_of_output() or (error if is_of_a_stream else None)
    if fault is None:
        raise error
    match fault.errno:
        case errno.EPIPE:  # whoever read our output has gone, and needs no more of it
            return 0
        case errno.EIO:  # the terminal has gone
            return SIGNALLED + HANGUP
        case _:
            from quizgame.wording import door

            say_at_the_end(door.refusal(door.cant_write((fault.strerror or "").lower())))
            return CANT_BE_DONE


if __name__ == "__main__":
    sys.exit(main())
