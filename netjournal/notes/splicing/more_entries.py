"""Many dated entries that come into the log of a note at once."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from netjournal.notes.splicing.entries import (
    add_entry,
    entries_in_log,
    is_new_on_top,
    place_of_entry,
    plain_entry,
    read_body,
)
from netjournal.notes.splicing.facts import Facts, facts_of, new_problem
from netjournal.notes.splicing.note import Note, Refusal, Splice, is_writable, open_note, spliced

Entry = tuple[date, str]
"""The day and the text of an entry, on one line."""


def add_entries(note: Note, entries: Sequence[Entry]) -> Note | Refusal:
    """The note of a contact with more dated entries, each as `add_entry` puts it.

    A refusal when one of them would be read otherwise than it is meant.
    """
    if not entries:
        return note
    # The first one makes the log where there is none.
    first = add_entry(note, *entries[0])
    if isinstance(first, Refusal) or len(entries) == 1:
        return first
    opened = open_note(first, "")
    if isinstance(opened, Refusal):
        return opened
    reading = read_body(opened)
    is_upward = is_new_on_top(entries_in_log(reading))
    splices = []
    for day, text in sorted(entries[1:], key=lambda each: each[0], reverse=is_upward):
        if not is_writable(text):
            return opened.refusal(opened.body_start, "the text holds control characters")
        splice = place_of_entry(opened, reading, day, text)
        start = splice.start + opened.body_start
        splices.append(Splice(start, start, splice.text))
    after = spliced(opened, splices)
    then, now = facts_of(note), facts_of(after)
    reason = _difference(then, now, entries) if then and now else "it can't be read"
    return opened.refusal(opened.body_start, reason) if reason else after


def _difference(before: Facts, after: Facts, entries: Sequence[Entry]) -> str:
    """Why a change is more or less than these entries; empty when it is just that."""
    wanted = Counter([(day, plain_entry(text)) for day, text in entries])
    if _said(after) - _said(before) != wanted or _said(before) - _said(after):
        return "an entry would be read otherwise than it is meant"
    if after.promises != before.promises:
        return "an entry would change a promise"
    if after.fields != before.fields or after.contact != before.contact:
        return "an entry would change a field"
    return new_problem(before, after)


def _said(facts: Facts) -> Counter[tuple[object, str]]:
    return Counter([(each[0], plain_entry(str(each[1]))) for each in facts.interactions])
