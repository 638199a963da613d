"""The rules of the linter, each with changes of the bank `moon` that break it and changes that only just don't."""

from dataclasses import dataclass

from quizgame.banks.files.problems import Severity
from tests.packs import MOON

ERROR, WARNING = Severity.ERROR, Severity.WARNING
Change = tuple[str, str]

LABEL = "label: A probe sends pictures from the ground"
THIRD = "Where was the third member of the crew at that time?"
EXPLANATION = "It could not fly home, so it had to send them by radio."
OPTIONS = "answer: Pictures\n        distractors: [Stones, Sounds]"
EAGLE_WHAT = MOON[MOON.index("      - id: eagle-lands-what") : MOON.index("  - id: luna-lands\n")]
LONG_WORDS = "Which international organisation investigated astronautical communication difficulties?"


@dataclass(frozen=True)
class Rule:
    """What a rule says, where, how gravely, and the changes of the bank that break it and that only just don't."""

    what: str
    where: str
    """The beginning of the line that the problem points at."""
    severity: Severity
    trips: list[Change]
    spares: list[Change]


def label(text: str) -> Change:
    return (LABEL, f"label: {text}")


def luna(prompt: str, answer: str, *distractors: str) -> Change:
    """The question about Luna 9 asked in another way."""
    options = "\n".join(f"          - {distractor}" for distractor in distractors)
    return (
        f"prompt: What did Luna 9 send?\n        {OPTIONS}",
        f"prompt: {prompt}\n        answer: {answer}\n        distractors:\n{options}",
    )


def said(count: int) -> str:
    return " ".join(["so"] * count)


RULES = {
    "a paragraph that the section has": Rule(
        "The section has 4 paragraphs, not 5",
        "    paragraph: 5",
        ERROR,
        [("paragraph: 4", "paragraph: 5")],
        [("paragraph: 2", "paragraph: 4")],
    ),
    "a paragraph of a term that the section has": Rule(
        "The section has 4 paragraphs, not 5",
        "  - { id: orbit",
        ERROR,
        [("round another., paragraph: 1", "round another., paragraph: 5")],
        [("round another., paragraph: 1", "round another., paragraph: 4")],
    ),
    "a label that keeps its date to itself": Rule(
        "The label gives its date away",
        "    label:",
        ERROR,
        [
            label(text)
            for text in (
                "Pictures of 1966",
                "Pictures of the 1960s",
                "A launch on 3 February",
                "A launch on the 3rd of February",
                "A launch on February 3",
                "A launch in feb. 66 goes well, February 1066 does not",
                "The best probe of the 20th century",
                "The best probe of the twentieth century",
                "Pictures of the late sixties",
                "The summer of ’66",
                "A probe of 66 AD",
            )
        ],
        [
            label(text)
            for text in ("Luna 9 sends pictures", "Flight 370 lands", "Resolution 1325", "A ninth of the Moon")
        ],
    ),
    "a label that hints at no place in time": Rule(
        "The label may give its place in time away",
        "    label:",
        WARNING,
        [
            label(text)
            for text in (
                "Luna 9 sends pictures",
                "The first pictures",
                "Second probe",
                "Pictures in February",
                "Theresa May sees pictures",
                "A MAY launch",
                "March is for pictures",
                "A probe lands again",
                "After the landing",
                "Earlier pictures",
                "Winter pictures",
                "Pictures in spring",
                "The last probe",
            )
        ],
        [
            label(text)
            for text in (
                "Probes may now be sent",
                "Probes march on",
                "March on the ground of the Moon",
                "An august probe",
                "A spring on the Moon",
                "A Mayan pot",
                "Lasting pictures",
                "A marching band",
                "Thirsty crew",
                "Lunar probe",
                "Pictures of 1966",
            )
        ],
    ),
    "a label that says no more than its fact": Rule(
        "and the text of the fact does not",
        "    label:",
        WARNING,
        [label("Probe in the Ocean sends pictures"), label("A probe lands 3 times")],
        [
            label("Pictures from the Moon"),
            label("Lunar pictures of the Moon’s ground"),
            label("Ocean pictures"),
            ("text: Luna 9 sent the first", "text: The United States and Luna 9 sent the first"),
        ],
    ),
    "a question for what everyone should know": Rule(
        "A fact of importance 3 has no question",
        "  - id: money",
        ERROR,
        [("importance: 1", "importance: 3")],
        [("importance: 1", "importance: 2")],
    ),
    "two wordings for what everyone should know": Rule(
        "A fact of importance 3 has only one wording",
        "  - id: eagle-lands",
        WARNING,
        [(EAGLE_WHAT, "")],
        [("importance: 3", "importance: 2")],
    ),
    "a question for what people should know": Rule(
        "A fact of importance 2 has no question",
        "  - id: money",
        WARNING,
        [("importance: 1", "importance: 2")],
        [("importance: 1", "importance: 3")],
    ),
    "tags on a fact with a sensitive word": Rule(
        "The fact has no tags, but speaks of 'lost'",
        "    text: Luna 9",
        ERROR,
        [("Luna 9 sent the first", "Luna 9 LOST the first")],
        [
            ("Luna 9 sent the first", "Luna 9 sent the glossy"),
            ("Luna 9 sent the first pictures from the ground of the Moon.\n", "It was lost.\n    tags: [death]\n"),
        ],
    ),
    "the speaker in the prompt": Rule(
        "The prompt does not name who says so",
        "        prompt: What did Luna",
        ERROR,
        [("    date: 1966-02\n", "    date: 1966-02\n    attributed_to: the builders\n")],
        [
            (
                "    questions:\n      - id: luna-lands-sent\n        prompt: What did Luna 9",
                "    attributed_to: the crew\n    questions:\n      - id: x\n        prompt: What did The Crew",
            )
        ],
    ),
    "no answer in another prompt of the fact": Rule(
        "The prompt prints 'A lander', the answer of 'eagle-lands-what'",
        "        prompt: Where was the third one",
        WARNING,
        [
            (THIRD, "Where was the third one when a lander came down?"),
            (THIRD, "Where was the third one when the LANDER's crew came down?"),
        ],
        [
            (THIRD, "Where was the third one when a landeress came down?"),
            (THIRD, "Where was the third one when a lander, a rocket or a rover came down?"),
        ],
    ),
    "no answer in a prompt about the same thing": Rule(
        "The prompt prints 'Pictures', the answer of 'luna-lands-sent'",
        "        prompt: Where was",
        WARNING,
        [(THIRD, "Where was the third one when Luna 9 sent a picture?")],
        [
            (THIRD, "Where was the third one, as pictures of the crew show?"),
            (THIRD, "Where was the third one when Luna 9 sent pictures, stones and sounds?"),
        ],
    ),
    "no answer in a definition": Rule(
        "The definition prints 'Pictures', the answer of 'luna-lands-sent'",
        "  - { id: orbit",
        WARNING,
        [("The way of one body round another.", "The way of pictures that Luna sent.")],
        [("The way of one body round another.", "The way of stones.")],
    ),
    "no word of the glossary in a prompt about the same thing": Rule(
        "The prompt prints 'orbit', the answer of 'orbit'",
        "        prompt: Which",
        WARNING,
        [(THIRD, "Which body's orbit goes round another?")],
        [(THIRD, "Which of the three stayed behind?"), (THIRD, "Where in its orbit was the body of the lander?")],
    ),
    "prompts that differ": Rule(
        "The prompt is the same as that of 'eagle-lands-third' in moon.yaml:14",
        "        prompt: ",
        WARNING,
        [
            ("prompt: What did Luna 9 send?", f"prompt: {THIRD}"),
            ("prompt: What did Luna 9 send?", f"prompt: w{THIRD[1:-1].replace(' ', '  ')} ?"),
        ],
        [
            ("prompt: What did Luna 9 send?", f"prompt: {THIRD.replace('third', 'fourth')}"),
            ("prompt: What did Luna 9 send?", f"prompt: {THIRD.upper()}"),
        ],
    ),
    "prompts that differ in more than small words": Rule(
        "The prompt says nearly the same as that of 'eagle-lands-third' in moon.yaml:14",
        "        prompt: ",
        WARNING,
        [
            ("prompt: What did Luna 9 send?", "prompt: Where were the third members of a crew at the time?"),
            ("prompt: What did Luna 9 send?", f"prompt: {THIRD.upper()}"),
            luna("At that time, where was the crew of the third member?", "In orbit", "At sea", "On Earth"),
        ],
        [
            ("prompt: What did Luna 9 send?", "prompt: Who was the third member of the crew at that time?"),
            ("prompt: What did Luna 9 send?", "prompt: Where was the crew of the third member at that time?"),
            ("prompt: What did Luna 9 send?", "prompt: Where was the third − member of the crew at that time?"),
        ],
    ),
    "a prompt that can be understood alone": Rule(
        "The prompt does not say what",
        "        prompt: ",
        WARNING,
        [
            (THIRD, text)
            for text in (
                "Until when did the same group stay out?",
                "How long is that border?",
                "Who won these battles?",
                "What does this agreement say?",
                "Who lived there?",
                "What did two of them do?",
                "What became of the latter?",
            )
        ],
        [
            (THIRD, text)
            for text in (
                "There were three of the crew. Where was the third one?",
                "How many of the crew were there?",
                "In 1969 three people flew. What did two of them do?",
                "Eagle came down. What did people do there?",
                "What do we know of Eagle and of those people?",
                "A border has two sides. How long is that border?",
                "Who said that people live longer?",
                "What did a country and those countries near it do?",
            )
        ],
    ),
    "options that say something of their own": Rule(
        "only points at the other options",
        "",
        WARNING,
        [
            luna("What?", "Pictures", "Stones", option)
            for option in (
                "All of the above",
                "None of these",
                "Both of them",
                "Both",
                "neither.",
                "A and B",
                "All of them",
            )
        ],
        [
            luna("What?", "Pictures", "Stones", option)
            for option in ("None", "All of its fuel", "One of the crew", "Neither here nor gone")
        ],
    ),
    "no option that joins others": Rule(
        "is the only one that joins others",
        "",
        WARNING,
        [
            luna("Who?", "The crew", "Critics", "Both sides"),
            luna("Who?", "Critics", "The crew", "Critics and the crew"),
            luna("Who?", "Neither side", "Critics only", "The crew only"),
        ],
        [
            luna("Who?", "Both crews", "Both critics", "Neither of the two"),
            luna(
                "What?", "Both sides had agreed on it then", "The United Nations said so", "The crew had seen it there"
            ),
            luna("Who?", "Critics", "The crew", "Critics and others"),
        ],
    ),
    "an id for a question": Rule(
        "The question has no id",
        "      - prompt: What did Luna 9",
        WARNING,
        [("- id: luna-lands-sent\n        prompt", "- prompt")],
        [("luna-lands-sent", "luna-sent")],
    ),
    "a short prompt": Rule(
        "The prompt has 26 words",
        "        prompt: so",
        WARNING,
        [(THIRD, said(26))],
        [(THIRD, said(25))],
    ),
    "a prompt that is easy to read": Rule(
        "The prompt reads like grade",
        "        prompt: Which",
        WARNING,
        [(THIRD, LONG_WORDS)],
        [(THIRD, "Which people looked for the reason why the radio of the crew did not work?")],
    ),
    "a short explanation": Rule(
        "The explanation has 41 words",
        "        explanation: so",
        WARNING,
        [(EXPLANATION, said(41))],
        [(EXPLANATION, said(40))],
    ),
    "short options": Rule(
        "The option has 13 words",
        "",
        WARNING,
        [luna("What?", said(13), "no " * 12, "oh " * 12), luna("What?", said(12), "no " * 13, "oh " * 12)],
        [luna("What?", said(12), "no " * 12, "oh " * 12)],
    ),
    "an answer as long as the others": Rule(
        "times as long as the other options",
        "        answer:",
        WARNING,
        [
            luna("What?", "a" * 19, "b" * 12, "c" * 12),
            luna("What?", "a" * 12, "b" * 19, "c" * 19),
            luna("What?", "a" * 10, "b" * 20, "c" * 11),
        ],
        [
            luna("What?", "a" * 18, "b" * 4, "c" * 4),
            luna("What?", "a" * 30, "b" * 20, "c" * 20),
            luna("What?", "a" * 14, "b" * 20, "c" * 20),
        ],
    ),
    "options of one kind": Rule(
        "Some options are numbers or dates and some are not",
        "        answer:",
        WARNING,
        [luna("What?", "In 1966", "In 1969", "Never"), luna("What?", "Never", "Soon", "In 1969")],
        [luna("What?", "In 1966", "In 1969", "In 1972"), luna("What?", "Never", "Soon", "Once")],
    ),
    "no word that gives the answer away": Rule(
        "stands only in the prompt and in the answer",
        "        answer:",
        WARNING,
        [luna("Which pictures?", "Lunar PICTURES", "Stones of it", "Sounds of it")],
        [
            luna("Which pictures?", "Lunar pictures", "Solar pictures", "Sounds of it"),
            luna("What was sent after that?", "Sent after that", "Stones of it", "Sounds of it"),
        ],
    ),
    "a definition without its term": Rule(
        "The definition contains the term itself",
        "  - { id: orbit",
        WARNING,
        [("The way of one body", "The Orbit of one body")],
        [("The way of one body", "The exorbitant way of one body")],
    ),
    "a bank that is easy to read": Rule(
        "The bank reads like grade",
        "topic: moon",
        WARNING,
        [("Critics said", f"{LONG_WORDS[:-1]} {LONG_WORDS[:-1]} {LONG_WORDS[:-1]} {LONG_WORDS[:-1]} critics said")],
        [("Critics said", f"{LONG_WORDS} Critics said")],
    ),
}
