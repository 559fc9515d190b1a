"""What happened to me since I was last in touch with somebody."""

from datetime import date

from building import config, contact, entry, index, link, parsed

from netjournal.model.contact import Kind
from netjournal.model.parsed import ParsedFile
from netjournal.model.review import Section
from netjournal.reviews.assessing import assess
from netjournal.reviews.news import MOST, before_meeting, is_about_to_meet, since

TODAY = date(2026, 11, 24)
ANA = parsed(contact("contacts/ana.md", "Ana"), entry("2026-10-01"))
BEN = contact("contacts/ben.md", "Ben")


def told(*notes: ParsedFile) -> list[object]:
    assessment = assess(index(*notes), config(), TODAY)
    return days(since(assessment.people["contacts/ana.md"], assessment))


def days(section: Section) -> list[object]:
    return [str(row["date"]) for row in section.rows]


def test_help_and_leads_since_the_last_contact_are_told_newest_first() -> None:
    ben = parsed(
        BEN,
        entry("2026-09-30", kinds=[Kind.LEAD], line=1),
        entry("2026-10-02", kinds=[Kind.GAVE], line=2),
        entry("2026-10-03", line=3),
        entry("2026-11-20", kinds=[Kind.LEAD], line=4),
        entry("2026-12-01", kinds=[Kind.LEAD], line=5),
    )

    assert told(ANA, ben) == ["2026-11-20", "2026-10-02"]


def test_what_they_were_part_of_is_no_news_to_them() -> None:
    ben = parsed(BEN, entry("2026-11-20", "With Ana.", link("Ana"), kinds=[Kind.LEAD]))

    assert told(ANA, ben) == []


def test_with_nobody_whom_i_met_nothing_is_compared() -> None:
    ben = parsed(BEN, entry("2026-11-20", kinds=[Kind.LEAD]))

    assert told(parsed(contact("contacts/ana.md", "Ana")), ben) == []


def test_a_few_are_enough() -> None:
    leads = [entry(f"2026-11-{day:02}", kinds=[Kind.LEAD], line=day) for day in range(1, MOST + 3)]

    assert len(told(ANA, parsed(BEN, *leads))) == MOST


def test_only_a_meeting_that_is_near_asks_for_news() -> None:
    ben = parsed(BEN, entry("2026-11-20", kinds=[Kind.LEAD]))
    for meeting, is_planned, shown in (
        ("2026-12-24", True, [["2026-11-20"]]),
        ("2026-12-25", True, []),
        ("2026-10-01", False, []),
    ):
        ana = parsed(contact("contacts/ana.md", "Ana"), entry("2026-10-01"), entry(meeting, line=2))
        assessment = assess(index(ana, ben), config(), TODAY)
        person = assessment.people["contacts/ana.md"]
        assert is_about_to_meet(person) is is_planned
        assert [days(section) for section in before_meeting(person, assessment)] == shown
