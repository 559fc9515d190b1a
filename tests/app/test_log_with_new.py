"""An entry with somebody who has no note yet makes the note with it, or nothing is made."""

from datetime import date
from pathlib import Path

import pytest

from netjournal.app.changing import Because
from netjournal.app.log_with_new import Company, Entry, log_with_new
from netjournal.app.who import Desk
from netjournal.notes.splicing.note import Refusal
from netjournal.vault import state
from netjournal.vault.changes import undo_last

WHEN = "2026-11-28T10:00:00"
WHY = Because("log", WHEN)
DAY = date(2026, 11, 28)


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "user_state_path", lambda _: tmp_path / "state")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "vault"
    (root / "contacts").mkdir(parents=True)
    (root / "contacts/ana.md").write_text("# Ana\n", encoding="utf-8")
    return root


def texts(root: Path) -> dict[str, str]:
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in root.rglob("*.md")
    }


def test_one_who_is_new_has_the_entry_in_the_note(root: Path) -> None:
    done = log_with_new(Desk(root), Company((), ["Ben Osei"]), Entry(DAY, "Tea.", False), WHY)
    assert not isinstance(done, Refusal)
    assert [each.name for each in done[1]] == ["Ben Osei"]
    (path,) = texts(root).keys() - {"contacts/ana.md"}
    assert texts(root)[path].endswith("- 2026-11-28 Tea.\n")


@pytest.mark.parametrize(("names", "in_journal"), [(["Ben", "Eva"], False), (["Ben"], True)])
def test_several_or_the_journal_are_told_of_in_the_journal(
    root: Path,
    names: list[str],
    in_journal: bool,  # noqa: FBT001
) -> None:
    log_with_new(Desk(root), Company((), names), Entry(DAY, "Tea.", in_journal), WHY)
    journal = texts(root)["journal/2026-11-28.md"]
    assert journal.count("[[") == len(names)
    assert len(texts(root)) == 2 + len(names)


def test_with_somebody_known_both_are_named_and_one_undo_takes_all_back(root: Path) -> None:
    before = texts(root)
    known = Desk(root).meant("ana").people
    log_with_new(Desk(root), Company(known, ["Ben"]), Entry(DAY, "Tea.", False), WHY)
    journal = texts(root)["journal/2026-11-28.md"]
    assert "[[ana" in journal
    assert "[[ben" in journal.lower()
    undo_last(root, WHEN)
    assert texts(root) == before


def test_when_a_note_cant_be_made_nothing_is(root: Path) -> None:
    (root / "netjournal.toml").write_text('[vault]\nignore = ["contacts/eva.md"]\n')
    before = texts(root)
    company = Company((), ["Ben", "Eva"])
    assert isinstance(log_with_new(Desk(root), company, Entry(DAY, "Tea.", False), WHY), Refusal)
    assert texts(root) == before
