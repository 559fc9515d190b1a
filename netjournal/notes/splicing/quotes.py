"""Somebody else's text, which comes into a note as a block quote, so that nothing in it counts."""

import re

from netjournal.notes.headings import heading_text
from netjournal.notes.lines import BlockKind
from netjournal.notes.splicing.entries import (
    at_the_end,
    is_log,
    read_body,
    section_end,
    section_splice,
)
from netjournal.notes.splicing.facts import facts_of, new_problem
from netjournal.notes.splicing.note import Note, Refusal, Splice, is_writable, open_note, spliced

NOTES = "Notes"
"""The heading under which quotes come."""

_QUOTE_MARKS = re.compile(r"(?m)^[ \t]*(?:>[ \t]?)+")


def add_quote(note: Note, text: str) -> Note | Refusal:
    """The note with a block quote under the heading `Notes`, which is made when it is missing.

    It stands above the log. The same note when it has that text already.
    """
    lines = text.strip("\n").split("\n")
    quote = "\n".join(f"> {line}".rstrip() for line in lines)
    opened = open_note(note, quote)
    if isinstance(opened, Refusal):
        return opened
    if not is_writable(text):
        return opened.refusal(opened.body_start, "the text holds control characters", quote)
    if has_text(opened.body, text):
        return note
    reading = read_body(opened)
    headings = [block for block in reading.blocks if block.kind is BlockKind.HEADING]
    notes = [
        block
        for block in headings
        if heading_text(reading.shown[block.content : block.text_end]).strip(" :") == NOTES
    ]
    logs = [block for block in headings if is_log(reading, block)]
    if notes:
        end = section_end(reading, notes[0], notes[0].level)
        splice = section_splice(opened.body, end, quote)
    elif logs:
        splice = section_splice(opened.body, logs[0].start, f"## {NOTES}\n\n{quote}")
    else:
        splice = at_the_end(opened, f"## {NOTES}\n\n{quote}")
    start = splice.start + opened.body_start
    after = spliced(opened, [Splice(start, start, splice.text)])
    then, now = facts_of(note), facts_of(after)
    if then is None or now is None:
        return opened.refusal(start, "it couldn't be read after the change", quote)
    if then._replace(body="", problems=now.problems) != now._replace(body=""):
        return opened.refusal(start, "the text would be read as more than a quote", quote)
    problem = new_problem(then, now)
    return opened.refusal(start, problem, quote) if problem else after


def has_text(body: str, text: str) -> bool:
    """Whether a text stands in a note already, quoted or not, however its lines are broken."""
    return _words(text) in _words(body)


def _words(text: str) -> str:
    """The words of a text, with a space at both ends, so that none is found inside another."""
    return f" {' '.join(_QUOTE_MARKS.sub('', text).split())} "
