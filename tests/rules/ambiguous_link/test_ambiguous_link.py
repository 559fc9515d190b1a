"""Links that fit several contacts."""

from building import contact, index, link, parsed
from checking import problems

from netjournal.model.codes import AMBIGUOUS_LINK

DAY = "journal/2026-11-03.md"
LINE = f"{DAY}:4:9: warning:"


def test_both_contacts_are_named_and_a_file_name_suggested() -> None:
    found = index(
        contact("contacts/maria-santos.md", "Maria"),
        contact("contacts/maria-novak.md", "Maria"),
        parsed(DAY, link("Maria", 4, 9), journal=True),
    )

    assert problems(AMBIGUOUS_LINK, found) == [
        (
            f"{LINE} 'Maria' may mean contacts/maria-novak.md or contacts/maria-santos.md [NJ102]\n"
            "  link by file name, as in [[maria-novak]]"
        )
    ]


def test_one_file_name_in_two_folders_needs_a_path() -> None:
    found = index(
        contact("contacts/home/maria.md", "A"),
        contact("contacts/office/maria.md", "B"),
        parsed(DAY, link("maria", 4, 9), journal=True),
    )

    assert problems(AMBIGUOUS_LINK, found) == [
        (
            f"{LINE} 'maria' may mean contacts/home/maria.md or contacts/office/maria.md [NJ102]\n"
            "  link by path, as in [[contacts/home/maria]]"
        )
    ]


def test_of_many_contacts_three_are_named() -> None:
    people = [contact(f"contacts/{n}.md", "Maria") for n in range(6)]
    found = index(*people, parsed(DAY, link("Maria", 4, 9), journal=True))

    (said,) = problems(AMBIGUOUS_LINK, found)
    assert "contacts/0.md, contacts/1.md, contacts/2.md or one of 3 more [NJ102]" in said


def test_a_link_by_file_name_is_fine() -> None:
    found = index(
        contact("contacts/maria.md", "Maria"),
        contact("contacts/maria-2.md", "Maria"),
        parsed(DAY, link("maria"), link("maria-2")),
    )

    assert problems(AMBIGUOUS_LINK, found) == []
