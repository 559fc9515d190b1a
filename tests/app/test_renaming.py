"""A contact under another name in a whole vault: every link follows, and nothing else changes."""

import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from netjournal.app.changing import TRIES, Because
from netjournal.app.check import check
from netjournal.app.following import Renaming
from netjournal.app.renaming import Wish, plan_renaming, rename
from netjournal.app.workspace import Workspace
from netjournal.notes.splicing.naming import set_name
from netjournal.notes.splicing.note import Note, Refusal
from netjournal.vault import state
from netjournal.vault.changes import undo_last
from netjournal.vault.placing import ChangedMeanwhile

WHY = Because("rename", "2026-11-28T10:00:00")
DAY = date(2026, 11, 28)
ANA = "contacts/ana-lopez.md"

FORMS = {
    "[[ana-lopez]]": "[[anna-lee]]",
    "[[ANA-LOPEZ]]": "[[anna-lee]]",
    "[[Ana Lopez]]": "[[Anna Lee]]",
    "[[Ana Lopez|Ana]]": "[[Anna Lee|Ana]]",
    "[[ana-lopez#Log|the log]]": "[[anna-lee#Log|the log]]",
    "[[contacts/ana-lopez]]": "[[contacts/anna-lee]]",
    "[[contacts/ana-lopez.md|A]]": "[[contacts/anna-lee.md|A]]",
    "![[ana-lopez]]": "![[anna-lee]]",
    "[A](../contacts/ana-lopez.md)": "[A](../contacts/anna-lee.md)",
    "[A](<../contacts/ana-lopez.md#Log> 'x')": "[A](<../contacts/anna-lee.md#Log> 'x')",
    "![A](/contacts/ana-lopez.md)": "![A](/contacts/anna-lee.md)",
    "[A](../contacts/%61na-lopez.md)": "[A](../contacts/anna-lee.md)",
    # What means somebody else, or nobody, or is no link.
    "[[La Lopez]] [[ben|Ana Lopez]] [[ana]] [[ana-lopez-2]]": "",
    "`[[ana-lopez]]` Ana Lopez <!-- [[ana-lopez]] -->": "",
    "[x](https://example.org/ana-lopez.md) [x](#ana-lopez)": "",
}


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "user_state_path", lambda _: tmp_path / "state")


def lay(root: Path, notes: Mapping[str, str]) -> Workspace:
    for path, text in notes.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    return Workspace.load(root)


def texts(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes().decode()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not path.is_relative_to(root / "state")
    }


def done(found: Renaming | Refusal) -> Renaming:
    assert isinstance(found, Renaming), found
    return found


def refused(found: Renaming | Refusal) -> Refusal:
    assert isinstance(found, Refusal), found
    return found


PEOPLE = {
    ANA: "---\nname: Ana Lopez\naliases: [La Lopez]\n---\n\n# Ana Lopez\n\n[[ana-lopez]]\n",
    "contacts/ben.md": '---\nname: Ben\nknows:\n  - Ana Lopez\n  - "[[ana-lopez]]"\n---\n',
    "contacts/ana.md": "---\nname: Ana\nvia: ana-lopez\n---\n",
    "contacts/ana-lopez-2.md": "---\nname: Ana Lopez Two\n---\n",
}


def test_every_form_of_a_link_follows_and_nothing_else_changes(tmp_path: Path) -> None:
    """A thousand links, in notes, in the journal, and in files that are neither."""
    lines = "".join(f"- {form}\r\n" for form in FORMS) * 30
    places = ("journal/2026-11-01.md", "contacts/cy.md", "projects/plan.md", "archive/old.md")
    settings = '[vault]\nignore = ["archive/**"]\n'
    notes = {**PEOPLE, **dict.fromkeys(places, lines), "netjournal.toml": settings}
    workspace = lay(tmp_path, notes)
    problems = [each.message for each in check(workspace, DAY)]

    found = done(rename(workspace, Wish(ANA, "Anna Lee"), WHY))

    expected = "".join(f"- {new or old}\r\n" for old, new in FORMS.items()) * 30
    assert texts(tmp_path) == {
        "contacts/anna-lee.md": PEOPLE[ANA]
        .replace("Ana Lopez", "Anna Lee")
        .replace("[[ana-lopez]]", "[[anna-lee]]"),
        "contacts/ben.md": PEOPLE["contacts/ben.md"]
        .replace("Ana Lopez", "Anna Lee")
        .replace("ana-lopez", "anna-lee"),
        "contacts/ana.md": PEOPLE["contacts/ana.md"].replace("ana-lopez", "anna-lee"),
        "contacts/ana-lopez-2.md": PEOPLE["contacts/ana-lopez-2.md"],
        **dict.fromkeys(places, expected),
        "netjournal.toml": settings,
    }
    assert sum(found.links.values()) == 4 * 30 * 12 + 4
    assert [each.message for each in check(Workspace.load(tmp_path), DAY)] == problems


def test_it_is_taken_back_as_one_change(tmp_path: Path) -> None:
    workspace = lay(tmp_path, PEOPLE)
    (tmp_path / ANA).chmod(0o600)

    done(rename(workspace, Wish(ANA, "Anna Lee"), WHY))

    if sys.platform != "win32":
        assert (tmp_path / "contacts/anna-lee.md").stat().st_mode & 0o777 == 0o600
    undo_last(tmp_path, "later")
    assert texts(tmp_path) == PEOPLE
    if sys.platform != "win32":
        assert (tmp_path / ANA).stat().st_mode & 0o777 == 0o600


def test_a_plan_writes_nothing(tmp_path: Path) -> None:
    workspace = lay(tmp_path, PEOPLE)

    planned = done(plan_renaming(workspace, Wish(ANA, "Anna Lee")))

    changed = {path: (before, after) for path, before, after in planned.texts()}
    assert list(changed) == ["contacts/anna-lee.md", "contacts/ana.md", "contacts/ben.md"]
    assert changed["contacts/anna-lee.md"][0].decode() == PEOPLE[ANA]
    assert texts(tmp_path) == PEOPLE


def test_the_old_name_becomes_an_alias_if_asked_for(tmp_path: Path) -> None:
    workspace = lay(tmp_path, PEOPLE)

    done(rename(workspace, Wish(ANA, "Anna Lee", keeps_alias=True), WHY))

    text = texts(tmp_path)["contacts/anna-lee.md"]
    assert "aliases: [La Lopez, Ana Lopez]\n" in text


def test_a_name_that_differs_only_in_form_keeps_the_file(tmp_path: Path) -> None:
    workspace = lay(tmp_path, PEOPLE)

    found = done(rename(workspace, Wish(ANA, "Ana López"), WHY))

    assert (found.old, found.new) == (ANA, ANA)
    assert "  - Ana López\n" in texts(tmp_path)["contacts/ben.md"]
    assert "[[ana-lopez]]" in texts(tmp_path)["contacts/ben.md"]


def test_a_name_that_it_has_already_changes_nothing(tmp_path: Path) -> None:
    workspace = lay(tmp_path, PEOPLE)

    assert done(rename(workspace, Wish(ANA, "Ana Lopez"), WHY)).files == ()


def test_a_name_that_no_wikilink_can_hold_is_linked_by_the_file(tmp_path: Path) -> None:
    workspace = lay(tmp_path, {**PEOPLE, "journal/2026-11-01.md": "[[Ana Lopez|A]] came\n"})

    done(rename(workspace, Wish(ANA, "Anna [Lee]"), WHY))

    assert texts(tmp_path)["journal/2026-11-01.md"] == "[[anna-lee|A]] came\n"


def test_a_note_called_like_the_contact_gets_a_file_called_like_it(tmp_path: Path) -> None:
    workspace = lay(
        tmp_path, {"contacts/Ana Lopez.md": "Hi.\n", "journal/2026-11-01.md": "[[Ana Lopez]]\n"}
    )

    done(rename(workspace, Wish("contacts/Ana Lopez.md", "Anna Lee"), WHY))

    assert texts(tmp_path) == {
        "contacts/Anna Lee.md": "Hi.\n",
        "journal/2026-11-01.md": "[[Anna Lee]]\n",
    }


@pytest.mark.parametrize(
    ("notes", "name", "place", "words"),
    [
        (
            {"contacts/x/Anna-Lee.md": "x"},
            "Anna Lee",
            (ANA, 1),
            "contacts/x/Anna-Lee.md is there already",
        ),
        ({"contacts/anna-lee.txt": "x", "contacts/ANNA-LEE.md": "x"}, "Anna Lee", (ANA, 1), "LEE"),
        (
            {
                "contacts/d.md": "---\nname: anna-lee\n---\n",
                "journal/2026-11-01.md": "\n[[anna-lee]]",
            },
            "Anna Lee",
            ("journal/2026-11-01.md", 2),
            "would mean contacts/anna-lee.md",
        ),
        (
            {"contacts/d.md": "---\nname: Ana Lopez\n---\n"},
            "Anna Lee",
            ("contacts/ben.md", 4),
            "may mean contacts/ana-lopez.md or contacts/d.md",
        ),
        (
            {"contacts/d.md": "x\n<<<<<<< a\n[[ana-lopez]]\n=======\n>>>>>>> b\n"},
            "Anna Lee",
            ("contacts/d.md", 2),
            "conflict",
        ),
        (
            {"contacts/d.md": "---\nknows: Ana Lopez, cy\n---\n"},
            "Lee, Anna: x",
            ("contacts/d.md", 2),
            "can't name",
        ),
    ],
)
def test_what_would_break_something_is_refused_whole(
    tmp_path: Path, notes: dict[str, str], name: str, place: tuple[str, int], words: str
) -> None:
    before = {**PEOPLE, **notes}
    workspace = lay(tmp_path, before)

    refusal = refused(rename(workspace, Wish(ANA, name), WHY))

    assert (refusal.path, refusal.line) == place
    assert words in refusal.reason
    assert texts(tmp_path) == before


def test_a_file_name_that_a_sync_tool_gives_to_copies_is_refused(tmp_path: Path) -> None:
    before = {"contacts/Ana Lopez.md": "Hi.\n", "contacts/Ben.md": "x"}
    workspace = lay(tmp_path, before)

    refusal = refused(rename(workspace, Wish("contacts/Ana Lopez.md", "Ben 2"), WHY))

    assert "program's copy" in refusal.reason
    assert texts(tmp_path) == before


def test_a_note_that_cannot_be_read_but_says_no_name_is_not_in_the_way(tmp_path: Path) -> None:
    broken = "<<<<<<< a\nBanana-lopezes\n=======\n>>>>>>> b\n"
    workspace = lay(tmp_path, {**PEOPLE, "contacts/d.md": broken})

    done(rename(workspace, Wish(ANA, "Anna Lee"), WHY))

    assert texts(tmp_path)["contacts/d.md"] == broken


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_note_that_is_a_link_is_refused(tmp_path: Path) -> None:
    lay(tmp_path, {"elsewhere.md": "# Ana\n", "contacts/ben.md": "x"})
    (tmp_path / "contacts/ana.md").symlink_to(tmp_path / "elsewhere.md")

    refusal = refused(rename(Workspace.load(tmp_path), Wish("contacts/ana.md", "Anna"), WHY))

    assert "a link to a file elsewhere" in refusal.reason
    assert (tmp_path / "contacts/ana.md").is_symlink()


def test_what_an_editor_saves_meanwhile_is_kept_and_its_links_follow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = lay(tmp_path, PEOPLE)
    saves: list[int] = []

    def while_saving(note: Note, name: str, path: str) -> Note | Refusal:
        if not saves:
            saves.append(1)
            (tmp_path / "contacts/cy.md").write_text("[[ana-lopez]] saved\n")
            with (tmp_path / ANA).open("a") as file:
                file.write("saved [[Ana Lopez]]\n")
        return set_name(note, name, path)

    monkeypatch.setattr("netjournal.app.renaming.set_name", while_saving)
    done(rename(workspace, Wish(ANA, "Anna Lee"), WHY))

    assert texts(tmp_path)["contacts/anna-lee.md"].endswith("saved [[Anna Lee]]\n")
    assert texts(tmp_path)["contacts/cy.md"] == "[[anna-lee]] saved\n"


def test_a_note_that_will_not_stand_still_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = lay(tmp_path, PEOPLE)

    def while_saving(note: Note, name: str, path: str) -> Note | Refusal:
        with (tmp_path / ANA).open("a") as file:
            file.write(".\n")
        return set_name(note, name, path)

    monkeypatch.setattr("netjournal.app.renaming.set_name", while_saving)
    with pytest.raises(ChangedMeanwhile, match="another program"):
        rename(workspace, Wish(ANA, "Anna Lee"), WHY)

    assert texts(tmp_path) == {**PEOPLE, ANA: PEOPLE[ANA] + ".\n" * TRIES}
