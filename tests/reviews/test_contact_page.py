"""The page of one contact."""

from datetime import date

from building import config, contact, entry, index, parsed, promise

from netjournal.model.contact import Kind
from netjournal.model.review import Excerpt
from netjournal.reviews.assessing import assess
from netjournal.reviews.contact_page import contact_page


def test_promises_stand_by_their_days_those_without_one_last() -> None:
    note = parsed(
        contact("contacts/ana.md", "Ana"),
        promise("third"),
        promise("kept", due="2026-01-01", done=True),
        promise("second", due="2026-12-01"),
        promise("first", due="2026-11-25"),
    )
    assessment = assess(index(note), config(), date(2026, 11, 24))

    page = contact_page(assessment, "contacts/ana.md")

    found = next(section for section in page.sections if section.slug == "promises")
    said = [row["promise"] for row in found.rows]
    assert [each.text for each in said if isinstance(each, Excerpt)] == [
        "first",
        "second",
        "third",
        "kept",
    ]


def _told_before(meeting: str) -> list[str]:
    """What Ana's page tells of the time since her last contact, with a meeting on that day."""
    ana = parsed(contact("contacts/ana.md", "Ana"), entry("2026-10-01"), entry(meeting))
    ben = parsed(
        contact("contacts/ben.md", "Ben"),
        entry("2026-11-20", "Sent me a client.", kinds=[Kind.LEAD], line=3),
        entry("2026-11-10", "Coffee."),
        entry("2026-09-20", "A lead before that.", kinds=[Kind.LEAD]),
    )
    assessment = assess(index(ana, ben), config(), date(2026, 11, 24))
    page = contact_page(assessment, "contacts/ana.md")
    found = [section.rows for section in page.sections if section.slug == "since"]
    said = [row["said"] for rows in found for row in rows]
    return [each.text for each in said if isinstance(each, Excerpt)]


def test_before_a_meeting_the_page_tells_what_has_happened_with_others() -> None:
    assert _told_before("2026-12-20") == ["Sent me a client."]


def test_what_has_happened_is_told_for_a_meeting_soon_alone() -> None:
    assert _told_before("2027-03-01") == []
