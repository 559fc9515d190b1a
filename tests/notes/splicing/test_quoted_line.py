"""A value put in quotes, where YAML would make something else of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import CONFIG, read
from splicing import a_note, changed_piece, notes

from netjournal.notes.parse import parse_note
from netjournal.notes.splicing.note import Note
from netjournal.notes.splicing.quoted_line import quote_line


def quoted(text: str, line: int) -> str | None:
    """The text with the value on a line in quotes; None where nothing is to be mended."""
    changed = quote_line(a_note(text), line)
    return changed.source.data.decode() if changed else None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("organization: @Home\n", 'organization: "@Home"\n'),
        ("met_at: Fair: day two\n", 'met_at: "Fair: day two"\n'),
        ("title: *Head\n", 'title: "*Head"\n'),
        ('title: "Head\n', 'title: "Head"\n'),
        ("title: `Head`\n", 'title: "`Head`"\n'),
        ("title: “Head: of”\n", 'title: "Head: of"\n'),
        ("title: % of it  \n", 'title: "% of it"  \n'),
        ("title: Fair: two\r\n", 'title: "Fair: two"\r\n'),
        ("tags:\n  - @berlin\n", 'tags:\n  - "@berlin"\n'),
    ],
)
def test_a_value_that_yaml_stumbles_over(before: str, after: str) -> None:
    text = f"---\nname: Ana\n{before}met: 2020\n---\nBody\n"
    line = 3 + before.rstrip().count("\n")
    assert quoted(text, line) == text.replace(before, after)
    assert not read(text.replace(before, after)).diagnostics


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ("name: Ana\nmet: 2020\n", 2),
        ("name: Ana\nmet: 2026-02-30\n", 3),
        ("name: [Ana\nmet: 2020\n", 3),
        ("name: Ana\n", 1),
        ("name: Ana\n", 99),
        ("name: Ana\n", 0),
        ("name: Ana\n", -1),
        ("name:\n", 2),
    ],
)
def test_where_quotes_mend_nothing_there_is_no_change(fields: str, line: int) -> None:
    assert quoted(f"---\n{fields}---\n", line) is None


def test_bytes_that_are_no_text_are_left_alone() -> None:
    assert quote_line(a_note(b"---\nname: @\xff\n---\n"), 2) is None


@given(notes(), st.integers(0, 12))
def test_any_line_of_any_note(data: bytes, line: int) -> None:
    _check(data, line)


_HARD = st.sampled_from(
    ["@x", "a: b", "*x", "`x`", "%x", '"x', "'x", "{x", "[x", "x #y", "- x", "|"]
)


@given(st.lists(st.tuples(st.sampled_from(["name", "title", "tags"]), _HARD), max_size=3))
def test_a_line_of_values_that_yaml_reads_otherwise(fields: list[tuple[str, str]]) -> None:
    rows = "".join(f"{key}: {value}\n" for key, value in fields)
    for line in range(2, len(fields) + 2):
        _check(f"---\n{rows}---\n".encode(), line)


def _check(data: bytes, line: int) -> None:
    before = a_note(data)
    changed = quote_line(before, line)
    if changed is None:
        return
    assert isinstance(changed, Note)
    now = changed.source.data
    old, new = changed_piece(data, now)
    assert b"\n" not in old + new
    assert now.splitlines()[: line - 1] == data.splitlines()[: line - 1]
    assert len(_problems(changed)) < len(_problems(before))


def _problems(note: Note) -> list[object]:
    parsed = parse_note(note.source, CONFIG, in_contacts=True, in_journal=False)
    return list(parsed.diagnostics)
