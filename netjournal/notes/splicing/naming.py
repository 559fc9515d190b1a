"""The name of a contact, set wherever its note says it."""

from netjournal.model.parsed import ParsedFile
from netjournal.notes.body import name_heading
from netjournal.notes.parse import parse_note
from netjournal.notes.splicing.entries import read_body
from netjournal.notes.splicing.facts import facts_of, new_problem, other_difference
from netjournal.notes.splicing.fields import NO_VALUE, is_value, set_field
from netjournal.notes.splicing.head import read_head
from netjournal.notes.splicing.note import Note, Opened, Refusal, Splice, open_note, spliced

_KEY = "name"


def set_name(note: Note, name: str, path: str) -> Note | Refusal:
    """The note of a contact under another name and path.

    `name` in the front matter is set, and the first heading if it says just the old name. Where
    only the file name said it, the front matter gets a field when the new file name can't say it.
    """
    by_hand = f"{_KEY}: {name}"
    opened = open_note(note, by_hand)
    contact = _parsed(note).contact
    if isinstance(opened, Refusal):
        return opened
    if contact is None or not is_value(name):
        reason = NO_VALUE if contact else "the note is no contact's"
        return Refusal(note.source.path, 1, reason, by_hand)
    has_field = _has_field(opened)
    if _KEY in contact.fields and not has_field:
        line = contact.fields[_KEY].line
        reason = "the name is a field in the text, not in the front matter"
        return Refusal(note.source.path, line, reason, f"{_KEY}:: {name}")
    changed = set_field(note, _KEY, name) if has_field else note
    if isinstance(changed, Note):
        headed = _with_heading(changed, contact.name, name)
        # Where the front matter has the name that is enough: a heading may say what it likes.
        changed = changed if has_field and isinstance(headed, Refusal) else headed
    return changed if isinstance(changed, Refusal) else _at_path(changed, name, path)


def _has_field(opened: Opened) -> bool:
    head = None if opened.block is None else read_head(opened, "")
    if head is None or isinstance(head, Refusal):
        # One that can't be read may have it; whoever sets it says so.
        return head is not None
    return any(each.value_end > each.colon for each in head.named(_KEY))


def _with_heading(note: Note, old: str, name: str) -> Note | Refusal:
    """The note with another name in its first heading; the same if that says something else."""
    by_hand = f"# {name}"
    opened = open_note(note, by_hand)
    if isinstance(opened, Refusal):
        return opened
    reading = read_body(opened)
    said, block = name_heading(reading)
    if block is None or said != old:
        return note
    typed = reading.plain[block.content : block.text_end]
    start = opened.body_start + block.content + typed.find(old)
    if typed.count(old) != 1:
        return opened.refusal(start, "the name in the heading isn't typed as it reads", by_hand)
    changed = spliced(opened, [Splice(start, start + len(old), name)])
    reason = _difference(note, changed, name)
    return opened.refusal(start, reason, by_hand) if reason else changed


def _at_path(note: Note, name: str, path: str) -> Note | Refusal:
    """The note at its new path, if it is the same contact's there, under the new name."""
    moved = note._replace(source=note.source._replace(path=path))
    contact = _parsed(moved).contact
    if contact is not None and contact.name != name:
        named = set_field(moved, _KEY, name, make_head=True)
        if isinstance(named, Refusal):
            return named._replace(path=note.source.path)
        moved, contact = named, _parsed(named).contact
    if contact is None or contact.name != name:
        reason = "the note wouldn't be read as that contact's under its new name"
        return Refusal(note.source.path, 1, reason, f"{_KEY}: {name}")
    return moved


def _difference(before: Note, after: Note, name: str) -> str:
    """Why more than a name in a heading would change."""
    then, now = facts_of(before), facts_of(after)
    if then is None or now is None:
        return "the note couldn't be read after the change"
    opened = open_note(after, "")
    if isinstance(opened, Refusal) or name_heading(read_body(opened))[0] != name:
        return "the heading wouldn't read as the name"
    if (then.fields, then.interactions, then.promises) != (
        now.fields,
        now.interactions,
        now.promises,
    ):
        return "more than the heading would change"
    return other_difference(then, now, {_KEY}) or new_problem(then, now)


def _parsed(note: Note) -> ParsedFile:
    return parse_note(
        note.source, note.config, in_contacts=note.in_contacts, in_journal=note.in_journal
    )
