"""Dates of entries that are not written as 2026-11-03."""

import pytest
from reading import codes_and_lines, note, read

from netjournal.notes.loosely_dated import read_loose_day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-2-20", "2026-02-20"),
        ("2026/01/15", "2026-01-15"),
        ("2026.06.10", "2026-06-10"),
        ("20260902", "2026-09-02"),
        ("14.10.2026", "2026-10-14"),
        ("14. 10. 2026", "2026-10-14"),
        ("14 October 2026", "2026-10-14"),
        ("14th Oct. 2026", "2026-10-14"),
        ("Oct 14, 2026", "2026-10-14"),
        ("24/12/2025", "2025-12-24"),
        ("14/10/2026", "2026-10-14"),
        ("10/14/2026", "2026-10-14"),
        ("14-10-2026", "2026-10-14"),
        ("2026\u201102\u201120", "2026-02-20"),
        ("2026–02–20", "2026-02-20"),
        ("Tue 2026-11-03", "2026-11-03"),
        ("Tuesday, 3 November 2026", "2026-11-03"),
        ("5th of January 2026", "2026-01-05"),
        ("2026 January 5", "2026-01-05"),
        ("2026 Jan. 5th", "2026-01-05"),
    ],
)
@pytest.mark.parametrize("mark", ["- ", "### ", "1. ", "- [x] ", "- **", "- [["])
def test_clear_date_is_read_with_a_warning(mark: str, typed: str, day: str) -> None:
    closing = {"- **": "**:", "- [[": "]]"}.get(mark, "")
    found = read(note("name: Ana\n", f"{mark}{typed}{closing} Coffee\n"))
    assert [(f"{entry.date}", entry.text) for entry in found.interactions] == [(day, "Coffee")]
    (problem,) = found.diagnostics
    column = len(mark) + 1
    assert (problem.code, problem.line, problem.column) == ("NJ206", 4, column)
    assert problem.message.startswith(f"{typed} is read as {day}")
    assert problem.hint == f"write it as {day}"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("03/11/2026", "03/11/2026 can be read two ways: day and month can be swapped"),
        ("3-11-2026", "3-11-2026 can be read two ways: day and month can be swapped"),
        ("3/11/26", "3/11/26 can be read in several ways"),
        ("03.11.26", "03.11.26 can be read in several ways"),
        ("3.11.26", "3.11.26 can be read in several ways"),
        ("26-11-03", "26-11-03 can be read in several ways"),
        ("2026-13-1", "2026-13-1 is not a date: the month must be 1 to 12"),
        ("2026/02/30", "2026/02/30 is not a date: February 2026 has 28 days"),
        ("31.02.2026", "31.02.2026 is not a date: there is no such day"),
        ("31 Feb 2026", "31 Feb 2026 is not a date: February 2026 has 28 days"),
    ],
)
def test_date_that_cannot_be_read_is_an_error(typed: str, message: str) -> None:
    found = read(note("name: Ana\n", f"- {typed} Coffee\n"))
    assert found.interactions == ()
    (problem,) = found.diagnostics
    assert (problem.code, problem.line, problem.column) == ("NJ205", 4, 3)
    assert problem.message == message
    assert problem.hint.endswith("until then the entry isn't counted")


@pytest.mark.parametrize(
    "text",
    [
        "2026.1 release",
        "2026.1.3 release",
        "2026.13.45 release",
        "10.5 km run",
        "10.0.0.1 is her server",
        "22.04.1 is out",
        "2026 plans",
        "20269999 is her number",
        "99/99/2026",
        "99/99/26",
        "555/12/2026",
        "March 2026",
        "may do this 2026",
        "Monday morning",
        "1/2 of it",
        "3.11.99 release",
        "98-76-54 is her number",
        "2026-01-05-plan",
        "2026-01-05lunch.md",
        "[[2026-01-05lunch]]",
        "2026-10 20-30 people",
    ],
)
def test_number_or_version_is_no_date(text: str) -> None:
    found = read(note("name: Ana\n", f"- {text}\n## {text}\n"))
    assert (found.interactions, found.diagnostics) == ((), ())


def test_dashes_that_are_no_hyphens_are_named() -> None:
    reading = read_loose_day("2026\u201102–20")
    assert reading is not None
    assert reading.message.endswith("(its dashes are no hyphens, but U+2011, U+2013)")


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("- \u200b2026-02-20 Coffee", 3),
        ("- \u00a02026-02-20 Coffee", 3),
        ("-\u00a02026-02-20 Coffee", 2),
        ("1.\u202f2026-02-20 Coffee", 3),
        ("\u200b- 2026-02-20 Coffee", 1),
        ("Log:\n\u00a0\u00a0- 2026-02-20 Coffee", 2),
        ("## \u20602026-02-20 Coffee", 4),
        ("##\u00a02026-02-20 Coffee", 3),
    ],
)
def test_invisible_character_before_a_date_is_named(text: str, column: int) -> None:
    found = read(note("name: Ana\n", text))
    assert [(f"{entry.date}", entry.text) for entry in found.interactions] == [
        ("2026-02-20", "Coffee")
    ]
    (problem,) = found.diagnostics
    assert (problem.code, problem.column) == ("NJ007", column)


def test_line_of_wide_spaces_is_blank() -> None:
    found = read(note("name: Ana\n", "- 2026-02-20 Coffee\n\u00a0\nNot this.\n"))
    assert [entry.text for entry in found.interactions] == ["Coffee"]


def test_loose_date_of_an_open_task_is_its_due_date() -> None:
    found = read(note("name: Ana\n", "- [ ] 14.10.2026 Call\n- [ ] 03/11/2026 Write\n"))
    assert [(str(promise.due), promise.text) for promise in found.promises] == [
        ("2026-10-14", "Call"),
        ("None", "Write"),
    ]
    assert codes_and_lines(found.diagnostics) == [("NJ206", 4), ("NJ205", 5)]


def test_loose_dates_in_a_journal() -> None:
    text = "- 03/11/2026 [[bob]]\n- 14.10.2026 [[bob]]\n- 14.10.2026 rain\n## 2 May 2026\n[[bob]]\n"
    found = read(text, "journal/2026-11-24.md", in_contacts=False, in_journal=True)
    assert [f"{entry.date}" for entry in found.interactions] == [
        "2026-11-24",
        "2026-10-14",
        "2026-05-02",
    ]
    assert codes_and_lines(found.diagnostics) == [("NJ205", 1), ("NJ206", 2), ("NJ206", 4)]
    assert "counts on the day of the note" in found.diagnostics[0].hint


@pytest.mark.parametrize("typed", ['"2026-01-05"', "“2026-1-5”", "'2026-01-05'"])
@pytest.mark.parametrize("mark", ["- ", "### ", "- [x] "])
def test_date_in_quotation_marks_is_read_with_a_warning(mark: str, typed: str) -> None:
    found = read(note("name: Ana\n", f"{mark}{typed} Coffee\n"))
    assert [(f"{entry.date}", entry.text) for entry in found.interactions] == [
        ("2026-01-05", "Coffee")
    ]
    (problem,) = found.diagnostics
    assert (problem.code, problem.column) == ("NJ206", len(mark) + 1)
    assert problem.message == f"{typed} is read as 2026-01-05"


@pytest.mark.parametrize(
    ("typed", "day", "mistake"),
    [
        ("2026-01-05lunch", "2026-01-05lunch", "no space stands behind 2026-01-05"),
        ("2026-01-05\u5348\u9910", "2026-01-05\u5348\u9910", "no space stands behind 2026-01-05"),
        ("2026-01-055 x", "2026-01-055", "a digit is too many"),
        ("2026-001-05 x", "2026-001-05", "a digit is too many"),
        ("2026-1O-05 x", "2026-1O-05", "the letter O is no digit"),
        ("2026-0l-05 x", "2026-0l-05", "the letter l is no digit"),
        ("2026- 01-05 x", "2026- 01-05", "there is a space in it"),
        ("2026-01 -05 x", "2026-01 -05", "there is a space in it"),
        ("**2026-01-055** x", "2026-01-055", "a digit is too many"),
    ],
)
@pytest.mark.parametrize("mark", ["- ", "## "])
def test_mistyped_date_is_an_error(mark: str, typed: str, day: str, mistake: str) -> None:
    found = read(note("name: Ana\n", f"{mark}{typed}\n"))
    assert found.interactions == ()
    (problem,) = found.diagnostics
    assert (problem.code, problem.line) == ("NJ205", 4)
    assert problem.column == len(mark) + typed.index("2") + 1
    assert problem.message == f"{day} is not a date: {mistake}"
    assert problem.hint == "write it as 2026-11-03; until then the entry isn't counted"


def test_task_with_a_mistyped_date_keeps_its_text() -> None:
    found = read(note("name: Ana\n", "- [ ] 2026-01-05lunch with Bo\n"))
    assert [(str(promise.due), promise.text) for promise in found.promises] == [
        ("None", "2026-01-05lunch with Bo")
    ]
    assert [problem.hint for problem in found.diagnostics] == [
        "write it as 2026-11-03; until then the promise is due on no day"
    ]
