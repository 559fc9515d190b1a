"""The page of one contact."""

from datetime import date

from building import config, contact, index, parsed, promise

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
