"""What is said while a pack is written and checked again and again."""

from datetime import datetime

from quizgame.wording.language import _, counted


def watching(files: int) -> str:
    """That it goes on."""
    return counted(
        files,
        "Watching {n} file: it is checked again when you save it. Ctrl+C ends.",
        "Watching {n} files: they are checked again when you save one. Ctrl+C ends.",
    )


def changed_at(moment: datetime) -> str:
    """When a change was seen, so that an old result is not taken for the new one."""
    return _("— {time}").format(time=f"{moment:%H:%M:%S}")
