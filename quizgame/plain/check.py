"""`quizgame check`: every problem of banks and packs, and a table of what a pack contains."""

import sys
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from quizgame.banks.files import yaml
from quizgame.banks.files.content import read_bytes
from quizgame.banks.files.find import is_pack, is_short_pack
from quizgame.banks.files.model_errors import problems_of
from quizgame.banks.files.problems import BankError, Problem, Severity, shown
from quizgame.banks.files.read import PACK_FILE, Library, PackFiles, read_library
from quizgame.banks.files.write_ids import has_a_place, with_ids_written
from quizgame.banks.models import Bank
from quizgame.banks.quality.ids import IDS_FILE, id_problems, ids_of, with_new_ids
from quizgame.banks.quality.languages import word_lists
from quizgame.banks.quality.lint import lint, lint_bank
from quizgame.plain.table import table
from quizgame.session.haste import Haste
from quizgame.wording.door import refusal

_NO_IDS = "without an id: `quizgame check --write-ids` writes one, so that progress stays when you reword it."


CANT_BE_DONE = 2


class CantCheckError(Exception):
    """There is nothing to check here, said as the end of a sentence."""


@dataclass(frozen=True)
class Writing:
    """What is written before the check: new ids into the list of each pack, made ids into packs of one file."""

    keep_ids: bool = False
    write_ids: bool = False


NOTHING = Writing()


def check(paths: list[Path], *, strict: bool = False, writing: Writing = NOTHING, brief: bool = False) -> int:
    """Print what is wrong with the packs at these paths; `brief`: without the table of what they contain.

    Returns 0 for no errors, 1 for errors (with `strict` for warnings too), 2 where there was nothing to check. A path
    may be a folder of packs, a pack, or one bank of a pack: then only that bank's problems are printed, with those
    that keep it from being read.
    """
    status = 0
    for path in paths:
        try:
            problems, lines = _check_bank(path) if _is_one_bank(path) else _check_packs(path, writing)
        except CantCheckError as error:
            print(refusal(f"{error}."), file=sys.stderr)
            status = CANT_BE_DONE
            continue
        for problem in problems:
            print(problem)
        if not brief:
            print("".join(f"{line}\n" for line in lines), end="")
        errors = sum(problem.severity is Severity.ERROR for problem in problems)
        print(f"{shown(path)}: {_count(errors, 'error')}, {_count(len(problems) - errors, 'warning')}")
        status = max(status, 1 if errors or (strict and problems) else 0)
    return status


def of_pack(paths: list[Path], name: str) -> list[Path]:
    """Where the pack of this name is in these folders, or which of them it is: a folder, or a file."""
    names = (name, f"{name}.yaml")
    places = [place for path in paths for place in (path, *(path / one for one in names))]
    found = [place for place in places if place.name in names and place.is_dir() == (place.name == name)]
    return [place for place in found if place.exists()]


def _is_one_bank(path: Path) -> bool:
    """Whether a path names a file that is a bank; raises `CantCheckError` where it names nothing to check."""
    try:
        if path.is_dir():
            next(path.iterdir(), None)
            return False
        if not path.exists():
            raise CantCheckError(f"There is no file or folder {shown(path)}")
    except OSError as error:
        raise CantCheckError(f"{shown(path)} can't be read: {error.strerror}") from None
    if path.name == PACK_FILE or _is_alone(path):
        return False
    if path.suffix != ".yaml":
        raise CantCheckError(f"{shown(path)} is no bank: banks are files that end in .yaml")
    if path.name.startswith("."):
        raise CantCheckError(f"{shown(path)} is passed over, as its name begins with a dot")
    return True


def _is_alone(path: Path) -> bool:
    """Whether this file is a pack by itself."""
    return is_short_pack(path) and not is_pack(path.parent)


def _check_packs(path: Path, writing: Writing) -> tuple[list[Problem], list[str]]:
    folder = path if path.is_dir() or _is_alone(path) else path.parent
    with Haste():
        library = read_library((folder,))
    if writing.write_ids and (unwritten := [one for files in library.packs for one in _write_ids(files)]):
        return unwritten, []
    if writing.write_ids:
        library = read_library((folder,))
    if not library.packs and not library.problems:
        raise CantCheckError(f"there is no {PACK_FILE} in {shown(folder)} or in a folder in it")
    found = list(library.problems)
    lines = []
    for files in library.packs:
        found += lint(files) + _check_ids(files, library, keep_ids=writing.keep_ids)
        lines += table(files.pack)
        if made := sum(has_a_place(node) for node, _ in files.made_ids):
            lines.append(f"{_count(made, 'entry', 'entries')} of {shown(files.folder)} {_NO_IDS}")
        if word_lists(language := files.pack.about.language) is None:
            lines.append(f"There are no word lists for {language!r}: the rules that need words were left out.")
    return sorted(found, key=lambda problem: problem.order), lines


def _check_ids(files: PackFiles, library: Library, *, keep_ids: bool) -> list[Problem]:
    """What the list of ids says, if the pack keeps one. A pack that something was left out of is missing nothing."""
    if files.folder.is_file():  # the ids of a pack in one file stand in it
        return []
    folder = Path(files.about.path).parent
    path = folder / IDS_FILE
    whole = not any(Path(problem.path).is_relative_to(folder) for problem in library.problems)
    try:
        text = yaml.read_text(read_bytes(path), shown(path)) if path.exists() else ""
        if keep_ids and (longer := with_new_ids(text, ids_of(files))) != text:
            _replace(path, longer.encode("utf-8"))
            text = longer
    except BankError as error:
        return list(error.problems)
    except OSError as error:
        return [Problem(shown(path), 0, 0, f"The list can't be written: {error.strerror}", "Check the permissions")]
    return id_problems(files, text, shown(path), whole=whole) if text else []


def _write_ids(files: PackFiles) -> list[Problem]:
    """Write the ids that were made for a pack in one file into it; what keeps that from being done."""
    if not files.made_ids:
        return []
    path = files.folder
    try:
        data = read_bytes(path)
        longer = with_ids_written(data, path, files.made_ids)
        if longer != data:
            _replace(path, longer)
    except BankError as error:
        return list(error.problems)
    except OSError as error:
        return [Problem(shown(path), 0, 0, f"The ids can't be written: {error.strerror}", "Check the permissions")]
    return []


def _replace(path: Path, data: bytes) -> None:
    """Write a file so that it has the old content or the new one, whatever happens."""
    unfinished = path.with_name(f".{path.name}.new")
    unfinished.write_bytes(data)
    unfinished.replace(path)


def _check_bank(path: Path) -> tuple[list[Problem], list[str]]:
    """The problems of one bank; where its pack can't be read, why not, and those of the bank alone."""
    library = read_library((path.parent,))
    about = path.parent / PACK_FILE
    own = [problem for problem in library.problems if problem.path == shown(path)]
    for files in library.packs:
        if shown(path) in [document.path for document in files.documents.values()]:
            found = lint(files) + _check_ids(files, library, keep_ids=False)
            of_pack = [problem for problem in library.problems if problem.path == shown(about)]
            mine = [*own, *(problem for problem in found if problem.path == shown(path)), *of_pack]
            return sorted(mine, key=lambda problem: problem.order), []
    if not about.exists() and not own:
        mend = f"Write a {PACK_FILE} beside it"
        own.append(Problem(shown(path), 0, 0, f"There is no {PACK_FILE} beside this bank, so it can't be played", mend))
    own += [problem for problem in library.problems if problem.path in (shown(about), shown(path.parent))]
    return sorted(dict.fromkeys([*own, *_alone(path)]), key=lambda problem: problem.order), []


def _alone(path: Path) -> list[Problem]:
    """What can be said of a bank without its pack."""
    try:
        document = yaml.parse(yaml.read_text(read_bytes(path), shown(path)), shown(path))
        bank = Bank.model_validate(document.plain())
    except BankError as error:
        return list(error.problems)
    except ValidationError as error:
        return [*document.problems, *problems_of(error, document, Bank)]
    return [*document.problems, *lint_bank(bank, None, document)]


def _count(number: int, what: str, several: str = "") -> str:
    return f"{number} {what}" if number == 1 else f"{number} {several or what + 's'}"
