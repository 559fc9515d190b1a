"""A contact from its note's fields."""

from datetime import date

import pytest
from building import config
from reading import contact, note, problems, read, the_problem

from netjournal.model.contact import FieldValue, Link


def test_spellings_ignore_case_hyphens_underscores_and_spaces() -> None:
    ana = contact("Full Name: Ana\nLast-Contact: 2026-01-01\nCOMPANY: Acme\n")
    assert (ana.name, ana.last_contact, ana.organization) == ("Ana", date(2026, 1, 1), "Acme")


def test_spelling_of_a_vault() -> None:
    settings = config(fields={"How often": "cadence", "field": "location"})
    found = read(note("how-often: 6w\nfield: Lisbon\n"), settings=settings).contact
    assert found is not None
    assert found.cadence is not None
    assert (found.cadence.days, found.location, found.industries) == (42, "Lisbon", ())


def test_name_from_the_heading_then_the_file() -> None:
    assert contact("title: x\n", "# Ana Lopez\n").name == "Ana Lopez"
    assert contact("title: x\n").name == "ana"
    assert contact("name: ~\n", "# Ana Lopez\n").name == "Ana Lopez"


def test_places_of_fields() -> None:
    ana = contact("name: Ana\ntags:\n  - a\n  - b\nemail: a@x.example, b@x.example\n")
    assert dict(ana.fields) == {
        "name": FieldValue("name", ("Ana",), 2, 7, ((2, 7),)),
        "tags": FieldValue("tags", ("a", "b"), 4, 5, ((4, 5), (5, 5))),
        "email": FieldValue("email", ("a@x.example, b@x.example",), 6, 8, ((6, 8),)),
    }
    assert ana.place_of("tags") == (4, 5)
    assert ana.place_of("title") == (1, 1)


def test_places_of_fields_that_need_yaml() -> None:
    ana = contact("name: 'Ana'\ntags:\n  - a\n")
    assert ana.fields == {
        "name": FieldValue("name", ("Ana",), 2, 7, ((2, 7),)),
        "tags": FieldValue("tags", ("a",), 4, 5, ((4, 5),)),
    }


def test_fields_of_a_persons_own() -> None:
    ana = contact("name: Ana\nshoe size: 42\nup: '[[MOC]]'\nempty:\nraw:\n  - {a: b}\n")
    assert ana.own_fields == {
        "shoe size": FieldValue("shoe size", ("42",), 3, 1),
        "up": FieldValue("up", ("[[MOC]]",), 4, 1),
        "raw": FieldValue("raw", ("{a: b}",), 6, 1),
    }


def test_of_thousands_of_own_fields_some_are_kept_and_the_known_ones_are_read() -> None:
    ana = contact("".join(f"k{n}: v\n" for n in range(1_000)) + "name: Ana\n")
    assert len(ana.own_fields) == 500
    assert ana.name == "Ana"


@pytest.mark.parametrize("value", ["2026-02-30", "[2026-01-01, 2026-02-30]", "2026-01-01 25:00"])
def test_impossible_date_in_an_own_field(value: str) -> None:
    assert problems(f"name: Ana\nnext: {value}\n") == [("NJ205", 3)]


@pytest.mark.parametrize("value", ["2026-2-3", '"2026-02-30"', "2026-01-01T10:00:00", "2026"])
def test_no_other_date_in_an_own_field_is_a_problem(value: str) -> None:
    assert problems(f"name: Ana\nnext: {value}\n") == []


def test_two_spellings_of_one_field() -> None:
    problem = the_problem("name: Ana\ncompany: Acme\norganization: Foo\n")
    assert (problem.code, problem.line, problem.column) == ("NJ202", 4, 1)
    assert "organization means the same as company on line 3" in problem.message
    assert contact("company: Acme\norganization: Foo\n").organization == "Acme"


def test_two_spellings_of_a_list_unite() -> None:
    fields = "website: https://a.example\nlinkedin: [https://b.example]\nlinks:\n  - {a: b}\n"
    assert problems(fields) == [("NJ205", 5)]
    assert contact(fields).urls == ("https://a.example", "https://b.example")


def test_the_same_list_twice_unites_and_is_told() -> None:
    fields = "email: a@x.example, b@x.example\nemail: c@x.example\n"
    assert problems(fields) == [("NJ202", 3)]
    assert contact(fields).emails == ("a@x.example", "b@x.example", "c@x.example")


def test_the_same_field_twice_is_told_once() -> None:
    fields = "title: a\ntitle: b\n"
    assert problems(fields) == [("NJ202", 3)]
    assert contact(fields).title == "a"


@pytest.mark.parametrize("first", ["company:", "company: ~"])
def test_empty_field_gives_way_to_another_spelling(first: str) -> None:
    assert problems(f"{first}\norganization: Foo\n") == []
    assert contact(f"{first}\norganization: Foo\n").organization == "Foo"


def test_two_spellings_one_of_which_needs_a_closer_look() -> None:
    assert problems("company: Acme\norg: 007\n") == [("NJ202", 3), ("NJ208", 3)]
    assert contact("company: Acme\norg: 007\n").organization == "Acme"


def test_links_of_the_front_matter_are_links_of_the_note() -> None:
    found = read(note('name: Ana\nvia: "[[ben]]"\nup: [[MOC]]\ntitle: Head\n', "[[ann]]\n"))
    assert [(link.target, link.line) for link in found.links] == [
        ("ben", 3),
        ("MOC", 4),
        ("ann", 7),
    ]


def test_links_in_texts_whose_lines_yaml_breaks_stay_inside_the_file() -> None:
    found = read(note('a: "x\\n\\n\\n[[ben]]"\nb: >\n  x\n\n  [[ann]]\n'))
    assert found.links == (Link("ben", "ben", 2, 4), Link("ann", "ann", 3, 4))


def test_inline_fields_fill_what_the_front_matter_leaves_open() -> None:
    ana = contact("name: Ana\ntitle: x\n", "title:: y\nlocation:: Lisbon\nshoe size:: 42\n")
    assert (ana.title, ana.location) == ("x", "Lisbon")
    assert ana.fields["location"].line == 6
    assert ana.own_fields["shoe size"].values == ("42",)


def test_inline_fields_of_a_note_that_needs_yaml() -> None:
    ana = contact("name: 'Ana'\nown: a\n", "name:: Other\ntags:: a, b\nown:: b\n")
    assert (ana.name, ana.tags) == ("Ana", ("a", "b"))
    assert ana.own_fields["own"].values == ("a",)


def test_inline_field_twice_is_no_problem() -> None:
    found = read("---\nname: Ana\n---\ntitle:: a\ntitle:: b\nneeds:: c\nneeds:: d\n")
    assert found.diagnostics == ()
    assert found.contact is not None
    assert found.contact.title == "a"
    assert found.contact.needs == ("c", "d")


def test_obsidian_habits_are_no_problem() -> None:
    fields = (
        "tags: [person]\naliases:\ncssclasses:\n  - wide\ncreated: 2026-01-01T10:00:00\n"
        "date created: 2026-01-01 10:00\nlast contact: 2026-01-01\npublish: true\n"
        'knows:\n  - "[[Bob]]"\nup: "[[People]]"\nrating: 5\n'
    )
    assert problems(fields) == []
    assert problems(fields + "quoted: 'x'\n") == []
