"""On which days of the last year there was any contact."""

from datetime import date

from building import config, contact, entry, index, parsed

from netjournal.model.charts import DaysOfContact
from netjournal.model.contact import Kind, Relationship
from netjournal.model.parsed import ParsedFile
from netjournal.model.review import Section
from netjournal.reviews.assessing import assess
from netjournal.reviews.days_in_touch import days_in_touch, days_section

AS_OF = date(2026, 3, 1)


def known(name: str, *days: str, industries: tuple[str, ...] = ()) -> ParsedFile:
    """An acquaintance with whom there was contact on some days."""
    kind = Relationship.ACQUAINTANCE
    note = contact(f"contacts/{name}.md", relationship=kind, industries=industries)
    return parsed(note, *map(entry, days))


def section_of(*notes: ParsedFile) -> Section:
    """The section of these contacts."""
    return days_section(assess(index(*notes), config(), AS_OF))


def test_no_contact_is_no_section() -> None:
    section = section_of(known("ana", "2020-01-01"))
    assert not section.rows
    assert section.chart is None


def test_everybody_counts_once_whatever_the_industries() -> None:
    section = section_of(
        known("ana", "2026-02-10", "2026-02-27", industries=("law", "health")),
        known("bo", "2026-02-10", industries=("law",)),
        known("cy", "2026-02-10", "2025-12-24"),
        parsed(contact("contacts/di.md"), entry("2026-01-05")),
    )
    assert [(row["month"], row["days"], row["contacts"]) for row in section.rows] == [
        ("2026-02", 2, 4),
        ("2026-01", 1, 1),
        ("2025-12", 1, 1),
    ]


def test_the_picture_has_whole_weeks_up_to_the_day_of_the_review() -> None:
    section = section_of(known("ana", "2025-02-24", "2025-02-23", "2026-03-01", "2026-03-02"))
    assert section.chart
    drawing = section.chart.drawing
    assert isinstance(drawing, DaysOfContact)
    assert drawing.first == date(2025, 2, 24)
    assert drawing.first.weekday() == 0
    assert (drawing.counts[0], drawing.counts[-1], sum(drawing.counts)) == (1, 1, 2)
    assert len(drawing.counts) == 371


def test_a_letter_without_an_answer_is_no_contact() -> None:
    note = contact("contacts/ana.md", relationship=Relationship.ALLY)
    letter = entry("2026-02-10", kinds=(Kind.OUTREACH,))
    assert days_in_touch(assess(index(parsed(note, letter)), config(), AS_OF)) == {}


def test_the_first_year_of_the_calendar() -> None:
    note = known("ana", "0001-01-02")
    section = days_section(assess(index(note), config(), date(1, 1, 3)))
    assert section.chart
    assert isinstance(section.chart.drawing, DaysOfContact)
    assert section.chart.drawing.counts == (0, 1, 0)


def test_what_is_made_again_after_a_change_equals_what_is_made_anew() -> None:
    before = [known(f"c{n}", "2026-02-10", industries=("law", "health")[: n % 3]) for n in range(6)]
    old = assess(index(*before), config(), AS_OF)
    old.once(days_in_touch)
    after = index(*before[:-1], known("c5", "2026-02-11", industries=("law",)))
    again = assess(after, config(), AS_OF, old).once(days_in_touch)
    assert again == assess(after, config(), AS_OF).once(days_in_touch)
