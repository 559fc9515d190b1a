"""Industries outside the list."""

import pytest
from building import TAXONOMY, config, contact, index
from checking import problems

from netjournal.model.codes import UNKNOWN_INDUSTRY
from netjournal.model.industry import Industry, Taxonomy


def test_a_word_is_named_once_at_the_first_note_that_has_it() -> None:
    found = index(
        contact("contacts/b.md", "B", industries=("falconry",)),
        contact("contacts/a.md", "A", location="Oslo", industries=("law", "Falconry")),
    )

    assert problems(UNKNOWN_INDUSTRY, found) == [
        (
            "contacts/a.md:4:1: warning: no industry is called 'Falconry'; "
            "it counts as one of its own, in 2 notes [NJ302]\n"
            "  use a word of the list, or add this one to [industries] in netjournal.toml"
        )
    ]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("heathcare", "healthcare"),
        ("Finanse", "finance"),
        ("softwear", "software"),
        ("bankng", "banking"),
        ("finance and insuranse", "finance and insurance"),
    ],
)
def test_a_slip_is_recognised(word: str, meant: str) -> None:
    (said,) = problems(UNKNOWN_INDUSTRY, index(contact(industries=(word,))))

    assert said.endswith(f"[NJ302]\n  did you mean '{meant}'?")


@pytest.mark.parametrize("word", ["finance", "Banking", "Law", "health-care", "Health care"])
def test_a_word_of_the_list_is_fine(word: str) -> None:
    assert problems(UNKNOWN_INDUSTRY, index(contact(industries=(word,)))) == []


def test_an_industry_of_the_settings_is_fine() -> None:
    falconry = Industry("falconry", "Falconry", "nature", ("hawking",))
    settings = config(taxonomy=Taxonomy({**TAXONOMY.industries, "falconry": falconry}))
    found = index(contact(industries=("Hawking",)), settings=settings)

    assert problems(UNKNOWN_INDUSTRY, found, settings) == []


def test_two_words_of_one_note_are_two_messages() -> None:
    found = index(contact("a.md", "A", industries=("Falconry", "Zoology", "falconry")))

    assert [said.split("'")[1] for said in problems(UNKNOWN_INDUSTRY, found)] == [
        "Falconry",
        "Zoology",
    ]
