"""What is said where a file of another program comes in on screen."""

from collections.abc import Sequence

from quizgame.banks.dates import Interval
from quizgame.session.bringing import First
from quizgame.session.exchanging import CameIn
from quizgame.wording import exchange
from quizgame.wording.dates import date_in_words
from quizgame.wording.language import _, counted

TITLE = _("Questions from a file")
ABOUT = _(
    "From a spreadsheet, Kahoot, Moodle, Anki, Quizlet, a list of words and more. Nothing is kept before you say so."
)
FILE = _("File")
HINT = _("Type where it is, or drop the file into this window; then Enter.")
NO_NAME = _("Type where the file is, such as ~/Downloads/capitals.xlsx, or drop it into this window.")
READING = _("Reading …")
FIRST_ONES = _("It begins with")
LEFT_OUT_SHOWN = 8
PACK_HAS_PROBLEMS = _("The pack was kept, but can't be played yet. ! at home says why.")


def keep_it(seen: CameIn) -> str:
    """What Enter does now."""
    title = seen.brought.about.title
    if seen.is_new:
        return _("Enter keeps it as the pack “{title}”, and you can play it at once.").format(title=title)
    return _("Enter brings the pack “{title}” up to date.").format(title=title)


def what_came(seen: CameIn) -> list[str]:
    """What the file was taken for, and how much would come in."""
    said = [exchange.read_as(*one) for one in seen.formats]
    brought = seen.brought
    if seen.folder is None:
        return [*said, exchange.NOTHING_CAME_IN]
    said.append(exchange.came_in(brought.counts))
    if brought.changed:
        said.append(exchange.changed(brought.changed))
    if brought.same:
        said.append(exchange.as_before(len(brought.same)))
    if brought.edited_here:
        said.append(exchange.edited_here(brought.edited_here))
    return said


def first_in_words(one: First) -> tuple[str, str]:
    """A question and its answer, or an event and its date."""
    front, back = one
    return front, date_in_words(back) if isinstance(back, Interval) else back


def left_out(seen: CameIn) -> list[str]:
    """What would not come in, each with its place and reason; of many the first ones."""
    found: Sequence[object] = seen.brought.left_out
    if not found:
        return []
    more = len(found) - LEFT_OUT_SHOWN
    rows = [exchange.left_out_count(len(found)), *map(exchange.left_out, seen.brought.left_out[:LEFT_OUT_SHOWN])]
    if more > 0:
        rows.append(
            counted(
                more, "and {n} more; `quizgame import` lists them all", "and {n} more; `quizgame import` lists them all"
            )
        )
    return rows


def kept(title: str) -> str:
    """It is there now."""
    return _("“{title}” is kept, and is what you play now.").format(title=title)
