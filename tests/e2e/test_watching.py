"""`quizgame check --watch` in a real terminal, beside somebody who edits the file."""

from pathlib import Path

from tests.e2e.terminal import CTRL_C, Terminal
from tests.short_packs import WATER

BROKEN = WATER.replace("answer:", "anser:", 1)


def test_each_save_of_the_file_is_checked_until_it_is_ended(tmp_path: Path) -> None:
    pack = tmp_path / "water.yaml"
    pack.write_text(WATER, encoding="utf-8")
    with Terminal(tmp_path, "check", "--watch", pack, size=(120, 40)) as program:
        program.wait_for("water.yaml: 0 errors", "Watching 1 file", "Ctrl+C ends")
        pack.write_text(BROKEN, encoding="utf-8")
        program.wait_for("anser", "left out")
        renamed = tmp_path / "water.new"  # as many editors write
        renamed.write_text(WATER, encoding="utf-8")
        renamed.replace(pack)
        program.until(lambda: program.text.count("0 errors") == 2)
        program.send(CTRL_C)
        assert program.ends() == 130
        assert "Traceback" not in program.text
