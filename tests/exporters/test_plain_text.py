"""Texts of notes in words: links as names, no hashtags of kinds, no marks."""

import pytest
from building import contact
from exporting import export
from hypothesis import given
from hypothesis import strategies as st

from netjournal.exporters.plain_text import in_short, in_words

EXPORT = export(
    contact("contacts/ana-lopez.md", "Ana Lopez", aliases=("Ana",)),
    contact("contacts/office/ben.md", "Ben Osei"),
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Lunch with [[ana-lopez]].", "Lunch with Ana Lopez."),
        ("Lunch with [[Ana]] and [[ben|Benny]]", "Lunch with Ana Lopez and Benny"),
        ("Saw [[office/ben#Log]]", "Saw Ben Osei"),
        ("Read [[Books/Dune]] and ![[pic.png]]", "Read Dune and pic.png"),
        ("[Ben](../contacts/office/ben.md) called", "Ben called"),
        ("She offered a room. #received #porto", "She offered a room. #porto"),
        ("Lunch #gave, and a hint #Lead.", "Lunch, and a hint"),
        ("#gave", ""),
        ("**Very** good `code`", "Very good code"),
        ("two\nlines\x1b[2J", "two lines[2J"),
        ("[[]] [x] # [[a]", "[[]] [x] # [[a]"),
    ],
)
def test_what_a_reader_sees(text: str, words: str) -> None:
    assert in_words(EXPORT, text, "journal/2026-11-24.md") == words


@given(st.text(alphabet="[]()|#!\\ab \n", max_size=60))
def test_any_text_is_words_on_one_line(text: str) -> None:
    words = in_words(EXPORT, text, "journal/2026-11-24.md")

    assert "\n" not in words
    assert words == words.strip()


def test_a_long_text_ends_with_a_word() -> None:
    assert in_short("one two three", 13) == "one two three"
    assert in_short("one two three four", 15) == "one two three…"
    assert in_short("a" * 20, 10) == "a" * 9 + "…"
