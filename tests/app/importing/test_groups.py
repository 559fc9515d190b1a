"""Groups of an address book as tags of the people in them."""

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
                "it is a group; its name is a tag of its 2 members, and 1 more have no card here",
            ),
        ),
        ("g.vcf", Skipped(8, "Berlin", "it is a group; its name is a tag of its 2 members")),
    )


def test_without_groups_nobody_changes() -> None:
    assert with_groups(PEOPLE, ()) == (PEOPLE, ())
