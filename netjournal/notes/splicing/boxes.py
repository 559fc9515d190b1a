"""The box of a promise, ticked; with the day, where the note's ticked tasks have one."""

import re
from datetime import date

from netjournal.model.contact import Promise
from netjournal.model.parsed import ParsedFile
from netjournal.notes.parse import parse_note
from netjournal.notes.splicing.facts import facts_of, new_problem, said_promise
from netjournal.notes.splicing.head import offset_of_line
from netjournal.notes.splicing.note import Note, Opened, Refusal, Splice, open_note, spliced

_DATED_TICK = re.compile(
    r"^[ \t>]*+(?:[-*+]|[0-9]{1,9}[.)])[ \t]++\[[xX]\]"
    r"[^\n]*?✅\ufe0f?(?P<gap> ?)[0-9]{4}-[0-9]{2}-[0-9]{2}",
    re.MULTILINE,
)
_BLOCK = re.compile(r"\^[A-Za-z0-9-]+")
"""The name by which Obsidian links to a task; it has to stay the last thing on the line."""


def tick(note: Note, line: int, day: date | None = None) -> Note | Refusal:
    """The note with the box ticked that stands on a 1-based line; the same when it is already.

    The day is written behind it as `✅ 2026-11-24` where another ticked task of the note has one.
    """
    by_hand = f"write [x] on line {line}"
    opened = open_note(note, by_hand)
    if isinstance(opened, Refusal):
        return opened
    promises = [each for each in _parsed(note).promises if each.line == line]
    if not promises:
        return Refusal(note.source.path, line, "no promise stands on this line", by_hand)
    promise = promises[0]
    if promise.done:
        return note
    sign = offset_of_line(opened.text, line) + promise.column
    if opened.text[sign - 1 : sign + 2 : 2] != "[]":
        return opened.refusal(sign, "the box isn't where it was read", by_hand)
    box = Splice(sign, sign + 1, "x")
    dated = _day_of_ticking(opened, sign, day)
    if dated:
        changed = spliced(opened, [box, dated])
        if not _difference(note, changed, promise):
            return changed
    changed = spliced(opened, [box])
    reason = _difference(note, changed, promise)
    return Refusal(note.source.path, line, reason, by_hand) if reason else changed


def _day_of_ticking(opened: Opened, sign: int, day: date | None) -> Splice | None:
    """The day at the end of a task's line, written as in another one that is ticked."""
    other = _DATED_TICK.search(opened.body)
    end = opened.text.find("\n", sign)
    words = opened.text[sign : len(opened.text) if end < 0 else end].rstrip()
    if other is None or day is None or "✅" in words:
        return None
    before, _, last = words.rpartition(" ")
    at = sign + len(before.rstrip() if _BLOCK.fullmatch(last) else words)
    return Splice(at, at, f" ✅{other['gap']}{day.isoformat()}")


def _parsed(note: Note) -> ParsedFile:
    return parse_note(
        note.source, note.config, in_contacts=note.in_contacts, in_journal=note.in_journal
    )


def _other_days(note: Note, line: int) -> list[tuple[int, date]]:
    return [(each.line, each.date) for each in _parsed(note).interactions if each.line != line]


def _difference(note: Note, changed: Note, promise: Promise) -> str:
    """Why more than a promise would change; a task that is done may count as an interaction."""
    before, after = facts_of(note), facts_of(changed)
    if before is None or after is None:
        return "the note couldn't be read after the change"
    expected = [
        said_promise(each._replace(done=each.done or each.line == promise.line))
        for each in _parsed(note).promises
    ]
    if list(after.promises) != expected:
        return "another promise would change as well"
    # A task with a date, once it is done, is an entry cut out of the one around it.
    if _other_days(changed, promise.line) != _other_days(note, promise.line):
        return "an interaction would change as well"
    if before.fields != after.fields or before.contact != after.contact:
        return "a field would change as well"
    return new_problem(before, after)
