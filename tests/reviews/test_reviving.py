"""Which silent ties are worth a line, and when."""

from datetime import date, timedelta

import pytest
from building import config, contact, entry, index, parsed

from netjournal.model.contact import Kind, Relationship, Status
from netjournal.reviews.assessing import assess
from netjournal.reviews.reviving import revival_worth, worth_reviving

AS_OF = date(2026, 3, 1)
LAW = frozenset({"legal"})


def proposed(ago: int, **known: object) -> bool:
    """Whether a dormant lawyer who was in touch so many days ago is proposed."""
    settings = {"relationship": Relationship.ALLY, "status": Status.DORMANT, **known}
    one = contact("contacts/a.md", industries=("law",), **settings)  # type: ignore[arg-type] # any attribute
    day = (AS_OF - timedelta(days=ago)).isoformat()
    assessment = assess(index(parsed(one, entry(day))), config(), AS_OF)
    return bool(worth_reviving(assessment, LAW))


def test_the_example_of_the_method_is_worth_four() -> None:
    one = contact(
        "contacts/a.md", relationship=Relationship.ALLY, industries=("law",), status=Status.DORMANT
    )
    note = parsed(one, entry("2020-01-01", kinds=(Kind.RECEIVED,)), entry("2021-01-01"))
    assessment = assess(index(note), config(), AS_OF)

    assert revival_worth(assessment.people["contacts/a.md"], assessment, LAW) == 4
    assert revival_worth(assessment.people["contacts/a.md"], assessment, frozenset()) == 2


@pytest.mark.parametrize(
    ("days", "kind", "worth"),
    [
        (["2020-01-01"], (), 0),
        (["2020-01-01", "2020-01-02", "2020-01-03"], (), 1),
        (["2020-01-01", "2020-01-02", "2020-01-03"], (Kind.GAVE,), 3),
        (["2026-04-01"], (Kind.GAVE,), 0),
    ],
)
def test_help_and_many_contacts_are_worth_something(
    days: list[str], kind: tuple[Kind, ...], worth: int
) -> None:
    note = parsed(contact("contacts/a.md"), *(entry(day, kinds=kind) for day in days))
    assessment = assess(index(note), config(), AS_OF)

    assert worth == revival_worth(assessment.people["contacts/a.md"], assessment, LAW)


@pytest.mark.parametrize(
    ("ago", "is_proposed"),
    [(364, False), (365, True), (392, True), (393, False), (729, False), (730, True)],
)
def test_a_tie_is_proposed_for_four_weeks_after_each_anniversary(
    ago: int, *, is_proposed: bool
) -> None:
    assert is_proposed == proposed(ago)


def test_a_tie_is_proposed_for_four_weeks_of_any_year() -> None:
    assert sum(proposed(500 + more) for more in range(365)) == 28


@pytest.mark.parametrize(
    "known",
    [
        {"status": Status.CLOSED},
        {"relationship": Relationship.MET_ONCE},
        {"relationship": Relationship.TRANSACTIONAL},
        {"snoozed_until": date(2027, 1, 1)},
        {"industries_of": "finance"},
    ],
)
def test_others_are_left_in_peace(known: dict[str, object]) -> None:
    if "industries_of" in known:
        one = contact(
            "contacts/a.md",
            relationship=Relationship.ALLY,
            status=Status.DORMANT,
            industries=("finance",),
        )
        assessment = assess(index(parsed(one, entry("2025-03-01"))), config(), AS_OF)
        assert not worth_reviving(assessment, LAW)
    else:
        assert not proposed(365, **known)


def test_a_lapsed_tie_may_be_proposed_unless_something_is_planned() -> None:
    one = contact("contacts/a.md", relationship=Relationship.ALLY, industries=("law",))

    def found(*days: str) -> int:
        assessment = assess(index(parsed(one, *map(entry, days))), config(), AS_OF)
        return len(worth_reviving(assessment, LAW))

    assert [found("2025-02-25"), found("2025-02-25", "2026-03-04")] == [1, 0]


def test_the_worthiest_comes_first() -> None:
    plain = contact(
        "contacts/a.md", relationship=Relationship.ALLY, industries=("law",), status=Status.DORMANT
    )
    helped = contact(
        "contacts/b.md", relationship=Relationship.ALLY, industries=("law",), status=Status.DORMANT
    )
    notes = [
        parsed(plain, entry("2025-02-25")),
        parsed(helped, entry("2025-02-25", kinds=(Kind.GAVE,))),
    ]
    assessment = assess(index(*notes), config(), AS_OF)

    found = worth_reviving(assessment, LAW)

    assert [person.contact.name for person in found] == ["b", "a"]
