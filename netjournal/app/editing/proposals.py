"""What may be written at a place of a note: contacts, fields, values, hashtags and days."""

from functools import partial

from netjournal.app.editing.contact_proposals import contacts_called
from netjournal.app.editing.day_proposals import days_called
from netjournal.app.editing.field_proposals import fields_called
from netjournal.app.editing.meanings import KINDS
from netjournal.app.editing.open_notes import OpenNotes
from netjournal.app.editing.proposal import MOST, Proposal, ProposalKind, Proposals
from netjournal.app.editing.value_proposals import values_called
from netjournal.app.link_text import link_text
from netjournal.model.config import Config
from netjournal.model.fields import FieldType
from netjournal.model.names import name_key
from netjournal.model.resolve import has_own_file_name, link_target
from netjournal.notes.splicing.head import field_of
from netjournal.notes.spots import Spot, SpotKind, spot_at


def proposals(notes: OpenNotes, path: str, line: int, column: int) -> Proposals:
    """What may be written at a 1-based line and column of a note, the likeliest first."""
    spot = spot_at(notes.text(path), line, column, partial(_is_list, notes.workspace.config))
    found = _found(notes, path, spot)
    sign = 1 if spot.kind is SpotKind.MENTION else 0
    return Proposals(line, spot.start + sign, spot.end, tuple(found[:MOST]), sign)


def _is_list(config: Config, key: str) -> bool:
    known = field_of(config, key)
    return known is not None and known.type in (FieldType.LIST, FieldType.LINKS)


def _found(notes: OpenNotes, path: str, spot: Spot) -> list[Proposal]:
    found: list[Proposal] = []
    match spot.kind:
        case SpotKind.LINK:
            found = [*_links(notes, path, spot), *_days_as_links(notes, spot)]
        case SpotKind.MENTION:
            found = _mentions(notes, path, spot)
        case SpotKind.FIELD if _may_be_contact(notes, path):
            found = fields_called(notes, path, spot)
        case SpotKind.VALUE:
            known = field_of(notes.workspace.config, spot.key)
            found = values_called(notes, path, known, spot) if known else []
        case SpotKind.HASHTAG:
            found = _hashtags(notes, spot)
        case SpotKind.DAY:
            found = days_called(spot.typed, notes.as_of, ahead=spot.is_ahead)
    return found


def _may_be_contact(notes: OpenNotes, path: str) -> bool:
    role = notes.workspace.role_of(path)
    return role is not None and (role.in_contacts or not role.in_journal)


def _links(notes: OpenNotes, path: str, spot: Spot) -> list[Proposal]:
    """Contacts behind `[[`; the brackets are closed, and a label is written where it helps."""
    found = []
    for contact, detail in contacts_called(notes, spot.typed, but=path):
        target = link_target(notes.index.names, contact.path)
        label = contact.name
        is_plain = spot.key or spot.has_label or name_key(label) == name_key(target)
        can_be_label = not set("[]|#^\n") & set(label)
        bar = "\\|" if spot.in_table else "|"
        text = target if is_plain or not can_be_label else f"{target}{bar}{label}"
        insert = text if spot.has_more else f"{text}]]"
        found.append(Proposal(contact.name, insert, ProposalKind.CONTACT, detail))
    return found


def _days_as_links(notes: OpenNotes, spot: Spot) -> list[Proposal]:
    """Days behind `[[`, once a digit of one is there."""
    if spot.key or not spot.typed[:1].isdigit():
        return []
    days = days_called(spot.typed, notes.as_of, ahead=False)
    return [each._replace(insert=each.insert + ("" if spot.has_more else "]]")) for each in days]


def _mentions(notes: OpenNotes, path: str, spot: Spot) -> list[Proposal]:
    """Contacts behind an `@`, each as a link in the vault's style in its place."""
    style = notes.workspace.config.build.links
    found = []
    for contact, detail in contacts_called(notes, spot.typed.strip(), but=path):
        is_only_one = has_own_file_name(notes.index.names, contact.path)
        text = link_text(contact.path, contact.name, path, style, is_only_one=is_only_one)
        text = text.replace("|", "\\|") if spot.in_table else text
        found.append(Proposal(contact.name, text, ProposalKind.CONTACT, detail))
    return found


def _hashtags(notes: OpenNotes, spot: Spot) -> list[Proposal]:
    typed = spot.typed.casefold()
    words = notes.workspace.config.hashtags
    return [
        Proposal(word, word, ProposalKind.HASHTAG, KINDS[kind], KINDS[kind])
        for word, kind in words.items()
        if word.startswith(typed)
    ]
