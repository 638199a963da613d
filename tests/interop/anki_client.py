"""Imports a package twice and a text twice into new collections, and exports the first in both of Anki's layouts."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
    ImportCsvRequest,
)


def counts(log: Any) -> dict[str, int]:
    """How many notes were new, known, changed, or fitted to nothing."""
    return {name: len(getattr(log, name)) for name in ("new", "duplicate", "updated", "conflicting")}


def main(package: str, later: str, text: str, out: str) -> dict[str, Any]:
    """What became of the files."""
    with tempfile.TemporaryDirectory() as folder:
        told: dict[str, Any] = {"package": []}
        collection = Collection(str(Path(folder) / "one.anki2"))
        for path in (package, package, later):
            request = ImportAnkiPackageRequest(package_path=path, options=ImportAnkiPackageOptions())
            told["package"].append(counts(collection.import_anki_package(request).log))
        told["sound"] = collection.fix_integrity()[1]
        told["notes"] = collection.note_count()
        told["cards"] = collection.card_count()
        for name, legacy in (("newest.apkg", False), ("legacy.apkg", True)):
            options = ExportAnkiPackageOptions(with_scheduling=False, with_media=False, legacy=legacy)
            collection.export_anki_package(out_path=str(Path(out) / name), options=options, limit=None)
        collection.close()
        collection = Collection(str(Path(folder) / "two.anki2"))
        metadata = collection.get_csv_metadata(path=text, delimiter=None)
        imports = [collection.import_csv(ImportCsvRequest(path=text, metadata=metadata)).log for _ in range(2)]
        told["text"] = [counts(log) for log in imports]
        told["decks"] = len(collection.decks.all_names_and_ids())
        collection.close()
    return told


print(json.dumps(main(*sys.argv[1:5])))
