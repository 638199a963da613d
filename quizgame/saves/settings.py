"""What a player chose and wants to find again: beside the save, in a file that people can read.

It is no part of the answers. If it can't be read, the game is played as it comes, and the file is left as it is until
something is chosen anew; then it is put aside.
"""

from datetime import date, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from quizgame.saves import files
from quizgame.saves.chosen_before import FILE_NAME

Dial = Literal["easy", "just right", "tough"]
Motion = Literal["auto", "none", "always"]


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="allow")  # what a newer version chose is kept


class ExamSettings(_Kept):
    """A test that is coming."""

    day: date
    topics: tuple[str, ...]


class PlayerSettings(_Kept):
    """What one player chose."""

    exams: dict[str, ExamSettings] = Field(default_factory=dict)
    """By pack."""
    days_a_week: int = Field(default=3, ge=1, le=7)
    """On how many days the player wants to play."""
    dial: Dial = "just right"
    """How much of a day's dose is new."""
    length: int | None = Field(default=None, ge=1, le=50)
    """How many questions a round has where nobody says so; None for as many as its mode usually has."""
    motion: Motion = "auto"
    """Whether anything moves: `auto` is not over a slow line."""
    clock: bool = False
    """Whether a round shows how long it has lasted."""
    confetti: bool = True
    """Whether a round in which all was right ends with some, if its subject is not a hard one."""
    bell: bool = False
    """Whether the terminal sounds when a verdict is there."""
    aloud: bool = False
    """Whether a voice of the system reads questions and verdicts."""
    keys: dict[str, str] = Field(default_factory=dict)
    """The keys of a round that are others: for the usual one the chosen one."""


class Settings(_Kept):
    """What was chosen in this folder of saves."""

    player: int = 1
    """Who plays."""
    theme: str | None = None
    """The name of the colors; the front end knows them."""
    players: dict[int, PlayerSettings] = Field(default_factory=dict)

    def of(self, player: int) -> PlayerSettings:
        """What a player chose."""
        return self.players.get(player, PlayerSettings())

    def with_player(self, player: int, chosen: PlayerSettings) -> "Settings":
        """The same with another choice of a player."""
        return self.model_copy(update={"players": {**self.players, player: chosen}})

    def without_player(self, player: int) -> "Settings":
        """The same with nothing of a player."""
        kept = {number: chosen for number, chosen in self.players.items() if number != player}
        return self.model_copy(update={"players": kept, "player": 1 if self.player == player else self.player})


def read(folder: Path) -> Settings:
    """What was chosen; the usual where nothing was, or where it can't be read."""
    return _read(folder) or Settings()


def _read(folder: Path) -> Settings | None:
    try:
        return Settings.model_validate_json((folder / FILE_NAME).read_bytes())
    except (OSError, ValidationError):
        return None


def write(folder: Path, settings: Settings, now: datetime) -> bool:
    """Keep what was chosen, whole or not at all; whether that could be done."""
    path = folder / FILE_NAME
    try:
        if path.exists() and _read(folder) is None:
            files.put_aside(path, now)
        with files.new_file(folder) as new:
            new.write_text(settings.model_dump_json(indent=2), "utf-8")
            files.put_over(new, path)
    except OSError:
        return False
    return True
