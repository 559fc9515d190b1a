"""What is looked for in other notes, so that no likely double is left unread."""

import pytest
from building import contact, link

from netjournal.model.contact import Contact
from netjournal.model.glimpse import glimpse_of
from netjournal.reviews.doubles_clues import clues_of_doubles

NICKNAMES = {"bob": frozenset({"robert"}), "rob": frozenset({"robert"})}


def is_worth_reading(someone: Contact, text: str) -> bool:
    clues = clues_of_doubles(someone, NICKNAMES)
    return any(glimpse_of(text).may_hold(clue) for clue in clues)


@pytest.mark.parametrize(
    ("someone", "text"),
    [
        (contact(name="Ana Lopez"), "# Dr. A. López"),
        (contact(name="X", aliases=("Ana Lopez",)), "# A. Lopez"),
        (contact(name="Bob Osei"), "# Robert"),
        (contact(name="Robert Osei"), "# Bob"),
        (contact(name="Bob Osei"), "# Rob"),
        (contact(name="X", emails=("zoe.m+x@gmail.com",)), "email: zoem@googlemail.com"),
        (contact(name="X", emails=("ana@acme.example",)), "email: Ana@Acme.example"),
        (contact(name="X", phones=("0171 2345678",)), "phone: +49 (0) 171-234 56 78"),
        (contact(name="X", urls=("https://de.linkedin.com/in/ana",)), "linkedin.com/in/Ana/"),
        (contact(name="X", knows=(link("Ben"),)), "name: Ben"),
        (contact(name="X", introduced_by=link("Ben")), "name: Ben"),
    ],
)
def test_a_likely_double_is_worth_reading(someone: Contact, text: str) -> None:
    assert is_worth_reading(someone, text)


def test_a_note_of_somebody_else_is_not() -> None:
    someone = contact(name="Bob Osei", emails=("bob@acme.example",), phones=("0171 2345678",))
    assert not is_worth_reading(someone, "name: Ana Lopez\nemail: a@b.example\nphone: 0171 99")
