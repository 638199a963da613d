"""The few sentences of our own that stand in files which go out. `wording.exchange` gives them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """In the interface's language."""

    put_in_order: str = "Put these events in order, the earliest first."
    when: str = "When?"
    questions: str = "Questions"
    events: str = "Events"
    words: str = "Words"
    answers: str = "Answers"
