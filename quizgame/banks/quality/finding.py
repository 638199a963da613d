"""What a rule found: where below the thing it looked at, what, and how to mend it."""

from dataclasses import dataclass

from quizgame.banks.files.problems import Severity

Steps = tuple[str | int, ...]
"""A path of keys and places in a bank, such as `("facts", 2, "label")`."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend; it becomes a `Problem` where the file is known."""

    at: Steps
    what: str
    """A full sentence without its full stop."""
    mend: str
    severity: Severity = Severity.WARNING

    def below(self, *steps: str | int) -> "Finding":
        """The same, seen from further up."""
        return Finding((*steps, *self.at), self.what, self.mend, self.severity)
