"""Syncthing, a real pair of them, brings what was written on another machine."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from storming import Storm, make_vault, note, save, storm
from syncing import Node, is_installed, pair, wait_until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="a watch ends by a signal"),
    pytest.mark.skipif(not is_installed(), reason="there is no Syncthing 1"),
]


@pytest.fixture
def synced(tmp_path: Path) -> Iterator[tuple[Storm, Node, Node]]:
    """A vault of some hundred contacts under watch, and the same on another machine."""
    root, other = tmp_path / "vault", tmp_path / "other"
    make_vault(root, 300)
    with pair(root, other, tmp_path / "syncthing") as (here, there), storm(root) as under:
        yield under, here, there


def bring(under: Storm, there: Node) -> None:
    """Waits until both have the same notes, and then for the pages."""
    there.looks()
    wait_until(lambda: notes(under.root) == notes(there.folder))
    under.settles()


def notes(root: Path) -> dict[str, bytes]:
    """The notes of a vault, none of them half-written."""
    found = {}
    for path in (root / "contacts").rglob("*.md"):
        try:
            found[path.relative_to(root).as_posix()] = path.read_bytes()
        except FileNotFoundError:
            continue  # being replaced just now
    return found


def test_notes_are_saved_renamed_and_removed_elsewhere(
    synced: tuple[Storm, Node, Node],
) -> None:
    under, _, there = synced
    contacts = sorted((there.folder / "contacts").iterdir())
    save(*contacts)
    bring(under, there)
    for path in contacts[:50]:
        path.unlink()
    for path in contacts[50:100]:
        path.rename(path.with_stem(f"moved-{path.stem}"))
    bring(under, there)
    team = there.folder / "contacts" / "team"
    team.mkdir()
    for number in range(50):
        (team / f"mate-{number}.md").write_text(note(number).replace("Person", "Mate"))
    bring(under, there)
    team.rename(team.with_name("crew"))
    bring(under, there)
    shutil.rmtree(team.with_name("crew"))
    bring(under, there)
    under.ends()


def test_conflict_is_reported_and_resolved(synced: tuple[Storm, Node, Node]) -> None:
    under, here, there = synced
    name = "contacts/person-0007.md"
    save(there.folder / name)
    bring(under, there)
    there.pauses(on=True)
    for node, text in ((here, "- 2026-11-19 Walk.\n"), (there, "- 2026-11-20 Tea.\n")):
        with (node.folder / name).open("a") as file:
            file.write(text)
        node.looks()
    under.settles()
    there.pauses(on=False)
    wait_until(lambda: bool(list(under.contacts.glob("*.sync-conflict-*"))))
    bring(under, there)
    copy = next(under.contacts.glob("*.sync-conflict-*"))
    assert copy.name in under.process.line("NJ009")
    copy.unlink()
    here.looks()
    bring(under, there)
    assert f"{copy.name}:1:1: mended" in under.ends()
