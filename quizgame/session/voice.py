"""A voice of the system that reads aloud: a program that is there already, with the text on its standard input.

Nothing is sent anywhere and nothing waits: the voice is a process of its own, and ends when something else is to be
read or a key is pressed.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from quizgame.banks.models import UNKNOWN_LANGUAGE

POWERSHELL = (
    "Add-Type -AssemblyName System.Speech; [Console]::InputEncoding = [Text.Encoding]::UTF8; "
    "(New-Object System.Speech.Synthesis.SpeechSynthesizer).Speak([Console]::In.ReadToEnd())"
)
ENDS_SOON = 0.5
"""Seconds in which a voice ends that was told to."""
_LANGUAGE = re.compile(r"[a-z]{2,3}")


def voice_command(
    language: str, platform: str = sys.platform, which: Callable[[str], str | None] = shutil.which
) -> list[str] | None:
    """The voice of this machine, as a command that reads its standard input; None if there is none. `language` is a
    tag such as "en" or "en-GB".
    """
    found = _LANGUAGE.match(language)
    candidates = {
        "darwin": [["say", "-f", "-"]],
        "win32": [["powershell", "-NoProfile", "-NonInteractive", "-Command", POWERSHELL]],
    }
    spoken = (found[0],) if found and found[0] != UNKNOWN_LANGUAGE else ()
    anywhere = [
        ["spd-say", *(part for tongue in spoken for part in ("-l", tongue)), "-w", "-e"],
        ["espeak-ng", *(part for tongue in spoken for part in ("-v", tongue)), "--stdin"],
    ]
    for name, *arguments in [*candidates.get(platform, []), *anywhere]:
        if (path := which(name)) is not None:
            return [path, *arguments]
    return None


@dataclass
class Voice:
    """Reads one text at a time. It may be asked and stopped as often as one likes, in one thread."""

    command: list[str]
    _speaks: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def say(self, text: str) -> bool:
        """Read this instead of whatever is read; whether the voice could be started."""
        self.stop()
        quiet = subprocess.DEVNULL
        try:
            self._speaks = subprocess.Popen(  # noqa: S603 - the program was found by its full path, the text is its input
                self.command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet, start_new_session=True
            )
        except OSError:
            return False
        if self._speaks.stdin is not None:
            with suppress(OSError), self._speaks.stdin as told:  # a voice may have gone already, without reading
                told.write(f"{text}\n".encode())
        return True

    def stop(self) -> None:
        """Be silent."""
        speaks, self._speaks = self._speaks, None
        if speaks is None:
            return
        if speaks.poll() is None:
            speaks.kill()
            self._hush_the_server()
        with suppress(subprocess.TimeoutExpired):
            speaks.wait(ENDS_SOON)

    def _hush_the_server(self) -> None:
        """One of the voices lets a server speak, which goes on when the program has gone."""
        if "spd-say" in self.command[0]:
            with suppress(subprocess.TimeoutExpired, OSError):
                subprocess.run([self.command[0], "-C"], capture_output=True, timeout=ENDS_SOON, check=False)  # noqa: S603 - as above


def find_voice(language: str) -> Voice | None:
    """The voice of this machine, if it has one."""
    command = voice_command(language)
    return Voice(command) if command is not None else None
