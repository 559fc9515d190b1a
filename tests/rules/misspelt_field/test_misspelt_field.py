"""Fields whose names are nearly right."""

import pytest
from building import config, contact, index
from checking import AS_OF, problems

from netjournal.model.codes import MISSPELT_FIELD
from netjournal.model.fields import FIELDS, spelling
from netjournal.rules.misspelt_field import RULE
from netjournal.rules.own_fields import KEYS_OF_OTHER_TOOLS, MOST_BY_HAND


def meant(*keys: str) -> list[str]:
    """What the rule takes keys for; nothing for a key that is fine."""
    found = index(contact(own=dict.fromkeys(keys, "x")))
    return [said.partition("\n  ")[2] for said in problems(MISSPELT_FIELD, found)]


def test_a_key_is_named_at_its_place() -> None:
    found = index(contact("contacts/a.md", "A", own={"emial": "a@example.org"}))

    assert problems(MISSPELT_FIELD, found) == [
        "contacts/a.md:3:1: warning: no field is called 'emial' [NJ203]\n  did you mean 'email'?"
    ]


def test_a_key_is_named_in_every_note() -> None:
    own = {"Cadance": "6w"}
    found = index(contact("contacts/a.md", own=own), contact("contacts/b.md", own=own))

    assert [said.split(":")[0] for said in problems(MISSPELT_FIELD, found)] == [
        "contacts/a.md",
        "contacts/b.md",
    ]


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("nmae", "name"),
        ("anme", "name"),
        ("names", "name"),
        ("Emial", "email"),
        ("cadnece", "cadence"),
        ("indutsry", "industry"),
        ("industy", "industry"),
        ("campany", "company"),
        ("relatonship", "relationship"),
        ("relashionship", "relationship"),
        ("organsation", "organisation"),
        ("Last contat", "last_contact"),
        ("brithday", "birthday"),
        ("introduced", "introduced_by"),
        ("snooze_until", "snoozed_until"),
        ("phone2", "phone"),
        ("titel", "title"),
        ("tga", "tag"),
        ("nam", "name"),
    ],
)
def test_a_slip_is_recognised(key: str, field: str) -> None:
    assert meant(key) == [f"did you mean '{field}'?"]


@pytest.mark.parametrize(
    "key",
    [
        *("dob", "pet", "vip", "ln", "kids", "team", "hobby", "spouse", "children", "twitter"),
        *("github", "mastodon", "birthplace", "birth year", "first name", "last name", "contact"),
        *("department", "zip", "age", "x", "", "k9", "vocation", "wedding day", "state"),
    ],
)
def test_a_field_of_ones_own_is_no_slip(key: str) -> None:
    assert meant(key) == []


@pytest.mark.parametrize("key", ["created", "Date Created", "kanban-plugin", "type"])
def test_a_field_of_another_tool_is_no_slip(key: str) -> None:
    assert meant(key) == []


def test_keys_of_other_tools_are_none_of_the_table() -> None:
    known = {spelling(word) for field in FIELDS for word in (field.name, *field.synonyms)}

    assert known & KEYS_OF_OTHER_TOOLS == set()


def test_the_vaults_own_spelling_is_known() -> None:
    settings = config(fields={"How often": "cadence"})
    found = index(contact("contacts/a.md", own={"how oftn": "6w"}), settings=settings)

    (said,) = problems(MISSPELT_FIELD, found, settings)
    assert said.endswith("did you mean 'How often'?")


def test_a_note_that_a_program_filled_is_left_alone() -> None:
    many = {"cadenc": "6w", **{f"cadenc{n}": "x" for n in range(MOST_BY_HAND)}}
    found = index(contact("contacts/a.md", own=many), contact("contacts/b.md", own={"cadenc": "x"}))

    assert [said.split(":")[0] for said in problems(MISSPELT_FIELD, found)] == ["contacts/b.md"]


def test_a_field_that_the_note_has_already_is_no_fix() -> None:
    settings = config(fields={"How often": "cadence"})
    own = {"emial": "a@example.org", "campany": "Acme", "titel": "Head", "how oftn": "6w"}
    there = contact(own=own, emails=("b@example.org",), organization="Acme", cadence="6w")
    found = RULE.find(index(there, settings=settings), settings, AS_OF)

    assert {each.message: [fix.better for fix in each.fixes] for each in found} == {
        "no field is called 'emial'": [],
        "no field is called 'campany'": [],
        "no field is called 'titel'": ["title"],
        "no field is called 'how oftn'": [],
    }
