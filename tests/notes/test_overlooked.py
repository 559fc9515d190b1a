"""Dates that stand at the start of a paragraph, a callout or a table row."""

import pytest
from reading import note, read

from netjournal.model.parsed import ParsedFile


def body(text: str) -> ParsedFile:
    return read(note("name: Ana\n", text))


def entries(text: str) -> list[tuple[str, str]]:
    return [(f"{entry.date}", entry.text) for entry in body(text).interactions]


@pytest.mark.parametrize(
    "date",
    ["**2026-09-21** —", "**2026-09-21:**", "*2026-09-21*", "__2026-09-21__", "==2026-09-21==",
     "**[[2026-09-21]]**"],
)  # fmt: skip
def test_paragraph_that_begins_with_a_bold_date_is_an_entry(date: str) -> None:
    assert entries(f"Met.\n\n{date} Dinner,\nand wine.\n\nMore.") == [
        ("2026-09-21", "Dinner, and wine.")
    ]


def test_every_line_of_a_paragraph_that_begins_with_a_bold_date_is_an_entry() -> None:
    text = "- 2026-09-22 Call\n**2026-09-21** Dinner\n**2026-09-20** Lunch\n"
    assert entries(text) == [
        ("2026-09-22", "Call"),
        ("2026-09-21", "Dinner"),
        ("2026-09-20", "Lunch"),
    ]


def test_bold_date_in_a_list_item_is_a_part_of_it() -> None:
    text = "- 2026-09-22 Call\n  **2026-09-21** Dinner"
    assert entries(text) == [("2026-09-22", "Call **2026-09-21** Dinner")]


def test_paragraph_with_a_bold_date_in_a_dated_section_is_an_entry_of_its_own() -> None:
    assert entries("## 2026-11-03 Fair\nStand.\n\n**2026-11-04** Walk") == [
        ("2026-11-03", "Fair. Stand."),
        ("2026-11-04", "Walk"),
    ]


def test_paragraph_with_a_bold_date_in_a_journal_is_about_that_day() -> None:
    text = "**2026-09-21** [[bob]]\n**2026-09-22** [[bob]]\n"
    found = read(text, "journal/2026-11-24.md", in_contacts=False, in_journal=True)
    assert [f"{entry.date}" for entry in found.interactions] == ["2026-09-21", "2026-09-22"]


@pytest.mark.parametrize(
    ("text", "line", "column", "place"),
    [
        ("2026-09-21 Dinner", 4, 1, "a paragraph"),
        ("14 October 2026 Dinner", 4, 1, "a paragraph"),
        ("[[2026-09-21]] Dinner", 4, 3, "a paragraph"),
        ("> [!note]- 2026-09-21 Call", 4, 12, "a callout"),
        ("> [!log] Calls\n> - 2026-09-21 Call", 5, 5, "a callout"),
        ("| Day | What |\n|---|---|\n| 2026-09-21 | Call |", 6, 3, "a table"),
        ("Day | What\n---|---\n2026-09-21 | Call", 6, 1, "a table"),
    ],
)
def test_date_where_no_entry_is_read_is_mentioned(
    text: str, line: int, column: int, place: str
) -> None:
    found = body(text)
    assert found.interactions == ()
    (problem,) = found.diagnostics
    assert (problem.code, problem.severity) == ("NJ206", "warning")
    assert (problem.line, problem.column) == (line, column)
    assert problem.message.endswith(f"looks like an entry, but stands in {place}, which isn't read")


def test_many_such_dates_are_mentioned_once() -> None:
    rows = "".join(f"| 2026-09-2{day} | Call |\n" for day in range(4))
    (problem,) = body(f"| Day | What |\n|---|---|\n{rows}").diagnostics
    assert problem.message.endswith("which isn't read; so do 3 more below")


@pytest.mark.parametrize(
    "text",
    ["> - 2026-09-21 Call", "> 2026-09-21 Call", "2026 was good.", "| 2026.1 | release |",
     "| Call | 2026-09-21 |", "> [!note] Call on 2026-09-21", "```\n2026-09-21 Call\n```",
     "- Call\n\n  2026-09-21 Call"],
)  # fmt: skip
def test_nothing_is_said_of(text: str) -> None:
    assert body(text).diagnostics == ()


@pytest.mark.parametrize(
    ("text", "column", "why", "hint"),
    [
        ("-2026-11-05 x", 2, "no space stands before it, behind `-`", "- 2026-11-05 x"),
        ("+2026-11-05 x", 2, "no space stands before it, behind `+`", "- 2026-11-05 x"),
        ("-**2026-11-05** x", 4, "no space stands before it, behind `-`", "- **2026-11-05** x"),
        ("1.2026-11-05 x", 3, "no space stands before it, behind `1.`", "- 2026-11-05 x"),
        ("###2026-11-05 lunch", 4, "no space stands before it, behind `###`",
         "### 2026-11-05 lunch"),
        ("• 2026-11-05 lunch", 3, "`•` is no mark of a list", "- 2026-11-05 lunch"),
        ("– [[2026-11-05]] x", 5, "`–` is no mark of a list", "- [[2026-11-05]] x"),
        ("- 📅 2026-11-05 lunch", 5, "stands behind `📅`", "- 2026-11-05 lunch"),
        ("## 🗓️ 2026-11-05 lunch", 7, "stands behind `🗓️`", "- 2026-11-05 lunch"),
    ],
)  # fmt: skip
def test_date_one_character_off_an_entry_is_mentioned(
    text: str, column: int, why: str, hint: str
) -> None:
    found = body(text)
    assert found.interactions == ()
    (problem,) = found.diagnostics
    assert (problem.code, problem.line, problem.column) == ("NJ206", 4, column)
    assert problem.message == f"2026-11-05 looks like an entry, but {why}, so it isn't read"
    assert problem.hint == f"write `{hint}`"


def test_near_entry_under_an_entry_is_mentioned_although_it_continues_its_text() -> None:
    text = "- 2026-11-06 Call\n-2026-11-05 Dinner\n• 2026-11-04 Walk\n- 2026-11-03 Tea\n"
    (problem,) = body(text).diagnostics
    assert (problem.line, problem.column) == (5, 2)
    assert problem.message.endswith("so it isn't read; so does 1 more below")


def test_hint_of_a_long_near_entry_is_cut() -> None:
    (problem,) = body("-2026-11-05 " + "word " * 20).diagnostics
    assert problem.hint == "write `- 2026-11-05 word word word word word word…`"


@pytest.mark.parametrize(
    "text",
    ["-2026 was good", "- 📅 next week", "#2026-11-05x", "-2026-13-05 x", "`-2026-11-05 x`",
     "- [ ] Call 📅 2026-12-01"],
)  # fmt: skip
def test_nothing_is_said_of_what_is_no_near_entry(text: str) -> None:
    assert body(text).diagnostics == ()
