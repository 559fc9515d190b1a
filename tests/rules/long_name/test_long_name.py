"""Names that are too long for a file."""

import pytest
from building import contact, index
from checking import problems

from netjournal.model.codes import LONG_NAME
from netjournal.rules.long_name import LONGEST


def test_a_long_name_is_named_at_its_line() -> None:
    assert problems(LONG_NAME, index(contact("contacts/a.md", "x" * 300))) == [
        (
            "contacts/a.md:2:1: warning: the name has 300 characters; its file gets a shortened "
            "name [NJ219]\n  shorten the name, and move the rest into the note"
        )
    ]


@pytest.mark.parametrize("letter", ["x", "é", "林", "👩"])
def test_bytes_count_and_not_characters(letter: str) -> None:
    fits = letter * (LONGEST // len(letter.encode()))

    assert problems(LONG_NAME, index(contact(name=fits))) == []
    assert len(problems(LONG_NAME, index(contact(name=fits + letter)))) == 1


def test_half_a_character_in_a_file_name_is_no_crash() -> None:
    assert problems(LONG_NAME, index(contact(f"contacts/{chr(0xDCFF) * 70}.md"))) == []
