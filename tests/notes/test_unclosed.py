"""Comments and fences that are never closed and hide what somebody wants to be read."""

import pytest
from reading import note, read

from netjournal.model.parsed import ParsedFile


def body(text: str) -> ParsedFile:
    return read(note("name: Ana\n", text))


@pytest.mark.parametrize(
    ("text", "line", "column", "opener", "closer"),
    [
        ("<!-- old\n- 2026-11-05 lunch", 4, 1, "<!--", "-->"),
        ("```\n- 2026-11-05 lunch", 4, 1, "```", "```"),
        ("```\n- 2026-11-05 lunch\n", 4, 1, "```", "```"),
        ("%% note\n\n- 2026-11-05 lunch", 4, 1, "%%", "%%"),
        ("Met.\n\n- code:\n  ~~~~ python\n- [ ] Call\n~~~", 7, 3, "~~~~", "~~~~"),
        ("```\ncode\n```\n  %%\n# 5 Nov 2026\n", 7, 3, "%%", "%%"),
        ("%%\n**2026-11-05** Dinner", 4, 1, "%%", "%%"),
        ("> ```\n> - 2026-11-05 lunch", 4, 3, "```", "```"),
    ],
)
def test_unclosed_opener_that_hides_an_entry_or_a_task_is_a_warning(
    text: str, line: int, column: int, opener: str, closer: str
) -> None:
    (problem,) = body(text).diagnostics
    assert (problem.code, problem.severity) == ("NJ206", "warning")
    assert (problem.line, problem.column, problem.width) == (line, column, len(opener))
    assert problem.message.startswith(f"{opener} is never closed")
    assert problem.hint == f"write {closer} where it is to end"


@pytest.mark.parametrize(
    "text",
    [
        "<!-- old\n- lunch",
        "```\n- 2026-11-05 lunch\n```",
        "```\n- 2026-11-05 lunch\n```\n",
        "> ```\n> - 2026-11-05 lunch\n> ```",
        "> ```\n> - 2026-11-05 lunch\n\n- call",
        "%% - 2026-11-05 lunch %%",
        "<!--\n- 2026-11-05 lunch\n-->",
        "- 2026-11-05 lunch\n\n```\ncode",
        "- 2026-11-05 lunch <!-- really",
        "Text.\n\n    - `code`",
        "```",
        "%%\n- [[bob]]",
    ],
)
def test_nothing_is_said_of(text: str) -> None:
    assert body(text).diagnostics == ()


def test_unclosed_opener_in_a_journal_may_hide_links() -> None:
    found = read(
        "%%\n- lunch with [[bob]]\n", "journal/2026-11-24.md", in_contacts=False, in_journal=True
    )
    (problem,) = found.diagnostics
    assert (problem.line, problem.column) == (1, 1)
