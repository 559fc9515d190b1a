"""An import: what would become of everything in some files, and writing it."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from netjournal.app.changing import Because, Changed, Read, Vault, change_vault
from netjournal.app.importing.happenings import Happenings, Kept, Stranger, plan_happenings
from netjournal.app.importing.identity import Register
from netjournal.app.importing.notes import Drafted, draft_notes
from netjournal.app.importing.outcomes import People, Verdict, Wanted
from netjournal.app.importing.people import plan_people
from netjournal.app.importing.reading import Found
from netjournal.app.who import Desk
from netjournal.model.imported import ImportedPerson, Skipped
from netjournal.model.source import Source
from netjournal.notes.splicing.note import Refusal
from netjournal.notes.splicing.quotes import has_text
from netjournal.vault.changes import FileChange
from netjournal.vault.reader import read_note
from netjournal.vault.settings import load_settings

Progress = Callable[[int, int], None]


class Import(NamedTuple):
    """What becomes of everything in the files; nothing is written yet."""

    people: People
    happenings: Happenings
    skipped: tuple[tuple[str, Skipped], ...]
    """What isn't imported, each with its file."""
    drafted: Drafted


def plan_import(
    root: Path, found: Found, wanted: Wanted, progress: Progress | None = None
) -> Import:
    """What becomes of everything that files tell, in a vault as it is now."""
    desk = Desk(root)
    index, config = desk.workspace.index, desk.settings.config

    def is_there(path: str, text: str) -> bool:
        source = read_note(root, path)
        return isinstance(source, Source) and has_text(source.data.decode(errors="replace"), text)

    people = plan_people(found.people, index, config, wanted, is_there)
    happenings = plan_happenings(found.entries, people, index, wanted.since)
    register = people.register
    more = [
        _as_person(each)
        for each in happenings.strangers
        if (wanted.adds_people and _may_be_added(each)) or _may_be_known(each, register)
    ]
    if more:
        everybody = [*found.people, *more]
        people = plan_people(everybody, index, config, wanted, is_there)
        happenings = plan_happenings(found.entries, people, index, wanted.since)
    drafted = draft_notes(desk, people, happenings, wanted.as_of, progress)
    outcomes = [
        each._replace(kept=Kept.SAME) if each in drafted.there else each
        for each in happenings.outcomes
    ]
    asked = _addresses_asked_about(people)
    strangers = [each for each in happenings.strangers if each.email.casefold() not in asked]
    happenings = Happenings(tuple(outcomes), tuple(strangers))
    skipped = (*found.skipped, *people.skipped, *drafted.refused)
    return Import(people, happenings, skipped, drafted)


def write_import(
    root: Path,
    planned: Import,
    again: Callable[[], Import],
    because: Because,
    progress: Progress | None = None,
) -> tuple[Import, Changed | Refusal]:
    """Writes all of an import, or nothing; raises NotChanged.

    When a note has been changed meanwhile, it is planned again.
    """
    plans: list[Import] = []

    def plan(_read: Read) -> tuple[FileChange, ...]:
        plans.append(again() if plans else planned)
        return plans[-1].drafted.changes

    done = change_vault(Vault(root, load_settings(root).config), plan, because, progress)
    return plans[-1], done


def _addresses_asked_about(people: People) -> frozenset[str]:
    """The addresses of those who may be contacts already, in lower case."""
    unclear = [each for each in people.outcomes if each.verdict is Verdict.UNCLEAR]
    return frozenset(
        [address.casefold() for each in unclear for address in each.adds.get("email", ())]
    )


def _may_be_added(stranger: Stranger) -> bool:
    """Whether somebody is more than an address that was written to once, or a name in a text."""
    return stranger.is_two_way and bool(stranger.email)


def _may_be_known(stranger: Stranger, register: Register) -> bool:
    """Whether somebody is called like a contact, and may be asked about."""
    return bool(stranger.email and stranger.name and register.called(stranger.name).who)


def _as_person(stranger: Stranger) -> tuple[str, ImportedPerson]:
    file, line = stranger.place
    return file, ImportedPerson(line, stranger.name, {"email": (stranger.email,)})
