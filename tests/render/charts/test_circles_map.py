"""The circles map."""

import re
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.charts import CircleMark, CirclesMap, Wedge
from netjournal.render.charts.circles_map import circles_map
from netjournal.reviews.circles import MOST_GROUPS, MOST_MARKS

FRESH = CircleMark("fresh", 1.0, "Ana")


def wedge(allies: int = 0, acquaintances: int = 0) -> Wedge:
    """A wedge with so many marks."""
    return Wedge("Business", "some", (FRESH,) * allies, (FRESH,) * acquaintances)


def drawn(*wedges: Wedge) -> str:
    """The parts of a map of these wedges."""
    return "\n".join(circles_map(CirclesMap(wedges)).parts)


def distances(text: str) -> list[float]:
    """How far the marks of people are from the middle."""
    places = re.findall(r"translate\(([\d.-]+) ([\d.-]+)\) scale\([\d.]+\)\"><title>", text)
    return [hypot(float(x) - 280, float(y) - 226) for x, y in places]


@pytest.mark.parametrize("wedges", [1, 2, 6, MOST_GROUPS + 2])
def test_there_is_room_for_as_many_marks_as_there_may_be(wedges: int) -> None:
    most = MOST_MARKS + 5
    found = distances(drawn(*[wedge(most, most)] * wedges))
    assert len(found) == 2 * most * wedges


@given(st.integers(0, 24), st.integers(0, 24), st.integers(1, 12))
def test_allies_are_inside_and_acquaintances_around_them(
    allies: int, acquaintances: int, wedges: int
) -> None:
    found = distances(drawn(wedge(allies, acquaintances), *[wedge()] * (wedges - 1)))
    assert len([each for each in found if each < 88]) == allies
    assert len([each for each in found if 88 < each < 168]) == acquaintances


def test_marks_do_not_overlap() -> None:
    text = drawn(*[wedge(24, 24)] * 8)
    places = re.findall(r"translate\(([\d.-]+) ([\d.-]+)\) scale\(([\d.]+)\)\"><title>", text)
    marks = [(float(x), float(y), 5 * float(scale)) for x, y, scale in places]
    for number, (x, y, size) in enumerate(marks):
        for other in marks[:number]:
            assert hypot(x - other[0], y - other[1]) > size + other[2]


def test_states_differ_in_shape_and_the_legend_names_those_that_occur() -> None:
    states = ("fresh", "due", "overdue", "fading", "never", "lapsed")
    marks = tuple(CircleMark(state, 0.5, "Ana") for state in states)
    text = drawn(Wedge("Business", "6", marks, ()))
    assert len(set(re.findall(r' d="([^"]+)"', text))) == 6
    for told in ("in touch", "due", "overdue", "fading", "no contact so far", "lapsed or resting"):
        assert text.count(f">{told}</text>") == 1
    assert ">overdue</text>" not in drawn(wedge(1))


@pytest.mark.parametrize(("warmth", "kind"), [(0, "warm-0"), (0.5, "warm-2"), (1, "warm-3")])
def test_a_warm_contact_is_fuller(warmth: float, kind: str) -> None:
    text = drawn(Wedge("Business", "1", (CircleMark("due", warmth, "Ana"),), ()))
    assert f'class="due {kind}"' in text


def test_an_empty_wedge_keeps_its_name() -> None:
    assert drawn(wedge(1), Wedge("Culture", "nobody yet", (), ())).count(">Culture</text>") == 1


def test_one_wedge_has_no_rays_and_no_wedge_is_no_error() -> None:
    assert 'class="guide"' not in drawn(wedge(3))
    assert distances(drawn()) == []


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Business", ["Business"]),
        ("Media & arts", ["Media &amp;", "arts"]),
        ("Making & building", ["Making &amp;", "building"]),
        ("Health & public life of all", ["Health &amp;", "public lif…"]),
        ("Wirtschaftsprüfungen", ["Wirtschaf…"]),
    ],
)
def test_a_long_label_has_two_lines(label: str, lines: list[str]) -> None:
    text = drawn(Wedge(label, "some", (), ()))
    assert re.findall(r"<text[^>]*>(?:<title>[^<]*</title>)?([^<]*)", text) == [*lines, "some"]


def test_who_is_never_due_has_a_mark_that_is_not_that_of_the_lapsed() -> None:
    marks = (CircleMark("no-cadence", 0.0, "Ana"), CircleMark("lapsed", 0.0, "Bo"))

    text = drawn(Wedge("Business", "2", (), marks))

    assert "never due</text>" in text
    assert "lapsed or resting</text>" in text
    assert len(set(re.findall(r' d="([^"]+)"', text))) == 2
