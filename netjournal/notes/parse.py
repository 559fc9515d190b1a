"""The door of this room: one note's bytes in, one contact or journal note out."""

from collections.abc import Iterable
from hashlib import blake2b
from typing import NamedTuple

from netjournal.model import codes
from netjournal.model.config import Config, VaultLayout
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.parsed import ParsedFile
from netjournal.model.source import Source
from netjournal.notes.body import read_body
from netjournal.notes.conflicts import without_conflicts
from netjournal.notes.contactnote import read_contact
from netjournal.notes.decode import Decoded, decode
from netjournal.notes.frontmatter import FrontMatter, read_front_matter
from netjournal.notes.journal_day import has_dated_parts, journal_day, without_a_day
from netjournal.notes.raw import Body, BodyContext
from netjournal.notes.role import is_marked_contact

_NO_FRONT_MATTER = "the note has no front matter; the name is taken from the heading or the file"
_UNREAD = Decoded("")
_NO_HEAD = FrontMatter((), 0, 1, present=False)
_FRONT_MATTER_HINT = "write --- on the first line, then `name: ...`, then --- again"


Found = tuple[Source, bool, bool]
"""A note's bytes, and whether it lies in a folder of contacts, of journal notes, or of both."""


class _Opened(NamedTuple):
    """A note whose body hasn't been read yet."""

    path: str
    note: Decoded
    head: FrontMatter
    is_contact: bool
    is_journal: bool
    digest: bytes = b""
    """Of the text of a contact's note."""


def parse_note(
    source: Source, config: Config, *, in_contacts: bool, in_journal: bool
) -> ParsedFile:
    """A note, read whatever its bytes are; the problems that hide a part of it are in it."""
    return parse_notes([(source, in_contacts, in_journal)], config)[0]


def digest_of(source: Source) -> bytes:
    """The digest that a contact's note has when it is read."""
    return _digest(decode(source).text)


def _digest(text: str) -> bytes:
    return blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()


def parse_notes(found: Iterable[Found], config: Config) -> list[ParsedFile]:
    """Several notes in their order, each as `parse_note` reads it.

    Each step is taken for all of them before the next, in five sixths of the time: what a step
    works with stays in the processor's cache. Some dozens at a time are enough for that.
    """
    notes = [_opened(*each, config) for each in found]
    bodies = [_contact_body(note, config) if note.is_contact else None for note in notes]
    return [
        _contact(note, body, config) if body else _no_contact(note, config)
        for note, body in zip(notes, bodies, strict=True)
    ]


def _opened(source: Source, in_contacts: bool, in_journal: bool, config: Config) -> _Opened:  # noqa: FBT001 - by position, as for every note
    """A note decoded, with its front matter read and its role known."""
    layout, path = config.vault, source.path
    marked = layout.contact_tag or layout.contact_type
    if not (in_contacts or in_journal or marked):
        return _Opened(path, _UNREAD, _NO_HEAD, False, False)
    decoded = decode(source)
    merged = without_conflicts(decoded.text, path)
    note = Decoded(merged.text, decoded.diagnostics + merged.diagnostics)
    head = read_front_matter(note.text, path)
    if merged.diagnostics:
        head = head._replace(diagnostics=_besides_conflicts(head.diagnostics, merged.diagnostics))
    if in_contacts and _is_about_its_folder(path, layout, has_fields=head.present):
        return _Opened(path, note, head, False, False)
    is_contact = in_contacts or bool(marked and is_marked_contact(head.fields, layout))
    digest = _digest(decoded.text) if is_contact else b""
    return _Opened(path, note, head, is_contact, in_journal, digest)


def _besides_conflicts(
    problems: tuple[Diagnostic, ...], conflicts: tuple[Diagnostic, ...]
) -> tuple[Diagnostic, ...]:
    """The problems without those of fences that a merge conflict above or around them has moved."""
    first = min(conflict.line for conflict in conflicts)
    odd = codes.ODD_FENCE.code
    return tuple([each for each in problems if each.code != odd or each.line < first])


def is_about_its_folder(source: Source, config: Config) -> bool:
    """Whether a note in a folder of contacts is nobody's, as a folder's own note is."""
    if not _is_about_its_folder(source.path, config.vault, has_fields=False):
        return False
    note = parse_note(source, config, in_contacts=True, in_journal=False)
    return note.contact is None


def _is_about_its_folder(path: str, layout: VaultLayout, *, has_fields: bool) -> bool:
    """Whether a note among contacts is nobody: a plain README, or the folder's own note."""
    folder, _, name = path.casefold().rpartition("/")
    if name == "readme.md":
        return not has_fields
    is_folder_note = name == f"{folder.rpartition('/')[2]}.md"
    return is_folder_note and folder in [each.casefold() for each in layout.contacts]


def _contact_body(opened: _Opened, config: Config) -> Body:
    path, note, head, *_ = opened
    text = note.text[head.body_start :] if head.present else note.text
    return read_body(text, head.body_line, BodyContext(path, None, False, config.hashtags))


def _contact(opened: _Opened, body: Body, config: Config) -> ParsedFile:
    path, note, head, _, _, digest = opened
    found = read_contact(path, head, body.inline_fields, body.heading, config)
    problems = note.diagnostics + head.diagnostics + found.diagnostics + body.diagnostics
    if not head.present and not problems and not body.inline_fields:
        problems = (_no_front_matter(path),)
    return ParsedFile(
        path,
        found.contact,
        False,
        body.interactions,
        body.promises,
        found.links + body.links if found.links else body.links,
        problems,
        digest,
    )


def _no_front_matter(path: str) -> Diagnostic:
    return codes.NO_FRONT_MATTER.at(path, 1, 1, _NO_FRONT_MATTER, _FRONT_MATTER_HINT)


def _no_contact(opened: _Opened, config: Config) -> ParsedFile:
    path, note, head, _, is_journal, _ = opened
    return _journal(path, note, head, config) if is_journal else ParsedFile(path)


def _journal(path: str, note: Decoded, head: FrontMatter, config: Config) -> ParsedFile:
    text = note.text[head.body_start :]
    day = journal_day(path, head.fields, text, head.body_line)
    problems = note.diagnostics + _of_a_journal(head) + day.diagnostics
    if day.day is None and not has_dated_parts(text):
        problems += () if day.diagnostics else without_a_day(path, text)
        return ParsedFile(path, diagnostics=problems)
    context = BodyContext(path, day.day, True, config.hashtags)
    body: Body = read_body(text, head.body_line, context)
    return ParsedFile(
        path,
        is_journal=True,
        interactions=body.interactions,
        promises=body.promises,
        links=body.links,
        diagnostics=problems + body.diagnostics,
    )


def _of_a_journal(head: FrontMatter) -> tuple[Diagnostic, ...]:
    """The problems of a front matter that matter where its fields are nobody's."""
    of_contacts = (codes.CHANGED_BY_YAML.code, codes.EMPTY_FRONT_MATTER.code)
    return tuple([problem for problem in head.diagnostics if problem.code not in of_contacts])
