"""A check: the problems of notes, settings and templates."""

from datetime import date
from pathlib import Path

import pytest

from netjournal.app import pages
from netjournal.app.check import check
from netjournal.app.workspace import Workspace
from netjournal.model.errors import NetjournalError
from netjournal.vault.reader import Templates, read_templates

TODAY = date(2026, 3, 1)
GOOD = "---\nname: Good Gwen\nrelationship: ally\nindustry: legal\n---\n- 2025-12-01 Call.\n"


def vault(root: Path, **templates: str) -> Workspace:
    """A vault of one good note, with templates of its own; `_` in a name is a dot."""
    (root / "contacts").mkdir()
    (root / "contacts" / "good.md").write_text(GOOD, encoding="utf-8")
    for name, text in templates.items():
        (root / "templates").mkdir(exist_ok=True)
        (root / "templates" / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return Workspace.load(root)


def found(workspace: Workspace) -> list[tuple[str, str, int]]:
    """Code, path and line of every problem."""
    return [(d.code, d.path, d.line) for d in check(workspace, TODAY)]


def test_a_template_that_fails_is_found(tmp_path: Path) -> None:
    workspace = vault(tmp_path, today_md_j2="Today\n{{ x")
    assert found(workspace) == [("NJ401", "templates/today.md.j2", 2)]
    assert not (tmp_path / "review").exists()


def test_a_page_that_loads_something_is_found(tmp_path: Path) -> None:
    workspace = vault(tmp_path, wall_md_j2="![x](https://host.example/x.png)\n")
    assert found(workspace) == [("NJ402", "templates/wall.md.j2", 1)]


def test_a_template_that_can_not_be_read_is_found(tmp_path: Path) -> None:
    workspace = vault(tmp_path, part_css="x" * 1_000_001)
    assert found(workspace) == [("NJ401", "templates/part.css", 1)]


def test_a_template_that_is_a_page_may_be_asked_for(tmp_path: Path) -> None:
    settings = '[build]\npages = ["today", "wall", "big", "wal"]\n'
    (tmp_path / "netjournal.toml").write_text(settings, encoding="utf-8")
    workspace = vault(tmp_path, wall_md_j2="Wall\n", big_md_j2="x" * 1_000_001)
    assert found(workspace) == [
        ("NJ502", "netjournal.toml", 2),
        ("NJ401", "templates/big.md.j2", 1),
    ]


def test_a_vault_without_templates_makes_no_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = vault(tmp_path)
    monkeypatch.setattr(pages, "render", None)
    assert found(workspace) == []


def test_shipped_templates_that_can_not_be_read_are_no_fault_of_the_vault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = vault(tmp_path, wall_md_j2="Wall\n")
    (tmp_path / "templates" / "big.css").write_text("x" * 1_000_001, encoding="utf-8")
    broken = read_templates(tmp_path)
    monkeypatch.setattr(pages, "read_templates", lambda _: Templates({}, broken.diagnostics))
    with pytest.raises(NetjournalError, match=r"own templates/big\.css: the template is too large"):
        check(workspace, TODAY)
