"""The fields that an import writes: people as links, and nothing that the note says anyway."""

from collections.abc import Callable

from netjournal.app.importing.outcomes import Additions
from netjournal.app.importing.people import in_field_order
from netjournal.exporters.uids import made_uid
from netjournal.model.parsed import ParsedFile
from netjournal.notes.parse import parse_note
from netjournal.notes.splicing.note import Note, Refusal
from netjournal.notes.splicing.whole_body import with_body

_PEOPLE = ("introduced_by", "knows")

LinkTo = Callable[[str, str], str]
"""A link to the one contact of a name, in the note at a path; empty for nobody or several."""


def fields_to_write(
    note: Note, additions: Additions, link_to: LinkTo
) -> dict[str, tuple[str, ...]]:
    """The values of an import by the fields of a note, in their order."""
    path = note.source.path
    fields = dict(in_field_order(additions.fields))
    for field in _PEOPLE:
        if field in fields:
            fields[field] = tuple([link_to(name, path) or name for name in fields[field]])
    return fields


def fields_of_new(note: Note, additions: Additions, link_to: LinkTo) -> dict[str, tuple[str, ...]]:
    """The same for a new note, which has a name already.

    Left out is what netjournal itself has reckoned for an export: the uid that the note would get
    again, and the last contact when its text has an entry of that day. So is a field that the text
    has in a line such as `Company:: Acme`.
    """
    fields = fields_to_write(note, additions, link_to)
    del fields["name"]
    if fields.get("uid") == (made_uid(note.source.path),):
        del fields["uid"]
    told = _told_by_text(note, additions.body) if additions.body else None
    if told is None or told.contact is None:
        return fields
    days = [each.date.isoformat() for each in told.interactions if each.two_way]
    if days and fields.get("last_contact") == (max(days),):
        del fields["last_contact"]
    inline = {**told.contact.fields, **told.contact.own_fields}
    return {
        field: values
        for field, values in fields.items()
        if field not in inline or inline[field].values != values
    }


def _told_by_text(note: Note, body: str) -> ParsedFile | None:
    """What a text tells in the place of everything below the fields of a note."""
    whole = with_body(note, body)
    if isinstance(whole, Refusal):
        return None
    return parse_note(whole.source, note.config, in_contacts=True, in_journal=False)
