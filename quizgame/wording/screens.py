"""What stands on the screens beside questions and answers."""

from quizgame.banks.models import Source
from quizgame.wording.dates import date_in_words
from quizgame.wording.language import _, counted

PLAY_AGAIN, START, BACK = _("Play on"), _("Start"), _("Back")
REVIEW, REVIEW_ALL = _("Every question once more"), _("Look at every question")
TOPICS, TIMELINE, KEYS = _("Topics"), _("Timeline"), _("Keys")
BEFORE_YOU_START = _("Before you start")
READ_ONE_MINUTE = _("Read one minute first")
EARLIEST, LATEST = _("earliest"), _("latest")
STILL_TO_PLACE = _("Still to place")
ALL_PLACED = _("All placed: press Enter")
NOT_ALL_PLACED = _("Place every card first: press the number of its place")
HERE = _("here?")
YEAR = _("Year")
A_YEAR_IS_ENOUGH = _("A year is enough; a month makes it sharper: May 1994")
A_YEAR_WITH_ITS_ERA = _("A year is enough, such as 44 BC or AD 70")
TRUE, YOURS = _("true"), _("yours")
YOUR_ANSWER, THE_ANSWER = _("your answer"), _("the answer")
W_SHOWS_EACH = _("w shows the study note of each")
LINE_IS_YOURS = _("The line above is yours now, each card at its true place.")
NO_QUESTIONS_YET = _("These topics have no questions of this kind yet.")
NO_EVENTS_YET = _("No event with a date here yet.")
LOOK_AGAIN = _("Look at these again: ↓ and Enter open the study note")
BANKS_LEFT_OUT = _("What was left out")
CHECK_PRINTS = _("Everything else plays. `quizgame check` prints this list too.")
SAVED_ALWAYS = _("Everything is saved after each answer. You can leave at any time.")
MOUSE_TOO = _("The mouse works too: click what you want.")
OTHER_LAYOUTS = _("Keys work with Caps Lock and on other keyboards too; 0 is x, Backspace is u, F3 is w, F1 is ?.")
ORDERINGS, ORDERINGS_ABOUT = _("Put dates in order"), _("as close as you can tell apart")
GROWING, GROWING_ABOUT = _("Growing timeline"), _("a card at a time into a line")
DAILY, DAILY_ABOUT = _("Today's line"), _("the same for everybody today")
DATES, DATES_ABOUT = _("When was it?"), _("type the year")
LOOK = _("Look at the timeline")


def go_on_with_round(place: int, total: int) -> str:
    """The way back into a round that was left."""
    return _("Go on with your round · {place} of {total} answered").format(place=place, total=total)


def left_out(files: int, entries: int) -> str:
    """That banks, or single entries of them, can't be played, and how to see why; empty if all can."""
    said = []
    if files:
        said.append(counted(files, "{n} bank was left out", "{n} banks were left out"))
    if entries:
        said.append(counted(entries, "{n} entry was left out", "{n} entries were left out"))
    return _("{what} · press ! to see why").format(what=_(", ").join(said)) if said else ""


def other_packs(others: int) -> str:
    """That there is more than this pack."""
    return counted(others, "{n} other pack · press p to choose", "{n} other packs · press p to choose")


def events_on_line(count: int) -> str:
    """How much there is to look at."""
    return counted(count, "{n} event on one line", "{n} events on one line")


def source_line(source: Source | None) -> str:
    """The text that a pack was made from: its title and where it is from; empty if the pack names none."""
    if source is None:
        return ""
    by = f", {source.publisher}" if source.publisher else ""
    return _("All facts come from one text: “{title}”{by}.").format(title=source.title, by=by)


def source_in_full(source: Source | None) -> str:
    """The same with its address, the day it was read and its licence."""
    if source is None:
        return ""
    parts = [source_line(source)]
    if source.read:
        parts.append(_("Read on {day}.").format(day=date_in_words(source.read)))
    if source.address:
        parts.append(_("Address: {address}").format(address=source.address))
    if source.licence:
        parts.append(_("Licence: {licence}").format(licence=source.licence))
    return " ".join(parts)


def notes_heading(section: str) -> str:
    """Which section study notes are of, if the bank says so."""
    if not section:
        return _("Study notes, in our own words")
    return _("Study notes, in our own words · in the article: {section}").format(section=section)
