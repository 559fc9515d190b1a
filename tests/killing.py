"""Commands killed at any moment: each note is the old or the new one, and the next command works.

`python tests/killing.py --kills 2000` kills each command so often; names of commands pick some.
The moments are spread over the time that a command takes. Every other one is counted from when it
begins to write, which is soon done.
"""

import argparse
import gc
import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from forking import Place, State, Taken, Tree

from netjournal.vault.atomic import TEMPORARY

VAULT: Tree = {
    "netjournal.toml": b"[me]\nname = 'Me'\n",
    "contacts/ana-lopez.md": b"---\nname: Ana Lopez\nrelationship: ally\n---\n## Log\n\n"
    b"- 2026-02-20 Coffee with [[ben-osei]].\n- [ ] Send the draft to her\n",
    "contacts/ana-lund.md": b"---\nname: Ana Lund\nemail: ana@example.org\n---\n\n"
    b"- 2026-01-03 Met at the fair.\n",
    "contacts/ben-osei.md": b"---\nname: Ben Osei\nknows: ['[[ana-lopez]]', '[[ana-lund]]']\n---\n",
    "contacts/zoe-abe.md": b"---\nname: Zoe Abe\n---\n",
    "journal/2026-02-27.md": b"- Met [[ben-osei]] and [[ana-lopez|Ana]] at the fair.\n",
    "journal/2026-02-28.md": b"- Call with [[Ana Lund]], then [[contacts/ana-lopez]].\n",
}
FILES: Tree = {
    "known.vcf": b"BEGIN:VCARD\nVERSION:3.0\nFN:Ana Lund\nEMAIL:ana@example.org\nTEL:+47 555 0142\n"
    b"NOTE:Likes maps.\nEND:VCARD\n"
    b"BEGIN:VCARD\nVERSION:3.0\nFN:Dora Novak\nORG:First National Bank\nEND:VCARD\n"
    b"BEGIN:VCARD\nVERSION:3.0\nFN:Eli Stone\nEMAIL:eli@example.org\nEND:VCARD\n",
    "strangers.vcf": b"BEGIN:VCARD\nVERSION:4.0\nFN:Dora Novak\nTEL:+420 555 0171\nEND:VCARD\n"
    b"BEGIN:VCARD\nVERSION:4.0\nFN:Eli Stone\nBDAY:--0412\nEND:VCARD\n",
    "known.csv": b"Name,Email,City\nAna Lund,ana@example.org,Bergen\n"
    b"Eli Stone,eli@example.org,Rome\n",
    "strangers.csv": b"Name,Email,City\nDora Novak,dora@example.org,Brno\nEli Stone,,Rome\n",
}
"""Files to import, in the folder above the vault: with a contact of it, or without any."""

NEXT = ("set", "zoe-abe", "location=Oslo")
"""The command after the one that was killed."""

RENAME = ("rename", "ana-lopez", "Ana Brandt")
MERGE = ("merge", "ana-lund", "ana-lopez")
IMPORT = ("import", "../known.vcf")

_GOLDEN = 0.6180339887
"""Multiples of it, without what is before the point, spread evenly, however many they are."""
_ROUNDS = 9
_MOST_TRIES = 10
_TAKEN_BACK = 10
"""One of so many tries ends with all being taken back."""


class Command(NamedTuple):
    """A command that is killed, and those before it."""

    words: tuple[str, ...]
    before: tuple[tuple[str, ...], ...] = ()


COMMANDS = {
    "log": Command(("log", "ana-lopez", "Lunch by the river")),
    "log-people": Command(("log", "ana-lopez", "ben-osei", "Walk", "--on", "2026-02-27")),
    "log-new-day": Command(("log", "--journal", "ana-lopez", "ben-osei", "Walk")),
    "done": Command(("done", "ana-lopez", "draft")),
    "set": Command(("set", "ana-lopez", "location=Turin", "industry+=finance")),
    "snooze": Command(("snooze", "ana-lopez", "2w")),
    "new": Command(("new", "Dora Novak", "relationship=ally")),
    "rename": Command(RENAME),
    "merge": Command(MERGE),
    "import-cards": Command(IMPORT),
    "import-new-cards": Command(("import", "../strangers.vcf")),
    "import-table": Command(("import", "../known.csv")),
    "import-new-table": Command(("import", "../strangers.csv")),
    "undo": Command(("undo",), (RENAME,)),
    "undo-merge": Command(("undo",), (MERGE,)),
    "undo-import": Command(("undo",), (IMPORT,)),
}


class Expected(NamedTuple):
    """What a command that is killed begins with, and what may be there afterwards."""

    old: State
    new: Tree
    old_and_next: Tree
    new_and_next: Tree
    taken: Taken
    """By the command when it is quick."""


class Tally(NamedTuple):
    """How the tries of a command have ended."""

    tries: int
    killed: Mapping[str, int]
    """How often before, in the middle of and after the change; in the other tries it had ended."""
    failures: tuple[str, ...]


def killing_place(folder: Path) -> Place:
    """A place in an empty folder, where every command has run once already."""
    place = Place(folder / "vault", folder / "said")
    place.root.mkdir()
    for name, data in FILES.items():
        (folder / name).write_bytes(data)
    os.environ["XDG_STATE_HOME"] = f"{folder}/state"
    os.environ["NETJOURNAL_TODAY"] = "2026-03-01"
    for each in (*COMMANDS.values(), Command(NEXT)):
        place.lay(State(VAULT, {}))
        for words in (*each.before, each.words):
            place.warm_up(words)
    return place


def kills_of(place: Place, command: Command, count: int) -> Tally:
    """Kills a command so often, each time at another moment."""
    expected = _expected(place, command)
    killed = {"before": 0, "middle": 0, "after": 0}
    failures = []
    number = 0
    while sum(killed.values()) < count and number < _MOST_TRIES * count:
        place.lay(expected.old)
        when_writing = number % 2 == 1
        part = (number // 2 + 0.5) * _GOLDEN % 1
        delay = part * (expected.taken.writing if when_writing else expected.taken.seconds)
        number += 1
        try:
            was_killed = place.kill(command.words, delay, when_writing=when_writing)
            killed[look_at_once(place, expected)] += was_killed
            look_afterwards(place, expected)
            if number % _TAKEN_BACK == 0:
                take_all_back(place)
        except AssertionError as error:
            since = "the start of writing" if when_writing else "the start"
            failures.append(f"killed {delay * 1000:.2f} ms after {since}: {error}")
    return Tally(number, killed, tuple(failures))


def _expected(place: Place, command: Command) -> Expected:
    place.lay(State(VAULT, {}))
    for words in command.before:
        place.must(words)
    old = place.state()
    times = []
    for _ in range(_ROUNDS):
        place.lay(old)
        times.append(place.time(command.words))
    new = place.state().vault
    place.must(NEXT)
    new_and_next = place.state().vault
    place.lay(old)
    place.must(NEXT)
    quick = Taken(min(each.seconds for each in times), min(each.writing for each in times))
    return Expected(old, new, place.state().vault, new_and_next, quick)


def look_at_once(place: Place, expected: Expected) -> str:
    """Where the command has been killed; raises AssertionError unless each note is old or new."""
    now = place.state()
    notes = {path: data for path, data in now.vault.items() if not _is_temporary(path)}
    old, new = expected.old.vault, expected.new
    for path in notes.keys() | (old.keys() & new.keys()):
        assert path in notes, f"{path} is gone"
        assert notes[path] in (old.get(path), new.get(path)), f"{path} is neither old nor new"
    if "pending.json" in now.changes or len(notes) < len(now.vault):
        return "middle"
    assert notes in (old, new), difference(notes, old)
    return "before" if notes == old else "after"


def _is_temporary(path: str) -> bool:
    return TEMPORARY.fullmatch(path.rpartition("/")[2]) is not None


def look_afterwards(place: Place, expected: Expected) -> None:
    """Runs the next command; raises AssertionError for what isn't as it should be then."""
    place.must(NEXT)
    now = place.state()
    if now.vault not in (expected.old_and_next, expected.new_and_next):
        raise AssertionError(difference(now.vault, expected.old_and_next))
    left = [path for path in now.changes if path.startswith("pending")]
    assert not left, f"left behind: {left}"


def take_all_back(place: Place) -> None:
    """Takes every change back; raises AssertionError when that isn't how it all began."""
    while not place.run(("undo",)):
        pass
    said = place.said.read_text("utf-8")
    assert "nothing to take back" in said, said
    now = place.state().vault
    assert now == VAULT, difference(now, VAULT)


def difference(now: Tree, then: Tree) -> str:
    """The files that aren't the same."""
    paths = sorted(path for path in now.keys() | then.keys() if now.get(path) != then.get(path))
    return "; ".join(f"{path}: {now.get(path)!r}, not {then.get(path)!r}" for path in paths)


def main() -> int:
    """Reads the arguments and kills; the exit status is 1 when anything was as it mustn't be."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("names", nargs="*", metavar="COMMAND", help=", ".join(COMMANDS))
    arguments.add_argument("--kills", type=int, default=2000)
    chosen = arguments.parse_args()
    has_failed = False
    with tempfile.TemporaryDirectory() as folder:
        place = killing_place(Path(folder))
        gc.freeze()
        for name in chosen.names or COMMANDS:
            tally = kills_of(place, COMMANDS[name], chosen.kills)
            where = ", ".join(f"{count} {when}" for when, count in tally.killed.items())
            kills = sum(tally.killed.values())
            sys.stdout.write(f"{name}: {kills} kills ({where}) in {tally.tries} tries\n")
            for failure in tally.failures:
                sys.stdout.write(f"    failed: {failure}\n")
            sys.stdout.flush()
            has_failed = has_failed or bool(tally.failures)
    return int(has_failed)


if __name__ == "__main__":
    sys.exit(main())
