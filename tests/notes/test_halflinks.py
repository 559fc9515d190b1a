"""Links of a journal note that are half written."""

import pytest
from reading import read

from netjournal.model.diagnostic import Diagnostic


def problems(text: str) -> tuple[Diagnostic, ...]:
    return read(text, "journal/2026-11-24.md", in_contacts=False, in_journal=True).diagnostics


@pytest.mark.parametrize(
    ("text", "column", "sign"),
    [
        ("- lunch with [[a", 14, "[["),
        ("[[u4", 1, "[["),
        ("- [[bob]] and [[eve", 15, "[["),
        ("- [[bob] and more", 3, "[["),
        ("- lunch with [u2]]", 14, "["),
        ("- tea with [a2](../contacts/a2.md", 15, "]("),
        ("- [bob](bob.md) and [a2](a2.md, later", 24, "]("),
    ],
)
def test_half_link_is_a_warning(text: str, column: int, sign: str) -> None:
    (problem,) = problems(f"Rain.\n{text}\nSun.\n")
    assert (problem.code, problem.severity) == ("NJ206", "warning")
    assert (problem.line, problem.column, problem.width) == (2, column, len(sign))
    assert problem.message.startswith(f"{sign} is n")
    assert problem.message.endswith("so nobody is linked here")
    assert problem.hint == "a link is written as `[[ana]]` or as `[Ana](ana.md)`, on one line"


def test_half_links_that_make_up_for_each_other_in_number_are_seen() -> None:
    found = problems("- [[u4\n- [[bob]]\n- [u2]]\n")
    assert [(each.line, each.column) for each in found] == [(1, 3), (3, 3)]


@pytest.mark.parametrize(
    "text",
    [
        "- [[bob]] and [eve](eve.md)",
        "- [[bob#Log|Bob]], ![[photo.png]]",
        "- `[[bob` and \\[[bob",
        "- array [[1], [2]]",
        "- [see](https://x.example/a_(b",
        "- [ ] call",
        "- [[",
        "- a]] b",
        "- [a [b]]",
    ],
)
def test_nothing_is_said_of(text: str) -> None:
    assert problems(text) == ()


def test_half_link_in_a_note_of_a_contact_is_mere_text() -> None:
    assert read("---\nname: Ana\n---\n- lunch with [[a\n").diagnostics == ()
