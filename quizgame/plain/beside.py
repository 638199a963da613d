"""What goes along with a round for those who want it: a voice and a bell."""

import sys

from quizgame.plain.talk import say
from quizgame.session.session import Session
from quizgame.session.voice import Voice, find_voice
from quizgame.wording.settings import NO_VOICE

BELL = "\a"


class Beside:
    """As the player chose it."""

    def __init__(self, session: Session) -> None:
        self._bell = session.chosen.bell
        self._voice: Voice | None = None
        self._verdict = ""
        if session.chosen.aloud:
            self._voice = find_voice(session.pack.about.language)
            if self._voice is None:
                say(NO_VOICE)

    def verdict(self, text: str) -> None:
        """A verdict is there: ring, and read it before the next question."""
        self._verdict = text
        if self._bell and sys.stdout.isatty():
            print(BELL, end="", flush=True)

    def read(self, text: str) -> None:
        """Read what is said of the last answer, and this."""
        said, self._verdict = self._verdict, ""
        if self._voice is not None and not self._voice.say("\n".join(part for part in (said, text) if part)):
            self._voice = None
            say(NO_VOICE)

    def hush(self) -> None:
        """Read no more."""
        if self._voice is not None:
            self._voice.stop()
