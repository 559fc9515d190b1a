"""The assessment: what a contact is, how often to be in touch, and which days count."""

import csv
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from building import config, contact, entry, index, link, parsed, promise
from hypothesis import given
from hypothesis import strategies as st

from netjournal.measures.cadence import State
from netjournal.model.cadence import Cadence
from netjournal.model.config import CadenceDefaults
from netjournal.model.contact import (
    Contact,
    Interaction,
    Kind,
    Link,
    Promise,
    Relationship,
    Status,
)
from netjournal.model.parsed import ParsedFile
from netjournal.reviews.assessing import assess
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.person import Person

AS_OF = date(2026, 3, 1)
ANA = "contacts/ana.md"
REFERENCE = Path(__file__).parents[1] / "reference" / "neglect.csv"
ROWS = list(csv.DictReader(REFERENCE.read_text(encoding="utf-8").splitlines()))

ALLY = Relationship.ALLY
ACQUAINTANCE = Relationship.ACQUAINTANCE


def assessed(*notes: ParsedFile | Contact, **settings: object) -> Assessment:
    """The assessment of some notes on 1 March 2026."""
    return assess(index(*notes, settings=config(**settings)), config(**settings), AS_OF)


def ana(
    *said: Interaction | Promise | Link,
    **known: Any,  # noqa: ANN401 - any attribute of Contact
) -> Person:
    """Ana as the assessment sees her, with nothing else in the vault."""
    return assessed(parsed(contact(ANA, "Ana", **known), *said)).people[ANA]


def day(ago: int) -> str:
    """The ISO day so many days before the day of the review."""
    return (AS_OF - timedelta(days=ago)).isoformat()


def number(cell: str) -> object:
    """A cell of the reference as a number to compare with; an empty one is undefined."""
    return pytest.approx(float(cell), rel=1e-9, abs=0) if cell else None


def reference_note(row: dict[str, str]) -> list[ParsedFile | Contact]:
    """The vault of a reference row: its contact, and another one in the same industry or none."""
    dormant = row["tier"] == "dormant"
    status = {"deceased": Status.CLOSED, "active": Status.ACTIVE}[row["status"]]
    days = row["cadence_days"]
    one = contact(
        ANA,
        "Ana",
        relationship=None if dormant else Relationship(row["tier"].replace("_", "-")),
        status=Status.DORMANT if dormant else status,
        cadence=Cadence(int(days)) if days else None,
        snoozed_until=date.fromisoformat(row["snooze_until"]) if row["snooze_until"] else None,
        industries=("law",),
    )
    note = parsed(one, *(entry(day) for day in row["interaction_dates"].split()))
    if row["sole_in_industry"] == "True":
        return [note]
    other = contact("contacts/ben.md", "Ben", relationship=ALLY, industries=("law",))
    return [note, other]


@pytest.mark.parametrize("row", ROWS, ids=[row["case"] for row in ROWS])
def test_a_reference_row_comes_out_of_notes(row: dict[str, str]) -> None:
    actual = assessed(*reference_note(row)).people[ANA].standing

    assert row["state"].replace("_", "-") == actual.state
    assert (row["planned"] == "True") == actual.planned
    assert number(row["days_since"]) == actual.days_since
    assert number(row["overdue_ratio"]) == actual.overdue_ratio
    assert row["due_date"] == (actual.due_date.isoformat() if actual.due_date else "")
    assert number(row["priority"]) == actual.priority
    assert number(row["warmth"]) == actual.warmth


def test_what_a_note_declares_is_what_the_contact_is() -> None:
    assert ana(relationship=Relationship.TRANSACTIONAL).relationship == Relationship.TRANSACTIONAL


def test_recorded_contact_makes_an_acquaintance() -> None:
    actual = ana(entry(day(10)))

    assert (
        actual.relationship,
        actual.cadence_days,
        actual.standing.state,
    ) == (ACQUAINTANCE, 180, State.FRESH)


def test_the_field_of_the_last_contact_makes_an_acquaintance() -> None:
    actual = ana(last_contact=date(2026, 2, 1))

    assert (actual.relationship, actual.standing.days_since) == (ACQUAINTANCE, 28)


def test_a_cadence_of_its_own_makes_an_acquaintance_never_contacted() -> None:
    actual = ana(cadence=Cadence(60))

    assert (
        actual.relationship,
        actual.cadence_days,
        actual.standing.state,
    ) == (ACQUAINTANCE, 60, State.NEVER)


def test_nothing_known_is_unsorted() -> None:
    actual = assessed(contact(ANA, "Ana", tags=("berlin",)))

    person = actual.people[ANA]
    assert (
        person.relationship,
        person.cadence_days,
        person.standing.state,
    ) == (None, None, State.UNSORTED)
    assert (person,) == actual.unsorted


@pytest.mark.parametrize("kinds", [(Kind.OUTREACH,), (Kind.ABOUT,)])
def test_a_letter_without_an_answer_or_mere_talk_is_no_contact(kinds: tuple[Kind, ...]) -> None:
    assert ana(entry(day(10), kinds=kinds)).standing.state == State.UNSORTED


def test_a_letter_with_an_answer_is_contact() -> None:
    actual = ana(entry(day(10), kinds=(Kind.OUTREACH, Kind.ANSWERED)))

    assert actual.standing.days_since == 10


def test_a_meeting_ahead_with_a_stranger_is_a_planned_first_contact() -> None:
    actual = ana(entry(day(-9)))

    assert (
        actual.relationship,
        actual.standing.state,
        actual.standing.planned,
        actual.contacted,
    ) == (ACQUAINTANCE, State.NEVER, True, ())


@pytest.mark.parametrize(
    ("known", "days", "is_default"),
    [
        ({"relationship": ALLY}, 30, True),
        ({"relationship": ACQUAINTANCE}, 180, True),
        ({"relationship": Relationship.TRANSACTIONAL}, None, False),
        ({"relationship": Relationship.TRANSACTIONAL, "cadence": Cadence(90)}, 90, False),
        ({"relationship": Relationship.MET_ONCE, "cadence": Cadence(90)}, None, False),
        ({"relationship": ALLY, "cadence": Cadence(7)}, 7, False),
        ({"relationship": ALLY, "cadence": Cadence(None)}, None, False),
        ({"relationship": ALLY, "tags": ("Berlin",)}, 60, False),
        ({"relationship": ALLY, "tags": ("berlin", "choir", "tall")}, 45, False),
        ({"relationship": ALLY, "tags": ("berlin",), "cadence": Cadence(7)}, 7, False),
        ({"relationship": ALLY, "tags": ("berlin",), "cadence": Cadence(None)}, None, False),
        ({"relationship": Relationship.TRANSACTIONAL, "tags": ("berlin",)}, 60, False),
        ({"relationship": ALLY, "tags": ("tall",)}, 30, True),
        ({"relationship": ALLY, "status": Status.DORMANT}, None, False),
        ({"relationship": ALLY, "status": Status.CLOSED, "cadence": Cadence(7)}, None, False),
    ],
)
def test_the_own_cadence_wins_then_the_shortest_tag_then_the_relationship(
    known: dict[str, Any], days: int | None, *, is_default: bool
) -> None:
    cadences = CadenceDefaults(tags={"berlin": 60, "choir": 45})

    actual = assessed(contact(ANA, "Ana", **known), cadence=cadences).people[ANA]

    assert (days, is_default) == (actual.cadence_days, actual.cadence_is_default)


def test_the_settings_have_the_defaults() -> None:
    cadences = CadenceDefaults(ally=21, acquaintance=99)
    notes = [
        contact(ANA, relationship=ALLY),
        contact("contacts/ben.md", relationship=ACQUAINTANCE),
    ]

    actual = assessed(*notes, cadence=cadences).people.values()

    assert [person.cadence_days for person in actual] == [21, 99]


def test_the_same_day_in_note_and_journal_is_one_day_of_contact() -> None:
    note = parsed(contact(ANA, "Ana"), entry(day(5)), entry(day(30)))
    journal = parsed("journal/a.md", entry(day(5), "Lunch", link("ana")), journal=True)

    actual = assessed(note, journal).people[ANA].contacted

    assert (date(2026, 1, 30), date(2026, 2, 24)) == actual


def test_a_day_counts_as_often_as_the_place_that_has_more_of_it() -> None:
    note = parsed(contact(ANA, "Ana"), entry(day(5)), entry(day(5)), entry(day(40)))
    journals = [
        parsed("journal/a.md", *(entry(day(5), "x", link("ana")) for _ in range(3)), journal=True),
        parsed("journal/b.md", entry(day(2), "y", link("ana")), journal=True),
    ]

    actual = assessed(note, *journals).people[ANA].contacted

    assert [(AS_OF - each).days for each in actual] == [40, 5, 5, 5, 2]


def test_two_talks_on_a_day_in_one_note_are_two() -> None:
    assert len(ana(entry(day(5)), entry(day(5))).contacted) == 2


def test_the_field_of_the_last_contact_is_a_day_among_the_others() -> None:
    actual = ana(entry(day(40)), entry(day(10)), last_contact=date(2026, 2, 1))

    assert [(AS_OF - each).days for each in actual.contacted] == [40, 28, 10]


def test_the_field_of_the_last_contact_is_not_counted_twice() -> None:
    actual = ana(entry(day(28)), last_contact=date(2026, 2, 1))

    assert (date(2026, 2, 1),) == actual.contacted


def test_a_last_contact_ahead_says_nothing_yet() -> None:
    assert ana(last_contact=date(2026, 3, 2)).standing.state == State.UNSORTED


def test_a_review_of_a_past_day_knows_nothing_later() -> None:
    note = parsed(contact(ANA, "Ana"), entry(day(100), "Then"), entry(day(5), "Later"))

    actual = assess(index(note), config(), AS_OF - timedelta(days=50)).people[ANA]

    assert actual.standing.days_since == 50
    assert AS_OF - timedelta(days=5) == actual.standing.next_planned
    assert actual.last_entry is not None
    assert actual.last_entry.text == "Then"


def test_the_last_thing_said_may_be_a_letter_but_not_mere_talk() -> None:
    said = [
        entry(day(30), "Coffee"),
        entry(day(20), "Wrote", kinds=(Kind.OUTREACH,)),
        entry(day(10), "Ben spoke of her", kinds=(Kind.ABOUT,)),
        entry(day(5), ""),
        entry(day(-5), "Lunch"),
    ]

    actual = ana(*said).last_entry

    assert actual is not None
    assert actual.text == "Wrote"


def test_nothing_said_has_no_last_entry() -> None:
    assert ana().last_entry is None


def test_only_open_promises_stay() -> None:
    actual = ana(promise("Call"), promise("Done", done=True)).promises

    assert [each.text for each in actual] == ["Call"]


@pytest.mark.parametrize(
    ("relationship", "status", "active"),
    [
        (ALLY, Status.ACTIVE, True),
        (ACQUAINTANCE, Status.ACTIVE, True),
        (Relationship.MET_ONCE, Status.ACTIVE, False),
        (Relationship.TRANSACTIONAL, Status.ACTIVE, False),
        (None, Status.ACTIVE, False),
        (ALLY, Status.DORMANT, False),
        (ALLY, Status.CLOSED, False),
    ],
)
def test_allies_and_acquaintances_in_use_are_active(
    relationship: Relationship | None, status: Status, *, active: bool
) -> None:
    one = contact(ANA, relationship=relationship, status=status, industries=("law", "banking"))

    actual = assessed(one)

    assert active == actual.people[ANA].active
    assert active == (actual.active == (actual.people[ANA],))
    assert (["finance", "legal"] if active else []) == sorted(actual.active_by_industry)
    assert active == (actual.diversity is not None)


def test_the_only_active_contact_of_one_of_its_industries_is_a_bridge() -> None:
    actual = assessed(
        contact(ANA, relationship=ALLY, industries=("law", "finance")),
        contact("contacts/ben.md", relationship=ALLY, industries=("finance",)),
        contact("contacts/cy.md", relationship=ALLY, industries=("law",), status=Status.DORMANT),
        contact("contacts/di.md", relationship=Relationship.MET_ONCE, industries=("health",)),
    )

    sole = {path: [i.key for i in person.sole_in] for path, person in actual.people.items()}
    assert sole == {
        ANA: ["legal"],
        "contacts/ben.md": [],
        "contacts/cy.md": [],
        "contacts/di.md": [],
    }


def test_a_contact_with_two_industries_counts_half_in_each() -> None:
    actual = assessed(
        contact(ANA, relationship=ALLY, industries=("law", "software")),
        contact("contacts/ben.md", relationship=ALLY, industries=("law",)),
        contact("contacts/cy.md", relationship=ALLY),
    ).diversity

    assert actual is not None
    assert (actual.contacts, actual.richness, actual.top_share) == (2, 2, 0.75)


def test_the_rhythm_needs_five_days_and_two_weeks_of_silence() -> None:
    weekly = [entry(day(ago)) for ago in (60, 53, 46, 39, 32)]

    drifting = ana(*weekly, relationship=ACQUAINTANCE).rhythm
    too_few = ana(*weekly[1:], relationship=ACQUAINTANCE).rhythm
    too_soon = ana(*weekly, entry(day(13)), relationship=ACQUAINTANCE).rhythm

    assert drifting is not None
    assert (drifting.gap_days, drifting.days_since, drifting.drifting) == (7.0, 32, True)
    assert (too_few, too_soon) == (None, None)


def test_an_empty_vault_is_assessed() -> None:
    actual = assessed()

    assert (
        dict(actual.people),
        actual.active,
        actual.unsorted,
        actual.diversity,
    ) == ({}, (), (), None)


@given(st.permutations(range(6)))
def test_the_order_of_files_makes_no_difference(order: list[int]) -> None:
    days = [day(ago) for ago in (3, 40, 300)]
    files: list[ParsedFile | Contact] = [
        parsed(contact(ANA, "Ana", industries=("law", "software")), *map(entry, days)),
        parsed(contact("contacts/ben.md", "Ben", relationship=ALLY), entry(days[1])),
        contact("contacts/cy.md", "Cy", relationship=ALLY, industries=("law",)),
        *(
            parsed(
                f"journal/{each}.md", entry(each, "Talk", link("ana"), link("ben")), journal=True
            )
            for each in days
        ),
    ]

    assert assessed(*files).people == assessed(*(files[place] for place in order)).people


def test_contacts_of_the_same_name_are_told_apart() -> None:
    one = contact("contacts/wei.md", "Wei Chen", organization="Acme")
    other = contact("contacts/wei-2.md", "Wei Chen")

    people = assessed(one, other, contact(ANA, "Ana")).people

    assert [person.ref.label for person in people.values()] == [
        "Ana",
        "Wei Chen (wei-2.md)",
        "Wei Chen (Acme)",
    ]
