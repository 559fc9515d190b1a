"""Reviews for the terminal."""

import re
from datetime import date
from pathlib import Path

import pytest
from building import Golden
from hypothesis import given
from hypothesis import strategies as st
from rendering import NEGLECTED, PRIYA, REVIEWS, with_rows

from netjournal.model.review import Advice, Cell, ContactRef, Excerpt, IndustryRef, Reference
from netjournal.model.source import Place
from netjournal.render.text import cell_text, printable, reviews_text
from netjournal.render.width import width

HERE = Path(__file__).parent
_COLOR = re.compile(r"\x1b\[[0-9;]*m")


def test_reviews_at_80_columns(golden: Golden) -> None:
    golden(HERE / "golden" / "reviews.txt", reviews_text(REVIEWS, width=80))


def test_reviews_at_40_columns_are_lists(golden: Golden) -> None:
    golden(HERE / "golden" / "reviews-narrow.txt", reviews_text(REVIEWS, width=40))


def test_colors_change_nothing_but_colors() -> None:
    colored = reviews_text(REVIEWS, width=80, color=True)
    assert "\x1b[" in colored
    assert reviews_text(REVIEWS, width=80) == _COLOR.sub("", colored)


def test_a_state_has_its_color() -> None:
    review = with_rows(({"state": "overdue"}, {"state": "odd"}), "state", "state")
    colored = reviews_text((review,), color=True)
    assert "\x1b[31moverdue\x1b[0m" in colored
    assert "odd" in colored.replace("\x1b[31m", "").split()


def test_no_reviews_are_no_text() -> None:
    assert reviews_text(()) == ""


@pytest.mark.parametrize("columns", [20, 33, 50, 80, 200])
def test_no_line_is_wider_than_the_terminal(columns: int) -> None:
    assert max(map(width, reviews_text(REVIEWS, width=columns).splitlines())) <= columns


def test_wide_characters_are_aligned() -> None:
    rows = (
        {"contact": ContactRef("李小龙", "contacts/li.md"), "days": 7},
        {"contact": PRIYA, "days": 104},
    )
    lines = reviews_text((with_rows(rows, "contact", "days"),)).splitlines()
    ends = {width(line) for line in lines if line.endswith(("7", "104"))}
    assert ends == {len("Priya Raman") + 2 + len("Days")}


def test_control_characters_are_never_printed() -> None:
    row = {"contact": ContactRef("Ana\x1b[31m", "contacts/ana.md"), "why": "a\x07\u202eb\nc"}
    shown = reviews_text((with_rows((row,), "contact", "why"),), color=False)
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "Ana␛[31m  a␇b c" in shown


def test_only_the_first_rows_unless_all_are_asked_for() -> None:
    review = with_rows([{"n": n, "m": n} for n in range(237)], "n", "m")
    assert reviews_text((review,)).endswith("\n\nand 37 more: netjournal review page --all\n")
    assert "236" in reviews_text((review,), all_rows=True)


def test_a_column_in_which_nothing_stands_is_left_out() -> None:
    rows = ({"contact": PRIYA, "said": None, "people": ()},)
    assert "Said" not in reviews_text((with_rows(rows, "contact", "said", "people"),))


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (None, ""),
        ("a\nb", "a b"),
        (3, "3"),
        (2.4889, "2.5"),
        (date(2026, 3, 1), "2026-03-01"),
        (PRIYA, "Priya Raman"),
        (Excerpt("the deck", Place("a.md", 1)), "the deck"),
        (IndustryRef("Law", "legal"), "Law"),
        (Reference("today", "see there"), "see there"),
        ((PRIYA, "3 others"), "Priya Raman, 3 others"),
        ((Excerpt("a, b", Place("a.md", 1)), "c"), "a, b; c"),
    ],
)
def test_cells_as_words(cell: Cell, words: str) -> None:
    assert cell_text(cell) == words


def test_a_text_as_a_terminal_may_print_it() -> None:
    assert printable("notes/\x1b]0;x\x07.md") == "notes/␛]0;x␇.md"


def test_what_is_to_be_typed_stands_without_its_quotes() -> None:
    assert "see cadence in the notes" in reviews_text((NEGLECTED,))


@given(st.lists(st.tuples(st.text(), st.text()), min_size=1, max_size=4), st.integers(20, 90))
def test_any_rows_fit_any_terminal(rows: list[tuple[str, str]], columns: int) -> None:
    review = with_rows([{"a": a, "b": b} for a, b in rows], "a", "b")
    shown = reviews_text((review,), width=columns)
    assert max(map(width, shown.splitlines())) <= columns


def test_a_sentence_in_a_cell_has_no_backquotes() -> None:
    assert cell_text(Advice("Write `a: b`; `é|` is odd")) == "Write a: b; “é|” is odd"
