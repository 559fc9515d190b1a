"""`merge` asks a person at a terminal which of two values is right."""

import io
from pathlib import Path

import pytest
from running import run

from netjournal.cli import merge


def test_the_value_that_is_chosen_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "contacts").mkdir()
    for name, title in (("ann", "CEO"), ("ana", "CTO")):
        text = f"---\nname: {name}\ntitle: {title}\n---\n"
        (tmp_path / "contacts" / f"{name}.md").write_text(text, encoding="utf-8")
    monkeypatch.setattr(merge, "is_terminal", lambda _: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("7\n2\n"))

    output, status = run("netjournal merge ann ana", tmp_path)

    assert status == 0
    assert "title:\n  1  CTO\n  2  CEO\n" in output
    assert [path.name for path in (tmp_path / "contacts").iterdir()] == ["ana.md"]
    assert "title: CEO\n" in (tmp_path / "contacts/ana.md").read_text(encoding="utf-8")


def test_a_side_for_one_field_leaves_the_others_to_be_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "contacts").mkdir()
    for name, title in (("ann", "CEO"), ("ana", "CTO")):
        text = f"---\nname: {name}\nrole: {title}\nshoe: {title}\n---\n"
        (tmp_path / "contacts" / f"{name}.md").write_text(text, encoding="utf-8")

    output, status = run("netjournal merge ann ana --prefer Job=one", tmp_path)

    assert status == 3
    assert "shoe: CEO (contacts/ann.md:4)  --prefer shoe=one\n" in output
    assert "title=" not in output
    monkeypatch.setattr(merge, "is_terminal", lambda _: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("1\n"))
    output, status = run("netjournal merge ann ana --prefer Job=one", tmp_path)
    assert status == 0
    after = (tmp_path / "contacts/ana.md").read_text(encoding="utf-8")
    assert "role: CEO\nshoe: CTO\n" in after


@pytest.mark.parametrize("prefer", ["ann", "title=ann", "=one", "one --prefer other", "titel=one"])
def test_a_side_that_is_none_is_a_mistake_in_the_command(prefer: str, tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    for name in ("ann", "ana"):
        (tmp_path / "contacts" / f"{name}.md").write_text("---\nshoe: 4\n---\n", encoding="utf-8")

    output, status = run(f"netjournal merge ann ana --prefer {prefer}", tmp_path)

    assert status == 2
    assert "--prefer" in output
    assert ("did you mean 'title'?" in output) == (prefer == "titel=one")
    assert len([*(tmp_path / "contacts").iterdir()]) == 2
