"""The query language, on a small network."""

from datetime import date

import pytest
from building import config, contact, entry, index, parsed
from documented import SAMPLE
from hypothesis import given
from hypothesis import strategies as st

from netjournal.app.query import QueryError, find_people, parse_query, query_notes
from netjournal.app.workspace import Workspace
from netjournal.model.cadence import Cadence
from netjournal.model.contact import FieldValue, Relationship, Status
from netjournal.model.dates import PartialDate
from netjournal.reviews import hygiene, neglected
from netjournal.reviews.assessing import assess
from netjournal.reviews.assessment import Assessment

TODAY = date(2026, 3, 1)


def network() -> Assessment:
    """Four people: Ana and Ben in finance, Cara at rest, Dan of whom nothing is known."""
    ana = contact(
        "contacts/ana.md",
        "Ana Lopez",
        relationship=Relationship.ALLY,
        industries=("banking",),
        organization="Acme Corp",
        tags=("Berlin",),
        met=PartialDate(2019, 5, None),
    )
    ben = contact(
        "contacts/ben.md",
        "Ben Osei",
        relationship=Relationship.ACQUAINTANCE,
        industries=("finance", "falconry"),
        cadence=Cadence(42),
        met=PartialDate(2021, None, None),
        own={"coffee": "flat white"},
    )
    cara = contact("contacts/cara.md", "Cara Ruiz", status=Status.DORMANT, industries=("law",))
    dan = contact("contacts/dan.md", "Dan Fox")
    notes = index(
        parsed(ana, entry("2025-12-01")),
        parsed(ben, entry("2026-02-20"), entry("2026-03-09")),
        parsed(cara, entry("2020-01-01")),
        dan,
    )
    return assess(notes, config(), TODAY)


def names(query: str) -> list[str]:
    """The first names of the people that a query finds."""
    terms = parse_query(query, ["coffee"])
    return [person.contact.name.split()[0] for person in find_people(terms, network())]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Ana", "Ben", "Cara", "Dan"]),
        ("lopez", ["Ana"]),
        ("LOPEZ acme", ["Ana"]),
        ('"ana lopez"', ["Ana"]),
        ("ana ben", []),
        ("industry:finance", ["Ana", "Ben"]),
        ("industry:banking", ["Ana", "Ben"]),
        ("industry:falconry", ["Ben"]),
        ("industry:legal,falconry", ["Ben", "Cara"]),
        ("industry:finance relationship:ally", ["Ana"]),
        ("tier:ally", ["Ana"]),
        ("relationship:acquaintance", ["Ben", "Cara"]),
        ("state:overdue", ["Ana"]),
        ("state:fresh", ["Ben"]),
        ("state:planned", ["Ben"]),
        ("state:unsorted", ["Dan"]),
        ("-state:unsorted", ["Ana", "Ben", "Cara"]),
        ("status:dormant", ["Cara"]),
        ("-status:dormant industry:finance", ["Ana", "Ben"]),
        ("tag:berlin", ["Ana"]),
        ("group:business", ["Ana", "Ben", "Cara"]),
        ("met<2020", ["Ana"]),
        ("met:2019", ["Ana"]),
        ("met>=2021", ["Ben"]),
        ("met>2021", []),
        ("met<=2019-05", ["Ana"]),
        ("last<2026-01-01", ["Ana", "Cara"]),
        ("days>80", ["Ana", "Cara"]),
        ("ratio>=2", ["Ana"]),
        ("cadence=6w", ["Ben"]),
        ("cadence<60", ["Ana", "Ben"]),
        ('organization:"acme corp"', ["Ana"]),
        ("company:acme", ["Ana"]),
        ("coffee:flat", ["Ben"]),
        ("has:coffee", ["Ben"]),
        ("has:met", ["Ana", "Ben"]),
        ("-has:industry", ["Dan"]),
    ],
)
def test_a_query_finds(query: str, expected: list[str]) -> None:
    assert names(query) == expected


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("industri:finance", "did you mean 'industry'"),
        ("name<3", "can't be compared"),
        ("met<soon", "is not a date"),
        ("days>many", "needs a number"),
        ("industry:", "nothing after industry:"),
        ("last contact<2026", "did you mean 'last_contact'"),
        ("-last contact<2026", "did you mean 'last_contact'"),
        ('"open', "stops making sense"),
    ],
)
def test_a_query_that_makes_no_sense_says_why(query: str, words: str) -> None:
    with pytest.raises(QueryError, match=words):
        parse_query(query)


def test_an_open_quote_at_the_end_of_many_words_is_found_at_once() -> None:
    with pytest.raises(QueryError, match="stops making sense"):
        parse_query("a" * 60 + '" b')


@given(st.text(alphabet='abz:<>=-,". 0129', max_size=40))
def test_any_text_is_a_query_or_a_query_error(text: str) -> None:
    try:
        terms = parse_query(text)
    except QueryError:
        return
    found = find_people(terms, network())
    assert len(found) <= 4


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("state:overdu", "no state is called 'overdu'; did you mean 'overdue'?"),
        ("-status:dormnt", "no status is called 'dormnt'; did you mean 'dormant'?"),
        ("relationship:ally,alli", "no relationship is called 'alli'; did you mean 'ally'?"),
        (
            "tier:gold",
            (
                "no relationship is called 'gold'; "
                "it can be ally, acquaintance, transactional, met-once"
            ),
        ),
    ],
)
def test_a_word_that_a_field_cannot_have_is_an_error(query: str, said: str) -> None:
    with pytest.raises(QueryError) as raised:
        parse_query(query)

    assert str(raised.value) == said


@pytest.mark.parametrize(
    ("query", "value"),
    [
        ("relationship:Met_Once", "met-once"),
        ('relationship:"close friend"', "ally"),
        ("status:paused", "dormant"),
        ("state:followup", "follow-up"),
        ("state:PLANNED", "planned"),
    ],
)
def test_a_choice_is_understood_as_in_a_note(query: str, value: str) -> None:
    assert [term.values for term in parse_query(query)] == [(value,)]


def test_an_industry_that_nobody_knows_is_told() -> None:
    query = parse_query("industry:finanse,legal -industry:falcon industry:qwertz industry:finanse")

    assert query_notes(query, network()) == (
        "no industry is called 'finanse'; did you mean 'finance'?",
        "no industry is called 'qwertz'",
    )


def test_the_query_of_a_section_finds_whom_the_section_has() -> None:
    workspace = Workspace.load(SAMPLE)
    assessment = workspace.assessment(date(2026, 11, 24))

    reviews = [neglected.make(assessment, ()), hygiene.make(assessment, ())]

    asked = [each for review in reviews for each in review.sections if each.query]
    assert len(asked) == 7
    for section in asked:
        found = find_people(parse_query(section.query), assessment)
        had = {row["contact"] for row in section.rows}
        assert {person.ref for person in found} == had, section.slug


def test_a_word_for_a_relationship_is_found_as_it_is_typed() -> None:
    typed = FieldValue("tie", ("Mentor",), 2, 1)
    eve = contact("contacts/eve.md", relationship=Relationship.ALLY, fields={"relationship": typed})
    fay = contact("contacts/fay.md", relationship=Relationship.ALLY)

    found = find_people(parse_query("mentor"), assess(index(eve, fay), config(), TODAY))

    assert [person.contact.path for person in found] == ["contacts/eve.md"]
