"""`quizgame sheet`: a round on paper, by its code."""

import sys
from pathlib import Path

from quizgame.banks.files.problems import shown
from quizgame.banks.files.read import read_library
from quizgame.game.draw.codes import CodeError, pack_for, read_code
from quizgame.paper.page import Size
from quizgame.paper.sheet import files_of, sheet_of
from quizgame.plain.talk import say
from quizgame.session.choose import WishError, packs_for
from quizgame.session.wishes import Wishes
from quizgame.session.writing import CantWriteError, write_all
from quizgame.wording.class_setup import code_error_in_words
from quizgame.wording.door import refusal
from quizgame.wording.paper import OPEN_AND_PRINT, not_written, written
from quizgame.wording.wishes import wish_error_in_words


def print_sheet(
    bank_folders: tuple[Path, ...], wishes: Wishes, code: str, out: Path, *, both: bool, letter: bool, large: bool
) -> int:
    """Write the worksheet and the key of a code into a folder; returns the exit status."""
    try:
        packs = packs_for(read_library(bank_folders), wishes)
        pack = pack_for(packs, code)
        sheet = sheet_of(pack, read_code(pack, code), both=both)
        names = write_all(out, files_of(sheet, size=Size.LETTER if letter else Size.A4, large=large))
    except WishError as error:
        said = wish_error_in_words(error)
    except CodeError as error:
        said = code_error_in_words(error)
    except CantWriteError as error:
        said = not_written(shown(out), str(error))
    else:
        say(written(names, shown(out)))
        say(OPEN_AND_PRINT)
        return 0
    print(refusal(said), file=sys.stderr)
    return 2
