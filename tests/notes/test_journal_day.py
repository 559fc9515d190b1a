"""The day that a journal note is about."""

from datetime import date

import pytest
from reading import codes_and_lines, read

from netjournal.model.parsed import ParsedFile


def journal(text: str, path: str) -> ParsedFile:
    return read(text, path, in_contacts=False, in_journal=True)


@pytest.mark.parametrize(
    "path",
    [
        "journal/2026-11-24.md",
        "journal/2026-11-24 Tuesday.md",
        "2026-11-24-berlin.markdown",
        "journal/2026/11/24.md",
        "journal/a\nb/2026-11-24.md",
    ],
)
def test_day_of_a_file_name(path: str) -> None:
    found = journal("Lunch with [[ana]].\n", path)
    assert found.is_journal
    assert [entry.date for entry in found.interactions] == [date(2026, 11, 24)]


@pytest.mark.parametrize("key", ["date", "Date"])
def test_day_of_the_front_matter(key: str) -> None:
    found = journal(f"---\n{key}: 2026-11-24T10:00\n---\n\n[[ana]]\n", "journal/berlin.md")
    assert [(entry.date, entry.line) for entry in found.interactions] == [(date(2026, 11, 24), 5)]


def test_file_name_wins() -> None:
    found = journal("---\ndate: 2026-01-01\n---\n[[ana]]\n", "journal/2026-11-24.md")
    assert [entry.date for entry in found.interactions] == [date(2026, 11, 24)]


@pytest.mark.parametrize("heading", ["## 2026-11-24", "# [[2026-11-24]]", "###  2026-11-24 Berlin"])
def test_days_of_headings(heading: str) -> None:
    assert journal(f"# Log\n\n{heading}\n\nLunch with [[ana]].\n", "journal/log.md").is_journal


@pytest.mark.parametrize("path", ["journal/ideas.md", "journal/v1.2.3.md", "journal/12/24.md"])
def test_note_without_a_day_is_no_part_of_the_journal(path: str) -> None:
    assert ParsedFile(path) == journal("Ask [[ana]].\n", path)


def test_impossible_day_of_a_file_name() -> None:
    found = journal("x\n", "journal/2026-02-30.md")
    assert codes_and_lines(found.diagnostics) == [("NJ205", 1)]
    assert "February 2026 has 28 days" in found.diagnostics[0].message


@pytest.mark.parametrize(
    ("value", "code", "is_journal"),
    [("2026-02-30", "NJ205", False), ("2026-2-3", "NJ206", True), ("soon", "NJ205", False)],
)
def test_odd_day_of_the_front_matter(value: str, code: str, *, is_journal: bool) -> None:
    found = journal(f"---\nx: y\ndate: {value}\n---\n", "journal/x.md")
    assert codes_and_lines(found.diagnostics) == [(code, 3)]
    assert found.is_journal is is_journal


@pytest.mark.parametrize(
    "name",
    [
        "2026_11_24",
        "20261124",
        "Tuesday 2026-11-24",
        "2026-11-24 Tuesday",
        "Nov 24, 2026",
        "24 November 2026",
        "24-11-2026",
        "24.11.2026",
        "Berlin 2026-11-24",
        "berlin_2026_11_24",
        "20261124 Berlin",
        "Release 1.2 of 2026-11-24",
    ],
)
def test_clear_day_anywhere_in_a_file_name(name: str) -> None:
    found = journal("Lunch with [[ana]].\n", f"journal/{name}.md")
    assert found.diagnostics == ()
    assert [entry.date for entry in found.interactions] == [date(2026, 11, 24)]


@pytest.mark.parametrize(
    "name",
    [
        "10-02-2026",
        "10.02.26",
        "2026-11-245",
        "2026 11 24",
        "2026.13.01",
        "Week 2026-02-09 to 2026-02-15",
        "Tuesday",
        "February 10",
        "10th of feb, 10 Feb",
        "260210",
    ],
)
def test_name_that_is_no_clear_day_is_told_once_when_it_links_somebody(name: str) -> None:
    path = f"journal/{name}.md"

    found = journal("Lunch with [[ana]].\n\n- [[ben]] called\n", path)

    assert not found.is_journal
    assert codes_and_lines(found.diagnostics) == [("NJ205", 1)]
    assert found.diagnostics[0].message.endswith("so its links count for nobody")
    assert journal("Rain all day. [[2026-02-09]] `[[ana]]`\n", path) == ParsedFile(path)


def test_name_that_can_be_read_two_ways_says_so() -> None:
    (problem,) = journal("[[ana]]\n", "journal/10-02-2026.md").diagnostics
    assert "10-02-2026 can be read two ways" in problem.message


@pytest.mark.parametrize(
    "path", ["journal/README.md", "journal/index.md", "journal/2026-W07.md", "journal/Templates.md"]
)
def test_note_that_is_about_no_day_is_not_told_of(path: str) -> None:
    assert journal("See [[ana]] and [[ben]].\n", path) == ParsedFile(path)


@pytest.mark.parametrize(
    "line", ["date:: 2026-11-24", "- **Date**:: [[2026-11-24]]", "(date:: 2026-11-24)"]
)
def test_day_of_an_inline_field(line: str) -> None:
    found = journal(f"{line}\n\nLunch with [[ana]].\n", "journal/10-02-2026.md")
    assert found.diagnostics == ()
    assert [(entry.date, entry.line) for entry in found.interactions] == [(date(2026, 11, 24), 3)]


def test_odd_day_of_an_inline_field_is_told_at_its_place() -> None:
    found = journal("---\nx: y\n---\n\ndate:: soon\n[[ana]]\n", "journal/10-02-2026.md")
    (problem,) = found.diagnostics
    assert (problem.code, problem.line, problem.column) == ("NJ205", 5, 8)


def test_inline_field_in_code_is_no_day() -> None:
    found = journal("```\ndate:: 2026-11-24\n```\n[[ana]]\n", "journal/x.md")
    assert found == ParsedFile("journal/x.md")


@pytest.mark.parametrize("value", ["{{date}}", '"<% tp.date.now() %>"', "{{date:YYYY-MM-DD}}"])
def test_template_has_no_day(value: str) -> None:
    path = "journal/template.md"
    assert journal(f"---\ndate: {value}\n---\n\n[[ana]]\n", path) == ParsedFile(path)


@pytest.mark.parametrize(
    "line",
    [
        "- 2026-11-24 Lunch with [[ana]]",
        "- [x] 2026-11-24 Lunch with [[ana]]",
        "1. 24 Nov 2026: Lunch with [[ana]]",
        "**2026-11-24** Lunch with [[ana]]",
        "## 24.11.2026\n\nLunch with [[ana]]",
        "# Tuesday, November 24, 2026\n\nLunch with [[ana]]",
    ],
)
def test_dated_parts_count_without_a_day_of_the_note(line: str) -> None:
    found = journal(f"# Log\n\n{line}\n", "journal/log.md")
    assert [entry.date for entry in found.interactions] == [date(2026, 11, 24)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("- 03/04/2026 [[ana]]\n- 03/05/2026 nobody\n", [1]),
        ("## 03/04/2026 [[ana]]\n\n[[ben]]\n", [1]),
        ("- [ ] 03/04/2026 ask [[ana]]\n", [1]),
    ],
)
def test_dated_parts_that_are_not_clear_are_told_once(text: str, lines: list[int]) -> None:
    found = journal(text, "journal/log.md")
    assert found.interactions == ()
    assert codes_and_lines(found.diagnostics) == [("NJ205", line) for line in lines]
