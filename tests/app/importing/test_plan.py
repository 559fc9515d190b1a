"""Importing into a vault: who is new, who is known, what is kept, and the second time."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from netjournal.app.changing import Because, Changed
from netjournal.app.exporting import prepare_export
from netjournal.app.importing.happenings import Kept
from netjournal.app.importing.outcomes import Answer, Answers, Verdict, Wanted
from netjournal.app.importing.plan import Import, plan_import, write_import
from netjournal.app.importing.reading import NothingToImport, read_all
from netjournal.app.workspace import Workspace
from netjournal.exporters import vcard
from netjournal.model.imported import Asked
from netjournal.vault import state
from netjournal.vault.changes import undo_last
from netjournal.vault.incoming import incoming

TODAY = date(2026, 11, 24)
WHY = Because("import", "2026-11-28T10:00:00")
PLAIN = Wanted(TODAY)
NEW = Answer("")
ANA = "---\nname: Ana Souza\nemail: ana@example.org\ntitle: CTO  # since May\n---\n\n# Ana Souza\n"

CARDS = """BEGIN:VCARD
VERSION:3.0
UID:x-1
FN:Ana Souza
EMAIL:ANA@example.org
TEL:+351 21 000 0000
TITLE:Head of R&D
NOTE:Likes tea\\n- 2026-01-02 is a date of theirs
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Ben Osei
ORG:Osei & Sons Law Firm
EMAIL:ben@example.org
END:VCARD
"""

MEETING = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VEVENT
UID:1
DTSTART:20261103T100000Z
SUMMARY:Quarterly review
ATTENDEE;CN=Ana:mailto:ana@example.org
ATTENDEE;CN=Zed Zorn:mailto:zed@example.com
END:VEVENT
END:VCALENDAR
"""


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "user_state_path", lambda _: tmp_path / "state")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "vault"
    (folder / "contacts").mkdir(parents=True)
    (folder / "contacts/ana.md").write_text(ANA, encoding="utf-8")
    return folder


def planned(root: Path, text: str, ending: str = "vcf", wanted: Wanted = PLAIN) -> Import:
    path = root.parent / f"file.{ending}"
    path.write_text(text, encoding="utf-8")
    found = read_all(incoming(path), "", Asked(TODAY), several=False)
    return plan_import(root, found, wanted)


def brought(root: Path, text: str, ending: str = "vcf", wanted: Wanted = PLAIN) -> tuple[str, ...]:
    plan = planned(root, text, ending, wanted)
    _, done = write_import(root, plan, lambda: planned(root, text, ending, wanted), WHY)
    assert isinstance(done, Changed)
    return done.paths


def texts(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("*.md"))
    }


def test_a_known_person_gets_what_is_missing_and_nothing_else_changes(root: Path) -> None:
    brought(root, CARDS)
    assert (
        texts(root)["contacts/ana.md"]
        == ANA.replace("since May\n", "since May\nphone: [+351 21 000 0000]\nuid: x-1\n")
        + "\n## Notes\n\n> Likes tea\n> - 2026-01-02 is a date of theirs\n"
    )


def test_a_value_that_differs_is_named_and_stays(root: Path) -> None:
    ana, ben = planned(root, CARDS).people.outcomes
    assert [(each.field, each.mine, each.theirs) for each in ana.differs] == [
        ("title", ("CTO",), ("Head of R&D",))
    ]
    assert (ana.verdict, ana.by, ben.verdict) == (Verdict.CHANGED, "email", Verdict.NEW)


def test_a_value_that_is_taken_comes_in_the_place_of_the_old_one(root: Path) -> None:
    answers = Answers(taken=[("contacts/ana.md", "title")])
    brought(root, CARDS, wanted=Wanted(TODAY, answers=answers))
    assert "title: Head of R&D  # since May\n" in texts(root)["contacts/ana.md"]


def test_somebody_new_gets_a_note_with_a_guess_of_the_industry(root: Path) -> None:
    assert "contacts/ben-osei.md" in brought(root, CARDS)
    assert "industry_guess: [legal]\n" in texts(root)["contacts/ben-osei.md"]


def test_the_second_import_changes_nothing(root: Path) -> None:
    brought(root, CARDS)
    before = texts(root)
    again = planned(root, CARDS)
    assert again.drafted.changes == ()
    assert [each.verdict for each in again.people.outcomes] == [Verdict.SAME, Verdict.SAME]
    assert texts(root) == before


def test_undo_takes_the_whole_import_back(root: Path) -> None:
    before = texts(root)
    brought(root, CARDS)
    undo_last(root, "2026-11-28T10:00:00")
    assert texts(root) == before


@pytest.mark.parametrize(("answer", "notes"), [("contacts/ana.md", 1), ("", 2)])
def test_the_same_name_alone_is_a_question(root: Path, answer: str, notes: int) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:ana souza\nTEL:+49 30 1234567\nEND:VCARD\n"
    (only,) = planned(root, card).people.outcomes
    assert (only.verdict, only.candidates) == (Verdict.UNCLEAR, ("contacts/ana.md",))
    assert brought(root, card) == ()
    answers = Answers({(*only.place, only.name): Answer(answer)})
    brought(root, card, wanted=Wanted(TODAY, answers=answers))
    assert len(texts(root)) == notes
    assert any("1234567" in text for text in texts(root).values())


def test_who_is_new_beside_two_with_one_address_is_known_the_next_time(root: Path) -> None:
    (root / "contacts/eva.md").write_text(ANA.replace("Ana", "Eva"), encoding="utf-8")
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ida Souza\nEMAIL:ana@example.org\nEND:VCARD\n"
    (only,) = planned(root, card).people.outcomes
    assert (only.verdict, only.candidates) == (
        Verdict.UNCLEAR,
        ("contacts/ana.md", "contacts/eva.md"),
    )
    brought(root, card, wanted=Wanted(TODAY, answers=Answers({(*only.place, only.name): NEW})))
    (again,) = planned(root, card).people.outcomes
    assert (again.verdict, again.who) == (Verdict.SAME, "contacts/ida-souza.md")


def test_a_note_that_comes_while_the_vault_is_read_is_changed_as_well(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = Workspace.load

    def load_later(folder: Path) -> Workspace:
        (folder / "contacts/ben.md").write_text(ANA.replace("ana@", "ben@"), encoding="utf-8")
        return load(folder)

    monkeypatch.setattr(Workspace, "load", load_later)
    assert "contacts/ben.md" in [each.path for each in planned(root, CARDS).drafted.changes]


def test_a_meeting_comes_into_the_note_of_who_is_known(root: Path) -> None:
    assert brought(root, MEETING, "ics") == ("contacts/ana.md",)
    assert texts(root)["contacts/ana.md"] == f"{ANA}\n## Log\n\n- 2026-11-03 Quarterly review\n"
    assert brought(root, MEETING, "ics") == ()


def test_somebody_in_a_meeting_who_is_called_like_a_contact_is_asked_about(root: Path) -> None:
    (root / "contacts/zed.md").write_text("---\nname: Zed Zorn\n---\n", encoding="utf-8")
    other = meeting(2, "Lunch").replace("Zed Zorn", "Ida Roe").replace("zed@", "ida@")
    asked = planned(root, MEETING + other, "ics")
    assert [each.name for each in asked.happenings.strangers] == ["Ida Roe"]
    (only,) = planned(root, MEETING, "ics").people.outcomes
    assert (only.verdict, only.candidates) == (Verdict.UNCLEAR, ("contacts/zed.md",))
    answers = Answers({(*only.place, only.name): Answer("contacts/zed.md")})
    brought(root, MEETING, "ics", Wanted(TODAY, answers=answers))
    assert "email: [zed@example.com]" in texts(root)["contacts/zed.md"]
    assert "[[zed|Zed Zorn]]: Quarterly review" in texts(root)["journal/2026-11-03.md"]
    assert planned(root, MEETING, "ics").drafted.changes == ()


def test_with_several_it_comes_into_the_journal(root: Path) -> None:
    brought(root, MEETING, "ics", Wanted(TODAY, adds_people=True))
    assert texts(root)["journal/2026-11-03.md"] == (
        "- [[ana|Ana Souza]] and [[zed-zorn|Zed Zorn]]: Quarterly review\n"
    )
    assert brought(root, MEETING, "ics", Wanted(TODAY, adds_people=True)) == ()


def test_what_happened_before_a_day_is_left_out(root: Path) -> None:
    assert brought(root, MEETING, "ics", Wanted(TODAY, since=date(2026, 11, 4))) == ()


def test_a_card_of_my_own_is_skipped(root: Path) -> None:
    (root / "netjournal.toml").write_text('[me]\nemails = ["ben@example.org"]\n', encoding="utf-8")
    ((_, skipped),) = planned(root, CARDS).skipped
    assert (skipped.line, skipped.why) == (10, "it has your own e-mail address")


def test_two_cards_of_one_person_make_one_note(root: Path) -> None:
    twice = CARDS + CARDS.replace("FN:Ben Osei", "FN:Ben Osei\nTITLE:Partner")
    brought(root, twice)
    assert sorted(texts(root)) == ["contacts/ana.md", "contacts/ben-osei.md"]
    assert "title: Partner\n" in texts(root)["contacts/ben-osei.md"]


def lines() -> Iterator[str]:
    yield "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    for number in range(300):
        address = f"https://www.linkedin.com/in/p{number}"
        yield f"Pat,Person{number % 100},{address},,Acme {number},Analyst,07 Feb 2022"


def test_many_of_the_same_name_each_get_a_note_of_their_own(root: Path) -> None:
    text = "\n".join(lines()) + "\n"
    assert len(brought(root, text, "csv")) == 300
    assert planned(root, text, "csv").drafted.changes == ()


def test_a_file_that_nobody_knows_is_told(root: Path) -> None:
    with pytest.raises(NothingToImport, match="nobody knows this format"):
        planned(root, "\x00\x01", "bin")
    with pytest.raises(NothingToImport, match="a zip archive"):
        planned(root, "PK\x03\x04", "zip")


def meeting(uid: int, summary: str) -> str:
    return MEETING.replace("UID:1", f"UID:{uid}").replace("Quarterly review", summary)


def test_a_meeting_whose_name_is_part_of_anothers_is_a_meeting_of_its_own(root: Path) -> None:
    brought(root, meeting(1, "Quarterly review"), "ics")
    assert brought(root, meeting(2, "Review"), "ics") == ("contacts/ana.md",)
    assert brought(root, meeting(3, "Quarterly"), "ics") == ("contacts/ana.md",)


def test_an_entry_to_which_i_have_added_is_there_already(root: Path) -> None:
    brought(root, meeting(1, "Review #1"), "ics")
    note = root / "contacts/ana.md"
    note.write_text(note.read_text().rstrip() + "; she was ill. #gave\n", encoding="utf-8")
    assert brought(root, meeting(1, "Review #1"), "ics") == ()


def test_two_alike_without_an_address_are_known_again(root: Path) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:Pat Poe\nORG:{}\nEND:VCARD\n"
    cards = card.format("Acme") + card.format("Bolt")
    assert len(brought(root, cards)) == 2
    assert [each.verdict for each in planned(root, cards).people.outcomes] == [Verdict.SAME] * 2


def test_two_on_one_line_are_asked_about_one_by_one(root: Path) -> None:
    both = MEETING.replace("CN=Ana:mailto:ana@", "CN=Ana Souza:mailto:a2@").replace(
        "CN=Zed Zorn", "CN=Ana  SOUZA"
    )
    wanted = Wanted(TODAY, adds_people=True)
    first, second = planned(root, both, "ics", wanted).people.outcomes
    assert first.place == second.place
    answers = Answers({(*first.place, first.name): Answer("contacts/ana.md")})
    again = planned(root, both, "ics", wanted._replace(answers=answers)).people.outcomes
    assert {each.name: each.verdict for each in again}[second.name] is Verdict.UNCLEAR


def test_a_journal_that_tells_of_it_already_counts_as_the_same(root: Path) -> None:
    jrnl = "[2026-11-03 09:00] Walked with @ana. Talked\nfor hours.\n[2026-11-03 09:30] Walked.\n"
    assert brought(root, jrnl, "txt") == ("journal/2026-11-03.md",)
    text = texts(root)["journal/2026-11-03.md"]
    assert "[[ana|Ana Souza]]" in text
    assert text.count("Walked") == 2
    again = planned(root, jrnl, "txt")
    assert [each.kept for each in again.happenings.outcomes] == [Kept.SAME] * 2
    assert again.drafted.changes == ()


def test_a_folder_may_be_called_plus(tmp_path: Path) -> None:
    (tmp_path / "netjournal.toml").write_text('[vault]\ncontacts = ["+"]\n', encoding="utf-8")
    (tmp_path / "+").mkdir()
    (tmp_path / "+/ana.md").write_text(ANA, encoding="utf-8")
    assert sorted(brought(tmp_path, CARDS)) == ["+/ana.md", "+/ben-osei.md"]


def test_an_export_of_ours_brings_the_whole_text_back(root: Path, tmp_path: Path) -> None:
    body = "Hello.\n\n## Log\n\n- 2026-01-05 Lunch #gave\n- [ ] Send her the book\n"
    (root / "contacts/ana.md").write_text(f"---\nname: Ana Souza\n---\n\n{body}", encoding="utf-8")
    export = prepare_export(Workspace.load(root), TODAY, "").export
    (card,) = vcard.write(export)
    other = tmp_path / "other"
    (other / "contacts").mkdir(parents=True)
    brought(other, card.data.decode())
    assert texts(other)["contacts/ana-souza.md"].endswith(f"---\n\n{body}")
    assert planned(root, card.data.decode()).drafted.changes == ()


LINKED = """BEGIN:VCARD
VERSION:4.0
FN:Ben Osei
RELATED;TYPE=friend;VALUE=text:Ana Souza
RELATED;TYPE=friend;VALUE=text:Dora Novak
RELATED;TYPE=friend;VALUE=text:Ben Osei
RELATED;TYPE=friend;VALUE=text:Somebody Else
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Dora Novak
END:VCARD
"""


def test_people_whom_a_file_names_become_links_where_one_contact_is_meant(root: Path) -> None:
    brought(root, LINKED)
    assert (
        'knows: ["[[ana|Ana Souza]]", "[[dora-novak|Dora Novak]]", Ben Osei, Somebody Else]\n'
        in texts(root)["contacts/ben-osei.md"]
    )
    assert planned(root, LINKED).drafted.changes == ()


def test_nobody_is_linked_where_two_have_the_name(root: Path) -> None:
    (root / "contacts/ana-2.md").write_text(ANA.replace("ana@", "other@"), encoding="utf-8")
    brought(root, LINKED)
    assert "knows: [Ana Souza, " in texts(root)["contacts/ben-osei.md"]


@pytest.mark.parametrize(
    ("body", "last"),
    [
        ("- 2026-01-05 Lunch\n", ""),
        ("- 2026-01-04 Lunch\n", "last_contact: 2026-01-05\n"),
        ("- 2026-01-05 Wrote #outreach\n", "last_contact: 2026-01-05\n"),
    ],
)
def test_what_an_export_of_ours_has_reckoned_isnt_written_twice(
    root: Path, tmp_path: Path, body: str, last: str
) -> None:
    text = f"---\nname: Ana\nlast_contact: 2026-01-05\n---\n\n{body}"
    (root / "contacts/ana.md").write_text(text, encoding="utf-8")
    (card,) = vcard.write(prepare_export(Workspace.load(root), TODAY, "").export)
    other = tmp_path / "other"
    (other / "contacts").mkdir(parents=True)
    brought(other, card.data.decode())
    assert texts(other) == {"contacts/ana.md": f"---\nname: Ana\n{last}---\n\n{body}"}


def test_a_field_in_the_text_of_an_export_of_ours_isnt_written_twice(
    root: Path, tmp_path: Path
) -> None:
    body = "Company:: Acme\nshirt size:: M\nneeds:: rest\n"
    text = f"---\nname: Ana\ntitle: CFO\n---\n\n{body}"
    (root / "contacts/ana.md").write_text(text, encoding="utf-8")
    (card,) = vcard.write(prepare_export(Workspace.load(root), TODAY, "").export)
    other = tmp_path / "other"
    (other / "contacts").mkdir(parents=True)
    brought(other, card.data.decode())
    assert texts(other) == {"contacts/ana.md": text}


def test_a_uid_that_the_note_wouldnt_get_again_stays(root: Path) -> None:
    card = "BEGIN:VCARD\nVERSION:4.0\nUID:nj-eli-0123456789\nFN:Eli\nEND:VCARD\n"
    brought(root, card)
    assert "uid: nj-eli-0123456789\n" in texts(root)["contacts/eli.md"]
