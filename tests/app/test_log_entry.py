"""Entries as they are logged: into the contact's note, or the journal note of the day."""

from datetime import date
from pathlib import Path

import pytest

from netjournal.app.changing import Because, Changed
from netjournal.app.log_entry import log_in_journal, log_in_note, with_hashtags
from netjournal.app.who import Desk
from netjournal.model.contact import Kind
from netjournal.notes.splicing.note import Refusal

DAY = date(2026, 3, 1)
BECAUSE = Because("netjournal log", "2026-03-01T12:00:00+00:00")


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """Two contacts of one file name, one of another, and no journal."""
    for path, name in (("a/ana", "Ana Lopez"), ("b/ana", "Ana Lund"), ("ben (old)", "Ben|Osei")):
        note = tmp_path / f"contacts/{path}.md"
        note.parent.mkdir(parents=True, exist_ok=True)
        note.write_text(f"---\nname: {name}\n---\n", "utf-8")
    return tmp_path


def test_the_first_entry_makes_the_log(vault: Path) -> None:
    desk = Desk(vault)

    done = log_in_note(desk, desk.meant("contacts/a/ana").people[0], DAY, "Tea", BECAUSE)

    assert isinstance(done, Changed)
    assert done.paths == ("contacts/a/ana.md",)
    text = (vault / "contacts/a/ana.md").read_text("utf-8")
    assert text == "---\nname: Ana Lopez\n---\n\n## Log\n\n- 2026-03-01 Tea\n"


def test_a_link_in_the_journal_means_the_one_contact(vault: Path) -> None:
    desk = Desk(vault)
    people = [desk.meant(name).people[0] for name in ("contacts/b/ana", "ben (old)")]

    log_in_journal(desk, people, DAY, "Tea", BECAUSE)
    log_in_journal(Desk(vault), people[:1], DAY, "More tea", BECAUSE)

    assert (vault / "journal/2026-03-01.md").read_text("utf-8") == (
        "- [[contacts/b/ana|Ana Lund]] and [[ben (old)]]: Tea\n"
        "- [[contacts/b/ana|Ana Lund]]: More tea\n"
    )
    interactions = Desk(vault).workspace.index.interactions
    assert {path: len(found) for path, found in interactions.items()} == {
        "contacts/b/ana.md": 2,
        "contacts/ben (old).md": 1,
    }


def test_a_vault_with_markdown_links_gets_those(vault: Path) -> None:
    (vault / "netjournal.toml").write_text('[build]\nlinks = "markdown"\n', "utf-8")
    desk = Desk(vault)

    log_in_journal(desk, [desk.meant("ben (old)").people[0]], DAY, "Tea", BECAUSE)

    text = (vault / "journal/2026-03-01.md").read_text("utf-8")
    assert text == "- [ben (old)](../contacts/ben%20%28old%29.md): Tea\n"
    assert list(Desk(vault).workspace.index.interactions) == ["contacts/ben (old).md"]


def test_a_text_that_would_be_read_otherwise_is_refused(vault: Path) -> None:
    desk = Desk(vault)

    text = "Tea\n- 2026-01-01 Cake"

    done = log_in_note(desk, desk.meant("ben (old)").people[0], DAY, text, BECAUSE)

    assert isinstance(done, Refusal)
    assert done.by_hand == "- 2026-03-01 Tea\n  - 2026-01-01 Cake"
    assert "Tea" not in (vault / "contacts/ben (old).md").read_text("utf-8")


def test_a_hashtag_is_the_vaults_own_and_stands_there_once(vault: Path) -> None:
    (vault / "netjournal.toml").write_text('[tags]\ngave = ["helped"]\n', "utf-8")
    config = Desk(vault).settings.config

    said = with_hashtags("Tea\nand cake", [Kind.GAVE, Kind.LEAD], config)

    assert said == "Tea #helped #lead\nand cake"
    assert with_hashtags("Tea #lead", [Kind.LEAD], config) == "Tea #lead"
