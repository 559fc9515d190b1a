"""What of a front matter can't be brought over into another one."""

from collections.abc import Iterator

from yaml.nodes import MappingNode, Node

from netjournal.model.contact import Contact
from netjournal.model.fields import FIELD_BY_NAME, FieldType
from netjournal.notes.frontmatter import read_front_matter
from netjournal.notes.splicing.head import Entry, Head, children_of, read_head
from netjournal.notes.splicing.note import Note, Refusal, open_note

_SEVERAL = (FieldType.LIST, FieldType.LINKS)


def unkept(note: Note, contact: Contact) -> Refusal | None:
    """The first thing in a contact's front matter that would be lost; None when nothing would."""
    return next(_reasons(note, contact), None)


def _reasons(note: Note, contact: Contact) -> Iterator[Refusal]:
    for name, field in contact.fields.items():
        if len(field.values) > 1 and FIELD_BY_NAME[name].type not in _SEVERAL:
            reason = f"{field.key} has several values, of which one is read"
            yield Refusal(note.source.path, field.line, reason)
    opened = open_note(note, "")
    if isinstance(opened, Refusal):
        yield opened
    elif opened.block is not None:
        head = read_head(opened, "")
        yield from [head] if isinstance(head, Refusal) else _in_head(head, contact)


def _in_head(head: Head, contact: Contact) -> Iterator[Refusal]:
    keys = {entry.key for entry in head.entries}
    for field in read_front_matter(head.opened.text, head.opened.note.source.path).fields:
        if field.key not in keys:
            yield head.opened.refusal(head.start, f"{field.key} isn't typed in one place")
    for entry in head.entries:
        if len(head.named(entry.key)) > 1:
            yield head.refusal(entry, f"{entry.key} is given twice", "")
        top, *inside = _parts(head, entry.value)
        if isinstance(top, MappingNode) or not all(map(head.is_text, inside)):
            yield head.refusal(
                entry, f"{entry.key} holds fields of its own, or lists in a list", ""
            )
        known = head.known(entry.key)
        is_read = known.name in contact.fields if known else entry.key in contact.own_fields
        if entry.value_end > entry.value_start and not is_read:
            yield head.refusal(entry, f"the value of {entry.key} isn't read", "")
    comment = _comment(head)
    if comment is not None:
        yield head.opened.refusal(comment, "a comment in the front matter would be lost")


def _parts(head: Head, value: Node) -> Iterator[Node]:
    """A value and all values in it, down to the texts; what an alias repeats only once."""
    seen: set[int] = set()
    waiting = [value]
    while waiting:
        node = waiting.pop()
        if id(node) not in seen:
            seen.add(id(node))
            yield node
            waiting += [] if head.is_text(node) else children_of(node)


def _comment(head: Head) -> int | None:
    """Where a comment stands, as an offset in the note: a `#` outside of keys and texts."""
    rest = list(head.text)
    for start, end in _typed(head, head.entries):
        rest[start - head.start : end - head.start] = " " * (end - start)
    found = "".join(rest).find("#")
    return head.start + found if found >= 0 else None


def _typed(head: Head, entries: tuple[Entry, ...]) -> Iterator[tuple[int, int]]:
    for entry in entries:
        yield entry.start, entry.colon
        for node in _parts(head, entry.value):
            if head.is_text(node):
                yield head.place(node), head.end(node)
