"""What a note is: a contact, a part of the journal, or neither."""

import pytest
from building import config
from reading import codes_and_lines, read

from netjournal.model.config import VaultLayout
from netjournal.model.parsed import ParsedFile

TAGGED = config(vault=VaultLayout(contact_tag="#Person"))
TYPED = config(vault=VaultLayout(contact_type="person"))


def anywhere(text: str, settings: object = TAGGED, path: str = "notes/ana.md") -> ParsedFile:
    chosen = TYPED if settings is TYPED else TAGGED
    return read(text, path, chosen, in_contacts=False)


def journal(text: str, path: str) -> ParsedFile:
    return read(text, path, in_contacts=False, in_journal=True)


@pytest.mark.parametrize(
    "fields",
    [
        "tags: person\n",
        "tags: [a, Person]\n",
        "Tags:\n  - person/friend\n",
        'tags: "#person"\n',
        'tag: "#a #person"\n',
        "tags: a, person\n",
        "tags: a person\n",
        "name: 'Ana'\ntags: ['person']\n",
    ],
)
def test_tag_makes_a_contact_anywhere(fields: str) -> None:
    found = anywhere(f"---\n{fields}---\n")
    assert found.contact is not None
    assert not found.is_journal


@pytest.mark.parametrize(
    "text",
    [
        "---\ntags: [personal, a/person]\n---\n",
        "---\ntype: person\n---\n",
        "---\nname: person\n---\n",
        "---\ntags:\n---\n",
        "#person\n",
        "",
    ],
)
def test_note_without_the_tag_is_nothing_and_has_no_problems(text: str) -> None:
    assert ParsedFile("notes/ana.md") == anywhere(text)


@pytest.mark.parametrize("value", ["person", "Person", '"[[Person]]"', "[a, person]"])
def test_type_makes_a_contact_anywhere(value: str) -> None:
    assert anywhere(f"---\ntype: {value}\n---\n", TYPED).contact is not None


@pytest.mark.parametrize("text", ["---\ntype: people\n---\n", "---\ntags: person\n---\n"])
def test_note_of_another_type_is_nothing(text: str) -> None:
    assert ParsedFile("notes/ana.md") == anywhere(text, TYPED)


def test_note_outside_all_folders_is_nothing() -> None:
    found = read("---\ntags: person\n---\n", "x.md", in_contacts=False, in_journal=False)
    assert found == ParsedFile("x.md")


def test_tagged_note_in_the_journal_is_a_contact() -> None:
    found = read(
        "---\ntags: person\n---\n", "journal/ana.md", TAGGED, in_contacts=False, in_journal=True
    )
    assert found.contact is not None
    assert not found.is_journal


@pytest.mark.parametrize("name", ["README.md", "contacts/readme.md"])
def test_readme_among_the_contacts_is_nobody(name: str) -> None:
    assert read("# Contacts\n", name) == ParsedFile(name)
    assert read("---\nname: Ana\n---\n", name).contact is not None


def test_fields_of_a_journal_are_nobodys() -> None:
    text = "---\nmood: NO\nname: &x\nrelationship: boss\nk: v #x\n---\n"
    assert journal(text, "journal/2026-11-24.md").diagnostics == ()


def test_broken_front_matter_of_a_journal() -> None:
    found = journal("---\nmood: @x\n---\n[[ana]]\n", "journal/2026-11-24.md")
    assert codes_and_lines(found.diagnostics) == [("NJ201", 2)]
    assert len(found.interactions) == 1


def test_a_folder_note_among_contacts_is_nobody() -> None:
    people = config(vault=VaultLayout(contacts=("People",)))

    found = read("---\ntags: [moc]\n---\n[[Ana]]\n", "People/People.md", people)

    assert found.contact is None


def test_a_person_with_a_folder_of_their_own_is_a_contact() -> None:
    found = read("---\nname: Ana\n---\n", "contacts/ana/ana.md", config())

    assert found.contact is not None
