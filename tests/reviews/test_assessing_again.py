"""An assessment made from the one before is the one that would be made anew."""

from datetime import date
from typing import Any

from building import config, contact, entry, parsed
from generating import changes, named_as_before, vaults
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.contact import Relationship
from netjournal.model.indexing import build_index
from netjournal.model.parsed import ParsedFile
from netjournal.model.reindexing import Change, index_again
from netjournal.reviews.assessing import assess
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.registry import REVIEWS

TODAY = date(2026, 11, 24)
ALLY = Relationship.ALLY
ANA = contact("contacts/ana.md", "Ana", relationship=ALLY, industries=("law",))
BEN = contact("contacts/ben.md", "Ben", relationship=ALLY, industries=("law", "finance"))
CY = contact("contacts/cy.md", "Cy", relationship=ALLY, industries=("it",))


def everything(assessment: Assessment) -> list[Any]:
    """What an assessment says, and every page made of it."""
    pages = [page.make(assessment, ()) for page in REVIEWS]
    rows = [tuple(section.rows) for page in pages for section in page.sections]
    words = [(page.lead, page.figures, page.basis) for page in pages]
    by_industry = list(assessment.active_by_industry.items())
    people = list(assessment.people.items())
    spread = (assessment.active, assessment.unsorted, assessment.diversity, assessment.apart)
    return [people, by_industry, spread, rows, words]


@given(vaults, changes, st.booleans(), st.data())
def test_after_any_changes_it_equals_a_new_one(
    files: list[ParsedFile],
    changes: list[list[ParsedFile]],
    keeps_names: bool,  # noqa: FBT001 - drawn by place
    data: st.DataObject,
) -> None:
    settings = config()
    vault = {file.path: file for file in files}
    index = build_index(files, settings)
    latest = assess(index, settings, TODAY)
    for saved in changes:
        changed = [named_as_before(note, vault) if keeps_names else note for note in saved]
        vault |= {file.path: file for file in changed}
        gone = data.draw(st.sets(st.sampled_from(sorted(vault)), max_size=2)) if vault else set()
        for path in gone:
            del vault[path]
        kept = [note for note in changed if note.path not in gone]
        index = index_again(index, Change(kept, gone), settings)
        latest = assess(index, settings, TODAY, latest)

        assert everything(latest) == everything(
            assess(build_index(vault.values(), settings), settings, TODAY)
        )


def test_who_is_not_reached_is_not_measured_again() -> None:
    settings = config()
    before = build_index([parsed(ANA), parsed(BEN), parsed(CY)], settings)
    first = assess(before, settings, TODAY)
    after = index_again(before, Change([parsed(CY, entry("2026-11-03"))]), settings)

    second = assess(after, settings, TODAY, first)

    assert second.people["contacts/ana.md"] is first.people["contacts/ana.md"]
    assert second.people["contacts/cy.md"] is not first.people["contacts/cy.md"]
    assert second.active_by_industry["legal"] is first.active_by_industry["legal"]
    assert second.diversity is first.diversity


def test_who_becomes_a_bridge_is_measured_again() -> None:
    settings = config()
    before = build_index([parsed(ANA), parsed(BEN)], settings)
    first = assess(before, settings, TODAY)
    assert first.people["contacts/ana.md"].sole_in == ()
    after = index_again(before, Change([parsed(BEN._replace(industries=()))]), settings)

    second = assess(after, settings, TODAY, first)

    assert [each.key for each in second.people["contacts/ana.md"].sole_in] == ["legal"]


def test_on_another_day_everyone_is_measured_again() -> None:
    settings = config()
    index = build_index([parsed(ANA, entry("2026-11-03"))], settings)
    first = assess(index, settings, TODAY)

    second = assess(index, settings, date(2026, 12, 24), first)

    assert second.people["contacts/ana.md"].standing.days_since == 51
