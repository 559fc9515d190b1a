"""The text of an entry on one line."""

import pytest

from netjournal.notes.entry_text import one_line


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Coffee\n  - he moved\n  - so did she", "Coffee · he moved · so did she"),
        ("Coffee.\n\n  1. he moved\n  2) so did she", "Coffee. · he moved · so did she"),
        ("Coffee - he moved\n  on - to Rome", "Coffee - he moved on - to Rome"),
        ("- Coffee\n-5 degrees", "- Coffee -5 degrees"),
    ],
)
def test_a_dot_stands_before_each_sub_item(typed: str, shown: str) -> None:
    assert one_line(typed) == shown
