"""A field in a note's text gets another value, and nothing else changes."""

import pytest
from splicing import a_note, refused, text_of

from netjournal.model.contact import FieldValue
from netjournal.notes.parse import parse_note
from netjournal.notes.splicing.inline import set_inline
from netjournal.notes.splicing.note import Note


def found(note: Note, key: str) -> FieldValue:
    """The field as reading the note gives it."""
    contact = parse_note(note.source, note.config, in_contacts=True, in_journal=False).contact
    assert contact
    return contact.fields.get(key) or contact.own_fields[key]


@pytest.mark.parametrize(
    ("text", "key", "value", "after"),
    [
        ("# Ana\n\ncadence:: 6w\n", "cadence", "3w", "# Ana\n\ncadence:: 3w\n"),
        ("# Ana\n\nCadence:: 6w  \n", "cadence", "3w", "# Ana\n\nCadence:: 3w  \n"),
        (
            "# Ana\n\nTea [cadence:: 6w] at noon.\n",
            "cadence",
            "3w",
            "# Ana\n\nTea [cadence:: 3w] at noon.\n",
        ),
        ("# Ana\r\n\r\ncoffee::flat\r\n", "coffee", "black", "# Ana\r\n\r\ncoffee::black\r\n"),
        ('# Ana\n\ntitle:: "CTO"\n', "title", "CEO", '# Ana\n\ntitle:: "CEO"\n'),
    ],
)
def test_the_value_is_replaced_where_it_stands(text: str, key: str, value: str, after: str) -> None:
    note = a_note(text)
    assert text_of(set_inline(note, found(note, key), value)) == after


@pytest.mark.parametrize("value", ["3w] and [status:: closed", "3w\nstatus:: closed"])
def test_a_value_that_would_be_read_otherwise_is_refused(value: str) -> None:
    note = a_note("# Ana\n\nTea [cadence:: 6w] at noon.\n")
    assert refused(set_inline(note, found(note, "cadence"), value)).line == 3


def test_a_field_that_has_moved_is_refused() -> None:
    note = a_note("# Ana\n\ncadence:: 6w\n")
    moved = found(note, "cadence")
    assert (
        "isn't written as it is read"
        in refused(set_inline(a_note("# Ana\n\nNothing here.\n"), moved, "3w")).reason
    )
