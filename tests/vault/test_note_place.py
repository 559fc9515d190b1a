"""What a note would be that may not be there yet: what a look finds once it is."""

import tempfile
from pathlib import Path

import pytest
from building import config
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.model.config import VaultLayout
from netjournal.vault.note_place import place_of
from netjournal.vault.scan import FoundNote, scan

USUAL = config()


@pytest.mark.parametrize(
    ("path", "in_contacts", "in_journal"),
    [
        ("contacts/ana.md", True, False),
        ("contacts/deep/er/Ana.MD", True, False),
        ("contacts/ana.markdown", True, False),
        ("journal/2026/11.md", False, True),
        ("contacts/review/ana.md", True, False),
    ],
)
def test_a_note_in_a_folder_of_the_vault(path: str, *, in_contacts: bool, in_journal: bool) -> None:
    assert place_of(path, USUAL) == FoundNote(path, in_contacts, in_journal)


@pytest.mark.parametrize(
    "path",
    [
        "ana.md",
        "other/ana.md",
        "contacts/ana.txt",
        "contacts/.ana.md",
        "contacts/.obsidian/ana.md",
        "contacts/node_modules/ana.md",
        "contacts/ana.md~",
        "contacts/ana_BACKUP_123.md",
        "contacts/ana~20261124-101010.md",
        "contacts/~$ana.md",
        "contacts/ana (Bob's conflicted copy 2026-11-24).md",
        "contacts/ana.sync-conflict-20261124-143953-YDAHXVT.md",
        "review/today.md",
        "site/today.md",
        "templates/contact.md",
        "netjournal.toml",
        "",
    ],
)
def test_what_is_no_note(path: str) -> None:
    assert place_of(path, USUAL) is None


_FOLDERS = st.sampled_from(
    ["contacts", "journal", "review", "site", "templates", "Templates", "old", ".git", "x", "Köln"]
)
_NAMES = st.sampled_from(
    [
        *("ana.md", "Ana.MD", "b.markdown", "c.txt", ".d.md", "e.md~", "f.md.tmp", "4913", "g.md"),
        *("h_BACKUP_12.md", "i~20261124-101010.md", "~$j.md", "sedA1b2C3", "k.md.bak", "2026.md"),
        *("l.sync-conflict-20261124-143953-YDAHXVT.md", "m 2.md", "n-HOST.md"),
    ]
)
_IGNORED = st.sampled_from(["old", "x/**", "**/g.md", "*.markdown"])
_LAYOUTS = st.builds(
    VaultLayout,
    contacts=st.lists(_FOLDERS | st.just("contacts/x") | st.just("."), max_size=2).map(tuple),
    journal=st.lists(_FOLDERS | st.just("contacts/journal"), max_size=2).map(tuple),
    contact_tag=st.sampled_from(["", "person"]),
    ignore=st.lists(_IGNORED, max_size=2).map(tuple),
)
_PATHS = st.builds(
    lambda folders, name: "/".join([*folders, name]), st.lists(_FOLDERS, max_size=3), _NAMES
)


@settings(max_examples=300)
@given(_LAYOUTS, _PATHS)
def test_a_note_is_what_a_look_finds_once_it_is_there(layout: VaultLayout, path: str) -> None:
    found = config(vault=layout)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"")
        notes = scan(Path(folder), found).notes
    assert (place_of(path, found),) == (notes or (None,))
