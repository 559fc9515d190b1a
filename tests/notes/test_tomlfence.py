"""Front matter in TOML."""

import pytest
from reading import read

from netjournal.notes.frontmatter import FrontMatter, read_front_matter

TOML = '+++\nname = "Ana"\n+++\n'


@pytest.mark.parametrize(
    "text",
    [TOML, TOML[:-1], f"{TOML}# Ana\n\nText\n", "+++ \n[a]\nb = 1\n+++\n", '+++\n"a b"=1\n+++\n'],
)
def test_toml_is_a_warning_on_the_first_line(text: str) -> None:
    (problem,) = read(text).diagnostics
    assert (problem.code, problem.line, problem.column) == ("NJ212", 1, 1)
    assert "`+++`" in problem.message
    assert "---" in problem.hint


def test_the_body_begins_below_toml() -> None:
    head = read_front_matter(f"{TOML}- 2026-11-03 Coffee\n", "contacts/ana.md")
    assert (head.fields, head.present, head.body_start, head.body_line) == ((), True, 21, 4)
    found = read(f"{TOML}- 2026-11-03 Coffee\n")
    assert [(entry.text, entry.line) for entry in found.interactions] == [("Coffee", 4)]


@pytest.mark.parametrize(
    "text", ["+++\nhello\n+++\n", '+++\nname = "Ana"\n', "+++ b/x\n", "++++\na = 1\n+++\n", "+++"]
)
def test_other_lines_of_plus_signs_are_text(text: str) -> None:
    expected = FrontMatter((), 0, 1, present=False)
    assert read_front_matter(text, "contacts/ana.md") == expected


def test_toml_of_a_journal_is_told_of() -> None:
    found = read(f"{TOML}Text\n", "journal/2026-11-03.md", in_contacts=False, in_journal=True)
    assert [problem.code for problem in found.diagnostics] == ["NJ212"]
