"""What is said on the screens after a round of a class: what was reached together, and what can be done with it.

After a round on a hard subject there is no cheer: the figures stand there, and a thank-you.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from quizgame.game.events import Answered
from quizgame.game.play.class_round import ClassRound
from quizgame.game.play.modes import CLASS_PAPER
from quizgame.game.play.teams import THE_CLASS
from quizgame.learning.class_figures import ClassFigures
from quizgame.wording.classes import ANIMALS, team_name, team_sign, winners_in_words
from quizgame.wording.language import _, counted

CODE_OF_SHEETS = _("First the code that stands on the sheets, such as TIGER-42-K7Q-XPM; Enter")
TEACH_AGAIN, ITEMS, REPORT, PAPER, AGAIN = (
    _("Read again what did not stick"),
    _("Question by question"),
    _("Save a report"),
    _("Type in answers from paper"),
    _("Another round"),
)
NOTHING_MISSED = _("Nothing was missed: there is nothing to read again.")
TYPE_A_FOLDER = _("The folder for the report: one page to print and tables for a spreadsheet")
REPORTS = "~/quizgame"
READ_ALOUD, ONCE_MORE = _("Read aloud"), _("Once more, in other words")
OF_100 = _("of 100")
HOW_TO_READ = _("In brackets: where the share would likely be with very many answers. A few answers leave it wide.")


@dataclass(frozen=True, slots=True)
class Reached:
    """A card: who or what, a figure out of a hundred, and a word below it."""

    head: str
    figure: int
    below: str = OF_100
    colour: str = ""
    """The team's; empty for the class."""
    won: str = ""
    """That this team won, if anybody did and it is to be celebrated."""


def may_celebrate(play: ClassRound) -> bool:
    """Whether nothing that was asked is about a hard subject."""
    return not any(question.tags for question in play.questions)


def reached(play: ClassRound, figures: ClassFigures) -> list[Reached]:
    """What each team came to, in the order of the teams; of a class what it knew, and what talking changed."""
    if play.teams != (THE_CLASS,):
        return [
            Reached(
                f"{team_sign(one.team)}  {ANIMALS[one.team.animal]}",
                one.points,
                colour=one.team.colour,
                won=_won(play) if one.team in play.winners else "",
            )
            for one in play.standings
        ]
    cards = [Reached(_("Known together"), one.points) for one in play.standings if one.asked]
    before, after = figures.gain
    if before.asked and after.asked:
        named = ((_("First vote"), before), (_("After talking"), after))
        cards += [Reached(name, round(100 * share.value), _("of 100 hands")) for name, share in named]
    return cards


def _won(play: ClassRound) -> str:
    if not may_celebrate(play):
        return ""
    return _("✓ won") if len(play.winners) == 1 else _("✓ won together")


def round_over(play: ClassRound) -> str:
    """What stands above all."""
    if may_celebrate(play):
        return _("Well played, all of you")
    return _("The round is over. Thank you for thinking along.")


def headline(play: ClassRound) -> str:
    """Who won; nothing where the class played together. Large letters have no signs: the cards below do."""
    if not may_celebrate(play):
        return winners_in_words(play.winners)
    names = _(" and ").join(ANIMALS[team.animal] for team in play.winners)
    return (_("{names} win") if len(play.winners) == 1 else _("{names} win together")).format(names=names) * bool(names)


def effort(play: ClassRound) -> str:
    """What everybody did: it counts more than who won."""
    counting = [turn for turn in play.turns if not turn.counts_for_nothing]
    known = sum(turn.verdict.right for turn in counting)
    talked = sum(turn.before is not None for turn in counting)
    parts = [
        counted(len(counting), "{n} question thought through", "{n} questions thought through"),
        counted(known, "{n} known", "{n} known") if 2 * known >= len(counting) and play.teams != (THE_CLASS,) else "",
        counted(talked, "{n} talked over", "{n} talked over") if talked else "",
    ]
    if play.tie_break is not None:
        names = _(" and ").join(team_name(team) for team in play.level)
        parts.append(_("{names} were level: the nearest date decided").format(names=names))
    return " · ".join(part for part in parts if part)


def one_of(said: str, place: int, total: int) -> str:
    """Which of several it is."""
    return _("{said} · {place} of {total}").format(said=said, place=place + 1, total=total)


def items_title(answers: Sequence[Answered]) -> str:
    """What stands over the questions; of paper, how many seats it was."""
    seats = {answer.seat for answer in answers if answer.mode == CLASS_PAPER}
    if not seats:
        return ITEMS
    on_paper = counted(len(seats), "{n} seat on paper", "{n} seats on paper")
    return _("{title} · {on_paper}").format(title=ITEMS, on_paper=on_paper)


def sheets_in_words(code: str, first: str) -> str:
    """Which sheets they are: their code, and what they ask first."""
    if not code:
        return _("The first question: {first}").format(first=first)
    return _("Sheets {code}. The first question: {first}").format(code=code, first=first)


def answers_needed(questions: int) -> str:
    """How many answers a line has."""
    return counted(questions, "{n} answer to a line; x for an empty one.", "{n} answers to a line; x for an empty one.")


def seats_there(seats: Sequence[str]) -> str:
    """Which seats were typed in."""
    typed = counted(len(seats), "{n} seat is typed in: {seats}", "{n} seats are typed in: {seats}")
    return typed.format(seats=", ".join(seats))
