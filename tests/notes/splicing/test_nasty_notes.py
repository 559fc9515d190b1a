"""Every note of the nasty corpus is changed in its asked-for piece alone, or left as it is."""

from collections.abc import Callable
from datetime import date

import pytest
from reading import NASTY
from splicing import a_note, changed_piece

from netjournal.notes.splicing.boxes import tick
from netjournal.notes.splicing.entries import add_entry
from netjournal.notes.splicing.fields import remove_field, set_field
from netjournal.notes.splicing.items import add_items
from netjournal.notes.splicing.links import rewrite_links
from netjournal.notes.splicing.note import Note, Refusal

FILES = sorted(path.name for path in NASTY.glob("*.md") if path.name != "README.md")
CHANGES: dict[str, tuple[Callable[[Note], Note | Refusal], bytes]] = {
    "set": (lambda note: set_field(note, "title", "T"), b"title: T"),
    "add": (lambda note: add_items(note, "industry", ["w"]), b"w"),
    "remove": (lambda note: remove_field(note, "company"), b""),
    "log": (lambda note: add_entry(note, date(2026, 11, 28), "x"), b"- 2026-11-28 x"),
    "links": (lambda note: rewrite_links(note, lambda link: f"{link.target}x"), b""),
    "tick": (lambda note: tick(note, 9), b""),
}
BROKEN = (
    *("40-missing-close-hr.md", "43-fence-in-scalar.md", "47-indented-close.md", "62-multi-doc.md"),
    *("49-conflict-fence.md", "50-conflict-body.md", "64-latin1.md", "65-utf16.md", "70-nul.md"),
    *("71-all-nul.md", "74-surrogate.md"),
)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("name", FILES)
def test_a_nasty_note_is_changed_in_one_piece_or_not_at_all(name: str, change: str) -> None:
    act, piece = CHANGES[change]
    note = a_note((NASTY / name).read_bytes(), f"contacts/{name}")
    changed = act(note)
    if isinstance(changed, Refusal):
        assert changed.reason
        assert changed.line >= 1
        return
    assert name not in BROKEN
    old, new = changed_piece(note.source.data, changed.source.data)
    assert piece in new
    assert change not in ("set", "add", "log") or old == b""
    assert change not in ("remove", "tick") or len(new) <= len(old)
