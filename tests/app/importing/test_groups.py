"""Groups of an address book as tags of the people in them."""

import pytest

from netjournal.app.importing.groups import with_groups
from netjournal.model.imported import ImportedGroup, ImportedPerson, Skipped

ANA = ImportedPerson(1, "Ana", {"uid": ("urn:uuid:A-1",), "tags": ("Berlin",)})
BEN = ImportedPerson(9, "Ben", {"email": ("Ben@example.org",)})
EVE = ImportedPerson(20, "Eve", {"uid": ("E-1",)})
PEOPLE = (("a.vcf", ANA), ("a.vcf", BEN), ("b.vcf", EVE))


def test_a_group_tags_its_members_in_whichever_file_they_are() -> None:
    groups = [
        ("g.vcf", ImportedGroup(3, "Choir", ("a-1", "mailto:ben@EXAMPLE.org", "urn:uuid:x"))),
        ("g.vcf", ImportedGroup(8, "Berlin", ("urn:uuid:a-1", "urn:uuid:a-1", "E-1"))),
    ]

    people, told = with_groups(PEOPLE, groups)

    tags = [person.fields.get("tags", ()) for _, person in people]
    assert tags == [("Berlin", "Choir"), ("Choir",), ("Berlin",)]
    assert told == (
        (
            "g.vcf",
            Skipped(
                3,
                "Choir",
                "it is a group; its name is a tag of its 2 members, and 1 more has no card here",
            ),
        ),
        ("g.vcf", Skipped(8, "Berlin", "it is a group; its name is a tag of its 2 members")),
    )


def test_an_address_that_cant_be_read_means_only_who_has_it() -> None:
    people = (
        ("a.vcf", ImportedPerson(1, "Ana", {"email": ("ana at work",)})),
        ("a.vcf", ImportedPerson(9, "Ben", {"email": ("ben@home",)})),
    )

    tagged = with_groups(people, [("g.vcf", ImportedGroup(3, "Choir", ("mailto:Ben@home",)))])

    assert [person.fields.get("tags", ()) for _, person in tagged.people] == [(), ("Choir",)]


@pytest.mark.parametrize(
    ("members", "why"),
    [
        (("a-1", "mailto:ana@example.org", "E-1"), "; its name is a tag of its 2 members"),
        (("E-1",), "; its name is a tag of its 1 member"),
        (("E-1", "x", "y"), "; its name is a tag of its 1 member, and 2 more have no card here"),
        (("x",), ", and its 1 member has no card here"),
        (("x", "y", "x"), ", and its 2 members have no card here"),
        ((), " without members"),
    ],
)
def test_people_are_counted_and_not_references(members: tuple[str, ...], why: str) -> None:
    again = ("b.vcf", ImportedPerson(4, "Ana", {"uid": ("A-1",), "email": ("ana@example.org",)}))

    told = with_groups((*PEOPLE, again), [("g.vcf", ImportedGroup(3, "Choir", members))]).told

    assert told[0][1].why == f"it is a group{why}"


def test_without_groups_nobody_changes() -> None:
    assert with_groups(PEOPLE, ()) == (PEOPLE, ())
