"""Spaces that YAML takes for text, where it looks for a plain one."""

import pytest
from reading import contact, problems, the_problem

WIDE = ["\u00a0", "\u2003", "\u202f", "\u3000"]


@pytest.mark.parametrize("wide", WIDE)
def test_a_field_with_a_wide_space_after_its_colon_is_read(wide: str) -> None:
    fields = f"name: Ana\nrelationship:{wide}ally\ntitle: Head\n"
    problem = the_problem(fields)
    assert (problem.code, problem.line, problem.column) == ("NJ007", 3, 14)
    assert f"U+{ord(wide):04X}" in problem.message
    ana = contact(fields)
    assert (ana.name, ana.relationship, ana.title) == ("Ana", "ally", "Head")


@pytest.mark.parametrize("gap", [" \u00a0", "\u00a0 ", "\u00a0\u00a0"])
def test_several_spaces_are_told_of_once_and_keep_the_place_of_the_value(gap: str) -> None:
    fields = f"title:{gap}Head\n"
    assert problems(fields) == [("NJ007", 2)]
    found = contact(fields)
    assert (found.title, found.fields["title"].column) == ("Head", 9)


def test_items_of_a_list_with_a_wide_space_after_the_dash_are_read() -> None:
    fields = "tags:\n  - a\n  -\u00a0b\n"
    assert problems(fields) == [("NJ007", 4)]
    assert contact(fields).tags == ("a", "b")


def test_a_wide_space_inside_a_value_is_part_of_it() -> None:
    fields = "name: Ana\u00a0Lopez\ncompany: a:\u00a0b\n"
    assert problems(fields) == []
    assert contact(fields).name == "Ana\u00a0Lopez"


def test_no_more_than_twenty_are_named_but_all_are_read() -> None:
    fields = "".join(f"k{n}:\u00a0x\n" for n in range(30)) + "title:\u00a0Head\n"
    assert len(problems(fields)) == 20
    assert contact(fields).title == "Head"
