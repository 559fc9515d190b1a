"""Whom a text means, in a vault of which no more is read than it takes."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from netjournal.app.who import Desk, Meant
from netjournal.app.workspace import Workspace

NOTES = {
    "contacts/ana-lopez.md": "---\nname: Ana Lopez\naliases: [Ani]\ntitle: CTO\n---\n",
    "contacts/old/ana-lopez.md": "---\nname: Ana M. Lopez\n---\n",
    "contacts/ben.md": "# Ben Osei\n",
    "journal/2026-02-01.md": "- [ ] Ring [[ben]]\n- [ ] Ring [[Ani]]\n",
}


def desk(root: Path, notes: Mapping[str, str] = NOTES) -> Desk:
    for path, text in notes.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return Desk(root)


def paths(meant: Meant) -> list[str]:
    return [each.note.path for each in meant.people]


@pytest.mark.parametrize("typed", ["ben", "BEN.md", "contacts/ben", " contacts/ben.md "])
def test_a_file_name_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    asked = desk(tmp_path)
    monkeypatch.setattr("netjournal.app.who.read_notes", lambda *_: 1 / 0)
    assert paths(asked.meant(typed)) == ["contacts/ben.md"]


def test_files_of_one_name_are_told_apart_by_their_paths(tmp_path: Path) -> None:
    asked = desk(tmp_path)
    assert len(asked.meant("ana-lopez").people) == 2
    assert paths(asked.meant("contacts/old/ana-lopez")) == ["contacts/old/ana-lopez.md"]


def test_by_a_name_or_alias_only_some_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = desk(tmp_path)
    monkeypatch.setattr(Workspace, "load", lambda *_: 1 / 0)
    (person,) = asked.meant("Ani").people
    assert (person.note.path, person.name, person.about) == (
        "contacts/ana-lopez.md",
        "Ana Lopez",
        "CTO",
    )


def test_nobody_is_told_with_the_likeliest_name(tmp_path: Path) -> None:
    assert desk(tmp_path).meant("Ben Ossei") == Meant((), "Ben Osei")
    assert desk(tmp_path).meant("Xqzw") == Meant(())


def test_somebodys_promises_are_found_in_other_notes(tmp_path: Path) -> None:
    asked = desk(tmp_path)
    (ben,) = asked.meant("ben").people
    promises = asked.index_of_promises(ben).promises
    assert [each.line for each in promises["contacts/ben.md"]] == [1]


def test_a_note_that_came_since_is_found_once_all_are_read(tmp_path: Path) -> None:
    asked = desk(tmp_path)
    (tmp_path / "contacts/eva.md").write_text("# Eva\n", encoding="utf-8")
    with pytest.raises(KeyError):
        asked.note_at("contacts/eva.md")
    assert asked.workspace.index.contacts.keys() > {"contacts/eva.md"}
    assert asked.note_at("contacts/eva.md").in_contacts
