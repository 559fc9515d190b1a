"""What tells contacts of the same name apart."""

from building import contact, index

from netjournal.model.contact import Contact
from netjournal.model.namesakes import told_apart


def apart(*contacts: Contact) -> list[str]:
    """The words that tell these contacts apart, in their order; empty for none."""
    made = index(*contacts)
    found = told_apart(made.contacts, made.names.shared)
    return [found.get(each.path, "") for each in contacts]


def test_a_name_of_its_own_needs_nothing() -> None:
    assert apart(contact("contacts/ana.md", "Ana"), contact("contacts/ben.md", "Ben")) == ["", ""]


def test_namesakes_are_told_apart_by_their_organization() -> None:
    one = contact("contacts/wei-chen.md", "Wei Chen", organization="Acme")
    other = contact("contacts/wei-chen-2.md", "Wei  CHEN", organization="Port of Porto")

    assert apart(one, other) == ["Acme", "Port of Porto"]


def test_without_an_organization_of_its_own_the_file_tells() -> None:
    one = contact("contacts/wei-chen.md", "Wei Chen", organization="Acme")
    other = contact("contacts/wei-chen-2.md", "Wei Chen", organization="acme")
    third = contact("contacts/wei.md", "Wei Chen")

    assert apart(one, other, third) == ["wei-chen.md", "wei-chen-2.md", "wei.md"]


def test_the_same_file_name_in_two_folders_is_told_by_the_folder() -> None:
    assert apart(contact("people/office/Wei Chen.md"), contact("people/club/Wei Chen.md")) == [
        "people/office",
        "people/club",
    ]


def test_where_neither_file_nor_folder_tells_the_whole_path_does() -> None:
    paths = ["a/wei.md", "a/chen.md", "b/wei.md", "b/chen.md"]

    assert apart(*[contact(path, "Wei Chen") for path in paths]) == paths


def test_a_very_long_organization_is_no_help() -> None:
    one = contact("contacts/wei.md", "Wei Chen", organization="x" * 61)

    assert apart(one, contact("contacts/chen.md", "Wei Chen")) == ["wei.md", "chen.md"]
