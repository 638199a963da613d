"""A worksheet, its key, and the cards of its orderings: as HTML to print, and as plain text."""

from collections.abc import Iterator
from dataclasses import dataclass

from quizgame.banks.clean import clean_lines
from quizgame.banks.pack import Pack
from quizgame.game.draw.codes import code_of
from quizgame.game.draw.selection import Selection, draw_selection
from quizgame.game.kinds.any import Question
from quizgame.game.kinds.choice import ChoiceQuestion
from quizgame.game.kinds.ordering import OrderingQuestion
from quizgame.game.play.votes import LETTERS
from quizgame.paper.page import Size, element, escaped, escaped_lines, page
from quizgame.paper.versions import Printed, Version, versions_of
from quizgame.wording import paper as words
from quizgame.wording.paper import cards_title, key_answer, key_reason, key_source, key_title, printed_prompt


@dataclass(frozen=True, slots=True)
class Sheet:
    """A round on paper."""

    pack: Pack
    code: str
    versions: tuple[Version, ...]

    @property
    def both(self) -> bool:
        """Whether there are versions A and B."""
        return len(self.versions) > 1


def sheet_of(pack: Pack, selection: Selection, *, both: bool = False) -> Sheet:
    """The sheet of a selection: the questions of the same code on the projector, in the same order."""
    questions = draw_selection(pack, selection)
    return Sheet(pack, code_of(pack, selection), versions_of(questions, selection.seed, both=both))


def files_of(sheet: Sheet, *, size: Size = Size.A4, large: bool = False) -> dict[str, str]:
    """The files of a sheet by their names: worksheets and cards, keys, each as HTML and as plain text."""
    name = sheet.code.casefold()
    language = sheet.pack.about.language
    work = [_worksheet(sheet, version) for version in sheet.versions] + list(_cards(sheet))
    keys = [_key(sheet, version) for version in sheet.versions]
    return {
        f"{name}.html": page(f"{sheet.pack.title} {sheet.code}", language, work, size=size, large=large),
        f"{name}-key.html": page(f"{words.KEY} {sheet.code}", language, keys, size=size, large=large),
        f"{name}.txt": "\n\f\n".join(worksheet_text(sheet, version) for version in sheet.versions),
        f"{name}-key.txt": "\n\f\n".join(key_text(sheet, version) for version in sheet.versions),
    }


def _header(title: str, sheet: Sheet, *, fields: bool) -> str:
    parts = [element("h1", escaped(title)), element("span", escaped(sheet.code))]
    if fields:
        line = '<span class="line"></span>'
        parts += [element("span", f"{escaped(label)}: {line}", "field") for label in (words.SEAT, words.DATE)]
    return element("header", "".join(parts))


def _worksheet(sheet: Sheet, version: Version) -> str:
    title = words.sheet_title(sheet.pack, version.letter, both=sheet.both)
    questions = "".join(element("li", _question(one)) for one in version.printed)
    listed = element("ol", questions, "questions")
    return element("section", _header(title, sheet, fields=True) + listed)


def _question(printed: Printed) -> str:
    question = printed.question
    number = element("span", f"{printed.number}.", "number")
    asked = escaped_lines(printed_prompt(question))
    if isinstance(question, OrderingQuestion):
        boxes = '<span class="box"></span>' * len(question.events)
        asked = element("span", boxes, "boxes") + asked
    prompt = element("div", asked, "prompt")
    if isinstance(question, ChoiceQuestion | OrderingQuestion):
        return number + prompt + _options(question.shown)
    return number + prompt + element("div", f'{escaped(words.YEAR)}: <span class="line"></span>', "boxes")


def _options(texts: tuple[str, ...]) -> str:
    items = (element("li", _letter(at) + escaped_lines(text)) for at, text in enumerate(texts))
    return element("ul", "".join(items), "options")


def _letter(at: int) -> str:
    return element("span", LETTERS[at], "letter")


def _cards(sheet: Sheet) -> Iterator[str]:
    """A page of cards for the orderings of version A; nothing where there are none."""
    orderings = [one for one in sheet.versions[0].printed if isinstance(one.question, OrderingQuestion)]
    if not orderings:
        return
    sets = []
    for one in orderings:
        cards = (element("div", _letter(at) + escaped(text), "card") for at, text in enumerate(one.question.shown))
        sets.append(element("h2", escaped(cards_title(one.number))) + element("div", "".join(cards), "cards"))
    cut = element("p", escaped(words.CUT), "cut")
    yield element("section", _header(words.CARDS_TO_CUT, sheet, fields=False) + cut + "".join(sets))


def _key(sheet: Sheet, version: Version) -> str:
    on_a = sheet.both and version is not sheet.versions[0]
    heads = [words.NUMBER, *([words.ON_A] if on_a else []), words.ANSWER, words.WHY, words.SOURCE]
    kinds = ["number-head", *(["number-head"] if on_a else []), "answer-head", "", "source-head"]
    titles = (element("th", escaped(head), kind) for head, kind in zip(heads, kinds, strict=True))
    rows = [element("tr", "".join(titles))]
    for one in version.printed:
        numbers = [str(one.number), *([str(one.first)] if on_a else [])]
        cells = [*numbers, *_key_cells(sheet.pack, one.question)]
        rows.append(element("tr", "".join(element("td", escaped_lines(cell)) for cell in cells)))
    title = key_title(sheet.pack, version.letter, both=sheet.both)
    return element("section", _header(title, sheet, fields=False) + element("table", "".join(rows), "key"))


def _key_cells(pack: Pack, question: Question) -> tuple[str, str, str]:
    return key_answer(question), key_reason(pack, question), key_source(pack, question)


def worksheet_text(sheet: Sheet, version: Version) -> str:
    """A worksheet as plain text."""
    title = words.sheet_title(sheet.pack, version.letter, both=sheet.both)
    lines = [f"{title}    {sheet.code}", f"{words.SEAT}: ______    {words.DATE}: ____________", ""]
    for one in version.printed:
        lines.append(f"{one.number}. {printed_prompt(one.question)}")
        if not isinstance(one.question, ChoiceQuestion | OrderingQuestion):
            lines.append(f"   {words.YEAR}: ______")
        else:
            lines += [f"   {LETTERS[at]}  {text}" for at, text in enumerate(one.question.shown)]
        if isinstance(one.question, OrderingQuestion):
            lines.append(f"   {words.ORDER}: {' '.join(['[ ]'] * len(one.question.events))}")
        lines.append("")
    return clean_lines("\n".join(lines))


def key_text(sheet: Sheet, version: Version) -> str:
    """A key as plain text."""
    lines = [f"{key_title(sheet.pack, version.letter, both=sheet.both)}    {sheet.code}", ""]
    for one in version.printed:
        on_a = f" ({words.ON_A}: {one.first})" if sheet.both and version is not sheet.versions[0] else ""
        answer, reason, source = _key_cells(sheet.pack, one.question)
        lines += [f"{one.number}.{on_a} {answer}", f"   {reason}", f"   {source}", ""]
    return clean_lines("\n".join(lines))
