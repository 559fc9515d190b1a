"""Links that name nobody, and whom they may have meant."""

import pytest
from building import contact, index, link, parsed
from checking import problems

from netjournal.model.codes import UNRESOLVED_LINK
from netjournal.model.contact import Contact

DAY = "journal/2026-11-03.md"
PRIYA = contact("contacts/priya-raman.md", "Priya Raman", aliases=("Pri",))
BOB = contact("contacts/bsmith.md", "Bob Smith")
JONES = contact("contacts/bjones.md", "Bob Jones")


def hint(target: str, *people: Contact, is_path: bool = False) -> str:
    """What the rule suggests for a link that names nobody among some contacts."""
    found = index(*people, parsed(DAY, link(target, is_path=is_path), journal=True))
    (said,) = problems(UNRESOLVED_LINK, found)
    return said.partition("\n  ")[2]


def test_a_link_is_named_at_its_line_and_column() -> None:
    found = index(PRIYA, parsed(DAY, link("zoe", 7, 12), journal=True))

    assert problems(UNRESOLVED_LINK, found) == [
        (
            f"{DAY}:7:12: warning: no contact or note is named 'zoe' [NJ101]\n"
            "  make a note for it, or write the name without a link"
        )
    ]


def test_a_path_is_called_a_path() -> None:
    found = index(PRIYA, parsed(DAY, link("../people/zoe.md", 2, is_path=True)))

    (said,) = problems(UNRESOLVED_LINK, found)
    assert f"{DAY}:2:1: warning: no note is at '../people/zoe.md' [NJ101]" in said


def test_every_place_of_a_link_is_named() -> None:
    found = index(PRIYA, parsed(DAY, link("zoe", 1), link("zoe", 5), link("priya raman", 6)))

    assert [said.split(":")[1] for said in problems(UNRESOLVED_LINK, found)] == ["1", "5"]


@pytest.mark.parametrize(
    ("target", "suggestion"),
    [
        ("Pryia Raman", "'Priya Raman'"),
        ("priya ramen", "'Priya Raman'"),
        ("priya-ramn", "'priya-raman'"),
        ("contacts/priya-ramann", "'priya-raman'"),
        ("bsmth", "'bsmith'"),
        ("Prii", "'Pri'"),
    ],
)
def test_a_slip_in_a_name_is_recognised(target: str, suggestion: str) -> None:
    assert hint(target, PRIYA, BOB) == f"did you mean {suggestion}?"


@pytest.mark.parametrize(
    "target", ["priya", "Raman", "Raman Priya", "Dr. Priya Raman", "Prya", "Pryia Ramen"]
)
def test_a_part_of_a_name_is_recognised(target: str) -> None:
    assert hint(target, PRIYA, BOB) == "did you mean 'Priya Raman'?"


def test_several_who_share_a_name_are_all_suggested() -> None:
    assert hint("bob", BOB, JONES, PRIYA) == "did you mean 'Bob Jones' or 'Bob Smith'?"


def test_a_name_that_many_share_suggests_nobody() -> None:
    many = [contact(f"contacts/{n}.md", f"Bob {name}") for n, name in enumerate("KLMN")]

    assert "did you mean" not in hint("bob", *many)


def test_a_first_name_alone_is_not_everybody_of_that_name() -> None:
    assert "did you mean" not in hint("Maria Lopez", contact("contacts/m.md", "Maria"))


def test_a_path_suggests_a_path() -> None:
    wanted = "../contacts/Priya%20Ramen.md"

    assert hint(wanted, PRIYA, is_path=True) == "did you mean 'contacts/priya-raman.md'?"


def test_a_huge_target_is_shortened() -> None:
    found = index(PRIYA, parsed(DAY, link("x" * 100_000)))

    (said,) = problems(UNRESOLVED_LINK, found)
    assert len(said) < 250


def test_an_invisible_character_is_spelt_out() -> None:
    found = index(PRIYA, parsed(DAY, link("zo\u200be")))

    assert "'zo<U+200B>e'" in problems(UNRESOLVED_LINK, found)[0]


def test_a_vault_without_wrong_links_is_fine() -> None:
    assert problems(UNRESOLVED_LINK, index(PRIYA, parsed(DAY, link("pri")))) == []
