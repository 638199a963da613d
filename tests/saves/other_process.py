"""What another process does to a save: holds it open, or meets it with the rights of a guest.

Run as `python -m tests.saves.other_process WHAT FOLDER`; prints one line of JSON when it is done, or ready.
"""

import contextlib
import json
import os
import subprocess
import sys
import urllib.parse  # noqa: F401 - a guest may not be able to read the standard library of whoever runs the tests
from collections.abc import Callable
from pathlib import Path
from typing import Any

from quizgame.saves.faults import SavesError
from quizgame.saves.journal import Journal
from quizgame.saves.keeper import Keeper
from quizgame.wording.saving import saves_error_in_words, trouble_in_words
from tests.saves.samples import CHECKOUT, MOMENT, answered, started, taken_back

NOBODY = 65534
Told = dict[str, Any]


def start(what: str, folder: Path, *, before: tuple[str, ...] = ()) -> subprocess.Popen[str]:
    """Start it; `before` is a command that starts it in turn. Whoever asks must wait for it or kill it."""
    command = [*before, sys.executable, "-m", "tests.saves.other_process", what, str(folder)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, cwd=CHECKOUT, stdin=pipe, stdout=pipe, stderr=pipe, text=True)


def told_by(what: str, folder: Path, *, before: tuple[str, ...] = ()) -> Told:
    """Run it to its end; what it told."""
    with start(what, folder, before=before) as process:
        out, err = process.communicate(timeout=20)
    assert process.returncode == 0, err
    told: Told = json.loads(out.splitlines()[-1])
    return told


def trouble_of(keeper: Keeper) -> str | None:
    """Why nothing is saved, in words."""
    return trouble_in_words(keeper.trouble) if keeper.trouble else None


def become_a_guest() -> None:
    """Give up the rights of root, for whom no folder is read-only."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def hold(folder: Path) -> Told:
    """Keep the save open until the input ends, with one answer more for each line of it."""
    journal = Journal.open(folder, MOMENT)
    journal.append(started())
    print(json.dumps({"holds": True}), flush=True)
    for place, _ in enumerate(sys.stdin):
        journal.append(answered(place))
        print(json.dumps({"answers": len(journal.answers())}), flush=True)
    journal.close()
    return {"holds": False}


def look(folder: Path) -> Told:
    """Open a save and tell how many answers count, or why it is refused."""
    try:
        keeper = Keeper(folder, MOMENT)
    except SavesError as error:
        return {"refused": saves_error_in_words(error)}
    told = {"answers": len(keeper.answers), "trouble": trouble_of(keeper)}
    keeper.close(MOMENT)
    return told


def look_as_guest(folder: Path) -> Told:
    """The same, for a guest who may not write."""
    become_a_guest()
    return look(folder)


def play_as_guest(folder: Path) -> Told:
    """Play where nothing can be written, then make the folder writable and play on; the guest must own it."""
    become_a_guest()
    folder.chmod(0o555)
    keeper = Keeper(folder, MOMENT)
    at_first = (trouble_of(keeper), len(keeper.answers))
    first_new = len(keeper.answers)
    keeper.keep(started("later"), MOMENT)
    for place in range(3):
        keeper.keep(answered(place, round_="later"), MOMENT)
    keeper.keep(taken_back(1, round_="later"), MOMENT)
    shut = (trouble_of(keeper), len(keeper.answers), keeper.unsaved)
    names = sorted(path.name for path in folder.iterdir())
    folder.chmod(0o755)
    keeper.keep(answered(1, 1, round_="later"), MOMENT)
    told = {
        "at first": at_first,
        "shut": shut,
        "files": names,
        "open": (trouble_of(keeper), len(keeper.answers), keeper.unsaved),
        "new": [(one.place, one.attempt) for one in keeper.answers[first_new:]],
    }
    keeper.close(MOMENT)
    return told


def fill_the_disk(folder: Path) -> Told:
    """Play on a disk of 256 kB until it is full, go on for a while, make room, and go on again."""
    subprocess.run(["/bin/mount", "-t", "tmpfs", "-o", "size=256k", "quizgame", str(folder)], check=True)
    ballast = folder / "ballast"
    ballast.write_bytes(bytes(60_000))
    keeper = Keeper(folder / "saves", MOMENT)
    keeper.keep(started(), MOMENT)
    place = 0
    while not keeper.trouble and place < 500:
        keeper.keep(answered(place), MOMENT)
        place += 1
    full_at = place
    for _ in range(3):
        keeper.keep(answered(place), MOMENT)
        place += 1
    full = (trouble_of(keeper), keeper.unsaved, len(keeper.answers))
    ballast.unlink()
    keeper.keep(answered(place), MOMENT)
    room = (trouble_of(keeper), keeper.unsaved)
    keeper.close(MOMENT)
    again = Keeper(folder / "saves", MOMENT)
    places = [one.place for one in again.answers]
    again.close(MOMENT)
    return {"full at": full_at, "full": full, "room": room, "places": places}


def begin_on_a_full_disk(folder: Path) -> Told:
    """Begin where not even an empty save has room, then make room."""
    subprocess.run(["/bin/mount", "-t", "tmpfs", "-o", "size=128k", "quizgame", str(folder)], check=True)
    ballast = folder / "ballast"
    with contextlib.suppress(OSError):
        ballast.write_bytes(bytes(200_000))
    keeper = Keeper(folder / "saves", MOMENT)
    for event in (started(), answered(0), answered(1)):
        keeper.keep(event, MOMENT)
    full = (trouble_of(keeper), keeper.unsaved, len(keeper.answers))
    ballast.unlink()
    keeper.close(MOMENT)
    again = Keeper(folder / "saves", MOMENT)
    places = [one.place for one in again.answers]
    again.close(MOMENT)
    return {"full": full, "places": places}


WHAT: dict[str, Callable[[Path], Told]] = {
    one.__name__: one for one in (hold, look, look_as_guest, play_as_guest, fill_the_disk, begin_on_a_full_disk)
}

if __name__ == "__main__":
    print(json.dumps(WHAT[sys.argv[1]](Path(sys.argv[2]))), flush=True)
