"""Two contacts who are the same person made one, with every link to either, or nothing of that."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from posixpath import dirname, join, normpath, relpath
from typing import NamedTuple

from netjournal.app.changing import Because, Read, Vault, change_as_planned, read_for_change
from netjournal.app.following import Own, Renaming, follow_everywhere
from netjournal.app.relinking import Move, relinked, vault_notes
from netjournal.app.workspace import Workspace
from netjournal.model.config import Config
from netjournal.model.contact import Link
from netjournal.model.fields import FIELD_BY_NAME, spelling
from netjournal.model.names import did_you_mean, name_key
from netjournal.model.renaming import names_again
from netjournal.model.resolve import NameTable, without_ending
from netjournal.notes.contactnote import field_naming
from netjournal.notes.parse import parse_note
from netjournal.notes.splicing.joining import joined, pair_of
from netjournal.notes.splicing.links import links_of, rewrite_links
from netjournal.notes.splicing.note import Note, Refusal
from netjournal.notes.splicing.pairs import Clash, Settled
from netjournal.vault.changes import FileChange
from netjournal.vault.scan import FoundNote, scan

Choose = Callable[[Sequence[Clash]], Mapping[str, str]]
"""Gives the right value of each field in which the two differ, as far as anybody can say."""


def field_key(config: Config, typed: str) -> str:
    """The form in which two spellings of a field are the same in a vault."""
    return field_naming(config)(typed) or spelling(typed)


class Two(NamedTuple):
    """The paths of the notes: of the one who goes, and of the one who stays."""

    one: str
    into: str


def no_such_field(workspace: Workspace, two: Two, typed: str) -> str:
    """Why a field can't be decided on: a sentence for one that neither of two has, else nothing."""
    config, contacts = workspace.config, workspace.index.contacts
    own = [key for path in two if path in contacts for key in contacts[path].own_fields]
    names = [*FIELD_BY_NAME, *config.fields, *own]
    if field_key(config, typed) in {field_key(config, each) for each in names}:
        return ""
    likely = did_you_mean(typed, names)
    hint = f"did you mean '{likely}'?" if likely else "neither contact has one"
    return f"no field is called '{typed}'; {hint}"


class Undecided(NamedTuple):
    """A merge that nobody has decided: the fields whose values differ."""

    clashes: tuple[Clash, ...]


class _Joined(NamedTuple):
    """The note of both, and what was decided without asking, in words."""

    note: Note
    remarks: tuple[str, ...]


def merge(
    workspace: Workspace, two: Two, choose: Choose, because: Because
) -> Renaming | Refusal | Undecided:
    """Merges two contacts in the whole vault, or not at all; raises NotChanged."""
    vault = Vault(workspace.root, workspace.config)

    def plan(
        known: Workspace, read: Read
    ) -> tuple[Renaming | Undecided, Sequence[FileChange]] | Refusal:
        found = _planned(known, two, choose, read)
        if isinstance(found, Refusal):
            return found
        return found, (() if isinstance(found, Undecided) else found.files)

    done = change_as_planned(vault, workspace, Workspace.load, plan, because)
    if isinstance(done, Refusal):
        return done
    planned, written = done
    if isinstance(planned, Undecided):
        return planned
    return planned._replace(warnings=written.warnings)


def plan_merging(workspace: Workspace, two: Two, choose: Choose) -> Renaming | Refusal | Undecided:
    """What merging two contacts would do; nothing is written."""
    vault = Vault(workspace.root, workspace.config)
    return _planned(workspace, two, choose, partial(read_for_change, vault))


def _planned(
    workspace: Workspace, two: Two, choose: Choose, read: Read
) -> Renaming | Refusal | Undecided:
    seen = vault_notes(scan(workspace.root, workspace.config))
    places = {each.path: each for each in seen}
    notes = _both(workspace, two, places, read)
    if isinstance(notes, Refusal):
        return notes
    one, into = notes
    made = _joined(workspace, one, into, choose)
    if not isinstance(made, _Joined):
        return made
    both = made.note
    move = _move(workspace, two, both)
    if isinstance(move, Refusal):
        return move
    own = relinked(both, both, move)
    if isinstance(own, Refusal):
        return own
    files = [
        FileChange(two.into, into.source.data, own.note.source.data),
        FileChange(two.one, one.source.data, None),
    ]
    found = follow_everywhere(workspace, places.values(), read, move, Own(files, own.links))
    return found if isinstance(found, Refusal) else found._replace(remarks=made.remarks)


def _both(
    workspace: Workspace, two: Two, places: dict[str, FoundNote], read: Read
) -> tuple[Note, Note] | Refusal:
    """The notes of both, which are no other places any more."""
    found: list[Note] = []
    for path in two:
        place = places.pop(path, None)
        if place is None:
            return Refusal(path, 1, "the note is gone")
        if path in workspace.links:
            return Refusal(path, 1, "the note is a link to a file elsewhere; merge it by hand")
        note = read(place)
        if isinstance(note, Refusal):
            return note
        found.append(note)
    return found[0], found[1]


def _joined(
    workspace: Workspace, one: Note, into: Note, choose: Choose
) -> _Joined | Refusal | Undecided:
    names, path = workspace.index.names, into.source.path
    moved = _rebased(one, path, names)
    if isinstance(moved, Refusal):
        return moved

    def meaning(link: Link) -> object:
        paths = names.find(link, path)
        people = {path if each == one.source.path else each for each in paths}
        return None if people == {path} else (tuple(sorted(people)) or link.target)

    pair = pair_of(moved, into, meaning)
    if isinstance(pair, Refusal):
        return pair
    differing = tuple(pair.differing())
    clashes = tuple([each for each in differing if isinstance(each, Clash)])
    choices = choose(clashes) if clashes else {}
    left = tuple([each for each in clashes if each.field not in choices])
    if left:
        return Undecided(left)
    both = joined(pair, choices)
    if isinstance(both, Refusal):
        return both
    return _Joined(both, tuple([_remark(each) for each in differing if isinstance(each, Settled)]))


def _remark(settled: Settled) -> str:
    clash, value = settled.clash, settled.value
    other = clash.one if value == clash.into else clash.into
    return f"{clash.field}: {value} stays, {settled.why}; {other} goes"


def _rebased(one: Note, path: str, names: NameTable) -> Note | Refusal:
    """The note with paths in its links that are right at another note's place."""
    source = one.source.path
    here, there = dirname(source), dirname(path)
    if here == there:
        return one

    def moved(link: Link) -> str | None:
        target = normpath(join(here, link.target))
        key = name_key(without_ending(target))
        is_there = key in names.by_path or key in names.others
        # Such a path begins at the top of the vault, or is one that any note may have.
        anywhere = not is_there and names.find(link, source) == names.find(link, path) != ()
        if not link.is_path or link.target.startswith("/") or anywhere:
            return None
        return relpath(target, there or ".")

    changed = rewrite_links(one, moved)
    if isinstance(changed, Refusal):
        return changed
    was, now = links_of(one), links_of(changed)
    if isinstance(was, Refusal):
        return was
    if isinstance(now, Refusal):
        return now
    for before, after in zip(was, now, strict=True):
        if names.find(before, source) != names.find(after, path):
            reason = f"the link to {before.target} would mean somebody else in {path}"
            return Refusal(source, before.line, reason)
    return changed


def _move(workspace: Workspace, two: Two, both: Note) -> Move | Refusal:
    index = workspace.index
    new = parse_note(
        both.source, both.config, in_contacts=both.in_contacts, in_journal=both.in_journal
    ).contact
    old, stays = index.contacts.get(two.one), index.contacts.get(two.into)
    if new is None or old is None or stays is None:
        return Refusal(two.into, 1, "only notes of contacts can be merged")
    return Move(old, new, index.names, names_again(index.names, [old, stays], [new], None))
