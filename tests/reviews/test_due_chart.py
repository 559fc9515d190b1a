"""The picture of who has waited the longest."""

from datetime import date, timedelta

from building import config, contact, entry, index, parsed

from netjournal.model.charts import Chart, DueTimeline
from netjournal.model.contact import Relationship
from netjournal.model.parsed import ParsedFile
from netjournal.reviews.assessing import assess
from netjournal.reviews.attention import attention
from netjournal.reviews.due_chart import due_chart

AS_OF = date(2026, 3, 1)


def silent(name: str, *ago: int) -> ParsedFile:
    """An ally who was in touch so many days before the day of the review."""
    note = contact(f"contacts/{name}.md", relationship=Relationship.ALLY)
    return parsed(note, *[entry((AS_OF - timedelta(days)).isoformat()) for days in ago])


def chart_of(*notes: ParsedFile) -> Chart | None:
    """The picture of those who are due among these."""
    return due_chart(attention(assess(index(*notes), config(), AS_OF)).overdue, AS_OF)


def test_nobody_and_one_contact_need_no_picture() -> None:
    assert chart_of() is None
    assert chart_of(silent("ana", 60)) is None


def test_marks_are_in_the_order_of_the_table() -> None:
    chart = chart_of(silent("ana", 60), silent("bo", 90), silent("cy", 3))
    assert chart
    assert isinstance(chart.drawing, DueTimeline)
    assert [(m.name, m.ratio, m.words) for m in chart.drawing.marks] == [
        ("bo", 3, "90 days, wanted 30"),
        ("ana", 2, "60 days, wanted 30"),
    ]
    assert "2 contacts" in chart.description
    assert "bo and ana" in chart.description


def test_a_meeting_far_ahead_stands_where_it_ends_the_silence() -> None:
    chart = chart_of(silent("ana", 60, -60), silent("bo", 90))
    assert chart
    assert isinstance(chart.drawing, DueTimeline)
    assert {m.name: m.planned for m in chart.drawing.marks} == {"ana": 4, "bo": None}


def test_of_many_the_first_are_shown_and_that_is_said() -> None:
    chart = chart_of(*[silent(f"c{n:03}", 60) for n in range(3000)])
    assert chart
    assert isinstance(chart.drawing, DueTimeline)
    assert len(chart.drawing.marks) == 15
    assert chart.caption.startswith("The first 15 of 3,000 contacts by priority.")
