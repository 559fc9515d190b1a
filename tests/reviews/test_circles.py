"""Your circles: rows by groups of industries, and their picture."""

from datetime import date, timedelta

from building import config, contact, entry, index, parsed

from netjournal.model.charts import CirclesMap
from netjournal.model.contact import Relationship
from netjournal.model.parsed import ParsedFile
from netjournal.model.review import Section
from netjournal.reviews.assessing import assess
from netjournal.reviews.circles import MOST_GROUPS, circles_section

AS_OF = date(2026, 3, 1)


def known(name: str, *industries: str, ago: int | None = 3, ally: bool = False) -> ParsedFile:
    """A contact in some industries, in touch so many days ago."""
    kind = Relationship.ALLY if ally else Relationship.ACQUAINTANCE
    note = contact(f"contacts/{name}.md", relationship=kind, industries=industries)
    days = [] if ago is None else [(AS_OF - timedelta(ago)).isoformat()]
    return parsed(note, *map(entry, days))


def section_of(*notes: ParsedFile) -> Section:
    """The section of these contacts."""
    return circles_section(assess(index(*notes), config(), AS_OF))


def table(section: Section) -> dict[object, list[object]]:
    """The numbers of each row, by its label."""
    return {
        row["label"]: [row[column.key] for column in section.columns[1:]] for row in section.rows
    }


def picture(section: Section) -> CirclesMap:
    """What its chart shows."""
    assert section.chart
    assert isinstance(section.chart.drawing, CirclesMap)
    return section.chart.drawing


def test_nobody_with_a_known_industry_is_no_section() -> None:
    for section in (section_of(), section_of(known("ana"))):
        assert not section.rows
        assert not section.empty
        assert section.chart is None


def test_a_row_counts_the_group_and_an_empty_group_is_kept() -> None:
    section = section_of(
        known("ana", "law", ally=True, ago=40),
        known("bo", "finance", "health"),
        known("cy", "law", ago=None),
        known("di"),
    )
    assert table(section) == {
        "Digital": [0, 0, 0, 0, 0],
        "Business services": [1, 2, 1, 1, 1],
        "Health & public life": [0, 0, 0, 0, 0],
        "Unknown": [0, 1, 1, 0, 0],
    }
    assert section.chart
    assert "4 groups of industries, 2 of them empty" in section.chart.description


def test_those_in_touch_come_first_and_have_their_names() -> None:
    section = section_of(
        known("ana", "law", ago=400), known("bo", "law", ago=2), known("cy", "law", ago=100)
    )
    business = picture(section).wedges[1]
    assert [mark.name for mark in business.acquaintances] == ["bo", "cy", "ana"]
    assert [mark.state for mark in business.acquaintances] == ["fresh", "fresh", "overdue"]
    assert business.words == "3"


def test_with_thousands_a_mark_stands_for_several_of_one_state() -> None:
    crowd = [known(f"c{n}", "law", ago=3 if n % 3 else 400) for n in range(3000)]
    section = section_of(*crowd, known("ana", "health", ally=True))
    _, business, people = picture(section).wedges
    assert len(business.acquaintances) == 24
    assert [mark.state for mark in business.acquaintances].count("overdue") == 8
    assert {mark.name for mark in business.acquaintances} == {""}
    assert len(people.allies) == 1
    assert section.chart
    assert section.chart.caption.startswith("A mark is up to 125 people of one state")


def test_of_many_groups_the_largest_are_shown_and_the_others_share_a_wedge() -> None:
    section = section_of(
        *[known(f"c{n}", f"trade {n}") for n in range(40)], known("x", "law"), known("y", "law")
    )
    assert len(section.rows) == MOST_GROUPS + 1
    assert table(section)["Business services"][:2] == [0, 2]
    assert table(section)["Other groups"][:2] == [0, 32]
