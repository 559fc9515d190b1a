"""A value put in quotes, where YAML would make something else of it."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import CONFIG, read
from splicing import a_note, changed_piece, notes

from netjournal.notes.parse import parse_note
from netjournal.notes.splicing.note import Note
from netjournal.notes.splicing.quoted_line import quote_line


def quoted(text: str, line: int, column: int = 1, width: int = 0) -> str | None:
    """The text with the value on a line in quotes; None where nothing is to be mended."""
    changed = quote_line(a_note(text), line, column, width)
    return changed.source.data.decode() if changed else None


def at_first_problem(row: str) -> str | None:
    """A line of front matter with quotes where its first problem is; None where none help."""
    text = f"---\nname: Ana\n{row}\nmet: 2020\n---\nBody\n"
    problem = read(text).diagnostics[0]
    changed = quoted(text, problem.line, problem.column, problem.width)
    before, after = text.partition(row)[::2]
    return changed.removeprefix(before).removesuffix(after) if changed else None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("organization: @Home\n", 'organization: "@Home"\n'),
        ("met_at: Fair: day two\n", 'met_at: "Fair: day two"\n'),
        ('title: "Head\n', 'title: "Head"\n'),
        ("title: `Head`\n", 'title: "`Head`"\n'),
        ("title: *Head\n", 'title: "*Head"\n'),
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
    ("row", "after"),
    [
        ("tags: [yes, no]", 'tags: ["yes", no]'),
        ("phone: [0417, 0418]", 'phone: ["0417", 0418]'),
        ('phone: ["0417", 0418]', 'phone: ["0417", "0418"]'),
        ("phone: [a,\n  0418, b]", 'phone: [a,\n  "0418", b]'),
        ("phone: 0417 # home", 'phone: "0417" # home'),
        ("title: yes", 'title: "yes"'),
        ("tags:\n  - yes\n  - b", 'tags:\n  - "yes"\n  - b'),
        ("tags: [#a, b]", 'tags: ["#a", b]'),
        ("tags: #a #b # mine", 'tags: "#a #b" # mine'),
        ("title: Head #2", 'title: "Head #2"'),
        ("title: Fair: x  # there", 'title: "Fair: x"  # there'),
        ("title: 'tis: x", 'title: "\'tis: x"'),
        ("title: 'it's'", 'title: "it\'s"'),
        ("organization: “Foo” & Co: Bar", 'organization: "“Foo” & Co: Bar"'),
        ("title: “A”: “B”", 'title: "“A”: “B”"'),
        ("title: „A: B“", 'title: "A: B"'),
        ('title: "a" b', "title: '\"a\" b'"),
        ('title: "a # b" c # d', "title: '\"a # b\" c' # d"),
    ],
)
def test_the_item_that_is_wrong_and_nothing_beside_it(row: str, after: str) -> None:
    assert at_first_problem(row) == after


@pytest.mark.parametrize(
    "row",
    [
        *("title: [a] b", "tags: [@a, b]", "title: {a", "title: &a b", "title: | x"),
        *("title: > x", "tags: [yes", "knows: [[ana]], [[bo]]", 'title: "Head # x'),
        *('title: Fair: "x # y"', "tags: a, #b", "tags: [a #b]", 'tags: ["a" b, c]', "yes: x"),
    ],
)
def test_what_may_be_no_text_is_left_to_the_writer(row: str) -> None:
    assert at_first_problem(row) is None


def test_a_value_that_is_still_wrong_in_quotes_is_left_alone() -> None:
    # One problem less, but another one: the date is a different text then.
    assert at_first_problem('met: "a" b') is None
    assert at_first_problem("cadence: x #y") is None
    # The same problem as before.
    assert at_first_problem("met: =") is None


def test_a_width_that_reaches_beyond_the_line_is_no_place() -> None:
    assert quoted("---\nname: Ana\nphone: 0417\n---\n", 3, 8, 5) is None
    assert quoted("---\nname: Ana\nphone: 0417\n---\n", 3, 9, 3) is None
    assert quoted("---\nname: Ana\nphone: 0417\n---\n", 3, 8, 4) is not None


@pytest.mark.parametrize(
    "row",
    [
        *("a" + " " * 1_000_000, "a: b" + " " * 1_000_000 + "x", "a: b" + "\t#" * 500_000),
        *("a: " + "\"'" * 500_000, " " * 1_000_000, "- " * 500_000, "a: '" + " x'" * 300_000),
    ],
)
def test_a_line_of_a_megabyte_made_to_be_slow_is_looked_at_in_time(row: str) -> None:
    text = f"---\nname: Ana\n{row}\n---\n"
    begun = process_time()
    quoted(text, 3)
    quoted(text, 3, len(row), 1)
    assert process_time() - begun < 60


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


@given(notes(), st.integers(0, 12), st.integers(1, 20), st.integers(0, 9))
def test_any_place_of_any_note(data: bytes, line: int, column: int, width: int) -> None:
    _check(data, line, column, width)


_HARD = st.sampled_from(
    ["@x", "a: b", "*x", "`x`", "%x", '"x', "'x", "{x", "[x", "x #y", "- x", "|"]
)


@given(st.lists(st.tuples(st.sampled_from(["name", "title", "tags"]), _HARD), max_size=3))
def test_a_line_of_values_that_yaml_reads_otherwise(fields: list[tuple[str, str]]) -> None:
    rows = "".join(f"{key}: {value}\n" for key, value in fields)
    for line in range(2, len(fields) + 2):
        _check(f"---\n{rows}---\n".encode(), line)


def _check(data: bytes, line: int, column: int = 1, width: int = 0) -> None:
    before = a_note(data)
    changed = quote_line(before, line, column, width)
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
