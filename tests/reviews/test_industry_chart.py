"""The picture of where a network reaches."""

from datetime import date

from building import config, contact, index

from netjournal.model.charts import Chart, IndustryBars
from netjournal.model.contact import Contact, Relationship
from netjournal.reviews.assessing import assess
from netjournal.reviews.coverage import coverage
from netjournal.reviews.industry_chart import industry_chart

AS_OF = date(2026, 3, 1)


def works_in(name: str, *industries: str, ally: bool = False) -> Contact:
    """A contact in some industries."""
    kind = Relationship.ALLY if ally else Relationship.ACQUAINTANCE
    return contact(f"contacts/{name}.md", relationship=kind, industries=industries)


def chart_of(*notes: Contact) -> Chart | None:
    """The picture of these contacts."""
    assessment = assess(index(*notes), config(), AS_OF)
    return industry_chart(coverage(assessment), assessment)


def bars(chart: Chart | None) -> dict[str, list[tuple[str, int, int]]]:
    """Who is where, by the headings."""
    assert chart
    assert isinstance(chart.drawing, IndustryBars)
    return {group.label: [tuple(bar) for bar in group.bars] for group in chart.drawing.groups}  # type: ignore[misc]


def test_no_contacts_and_no_known_industry_need_no_picture() -> None:
    assert chart_of() is None
    assert chart_of(works_in("ana")) is None


def test_every_industry_has_a_bar_also_one_with_nobody() -> None:
    chart = chart_of(works_in("ana", "law", ally=True), works_in("bo", "law", "health"))
    assert bars(chart) == {
        "Business services": [("Finance & insurance", 0, 0), ("Law", 1, 1)],
        "Others": [("Software & technology", 0, 0), ("Health care", 0, 1)],
    }


def test_the_words_count_the_three_kinds() -> None:
    chart = chart_of(works_in("ana", "law"))
    assert chart
    assert "no industries with several people, 1 hanging on a thread, 3 with none yet" in (
        chart.description
    )


def test_hundreds_of_industries_are_cut_to_the_largest_and_that_is_said() -> None:
    crowd = [works_in(f"c{n:03}", f"trade {n}") for n in range(300)]
    chart = chart_of(*crowd, works_in("ana", "law"), works_in("bo", "law"))
    shown = [bar for group in bars(chart).values() for bar in group]
    assert len(shown) == 60
    assert ("Law", 0, 2) in shown
    assert chart
    assert chart.caption.startswith("The 60 industries with the most people, of 304.")


def test_industries_that_are_each_alone_need_no_heading() -> None:
    shown = bars(industry_chart_without_groups())
    assert list(shown) == [""]


def industry_chart_without_groups() -> Chart | None:
    """The picture of a network whose settings look for what only its notes name."""
    assessment = assess(index(works_in("ana", "bees"), works_in("bo", "kites")), config(), AS_OF)
    found = coverage(assessment)
    return industry_chart(found._replace(missing=()), assessment)
