"""What is said and written down when something in the game itself is wrong."""

import traceback
from pathlib import Path

from quizgame.wording import door


def report(error: BaseException | None, log: Path) -> str:
    """Describe an error in the crash log; returns the sentence for the player.

    Python and Textual would print the values of variables, so a child's answers too; this names places in the code.
    """
    frames = traceback.extract_tb(error.__traceback__ if error else None)
    lines = [type(error).__name__, *(f"  {Path(f.filename).name}:{f.lineno} in {f.name}" for f in frames)]
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError:
        return door.SOMETHING_WRONG
    return f"{door.SOMETHING_WRONG} {door.described_in(str(log))}"
