"""Which journal note an entry of a day goes into."""

from datetime import date

import pytest

from netjournal.app.journal_notes import journal_note
from netjournal.model.config import VaultLayout
from netjournal.vault.scan import FoundNote

DAY = date(2026, 3, 1)


def journal(*paths: str) -> list[FoundNote]:
    """Journal notes at these paths, beside a contact."""
    notes = [FoundNote(path, in_contacts=False, in_journal=True) for path in paths]
    return [FoundNote("contacts/ana.md", in_contacts=True, in_journal=False), *notes]


@pytest.mark.parametrize(
    ("paths", "chosen"),
    [
        (["journal/2026-02-27.md", "journal/2026-03-01.md"], "journal/2026-03-01.md"),
        (["journal/2026-02-27.md"], "journal/2026-03-01.md"),
        (["journal/2025/2025-12-31.md"], "journal/2026/2026-03-01.md"),
        (["journal/2025/12/2025-12-31.md"], "journal/2026/03/2026-03-01.md"),
        (["journal/2025/2025-12/2025-12-31.md"], "journal/2026/2026-03/2026-03-01.md"),
        (["journal/ideas.md", "journal/2026-02-27.md"], "journal/2026-03-01.md"),
        (["journal/all.md"], "journal/all.md"),
        (["journal/ideas.md", "journal/plans.md"], "journal/2026-03-01.md"),
        (["journal/2026-02-30.md", "journal/plans.md"], "journal/2026-03-01.md"),
        ([], "journal/2026-03-01.md"),
    ],
)
def test_the_note_of_a_day_is_found_or_goes_beside_the_others(
    paths: list[str], chosen: str
) -> None:
    assert journal_note(journal(*paths), VaultLayout(), DAY).path == chosen


def test_a_vault_with_another_journal_folder_has_its_notes_there() -> None:
    assert journal_note([], VaultLayout(journal=("Daily/",)), DAY).path == "Daily/2026-03-01.md"
