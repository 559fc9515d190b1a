"""Links of a whole vault that lead to a contact, led to where that contact is found from now on."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from posixpath import dirname, relpath
from typing import NamedTuple
from urllib.parse import unquote

from netjournal.app.changing import Read
from netjournal.model.contact import Contact, Link
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.names import name_key
from netjournal.model.resolve import NameTable, Paths, stem, without_ending
from netjournal.notes.splicing.links import links_of, rewrite_links
from netjournal.notes.splicing.note import Note, Refusal
from netjournal.vault.changes import FileChange
from netjournal.vault.leftovers import NOTE_ENDINGS
from netjournal.vault.reader import read_note
from netjournal.vault.scan import FoundNote, Scan

_NOT_IN_LINKS = frozenset("[]|#`^\\")


class Move(NamedTuple):
    """A contact as it was and as it will be, and whom a link means then and now."""

    old: Contact
    new: Contact
    before: NameTable
    after: NameTable


class Relinked(NamedTuple):
    """A note whose links lead where they should."""

    note: Note
    links: int
    """How many of them have changed."""


class Followed(NamedTuple):
    """What becomes of the notes that link a contact."""

    files: tuple[FileChange, ...]
    links: Mapping[str, int]
    """How many links change in each, by its path."""


def may_link(data: bytes, move: Move) -> bool:
    """Whether a note may hold a link that the move reaches: whether it says one of the names."""
    text = data.decode("utf-8", "replace")
    if "\\u" in text or "\\x" in text:
        return True  # a name in quotes may be spelled so in YAML
    said = name_key(unquote(text.replace("\\", "")))
    names = {stem(move.old.path), move.old.name, *move.old.aliases}
    names |= {stem(move.new.path), move.new.name}
    return any(_says(said, name_key(name)) for name in names)


def _says(text: str, name: str) -> bool:
    """Whether a text says a name, and not just as a part of a word."""
    start = text.find(name) if name else -1
    while start >= 0:
        end = start + len(name)
        before, behind = text[start - 1 : start], text[end : end + 1]
        goes_on = before.isalnum() and name[0].isalnum(), behind.isalnum() and name[-1].isalnum()
        if not any(goes_on):
            return True
        start = text.find(name, start + 1)
    return False


def follow(root: Path, places: Iterable[FoundNote], read: Read, move: Move) -> Followed | Refusal:
    """What becomes of some notes so that their links to the contact lead on."""
    files: list[FileChange] = []
    links: dict[str, int] = {}
    for place in places:
        source = read_note(root, place.path)
        if isinstance(source, Diagnostic):
            return Refusal(place.path, source.line, f"{source.message}, so its links aren't known")
        if not may_link(source.data, move):
            continue
        note = read(place)
        if isinstance(note, Refusal):
            return note
        changed = relinked(note, note, move)
        if isinstance(changed, Refusal):
            return changed
        if changed.links:
            files.append(FileChange(place.path, note.source.data, changed.note.source.data))
            links[place.path] = changed.links
    return Followed(tuple(files), links)


def vault_notes(seen: Scan) -> Iterator[FoundNote]:
    """Every Markdown file of the vault, also those that aren't read for the pages."""
    yield from seen.notes
    for path in seen.other_files:
        if path.lower().endswith(NOTE_ENDINGS):
            yield FoundNote(path, in_contacts=False, in_journal=False)


def relinked(original: Note, note: Note, move: Move) -> Relinked | Refusal:
    """The note with its links to the contact led on, and all others meaning what they did.

    `original` is the note as it was before anything else was changed in it.
    """
    source = original.source.path
    changed = rewrite_links(note, lambda link: new_target(link, source, move))
    if isinstance(changed, Refusal):
        return changed
    was, now = links_of(original), links_of(changed)
    if isinstance(was, Refusal):
        return was
    if isinstance(now, Refusal):
        return now
    for one, other in zip(was, now, strict=True):
        reason = _wrong(one, other, source, move)
        if reason:
            by_hand = f"write on line {one.line} whom {_typed(one)} means, by the path of the note"
            return Refusal(source, one.line, reason, by_hand)
    pairs = zip(was, now, strict=True)
    return Relinked(changed, [one.target != other.target for one, other in pairs].count(True))


def new_target(link: Link, source: str, move: Move) -> str | None:
    """What a link names from now on; None for one that stays as it is."""
    if move.before.find(link, source) != (move.old.path,):
        return None
    folder, slash, last = link.target.rpartition("/")
    ending = last[len(without_ending(last)) :]
    key = name_key(without_ending(last))
    new = stem(move.new.path)
    by_file = link.is_path or bool(slash) or move.old.path in move.before.by_stem.get(key, ())
    wanted = [link.target]
    if by_file and stem(move.old.path) != new:
        wanted = [f"{folder}{slash}{new}{ending}"]
    elif not by_file and key == name_key(move.old.name):
        wanted = [f"{move.new.name}{ending}"]
    if link.is_path:
        wanted.append(relpath(move.new.path, dirname(source) or "."))
    else:
        wanted += [new, without_ending(move.new.path)]
    fitting = [each for each in wanted if _fits(each, link, source, move)]
    return fitting[0] if fitting else wanted[0]


def _fits(target: str, link: Link, source: str, move: Move) -> bool:
    """Whether a link can name a target, and means the contact then, and nobody else."""
    if not link.is_path and not _NOT_IN_LINKS.isdisjoint(target):
        return False
    return move.after.find(link._replace(target=target), source) == (move.new.path,)


def _wrong(was: Link, now: Link, source: str, move: Move) -> str:
    """Why a link would mean somebody else; empty when it means the same as before."""
    meant = move.before.find(was, source)
    means = move.after.find(now, source)
    expected = tuple(sorted({move.new.path if path == move.old.path else path for path in meant}))
    if means == expected or not (meant or move.before.names_a_file(was)):
        return ""
    if len(meant) > 1:
        return f"{_typed(was)} may mean {_either(meant)}, and could mean something else afterwards"
    if means:
        return f"{_typed(was)} would mean {_either(means)} afterwards"
    return f"{_typed(was)} would mean nobody afterwards"


def _typed(link: Link) -> str:
    return f"the link to {link.target}" if link.is_path else f"[[{link.target}]]"


def _either(paths: Paths) -> str:
    return " or ".join(paths)
