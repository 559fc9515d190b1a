"""What stands at a place of a note."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.notes.at_cursor import (
    Extent,
    end_of_head,
    hashtag_at,
    key_at,
    lines_of,
    link_extent,
    target_extent,
    width_at,
)

TEXTS = st.lists(
    st.sampled_from(
        ["---", "...", "\n", "\r\n", "\r", "\ufeff", " ", "name: Ana", "\u2028", "- x"]
    ),
    max_size=20,
).map("".join)


@given(TEXTS | st.text())
def test_front_matter_ends_inside_a_note_or_right_behind_it(text: str) -> None:
    lines = lines_of(text)
    end = end_of_head(lines)
    assert end == 0 or 2 <= end <= len(lines) + 1


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("", 0),
        ("text\n---\n", 0),
        ("---\nname: Ana\n---\ntext", 3),
        ("---\nname: Ana\n...\ntext", 3),
        ("---\nname: Ana\n\ntext", 3),
        ("---\nname: Ana", 3),
        ("---\n---\n", 2),
        ("\ufeff---  \n---\n", 2),
    ],
)
def test_where_front_matter_ends(text: str, end: int) -> None:
    assert end_of_head(lines_of(text)) == end


@pytest.mark.parametrize(
    ("row", "column", "link", "target"),
    [
        ("Met [[ana]].", 5, (5, 12), (7, 10)),
        ("Met [[ana|Ana L.]].", 5, (5, 19), (7, 10)),
        ("Met [[ana#Log]].", 5, (5, 16), (7, 10)),
        ("🎉 [[ana]]", 3, (3, 10), (5, 8)),
        ("See [Ana](../contacts/ana.md) there", 5, (5, 30), (5, 30)),
        ("Met [[ana", 5, (5, 10), (5, 10)),
    ],
)
def test_where_a_link_and_its_target_stand(
    row: str, column: int, link: tuple[int, int], target: tuple[int, int]
) -> None:
    assert link_extent(row, 9, column) == Extent(9, *link)
    assert target_extent(row, 9, column) == Extent(9, *target)


@pytest.mark.parametrize(
    ("row", "column", "tag"),
    [
        ("Coffee #gave it", 8, "gave"),
        ("Coffee #gave it", 13, "gave"),
        ("Coffee #gave it", 7, ""),
        ("Coffee #gave it", 15, ""),
        ("#was-asked", 3, "was-asked"),
        ("a#gave", 4, ""),
    ],
)
def test_the_hashtag_that_holds_a_column(row: str, column: int, tag: str) -> None:
    assert hashtag_at(row, column) == tag


@pytest.mark.parametrize(
    ("row", "column", "key"),
    [
        ("relationship: ally", 1, "relationship"),
        ("relationship: ally", 13, "relationship"),
        ("relationship: ally", 15, ""),
        ("how often: 30d", 5, "how often"),
        ("https://example.org", 2, ""),
        ("- item", 3, ""),
        ("name \t : Ana", 2, "name"),
        ("name  x  : Ana", 2, "name  x"),
        ("n: Ana", 1, "n"),
    ],
)
def test_the_key_that_holds_a_column(row: str, column: int, key: str) -> None:
    assert key_at(row, column) == key


@pytest.mark.parametrize("row", ["a" + " " * 1_000_000, "a " * 500_000, "a  -" * 250_000])
def test_a_key_in_a_line_of_a_megabyte_is_looked_for_in_time(row: str) -> None:
    begun = process_time()
    assert key_at(row, 1) == ""
    assert process_time() - begun < 30


@pytest.mark.parametrize(
    ("row", "column", "width"),
    [
        ("Met [[nobody|N]] there", 5, 12),
        ("relationship: aly", 15, 3),
        ("industry: [falconry, law]", 12, 8),
        ('name: "Ana Lopez"', 7, 11),
        ("met: 2026-02-30  # when", 6, 10),
        ("", 1, 1),
        ("x", 9, 1),
    ],
)
def test_how_wide_a_problem_is_when_nobody_has_said(row: str, column: int, width: int) -> None:
    assert width_at(row, column) == width


@given(st.text(st.characters(exclude_characters="\n\r"), max_size=40), st.integers(1, 60))
def test_a_problem_is_at_least_one_character_wide_and_stays_on_its_line(
    row: str, column: int
) -> None:
    assert 1 <= width_at(row, column) <= max(1, len(row) - column + 1)
