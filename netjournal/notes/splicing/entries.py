"""An entry in the log of a contact's note, at the place and in the style of those it has."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from netjournal.notes.dated import SEPARATORS
from netjournal.notes.entry_text import one_line
from netjournal.notes.headings import heading_text
from netjournal.notes.interactions import with_stop
from netjournal.notes.lines import Block, BlockKind
from netjournal.notes.raw import BodyContext
from netjournal.notes.reading import Marked, Reading, take_apart
from netjournal.notes.splicing.entry_style import (
    PLAIN,
    dated_blocks,
    newest_first,
    style_of,
)
from netjournal.notes.splicing.facts import Facts, facts_of, new_problem
from netjournal.notes.splicing.note import (
    Note,
    Opened,
    Refusal,
    Splice,
    is_writable,
    open_note,
    spliced,
)

LOG = "Log"
"""The heading under which entries come when a note has none yet."""

_LOG_NAMES = frozenset(
    ("log", "contact log", "conversation log", "interactions", "interaction log", "history")
)
_HEADING, _ITEM = BlockKind.HEADING, BlockKind.ITEM


def add_entry(note: Note, day: date, text: str) -> Note | Refusal:
    """The note of a contact with one more dated entry; lines below the first belong to it."""
    text = text.strip("\n")
    by_hand = PLAIN.entry(day, text)
    opened = open_note(note, by_hand)
    if isinstance(opened, Refusal):
        return opened
    if not is_writable(text):
        return opened.refusal(opened.body_start, "the text holds control characters", by_hand)
    reading = read_body(opened)
    splice = place_of_entry(opened, reading, day, text)
    start = splice.start + opened.body_start
    return with_entry(opened, Splice(start, start, splice.text), day, text, by_hand)


def read_body(opened: Opened, day: date | None = None, *, is_journal: bool = False) -> Reading:
    """The body of a note, taken apart; its offsets are those in the body."""
    hashtags = opened.note.config.hashtags
    context = BodyContext(opened.note.source.path, day, is_journal, hashtags)
    return take_apart(opened.body, opened.body_line, context)


def with_entry(
    opened: Opened, splice: Splice, day: date, text: str, by_hand: str
) -> Note | Refusal:
    """The note with an insertion, if it is one more interaction on a day and nothing else."""
    changed = spliced(opened, [splice])
    before, after = facts_of(opened.note), facts_of(changed)
    reason = _difference(before, after, day, text) if before and after else "it can't be read"
    return opened.refusal(splice.start, reason, by_hand) if reason else changed


def end_of_block(body: str, block: Block) -> int:
    """Behind a block, where its last line ends."""
    found = body.find("\n", block.end)
    return found if found >= 0 else len(body)


def _difference(before: Facts, after: Facts, day: date, text: str) -> str:
    """Why a change is more or less than an entry; empty when it is just that."""
    new = _the_new_one(before.interactions, after.interactions)
    if new is None:
        return "the entry wouldn't be read as one, or change another one"
    title, _, section = text.partition("\n")
    # As the title of a section, its first line ends with a stop when it is read.
    meant = (plain_entry(text), plain_entry(f"{with_stop(title, section)}\n{section}"))
    if new[0] != day or plain_entry(str(new[1])) not in meant:
        return "the entry would be read otherwise than it is meant"
    if after.promises != before.promises:
        return "the entry would change a promise"
    if after.fields != before.fields or after.contact != before.contact:
        return "the entry would change a field"
    return new_problem(before, after)


def plain_entry(text: str) -> str:
    """The text of an entry in the form in which two are the same."""
    return one_line(one_line(text).lstrip(SEPARATORS))


def _the_new_one(
    before: Sequence[tuple[object, ...]], after: Sequence[tuple[object, ...]]
) -> tuple[object, ...] | None:
    """The one of some interactions that wasn't there before; None unless all others were."""
    if len(after) != len(before) + 1:
        return None
    number = next((n for n, each in enumerate(before) if each != after[n]), len(before))
    return after[number] if before[number:] == after[number + 1 :] else None


def place_of_entry(opened: Opened, reading: Reading, day: date, text: str) -> Splice:
    """Where the entry comes, by offsets in the body, and its text with the lines around it."""
    body = opened.body
    entries = entries_in_log(reading)
    if entries:
        return _beside(body, reading, entries, day, text)
    logs = [block for block in reading.blocks if is_log(reading, block)]
    if logs:
        return behind_section(body, reading, logs[0], PLAIN.entry(day, text))
    return at_the_end(opened, f"## {LOG}\n\n{PLAIN.entry(day, text)}")


def entries_in_log(reading: Reading) -> list[Marked]:
    """The dated entries under the heading of the log, if there are any there, else all."""
    entries = dated_blocks(reading)
    for block in reading.blocks:
        if is_log(reading, block):
            end = section_end(reading, block, block.level)
            inside = [each for each in entries if block.start < each.block.start < end]
            if inside:
                return inside
    return entries


def is_log(reading: Reading, block: Block) -> bool:
    """Whether a block is the heading of a log."""
    if block.kind is not _HEADING:
        return False
    text = heading_text(reading.shown[block.content : block.text_end])
    return text.strip(" :").casefold() in _LOG_NAMES


def section_end(reading: Reading, heading: Block, level: int = 6) -> int:
    """Where the section of a heading ends: at the next heading of a level, or one above it."""
    for block in reading.blocks:
        if block.start > heading.start and block.kind is _HEADING and block.level <= level:
            return block.start
    return len(reading.plain)


def _beside(body: str, reading: Reading, entries: list[Marked], day: date, text: str) -> Splice:
    """The entry before or behind one that is there already, in its style."""
    days = _days(entries)
    if newest_first(days):
        number = next((n for n, each in enumerate(days) if each <= day), None)
        neighbour = entries[-1] if number is None else entries[number]
        is_before = number is not None
    else:
        earlier = [n for n, each in enumerate(days) if each <= day]
        neighbour = entries[earlier[-1]] if earlier else entries[0]
        is_before = not earlier
    style = style_of(body, neighbour)
    entry = style.entry(day, text)
    gap = "\n\n" if style.kind is not _ITEM or is_loose(body, entries) else "\n"
    if is_before:
        start = body.rfind("\n", 0, neighbour.block.start) + 1
        return Splice(start, start, entry + gap)
    if style.kind is _HEADING:
        end = section_end(reading, neighbour.block, neighbour.block.level)
        return section_splice(body, end, entry)
    end = end_of_block(body, neighbour.block)
    return Splice(end, end, gap + entry)


def is_new_on_top(entries: list[Marked]) -> bool:
    """Whether a log grows at its top."""
    return newest_first(_days(entries))


def _days(entries: list[Marked]) -> list[date]:
    return [each.dated.value for each in entries if each.dated and each.dated.value]


def is_loose(body: str, entries: list[Marked]) -> bool:
    """Whether blank lines stand between entries that follow each other."""
    ends = [body[a.block.end : b.block.start] for a, b in pairwise(entries)]
    between = [each for each in ends if not each.strip(" \t\n")]
    return bool(between) and all(each.count("\n") > 1 for each in between)


def section_splice(body: str, end: int, entry: str) -> Splice:
    """A section before the next heading, or at the end of the note."""
    if end < len(body):
        start = body.rfind("\n", 0, end) + 1
        return Splice(start, start, entry + "\n\n")
    text = body.rstrip("\n")
    missing = "\n" * max(0, 2 - (len(body) - len(text)))
    return Splice(len(body), len(body), missing + entry + ("\n" if body.endswith("\n") else ""))


def behind_section(body: str, reading: Reading, heading: Block, entry: str) -> Splice:
    """A list item at the end of what stands directly below a heading."""
    end = section_end(reading, heading)
    inside = [block for block in reading.blocks if heading.start < block.start < end]
    last = max(inside, key=lambda block: block.end, default=heading)
    if last.kind is _ITEM and not body[last.content : last.text_end].strip():
        # An empty item that a template has left.
        start = body.rfind("\n", 0, last.start) + 1
        return _in_empty_item(body, start, last, entry)
    place = end_of_block(body, last)
    gap = "\n" if last.kind is _ITEM else "\n\n"
    return Splice(place, place, gap + entry)


def _in_empty_item(body: str, start: int, item: Block, entry: str) -> Splice:
    typed = body[start : item.text_end]
    mark = typed.rstrip()
    text = entry.removeprefix(PLAIN.mark)
    gap = "" if typed[len(mark) :] else " "
    return Splice(item.text_end, item.text_end, gap + text)


def at_the_end(opened: Opened, text: str) -> Splice:
    """A text below everything else in a note, after a blank line."""
    whole = opened.text
    breaks = len(whole) - len(whole.rstrip("\n"))
    missing = "\n" * max(0, 2 - breaks) if whole.strip() else ""
    end = len(opened.body)
    last = "\n" if not whole or breaks else ""
    return Splice(end, end, missing + text + last)
