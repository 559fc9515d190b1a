"""Texts of other programs as entries."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from reading import read

from netjournal.importers.entry_texts import LONGEST, entry_line, entry_lines, plain_line
from netjournal.model.contact import Kind
from netjournal.model.parsed import ParsedFile


def noted(text: str) -> ParsedFile:
    return read(f"# X\n\n{text}\n")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Plan", "Plan"),
        (" two\r\n lines\t", "two lines"),
        ("Project #gave", r"Project \#gave"),
        ("C# and F#", "C# and F#"),
        ("https://example.org/a#gave", "https://example.org/a#gave"),
        ("with [[Priya]]", r"with \[[Priya]]"),
        ("with [Priya](priya.md)", r"with [Priya\](priya.md)"),
        ("[ ] send it", r"\[ ] send it"),
        ("[Team] weekly", r"\[Team] weekly"),
        ("- dash", "dash"),
        ("needs:: money", r"needs:\: money"),
        ("%%hidden%%", r"\%%hidden\%%"),
        ("<!-- hidden -->", r"\<!-- hidden -->"),
        ("`code", r"\`code"),
        ("a\x00b\x1b[31m\u202e", r"ab\[31m".replace("\\", "")),
        ("\ud800", ""),
    ],
)
def test_marks_are_escaped(typed: str, written: str) -> None:
    assert entry_line(typed) == written


@given(st.text() | st.text(alphabet="#[]()gave-xX `~<>!%:\\|\n\t2026-11"))
@example("- [x] [[Priya]] #gave (needs:: money) <!-- %% `")
@example("\\#gave \\[[Priya]] \\\\[[Priya]]")
def test_an_entry_is_one_two_way_entry_whatever_it_says(typed: str) -> None:
    written = entry_line(typed)
    parsed = noted(f"- 2026-11-03 {written} #asked")

    (entry,) = parsed.interactions
    assert entry.date == date(2026, 11, 3)
    assert entry.kinds == (Kind.ASKED,)
    assert not parsed.links
    assert not parsed.promises
    assert parsed.contact is not None
    assert not parsed.contact.fields
    assert not parsed.contact.own_fields
    assert "\n" not in written


@given(st.text(alphabet="#[]()gave-xX `~<>!%:\\|\n\t. 1"))
@example("- [ ] [[Priya]] #gave\n# gave\n---\n```\n[a]: b")
@example("<!--\n%%\n~~~")
def test_lines_of_a_journal_link_nobody_and_promise_nothing(typed: str) -> None:
    said = "\n  ".join(["2026-11-03 Day", *entry_lines(typed)])
    parsed = noted(f"- {said}\n\n- 2026-11-04 [[Ben]] came #asked")

    last = parsed.interactions[-1]
    assert (last.date, last.kinds) == (date(2026, 11, 4), (Kind.ASKED,))
    assert [link.target for link in parsed.links] == ["Ben"]
    assert not parsed.promises
    assert all(not entry.kinds for entry in parsed.interactions[:-1])


def test_an_endless_line_is_cut() -> None:
    assert len(plain_line("word " * 100_000)) <= LONGEST
    assert plain_line("word " * 100_000).endswith("word…")


def test_a_longer_text_keeps_its_lists() -> None:
    assert entry_lines("\n- one\n  - two  \n\n> said\n\n") == ["- one", "  - two", "", "> said"]
    assert entry_lines(" \n\n") == []
