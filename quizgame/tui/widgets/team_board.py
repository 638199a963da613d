"""The teams: who they are before the round, how they stand in it. In their own order, not by rank."""

from quizgame.game.play.class_phases import ClassPhase
from quizgame.game.play.class_round import ClassRound
from quizgame.game.play.class_turns import Standing
from quizgame.game.play.teams import THE_CLASS
from quizgame.tui.parts.big import in_blocks, spaced
from quizgame.tui.parts.show import Drawn, Line, bar, content
from quizgame.wording import class_screens as told
from quizgame.wording.classes import ANIMALS, team_sign

BAR_WIDTH, NAME_WIDTH, FIGURE_WIDTH = 30, 44, 20
ROOM_FOR_LARGE = 85
"""Cells from which on names are large."""
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
            drawn += self._team(standing, width, is_large=is_large)
            drawn += [content("")] if len(self._play.teams) * 2 <= rows else []
        return drawn

    def _team(self, standing: Standing, width: int, *, is_large: bool) -> list[Line]:
        """The sign, the name, and beside it how to tell the team or what it came to."""
        team, style = standing.team, f"bold $team-{standing.team.colour}"
        name = ANIMALS[team.animal]
        name_width = min(NAME_WIDTH, width // 2)
        large = in_blocks(name, name_width) if is_large and width > ROOM_FOR_LARGE else None
        letters = large or (spaced(name, name_width) or [name])[:1]
        begins = self._play is None or self._play.phase is ClassPhase.SETTING_UP
        score = "" if begins else told.score(standing)
        points = in_blocks(str(standing.points), FIGURE_WIDTH) if large and standing.asked and not begins else None
        beside = points or [score]
        bars = max(8, min(BAR_WIDTH, width - name_width - 6 - max(map(len, beside)) - 2))
        bars = bars if begins or standing.asked else 0  # then the words stand in its place
        middle = told.team_look(team) if begins else bar(standing.mean, bars)
        at = 1 if len(letters) > 1 else 0
        return [
            content(
                (f"  {team_sign(team)}   " if row == 0 else "      ", style),
                ((letters[row] if row < len(letters) else "").ljust(name_width), style),
                f"{middle if row == at else '':{bars}}  ",
                (beside[row] if row < len(beside) else "", "bold"),
            )
            for row in range(max(len(letters), len(beside)))
        ]
