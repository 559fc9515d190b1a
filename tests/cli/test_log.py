"""`log` without a text opens an editor for it."""

import io
import sys
from pathlib import Path

import pytest
from running import run


class Terminal(io.StringIO):
    """Standard input at which a person sits."""

    def isatty(self) -> bool:
        """A terminal, then."""
        return True


@pytest.fixture(autouse=True)
def _at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Terminal())


def logged(root: Path, typed: str | None) -> tuple[str, int]:
    """What is said when somebody types a text into the editor; None for an editor that is none."""
    (root / "contacts").mkdir()
    (root / "contacts/ana.md").write_text("---\nname: Ana\n---\n", encoding="utf-8")
    script = root / "editor.py"
    opens = "import pathlib, sys\nfile = pathlib.Path(sys.argv[1])\n"
    adds = f"file.write_text({typed!r} + file.read_text('utf-8'), 'utf-8')\n"
    script.write_text(opens + (adds if typed else ""), encoding="utf-8")
    editor = (
        "no-such-editor"
        if typed is None
        else f'"{Path(sys.executable).as_posix()}" "{script.as_posix()}"'
    )
    environment = {"EDITOR": editor, "VISUAL": ""}
    return run("netjournal log ana --today 2026-03-01", root, environment)


def test_what_is_typed_in_the_editor_is_written_down(tmp_path: Path) -> None:
    output, status = logged(tmp_path, "Lunch. #gave\nShe moves.\n# not this\n")

    assert (output, status) == ("contacts/ana.md: 2026-03-01 Lunch. #gave\n", 0)
    note = (tmp_path / "contacts/ana.md").read_text(encoding="utf-8")
    assert note.endswith("- 2026-03-01 Lunch. #gave\n  She moves.\n")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "nothing was typed, so nothing was written"),
        (None, "add a text in quotes, or set EDITOR"),
    ],
)
def test_without_a_text_nothing_is_written(tmp_path: Path, typed: str | None, said: str) -> None:
    output, status = logged(tmp_path, typed)

    assert status == 2
    assert said in output
    assert (tmp_path / "contacts/ana.md").read_text(encoding="utf-8") == "---\nname: Ana\n---\n"
