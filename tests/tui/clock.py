"""A clock for the keys that are held down: it goes only when a test says so."""

from quizgame.tui.parts import held_key
from tests.tui.stage import Stage

REPEATS_A_SECOND = 33


class Clock:
    """A clock that stands still while keys are handled, however long that takes on a machine with a lot else to do."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """What the clock shows."""
        return self.now

    def rest(self) -> None:
        """Let as much time go by as the game needs to be sure that no key is held down."""
        self.now += held_key.SETTLE_SECONDS + 0.01

    async def hold(self, game: Stage, key: str, seconds: float = 0.7) -> None:
        """Keys as a terminal sends them while a finger stays down."""
        for _ in range(round(seconds * REPEATS_A_SECOND)):
            self.now += 1 / REPEATS_A_SECOND
            await game.press(key)
        await game.settled()
