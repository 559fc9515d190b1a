"""A block in a journal note that tells of a day."""

from datetime import date

from netjournal.notes.frontmatter import read_front_matter
from netjournal.notes.journal_day import journal_day
from netjournal.notes.lines import Block, BlockKind
from netjournal.notes.reading import Marked, Reading
from netjournal.notes.splicing.entries import (
    at_the_end,
    behind_section,
    end_of_block,
    read_body,
    section_end,
    section_splice,
    with_entry,
)
from netjournal.notes.splicing.entry_style import BULLET, PLAIN, newest_first
from netjournal.notes.splicing.facts import facts_of, new_problem
from netjournal.notes.splicing.note import (
    Note,
    Opened,
    Refusal,
    Splice,
    is_writable,
    open_note,
    spliced,
)
from netjournal.notes.tasks import Box

_HEADING, _ITEM = BlockKind.HEADING, BlockKind.ITEM


def add_to_journal(
    note: Note, day: date, text: str, *, links_somebody: bool = True
) -> Note | Refusal:
    """A journal note with one more list item about a day, that links somebody or nobody.

    It comes behind those of that day; in a note about many days under the day's heading, which is
    made when it is missing.
    """
    text = text.strip("\n")
    by_hand = _item("- ", text)
    opened = open_note(note, by_hand)
    if isinstance(opened, Refusal):
        return opened
    if not is_writable(text):
        return opened.refusal(opened.body_start, "the text holds control characters", by_hand)
    fields = read_front_matter(opened.text, note.source.path).fields
    own_day = journal_day(note.source.path, fields, opened.body, opened.body_line).day
    reading = read_body(opened, own_day, is_journal=True)
    splice = _place(opened, reading, own_day, day, text)
    if splice is None:
        reason = f"the note doesn't tell of {day.isoformat()}"
        return opened.refusal(opened.body_start, reason, by_hand)
    start = splice.start + opened.body_start
    placed = splice._replace(start=start, end=start)
    if not links_somebody:
        return _with_text(opened, placed, by_hand)
    return with_entry(opened, placed, day, text, by_hand)


def _with_text(opened: Opened, splice: Splice, by_hand: str) -> Note | Refusal:
    """The note with an insertion, if it is no interaction, no promise and nothing else."""
    changed = spliced(opened, [splice])
    before, after = facts_of(opened.note), facts_of(changed)
    if before is None or after is None:
        return opened.refusal(splice.start, "it can't be read", by_hand)
    if before._replace(body="", problems=after.problems) != after._replace(body=""):
        return opened.refusal(splice.start, "the text would be read as more than that", by_hand)
    problem = new_problem(before, after)
    return opened.refusal(splice.start, problem, by_hand) if problem else changed


def _item(mark: str, text: str) -> str:
    first, *others = text.split("\n")
    indent = " " * len(mark.expandtabs(4))
    return "\n".join([mark + first, *(f"{indent}{each}".rstrip() for each in others)])


def _place(
    opened: Opened, reading: Reading, own_day: date | None, day: date, text: str
) -> Splice | None:
    """Where the item comes, by offsets in the body; None when the note is about other days."""
    body = opened.body
    headings = [
        marked
        for marked in reading.marked
        if marked.block.kind is _HEADING and marked.dated and marked.dated.value
    ]
    for marked in headings:
        if marked.dated and marked.dated.value == day:
            return _in_section(body, reading, marked.block, text)
    if own_day == day:
        return _behind_the_others(opened, reading, headings, text)
    return _new_section(body, reading, headings, day, text) if headings else None


def _in_section(body: str, reading: Reading, heading: Block, text: str) -> Splice:
    end = section_end(reading, heading)
    items = _items(reading, heading.start, end)
    if items:
        return _behind(body, items, text)
    return behind_section(body, reading, heading, _item(PLAIN.mark, text))


def _behind_the_others(
    opened: Opened, reading: Reading, headings: list[Marked], text: str
) -> Splice:
    """Behind the last item that tells of somebody, else at the end of the note."""
    end = headings[0].block.start if headings else len(reading.plain)
    items = [
        each for each in _items(reading, -1, end) if reading.links_in([(each.start, each.end)])
    ]
    if items:
        return _behind(opened.body, items, text)
    if headings:
        return section_splice(opened.body, end, _item(PLAIN.mark, text))
    last = reading.blocks[-1] if reading.blocks else None
    if last and last.kind is _ITEM and last.end == len(opened.body.rstrip()):
        return _behind(opened.body, _items(reading, -1, end) or [last], text)
    return at_the_end(opened, _item(PLAIN.mark, text))


def _items(reading: Reading, start: int, end: int) -> list[Block]:
    """The list items between two offsets that stand in no other and are no tasks."""
    tasks = {each.block.start for each in reading.marked if each.box is not Box.NONE}
    return [
        block
        for block in reading.blocks
        if block.kind is _ITEM
        and not block.depth
        and start < block.start < end
        and block.start not in tasks
    ]


def _behind(body: str, items: list[Block], text: str) -> Splice:
    """An item below the last of some, set off as that is."""
    last = items[-1]
    line_start = body.rfind("\n", 0, last.start) + 1
    mark = body[line_start : last.content]
    mark = mark if BULLET.fullmatch(mark) else PLAIN.mark
    between = body[items[-2].end : last.start] if len(items) > 1 else "\n"
    gap = "\n\n" if not between.strip() and between.count("\n") > 1 else "\n"
    end = end_of_block(body, last)
    return Splice(end, end, gap + _item(mark, text))


def _new_section(
    body: str, reading: Reading, headings: list[Marked], day: date, text: str
) -> Splice:
    """A section for a day between those of others, in the order that they have."""
    days = [each.dated.value for each in headings if each.dated and each.dated.value]
    goes_down = len(days) > 1 and newest_first(days)
    level = headings[0].block.level
    section = f"{'#' * level} {day.isoformat()}\n\n{_item(PLAIN.mark, text)}"
    for marked, each in zip(headings, days, strict=True):
        if (each < day) if goes_down else (each > day):
            return section_splice(body, marked.block.start, section)
    end = section_end(reading, headings[-1].block, level)
    return section_splice(body, end, section)
