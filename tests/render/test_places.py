"""Where the pages of single contacts stand: names that every system can hold, and tells apart."""

from netjournal.model.subject import Subject, SubjectKind
from netjournal.render.places import places


def where(*paths: str) -> list[str]:
    """The pages of contacts with notes at these paths."""
    subjects = tuple(Subject(SubjectKind.CONTACT, path) for path in paths)
    return list(places(subjects).by_subject.values())


def test_a_page_is_called_as_its_note() -> None:
    assert where("contacts/ana-lopez.md", "contacts/port/Bo Ek.md", "people/c.md") == [
        "contacts/ana-lopez",
        "contacts/port/Bo Ek",
        "contacts/people/c",
    ]


def test_names_that_a_disk_takes_for_the_same_get_numbers() -> None:
    one, other, third = where("contacts/Ana.md", "contacts/ana.md", "contacts/ben.md")

    assert one.casefold() != other.casefold()
    assert one.startswith("contacts/Ana-")
    assert third == "contacts/ben"


def test_unicode_forms_of_one_name_get_numbers() -> None:
    one, other = where("contacts/zoe\u0308.md", "contacts/zo\u00eb.md")

    assert one[-8:] != other[-8:]


def test_names_that_some_system_cannot_hold_are_written_otherwise() -> None:
    for path in where(
        "contacts/con.md",
        "contacts/a:b?.md",
        "contacts/a. .md",
        "contacts/-rf.md",
        "contacts/.x/a.md",
        "contacts/a.html/b.md",
        f"contacts/{'x' * 250}.md",
        f"contacts/{'ß' * 120}.md",
        "contacts/half-\udce9.md",
    ):
        name = path.rpartition("/")[2]
        assert len(f"{name}.html".encode()) < 200
        assert not set(path) & set(':?*<>|"\\')
        assert all(part[0] not in ".-" for part in path.split("/"))
        assert not path.startswith("contacts/a.html/")


def test_the_same_subject_has_the_same_place_whoever_else_is_there() -> None:
    assert where("contacts/con.md") == where("contacts/con.md", "contacts/a.md")[:1]


def test_an_organization_has_hyphens_for_spaces() -> None:
    subject = Subject(SubjectKind.ORGANIZATION, "city desk a/b")

    found = places((subject,)).by_subject[subject]

    assert found == "organizations/city-desk-a-b"
