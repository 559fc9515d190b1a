"""The one step for the spread of industries."""

from datetime import date, timedelta

import pytest
from building import config, contact, entry, index, parsed

from netjournal.model.config import BuildSettings
from netjournal.model.contact import Contact, Relationship, Status
from netjournal.model.parsed import ParsedFile
from netjournal.reviews.assessing import assess
from netjournal.reviews.coverage import coverage
from netjournal.reviews.next_step import Step, next_step

AS_OF = date(2026, 3, 1)
ALLY = Relationship.ALLY
EVERYWHERE = BuildSettings(missing=("software", "health"))


def step(*notes: ParsedFile | Contact, build: BuildSettings = EVERYWHERE) -> Step:
    """The step that some notes call for, where software and health care are looked for."""
    settings = config(build=build)
    assessment = assess(index(*notes, settings=settings), settings, AS_OF)
    return next_step(coverage(assessment), assessment)


def known(name: str, industry: str = "", ago: int | None = 1, **more: Status) -> ParsedFile:
    """A contact in an industry, or in none that is known, who was in touch so many days ago."""
    person = contact(
        f"contacts/{name}.md",
        name,
        relationship=ALLY,
        industries=(industry,) if industry else (),
        status=more.get("status", Status.ACTIVE),
    )
    days = [] if ago is None else [entry((AS_OF - timedelta(days=ago)).isoformat())]
    return parsed(person, *days)


def test_first_know_who_works_where() -> None:
    actual = step(known("Ana"), known("Ben"), known("Cy", "law"))

    assert actual.text == (
        "2 of 3 contacts have no known industry. Where do Ana and Ben work? "
        "With an industry in their notes, gaps become visible."
    )
    assert (actual.slug, actual.section) == ("hygiene", "incomplete")
    assert [person.contact.name for person in actual.people] == ["Ana", "Ben"]


def test_one_unknown_industry_is_asked_for_by_name() -> None:
    assert step(known("Ana"), known("Cy", "law")).text.startswith(
        "1 of 2 contacts has no known industry. Where does Ana work?"
    )


def test_three_in_ten_unknown_are_not_too_many() -> None:
    notes = [known(f"p{n}", "software" if n < 7 else "") for n in range(10)]

    assert step(*notes, known("q", "health"), known("r", "health")).slug == "industries"


def test_then_reach_a_gap_through_those_who_are_near() -> None:
    build = BuildSettings(missing=("law", "health"))
    actual = step(known("Ana", "finance", 3), known("Ben", "finance", 1), build=build)

    assert actual == Step(
        "No ally or acquaintance in Law yet. Could Ben or Ana introduce you to somebody there?",
        actual.people,
        "industries",
        "missing",
    )
    assert [person.contact.name for person in actual.people] == ["Ben", "Ana"]


def test_a_gap_may_be_reached_through_somebody_who_rests() -> None:
    resting = known("Di", "health", 900, status=Status.DORMANT)

    actual = step(known("Ana", "software"), known("Ben", "software"), resting)

    assert actual.text == (
        "Nobody in Health care at the moment, but Di is resting there. Would a line be welcome?"
    )


@pytest.mark.parametrize(
    ("ago", "text"),
    [
        (1, "Law hangs on Cy alone. Whom else do they know there?"),
        (70, "Law hangs on Cy, last in touch 2 months ago. A word?"),
        (None, "Law hangs on Cy, with no contact so far. A first line?"),
    ],
)
def test_then_keep_the_bridge(ago: int | None, text: str) -> None:
    actual = step(known("Ana", "software"), known("Ben", "software"), known("Cy", "law", ago))

    assert (text, "thin") == (actual.text, actual.section)


def test_a_bridge_out_of_touch_comes_before_one_that_holds() -> None:
    actual = step(known("Ana", "software"), known("Cy", "law", 1), known("Di", "health", 70))

    assert actual.text.startswith("Health care hangs on Di,")


def test_then_begin_in_a_new_field() -> None:
    actual = step(known("Ana", "software"), known("Ben", "software"))

    assert actual.text == (
        "Nobody in Health care yet, and nobody near it. "
        "A talk, a course or a fair in that field may be a start."
    )


def test_a_network_that_covers_everything_needs_nothing() -> None:
    notes = [known(f"{industry}{n}", industry) for industry in ("software", "health") for n in "ab"]

    assert step(*notes).text.endswith("Nothing needs doing.")
