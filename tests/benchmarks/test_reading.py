"""Thousands of questions in YAML, read with every fault at its line, against PyYAML's loader in C and the same models.

Both grow with the questions. Ours grows by no more: no garbage is looked for while a pack is read, and PyYAML's
objects would be walked through again and again.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.packs import write_pack
from tests.tui.worlds import about, asked, bank

BANKS, IN_A_BANK = 8, 1_000
MOST = 0.8
"""At 20,000 questions it is .38: the loader looks for more garbage the more there is."""
FLOOR = """
for path in sorted(folder.glob("*/*.yaml")):
    if path.name != "pack.yaml":
        Bank.model_validate(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader))
"""
OURS = """
with Haste():
    library = read_library((folder,)).without_places()
assert len(library.packs) == 1 and not library.problems, library.problems[:2]
"""
MEASURED = """
import sys, time
from pathlib import Path
import yaml
from quizgame.banks.files.read import read_library
from quizgame.banks.models import Bank
from quizgame.session.haste import Haste
folder, began = Path(sys.argv[1]), time.process_time()
{code}
print(time.process_time() - began)
"""


def seconds(code: str, folder: Path) -> float:
    """Of the processor, in a process of its own: what one has read makes reading slower for the next one."""
    program = [sys.executable, "-c", MEASURED.format(code=code), str(folder)]
    return float(subprocess.run(program, check=True, capture_output=True, text=True).stdout)


@pytest.mark.benchmark
def test_banks_are_read_faster_than_by_a_loader_in_c(tmp_path: Path) -> None:
    names = [f"topic{chr(97 + number)}" for number in range(BANKS)]
    texts = {}
    for order, name in enumerate(names):
        told = json.loads(bank(name, [asked(name, 1 + number) for number in range(IN_A_BANK)], order=order))
        texts[name] = yaml.dump(told, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True)
    of_it = about(*(name.upper() for name in names)).replace('"paragraphs": 40', f'"paragraphs": {IN_A_BANK}')
    write_pack(tmp_path, name="weather", banks=texts, about=of_it)
    ratios = []
    for _ in range(2):  # a machine that does other things at the same time gets another chance
        floor, ours = seconds(FLOOR, tmp_path), seconds(OURS, tmp_path)
        ratios.append(ours / floor)
        print(f"\n{BANKS * IN_A_BANK} questions: {floor:.2f} s by the loader in C, {ours:.2f} s: {ratios[-1]:.2f}")
        if ratios[-1] <= MOST:
            return
    pytest.fail(f"ratios {ratios}, at most {MOST} is wanted")
