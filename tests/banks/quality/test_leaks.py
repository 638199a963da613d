"""What a prompt prints: the same for every script, and no more than a reader sees."""

import pytest

from quizgame.banks.quality.languages import word_lists
from quizgame.banks.quality.leaks import printed

TELLS = [
    ("en", "Who led the Minsk Groups' talks?", "the Minsk Group"),
    ("en", "What happened on 3 May 1994?", "In May 1994"),
    ("en", "What of Nagorno-Karabakh?", "Karabakh"),
    ("en", "WHAT OF THE “CEASEFIRE”?", "A ceasefire."),
    ("de", "Wer schrieb über die Straße?", "STRASSE"),
    ("el", "Τι έγινε στην ΑΘΉΝΑ;", "Αθήνα"),
    ("ja", "東京駅はどこにありますか", "東京"),
    ("th", "กรุงเทพมหานครอยู่ที่ไหน", "กรุงเทพ"),
    ("ar", "متى وقعت معاهدة باريس؟", "باريس"),
    ("hi", "दिल्ली कहाँ है?", "दिल्ली"),
]
KEEPS = [
    ("en", "What of the Minsk meeting group?", "the Minsk Group"),
    ("en", "Who lives in the landing?", "A land"),
    ("en", "What is in the box?", "In the"),
    ("en", "What is it?", "…"),
    ("de", "Wer schrieb der Gruppe?", "die Gruppe"),
    ("ja", "京東はどこにありますか", "東京"),
]


@pytest.mark.parametrize(("language", "prompt", "answer"), TELLS)
def test_an_answer_in_a_prompt_is_seen_in_any_script(language: str, prompt: str, answer: str) -> None:
    lists = word_lists(language)
    assert printed(prompt, "another", lists).gives_away(printed("?", answer, lists))


@pytest.mark.parametrize(("language", "prompt", "answer"), KEEPS)
def test_other_words_or_parts_of_words_tell_nothing(language: str, prompt: str, answer: str) -> None:
    lists = word_lists(language)
    assert not printed(prompt, "another", lists).gives_away(printed("?", answer, lists))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Which river is it?", "which  river is it ?", True),
        ("东京在哪里？", "东京 在哪里", True),
        ("What does Co stand for?", "What does CO stand for?", False),
        ("What is 3 + 4?", "What is 3 − 4?", False),
        ("What is x²?", "What is x2?", False),
        ("🍎?", "🍐?", False),
        ("?", "!", False),
    ],
)
def test_prompts_are_the_same_if_a_reader_sees_no_difference(one: str, other: str, same: bool) -> None:
    assert (printed(one, "a", None).twin == printed(other, "b", None).twin) is same
