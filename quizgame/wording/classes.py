"""What is said in a round of a class: teams, turns, votes, the board. It names no pupil and ranks nobody."""

from collections.abc import Sequence
from dataclasses import replace

from quizgame.banks.pack import Pack
from quizgame.game.kinds.choice import ChoiceQuestion, ChoiceVerdict, Chose
from quizgame.game.kinds.shared import DontKnow
from quizgame.game.play.class_phases import ClassPhase
from quizgame.game.play.class_round import ClassRound
from quizgame.game.play.class_turns import Standing, Turn
from quizgame.game.play.given import Given
from quizgame.game.play.teams import THE_CLASS, Team
from quizgame.game.play.votes import LETTERS, Counted, share_of
from quizgame.wording.feedback import Feedback, feedback
from quizgame.wording.language import _, counted

ANIMALS = {
    "bears": _("Bears"),
    "cranes": _("Cranes"),
    "dolphins": _("Dolphins"),
    "eagles": _("Eagles"),
    "foxes": _("Foxes"),
    "geckos": _("Geckos"),
    "hares": _("Hares"),
    "herons": _("Herons"),
    "lions": _("Lions"),
    "lynxes": _("Lynxes"),
    "otters": _("Otters"),
    "owls": _("Owls"),
    "pandas": _("Pandas"),
    "ravens": _("Ravens"),
    "seals": _("Seals"),
    "swans": _("Swans"),
    "tigers": _("Tigers"),
    "turtles": _("Turtles"),
    "whales": _("Whales"),
    "wolves": _("Wolves"),
    "yaks": _("Yaks"),
    "zebras": _("Zebras"),
}
SHAPES = {
    "circle": ("●", _("circle")),
    "triangle": ("▲", _("triangle")),
    "square": ("■", _("square")),
    "diamond": ("◆", _("diamond")),
    "star": ("★", _("star")),
    "cross": ("✚", _("cross")),
    "heart": ("♥", _("heart")),
    "moon": ("☾", _("moon")),
}
"""The sign of each shape, and its name."""
COLOURS = {
    "blue": _("blue"),
    "orange": _("orange"),
    "green": _("green"),
    "purple": _("purple"),
    "yellow": _("yellow"),
    "red": _("red"),
    "teal": _("teal"),
    "pink": _("pink"),
}
_BAR = 20


def team_sign(team: Team) -> str:
    """The sign of a team's shape; nothing for the class."""
    return SHAPES[team.shape][0] if team.shape else ""


def team_name(team: Team) -> str:
    """A team's name and sign: "Foxes ◆"."""
    return _("The class") if team == THE_CLASS else f"{ANIMALS[team.animal]} {team_sign(team)}"


def team_in_words(team: Team) -> str:
    """All that tells a team from others, for whoever can't see it: "Foxes ◆, the blue diamond"."""
    if team == THE_CLASS:
        return team_name(team)
    shape, colour = SHAPES[team.shape][1], COLOURS[team.colour]
    return _("{name}, the {colour} {shape}").format(name=team_name(team), colour=colour, shape=shape)


def seat_name(seat: str) -> str:
    """Who a seat is, in a report: a team, the class, or the number of a pupil's place."""
    if seat == THE_CLASS.seat:
        return team_name(THE_CLASS)
    return ANIMALS.get(seat) or _("Seat {number}").format(number=seat)


def how_far(play: ClassRound) -> str:
    """Which question it is: "question 3 of 12"."""
    if play.tie_break is not None:
        return _("tie-break: the nearest date wins")
    if play.is_warm_up:
        return _("warm-up, for no points")
    return _("question {place} of {total}").format(place=play.number + 1, total=play.total)


def whose_turn(play: ClassRound) -> str:
    """Whose turn it is, and which question: "Foxes ◆, your turn: question 3 of 12"."""
    if play.team == THE_CLASS:
        return _("All together: {how_far}").format(how_far=how_far(play))
    return _("{team}, your turn: {how_far}").format(team=team_name(play.team), how_far=how_far(play))


def how_class_answers(play: ClassRound, other: str) -> str:
    """What may be typed: for a question with options; `other` is what may be for one without."""
    text = _("{how}, x don't know, n another question, ? more")
    return text.format(how=_how(play) if isinstance(play.current, ChoiceQuestion) else other)


def _how(play: ClassRound) -> str:
    options = len(play.current.shown)
    letters = " ".join(LETTERS[:options])
    if play.phase is ClassPhase.TALKING:
        return _("Hands again for {letters}").format(letters=letters)
    if play.can_vote:
        example = " ".join(str(number) for number in (12, 5, 3, 1)[:options])
        return _("Hands for {letters}, such as {example}, or one letter").format(letters=letters, example=example)
    return _("The answer, one of {letters}").format(letters=letters)


def not_taken(play: ClassRound) -> str:
    """Why what was typed for a question with options is not taken."""
    options = len(play.current.shown)
    if play.phase is ClassPhase.TALKING:
        return _("Please type {n} counts with spaces between, one for each option, or x.").format(n=options)
    if play.can_vote:
        return _("Please type {n} counts with spaces between, one for each option, or one letter, or x.").format(
            n=options
        )
    return _("Please type one letter, or x.")


def odd_count(counts: Counted, before: int) -> str:
    """Asked once where a vote has other hands than the last one."""
    text = _("That makes {hands}, and last time it was {before}. Enter takes it, or type the counts again")
    return text.format(hands=hands_in_words(counts.hands), before=before)


def hands_in_words(hands: int) -> str:
    """So many hands."""
    return counted(hands, "{n} hand", "{n} hands")


def talk(play: ClassRound) -> str:
    """What a class does between two votes; nothing is revealed."""
    text = _("Talk to your neighbour: why is your answer right? Then vote again. You have {seconds}.")
    return text.format(seconds=seconds_in_words(play.seconds or 0))


def seconds_in_words(seconds: int) -> str:
    """So many seconds."""
    return counted(seconds, "{n} second", "{n} seconds")


def vote_lines(turn: Turn) -> list[str]:
    """A vote, an option a line: letter, hands, a bar, and which one is right."""
    if not isinstance(turn.response, Counted) or not isinstance(turn.question, ChoiceQuestion):
        return []
    lines = []
    for at, count in enumerate(turn.response.counts):
        bar = "█" * round(_BAR * share_of(turn.response.counts, at))
        sign = _(" ✓ right") if at == turn.question.key else ""
        lines.append(f"{LETTERS[at]} {count:3} {bar}{sign}")
    return lines


def gain_in_words(turn: Turn) -> str:
    """What talking changed: "Right: 12 of 20, then 17 of 20"; the one vote if there was no other."""
    if turn.gain is not None:
        before, hands, after, hands_after = turn.gain
        text = _("Right: {before} of {hands}, then {after} of {hands_after}")
        return text.format(before=before, hands=hands, after=after, hands_after=hands_after)
    if isinstance(turn.response, Counted) and isinstance(turn.question, ChoiceQuestion):
        right = turn.response.counts[turn.question.key]
        return _("Right: {right} of {hands}").format(right=right, hands=turn.response.hands)
    return ""


def standing_in_words(standing: Standing) -> str:
    """What a team came to: "Foxes ◆: 67 of 100, from 3 questions"."""
    asked = counted(standing.asked, "{n} question", "{n} questions")
    text = _("{team}: {points} of 100, from {asked}")
    return text.format(team=team_name(standing.team), points=standing.points, asked=asked)


def winners_in_words(winners: Sequence[Team]) -> str:
    """Who won; all of several."""
    if not winners:
        return ""
    names = _(" and ").join(team_name(team) for team in winners)
    return (_("{names} win") if len(winners) == 1 else _("A shared win: {names}")).format(names=names)


def level_in_words(play: ClassRound) -> str:
    """That a date decides between teams that are level."""
    names = _(" and ").join(team_name(team) for team in play.level)
    return _("Level: {names}. The nearest date wins; if two are as near, both do.").format(names=names)


SWAPPED = _("Another question of the same topic. The one before counts nowhere.")
NO_OTHER = _("This topic has no other question that is not in the round yet.")
TAKEN_BACK = _("Taken back. The question again; what you type now counts.")
PAUSED, GOES_ON = _("The clock stands still. p lets it go on."), _("The clock goes on.")
AFTER_AN_ANSWER = _("Enter goes on, w where it says so, u undo, b board")
HELP = _("n another question, u undo, p pause, t more time, q leave; b the board, once the answer stands. All is kept.")
NO_CLOCK = _("There is no clock on this question.")
NOT_NOW = _("That can't be done just now.")


def content_note(note: str) -> str:
    """What a pack says of itself before it is played for the first time."""
    return _("Note: {note}").format(note=note)


def code_line(code: str) -> str:
    """By which the same round is played or printed again."""
    return _("Round code: {code}").format(code=code)


def play_on(trouble: str) -> str:
    """That something can't be saved at the moment."""
    return _("{trouble} Play on; it will be tried again.").format(trouble=trouble)


def class_feedback(pack: Pack, turn: Turn) -> Feedback:
    """What is said of an answer of a team or a class; of a vote, as of what most hands chose."""
    response = turn.response
    if isinstance(response, Counted):
        chosen = turn.verdict.chosen if isinstance(turn.verdict, ChoiceVerdict) else None
        response = DontKnow() if chosen is None else Chose(chosen)
    said = feedback(pack, Given(turn.question, response, turn.verdict))
    earned = counted(turn.points, "+{n} point", "+{n} points") if turn.points else ""
    return replace(said, points=earned)


def more_time_in_words(seconds: int) -> str:
    """That there is more time."""
    return _("{seconds} more.").format(seconds=seconds_in_words(seconds))
