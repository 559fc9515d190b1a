"""What a scan finds: notes by folder, other files, and the problems of the walk itself."""

import os
import sys
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from netjournal.model.config import Config, VaultLayout
from netjournal.model.diagnostic import Diagnostic
from netjournal.vault.scan import FoundNote, Scan, scan
from netjournal.vault.taxonomy import default_taxonomy

posix_only = pytest.mark.skipif(os.name == "nt", reason="needs links and bytes in file names")

LEFT_BY_PROGRAMS = [
    "#ana.md#",
    ".#ana.md",
    "._ana.md",
    ".ana.md.GWhlXj",
    ".ana.md.icloud",
    ".ana.md.swp",
    ".ana.md.swx",
    ".fuse_hidden0000000100000001",
    ".goutputstream-QB7BZ3",
    ".nfs000000000123",
    ".obsidian/templates/contact.md",
    ".stversions/ana~20261124-143953.md",
    ".syncthing.ana.md.tmp",
    ".trash/ana.md",
    ".git/x.md",
    ".~lock.ana.md#",
    "4913",
    "ana.md.BACKUP.123.md",
    "ana.md.crdownload",
    "ana.md.orig",
    "ana.md.part",
    "ana.md.rej",
    "ana.md.tmp",
    "ana.md.vsctmp",
    "ana.md~",
    "dotgit/x.md",
    "node_modules/package/README.md",
    "sedlIqqFk",
]
CONFLICT_COPIES = [
    "ana (Bob's conflicted copy 2026-11-24).md",
    "ana 2.md",
    "ana-DESKTOP-1A2B3C.md",
    "ana.sync-conflict-20261124-143953-YDAHXVT.md",
]
ODD_NAMES = [
    "..ana",
    "CON",
    "-rf",
    "--help",
    "a\nb",
    "a\tb",
    "\u202eanA",
    "é" * 120,
    "\U0001f469\u200d\U0001f4bb",
    "Jos\xe9",
    "Jose\u0301",
    "ANA",
    "Straße",
    "STRASSE",
    "\ufb01n",
    "a\u200bb",
    "a\\b",
    "a:b?*<c>|",
    "~",
    "~root",
    "$HOME",
    "`id`",
    "$(id)",
    "%2e%2e%2f",
    "李小龙",
    "محمد",
    "index",
    "README",
    "trailing ",
    "trailing.",
    "\u0130stanbul",
    "\u017fS",
    "a'b\"c",
]


def look(root: Path, **layout: Any) -> Scan:  # noqa: ANN401 - a setting is of any type
    """The scan of a vault with some of the settings of `[vault]`."""
    return scan(root, Config(default_taxonomy(), vault=VaultLayout(**layout)))


def write(root: Path, *paths: str) -> None:
    """Makes files at these paths."""
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("text\n", encoding="utf-8")


def paths(notes: Iterable[FoundNote]) -> list[str]:
    """The paths of notes, in the order in which they were found."""
    return [note.path for note in notes]


def problems(found: Scan) -> list[tuple[str, str]]:
    """Code and path of each diagnostic."""
    return [(problem.code, problem.path) for problem in found.diagnostics]


def only(found: Scan) -> Diagnostic:
    """The one diagnostic of a scan."""
    assert len(found.diagnostics) == 1
    return found.diagnostics[0]


def test_notes_lie_in_contacts_and_journal(tmp_path: Path) -> None:
    write(tmp_path, "contacts/office/ben.md", "contacts/ana.MARKDOWN", "journal/2026/11/24.Md")
    assert look(tmp_path).notes == (
        FoundNote("contacts/ana.MARKDOWN", in_contacts=True, in_journal=False),
        FoundNote("contacts/office/ben.md", in_contacts=True, in_journal=False),
        FoundNote("journal/2026/11/24.Md", in_contacts=False, in_journal=True),
    )


def test_every_other_file_is_listed_for_links(tmp_path: Path) -> None:
    write(tmp_path, "contacts/ana.md", "contacts/ana.jpg", "ideas.md", "files/a/deck.pdf")
    write(tmp_path, "netjournal.toml", "templates/today.md.j2", ".hidden", ".git/config")
    assert look(tmp_path).other_files == (
        "contacts/ana.jpg",
        "files/a/deck.pdf",
        "ideas.md",
        "netjournal.toml",
        "templates/today.md.j2",
    )


def test_a_vault_without_contact_folder_is_no_error(tmp_path: Path) -> None:
    assert look(tmp_path) == Scan((), (), ())


def test_a_vault_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert look(tmp_path / "nowhere") == Scan((), (), ())


def test_a_folder_may_be_nested(tmp_path: Path) -> None:
    write(tmp_path, "People/ana.md", "People/Work/ben.md", "People/Workers/cem.md")
    assert paths(look(tmp_path, contacts=("People/Work/",)).notes) == ["People/Work/ben.md"]


def test_the_vault_itself_may_be_the_contact_folder(tmp_path: Path) -> None:
    write(tmp_path, "ana.md", "work/ben.md", "journal/2026-11-24.md", "review/today.md")
    assert look(tmp_path, contacts=(".",)).notes == (
        FoundNote("ana.md", in_contacts=True, in_journal=False),
        FoundNote("journal/2026-11-24.md", in_contacts=False, in_journal=True),
        FoundNote("work/ben.md", in_contacts=True, in_journal=False),
    )


def test_a_folder_may_be_both(tmp_path: Path) -> None:
    write(tmp_path, "notes/ana.md")
    found = look(tmp_path, contacts=("notes",), journal=("notes",)).notes
    assert (FoundNote("notes/ana.md", in_contacts=True, in_journal=True),) == found


def test_the_nearest_named_folder_decides(tmp_path: Path) -> None:
    write(tmp_path, "notes/people/ana.md", "notes/2026-11-24.md")
    found = look(tmp_path, contacts=("notes/people",), journal=("notes",)).notes
    assert found == (
        FoundNote("notes/2026-11-24.md", in_contacts=False, in_journal=True),
        FoundNote("notes/people/ana.md", in_contacts=True, in_journal=False),
    )


@pytest.mark.parametrize("layout", [{"contact_tag": "person"}, {"contact_type": "person"}])
def test_with_a_tag_or_a_type_every_note_is_a_candidate(
    tmp_path: Path, layout: dict[str, str]
) -> None:
    write(tmp_path, "ana.md", "deep/down/ben.md", "contacts/cem.md", "Templates/person.md")
    found = look(tmp_path, **layout)
    assert found.notes == (
        FoundNote("ana.md", in_contacts=False, in_journal=False),
        FoundNote("contacts/cem.md", in_contacts=True, in_journal=False),
        FoundNote("deep/down/ben.md", in_contacts=False, in_journal=False),
    )
    assert found.other_files == ("Templates/person.md",)


def test_a_folder_is_found_in_either_unicode_form(tmp_path: Path) -> None:
    typed, on_disk = (unicodedata.normalize(form, "Kontaktpersönen") for form in ("NFC", "NFD"))
    write(tmp_path, f"{on_disk}/ana.md")
    found = look(tmp_path, contacts=(typed,)).notes
    assert [f"{on_disk}/ana.md"] == paths(found)
    assert found == look(tmp_path, contacts=(on_disk,)).notes


def test_generated_pages_are_not_read(tmp_path: Path) -> None:
    write(tmp_path, "review/today.md", "site/index.html", "contacts/review/ana.md")
    found = look(tmp_path, contact_tag="person")
    assert (paths(found.notes), found.other_files) == (["contacts/review/ana.md"], ())


def test_what_programs_leave_is_neither_note_nor_file(tmp_path: Path) -> None:
    write(tmp_path, *(f"contacts/{name}" for name in LEFT_BY_PROGRAMS), "contacts/ana.md")
    found = look(tmp_path)
    assert (paths(found.notes), found.other_files, ()) == (["contacts/ana.md"], (), ())


@pytest.mark.parametrize("original", [[], ["contacts/ana.md"]])
def test_a_conflict_copy_is_reported_once_and_not_read(tmp_path: Path, original: list[str]) -> None:
    write(tmp_path, *(f"contacts/{name}" for name in CONFLICT_COPIES), *original)
    found = look(tmp_path)
    assert original == paths(found.notes)
    assert problems(found) == [("NJ009", f"contacts/{name}") for name in CONFLICT_COPIES]
    assert {(1, 1)} == {(problem.line, problem.column) for problem in found.diagnostics}
    assert all("'contacts/ana.md'" in problem.hint for problem in found.diagnostics)


def test_the_hint_says_whether_the_original_is_there(tmp_path: Path) -> None:
    write(tmp_path, f"contacts/{CONFLICT_COPIES[0]}")
    assert "isn't here" in only(look(tmp_path)).hint
    write(tmp_path, "contacts/ana.md")
    assert "bring what is missing over" in only(look(tmp_path)).hint


def test_names_that_only_look_like_copies_are_notes_outside_the_folders(tmp_path: Path) -> None:
    write(tmp_path, "Chapter.md", "Chapter 2.md", "Ana (conflicted copy).md")
    found = look(tmp_path, contact_tag="person")
    assert paths(found.notes) == ["Chapter 2.md", "Chapter.md"]
    assert problems(found) == [("NJ009", "Ana (conflicted copy).md")]


def test_ignored_notes_are_not_read_but_links_may_name_them(tmp_path: Path) -> None:
    write(tmp_path, "contacts/ana.md", "contacts/plan.excalidraw.md", "contacts/old/ben.md")
    write(tmp_path, "contacts/archive/deep/cem.md", "contacts/archive/ana 2.md")
    patterns = ("contacts/archive/**", "*.excalidraw.md", "contacts/old/*")
    found = look(tmp_path, ignore=patterns)
    assert paths(found.notes) == ["contacts/ana.md"]
    assert found.other_files == (
        "contacts/archive/ana 2.md",
        "contacts/archive/deep/cem.md",
        "contacts/old/ben.md",
        "contacts/plan.excalidraw.md",
    )
    assert found.diagnostics == ()


@posix_only
def test_odd_names_are_names(tmp_path: Path) -> None:
    write(tmp_path, *(f"contacts/x{name}.md" for name in ODD_NAMES))
    expected = sorted(f"contacts/x{name}.md" for name in ODD_NAMES)
    found = look(tmp_path)
    assert (expected, ()) == (paths(found.notes), found.diagnostics)


@posix_only
@pytest.mark.skipif(sys.platform == "darwin", reason="the disk takes UTF-8 names only")
def test_a_name_that_is_not_utf8_is_reported_in_printable_form(tmp_path: Path) -> None:
    write(tmp_path, "contacts/ana.md", "contacts/b\udce9n.md", "contacts/w\udce9rk/cem.md")
    write(tmp_path, "contacts/photo\udce9.jpg")
    found = look(tmp_path)
    assert (paths(found.notes), found.other_files) == (["contacts/ana.md"], ())
    assert problems(found) == [
        ("NJ001", "contacts/b\\udce9n.md"),
        ("NJ001", "contacts/w\\udce9rk"),
    ]


@posix_only
def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    write(tmp_path, "contacts/office/ana.md")
    (tmp_path / "contacts/office/again").symlink_to(tmp_path / "contacts")
    (tmp_path / "contacts/itself").symlink_to("itself")
    (tmp_path / "contacts/self.md").symlink_to("self.md")
    (tmp_path / "contacts/top").symlink_to(tmp_path)
    (tmp_path / "contacts/above").symlink_to(tmp_path.parent)
    found = look(tmp_path)
    assert paths(found.notes) == ["contacts/office/ana.md"]
    assert problems(found) == [("NJ001", "contacts/self.md")]
    assert "links go round in a circle" in only(found).message


@posix_only
def test_a_linked_folder_is_followed_once_and_the_real_path_wins(tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    write(vault, "contacts/office/ana.md")
    write(tmp_path, "elsewhere/ben.md")
    (vault / "contacts/a-link").symlink_to(vault / "contacts/office")
    (vault / "contacts/more").symlink_to(tmp_path / "elsewhere")
    (vault / "contacts/again").symlink_to(tmp_path / "elsewhere")
    assert paths(look(vault).notes) == ["contacts/again/ben.md", "contacts/office/ana.md"]


@posix_only
def test_links_behind_which_something_counts_are_told(tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    write(vault, "contacts/office/ana.md", "templates/a.md.j2")
    write(tmp_path, "elsewhere/ben.md", "elsewhere/photo.jpg", "elsewhere/b.md.j2", "elsewhere/n")
    counting = {
        "contacts/again": "elsewhere",
        "contacts/ben.md": "elsewhere/ben.md",
        "contacts/gone.md": "nowhere",
        "contacts/usb": "nowhere",
        "netjournal.toml": "elsewhere/n",
        "templates/b.md.j2": "elsewhere/b.md.j2",
    }
    others = {
        "contacts/photo.jpg": "elsewhere/photo.jpg",
        "contacts/lost.jpg": "nowhere",
        "contacts/.#ana.md": "nowhere",
        "contacts/a-link": "vault/contacts/office",
        "ben.md": "elsewhere/ben.md",
    }
    for link, target in {**counting, **others}.items():
        (vault / link).symlink_to(tmp_path / target)
    assert look(vault).links == tuple(counting)
    assert look(vault, ignore=("contacts/again", "contacts/ben.md")).links[0] == "contacts/gone.md"


@posix_only
def test_the_vault_may_be_a_link_and_its_output_too(tmp_path: Path) -> None:
    write(tmp_path, "real/contacts/ana.md", "real/review/today.md")
    (tmp_path / "vault").symlink_to(tmp_path / "real")
    (tmp_path / "real/contacts/pages").symlink_to(tmp_path / "real/review")
    assert paths(look(tmp_path / "vault").notes) == ["contacts/ana.md"]


@posix_only
def test_a_link_to_a_note_is_a_note(tmp_path: Path) -> None:
    write(tmp_path, "shared/ana.md")
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts/ana.md").symlink_to(tmp_path / "shared/ana.md")
    assert paths(look(tmp_path).notes) == ["contacts/ana.md"]


@posix_only
def test_a_link_that_leads_nowhere_is_reported_when_it_is_a_note(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    for name in ("ana.md", "photo.jpg", ".#ben.md"):
        (tmp_path / "contacts" / name).symlink_to("nowhere")
    (tmp_path / "other.md").symlink_to("nowhere")
    found = look(tmp_path)
    assert problems(found) == [("NJ001", "contacts/ana.md")]
    assert "leads nowhere" in only(found).message


@posix_only
@pytest.mark.parametrize("target", ["/dev/zero", "/dev/null", "pipe"])
def test_a_link_to_a_device_or_a_pipe_is_no_file(tmp_path: Path, target: str) -> None:
    (tmp_path / "contacts").mkdir()
    os.mkfifo(tmp_path / "contacts/pipe")
    (tmp_path / "contacts/zero.md").symlink_to(target)
    found = only(look(tmp_path))
    assert (found.code, found.path) == ("NJ001", "contacts/zero.md")
    assert found.message == "the note can't be read: it is no file"
    assert problems(look(tmp_path, ignore=("contacts/*",))) == []


@posix_only
def test_a_pipe_is_no_note(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    os.mkfifo(tmp_path / "contacts/ana.md")
    found = look(tmp_path)
    assert (found.notes, problems(found)) == ((), [("NJ001", "contacts/ana.md")])


def failing_listing(path: Path, error: OSError) -> Callable[[str], Iterable[os.DirEntry[str]]]:
    """An os.scandir that fails for one folder."""
    listing = os.scandir

    def scandir(folder: str) -> Iterable[os.DirEntry[str]]:
        if Path(folder) == path:
            raise error
        return listing(folder)

    return scandir


def test_an_unreadable_folder_is_reported_and_the_walk_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "contacts/a/ana.md", "contacts/b/ben.md", "contacts/c/cem.md")
    error = PermissionError(13, "Permission denied")
    monkeypatch.setattr(os, "scandir", failing_listing(tmp_path / "contacts/b", error))
    found = look(tmp_path)
    assert paths(found.notes) == ["contacts/a/ana.md", "contacts/c/cem.md"]
    assert problems(found) == [("NJ001", "contacts/b")]
    assert "permission denied" in only(found).message


def test_an_unreadable_vault_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    error = PermissionError(13, "Permission denied")
    monkeypatch.setattr(os, "scandir", failing_listing(tmp_path, error))
    assert problems(look(tmp_path)) == [("NJ001", ".")]


def test_an_ignored_folder_may_be_unreadable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "contacts/b/ben.md")
    error = PermissionError(13, "Permission denied")
    monkeypatch.setattr(os, "scandir", failing_listing(tmp_path / "contacts/b", error))
    assert look(tmp_path, ignore=("contacts/b",)) == Scan((), (), ())


def test_a_folder_that_vanishes_meanwhile_is_no_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "contacts/a/ana.md", "contacts/b/ben.md")
    error = FileNotFoundError(2, "No such file or directory")
    monkeypatch.setattr(os, "scandir", failing_listing(tmp_path / "contacts/b", error))
    found = look(tmp_path)
    assert (paths(found.notes), found.diagnostics) == (["contacts/a/ana.md"], ())


def test_an_output_folder_that_may_not_be_looked_at_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "contacts/ana.md")

    def lstat(path: str) -> os.stat_result:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr("netjournal.vault.scan.os.lstat", lstat)
    assert paths(look(tmp_path).notes) == ["contacts/ana.md"]


def test_a_very_deep_folder_is_walked(tmp_path: Path) -> None:
    write(tmp_path, "contacts/ana.md")
    deep = tmp_path / "contacts"
    for _ in range(40):
        deep = deep / ("d" * 50)
    deep.mkdir(parents=True)
    (deep / "ben.md").write_text("text", encoding="utf-8")
    assert len(look(tmp_path).notes) == 2
