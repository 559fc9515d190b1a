"""Merge conflicts, whole and half resolved."""

import time

import pytest
from reading import codes_and_lines, read

from netjournal.notes.conflicts import without_conflicts


def lines_of(text: str) -> list[int]:
    return [problem.line for problem in without_conflicts(text, "a.md").diagnostics]


def test_no_conflict_changes_nothing() -> None:
    assert without_conflicts("a\n=======\nb >> c << d\n", "a.md") == (
        "a\n=======\nb >> c << d\n",
        (),
    )


def test_both_versions_of_a_body_stay_on_their_lines() -> None:
    text = "---\nname: Ana\n---\n<<<<<<< HEAD\n- one\n=======\n- two\n>>>>>>> other\nend\n"
    mended, (problem,) = without_conflicts(text, "a.md")
    assert mended == "---\nname: Ana\n---\n\n- one\n\n- two\n\nend\n"
    assert (problem.code, problem.line, problem.column) == ("NJ008", 4, 1)
    assert "lines 4-8" in problem.message


def test_of_a_front_matter_the_first_version_counts() -> None:
    text = "---\n<<<<<<< HEAD\nname: Ana\n=======\nname: Anna\n>>>>>>> other\n---\nbody\n"
    assert without_conflicts(text, "a.md").text == "---\n\nname: Ana\n\n\n\n---\nbody\n"


def test_the_common_ancestor_goes() -> None:
    text = "<<<<<<< a\n- one\n||||||| base\n- old\n=======\n- two\n>>>>>>> b\n"
    assert without_conflicts(text, "a.md").text == "\n- one\n\n\n\n- two\n\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\n<<<<<<< HEAD\nb\n", [2]),
        ("a\n>>>>>>> other\nb\n", [2]),
        ("<<<<<<< a\n<<<<<<< b\n=======\n>>>>>>> b\n", [1, 2]),
        ("<<<<<<< a\n=======\n>>>>>>> b\nx\n<<<<<<< a\n=======\n>>>>>>> b\n", [1, 5]),
        (" <<<<<<< indented\n", []),
        ("<<<<<<<<< nine\n", []),
        ("text <<<<<<< text\n", []),
    ],
)
def test_where_a_conflict_is_reported(text: str, lines: list[int]) -> None:
    assert lines == lines_of(text)


def test_thousands_of_conflicts_are_few_diagnostics_and_little_time() -> None:
    began = time.process_time()
    assert len(lines_of("<<<<<<< a\n" * 50_000)) == 20
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "text",
    [
        "<<<<<<< HEAD\n---\nname: Ana\n=======\n---\nname: Anna\n>>>>>>> b\ntitle: x\n---\n",
        "<<<<<<< HEAD\n---\n=======\n----\n>>>>>>> b\nname: Ana\n---\n",
        "<<<<<<< HEAD\n---\nname: Ana\n---\n=======\n---\nname: B\n---\n>>>>>>> b\n",
    ],
)
def test_conflict_around_the_opening_fence_is_told_of_once(text: str) -> None:
    found = read(text)
    assert codes_and_lines(found.diagnostics) == [("NJ008", 1)]
    assert found.contact is not None
    assert found.contact.name == "Ana"


def test_odd_fence_above_a_conflict_is_told_of_as_well() -> None:
    text = "----\nname: Ana\n----\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> b\n"
    assert codes_and_lines(read(text).diagnostics) == [("NJ008", 4), ("NJ212", 1)]
