"""What the README and the pages beside it promise: files that are there, and commands that can be typed."""

import re
import shlex
from pathlib import Path

import pytest

from quizgame.banks.files.read import read_library
from quizgame.command_line import USED, read, unused
from quizgame.game.draw.codes import code_of, read_code
from quizgame.game.draw.selection import Selection
from quizgame.wording.help_topics import TOPICS
from tests.plain.terminal import play_here

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
LINK = re.compile(r"\]\(([^)#:]+)\)")
COMMAND = re.compile(r"(?:^    |`)(quizgame [^`\n]+?)(?=`|\s*#|\s{3,}|$)", re.MULTILINE)
PLACEHOLDER = re.compile(r"\b[A-Z]{3,}\b(?!-)")
CODE = re.compile(r"\b[A-Z]+-\d+(?:-[0-9A-Z]{3}){2,}")
ONLY_FOR_ITS_FORM = "TIGER-42-K7Q-XPM"
MOST_BYTES = 400_000
"""All pictures together: a page must come up at once."""


def typed_on(text: str) -> set[str]:
    """Every command that a text shows; a line may hold several, with room between them."""
    split = re.sub(r" {3,}(?=quizgame )", "\n    ", text)
    return {
        one.strip() for one in COMMAND.findall(split) if "…" not in one and not re.search(r"\b[A-Z]{3,}\b(?!-)", one)
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_link_leads_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_each_command_can_be_typed(page: Path) -> None:
    for line in typed_on(page.read_text("utf-8")):
        options = read(shlex.split(line)[1:])
        assert unused(options) is None, line


def test_the_readme_begins_with_pictures_and_two_commands() -> None:
    text = (ROOT / "README.md").read_text("utf-8")
    before, _, after = text.partition("    make play\n")
    assert "docs/pictures/" in before
    assert "    make test\n" in after
    assert sum(path.stat().st_size for path in (ROOT / "docs" / "pictures").iterdir()) < MOST_BYTES


@pytest.mark.parametrize("topic", TOPICS)
def test_help_has_a_page_on_each_topic_whose_commands_can_be_typed(topic: str) -> None:
    told = play_here("help", topic)
    assert (told.status, told.err) == (0, "")
    assert max(map(len, told.lines)) <= 125
    for line in typed_on(told.out):
        read(shlex.split(line)[1:])


def test_help_lists_topics_and_commands_and_knows_commands() -> None:
    listed = play_here("help").out
    assert all(name in listed for name in (*TOPICS, *USED))
    assert play_here("help", "check").out == play_here("check", "--help").out
    assert play_here("help", "quux").status == 2


def test_the_codes_that_are_shown_ask_something_of_the_pack_that_ships() -> None:
    pack = next(files.pack for files in read_library((ROOT / "question_banks",)).packs)
    texts = [*(page.read_text("utf-8") for page in PAGES), *(text for pair in TOPICS.values() for text in pair)]
    codes = {code for text in texts for code in CODE.findall(text)} - {ONLY_FOR_ITS_FORM}
    assert codes
    for code in codes:
        assert read_code(pack, code).topics, f"write {code_of(pack, Selection('TIGER-42', pack.topics, 12))}"
