"""What goes along with a round for those who want it: a voice, a bell, a clock."""

from typing import Any

from textual.screen import Screen

from quizgame.session.clock import Stopwatch
from quizgame.session.session import Session
from quizgame.session.voice import Voice, find_voice
from quizgame.tui.parts.show import Words, announce
from quizgame.wording.rounds import lasted
from quizgame.wording.settings import NO_VOICE


class Clock(Words):
    """How long the round has lasted."""

    def __init__(self) -> None:
        super().__init__(id="clock")
        self.display = False
        self._watch = Stopwatch()

    def begin(self) -> None:
        """Be seen, and go on each second."""
        self.display = True
        self._tell()
        self.set_interval(1, self._tell)

    def _tell(self) -> None:
        self.say_lines([((lasted(self._watch.milliseconds // 1000), "$quiet"),)], layout=False)


class Company:
    """As the player chose it, at the beginning of a round."""

    def __init__(self, screen: Screen[Any], session: Session, clock: Clock) -> None:
        self._screen, self._chosen, self._clock = screen, session.chosen, clock
        self._language = session.pack.about.language
        self._voice: Voice | None = None

    def begin(self) -> None:
        """The round is on the screen."""
        if self._chosen.clock:
            self._clock.begin()
        if self._chosen.aloud:
            self._voice = find_voice(self._language)
            if self._voice is None:
                announce(self._screen.app, NO_VOICE)

    def read(self, text: str) -> None:
        """Read this aloud."""
        if self._voice is not None and not self._voice.say(text):
            self._voice = None
            announce(self._screen.app, NO_VOICE)

    def ring(self) -> None:
        """A verdict is there."""
        if self._chosen.bell:
            self._screen.app.bell()

    def hush(self) -> None:
        """Read no more."""
        if self._voice is not None:
            self._voice.stop()
