"""A vault under watch: what is published when, and that it equals a fresh build."""

import os
import shutil
from collections.abc import Collection
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netjournal.app.build import Built, build
from netjournal.app.settling import HOLD_BROKEN, HOLD_MISSING
from netjournal.app.watch import Rebuilt, Watched
from netjournal.app.workspace import Workspace
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.errors import NetjournalError
from netjournal.model.source import Source
from netjournal.vault.reader import read_note

TODAY = date(2026, 11, 24)
SAMPLE = Path(__file__).parents[2] / "sample-vault"
ANA = "---\nname: Ana\nrelationship: ally\n---\n- 2026-01-05 Lunch.\n"
BEN = ANA.replace("Ana", "Ben")
PATHS = ("contacts/ana.md", "contacts/ben.md", "contacts/cy.md", "journal/2026-11-03.md")
TEXTS = (
    ANA,
    BEN,
    "---\nname: Ana\nindustry: [law, falconry]\nrelationship: ally\nmood: 3\n---\n",
    "---\nname: Ben\ncadence: 2w\n---\n- [ ] Send the book @due(2026-11-20)\n- 2026-10-05 Tea",
    "---\nname: Cy\ncadance: 2w\n---\nSee [[ana]] and [[nobody]].",
    "- Lunch with [[Ana]] and [[ben]] #gave",
    "No front matter, [[Cy]]",
)


class Vault:
    """A vault on the disk under watch, and a clock that stands still unless it is set."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.now = 100.0
        self.write("contacts/ana.md", ANA)
        self.write("contacts/ben.md", BEN)
        self.watched = Watched(root)
        assert self.look() is not None

    def write(self, path: str, text: str) -> Path:
        """Writes a file of the vault; a changed size makes it differ whatever the clock says."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def look(
        self,
        seconds: float = 0.0,
        as_of: date = TODAY,
        marked: Collection[str] = (),
        *,
        goes_on: bool = False,
    ) -> Rebuilt | None:
        """A look after so many seconds, at some files or at everything."""
        self.now += seconds
        day = lambda pinned: pinned or as_of  # noqa: E731 - types are known from where it goes
        return self.watched.look(day, self.now, marked, lambda: goes_on)

    def is_unsure(self) -> bool:
        """Whether only a few files have been looked at."""
        return self.watched.is_unsure

    def is_waiting(self) -> bool:
        """Whether it is to be looked at again soon."""
        return self.watched.is_waiting

    def has_failed(self) -> bool:
        """Whether the pages could not be written."""
        return self.watched.has_failed

    def pages(self) -> dict[str, bytes]:
        """Every page on the disk."""
        files = [*self.root.glob("review/**/*"), *self.root.glob("site/**/*")]
        found = [file for file in files if file.is_file()]
        return {file.relative_to(self.root).as_posix(): file.read_bytes() for file in found}


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path)


def test_the_first_build_alone_tells_how_far_it_is(vault: Vault) -> None:
    shutil.rmtree(vault.root / "site")
    told: list[tuple[int, int]] = []
    watched = Watched(vault.root, lambda done, total: told.append((done, total)))
    assert watched.look(lambda _: TODAY, 0.0)
    assert told[-1] == (2, 2)
    told.clear()
    vault.write("contacts/ana.md", ANA + "- 2026-11-20 Call.\n")
    assert watched.look(lambda _: TODAY, 1.0)
    assert not told


def test_nothing_is_done_while_nothing_changes(vault: Vault) -> None:
    assert vault.look() is None
    assert vault.look(1000) is None


def test_saved_note_is_published_at_once(vault: Vault) -> None:
    vault.write("contacts/ana.md", ANA + "- 2026-11-20 Call.\n")
    rebuilt = vault.look()
    assert rebuilt is not None
    assert rebuilt.built is not None
    assert rebuilt.changed == ("contacts/ana.md",)
    assert "review/today.md" in rebuilt.built.written.changed
    assert vault.look() is None


def test_a_storm_is_read_as_it_comes_and_published_once_it_is_over(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netjournal.app.watch._FEW", 1)
    before = vault.pages()
    vault.write("contacts/ana.md", ANA + "- 2026-11-20 Call.\n")
    vault.write("contacts/ben.md", BEN + "- 2026-11-20 Call.\n")
    assert vault.look(goes_on=True) is None
    assert vault.is_waiting()
    assert vault.pages() == before
    vault.write("contacts/cy.md", BEN)
    assert vault.look(1, goes_on=True) is None
    rebuilt = vault.look(1)
    assert rebuilt is not None
    assert sorted(rebuilt.changed) == ["contacts/ana.md", "contacts/ben.md", "contacts/cy.md"]
    assert not vault.is_waiting()
    assert build(Workspace.load(vault.root), TODAY, write=False).was_up_to_date
    assert vault.look(1) is None


def test_a_storm_without_end_is_published_now_and_then(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netjournal.app.watch._FEW", 1)
    published = []
    for number in range(40):
        vault.write("contacts/ana.md", ANA + f"- 2026-11-20 Call {number}.\n" * (number + 1))
        vault.write("contacts/ben.md", BEN + f"- 2026-11-20 Call {number}.\n" * (number + 1))
        if vault.look(1, goes_on=True):
            published.append(number)
    assert published == [10, 21, 32]


def test_a_few_saves_are_published_though_more_are_coming(vault: Vault) -> None:
    vault.write("contacts/ana.md", ANA + "- 2026-11-20 Call.\n")
    assert vault.look(goes_on=True) is not None


def test_only_what_has_changed_is_read(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def counting(root: Path, path: str) -> Source | Diagnostic:
        read.append(path)
        return read_note(root, path)

    monkeypatch.setattr("netjournal.app.settling.read_note", counting)
    vault.write("contacts/ana.md", ANA + "- 2026-11-20 Call.\n")
    vault.look()
    assert read == ["contacts/ana.md"]


@pytest.mark.parametrize("broken", ["", "---\nname: Ana\n", "\0" * 40, "   \n"])
def test_half_written_note_is_waited_for(vault: Vault, broken: str) -> None:
    before = vault.pages()
    vault.write("contacts/ana.md", broken)
    assert vault.look() is None
    assert vault.watched.is_waiting
    assert vault.look(HOLD_BROKEN - 0.1) is None
    assert before == vault.pages()
    vault.write("contacts/ana.md", ANA + "- 2026-11-20 Call.\n")
    assert vault.look() is not None
    assert not vault.watched.is_waiting


def test_note_that_stays_broken_is_published_as_it_is(vault: Vault) -> None:
    vault.write("contacts/ana.md", "")
    assert vault.look() is None
    rebuilt = vault.look(HOLD_BROKEN)
    assert rebuilt is not None
    assert [problem.code for problem in rebuilt.appeared] == ["NJ004"]
    vault.write("contacts/ana.md", ANA)
    mended = vault.look()
    assert mended is not None
    assert [problem.code for problem in mended.gone] == ["NJ004"]


def test_missing_note_is_expected_back(vault: Vault) -> None:
    before = vault.pages()
    (vault.root / "contacts/ana.md").unlink()
    assert vault.look() is None
    assert vault.look(HOLD_MISSING - 0.1) is None
    assert before == vault.pages()
    vault.write("contacts/ana.md", ANA)
    rebuilt = vault.look()
    assert rebuilt is not None
    assert before == vault.pages()


def test_deleted_note_is_gone_within_three_seconds(vault: Vault) -> None:
    (vault.root / "contacts/ana.md").unlink()
    assert vault.look() is None
    rebuilt = vault.look(HOLD_MISSING)
    assert rebuilt is not None
    assert rebuilt.changed == ("contacts/ana.md",)
    assert "contacts/ana.md" not in vault.watched.workspace.index.contacts


def test_note_that_is_saved_and_then_removed_is_gone(vault: Vault) -> None:
    (vault.root / "contacts/ben.md").unlink()
    vault.write("contacts/ana.md", ANA + "- 2026-11-20 Call.\n")
    assert vault.look() is None
    (vault.root / "contacts/ana.md").unlink()
    assert vault.look(HOLD_MISSING - 0.1) is None
    rebuilt = vault.look(HOLD_MISSING)
    assert rebuilt is not None
    assert sorted(rebuilt.changed) == ["contacts/ana.md", "contacts/ben.md"]
    assert not vault.watched.workspace.index.contacts


def test_renamed_note_is_never_there_twice(vault: Vault) -> None:
    (vault.root / "contacts/ana.md").rename(vault.root / "contacts/anna.md")
    assert vault.look() is not None
    assert list(vault.watched.workspace.index.contacts) == ["contacts/anna.md", "contacts/ben.md"]


def test_a_change_waits_for_another_that_is_under_way(vault: Vault) -> None:
    vault.write("contacts/ana.md", "")
    vault.write("contacts/ben.md", BEN + "- 2026-11-20 Call.\n")
    assert vault.look() is None
    vault.write("contacts/ana.md", ANA)
    assert vault.look() is not None


def test_another_day_rebuilds(vault: Vault) -> None:
    rebuilt = vault.look(as_of=date(2026, 11, 25))
    assert rebuilt is not None
    assert rebuilt.changed == ()


def test_another_file_that_a_link_names_rebuilds(vault: Vault) -> None:
    vault.write("contacts/ana.md", ANA + "[[Plans.pdf]]\n")
    first = vault.look()
    assert first is not None
    assert [problem.code for problem in first.appeared] == ["NJ101"]
    vault.write("Plans.pdf", "x")
    second = vault.look()
    assert second is not None
    assert [problem.code for problem in second.gone] == ["NJ101"]


def test_settings_begin_anew(vault: Vault) -> None:
    vault.write("people/cy.md", ANA.replace("Ana", "Cy"))
    vault.look()
    vault.write("netjournal.toml", '[vault]\ncontacts = ["people"]\n')
    rebuilt = vault.look()
    assert rebuilt is not None
    assert rebuilt.changed == ("netjournal.toml",)
    assert list(vault.watched.workspace.index.contacts) == ["people/cy.md"]
    assert vault.look() is None


def test_day_that_the_settings_pin_counts_from_then_on(vault: Vault) -> None:
    vault.write("netjournal.toml", "[build]\ntoday = 2026-12-24\n")
    assert vault.look() is not None
    assert "24 December 2026" in vault.pages()["review/today.md"].decode()
    vault.write("netjournal.toml", "[build]\n")
    assert vault.look() is not None
    assert "24 November 2026" in vault.pages()["review/today.md"].decode()


def test_settings_that_cannot_be_read_leave_the_pages(vault: Vault) -> None:
    before = vault.pages()
    vault.write("netjournal.toml", "[vault\n")
    rebuilt = vault.look()
    assert rebuilt is not None
    assert rebuilt.built is None
    assert "netjournal.toml:1" in rebuilt.error
    assert before == vault.pages()
    assert vault.look() is None
    (vault.root / "netjournal.toml").unlink()
    vault.look()
    assert vault.look(HOLD_MISSING) is not None
    assert before == vault.pages()


def test_vault_that_is_gone_is_told_once_and_looked_at_when_it_is_back(tmp_path: Path) -> None:
    vault, elsewhere = Vault(tmp_path / "vault"), tmp_path / "elsewhere"
    before = vault.pages()
    vault.root.rename(elsewhere)
    assert vault.look() is None
    assert vault.watched.is_waiting
    gone = vault.look(10)
    assert gone is not None
    assert gone.is_away
    assert gone.error.endswith("vault' is gone; it is watched again as soon as it is back")
    assert vault.look(10) is None
    assert vault.has_failed()
    assert not vault.root.exists()
    elsewhere.rename(vault.root)
    back = vault.look()
    assert back is not None
    assert back.built is not None
    assert not back.is_away
    assert vault.look() is None
    assert vault.pages() == before


def test_an_empty_folder_in_the_place_of_the_vault_is_no_vault(tmp_path: Path) -> None:
    vault, elsewhere = Vault(tmp_path / "vault"), tmp_path / "elsewhere"
    before = vault.pages()
    vault.root.rename(elsewhere)
    vault.root.mkdir()
    assert vault.look() is None
    gone = vault.look(10)
    assert gone is not None
    assert gone.is_away
    assert not list(vault.root.iterdir())
    vault.root.rmdir()
    elsewhere.rename(vault.root)
    back = vault.look()
    assert back is not None
    assert not back.is_away
    assert vault.pages() == before


def test_vault_that_is_replaced_at_once_is_nothing_to_tell(tmp_path: Path) -> None:
    vault, elsewhere = Vault(tmp_path / "vault"), tmp_path / "elsewhere"
    vault.root.rename(elsewhere)
    assert vault.look() is None
    elsewhere.rename(vault.root)
    assert vault.look(1) is None
    vault.root.rename(elsewhere)
    assert vault.look(10) is None


def test_own_pages_are_no_change(vault: Vault) -> None:
    vault.write("contacts/ana.md", ANA + "- 2026-11-20 Call.\n")
    assert vault.look() is not None
    assert not vault.watched.needs_repair()
    assert vault.look() is None


def test_pages_that_another_program_changes_are_written_again(vault: Vault) -> None:
    before = vault.pages()
    vault.write("review/today.md", "mine")
    (vault.root / "review/neglected.md").unlink()
    assert vault.watched.needs_repair()
    rebuilt = vault.look()
    assert rebuilt is not None
    assert rebuilt.changed == ("review/neglected.md", "review/today.md")
    assert "review/neglected.md" in vault.pages()
    vault.write("review/today.md", before["review/today.md"].decode())
    shutil.rmtree(vault.root / "site")
    assert vault.look() is not None
    assert vault.pages() == before


def test_another_program_that_insists_is_let_be_until_a_note_changes(vault: Vault) -> None:
    page = vault.root / "review/today.md"
    rebuilds = []
    for _ in range(10):
        page.unlink(missing_ok=True)
        rebuilds.append(vault.look() is not None)
    assert rebuilds == [True] * 3 + [False] * 7
    assert not vault.watched.needs_repair()
    vault.write("contacts/ana.md", ANA + "- 2026-11-20 Call.\n")
    assert vault.look() is not None
    assert page.exists()


@pytest.mark.parametrize("name", [".today.md.swp", "today.md~", ".syncthing.today.md.tmp"])
def test_another_programs_file_beside_the_pages_is_nothing(vault: Vault, name: str) -> None:
    vault.write(f"review/{name}", "x")
    assert not vault.watched.needs_repair()
    assert vault.look() is None


def test_template_of_the_vault_rebuilds(vault: Vault) -> None:
    vault.write("templates/names.md.j2", "{{ contacts|length }} people\n")
    assert vault.look() is not None
    assert b"2 people" in vault.pages()["review/names.md"]


def test_folder_that_is_away_while_its_notes_are_read_is_read_again(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    contacts, away = vault.root / "contacts", vault.root / "away"

    def read_while_away(root: Path, path: str) -> Source | Diagnostic:
        contacts.rename(away)
        try:
            return read_note(root, path)
        finally:
            away.rename(contacts)

    before = vault.pages()
    for note in (contacts / "ana.md", contacts / "ben.md"):
        os.utime(note, (1, 1))
    with monkeypatch.context() as patch:
        patch.setattr("netjournal.app.settling.read_note", read_while_away)
        assert vault.look() is None
        rebuilt = vault.look(HOLD_BROKEN)
        assert rebuilt is not None
        assert {problem.code for problem in rebuilt.appeared} == {"NJ001"}
        assert vault.look() is None
    mended = vault.look()
    assert mended is not None
    assert {problem.code for problem in mended.gone} == {"NJ001"}
    assert vault.pages() == before
    assert vault.look() is None


def test_note_that_is_away_while_its_page_is_made_has_it_made_again(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    contacts, away = vault.root / "contacts", vault.root / "away"

    def read_while_away(root: Path, path: str) -> Source | Diagnostic:
        contacts.rename(away)
        try:
            return read_note(root, path)
        finally:
            away.rename(contacts)

    vault.write("contacts/ana.md", ANA + "\nShe likes boats.\n")
    with monkeypatch.context() as patch:
        patch.setattr("netjournal.app.subject_pages.read_note", read_while_away)
        assert vault.look() is not None
    page = vault.root / "site/contacts/ana.html"
    assert "likes boats" not in page.read_text()
    rebuilt = vault.look()
    assert rebuilt is not None
    assert rebuilt.built is not None
    assert rebuilt.built.written.changed == ("site/contacts/ana.html",)
    assert "likes boats" in page.read_text()
    assert vault.look() is None


def test_templates_that_are_away_during_a_build_are_read_again(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates, away = vault.root / "templates", vault.root / "away"
    vault.write("templates/names.md.j2", "{{ contacts|length }} people\n")
    assert vault.look() is not None

    def build_while_away(workspace: Workspace, as_of: date, **_: object) -> Built:
        templates.rename(away)
        return build(workspace, as_of)

    with monkeypatch.context() as patch:
        patch.setattr("netjournal.app.watch.build", build_while_away)
        vault.write("contacts/ana.md", ANA + "- 2026-11-20 Call.\n")
        assert vault.look() is not None
    assert "review/names.md" not in vault.pages()
    away.rename(templates)
    assert vault.look() is not None
    assert "review/names.md" in vault.pages()
    assert vault.look() is None


def test_line_that_moves_down_in_a_note_is_led_to_where_it_is(vault: Vault) -> None:
    talk = "Talked with [[ana]] and [[ben]]. #gave"
    vault.write("journal/2026-11-03.md", f"{talk}\n")
    vault.look()
    assert b'journal/2026-11-03.md"' in vault.pages()["site/contacts/ana.html"]
    vault.write("journal/2026-11-03.md", f"Rain.\n\nMore rain.\n\n{talk}\n")
    vault.look()
    for name in ("ana", "ben"):
        assert b'journal/2026-11-03.md#L5"' in vault.pages()[f"site/contacts/{name}.html"]
    assert build(Workspace.load(vault.root), TODAY, write=False).was_up_to_date


def test_after_a_storm_the_pages_equal_a_fresh_build(tmp_path: Path) -> None:
    root = tmp_path / "vault"
    shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns("review", "site"))
    watched = Watched(root)
    watched.look(lambda _: TODAY, 0.0)
    notes = sorted((root / "contacts").glob("*.md"))
    for number, note in enumerate(notes):
        if number % 3 == 0:
            note.unlink()
        elif number % 3 == 1:
            note.rename(note.with_stem(f"moved-{number}"))
        else:
            note.write_bytes(note.read_bytes() + b"- 2026-11-20 Call. #gave\n")
    shutil.move(root / "journal", root / "contacts" / "old")
    for seconds in (0.1, 1.0, 5.0):
        watched.look(lambda _: TODAY, seconds)
    assert not watched.is_waiting

    fresh = build(Workspace.load(root), TODAY, write=False)

    assert fresh.was_up_to_date


def test_marked_note_alone_is_looked_at(vault: Vault) -> None:
    vault.write("contacts/ana.md", ANA + "- 2026-11-20 Call.\n")
    vault.write("contacts/ben.md", BEN + "- 2026-11-21 Call.\n")

    first = vault.look(marked=["contacts/ana.md"])
    assert first is not None
    assert first.changed == ("contacts/ana.md",)
    assert vault.is_unsure()

    second = vault.look()
    assert second is not None
    assert second.changed == ("contacts/ben.md",)
    assert not vault.is_unsure()
    assert build(Workspace.load(vault.root), TODAY, write=False).was_up_to_date


def test_marked_note_may_be_new_or_gone(vault: Vault) -> None:
    vault.write("contacts/cy.md", ANA.replace("Ana", "Cy"))
    rebuilt = vault.look(marked=["contacts/cy.md"])
    assert rebuilt is not None
    assert rebuilt.changed == ("contacts/cy.md",)

    (vault.root / "contacts/cy.md").unlink()
    assert vault.look(marked=["contacts/cy.md"]) is None
    assert vault.watched.is_waiting
    gone = vault.look(HOLD_MISSING, marked=["contacts/cy.md"])
    assert gone is not None
    assert gone.changed == ("contacts/cy.md",)


def test_marked_half_written_note_is_waited_for(vault: Vault) -> None:
    vault.write("contacts/ana.md", "---\nname: Ana")
    assert vault.look(marked=["contacts/ana.md"]) is None
    assert vault.watched.is_waiting
    vault.write("contacts/ana.md", ANA + "- 2026-11-20 Call.\n")
    assert vault.look(marked=["contacts/ana.md"]) is not None


def test_marked_settings_begin_anew(vault: Vault) -> None:
    vault.write("netjournal.toml", "[build]\ntoday = 2026-11-24\n")
    vault.look()
    vault.write("netjournal.toml", '[vault]\ncontacts = ["people"]\n')
    rebuilt = vault.look(marked=["netjournal.toml"])
    assert rebuilt is not None
    assert not vault.watched.workspace.index.contacts


def test_pages_that_cannot_be_written_are_told_of_once_and_tried_again(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise NetjournalError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr("netjournal.app.watch.build", full)
        vault.write("contacts/ana.md", ANA + "- 2026-11-20 Call.\n")
        failed = vault.look()
        assert failed is not None
        assert failed.error == "the disk is full"
        assert vault.has_failed()
        assert vault.look(2) is None
    mended = vault.look(2)
    assert mended is not None
    assert mended.built is not None
    assert not vault.has_failed()


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_after_any_saves_the_pages_equal_a_fresh_build(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        vault = Vault(Path(folder))
        for number in range(data.draw(st.integers(1, 6))):
            path = data.draw(st.sampled_from(PATHS))
            if data.draw(st.booleans()):
                text = data.draw(st.sampled_from(TEXTS))
                # Every save differs in size from the one before, as the clock may stand still.
                vault.write(path, f"{text}\n{'.' * (number + 1)}\n")
            else:
                (vault.root / path).unlink(missing_ok=True)
            vault.look(10, marked=data.draw(st.sampled_from([(), (path,)])))
            vault.look(10, marked=(path,))
        vault.look(10)
        assert build(Workspace.load(vault.root), TODAY, write=False).was_up_to_date


def test_rebuild_tells_the_settings_and_the_files_that_it_rests_on(vault: Vault) -> None:
    vault.write("contacts/cem.md", ANA.replace("Ana", "Cem"))
    vault.write("netjournal.toml", '[build]\nformats = ["html"]\n')
    rebuilt = vault.look()
    assert rebuilt is not None
    assert rebuilt.config.build.formats == ("html",)
    contacts = {"contacts/ana.md", "contacts/ben.md", "contacts/cem.md"}
    assert rebuilt.taken == {*contacts, "netjournal.toml"}


def test_last_contact_may_go_and_come_back(vault: Vault) -> None:
    for path in ("contacts/ana.md", "contacts/ben.md"):
        (vault.root / path).unlink()
        vault.look()
        vault.look(HOLD_MISSING)
    assert "site/contacts/ben.html" not in vault.pages()
    vault.write("contacts/ben.md", ANA)
    vault.look(10)
    assert build(Workspace.load(vault.root), TODAY, write=False).was_up_to_date
