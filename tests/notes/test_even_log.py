"""The quickest way through a log, and that it reads nothing in another way."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.config import HASHTAGS
from netjournal.model.contact import Kind
from netjournal.notes.body import read_any_body
from netjournal.notes.even_log import read_even_log
from netjournal.notes.raw import BodyContext

CONTACT = BodyContext("contacts/ana.md", None, False, HASHTAGS)
WORDS = st.sampled_from(
    ["Coffee", "#gave", "#about/work", "a#gave", "C#", "##", "https://a.example/#gave", "- x", ":",
     "2026-11-04", "é", "\u00a0", "\u200b", "\t", "", "[[Ben]]", "[x]", "*bold*", "_a_", "\x1f"]
)  # fmt: skip
DAYS = st.sampled_from(["2026-11-03", "2026-02-30", "2026-W05-1", "2026-1-3  ", "20261103  "])


def logs() -> st.SearchStrategy[str]:
    line = st.tuples(DAYS, st.lists(WORDS, max_size=4)).map(
        lambda parts: f"\n- {parts[0]} {' '.join(parts[1])}"
    )
    return st.lists(line, min_size=1, max_size=5).map("".join)


@given(logs(), st.sampled_from(["", "\n", "\n\n", "\ntext", "\n  more", "\n## Notes"]))
def test_even_log_is_read_as_every_body_is(log: str, end: str) -> None:
    text = log + end
    entries = read_even_log(text, 5, CONTACT)
    assert entries is None or tuple(entries) == read_any_body(text[1:], 5, CONTACT).interactions


def test_entries_have_day_text_kinds_and_place() -> None:
    text = "\n- 2026-11-03 Lunch: 12:30. #gave\n- 2026-11-02 Call\n"
    first, second = read_even_log(text, 9, CONTACT) or []
    assert (first.text, first.kinds, first.line) == ("Lunch: 12:30. #gave", (Kind.GAVE,), 9)
    assert (date(2026, 11, 2), "Call", 10, 3) == (
        second[0],
        second.text,
        second.line,
        second.column,
    )


@pytest.mark.parametrize(
    "text",
    [
        "\n- 2026-11-03 Lunch\nMore",
        "\n- 2026-11-03 Lunch\n\n- 2026-11-02 Call",
        "\n- 2026-11-03 Lunch\nMore - 2026-11-02 Call",
        "\n- 2026-11-03 Lunch with [[Ben]]",
        "\n- 2026-11-03  Lunch",
        "\n- 2026-11-03 Lunch ",
        "\n- 2026-11-03 : Lunch",
        "\n- 2026-11-03 a#gave",
        "\n- 2026-02-30 Lunch",
        "\n- 2026-11-03 " + "x" * 2001,
    ],
)
def test_anything_else_is_left_to_the_other_readers(text: str) -> None:
    assert read_even_log(text, 1, CONTACT) is None
