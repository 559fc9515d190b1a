"""Two contacts made one in a whole vault: nothing is lost, and every link follows."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from netjournal.app.changing import Because
from netjournal.app.check import check
from netjournal.app.following import Renaming
from netjournal.app.merging import Two, Undecided, merge, plan_merging
from netjournal.app.workspace import Workspace
from netjournal.notes.splicing.note import Refusal
from netjournal.notes.splicing.pairs import Clash
from netjournal.vault import state
from netjournal.vault.changes import undo_last

WHY = Because("merge", "2026-11-28T10:00:00")
DAY = date(2026, 11, 28)
TWO = Two("contacts/old/ann.md", "contacts/ana.md")
NOTES = {
    "contacts/ana.md": "---\nname: Ana Lopez\n---\n\n- 2026-01-01 Lunch\n",
    "contacts/old/ann.md": (
        "---\nname: Ann Lopez\naliases: [Nonna]\n---\n\n"
        "- 2026-01-02 Call with [Ben](../ben.md), see ![map](maps/x.png)\n"
    ),
    "contacts/ben.md": "---\nname: Ben\nknows: [Ann Lopez, ann]\n---\n",
    "contacts/old/maps/x.png": "",
}
FORMS = {
    "[[ann]] [[ANN|A]] ![[ann#Log]]": "[[ana]] [[ana|A]] ![[ana#Log]]",
    "[[Ann Lopez]] [[Nonna]]": "[[Ana Lopez]] [[Nonna]]",
    "[[old/ann]] [[contacts/old/ann.md]]": "[[ana]] [[ana]]",
    "[A](../contacts/old/ann.md#Log)": "[A](../contacts/ana.md#Log)",
    "[[ana]] `[[ann]]` ann": "[[ana]] `[[ann]]` ann",
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


def nobody(_: Sequence[Clash]) -> Mapping[str, str]:
    return {}


def test_the_other_note_has_everything_and_every_link_leads_there(tmp_path: Path) -> None:
    lines = "".join(f"- {form}\n" for form in FORMS) * 50
    workspace = lay(tmp_path, {**NOTES, "journal/2026-11-01.md": lines, "plans/x.md": lines})
    problems = [each.message for each in check(workspace, DAY)]

    done = merge(workspace, TWO, nobody, WHY)

    assert isinstance(done, Renaming), done
    expected = "".join(f"- {form}\n" for form in FORMS.values()) * 50
    assert texts(tmp_path) == {
        "contacts/ana.md": (
            "---\nname: Ana Lopez\naliases: [Ann Lopez, Nonna]\n---\n\n- 2026-01-01 Lunch\n\n"
            "## Ann Lopez\n\n- 2026-01-02 Call with [Ben](ben.md), see ![map](old/maps/x.png)\n"
        ),
        "contacts/ben.md": "---\nname: Ben\nknows: [Ana Lopez, ana]\n---\n",
        "contacts/old/maps/x.png": "",
        "journal/2026-11-01.md": expected,
        "plans/x.md": expected,
    }
    after = Workspace.load(tmp_path)
    assert [each.message for each in check(after, DAY)] == problems
    assert len(after.index.interactions["contacts/ana.md"]) >= 2


def test_links_that_could_not_tell_the_two_apart_are_clear_afterwards(tmp_path: Path) -> None:
    same = {path: text.replace("Ann Lopez", "Ana Lopez") for path, text in NOTES.items()}
    workspace = lay(tmp_path, {**same, "journal/2026-11-01.md": "[[Ana Lopez]] came.\n"})
    assert workspace.index.ambiguous

    assert isinstance(merge(workspace, TWO, nobody, WHY), Renaming)

    assert not Workspace.load(tmp_path).index.ambiguous


def test_it_is_taken_back_as_one_change(tmp_path: Path) -> None:
    workspace = lay(tmp_path, NOTES)

    merge(workspace, TWO, nobody, WHY)
    undo_last(tmp_path, "later")

    assert texts(tmp_path) == NOTES


def test_what_differs_is_asked_for_and_without_an_answer_nothing_changes(tmp_path: Path) -> None:
    title = "name: Ann Lopez\ntitle: CEO"
    ann = NOTES[TWO.one].replace("name: Ann Lopez", title)
    ana = NOTES[TWO.into].replace("---\n\n", "title: CTO\n---\n\n")
    notes = {**NOTES, TWO.one: ann, TWO.into: ana}
    workspace = lay(tmp_path, notes)

    undecided = merge(workspace, TWO, nobody, WHY)

    assert isinstance(undecided, Undecided)
    assert [(each.field, each.one, each.into) for each in undecided.clashes] == [
        ("title", "CEO", "CTO")
    ]
    assert texts(tmp_path) == notes
    decided = plan_merging(workspace, TWO, lambda found: {each.field: each.one for each in found})
    assert isinstance(decided, Renaming)
    assert texts(tmp_path) == notes
    changed = {path: after for path, _, after in decided.texts()}
    assert b"title: CEO" in (changed[TWO.into] or b"")
    assert changed[TWO.one] is None


def test_what_settles_itself_is_told(tmp_path: Path) -> None:
    days = "last_contact: 2026-03-01\nmet: 2019\n---\n\n"
    later = "last_contact: 2026-02-01\nmet: 2018-05\n---\n\n"
    notes = {**NOTES, TWO.one: NOTES[TWO.one].replace("---\n\n", later)}
    notes[TWO.into] = NOTES[TWO.into].replace("---\n\n", days)

    done = merge(lay(tmp_path, notes), TWO, nobody, WHY)

    assert isinstance(done, Renaming), done
    assert done.remarks == (
        "last_contact: 2026-03-01 stays, the later day; 2026-02-01 goes",
        "met: 2018-05 stays, the earlier day; 2019 goes",
    )
    after = texts(tmp_path)[TWO.into]
    assert "last_contact: 2026-03-01\nmet: 2018-05\n" in after


@pytest.mark.parametrize(
    ("notes", "place"),
    [
        ({"contacts/c.md": "x\n<<<<<<< a\n[[ann]]\n=======\n>>>>>>> b\n"}, ("contacts/c.md", 2)),
        (
            {"contacts/old/ann.md": "---\nname: &a Ann\nx: {y: *a}\n---\n"},
            ("contacts/old/ann.md", 3),
        ),
        ({"contacts/ana.md": "---\nname: Ana\n"}, ("contacts/ana.md", 1)),
    ],
)
def test_what_cannot_be_done_for_certain_is_refused_whole(
    tmp_path: Path, notes: dict[str, str], place: tuple[str, int]
) -> None:
    workspace = lay(tmp_path, {**NOTES, **notes})

    refusal = merge(workspace, TWO, nobody, WHY)

    assert isinstance(refusal, Refusal)
    assert (refusal.path, refusal.line) == place
    assert texts(tmp_path) == {**NOTES, **notes}
