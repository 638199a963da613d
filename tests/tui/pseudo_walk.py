"""The walk over every screen, in every size, in the language of `pseudo.py`, which is set before this is read."""

import asyncio
import json
import os
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, NamedTuple

from textual.screen import Screen
from textual.widgets import Input

from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.tui.parts import held_key
from quizgame.tui.screens.class_playing import ClassPlaying
from tests.packs import write_pack
from tests.tui.pseudo import cut_on, in_brackets, without_way_out
from tests.tui.stage import Stage, playing
from tests.tui.steps import (
    Step,
    a_seat_gives_up,
    class_gives_up,
    every_screen,
    give_the_code,
    mix_up,
    on,
    take,
    to_the_end,
)
from tests.tui.worlds import NOTE, choices, events, world

SIZES = ((60, 20), (80, 24), (100, 30), (200, 60))
BANKS = {"rain": choices("rain", 12), "snow": events("snow", 8)}


def typed(text: str) -> Callable[[Stage], Awaitable[None]]:
    """Type a text into the line on the screen, in the place of what stands there."""

    async def type_it(game: Stage) -> None:
        line = next(line for line in game.screen.query(Input) if line in game.screen.focus_chain)
        line.focus()
        line.value = text
        await game.press("enter")
        await game.settled()

    return type_it


async def half_know(game: Stage) -> None:
    """Count hands of which half are right, so that the class talks and votes again."""
    assert isinstance(game.screen, ClassPlaying)
    question = game.screen.sitting.play.current
    assert isinstance(question, ChoiceQuestion)
    await typed(" ".join("5" if n == question.key else "2" for n in range(len(question.shown))))(game)


class Stop(NamedTuple):
    """A screen that is looked at, and the way to it from the one before."""

    name: str
    way: tuple[Step, ...]


def stop(name: str, *way: Step) -> Stop:
    """A screen, and its way."""
    return Stop(name, way)


ALONE = (
    stop("home"),
    stop("note", "enter"),
    stop("question", "enter"),
    stop("verdict", "1"),
    stop("study notes", "w"),
    stop("help", "escape", "question_mark"),
    stop("left", "escape", "q"),
    stop("card", "f"),
    stop("card's back", "space"),
    stop("timeline", "q", "t"),
    stop("ordering", "enter"),
    stop("reveal", "x"),
    stop("line", "q", "down", "enter"),
    stop("line's verdict", "enter"),
    stop("when", "q", "down", "down", "enter"),
    stop("when's verdict", "x"),
    stop("whole line", "q", "down", "enter"),
    stop("outline", "escape", "escape", "r"),
    stop("reading", "enter"),
    stop("progress", "escape", "escape", "p"),
    stop("history", "h"),
    stop("past round", "enter"),
    stop("test", "escape", "escape", "t"),
    stop("no such day", typed("yesterday")),
    stop("a test is set", typed("31.12.2099")),
    stop("home before a test", "escape", "escape"),
    stop("settings", "o"),
    stop("own keys", *["down"] * 8, "enter"),
    stop("from a file", "escape", "escape", "i"),
    stop("no such file", typed("nowhere.csv")),
)
AFTERWARDS = (
    stop("results", "enter", to_the_end),
    stop("review", "v"),
    stop("review's next", "right"),
    stop("results of cards", "escape", "escape", "f", *["space", "1"] * 12),
    stop("line of the day", "q", "d", to_the_end),
    stop("orderings over", "escape", "t", "enter", to_the_end),
    stop("home, once played", "escape", "escape"),
    stop("progress of a mix-up", "p", mix_up),
    stop("mix-ups", "m"),
    stop("test, none set any more", "escape", "t", typed("31.12.2099"), "down", "o"),
    stop("players", "escape", "escape", "w", "n"),
    stop("another name", "r"),
    stop("exported", "e"),
    stop("exported twice", "e"),
    stop("before deleting", "d"),
    stop("nothing deleted", typed("something else")),
    stop("deleted", "d", typed("delete")),
)
CLASS = (
    stop("set-up"),
    stop("a name for the class", on("Class"), "enter"),
    stop("no name for a class", typed("/")),
    stop("a round code", "escape", "c"),
    stop("no round code", typed("TIGER-42")),
    stop("no topic", "escape", "a", "enter"),
    stop("whose sheets", "a", on("Type in answers"), "enter"),
    stop("nobody's sheets", typed("7")),
    stop("paper", give_the_code),
    stop("paper not read", typed("7")),
    stop("a seat", a_seat_gives_up),
    stop("what is on paper", typed("")),
)
"""From the set-up that `quizgame class` begins with."""
TEAMS = (
    stop("how it goes", "enter"),
    stop("warm-up", "enter"),
    stop("verdict", "1"),
    stop("board", "b"),
    stop("question", "enter"),
    stop("more time", "t"),
    stop("small text", "z"),
    stop("no other question", *["n"] * 14),
    stop("nobody knows", "x"),
    stop("study note", "w"),
    stop("left", "escape", "q"),
    stop("level", "enter", class_gives_up, "enter"),
    stop("who was nearest", "x", "x", "x", "x"),
    stop("over", "enter"),
)
HANDS = (
    stop("set-up", on("Who plays"), *["left"] * 4, "up", "up"),
    stop("how it goes", "enter"),
    stop("hands", "enter", "x", "enter"),
    stop("no such count", typed("1 2 3 4 5 6 7 8 9")),
    stop("talk", half_know),
    stop("votes", typed("9 1 0 0")),
    stop("over", "enter", class_gives_up, "enter"),
    stop("items", "i"),
    stop("a folder for the report", "r"),
    stop("no such folder", typed("/dev/null/x")),
    stop("the report", typed("reports")),
    stop("teach again: note", "escape", "enter"),
    stop("teach again: question", "enter"),
    stop("teach again: answer", "enter"),
    stop("paper of the round", "escape", "e"),
    stop("what is on paper", a_seat_gives_up, "enter"),
)
OTHERS = (
    stop("home"),
    stop("packs", "b"),
    stop("problems", "escape", "exclamation_mark"),
)
"""With other packs beside, one of them with a bank that can't be read."""
WALKS: tuple[tuple[str, tuple[Stop, ...], dict[str, str], str | None], ...] = (
    ("alone", ALONE, {}, NOTE),
    ("afterwards", AFTERWARDS, {"questions": "3"}, None),
    ("class", CLASS, {"class_name": ""}, NOTE),
    ("teams", TEAMS, {"class_name": ""}, None),
    ("hands", HANDS, {"class_name": ""}, None),
    ("others", OTHERS, {}, None),
)


class Seen(NamedTuple):
    """What was looked at, and what was found there."""

    screens: set[type[Screen[Any]]]
    faults: list[str]


async def walk(game: Stage, name: str, stops: tuple[Stop, ...], seen: Seen) -> None:
    """From screen to screen, and look at each in every size."""
    for one in stops:
        await take(game, one.way)
        seen.screens.add(type(game.screen))
        for size in (*SIZES[1:], SIZES[0]):
            await game.pilot.resize_terminal(*size)
            await game.settled()
            faults = (*cut_on(game.screen), *without_way_out(game.screen))
            seen.faults.extend(f"{name}, {one.name} at {size[0]}x{size[1]}: {fault}" for fault in faults)


async def play(name: str, stops: tuple[Stop, ...], wishes: dict[str, str], note: str | None, seen: Seen) -> None:
    """A game of its own for each walk."""
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)  # where files are written to that a player asks for
        banks = Path(folder) / "banks"
        for path in world(banks, BANKS, note=note).glob("*.yaml"):
            path.write_text(json.dumps(in_brackets(json.loads(path.read_text("utf-8"))), ensure_ascii=False), "utf-8")
        if stops is OTHERS:
            broken = write_pack(banks) / "broken.yaml"
            broken.write_text("topic: [", encoding="utf-8")
        async with playing(banks, Path(folder) / "saves", size=SIZES[0], **wishes) as game:
            await walk(game, name, stops, seen)
        os.chdir("/")


def walk_all(only: list[str]) -> list[str]:
    """What was found on all walks, or on those that are named."""
    held_key.SETTLE_SECONDS = held_key.REPEAT_SECONDS = 0.0
    seen = Seen(set(), [])
    for name, stops, wishes, note in WALKS:
        if not only or name in only:
            asyncio.run(play(name, stops, wishes, note, seen))
    missed = set() if only else every_screen() - seen.screens
    return [*seen.faults, *(f"{screen.__name__} was not looked at" for screen in missed)]
