"""The pages of single contacts, industries and organizations: made once, and again when needed."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from netjournal.app.build import Built, build
from netjournal.app.workspace import Workspace

DAY = date(2026, 3, 1)
ANA = "site/contacts/ana.html"
BEN = "site/contacts/ben.html"
DAN = "site/contacts/dan.html"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """Three contacts and a day of the journal that names two of them."""
    notes = {
        "contacts/ana.md": "---\nname: Ana\nindustry: finance\norganization: Acme\n---\n"
        "- 2026-02-01 Lunch.\n",
        "contacts/ben.md": "---\nname: Ben\nintroduced_by: '[[ana]]'\n---\nKnows boats.\n",
        "contacts/dan.md": "---\nname: Dan\n---\n",
        "journal/2026-02-10.md": "- Walked with [[ana]] and [[ben]].\n",
    }
    for path, text in notes.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    return tmp_path


def built(vault: Path, day: date = DAY) -> Built:
    """What a build of the vault does."""
    return build(Workspace.load(vault), day)


def of_subjects(result: Built) -> set[str]:
    """The pages of subjects that a build wrote."""
    parts = ("site/contacts/", "site/industries/", "site/organizations/")
    return {path for path in result.written.changed if path.startswith(parts)}


def add(vault: Path, path: str, text: str) -> None:
    """Adds a text to a note."""
    with (vault / path).open("a", encoding="utf-8") as note:
        note.write(text)


def test_a_second_build_makes_none(vault: Path) -> None:
    assert {ANA, BEN, DAN, "site/industries/finance.html"} <= of_subjects(built(vault))
    assert built(vault).was_up_to_date


def test_a_new_day_makes_only_those_whose_state_changes(vault: Path) -> None:
    built(vault)

    assert of_subjects(built(vault, date(2026, 3, 2))) == set()


def test_a_changed_note_makes_only_what_it_changes(vault: Path) -> None:
    built(vault)
    add(vault, "contacts/dan.md", "Plays chess.\n")

    assert of_subjects(built(vault)) == {DAN}
    assert "Plays chess." in (vault / DAN).read_text("utf-8")


def test_another_name_changes_the_pages_that_say_it(vault: Path) -> None:
    built(vault)
    note = vault / "contacts/ben.md"
    note.write_text(note.read_text("utf-8").replace("Ben", "Benno"), "utf-8")

    assert of_subjects(built(vault)) == {ANA, BEN}
    assert "Benno" in (vault / ANA).read_text("utf-8")


def test_a_page_that_was_changed_by_hand_is_made_again(vault: Path) -> None:
    built(vault)
    right = (vault / DAN).read_text("utf-8")
    (vault / DAN).write_text(right.replace("Dan", "Den"), "utf-8")

    assert of_subjects(built(vault)) == {DAN}
    assert (vault / DAN).read_text("utf-8") == right


def test_the_page_of_a_contact_that_is_gone_goes(vault: Path) -> None:
    built(vault)
    (vault / "contacts/dan.md").unlink()

    assert built(vault).written.removed == (DAN,)


def test_without_html_there_are_none(vault: Path) -> None:
    built(vault)
    (vault / "netjournal.toml").write_text('[build]\nformats = ["markdown"]\n', "utf-8")

    assert set(built(vault).written.removed) >= {ANA, BEN, DAN}


def test_one_workspace_makes_what_a_fresh_build_makes(vault: Path) -> None:
    workspace = Workspace.load(vault)
    build(workspace, DAY)
    for path, text in (
        ("journal/2026-02-10.md", "- [[dan]] and [[Cy]] came too.\n"),
        ("contacts/cy.md", "---\nname: Cy\nknows: ['[[dan]]']\n---\n"),
        ("contacts/ana.md", "- [ ] Send [[cy]] the map\n"),
    ):
        add(vault, path, text)
        workspace.update([path])
        build(workspace, DAY)

        assert of_subjects(built(vault)) == set()


def test_a_template_that_fails_keeps_the_old_page(vault: Path) -> None:
    built(vault)
    before = (vault / DAN).read_bytes()
    (vault / "templates").mkdir()
    (vault / "templates/contact.html.j2").write_text("{{ contact.nmae }}", "utf-8")

    result = built(vault)

    assert DAN in result.kept
    assert [problem.code for problem in result.diagnostics if "nmae" in problem.message] == [
        "NJ401"
    ]
    assert (vault / DAN).read_bytes() == before


def test_a_template_of_the_vault_replaces_the_page(vault: Path) -> None:
    (vault / "templates").mkdir()
    (vault / "templates/contact.html.j2").write_text(
        '{% extends "html/layout.html.j2" %}{% block content %}<h1>{{ contact.name }}</h1>'
        "{{ note.text }}{% endblock %}{% block as_of %}{% endblock %}",
        "utf-8",
    )

    built(vault)

    assert ">Knows boats.</p>" in (vault / BEN).read_text("utf-8")


@pytest.mark.parametrize("template", ["names.md.j2", "names.html.j2", "style.css"])
def test_a_template_that_comes_gives_what_a_first_build_gives(
    vault: Path, tmp_path_factory: pytest.TempPathFactory, template: str
) -> None:
    built(vault)
    (vault / "templates").mkdir()
    (vault / "templates" / template).write_text("x\n", "utf-8")
    built(vault)
    clean = tmp_path_factory.mktemp("clean")
    ignored = shutil.ignore_patterns("site", "review")
    shutil.copytree(vault, clean, ignore=ignored, dirs_exist_ok=True)
    built(clean)

    assert pages(vault) == pages(clean)


def pages(vault: Path) -> dict[str, bytes]:
    """Every page of a vault, by its path."""
    files = [file for file in (vault / "site").rglob("*") if file.is_file()]
    return {file.relative_to(vault).as_posix(): file.read_bytes() for file in files}


def test_a_build_says_how_many_of_them_are_made(vault: Path) -> None:
    told: list[tuple[int, int]] = []
    workspace = Workspace.load(vault)

    build(workspace, DAY, progress=lambda done, total: told.append((done, total)))
    build(workspace, DAY, progress=lambda done, total: told.append((done, total)))

    assert told == [(0, 5), (5, 5)]


@pytest.mark.parametrize(
    "link", ["[[2026-02-10]]", "[[journal/2026-02-10]]", "[then](../journal/2026-02-10.md)"]
)
def test_a_link_to_a_note_of_the_journal_leads_there(vault: Path, link: str) -> None:
    add(vault, "contacts/dan.md", f"See {link}.\n")

    built(vault)

    assert 'See <a href="../../journal/2026-02-10.md">' in (vault / DAN).read_text("utf-8")


def test_a_link_leads_nowhere_once_its_note_is_gone(vault: Path) -> None:
    add(vault, "contacts/dan.md", "See [[2026-02-10]] and [[2026-02-11]].\n")
    workspace = Workspace.load(vault)
    build(workspace, DAY)
    (vault / "journal/2026-02-10.md").rename(vault / "journal/2026-02-11.md")
    workspace.update(["journal/2026-02-10.md", "journal/2026-02-11.md"])

    build(workspace, DAY)

    page = (vault / DAN).read_text("utf-8")
    assert 'See 2026-02-10 and <a href="../../journal/2026-02-11.md">' in page


def test_a_misspelt_field_is_no_field_of_ones_own_on_the_page(vault: Path) -> None:
    (vault / "contacts/dan.md").write_text("---\nname: Dan\ncadance: 6w\n---\n", "utf-8")

    built(vault)

    page = (vault / DAN).read_text("utf-8")
    assert "6w (no field is called cadance: did you mean cadence?)" in page
