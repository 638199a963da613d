"""Imports a package with its learning progress and tells what Anki keeps of each card."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest


def main(package: str) -> dict[str, Any]:
    """Each card by the guid of its note."""
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "one.anki2"))
        options = ImportAnkiPackageOptions(with_scheduling=True)
        collection.import_anki_package(ImportAnkiPackageRequest(package_path=package, options=options))
        sound = collection.fix_integrity()[1]
        cards = {}
        for number in collection.find_cards(""):
            card = collection.get_card(number)
            state = card.memory_state
            told = {
                "type": card.type,
                "queue": card.queue,
                "interval": card.ivl,
                "memory": [state.stability, state.difficulty] if state else None,
                "reviews": card.reps,
                "lapses": card.lapses,
            }
            if card.type:
                told["due_in"] = card.due - collection.sched.today
                told["wanted"] = card.desired_retention
                told["last"] = card.last_review_time
            cards[card.note().guid] = told
        collection.close()
    return {"sound": sound, "cards": cards}


print(json.dumps(main(sys.argv[1])))
