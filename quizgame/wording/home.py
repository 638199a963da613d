"""What stands on the first screen once everything is read."""

from datetime import date

from quizgame.learning.evidence import Standing
from quizgame.learning.overview import LastTime, TopicOverview
from quizgame.learning.plan import Outlook
from quizgame.wording.figures import percent
from quizgame.wording.language import _, counted
from quizgame.wording.rounds import SECONDS_A_QUESTION
from quizgame.wording.typed_day import day_in_words

CARDS, WEAK, DAILY, TIMELINE, READ, PROGRESS, SETTINGS, PACKS, PLAYERS = (
    _("Flashcards"),
    _("Weak topics"),
    _("Line of the day"),
    _("Timeline"),
    _("Read"),
    _("Progress"),
    _("Settings"),
    _("Other texts"),
    _("Who plays"),
)
CLASS, CLASS_ABOUT = _("Class round"), _("projector, teams, paper")
SETTINGS_ABOUT = _("colors, length, difficulty, keys")
BRING, BRING_ABOUT = _("From a file"), _("a sheet, Anki, Kahoot, Moodle …")
TIMELINE_ABOUT = _("put events in order")
TODAY, YOU, TOPICS, KNOWN_NOW = _("Today"), _("You"), _("Topics"), _("known now")
PLAYED, NOT_PLAYED_YET, BEGUN = _("played today"), _("not played yet"), _("go on with it")
NOTHING_WEAK_YET = _("after a few rounds")
NOTHING_WEAK = _("none right now")
LONG_AWAY_DAYS = 7

STANDINGS = {
    Standing.NOT_ENOUGH_YET: _("not enough yet"),
    Standing.START_HERE: _("start here"),
    Standing.GROWING: _("growing"),
    Standing.SOLID: _("solid"),
}
"""What is said of a topic, with how many answers that rests on."""


def play_today(questions: int) -> str:
    """What Enter plays."""
    return counted(questions, "Play today's question", "Play today's {n}")


def outlook_in_words(outlook: Outlook, days_away: int | None) -> str:
    """What they are made of: "2 you missed, 4 to refresh, 6 new · about 5 minutes". Never how much is waiting."""
    parts = [
        counted(outlook.missed, "{n} you missed", "{n} you missed") if outlook.missed else "",
        counted(outlook.refresh, "{n} to refresh", "{n} to refresh") if outlook.refresh else "",
        counted(outlook.more, "{n} once more", "{n} once more") if outlook.more else "",
        counted(outlook.new, "{n} new", "{n} new") if outlook.new else "",
    ]
    minutes = max(1, round(outlook.questions * SECONDS_A_QUESTION / 60))
    said = _("{parts} · about {minutes}").format(
        parts=_(", ").join(part for part in parts if part) or _("no questions here yet"),
        minutes=counted(minutes, "{n} minute", "{n} minutes"),
    )
    welcome = days_away is not None and days_away >= LONG_AWAY_DAYS
    return _("Welcome back. {said}").format(said=said) if welcome else said


def last_time_in_words(last: LastTime, today: date) -> str:
    """What was done last time, and what has come up for review since: "Yesterday: 24 answers · 5 to refresh since"."""
    day = _("Yesterday") if (today - last.day).days == 1 else day_in_words(last.day)
    said = _("{day}: {answers}").format(day=day, answers=counted(last.answers, "{n} answer", "{n} answers"))
    if not last.due_since:
        return said
    since = counted(last.due_since, "{n} to refresh since", "{n} to refresh since")
    return _("{said} · {since}").format(said=said, since=since)


def from_topics(titles: list[str]) -> str:
    """Which topics are ticked, if any are."""
    if not titles:
        return ""
    return titles[0] if len(titles) == 1 else counted(len(titles), "{n} topic", "{n} topics ticked")


def cards_ready(due: int) -> str:
    """How many cards are due; a whole day's dose is enough to be told."""
    return counted(due, "{n} ready", "{n} ready") if due else _("new ones")


def topics_in_short(topics: int) -> str:
    """What there is to read."""
    return counted(topics, "{n} topic in short", "{n} topics in short")


def weak_topics(topics: list[TopicOverview], titles: dict[str, str]) -> str:
    """The topics to start with, two at most."""
    weak = [titles[one.topic] for one in topics if one.standing is Standing.START_HERE]
    if weak:
        return _(", ").join(weak[:2])
    return NOTHING_WEAK if any(one.standing is not Standing.NOT_ENOUGH_YET for one in topics) else NOTHING_WEAK_YET


def week(played: int, wanted: int) -> str:
    """The days of this week, a box each: filled for each day of play, never emptied."""
    boxes = " ".join("■" if day < played else "□" for day in range(max(played, wanted)))
    return _("{boxes}  {played} of {wanted} days this week").format(boxes=boxes, played=played, wanted=wanted)


def known_in_words(topic: TopicOverview) -> str:
    """Two figures of a topic: how much of it is known now, and a word for how sure that is."""
    return _("{percent}  {standing}").format(
        percent=percent(round(100 * topic.known_now)).rjust(5), standing=STANDINGS[topic.standing]
    )
