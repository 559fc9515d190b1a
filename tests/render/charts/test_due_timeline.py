"""The due timeline."""

import re

import pytest

from netjournal.model.charts import DueMark, DueTimeline
from netjournal.render.charts.due_timeline import due_timeline


def drawn(*marks: DueMark) -> str:
    """The parts of a timeline of these marks."""
    return "\n".join(due_timeline(DueTimeline(marks)).parts)


def due(ratio: float, planned: float | None = None, relationship: str = "ally") -> DueMark:
    """A contact at a ratio."""
    return DueMark("Ana", ratio, planned, relationship, "overdue", "60 days, wanted 30")


def places(text: str) -> list[str]:
    """Where the marks stand across, in percent."""
    return re.findall(r'<svg x="([\d.]+)%"', text)


@pytest.mark.parametrize(
    ("ratio", "place"), [(1, "2"), (2, "34"), (4, "66"), (8, "98"), (0.2, "2"), (1e9, "98")]
)
def test_every_doubling_is_as_far_as_the_one_before(ratio: float, place: str) -> None:
    assert places(drawn(due(ratio))) == [place]


def test_a_planned_meeting_has_a_mark_of_its_own() -> None:
    text = drawn(due(2, 4))
    assert places(text) == ["34", "66"]
    assert 'class="planned"' in text


def test_relationships_differ_in_shape() -> None:
    shapes = {
        re.findall(r' d="([^"]+)"', drawn(due(2, None, each)))[0]
        for each in ("ally", "acquaintance", "transactional")
    }
    assert len(shapes) == 3


def test_a_row_says_its_days_in_words() -> None:
    assert ">60 days, wanted 30</text>" in drawn(due(2))


def test_it_is_as_high_as_it_has_rows() -> None:
    three = due_timeline(DueTimeline((due(1),) * 3))
    assert three.size == 'width="100%" height="142"'
