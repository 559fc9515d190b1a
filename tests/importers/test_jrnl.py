"""jrnl: journal files and JSON exports."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing import ASKED, all_of, found_in

from netjournal.importers.jrnl import read, recognises
from netjournal.model.imported import ImportedEntry, Named, Skipped

JOURNAL = """[2026-11-03 09:00] Coffee with @grace. She moves to Lisbon.
Told me about the reorg.

- needs a #gave tax adviser
[2026-11-04 02:05:10 PM] A starred day *
[2026-11-05 18:30] Lunch with @ada_lovelace and @ben
"""

EXPORT = """{
  "tags": {
    "@grace": 1
  },
  "entries": [
    {
      "title": "Coffee with @grace.",
      "body": "She moves to Lisbon.\\nTold me about the reorg.",
      "date": "2026-11-03",
      "time": "09:00",
      "tags": [
        "@grace",
        "#topic"
      ],
      "starred": false
    },
    {
      "title": "A bad day",
      "body": "",
      "date": "2026-02-30",
      "time": "10:00",
      "tags": [],
      "starred": true
    },
    {
      "title": "A starred day",
      "body": "",
      "date": "2026-11-04",
      "time": "14:05",
      "tags": [],
      "starred": true
    }
  ]
}
"""


def test_a_journal_is_read() -> None:
    entries = found_in(read, JOURNAL).entries

    assert entries == [
        ImportedEntry(
            1,
            date(2026, 11, 3),
            "09:00 Coffee with @grace.\nShe moves to Lisbon.\nTold me about the reorg.\n\n"
            "- needs a \\#gave tax adviser",
            (Named("grace"),),
            is_journal=True,
        ),
        ImportedEntry(5, date(2026, 11, 4), "14:05 A starred day ★", is_journal=True),
        ImportedEntry(
            6,
            date(2026, 11, 5),
            "18:30 Lunch with @ada_lovelace and @ben",
            (Named("ada_lovelace"), Named("ben")),
            is_journal=True,
        ),
    ]


def test_the_export_says_the_same_as_the_journal() -> None:
    found = found_in(read, EXPORT)

    assert found.skipped == [Skipped(17, "A bad day", "there is no day 2026-02-30")]
    assert found.entries == [
        ImportedEntry(
            6,
            date(2026, 11, 3),
            "09:00 Coffee with @grace.\nShe moves to Lisbon.\nTold me about the reorg.",
            (Named("grace"),),
            is_journal=True,
        ),
        ImportedEntry(25, date(2026, 11, 4), "14:05 A starred day ★", is_journal=True),
    ]


def test_dates_without_brackets_of_old_versions_are_read() -> None:
    entries = found_in(read, "2013-06-09 15:39 My first entry.\nbody\n2013-06-10 12:40 Life.\n")

    assert [entry.text for entry in entries.entries] == [
        "15:39 My first entry.\nbody",
        "12:40 Life.",
    ]


def test_a_line_with_a_time_inside_an_entry_is_text() -> None:
    found = found_in(read, "[2026-11-03 09:00] Plan\n2026-11-04 10:00 call\n[at 10:30 sharp] x\n")

    assert len(found.entries) == 1
    assert found.entries[0].text.endswith("2026-11-04 10:00 call\n\\[at 10:30 sharp] x")


def test_dates_that_another_setting_writes_are_named() -> None:
    found = found_in(read, "[03.11.2026 09:00] Eins.\n[04.11.2026 10:00] Zwei.\n")

    assert [each.line for each in found.skipped] == [1, 2]


def test_entries_before_a_day_are_left_out() -> None:
    asked = ASKED._replace(since=date(2026, 11, 4))

    assert [each.line for each in found_in(read, JOURNAL, asked).entries] == [5, 6]
    assert len(found_in(read, EXPORT, asked).entries) == 1


def test_a_cut_export_says_where() -> None:
    found = found_in(read, EXPORT[: EXPORT.index("A starred day")])

    assert len(found.entries) == 1
    assert found.skipped[-1].line == 25


@pytest.mark.parametrize(
    ("name", "head", "is_own"),
    [
        ("journal.txt", JOURNAL.encode(), True),
        ("2026/11/03.txt", b"\xef\xbb\xbf[2026-11-03 09:00] x", True),
        ("journal", b"2013-06-09 15:39 My first entry.", True),
        ("journal.json", EXPORT.encode(), True),
        ("journal.json", b'{"tags": {"@a": 1, ', True),
        ("server.log", b"2013-06-09 15:39 started", False),
        ("notes.txt", b"2013-06-09 went home", False),
        ("feed.json", b'{"entries": [{"id": 1}]}', False),
        ("a.csv", b"2013-06-09 15:39,1", False),
        ("empty.txt", b"", False),
    ],
)
def test_its_own_files_are_recognised(name: str, head: bytes, *, is_own: bool) -> None:
    assert recognises(name, head) is is_own


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_read(data: bytes) -> None:
    all_of(read, data)
    all_of(read, b"[2026-11-03 09:00] " + data)
    recognises("journal.txt", data)


@given(
    st.dictionaries(
        st.sampled_from(["title", "body", "date", "time", "tags", "starred"]),
        st.none() | st.text() | st.lists(st.text() | st.integers()),
    )
)
def test_any_values_are_read(entry: dict[str, object]) -> None:
    all_of(read, json.dumps({"entries": [{"date": "2026-11-03", "time": "09:00"} | entry, entry]}))
