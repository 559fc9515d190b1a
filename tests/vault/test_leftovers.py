"""Names of files that programs leave beside notes, and conflict copies with their originals."""

import pytest

from netjournal.vault.leftovers import conflict_copies, is_leftover, without_leftovers


@pytest.mark.parametrize(
    "name",
    [
        "ana.md~",
        "#ana.md#",
        "ana.md.orig",
        "ana.md.REJ",
        "ana.md.part",
        "ana.md.crdownload",
        "ana.md.tmp",
        "ana.md.vsctmp",
        "ana.md.swp",
        "4913",
        "sedlIqqFk",
        "~$letter.docx",
    ],
)
def test_a_program_left_this_file(name: str) -> None:
    assert is_leftover(name)


@pytest.mark.parametrize("name", ["photo.jpg", "sediment", "49131", "notes.txt", "template.docx"])
def test_a_person_made_this_file(name: str) -> None:
    assert not is_leftover(name)


def test_a_merge_tools_and_a_sync_tools_versions_are_no_notes() -> None:
    names = [
        "ana.md.BACKUP.123.md",
        "ana_REMOTE_4711.md",
        "ana~20261124-143953.md",
        "~$ana.md",
        "ana.md",
        "ana~2026.md",
        "local_4.md",
    ]
    assert without_leftovers(names) == ["ana.md", "ana~2026.md", "local_4.md"]


def test_a_folder_without_leftovers_stays_as_it_is() -> None:
    names = ["ana.md", "ben.markdown"]
    assert names is without_leftovers(names)


@pytest.mark.parametrize(
    ("copy", "original"),
    [
        ("ana.sync-conflict-20261124-143953-YDAHXVT.md", "ana.md"),
        ("ana (Bob's conflicted copy 2026-11-24).md", "ana.md"),
        ("ana (Bob (home)'s conflicted copy 2026-11-24).md", "ana.md"),
        ("ana (Conflicted copy LAPTOP 20261124).md", "ana.md"),
        ("ana - conflicted copy.md", "ana.md"),
        ("ana-DESKTOP-1A2B3C.md", "ana.md"),
        ("ana-LAPTOP-0K2P9QRS.MD", "ana.MD"),
    ],
)
def test_a_certain_copy_needs_no_original(copy: str, original: str) -> None:
    assert {copy: original} == conflict_copies([copy])


@pytest.mark.parametrize("copy", ["ana 2.md", "ana 17.md", "ana-WORKPC.md", "ana-MY-NAS2.md"])
def test_a_likely_copy_needs_its_original(copy: str) -> None:
    assert conflict_copies([copy, "ben.md"]) == {}
    assert {copy: "ana.md"} == conflict_copies([copy, "ana.md"])


@pytest.mark.parametrize("beside", ["ana.md~", "ana.md.orig", "ana.md.part"])
def test_a_leftover_of_the_original_stands_for_it(beside: str) -> None:
    assert conflict_copies(["ana 2.md"], [beside]) == {"ana 2.md": "ana.md"}


def test_another_copy_stands_for_the_original() -> None:
    other = "ana.sync-conflict-20261124-143953-YDAHXVT.md"
    assert {"ana 2.md": "ana.md", other: "ana.md"} == conflict_copies(["ana 2.md", other])


def test_likeness_may_be_left_out() -> None:
    assert conflict_copies(["ana.md", "ana 2.md", "ana-PC.md"], by_likeness=False) == {}


@pytest.mark.parametrize(
    "name",
    [
        "ana 1.md",
        "ana-maria.md",
        "ana-2026.md",
        "2026-11-24.md",
        "ana-X.md",
        "ana-Lopez.md",
        "conflict resolution.md",
        "conflicted copy.md",
        ".sync-conflict-1.md",
    ],
)
def test_a_name_that_is_no_copy(name: str) -> None:
    assert conflict_copies([name, "ana.md", "2026-11.md", "2026.md", "conflict.md"]) == {}
