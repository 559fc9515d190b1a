"""What folders mean, as the settings say it."""

import pytest

from netjournal.model.config import VaultLayout
from netjournal.vault.zones import Zone, Zones, zones_of

CONTACTS = Zone(in_contacts=True, reads_notes=True)
JOURNAL = Zone(in_journal=True, reads_notes=True)
IGNORED = Zone(ignored=True)


def zone(zones: Zones, path: str) -> Zone:
    """What a folder means, found from the top as a walk finds it."""
    found, folder = zones.top, ""
    for part in path.split("/"):
        folder = f"{folder}/{part}" if folder else part
        found = zones.of(folder, found)
    return found


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("contacts", CONTACTS),
        ("contacts/office/old", CONTACTS),
        ("journal", JOURNAL),
        ("journal/2026", JOURNAL),
        ("other", Zone()),
        ("other/contacts", Zone()),
        ("templates", Zone()),
        ("Templates", Zone()),
    ],
)
def test_what_the_usual_folders_mean(path: str, expected: Zone) -> None:
    zones = zones_of(VaultLayout())
    assert zones.top == Zone()
    assert zone(zones, path) == expected


def test_a_folder_inside_another_means_what_is_said_of_it_and_not_of_the_other() -> None:
    zones = zones_of(VaultLayout(contacts=("people",), journal=("people/diary",)))
    assert zone(zones, "people/x") == CONTACTS
    assert zone(zones, "people/diary/2026") == JOURNAL


def test_a_folder_of_both_kinds() -> None:
    zones = zones_of(VaultLayout(contacts=("all",), journal=("./all/",)))
    assert zone(zones, "all") == Zone(in_contacts=True, in_journal=True, reads_notes=True)


def test_the_vault_itself_as_a_folder_of_contacts_has_no_templates_and_nothing_ignored() -> None:
    zones = zones_of(VaultLayout(contacts=(".",), journal=(), ignore=("archive/**",)))
    assert zones.top == CONTACTS
    assert zone(zones, "any/where") == CONTACTS
    assert zone(zones, "templates") == Zone()
    assert zones.ignores("archive/a.md")
    assert not zones.ignores("archived/a.md")


def test_notes_that_carry_a_tag_are_read_anywhere() -> None:
    zones = zones_of(VaultLayout(contact_tag="person"))
    assert zones.top == Zone(reads_notes=True)
    assert zone(zones, "some/where") == Zone(reads_notes=True)
    assert zone(zones, "contacts") == CONTACTS


def test_nothing_below_an_ignored_folder_means_anything() -> None:
    zones = zones_of(VaultLayout(contacts=("contacts", "old/contacts"), ignore=("old",)))
    assert zone(zones, "old") == IGNORED
    assert zone(zones, "old/contacts") == IGNORED


def test_accents_may_be_written_in_either_of_two_ways() -> None:
    zones = zones_of(VaultLayout(contacts=("Leute/Ko\u0308ln",)))
    assert zone(zones, "Leute/K\u00f6ln") == CONTACTS
    assert zone(zones, "Leute/Ko\u0308ln") == CONTACTS
