"""The teams: who they are before the round, how they stand in it. In their own order, not by rank."""

from quizgame.game.play.class_phases import ClassPhase
from quizgame.game.play.class_round import ClassRound
from quizgame.game.play.teams import THE_CLASS
from quizgame.tui.parts.big import in_blocks, spaced
from quizgame.tui.parts.show import Drawn, Line, bar, content
from quizgame.wording import class_screens as told
from quizgame.wording.classes import ANIMALS, team_sign

BAR_WIDTH = 30
AROUND = 9
"""Rows of the window that are not the board's."""
LARGE_ROWS = 4
"""Rows that a large name takes."""


class TeamBoard(Drawn):
    """One block a team."""

    def __init__(self) -> None:
        super().__init__(id="board")
        self._play: ClassRound | None = None

    def tell(self, play: ClassRound) -> None:
        """Show how a round stands."""
        self._play = play
        self.draw_again()

    def draw(self, width: int) -> list[Line]:
        """Large names where all of them fit."""
        if self._play is None or self._play.teams == (THE_CLASS,):
            return []
        rows = self.screen.size.height - AROUND
        is_large = len(self._play.teams) * (LARGE_ROWS + 1) <= rows
        drawn: list[Line] = []
        for standing in self._play.standings:
            team, style = standing.team, f"bold $team-{standing.team.colour}"
            name = ANIMALS[team.animal]
            large = in_blocks(name, width - 40) if is_large and width > 80 else None
            letters = large or spaced(name, width) or [name]
            look = told.team_look(team)
            if self._play.phase is not ClassPhase.SETTING_UP:
                look = f"{bar(standing.mean, BAR_WIDTH)}  {told.score(standing)}"
            lead = [f"  {team_sign(team)}   ", *["      "] * (len(letters) - 1)]
            widest = max(map(len, letters)) if is_large else 24
            for at, (sign, line) in enumerate(zip(lead, letters, strict=True)):
                beside = look if at == (1 if len(letters) > 1 else 0) else ""
                drawn.append(content((sign, style), (line.ljust(max(widest, 36)), style), ("  " + beside, "")))
            drawn += [content("")] if len(self._play.teams) * 2 <= rows else []
        return drawn
