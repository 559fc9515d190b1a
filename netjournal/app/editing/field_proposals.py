"""The fields that a contact's note doesn't have yet."""

from netjournal.app.editing.meanings import of_field
from netjournal.app.editing.open_notes import OpenNotes
from netjournal.app.editing.proposal import Proposal, ProposalKind
from netjournal.model.fields import FIELDS, Field, spelling
from netjournal.notes.spots import Spot


def fields_called(notes: OpenNotes, path: str, spot: Spot) -> list[Proposal]:
    """The fields whose name begins as typed, then those of which another spelling does.

    None right before a key with its value: another one in its place would take the value over.
    """
    if spot.has_more and not spot.typed and spot.start < spot.end:
        return []
    parsed = notes.parsed(path)
    present = parsed.contact.fields if parsed and parsed.contact else {}
    typed = spelling(spot.typed)
    by_name, by_synonym = [], []
    for field in FIELDS:
        own = spot.has_more and typed == spelling(field.name)
        if field.name in present and not own:
            continue
        if spelling(field.name).startswith(typed):
            by_name.append(_proposal(field, "", has_colon=spot.has_more))
        else:
            others = [each for each in field.synonyms if spelling(each).startswith(typed)]
            if others:
                by_synonym.append(_proposal(field, others[0], has_colon=spot.has_more))
    return [*by_name, *by_synonym]


def _proposal(field: Field, synonym: str, *, has_colon: bool) -> Proposal:
    detail = f"the same as {synonym}" if synonym else field.help.partition(". ")[0].rstrip(".")
    insert = field.name if has_colon else f"{field.name}: "
    return Proposal(field.name, insert, ProposalKind.FIELD, detail, of_field(field))
