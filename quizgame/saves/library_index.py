"""What was read of packs before, beside the save, so that a start reads what is played and not what is installed.

It can be made again from the packs at any time, and holds for a pack as long as every byte of its files is the same
and the program reads it by the same rules. What is damaged, or not as it is written here, is thrown away; what can't
be written is read from the files next time. Everything in it is checked again as if it had been typed.
"""

import contextlib
import shutil
import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path

from quizgame.banks.files import yaml
from quizgame.banks.files.content import rules
from quizgame.banks.files.problems import BankError, shown
from quizgame.banks.files.read import PACK_FILE, PackFiles, ReadPack, read_pack
from quizgame.banks.pack import Pack
from quizgame.banks.shelved import ShelfError, ShelvedPack, UnreadBank
from quizgame.saves import files, library_rows, one_pack
from quizgame.saves.library_rows import INDEXES, TABLES, Cell, Head, Row
from quizgame.saves.one_pack import OnePack
from quizgame.saves.sqlite_errors import FAILURES

FILE_NAME = "library.sqlite"
_MOST_BYTES = 50_000_000
"""Of one row: no row of ours comes near it."""


class LibraryIndex:
    """All of it. Threads may ask at the same time."""

    def __init__(self, folder: Path) -> None:
        """Nothing is touched before something is asked."""
        self._path = folder / FILE_NAME
        self._lock = threading.Lock()
        self._reader: sqlite3.Connection | None = None
        self._is_gone = _rules() is None
        self._noted: list[tuple[Path, ReadPack]] = []

    def find(self, place: Path, content: bytes) -> ReadPack | None:
        """What came of a pack when it was read with this content; None if that is not known."""
        try:
            found = self.ask("SELECT head, mark FROM packs WHERE number = ?", library_rows.number_of(content))
            head = library_rows.head_in(content, found[0]) if found else None
        except ShelfError:
            return None
        if head is None or ((head.of_pack.problems or head.of_banks.problems) and head.shown != shown(place)):
            return None
        return _found(self, place, content, head)

    def note(self, place: Path, read: ReadPack) -> None:
        """It was read now, and is to be found from now on if it can be told when it changes."""
        if read.files is not None and read.content is not None:
            self._noted.append((place, read))

    def write(self) -> None:
        """Keep what was noted; the folder must be there. If it can't be written, that costs time and nothing else."""
        noted, self._noted = self._noted, []
        if not noted or _rules() is None:
            return
        with contextlib.suppress(OSError, *FAILURES):
            if self._open() is not None:
                with contextlib.suppress(*FAILURES):  # it may be damaged where nobody looked
                    self._put(noted, upon=self._path)
                    return
            self._put(noted)

    def _put(self, noted: Sequence[tuple[Path, ReadPack]], *, upon: Path | None = None) -> None:
        """Put in its place a new index, `upon` what stands in the old one. Raises OSError and the `FAILURES`."""
        with files.new_file(self._path.parent) as new:
            if upon is not None:
                shutil.copyfile(upon, new)
            with contextlib.closing(sqlite3.connect(new, isolation_level=None)) as connection:
                _write(connection, noted, anew=upon is None)
            self.close()  # some systems replace no file that is open
            files.put_over(new, self._path)
        self._is_gone = False

    def ask(self, query: str, *values: Cell) -> list[Row]:
        """The rows of an answer. Raises `ShelfError`; then the index is asked nothing more."""
        with self._lock:
            try:
                reader = self._open()
                if reader is not None:
                    return reader.execute(query, values).fetchall()
            except (OSError, *FAILURES):
                pass
        self._give_up()
        raise ShelfError(self._path)

    def _open(self) -> sqlite3.Connection | None:
        """The index as it lies there, or None if there is none that can be used."""
        if self._reader is None and not self._is_gone and self._path.is_file():
            uri = f"{self._path.absolute().as_uri()}?mode=ro&immutable=1"  # whatever lies beside it is not ours
            reader = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
            try:
                if _is_ours(reader):
                    self._reader = reader
            finally:
                if self._reader is None:
                    reader.close()
        return self._reader

    def _give_up(self) -> None:
        """Ask it nothing more: it is not what it should be. What is written next takes its place."""
        self._is_gone = True
        self.close()

    def throw_away(self) -> None:
        """Remove it, as nothing may be written any more before the next start."""
        self._give_up()
        with contextlib.suppress(OSError):
            self._path.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file; who asks again opens it again."""
        with self._lock:
            if self._reader is not None:
                self._reader.close()
                self._reader = None


def _rules() -> bytes | None:
    """A check of what decides what is read and how it is kept."""
    return rules(Path(library_rows.__file__), Path(one_pack.__file__))


def _is_ours(reader: sqlite3.Connection) -> bool:
    """Whether it was made by this version of the program, and does nothing of its own."""
    reader.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MOST_BYTES)
    reader.execute("PRAGMA trusted_schema = OFF")
    reader.execute("PRAGMA cell_size_check = ON")
    there = {sql for (sql,) in reader.execute("SELECT sql FROM sqlite_schema")}
    return there == {*TABLES, *INDEXES} and reader.execute("SELECT rules FROM about").fetchall() == [(_rules(),)]


def _write(connection: sqlite3.Connection, noted: Sequence[tuple[Path, ReadPack]], *, anew: bool) -> None:
    """Put what was read in the place of what stood there of the same packs, and of those that are gone."""
    run, several = connection.execute, connection.executemany
    run("PRAGMA journal_mode = OFF")  # the file is thrown away if it is not finished
    run("PRAGMA synchronous = OFF")
    run("BEGIN")
    for table in TABLES if anew else ():
        run(table)
    if anew:
        run("INSERT INTO about VALUES (?)", (_rules(),))
    places = {library_rows.place_of(place) for place, _ in noted}
    for number, place in run("SELECT number, place FROM packs").fetchall():
        if place in places or not (isinstance(place, bytes) and library_rows.path_of(place).exists()):
            run("DELETE FROM packs WHERE number = ?", (number,))
            run("DELETE FROM topics WHERE pack = ?", (number,))
            run("DELETE FROM said WHERE pack = ?", (number,))
    for place, read in noted:
        if read.files is not None and read.content is not None:
            pack, content = read.files.pack, read.content
            run("INSERT INTO packs VALUES (?, ?, ?, ?)", library_rows.head_row(content, place, read, pack))
            several("INSERT INTO topics VALUES (?, ?, ?, ?)", library_rows.topic_rows(content, pack))
            several("INSERT INTO said VALUES (?, ?, ?, ?, ?, ?)", library_rows.said_rows(content, pack))
    for index in INDEXES if anew else ():
        run(index)
    run("COMMIT")
    [(free,)], [(pages,)] = run("PRAGMA freelist_count").fetchall(), run("PRAGMA page_count").fetchall()
    if free > pages / 2:
        run("VACUUM")


def _found(index: LibraryIndex, place: Path, content: bytes, head: Head) -> ReadPack:
    is_file = place.is_file()
    pack_id = head.about.id or (place.stem if is_file else place.name)
    pack: ShelvedPack

    def again() -> Pack:
        index.throw_away()
        try:
            read = read_pack(place)
        except BankError:
            raise ShelfError(place) from None
        if read.files is None:
            raise ShelfError(place)
        return read.files.pack

    banks = tuple(UnreadBank.of(one, lambda *what: pack.written_in(*what)) for one in head.banks)  # noqa: PLW0108 - later
    pack = ShelvedPack(pack_id, head.about, banks, head.revision, OnePack(index.ask, content, head), again)
    about = place if is_file else place / PACK_FILE
    nowhere = yaml.Document("", yaml.Node({}, 1, 1))
    return ReadPack(pack_id, about, content, PackFiles(pack, nowhere, {}, place), head.of_pack, head.of_banks)
