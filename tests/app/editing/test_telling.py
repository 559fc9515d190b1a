"""What is told of what stands at a place."""

from pathlib import Path

import pytest
from editing import VAULT, cursor, notes_of

from netjournal.app.editing.open_notes import OpenNotes
from netjournal.app.editing.telling import Told, of_contact, state_of, told_of
from netjournal.notes.at_cursor import Extent

NEW = "contacts/new.md"
DAY = "journal/2026-03-01.md"
PRIYA = "contacts/priya-raman.md"


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> OpenNotes:
    return notes_of(tmp_path_factory.mktemp("vault"), VAULT)


def told(notes: OpenNotes, path: str, marked: str) -> Told | None:
    text, line, column = cursor(marked)
    notes.open(path, text)
    try:
        return told_of(notes, path, line, column)
    finally:
        notes.close(path)


def words(notes: OpenNotes, path: str, marked: str) -> str:
    found = told(notes, path, marked)
    return found.text if found else ""


def test_a_contact_in_a_few_lines(notes: OpenNotes) -> None:
    found = told(notes, "elsewhere.md", "🎉 Met [[priya¦-raman|P.]] there")
    assert found == Told(
        "**Priya Raman**, First National Bank\n\n"
        "In touch: last contact 2 days ago, every 30 days, due in 4 weeks\n\n"
        "Industry: Finance & insurance\n\n"
        "Promised:\n\n- Send her the deck (by 10 March 2026)\n\n"
        "27 February 2026: Met Priya and Tom Rask at the fair.",
        Extent(1, 7, 25),
    )


def test_more_promises_than_are_told_are_counted(tmp_path: Path) -> None:
    tasks = "".join(f"- [ ] Thing {n}\n" for n in range(7))
    notes = notes_of(tmp_path, {"contacts/a.md": f"---\nname: Ana\n---\n{tasks}"})
    text = of_contact(notes, "contacts/a.md")
    assert text.endswith("- Thing 4\n- and 2 more")
    assert text.count("- Thing") == 5


def test_a_long_entry_is_cut_at_a_word(tmp_path: Path) -> None:
    body = f"- 2026-02-01 {'word ' * 100}\n"
    notes = notes_of(tmp_path, {"contacts/a.md": f"---\nname: Ana\n---\n{body}"})
    last = of_contact(notes, "contacts/a.md").rpartition("\n\n")[2]
    assert last.startswith("1 February 2026: word word")
    assert len(last) < 160


@pytest.mark.parametrize(
    ("fields", "body", "said"),
    [
        ("", "", "Not sorted yet"),
        ("relationship: ally", "- 2026-02-20 Call.\n", "last contact 9 days ago, every 30 days"),
        ("relationship: ally", "- 2026-01-20 Call.\n", "was due"),
        ("cadence: never", "- 2026-01-20 Call.\n", "last contact"),
        ("relationship: ally\nsnoozed_until: 2026-04-01", "- 2025-01-20 Call.\n", "back in"),
        ("relationship: ally", "- 2025-12-20 Call.\n- 2026-03-08 Lunch.\n", "planned in"),
    ],
)
def test_a_state_and_why(tmp_path: Path, fields: str, body: str, said: str) -> None:
    notes = notes_of(tmp_path, {"contacts/a.md": f"---\nname: Ana\n{fields}\n---\n{body}"})
    text = state_of(notes, notes.assessment().people["contacts/a.md"])
    assert said in text


def test_a_link_that_may_mean_two_lists_them_and_one_that_means_none_says_nothing(
    notes: OpenNotes,
) -> None:
    text = words(notes, DAY, "Met [[ki¦m]]")
    assert text.endswith("- contacts/home/kim.md\n- contacts/office/kim.md")
    assert words(notes, DAY, "Met [[no¦body]]") == ""
    assert words(notes, DAY, "Met ¦ [[priya-raman]]") == ""


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ("relation¦ship: ally", "**relationship**: "),
        ("Ti¦e: ally", "**relationship**: "),
        ("relationship: al¦ly", "Somebody you help and ask for advice"),
        ("relationship: 'Ally¦'", "Somebody you help and ask for advice"),
        ("status: dor¦mant", "The tie rests"),
        ("cadence: 3¦0d", "**cadence**: "),
        (
            "industry: fin¦ance",
            "**Finance & insurance**, in the group Business services: 2 contacts",
        ),
        ("industry: [law, ban¦king]", "**Finance & insurance**"),
        ("industry: [la¦w, banking]", "**Law**, in the group Business services: 1 contact"),
        ("industry: ¦", ""),
        ("mood: ha¦ppy", ""),
        ("# relation¦ship: ally", ""),
    ],
)
def test_fields_and_their_words(notes: OpenNotes, fields: str, said: str) -> None:
    text = words(notes, NEW, f"---\nname: Ana\n{fields}\n---\n")
    assert said in text
    assert bool(said) is bool(text)


def test_hashtags_below_the_front_matter(notes: OpenNotes) -> None:
    assert words(notes, NEW, "---\nname: Ana\n---\n- 2026-02-02 Call #ga¦ve") == "I helped them."
    assert words(notes, NEW, "---\nname: Ana\n---\n- 2026-02-02 Call #ot¦her") == ""
    assert words(notes, DAY, "relation¦ship: ally") == ""


@pytest.mark.parametrize(("line", "column"), [(0, 0), (-1, 4), (1, 999), (99, 1)])
def test_a_place_outside_of_the_note_tells_nothing(
    notes: OpenNotes, line: int, column: int
) -> None:
    notes.open(DAY, "Met [[priya-raman]] today")
    assert told_of(notes, DAY, line, column) is None
    assert told_of(notes, "contacts/not-there.md", line, column) is None
    notes.close(DAY)
