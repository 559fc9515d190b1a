"""Words without the marks around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.emphasis import without_emphasis, without_marks


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**somebody** who _knows_ `pensions`", "somebody who knows pensions"),
        ("~~never~~ ==soon==", "never soon"),
        ("snake_case_name, 2*3*4, a * b", "snake_case_name, 2*3*4, a * b"),
        ("nothing of the kind", "nothing of the kind"),
    ],
)
def test_marks_are_left_out_and_signs_are_not(text: str, words: str) -> None:
    assert without_emphasis(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[w](https://e/A)", "w"),
        ("see [w](https://e/A_(b)) and [x](y)", "see w and x"),
        ("[w](https://e/(a)_(b)_c)!", "w!"),
        ("([w](a))", "(w)"),
        ("[[people/Ana|her]] and [[people/Ben]]", "her and Ben"),
        ("[w](https://e/(a", "[w](https://e/(a"),
    ],
)
def test_a_link_is_its_words(text: str, words: str) -> None:
    assert without_marks(text) == words


@given(st.text(alphabet="a_*`~= ", max_size=60))
def test_no_word_is_lost(text: str) -> None:
    assert without_emphasis(text).count("a") == text.count("a")
