"""What all kinds of question have in common on the screen."""

from dataclasses import dataclass

from textual.message import Message

from quizgame.game.kinds.any import Response


@dataclass
class Answered(Message):
    """The player gave an answer."""

    response: Response
