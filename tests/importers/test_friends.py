"""friends: its friends.md, of several versions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing import ASKED, all_of, found_in

from netjournal.importers.friends import read, recognises
from netjournal.model.contact import Kind
from netjournal.model.imported import ImportedEntry, ImportedPerson, Named, Skipped

FRIENDS = """### Activities:
- 2018-11-01: **Grace Hopper** and I went to _Marie's Diner_. **George** had to cancel. @food
- 2018-01-04: Got lunch with **The Admiral** and **Grace Hopper**. #gave
- 2017-12-31: Celebrated the new year in _Paris_.
- 2017-02-30: **Marie Curie** called.
- yesterday: **Marie Curie** called.

### Notes:
- 2018-06-15: **Grace Hopper** gets a big building named after her. @navy

### Friends:
- George Washington Carver
- Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [New York] @navy @science-fiction
- Marie Curie [Atlantis] @science
- Marie Osei
- (a.k.a. nobody)

### Locations:
- Atlantis
- Marie's Diner
"""


def test_people_are_read() -> None:
    found = found_in(read, FRIENDS)

    assert found.people == [
        ImportedPerson(12, "George Washington Carver"),
        ImportedPerson(
            13,
            "Grace Hopper",
            {
                "aliases": ("The Admiral", "Amazing Grace"),
                "location": ("New York",),
                "tags": ("navy", "science-fiction"),
            },
        ),
        ImportedPerson(14, "Marie Curie", {"location": ("Atlantis",), "tags": ("science",)}),
        ImportedPerson(15, "Marie Osei"),
    ]


def test_activities_and_notes_are_read_with_who_is_meant() -> None:
    found = found_in(read, FRIENDS)

    grace = Named("Grace Hopper")
    assert found.entries == [
        ImportedEntry(
            2,
            date(2018, 11, 1),
            "Grace Hopper and I went to Marie's Diner. George had to cancel. @food",
            (grace, Named("George Washington Carver")),
        ),
        ImportedEntry(
            3,
            date(2018, 1, 4),
            "Got lunch with The Admiral and Grace Hopper. \\#gave",
            (grace,),
        ),
        ImportedEntry(4, date(2017, 12, 31), "Celebrated the new year in Paris.", is_journal=True),
        ImportedEntry(
            9,
            date(2018, 6, 15),
            "Grace Hopper gets a big building named after her. @navy",
            (grace,),
            (Kind.ABOUT,),
        ),
    ]
    assert found.skipped == [
        Skipped(5, "2017-02-30: **Marie Curie** called.", "there is no day 2017-02-30"),
        Skipped(6, "yesterday: **Marie Curie** called.", "it doesn't begin with a date"),
        Skipped(16, "(a.k.a. nobody)", "it isn't written as friends writes a person"),
    ]


def test_a_first_name_of_two_people_stays_as_it_is_written() -> None:
    data = f"{FRIENDS}### Activities:\n- 2018-12-01: Met **Marie** and **marie curie**.\n"

    entry = found_in(read, data).entries[-1]

    assert entry.people == (Named("Marie"), Named("Marie Curie"))


def test_headings_of_other_versions_are_read() -> None:
    data = "# Friends\nAna\n\n## EVENTS:\n* 2018-12-01: **Ana**\n## Recipes:\n- Tea\n"

    found = found_in(read, data)

    assert [person.name for person in found.people] == ["Ana"]
    assert [entry.text for entry in found.entries] == ["Ana"]
    assert found.skipped == [Skipped(6, "Recipes", "friends has no such section")]


def test_activities_before_a_day_are_left_out_and_people_are_not() -> None:
    found = found_in(read, FRIENDS, ASKED._replace(since=date(2018, 6, 1)))

    assert [each.line for each in found.entries] == [2, 9]
    assert len(found.people) == 4


@pytest.mark.parametrize(
    ("name", "head", "is_own"),
    [
        ("friends.md", FRIENDS.encode(), True),
        ("people.md", b"\xef\xbb\xbf### Friends:\r\n- Ana\r\n", True),
        ("ana.md", b"# Ana\n\n### Notes:\n- tall\n", False),
        ("ana.md", b"# Friends of the library\n", False),
        ("a.csv", b"### Activities:\n", False),
        ("empty.md", b"", False),
    ],
)
def test_its_own_files_are_recognised(name: str, head: bytes, *, is_own: bool) -> None:
    assert recognises(name, head) is is_own


@given(st.binary() | st.text(alphabet="# -*_()[]@a.k2018:1\n").map(str.encode))
def test_any_bytes_are_read(data: bytes) -> None:
    all_of(read, data)
    all_of(read, b"### Friends:\n- " + data)
    all_of(read, b"### Activities:\n- 2018-11-01: " + data)
    recognises("friends.md", data)


@pytest.mark.parametrize("sign", ["**", "_a", "(", "[a]", "@a ", "**a", "a.k.a.", " "])
def test_an_endless_line_is_soon_read(sign: str) -> None:
    data = f"### Friends:\n- A {sign * 50_000}\n### Notes:\n- 2018-11-01: {sign * 50_000}\n"

    assert len(all_of(read, data)) == 2
