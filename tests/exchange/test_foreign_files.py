"""Files as other programs and people write them: told apart by their content, read, and what stays out is named."""

import io
import zipfile

import openpyxl
import pytest

from quizgame.banks.dates import parse
from quizgame.exchange.bring import new_pack
from quizgame.exchange.file import File
from quizgame.exchange.formats import read
from quizgame.exchange.neutral import Imported, Question, Statement, UnreadableError, Word, said
from quizgame.exchange.reasons import Why
from quizgame.exchange.recognise import recognised

GIFT = """\
// a comment [id:grant-tomb]
$CATEGORY: $course$/top/Cities/Europe // and beyond

::Q1:: What's between orange and green in the spectrum? {
  =yellow # right; good!
  ~red # wrong, it's yellow
  ~blue # wrong, it's yellow
  ####Because of the light.
}

::Q2:: 1+1\\=2 is true. {T}

Who is buried in Grant's tomb?{=Grant =Ulysses}

Two plus {~one ~%100%two ~three} is four.

What is this? <b>bold</b> &amp; bright{
  ~%50%half
  ~%50%other half
  ~%-100%none
}

Match. {=a -> b =c -> d =e -> f}

When was he born? {#1822:5}

Write a short essay. {}

[html]<p>How <i>many</i><br>moons?</p><img src="moon.png">{=<b>One</b> ~Two ~Three}

Order them. {>3 ALL VERTICAL ABSOLUTE_POSITION SHOW none
Rome is founded (753)
Rome falls (1453)
Man on the Moon (20 July 1969)
}

Order these. {>2 ALL
one
two
}
"""


def kinds(imported: Imported) -> tuple[list[str], list[Why]]:
    return [said(entry) for entry in imported.entries], [one.why for one in imported.left_out]


def only(text: str, form: str) -> Imported:
    file = File("file.txt", text.encode())
    assert recognised(file).name == form
    return read(file)


def test_gift_as_moodle_s_manual_writes_it() -> None:
    found = only(GIFT, "gift")
    first, _, gap, picture = [entry for entry in found.entries if isinstance(entry, Question)]
    assert (first.prompt, first.answer) == ("What's between orange and green in the spectrum?", "yellow")
    assert [(one.text, one.why) for one in first.wrong or ()] == [
        ("red", "wrong, it's yellow"),
        ("blue", "wrong, it's yellow"),
    ]
    assert first.explanation == "Because of the light."
    assert (gap.prompt, gap.answer) == ("Two plus _____ is four.", "two")
    assert (picture.prompt, picture.answer) == ("How many\nmoons?", "One")
    events = [(entry.date, entry.label) for entry in found.entries if isinstance(entry, Statement)]
    assert events == [("0753", "Rome is founded"), ("1453", "Rome falls"), ("1969-07-20", "Man on the Moon")]
    assert [one.why for one in found.left_out] == [
        Why.OTHER_KIND,
        Why.SEVERAL_ANSWERS,
        Why.OTHER_KIND,
        Why.OTHER_KIND,
        Why.OTHER_KIND,
        Why.MEDIA,
        Why.ORDER_WITHOUT_DATES,
    ]


AIKEN = """\
What is the correct answer to this question?
A. Is it this one?
B. Maybe this answer?
C. Possibly this one?
ANSWER: C

Which LMS has the most import formats?
A) Moodle
B) ATutor
C) Claroline
ANSWER: a

No answer here?
A. one
B. two
"""


def test_aiken_with_both_kinds_of_letters() -> None:
    for text in (AIKEN, "\ufeff" + AIKEN, AIKEN.replace("\n", "\r\n")):
        found = only(text, "aiken")
        answers = [entry.answer for entry in found.entries if isinstance(entry, Question)]
        assert answers == ["Possibly this one?", "Moodle"]
        assert [one.why for one in found.left_out] == [Why.NO_ANSWER]


MOODLE = """\
<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>$course$/top/Space</text></category></question>
<question type="multichoice">
 <name><text>n</text></name>
 <questiontext format="html"><text><![CDATA[<p>What is <b>Eagle</b>? A &amp; B
 <img src="@@PLUGINFILE@@/a.png"></p>]]></text>
 <file name="a.png" encoding="base64">SUQz</file><file name="b.mp3" encoding="base64">SUQz</file></questiontext>
 <generalfeedback format="html"><text>It took them down.</text></generalfeedback>
 <single>true</single>
 <answer fraction="100" format="html"><text>A lander</text><feedback><text></text></feedback></answer>
 <answer fraction="0" format="html"><text>A rocket</text><feedback><text>No.</text></feedback></answer>
 <answer fraction="-50" format="html"><text>A rover</text></answer>
</question>
<question type="truefalse"><questiontext><text>The Earth is flat.</text></questiontext>
 <answer fraction="100"><text>false</text></answer><answer fraction="0"><text>true</text></answer></question>
<question type="multichoice"><questiontext><text>Two are right?</text></questiontext>
 <answer fraction="50"><text>a</text></answer><answer fraction="50"><text>b</text></answer></question>
<question type="essay"><questiontext><text>Write.</text></questiontext></question>
<question type="ordering"><questiontext><text>Order</text></questiontext>
 <answer fraction="2"><text>Landing (1969)</text></answer>
 <answer fraction="1"><text>Sputnik (1957)</text></answer></question>
</quiz>
"""


def test_moodle_xml_with_html_feedback_and_an_ordering() -> None:
    found = only(MOODLE, "moodle-xml")
    assert kinds(found) == (
        ["What is Eagle? A & B", "The Earth is flat.", "Sputnik", "Landing"],
        [Why.MEDIA, Why.MEDIA, Why.SEVERAL_ANSWERS, Why.OTHER_KIND],
    )
    assert [one.detail for one in found.left_out[:2]] == ["a.png", "b.mp3"]
    first = found.entries[0]
    assert isinstance(first, Question)
    assert first.topic == "Space"
    assert [(one.text, one.why) for one in first.wrong or ()] == [("A rocket", "No."), ("A rover", None)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('<!DOCTYPE q [<!ENTITY a "x">]><quiz>&a;</quiz>', Why.ENTITIES),
        ('<!DOCTYPE q SYSTEM "http://example.org/x.dtd"><quiz><question type="x"/></quiz>', None),
        ("<quiz><question>", Why.BROKEN_FILE),
        ("<quiz>" * 200 + "</quiz>" * 200, Why.TOO_DEEP),
        ("<quiz></quiz>", Why.NOTHING_IN_IT),
        ("<html><body>hello</body></html>", Why.NOT_KNOWN),
    ],
)
def test_xml_from_anywhere_harms_nobody(text: str, why: Why | None) -> None:
    if why is None:
        assert kinds(read(File("x.xml", text.encode()))) == ([], [Why.OTHER_KIND])
        return
    with pytest.raises(UnreadableError) as caught:
        read(File("x.xml", text.encode()))
    assert caught.value.why is why


TRIVIA = """{"response_code":0,"results":[
{"type":"multiple","difficulty":"easy","category":"History","question":"Who wrote &quot;Emma&quot;?",
 "correct_answer":"Jane Austen","incorrect_answers":["Mary Shelley","George Eliot","Emily Bront&euml;"]},
{"type":"boolean","category":"History","question":"It is so.","correct_answer":"True","incorrect_answers":["False"]},
{"question":"?"}, 7]}"""


def test_open_trivia_without_its_entities() -> None:
    found = only(TRIVIA, "open-trivia")
    assert kinds(found) == (['Who wrote "Emma"?', "It is so."], [Why.NO_ANSWER, Why.NOT_UNDERSTOOD])
    assert found.about.values["source"] == {
        "title": "Open Trivia Database",
        "address": "https://opentdb.com",
        "licence": "CC BY-SA 4.0",
    }


HASCARD = """\
# Word or question
Definition or answer

---

# Multiple choice question, (only one answer is right)
- Choice 1
* Choice 2 (this is the correct answer)
- Choice 3

---

# Multiple answer question
[*] Option 1
[ ] Option 2
[*] Option 3

---

# Open question
_This_ is the answer

---

# ook
_aussi|autant_

---

# Order the letters
4. d
1. a
2. b
3. c

---

# With a picture
![it](image.png)
A meaning
"""


def test_hascard_as_its_readme_writes_it() -> None:
    assert kinds(only(HASCARD, "hascard")) == (
        ["Word or question", "Multiple choice question, (only one answer is right)", "ook", "With a picture"],
        [Why.SEVERAL_ANSWERS, Why.CLOZE, Why.ORDER_WITHOUT_DATES, Why.MEDIA],
    )


def test_lists_of_words_and_of_dates() -> None:
    found = only("# Space\norbit: the way round a star\nmoon: what goes round a planet\nno sign here\n", "word-list")
    assert [(entry.topic, said(entry)) for entry in found.entries] == [("Space", "orbit"), ("Space", "moon")]
    assert [one.why for one in found.left_out] == [Why.NO_ANSWER]
    dates = only(
        "1957: Sputnik\n12 April 1961: Gagarin\n1969-07-20: Eagle lands\n44 BC: Caesar dies\n1914–18: a war\n"
        "-490: Marathon\nc. 10,000 BC: Fields\n5th century BC: A temple\n3/4/1988: A feast\nspring 1990: A vote\n",
        "word-list",
    )
    assert all(isinstance(entry, Statement) for entry in dates.entries)
    told = new_pack(dates, "dates", "dates.txt", parse("2026-11-26"))
    assert [(one.why, one.said) for one in told.left_out] == [(Why.DOES_NOT_FIT, "A feast")]
    assert [fact.date.edtf for fact in told.banks[0].facts if fact.date] == [
        "1957",
        "1961-04-12",
        "1969-07-20",
        "-0043",
        "1914/1918",
        "-0489",
        "-9999~",
        "-04XX",
        "1990-21",
    ]
    tabs = only("orbit\tthe way round\nmoon\tgoes round\n", "quizlet")
    assert all(isinstance(entry, Word) for entry in tabs.entries)


ANKI = '''\
#separator:tab
#html:true
#guid column:1
#deck column:2
#tags column:5
g1\tSpace::Moon\tEagle &amp; co\t"<b>A lander</b><br>of ""1969"""\ttag
g2\tSpace::Moon\tSee <img src="x.jpg">\tA picture\t
g3\tDefault\t{{c1::Gap}}\tx\t
'''


def test_anki_s_text_with_html() -> None:
    found = only(ANKI, "anki-text")
    assert kinds(found) == (["Eagle & co", "See"], [Why.MEDIA, Why.CLOZE])
    assert [entry.topic for entry in found.entries] == ["Moon", "Moon"]
    first = found.entries[0]
    assert isinstance(first, Word)
    assert first.definition == 'A lander\nof "1969"'


SHEET = (
    "Question;Right answer;Wrong 1;Wrong 2;Wrong 3;Topic;Explanation\nWhere is Zürich?;Here;There;Nowhere;;Städte;So\n"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_sheet_with_named_columns_in_any_encoding(encoding: str, delimiter: str) -> None:
    file = File("x.csv", SHEET.replace(";", delimiter).encode(encoding))
    assert recognised(file).name == "sheet"
    (entry,) = read(file).entries
    assert isinstance(entry, Question)
    assert (entry.prompt, entry.answer, entry.topic, entry.explanation) == ("Where is Zürich?", "Here", "Städte", "So")
    assert [one.text for one in entry.wrong or ()] == ["There", "Nowhere"]


@pytest.mark.parametrize(
    ("text", "answer", "wrong"),
    [
        ("Question,Option A,Option B,Option C,Answer\nq,x,y,z,B\n", "y", ["x", "z"]),
        ("Question,Option 1,Option 2,Option 3,Correct\nq,x,y,z,3\n", "z", ["x", "y"]),
        ("Prompt,Choice 1,Choice 2,Choice 3,Key\nq,3,2,1,2\n", "2", ["3", "1"]),
        ("Frage,Antwort,Falsche Antworten\nq,x,y | z\n", "x", ["y", "z"]),
        ("Frage,Richtige Antwort,Falsche Antwort 1,Falsche Antwort 2\nq,x,y,z\n", "x", ["y", "z"]),
        ("Frage,Antwort,Falsch 1,Falsch 2\nq,x,y,z\n", "x", ["y", "z"]),
        ("Pregunta,Respuesta,Respuesta incorrecta 1,Incorrecta 2\nq,x,y,z\n", "x", ["y", "z"]),
        ("Question,Bonne réponse,Mauvaise réponse 1,Fausse réponse 2\nq,x,y,z\n", "x", ["y", "z"]),
        ("Domanda,Risposta,Risposta errata 1,Risposta sbagliata 2\nq,x,y,z\n", "x", ["y", "z"]),
        ("Вопрос,Ответ,Неправильный ответ 1,Неверный ответ 2\nq,x,y,z\n", "x", ["y", "z"]),
        ("question,answer,distractors\nq,x,y; z; w\n", "x", ["y", "z", "w"]),
    ],
)
def test_a_sheet_names_the_right_option_in_many_ways(text: str, answer: str, wrong: list[str]) -> None:
    (entry,) = read(File("x.csv", text.encode())).entries
    assert isinstance(entry, Question)
    assert (entry.answer, [one.text for one in entry.wrong or ()]) == (answer, wrong)


def test_rows_of_a_sheet_that_can_not_come_in_are_named_by_their_number() -> None:
    text = 'Question,Option 1,Option 2,Option 3,Correct\na,x,y,z,9\nb,x,y,z,"1,2"\nc,x,y,z,\n,x,y,z,1\n'
    found = read(File("x.csv", text.encode()))
    assert [(getattr(one.place, "number", 0), one.why) for one in found.left_out] == [
        (2, Why.ANSWER_NOT_AN_OPTION),
        (3, Why.SEVERAL_ANSWERS),
        (4, Why.NO_ANSWER),
        (5, Why.NO_QUESTION),
    ]


def workbook(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_workbook_with_numbers_dates_and_formulas() -> None:
    rows: list[list[object]] = [["Year", "Event"], [1957, "Sputnik"], [1961.0, "Gagarin"], ["1969-07-20", "=1+1"]]
    found = read(File("x.xlsx", workbook(rows)))
    assert [(entry.date, entry.label) for entry in found.entries if isinstance(entry, Statement)] == [
        ("1957", "Sputnik"),
        ("1961", "Gagarin"),
    ]
    assert [one.why for one in found.left_out] == [Why.NO_QUESTION]  # what the formula gives was never worked out


QTI_12 = """<questestinterop><assessment title="Unit"><section><item ident="i1" title="t">
<itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel>
<fieldentry>multiple_choice_question</fieldentry></qtimetadatafield></qtimetadata></itemmetadata>
<presentation><material><mattext texttype="text/html">&lt;p&gt;What is &lt;b&gt;it&lt;/b&gt;?&lt;/p&gt;</mattext>
</material>
<response_lid ident="response1" rcardinality="Single"><render_choice>
<response_label ident="a">
<material><mattext texttype="text/plain">One</mattext></material></response_label>
<response_label ident="b"><material><mattext>Two</mattext></material></response_label>
<response_label ident="c"><material><mattext>Three</mattext></material></response_label>
</render_choice></response_lid></presentation>
<resprocessing><respcondition continue="Yes"><conditionvar><other/></conditionvar></respcondition>
<respcondition continue="No"><conditionvar><varequal respident="response1">b</varequal></conditionvar>
<setvar action="Set" varname="SCORE">100</setvar></respcondition></resprocessing>
<itemfeedback ident="general_fb"><flow_mat><material><mattext>Because.</mattext></material></flow_mat></itemfeedback>
</item></section></assessment></questestinterop>"""
QTI_21 = """<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i2" title="Space">
<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse>
<value>B</value></correctResponse></responseDeclaration>
<itemBody><p>Look at <em>this</em>.</p><choiceInteraction responseIdentifier="RESPONSE" maxChoices="1">
<prompt>What is it?</prompt><simpleChoice identifier="A">One</simpleChoice>
<simpleChoice identifier="B">Two</simpleChoice>
<simpleChoice identifier="C">Three</simpleChoice></choiceInteraction></itemBody></assessmentItem>"""


@pytest.mark.parametrize(("text", "prompt"), [(QTI_12, "What is it?"), (QTI_21, "Look at this.\nWhat is it?")])
def test_qti_of_older_versions_alone_and_in_a_package(text: str, prompt: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("imsmanifest.xml", "<manifest/>")
        archive.writestr("folder/../../item.xml", text)
    for data in (text.encode(), out.getvalue()):
        file = File("x", data)
        assert recognised(file).name == "qti"
        (entry,) = read(file).entries
        assert isinstance(entry, Question)
        assert (entry.prompt, entry.answer) == (prompt, "Two")
        assert [one.text for one in entry.wrong or ()] == ["One", "Three"]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", Why.EMPTY_FILE),
        (b" \n\n", Why.EMPTY_FILE),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, Why.NOT_TEXT),
        (b"just a sentence without anything in it", Why.NOT_KNOWN),
        (b"PK\x03\x04 and no more", Why.BROKEN_ARCHIVE),
        (b'{"format": "quizgame", "version": 99}', Why.NEWER_VERSION),
        (b'{"results": [', Why.BROKEN_FILE),
        (b"[" * 100_000, Why.NOT_KNOWN),
    ],
)
def test_what_is_no_file_of_ours_is_refused_with_the_reason(data: bytes, why: Why) -> None:
    with pytest.raises(UnreadableError) as caught:
        read(File("x", data))
    assert caught.value.why is why


def test_a_zip_that_would_unpack_to_gigabytes_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(4):
            archive.writestr(f"xl/{number}", bytes(90_000_000))
    with pytest.raises(UnreadableError) as caught:
        read(File("x.xlsx", out.getvalue()))
    assert caught.value.why is Why.UNPACKS_TOO_LARGE
