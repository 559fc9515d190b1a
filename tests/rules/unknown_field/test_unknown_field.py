"""Fields of one's own."""

from building import contact, index
from checking import problems

from netjournal.model.codes import UNKNOWN_FIELD
from netjournal.rules.own_fields import MOST_BY_HAND


def test_a_field_is_named_once_at_the_first_note_that_has_it() -> None:
    found = index(
        contact("contacts/c.md", "C", own={"spouse": "Kim"}),
        contact("contacts/b.md", "B", location="Lisbon", own={"Spouse": "Lee"}),
        contact("contacts/a.md", "A"),
    )

    assert problems(UNKNOWN_FIELD, found) == [
        (
            "contacts/b.md:4:1: info: 'Spouse' is a field of your own, in 2 notes [NJ204]\n"
            "  it is kept and shown; if it means a field that netjournal knows, "
            "say so under [fields] in netjournal.toml"
        )
    ]


def test_one_note_is_one_note() -> None:
    (said,) = problems(UNKNOWN_FIELD, index(contact(own={"coffee": "flat white"})))

    assert "'coffee' is a field of your own, in 1 note [" in said


def test_a_misspelt_field_is_another_rules_matter() -> None:
    assert problems(UNKNOWN_FIELD, index(contact(own={"emial": "x"}))) == []


def test_fields_of_other_tools_are_not_mentioned() -> None:
    keys = ["created", "Date Modified", "cssclasses", "kanban-plugin", "publish", "type", "id"]

    assert problems(UNKNOWN_FIELD, index(contact(own=dict.fromkeys(keys, "x")))) == []


def test_a_note_that_a_program_filled_is_left_alone() -> None:
    many = {f"row{n}": "x" for n in range(MOST_BY_HAND + 1)}

    assert problems(UNKNOWN_FIELD, index(contact(own=many))) == []
