"""The note of somebody of whom only the name is known, from the vault's template."""

from pathlib import Path

from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.source import Source
from netjournal.notes.parse import parse_note
from netjournal.notes.splicing.fields import set_field
from netjournal.notes.splicing.items import add_items
from netjournal.notes.splicing.note import Note, Refusal
from netjournal.notes.splicing.template import Filling, from_template
from netjournal.vault.reader import CONTACT_TEMPLATE, read_contact_template
from netjournal.vault.scan import FoundNote

_BUILT_IN = "---\nname: {{name}}\n---\n\n# {{name}}\n\n## Log\n"
_BARE = "---\nname: {{name}}\n---\n\n## Log\n"
"""For a name that would be more than a name in a heading."""


def contact_template(root: Path) -> Source | Refusal | None:
    """The vault's template of a contact's note; None when it has none."""
    template = read_contact_template(root)
    if isinstance(template, Diagnostic):
        return Refusal(template.path, template.line, template.message)
    return template


def blank_note(
    place: FoundNote, template: Source | None, filling: Filling, config: Config
) -> Note | Refusal:
    """The note of somebody at a place, from a template if there is one; nothing is written."""
    note = _from(place, template, filling, config)
    if isinstance(note, Refusal):
        return note._replace(path=CONTACT_TEMPLATE if template else place.path)
    return _marked(note)


def _from(
    place: FoundNote, template: Source | None, filling: Filling, config: Config
) -> Note | Refusal:
    if template:
        return from_template(_note(place, template.data, config), filling)
    note = from_template(_note(place, _BUILT_IN.encode(), config), filling)
    if isinstance(note, Refusal):
        return from_template(_note(place, _BARE.encode(), config), filling)
    return note


def _note(place: FoundNote, data: bytes, config: Config) -> Note:
    return Note(Source(place.path, data), config, place.in_contacts, place.in_journal)


def _marked(note: Note) -> Note | Refusal:
    """The note with what makes it a contact's, where its folder doesn't."""
    parsed = parse_note(
        note.source, note.config, in_contacts=note.in_contacts, in_journal=note.in_journal
    )
    layout = note.config.vault
    if parsed.contact is not None:
        return note
    if layout.contact_tag:
        return add_items(note, "tags", [layout.contact_tag], make_head=True)
    return set_field(note, "type", layout.contact_type, make_head=True)
