"""Boxes of tasks that are none for one character."""

import pytest
from reading import note, read

from netjournal.model.diagnostic import Diagnostic


def problems(text: str) -> tuple[Diagnostic, ...]:
    found = read(note("name: Ana\n", text))
    assert found.promises == ()
    return found.diagnostics


@pytest.mark.parametrize(
    ("text", "column", "box", "why"),
    [
        ("- [] send deck (due 2026-12-01)", 3, "[]", "a space is missing inside its box"),
        ("1. [] send", 4, "[]", "a space is missing inside its box"),
        ("-[ ] call due: 2026-12-01", 1, "-[ ]", "no space stands behind its mark"),
        ("*[x] call", 1, "*[x]", "no space stands behind its mark"),
        ("-[] call", 1, "-[]", "no space stands behind its mark"),
        ("- [ ]call", 3, "[ ]", "no space stands behind its box"),
        ("> - [X]call", 5, "[X]", "no space stands behind its box"),
    ],
)
def test_mistyped_box_is_a_warning(text: str, column: int, box: str, why: str) -> None:
    (problem,) = problems(text)
    assert (problem.code, problem.severity) == ("NJ206", "warning")
    assert (problem.line, problem.column, problem.width) == (4, column, len(box))
    assert problem.message == f"{box} looks like a task, but {why}, so it is none"
    assert problem.hint == "a task is written as `- [ ] call`"


@pytest.mark.parametrize(
    "text",
    ["- []", "- [](ana.md)", "- [x](ana.md) met", "- [x]: note", "- [x][y]", "-[a] b", "`-[ ] a`",
     "- a [] b", "- [!] call"],
)  # fmt: skip
def test_nothing_is_said_of(text: str) -> None:
    assert problems(text) == ()


def test_mistyped_box_in_a_journal_matters_where_somebody_is_linked() -> None:
    text = "- [] call [[bob]]\n- [] buy milk\n-[ ] write [[eve]]"
    found = read(text, "journal/2026-11-24.md", in_contacts=False, in_journal=True)
    assert [(each.line, each.column) for each in found.diagnostics] == [(1, 3), (3, 1)]
