"""Values added to a list, and taken out of it."""

import pytest
from splicing import a_note, refused, text_of

from netjournal.notes.splicing.items import add_items, remove_items
from netjournal.notes.splicing.note import Note


def note(fields: str) -> Note:
    return a_note(f"---\n{fields}---\n")


def fields(changed: object) -> str:
    return text_of(changed).removeprefix("---\n").removesuffix("---\n")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tags: [a,  b ,c] # d\n", "tags: [a,  b ,c, w] # d\n"),
        ("tags: []\n", "tags: [w]\n"),
        ("tags: [ a ]\n", "tags: [ a, w ]\n"),
        ("tags: [a, b,]\n", "tags: [a, b, w,]\n"),
        ("tags: [\n  a, # x\n  b # y\n]\n", "tags: [\n  a, # x\n  b, # y\n  w\n]\n"),
        ("tags: [\n  a,\n  b\n]\n", "tags: [\n  a,\n  b,\n  w\n]\n"),
        ("tags: [\n  a,\n  b,\n]\n", "tags: [\n  a,\n  b,\n  w,\n]\n"),
        ("tags:\n- a\n", "tags:\n- a\n- w\n"),
        ("tags:\n  - a # z\n\nname: x\n", "tags:\n  - a # z\n  - w\n\nname: x\n"),
        ("tags:\n    -   a\n    # end\n", "tags:\n    -   a\n    -   w\n    # end\n"),
        ("tags:\n  - 'a\n    b'\n", "tags:\n  - 'a\n    b'\n  - w\n"),
        ("tags:\n  - \n", "tags:\n  - w\n"),
        ("tags:\n  - a\n  -\n", "tags:\n  - a\n  - w\n"),
        ("tags: a\n", "tags: [a, w]\n"),
        ("tags: 'a' # x\n", "tags: ['a', w] # x\n"),
        ("tags: a, b\n", "tags: a, b, w\n"),
        ("tags:\n", "tags: [w]\n"),
        ("tags: ~ # x\n", "tags: [w] # x\n"),
        ("knows:\n  - b\ntags:\n", "knows:\n  - b\ntags:\n  - w\n"),
        ("name: x\n", "name: x\ntags: [w]\n"),
        ("knows:\n  - b\n", "knows:\n  - b\ntags:\n  - w\n"),
        ("tag: [a]\n", "tag: [a, w]\n"),
    ],
)
def test_a_value_is_added_in_the_style_of_the_list(before: str, after: str) -> None:
    assert fields(add_items(note(before), "tags", ["w"])) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("tags: [a, w, c]\n", "tags: [a, c]\n"),
        ("tags: [w, a]\n", "tags: [a]\n"),
        ("tags: [a,W]\n", "tags: [a]\n"),
        ("tags: [w]\n", "tags: []\n"),
        ("tags: [\n  a,\n  w, # x\n  c,\n]\n", "tags: [\n  a,\n  c,\n]\n"),
        ("tags:\n  - a\n  - w # x\n  # y\n  - c\n", "tags:\n  - a\n  # y\n  - c\n"),
        ("tags:\n  - w\n", "tags:\n"),
        ("tags: w # x\n", "tags: # x\n"),
        ("tags: a, w, c\n", "tags: a, c\n"),
    ],
)
def test_a_value_is_taken_out(before: str, after: str) -> None:
    full = f"name: x\n{before}"
    assert fields(remove_items(note(full), "tags", ["w"])) == f"name: x\n{after}"


def test_several_at_once() -> None:
    assert fields(add_items(note("tags: [a]\n"), "tags", ["no", "b, c"])) == (
        'tags: [a, "no", "b, c"]\n'
    )
    assert fields(remove_items(note("tags: [a, b, c, d]\n"), "tags", ["a", "b", "d"])) == (
        "tags: [c]\n"
    )


def test_links_are_in_quotes() -> None:
    assert fields(add_items(note("knows: '[[a]]'\n"), "knows", ["[[b]]"])) == (
        "knows: ['[[a]]', \"[[b]]\"]\n"
    )
    assert fields(add_items(note("knows: [[a]]\n"), "knows", ["[[b]]"])) == (
        'knows: ["[[a]]", "[[b]]"]\n'
    )


def test_what_is_there_already_changes_nothing() -> None:
    ana = note("tags: [Work]\n")
    assert add_items(ana, "tags", ["work"]) is ana
    assert remove_items(ana, "tags", ["home"]) is ana
    assert remove_items(ana, "knows", ["home"]) is ana


@pytest.mark.parametrize(
    "before",
    ["tags: [a\n", "tags:\n  - a\n -b\n", "tags: {a: b}\n", "tags: [a]\ntags: [b]\n"],
)
def test_a_list_that_could_be_read_otherwise_is_left_alone(before: str) -> None:
    assert refused(add_items(note(before), "tags", ["w"])).by_hand == "tags: [w]"


def test_values_that_stand_closely_together_are_left_alone() -> None:
    before = "tags: [a, # about a\n  w]\n"
    assert "closely" in refused(remove_items(note(before), "tags", ["w"])).reason


def test_fields_inside_a_list_stay() -> None:
    assert fields(add_items(note("tags: [{a: b}, c]\n"), "tags", ["w"])) == (
        "tags: [{a: b}, c, w]\n"
    )
    assert fields(remove_items(note("tags:\n  - a: b\n    c: d\n  - w\n"), "tags", ["w"])) == (
        "tags:\n  - a: b\n    c: d\n"
    )
