"""Sheets: the same round as on the projector, printable, and nothing in them that a bank could smuggle in."""

import random
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from quizgame.banks.pack import Pack
from quizgame.game.draw.natural_order import natural_order
from quizgame.game.draw.selection import KINDS, Selection, draw_selection
from quizgame.game.kinds.any import Question
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.ordering import Ordered, OrderingQuestion, grade_ordering
from quizgame.game.play.paper_entry import read_paper_line
from quizgame.paper.page import Size
from quizgame.paper.sheet import Sheet, files_of, key_text, sheet_of, worksheet_text
from quizgame.paper.versions import versions_of
from quizgame.wording.paper import key_answer
from tests.game.play.classes import EVENTS
from tests.game.strategies import bank, fact, pack_of

SELECTION = Selection("TIGER-42", EVENTS.topics, 12, KINDS)
NASTY = '</li><script src="https://example.org/x.js">alert(1)</script>\x1b[2J&amp;<img src=x onerror=y>'


class Seen(HTMLParser):
    """What a browser would see of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data if "style" not in self.open else ""


def pages(sheet: Sheet, **how: object) -> dict[str, Seen]:
    files = files_of(sheet, **how)  # type: ignore[arg-type] # of the page
    return {name: Seen(text) for name, text in files.items() if name.endswith(".html")}


def hostile() -> Pack:
    banks = bank("north", [fact(name) for name in "abcdef"])
    texts = [
        one.model_copy(
            update={
                "questions": tuple(
                    question.model_copy(
                        update={"prompt": f"{question.id} {NASTY}", "answer": NASTY, "explanation": NASTY}
                    )
                    for question in one.questions
                )
            }
        )
        for one in banks.facts
    ]
    return pack_of(banks.model_copy(update={"facts": tuple(texts), "section": NASTY}))


def test_a_sheet_has_the_questions_of_its_code_in_their_order() -> None:
    sheet = sheet_of(EVENTS, SELECTION)
    [only] = sheet.versions
    assert only.questions == draw_selection(EVENTS, SELECTION)
    names = list(files_of(sheet))
    assert names == [f"{sheet.code.casefold()}{end}" for end in (".html", "-key.html", ".txt", "-key.txt")]
    for name, seen in pages(sheet).items():
        assert sheet.code in seen.text, name
    text = worksheet_text(sheet, only)
    prompts = [one.prompt for one in only.questions if isinstance(one, ChoiceQuestion)]
    assert [text.index(prompt) for prompt in prompts] == sorted(text.index(prompt) for prompt in prompts)


@pytest.mark.parametrize("size", Size)
@pytest.mark.parametrize("large", [False, True])
def test_a_page_needs_nothing_from_elsewhere(size: Size, large: bool) -> None:
    for pack, selection in ((EVENTS, SELECTION), (hostile(), Selection("OWL-1", ("north",), 4, ("choice",)))):
        sheet = sheet_of(pack, selection, both=True)
        for name, text in files_of(sheet, size=size, large=large).items():
            if not name.endswith(".html"):
                continue
            seen = Seen(text)
            assert not seen.tags & {"script", "img", "link", "iframe", "svg", "object", "a"}
            assert not seen.attributes & {"src", "href", "onerror", "style"}
            assert "default-src 'none'" in text
            assert "\x1b" not in text
            assert f"size: {size.value}" in text
            assert not re.search(r"url\(|@import|https?:", text.split("</style>")[0])


def test_what_a_bank_says_is_printed_as_it_stands() -> None:
    sheet = sheet_of(hostile(), Selection("OWL-1", ("north",), 4, ("choice",)))
    work, key = pages(sheet).values()
    assert work.text.count("<script src=") == 8
    assert key.text.count("alert(1)") == 4 * 3
    assert "\x1b" not in worksheet_text(sheet, sheet.versions[0]) + key_text(sheet, sheet.versions[0])


def test_the_worksheet_gives_no_answer_away_and_the_key_has_them_all() -> None:
    sheet = sheet_of(EVENTS, SELECTION, both=True)
    work, key = pages(sheet).values()
    for question in sheet.versions[0].questions:
        reason = question.explanation if isinstance(question, ChoiceQuestion) else key_answer(question)
        assert reason not in work.text
        assert reason in key.text
    assert "Section 1, paragraph 1" in key.text


def same_question(one: Question, other: Question) -> bool:
    return (one.id, set(one.facts), set(one.shown)) == (other.id, set(other.facts), set(other.shown))


def test_version_b_asks_the_same_in_another_order_and_the_key_says_both() -> None:
    for number in range(30):
        first, second = versions_of(draw_selection(EVENTS, SELECTION), f"OWL-{number}", both=True)
        assert [one.first for one in second.printed] != list(range(1, 13))
        assert sorted(one.first for one in second.printed) == list(range(1, 13))
        for one in second.printed:
            before, after = first.questions[one.first - 1], one.question
            assert same_question(before, after)
            if isinstance(before, ChoiceQuestion) and isinstance(after, ChoiceQuestion):
                assert before.options[before.key] == after.options[after.key]
        assert versions_of(first.questions, f"OWL-{number}", both=True) == (first, second)
    text = key_text(replace(sheet_of(EVENTS, SELECTION), versions=(first, second)), second)
    assert f"1. (On A: {second.printed[0].first})" in text


def test_options_with_a_natural_order_keep_it_in_version_b() -> None:
    years = ("1988", "1991", "1994", "2020")
    assert natural_order(years) is not None
    [question, *_] = [one for one in draw_selection(EVENTS, SELECTION) if isinstance(one, ChoiceQuestion)]
    options = tuple(replace(question.options[0], text=year) for year in years)
    dated = replace(question, options=options, key=2)
    for number in range(20):
        _, second = versions_of([dated, dated], f"OWL-{number}", both=True)
        assert [one.question for one in second.printed] == [dated, dated]


def test_the_key_of_an_ordering_is_right_on_every_version() -> None:
    selection = replace(SELECTION, kinds=("ordering",), length=6)
    for version in sheet_of(EVENTS, selection, both=True).versions:
        for question in version.questions:
            assert isinstance(question, OrderingQuestion)
            order = tuple("ABCDEFGH".index(letter) for letter in key_answer(question).split())
            assert grade_ordering(question, Ordered(order)).right


def test_what_the_key_says_typed_in_is_all_right() -> None:
    sheet = sheet_of(EVENTS, replace(SELECTION, kinds=("choice", "ordering")), both=True)
    for version in sheet.versions:
        typed = " ".join(
            key_answer(one).split()[0] if isinstance(one, ChoiceQuestion) else key_answer(one).replace(" ", "")
            for one in version.questions
        )
        line = read_paper_line(version.questions, f"7 {typed}")
        for question, response in zip(line.questions, line.responses, strict=True):
            match question:
                case ChoiceQuestion():
                    assert response.kept == (question.key,)
                case OrderingQuestion():
                    assert isinstance(response, Ordered)
                    assert grade_ordering(question, response).right


def test_orderings_are_cards_to_cut_out_with_the_letters_of_the_sheet() -> None:
    sheet = sheet_of(EVENTS, replace(SELECTION, kinds=("ordering",), length=2))
    work = next(iter(files_of(sheet).values()))
    for question in sheet.versions[0].questions:
        for at, text in enumerate(question.shown):
            assert f'<div class="card"><span class="letter">{"ABCD"[at]}</span>{text}</div>' in work
    plain = sheet_of(EVENTS, replace(SELECTION, kinds=("choice",), length=2))
    assert 'class="card"' not in next(iter(files_of(plain).values()))


def test_plain_text_has_a_line_for_each_option_and_boxes_for_an_order() -> None:
    rng = random.Random(1)
    for _ in range(20):
        seed = f"OWL-{rng.randrange(1000)}"
        sheet = sheet_of(EVENTS, replace(SELECTION, seed=seed))
        text = worksheet_text(sheet, sheet.versions[0])
        options = sum(len(one.shown) for one in sheet.versions[0].questions if one.kind != "date")
        assert len(re.findall(r"^   [A-H]  ", text, re.MULTILINE)) == options
        assert text.count("[ ] [ ] [ ]") == sum(one.kind == "ordering" for one in sheet.versions[0].questions)
        assert text.count("Year: ______") == sum(one.kind == "date" for one in sheet.versions[0].questions)
