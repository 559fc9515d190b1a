"""vCard 3.0, which address books, khard and vdirsyncer read."""

from netjournal.exporters.vcard_cards import one_a_contact, one_file
from netjournal.model.exported import Export, ExportedFile

_VERSION = "3.0"


def write(export: Export) -> tuple[ExportedFile, ...]:
    """All cards in one file."""
    return one_file(export, _VERSION)


def write_folder(export: Export) -> tuple[ExportedFile, ...]:
    """A file for each contact, called by its uid."""
    return one_a_contact(export, _VERSION)
