"""`new` opens the note in the editor when it is asked to."""

import sys
from pathlib import Path

import pytest
from running import run

ADDS_A_LINE = "import sys; open(sys.argv[1], 'a').write('typed\\n')"


def test_the_new_note_opens_in_the_editor(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    script = tmp_path / "editor.py"
    script.write_text(ADDS_A_LINE, encoding="utf-8")

    editor = f'"{Path(sys.executable).as_posix()}" "{script.as_posix()}"'
    output, status = run('netjournal new "Ana Lopez" --edit', tmp_path, {"EDITOR": editor})

    assert (output, status) == ("contacts/ana-lopez.md: a new note for Ana Lopez\n", 0)
    assert (tmp_path / "contacts/ana-lopez.md").read_text(encoding="utf-8").endswith("typed\n")


@pytest.mark.parametrize(
    ("options", "said"),
    [("--edit", "no editor is named"), ("--edit --dry-run", "choose --edit or --dry-run")],
)
def test_nothing_is_written_when_it_cant_be_opened(tmp_path: Path, options: str, said: str) -> None:
    (tmp_path / "contacts").mkdir()
    nobody = {"EDITOR": "", "VISUAL": ""}

    output, status = run(f"netjournal new Ana {options}", tmp_path, nobody)

    assert status == 2
    assert said in output
    assert list((tmp_path / "contacts").iterdir()) == []
