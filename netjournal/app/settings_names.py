"""The names of contacts in the settings that mean nobody."""

from collections.abc import Iterator

from netjournal.app.find import likely_name
from netjournal.model import codes
from netjournal.model.contact import Link
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.index import Index
from netjournal.vault.settings import Settings
from netjournal.vault.settings_problems import SETTINGS_FILE

_LONGEST = 100
"""Characters of a name that are shown."""


def unknown_contacts(settings: Settings, index: Index) -> Iterator[Diagnostic]:
    """The problem of each name in `[duplicates] not_the_same` that no contact has."""
    for number, group in enumerate(settings.config.duplicates.not_the_same):
        for place, name in enumerate(group):
            if index.names.find(Link(name, name, 1, 1), ""):
                continue
            spot = settings.places.value(("duplicates", "not_the_same", number, place))
            likely = likely_name(index, name)
            yield codes.UNKNOWN_CONTACT.at(
                SETTINGS_FILE,
                spot.line,
                spot.column,
                f"no contact is called '{name[:_LONGEST]}'",
                f"did you mean '{likely}'?" if likely else "take it out if the note is gone",
                width=spot.width,
            )
