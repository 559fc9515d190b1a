"""Interactions: the dated entries of a contact's note, and the blocks of a journal note."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from netjournal.model.contact import Interaction
from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.dated import (
    ENTRY_LOST,
    HIDDEN,
    JOURNAL_LOST,
    Dated,
    date_problems,
    hidden_before,
)
from netjournal.notes.entry_text import entry_text
from netjournal.notes.headings import without_closing
from netjournal.notes.lines import Block, BlockKind
from netjournal.notes.reading import Marked, Reading, Span
from netjournal.notes.tasks import Box, without_signs

_HEADING, _ROW, _QUOTE = BlockKind.HEADING, BlockKind.ROW, BlockKind.QUOTE
Found = tuple[list[Interaction], list[Diagnostic]]
_HEADING_MARK = re.compile(r"^[ \t]*+#{1,6}[ \t]++", re.MULTILINE)
_ROW_EDGE = "| \t"


@dataclass(slots=True)
class _Entry:
    """A dated entry, while the entries inside it are cut out of it."""

    marked: Marked
    day: date
    end: int
    spans: list[Span] = field(default_factory=list)
    """What is its own."""
    done: int = 0
    """Up to where its spans are known."""


def dated_entries(reading: Reading) -> Found:
    """The dated list items and headings of a contact's note, each without those inside it.

    The text of a list item holds its sub-items; that of a heading its section, up to the next
    heading of the same or a higher level. A date that doesn't exist is a diagnostic.
    """
    problems: list[Diagnostic] = []
    entries: list[_Entry] = []
    ends = _section_ends(reading)
    for marked in reading.marked:
        dated = marked.dated
        if dated is None or not marked.happened:
            continue
        day = dated.value
        problems += _hidden_before(reading, marked.block)
        if day is None or dated.is_loose or dated.hidden:
            problems += _date_problems(reading, marked.block, dated)
        if day:
            end = ends.get(marked.block.start, marked.block.end)
            entries.append(_Entry(marked, day, end, done=marked.text_start))
    _cut_out_inner(entries)
    return [_dated_entry(reading, entry) for entry in entries], problems


def journal_entries(reading: Reading) -> Found:
    """The blocks of a journal note that link somebody, each on its day.

    A block is a list item with all its sub-items, a paragraph, a table row, or a heading. Its day
    is that of its own date if it is a list item with one, else that of the innermost section with
    a date in its heading, else the note's. Without a day there is no interaction.
    """
    interactions: list[Interaction] = []
    problems: list[Diagnostic] = []
    note_day = day = reading.context.journal_day
    sections: list[tuple[int, date | None]] = []
    marks = {marked.block.start: marked for marked in reading.marked}
    for block in reading.blocks:
        if block.depth or block.kind is _QUOTE:
            continue
        marked = marks.get(block.start)
        dated = marked.dated if marked else None
        own_day = dated.value if dated else None
        if block.kind is _HEADING:
            _begin_section(sections, block.level, dated)
            day = sections[-1][1] if sections else note_day
            problems += _date_problems(reading, block, dated) if dated else []
        entry_day = own_day or day
        if entry_day:
            content = marked.content if marked else block.content
            entry = _block_entry(reading, block, content, entry_day, dated if own_day else None)
            if entry:
                interactions.append(entry)
                if marked and dated and _says_its_own_day(marked):
                    lost = JOURNAL_LOST if day else ENTRY_LOST
                    problems += _date_problems(reading, block, dated, lost)
        elif (
            marked
            and dated
            and _says_its_own_day(marked)
            and reading.links_in([(block.start, block.end)])
        ):
            problems += _date_problems(reading, block, dated)
    return interactions, problems


def _says_its_own_day(marked: Marked) -> bool:
    """Whether nobody else tells of a date: sections of headings, and promises of tasks."""
    return marked.block.kind is not _HEADING and marked.box is Box.NONE


def _begin_section(
    sections: list[tuple[int, date | None]], level: int, dated: Dated | None
) -> None:
    """Ends the dated sections, each its level and its day, that a heading ends; it may begin one.

    In one whose day can't be read nothing counts on another day.
    """
    while sections and sections[-1][0] >= level:
        sections.pop()
    if dated:
        sections.append((level, dated.value))


def _block_entry(
    reading: Reading, block: Block, content: int, day: date, dated: Dated | None
) -> Interaction | None:
    """The interaction that a block of a journal note is; None when it links nobody."""
    start = dated.text_start if dated else content
    links = reading.links_in([(start, block.end)])
    if not links:
        return None
    shown = reading.shown
    if block.kind is _HEADING:
        typed = without_closing(shown[start : block.text_end])
    elif block.kind is _ROW:
        typed = shown[start : block.end].strip(_ROW_EDGE)
    else:
        typed = shown[start : block.end]
    kinds = reading.kinds_in([(start, block.end)])
    line, column = reading.place(content, block)
    path = reading.context.path
    return Interaction(day, entry_text(typed, dated), kinds, links, path, line, column)


def _dated_entry(reading: Reading, entry: _Entry) -> Interaction:
    block = entry.marked.block
    dated = entry.marked.dated
    shown = reading.shown
    pieces = [shown[start:end] for start, end in entry.spans]
    if block.kind is _HEADING:
        section = shown[block.end : entry.spans[0][1]]
        title = without_closing(shown[entry.marked.text_start : block.text_end])
        pieces[0] = with_stop(title, section) + section
        pieces = [_HEADING_MARK.sub("", piece) for piece in pieces]
    if entry.marked.box is Box.DONE:
        pieces = [without_signs(piece) for piece in pieces]
    line, column = reading.place(dated.offset if dated else block.start, block)
    return Interaction(
        entry.day,
        entry_text("\n".join(pieces), dated),
        reading.kinds_in(entry.spans),
        reading.links_in(entry.spans),
        reading.context.path,
        line,
        column,
    )


def with_stop(title: str, section: str) -> str:
    """The title of an entry, ended where the section below goes on with a sentence of its own."""
    ends_open = title.rstrip()[-1:].isalnum() and section.strip()
    return f"{title.rstrip()}." if ends_open else title


def _date_problems(
    reading: Reading, block: Block, dated: Dated, lost: str = ENTRY_LOST
) -> list[Diagnostic]:
    return date_problems(dated, reading.context.path, *reading.place(dated.offset, block), lost)


def _hidden_before(reading: Reading, block: Block) -> list[Diagnostic]:
    """The problem with an invisible character before the mark of an entry, if there is one."""
    before = block.start - 1
    if before < 0 or not HIDDEN.match(reading.plain, before):
        return []
    place = reading.place(before, block)
    return [hidden_before(reading.plain[before], reading.context.path, *place)]


def _section_ends(reading: Reading) -> dict[int, int]:
    """Where the section of each dated heading ends, by the offset of the heading."""
    ends: dict[int, int] = {}
    opened: list[Marked] = []
    for marked in reading.marked:
        block = marked.block
        if block.kind is _HEADING:
            while opened and opened[-1].block.level >= block.level:
                ends[opened.pop().block.start] = block.start
            opened.append(marked)
    for marked in opened:
        ends[marked.block.start] = len(reading.plain)
    return ends


def _cut_out_inner(entries: Sequence[_Entry]) -> None:
    """Gives every entry its spans; entries are in order, nested or apart."""
    opened: list[_Entry] = []
    for entry in entries:
        start = entry.marked.block.start
        while opened and opened[-1].end <= start:
            closed = opened.pop()
            closed.spans.append((closed.done, closed.end))
        if opened:
            outer = opened[-1]
            outer.spans.append((outer.done, start))
            outer.done = entry.end
        opened.append(entry)
    for entry in opened:
        entry.spans.append((entry.done, entry.end))
