"""The game in a process of its own, as a pipe or a person starts it: how it ends, and what is kept."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plain.terminal import (
    MODULE,
    command,
    environment,
    everything_in,
    hear_signals,
    obeyed_by_a_terminal,
    play_apart,
)
from tests.saves.samples import CHECKOUT, answers_in

ROUND = ("--plain", "--seed", "TIGER-42", "--topics", "first-war", "--questions", "10")
SOME_LINES = ("2", "x", "nonsense", "1", "3 1 2", "u", "4", "w", "1", "1 2 3 4", "2", "2", "")


def started(home: Path, *, arguments: tuple[str, ...] = ROUND) -> subprocess.Popen[bytes]:
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command(*arguments),
        cwd=CHECKOUT,
        env=environment(home),
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        preexec_fn=None if os.name == "nt" else hear_signals,  # noqa: PLW1509 - no thread of the tests holds a lock
    )


def answer_until(process: subprocess.Popen[bytes], question: int) -> None:
    """Answer 1 to each question until this one is asked."""
    assert process.stdin
    assert process.stdout
    while not (line := process.stdout.readline()).startswith(f"Question {question} of".encode()):
        assert line, "the game ended"
        if line.startswith(b"Question "):
            process.stdin.write(b"x\n")
            process.stdin.flush()


def test_the_same_seed_and_the_same_lines_give_the_same_output_byte_for_byte(tmp_path: Path) -> None:
    one = play_apart(tmp_path / "one", *ROUND, lines=SOME_LINES, more={"PYTHONHASHSEED": "1"})
    other = play_apart(tmp_path / "other", *ROUND, lines=SOME_LINES, more={"PYTHONHASHSEED": "2"})
    assert (one.status, one.err) == (0, "")
    assert one == other
    assert "Round: " in one.out
    else_ = play_apart(tmp_path / "one", *ROUND[:2], "TIGER-43", *ROUND[3:], lines=SOME_LINES)
    assert else_.lines[3:] != one.lines[3:]


def test_what_was_answered_before_changes_no_seeded_round(tmp_path: Path) -> None:
    before = play_apart(tmp_path, *ROUND, lines=SOME_LINES)
    again = play_apart(tmp_path, *ROUND, lines=SOME_LINES)
    noted = [line for line in before.lines if line.startswith("Note: ")]
    assert len(noted) == 1  # said once
    assert again.lines == [line for line in before.lines if line not in noted]


@pytest.mark.parametrize(("lines", "kept"), [((), 0), (("q",), 0), (("x", "x"), 2), (("x", "q", "x"), 1)])
def test_leaving_is_always_well(tmp_path: Path, lines: tuple[str, ...], kept: int) -> None:
    played = play_apart(tmp_path, *ROUND, lines=lines)
    assert (played.status, played.err) == (0, "")
    assert ("Everything you answered is kept." in played.out) == bool(kept)
    assert "You left the round." in played.out
    assert len(answers_in(tmp_path / "saves")) == kept


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT, signal.SIGUSR1])
def test_a_signal_ends_with_its_status_and_keeps_what_was_answered(tmp_path: Path, number: signal.Signals) -> None:
    with started(tmp_path) as process:
        answer_until(process, 3)
        process.send_signal(number)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (128 + number, b"")
    assert everything_in(tmp_path / "saves") == ["library.sqlite", "progress.sqlite", "progress.witness"]
    assert len(answers_in(tmp_path / "saves")) == 2


@pytest.mark.skipif(os.name == "nt", reason="Windows sends Ctrl+C otherwise")
def test_ctrl_c_ends_with_130_and_keeps_what_was_answered(tmp_path: Path) -> None:
    with started(tmp_path) as process:
        answer_until(process, 3)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err.strip() == b""
    assert everything_in(tmp_path / "saves") == ["library.sqlite", "progress.sqlite", "progress.witness"]
    assert len(answers_in(tmp_path / "saves")) == 2


@pytest.mark.parametrize("question", [1, 3])
def test_a_reader_that_goes_away_ends_it_without_a_word(tmp_path: Path, question: int) -> None:
    with started(tmp_path) as process:
        answer_until(process, question)
        assert process.stdout
        process.stdout.close()
        assert process.stdin
        process.stdin.write(b"x\nx\n")
        process.stdin.close()
        assert process.stderr
        assert process.stderr.read() == b""
        assert process.wait(timeout=30) == 0
    assert everything_in(tmp_path / "saves") == ["library.sqlite", "progress.sqlite", "progress.witness"]
    assert len(answers_in(tmp_path / "saves")) == question - 1  # what was told, and nothing else


@pytest.mark.skipif(os.name == "nt", reason="there is no head")
def test_the_first_line_alone_can_be_had(tmp_path: Path) -> None:
    game = " ".join((sys.executable, *MODULE, *ROUND))
    script = f"yes x | {game} | head -n 1; printf '%s\\n' \"${{PIPESTATUS[1]}}\""
    run = subprocess.run(
        ["bash", "-c", script],  # noqa: S607
        cwd=CHECKOUT,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        timeout=20,
    )
    first, status = run.stdout.splitlines()
    assert first.startswith("quizgame ")
    assert (status, run.stderr) == ("0", "")
    assert everything_in(tmp_path / "saves") == ["library.sqlite", "progress.sqlite", "progress.witness"]


def test_a_kill_loses_nothing_that_was_told(tmp_path: Path) -> None:
    with started(tmp_path) as process:
        answer_until(process, 4)
        process.kill()
        process.communicate(timeout=30)
    assert len(answers_in(tmp_path / "saves")) == 3


def test_bytes_that_are_no_text_are_no_answer(tmp_path: Path) -> None:
    played = play_apart(
        tmp_path,
        *ROUND,
        lines=b"\xff\xfe\n\xc3\n1\n\x00\n\x1b[A\n2",
        more={"PYTHONIOENCODING": "utf-8:strict"},
    )
    assert (played.status, played.err) == (0, "")
    assert not obeyed_by_a_terminal(played.out)
    assert len(answers_in(tmp_path / "saves")) == 2  # the last line needs no end


def test_an_output_that_knows_only_ascii_gets_question_marks(tmp_path: Path) -> None:
    played = play_apart(tmp_path, *ROUND, lines=("x",) * 10, more={"PYTHONIOENCODING": "ascii:strict"})
    assert (played.status, played.err) == (0, "")
    assert "Source: First Nagorno-Karabakh War (1988?1994)" in played.out


@pytest.mark.skipif(os.name == "nt", reason="there is no sh")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_a_stream_that_is_closed_crashes_nothing(tmp_path: Path, closed: str) -> None:
    game = " ".join((sys.executable, *MODULE, *ROUND))
    run = subprocess.run(
        ["sh", "-c", f"{game} {closed}"],  # noqa: S607
        cwd=CHECKOUT,
        env=environment(tmp_path),
        input=b"x\n",
        capture_output=True,
        check=False,
        timeout=20,
    )
    assert (run.returncode, run.stderr) == (0, b"")
    assert len(answers_in(tmp_path / "saves")) == (0 if closed.startswith("<") else 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
@pytest.mark.parametrize("arguments", [ROUND, ("where",), ("check",), ("timeline",), ("--help",), ("--version",)])
@pytest.mark.parametrize("more", [{}, {"PYTHONUNBUFFERED": "1"}], ids=["buffered", "unbuffered"])
def test_an_output_that_is_full_is_one_sentence(
    tmp_path: Path, arguments: tuple[str, ...], more: dict[str, str]
) -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            command(*arguments),
            cwd=CHECKOUT,
            env=environment(tmp_path, **more),
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=20,
        )
    said = "What the game says can't be written: no space left on device. Everything you answered is kept."
    assert (run.returncode, run.stderr.decode()) == (2, f"quizgame: {said}\n")


@pytest.mark.skipif(os.name == "nt", reason="there is no sh")
def test_screens_without_any_stream_are_refused(tmp_path: Path) -> None:
    game = " ".join((sys.executable, *MODULE))
    for closed in ("<&-", "<&- 2>&-", "<&- >&- 2>&-"):
        run = subprocess.run(
            ["sh", "-c", f"{game} {closed}"],  # noqa: S607
            cwd=CHECKOUT,
            env=environment(tmp_path),
            capture_output=True,
            check=False,
            timeout=20,
        )
        assert run.returncode == 2
        assert b"Traceback" not in run.stderr


SPY = """
import json, sys
from socket import socket
from quizgame.cli import main
heard = []
def spy(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "subprocess.", "os.exec", "os.system")):
        heard.append(event)
        raise PermissionError(event)
sys.addaudithook(spy)
if sys.argv[1] == "--control":
    try:
        socket().connect(("127.0.0.1", 9))
    except PermissionError:
        pass
    status = 0
else:
    status = main(sys.argv[1:])
print(json.dumps(heard), file=sys.stderr)
sys.exit(status)
"""


@pytest.mark.parametrize("mode", ["practice", "growing"])
def test_no_network_and_no_other_program_is_asked_for_anything(tmp_path: Path, mode: str) -> None:
    lines = ("1", "w", "x", "u", "2", *("x" * 12), "")
    played = play_apart(tmp_path, *ROUND, "--mode", mode, lines=lines, by=("-c", SPY))
    assert played.status == 0
    assert json.loads(played.err) == []
    assert any("right" in line for line in played.lines[-2:]) or "To look at again:" in played.lines
    control = play_apart(tmp_path, "--control", by=("-c", SPY))
    assert json.loads(control.err) == ["socket.__new__"]
