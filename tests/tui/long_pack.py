"""A pack whose texts are as long as `quizgame check` lets them pass without a warning."""

import json
from pathlib import Path

from tests.packs import write_pack

PROMPT = (
    "Many people lived by the sea for a long time, and many others lived far away from it in the hills. "
    "How did the two groups"
)
"""With the two words that follow it, 25."""
OPTIONS = (
    "They came together along the road that runs through the wide valley",
    "They moved apart because nobody wanted to live near the cold water",
    "They stayed where they were and built houses on both the banks",
    "They sent letters and met once each year in the old market",
)
WHY = "The text says so of some other people, who had come there by ship. It says nothing like it of these two groups."
EXPLANATION = (
    "The road was the only way through the hills in the winter. Along it people could bring food and news to each "
    "other. So the places there grew, and the two groups came to know each other better and better."
)
LABEL = "A meeting of the people by the sea and of those who live in the far hills {}"
TITLE = "The People by the Sea Side"


def long_pack(folder: Path) -> Path:
    """Write it: one topic of questions, one of cards."""
    about = {
        "title": "The Sea and the Hills, a Long Story",
        "language": "en",
        "source": {"title": "A text about the sea", "licence": "Our own words", "read": "2024"},
        "sections": [{"heading": "How the People by the Sea Came to Know the Others", "paragraphs": 20}],
    }
    wrong = [{"text": option, "why": WHY} for option in OPTIONS[1:]]
    questions = [
        {
            "id": f"q-{number}",
            "prompt": f"{PROMPT} change {('then', 'later')[number - 1]}?",
            "answer": OPTIONS[0],
            "distractors": wrong,
            "explanation": EXPLANATION,
        }
        for number in range(1, 3)
    ]
    common = {"title": TITLE, "section": "How the People by the Sea Came to Know the Others"}
    facts = [{"id": f"f-{n}", "text": EXPLANATION, "paragraph": n, "questions": [questions[n - 1]]} for n in (1, 2)]
    cards = [
        {"id": f"e-{n}", "text": EXPLANATION, "paragraph": n, "date": f"19{n:02}-12-3{n % 2}", "label": LABEL.format(n)}
        for n in range(1, 8)
    ]
    banks = {
        "facts": {"topic": "facts", "order": 1, "facts": facts, **common},
        "cards": {"topic": "cards", "order": 2, "facts": cards, **common},
    }
    texts = {name: json.dumps(bank, ensure_ascii=False) for name, bank in banks.items()}
    return write_pack(folder, name="long", banks=texts, about=json.dumps(about, ensure_ascii=False))
