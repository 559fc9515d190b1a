"""What can be done at a place, and the note as it is afterwards."""

from pathlib import Path

import pytest
from editing import VAULT, codes_of, notes_of, remedies_at

from netjournal.app.editing.open_notes import OpenNotes
from netjournal.app.editing.remedies import Remedy, remedies

NEW = "contacts/new.md"
DAY = "journal/2026-03-01.md"
PRIYA = "contacts/priya-raman.md"
TOM = "contacts/tom-rask.md"


@pytest.fixture
def notes(tmp_path: Path) -> OpenNotes:
    return notes_of(tmp_path, VAULT)


def after(found: dict[str, Remedy], title: str) -> str:
    """The text that a remedy leaves."""
    change = found[title].change
    assert change is not None, title
    return change.after


@pytest.mark.parametrize(
    ("path", "marked", "title", "text"),
    [
        (
            NEW,
            "---\nname: Ana\nrelationship: a¦ly\n---\n",
            "Change 'aly' to 'ally'",
            "---\nname: Ana\nrelationship: ally\n---\n",
        ),
        (
            NEW,
            "---\nrelaton¦ship: ally\nname: Ana\n---\n",
            "Change 'relatonship' to 'relationship'",
            "---\nrelationship: ally\nname: Ana\n---\n",
        ),
        (
            NEW,
            "---\nname: Ana\nindustry: [finanse, law]¦\n---\n",
            "Change 'finanse' to 'finance'",
            "---\nname: Ana\nindustry: [finance, law]\n---\n",
        ),
        (
            DAY,
            "- Met [[priya-ramen|P.]]¦ at the fair\r\n",
            "Change 'priya-ramen' to 'priya-raman'",
            "- Met [[priya-raman|P.]] at the fair\r\n",
        ),
        (
            DAY,
            "🎉 Met [[kim]]¦\n",
            "Change 'kim' to 'contacts/office/kim|kim'",
            "🎉 Met [[contacts/office/kim|kim]]\n",
        ),
        (
            NEW,
            "---\nname: Ana\nmet: 2026/2/3¦\n---\n",
            "Change '2026/2/3' to '2026-02-03'",
            "---\nname: Ana\nmet: 2026-02-03\n---\n",
        ),
        (
            NEW,
            "---\nname: Ana\norganization: @H¦ome\n---\n",
            "Put the value in quotes",
            '---\nname: Ana\norganization: "@Home"\n---\n',
        ),
        (
            PRIYA,
            "---\nname: Priya Raman\n---\n- [ ] Send ¦it\n",
            "Tick the promise",
            "---\nname: Priya Raman\n---\n- [x] Send it\n",
        ),
    ],
)
def test_what_is_wrong_is_put_right_and_nothing_else(
    notes: OpenNotes, path: str, marked: str, title: str, text: str
) -> None:
    found = remedies_at(notes, path, marked)
    assert after(found, title) == text
    change, problem = found[title].change, found[title].problem
    assert change is not None
    assert change.before == marked.replace("¦", "")
    notes.open(path, text)
    assert problem is None or problem.code not in codes_of(notes, path)


def test_somebody_who_has_no_note_may_get_one(notes: OpenNotes) -> None:
    found = remedies_at(notes, DAY, "- Met [[Dora Novak]]¦\n")
    remedy = found["Make a note for Dora Novak"]
    assert (remedy.new_name, remedy.change) == ("Dora Novak", None)
    assert remedy.problem is not None
    assert remedy.problem.code == "NJ101"


@pytest.mark.parametrize(
    "marked", ["- Met [[people/dora]]¦\n", "- Met [Dora](dora.md)¦\n", "- Met [[kim]]¦\n"]
)
def test_a_path_and_a_name_of_two_people_are_nobody_new(notes: OpenNotes, marked: str) -> None:
    assert not [title for title in remedies_at(notes, DAY, marked) if title.startswith("Make")]


def test_a_promise_is_ticked_with_its_day_where_the_others_have_one(notes: OpenNotes) -> None:
    tasks = "- [x] Call ✅ 2026-01-02\n- [ ] Wri¦te\n"
    found = remedies_at(notes, PRIYA, f"---\nname: Priya\n---\n{tasks}")
    assert after(found, "Tick the promise").endswith("- [x] Write ✅ 2026-03-01\n")


def test_a_promise_that_is_kept_isnt_ticked_again(notes: OpenNotes) -> None:
    found = remedies_at(notes, PRIYA, "---\nname: Priya\n---\n- [x] Wri¦te\n")
    assert "Tick the promise" not in found


def test_a_catch_up_is_logged_in_the_note_of_whoever_is_linked(notes: OpenNotes) -> None:
    found = remedies_at(notes, DAY, "- Met [[priya-raman]]¦\n")
    change = found["Log a catch-up with Priya Raman today"].change
    assert change is not None
    assert (change.path, change.before) == (PRIYA, VAULT[PRIYA])
    assert "- 2026-03-01 Catch-up\n" in change.after
    assert change.after.replace("- 2026-03-01 Catch-up\n", "") == change.before


def test_a_change_of_a_note_that_is_open_begins_with_its_text_there(notes: OpenNotes) -> None:
    notes.open(PRIYA, "---\r\nname: Priya Raman\r\n---\r\n")
    found = remedies_at(notes, DAY, "- Met [[priya-raman]]¦\n")
    change = found["Log a catch-up with Priya Raman today"].change
    assert change is not None
    assert change.before == "---\r\nname: Priya Raman\r\n---\r\n"
    assert change.after == change.before + "\r\n## Log\r\n\r\n- 2026-03-01 Catch-up\r\n"


def test_a_guess_becomes_the_industry_or_the_field_waits_for_another(notes: OpenNotes) -> None:
    found = remedies_at(notes, TOM, f"¦{VAULT[TOM]}")
    accepted = after(found, "Accept the guess: industry insurance")
    assert accepted == VAULT[TOM].replace("industry_guess: insurance\n", "").replace(
        "tags: [berlin]\n", "tags: [berlin]\nindustry: [insurance]\n"
    )
    waiting = after(found, "Add the field industry for Tom Rask")
    assert waiting == VAULT[TOM].replace("[berlin]\n", "[berlin]\nindustry: \n")


def test_another_guess_stays_when_one_is_accepted(notes: OpenNotes) -> None:
    text = "---\nname: Tom Rask\nindustry_guess: [finance, legal]\n---\n"
    accepted = after(remedies_at(notes, TOM, f"¦{text}"), "Accept the guess: industry legal")
    assert "industry: [legal]\n" in accepted
    assert "industry_guess: [finance]\n" in accepted


def test_a_note_that_isnt_utf_8_is_changed_by_nobody(notes: OpenNotes) -> None:
    (notes.root / PRIYA).write_bytes("---\nname: José\n---\n".encode("latin-1"))
    notes.look()
    assert not [
        title for title in remedies_at(notes, DAY, "- [[priya-raman]]¦\n") if "Log" in title
    ]


def test_somebody_with_an_industry_needs_none(notes: OpenNotes) -> None:
    found = remedies_at(notes, PRIYA, f"¦{VAULT[PRIYA]}")
    assert not [title for title in found if "industry" in title]


def test_problems_come_first_and_those_of_all_lines_asked_for(notes: OpenNotes) -> None:
    text = "- Met [[Dora]]\n- Met [[Eli]]\n- Met [[Fay]]\n"
    notes.open(DAY, text)
    titles = [each.title for each in remedies(notes, DAY, 2, 3, 1)]
    assert titles == ["Make a note for Eli", "Make a note for Fay"]


@pytest.mark.parametrize("path", ["elsewhere/a.md", "review/today.md", "contacts/a.txt"])
def test_a_file_that_is_no_note_has_no_remedies(notes: OpenNotes, path: str) -> None:
    assert remedies_at(notes, path, "- Met [[Dora]]¦\n") == {}


def test_any_lines_may_be_asked_for(notes: OpenNotes) -> None:
    notes.open(DAY, "")
    assert remedies(notes, DAY, 1, 1, 1) == ()
    assert remedies(notes, DAY, 99, 98, 99) == ()
    assert remedies(notes, NEW, 5, 5, 5) == ()


def test_nothing_is_written_to_the_disk(notes: OpenNotes) -> None:
    remedies_at(notes, DAY, "- Met [[priya-raman]] and [[Dora]]¦\n")
    assert {path: (notes.root / path).read_bytes().decode() for path in VAULT} == VAULT
    assert not (notes.root / DAY).exists()
