"""Promises: the tasks of a contact's note, and those of other notes that link somebody."""

import re
from collections.abc import Iterable, Iterator
from operator import attrgetter

from netjournal.model.contact import Promise
from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.dated import PROMISE_LOST, date_problems, dated_at
from netjournal.notes.lines import Block, BlockKind
from netjournal.notes.reading import Marked, Reading
from netjournal.notes.tasks import BOX, Box, box_meaning, due

_BOX_OPEN, _BOX_DONE = Box.OPEN, Box.DONE
_QUOTE = BlockKind.QUOTE
_MAY_BE_QUOTED = re.compile(r">[ \t]*+(?:[-*+]|[0-9]{1,3}[.)])[ \t]++\[")
_TASK_IN_QUOTE = re.compile(
    r"^[ \t]*+(?:>[ \t]*+)++(?:[-*+]|[0-9]{1,3}[.)])[ \t]++(?=\[)", re.MULTILINE
)


def promises(reading: Reading) -> tuple[list[Promise], list[Diagnostic]]:
    """The open and the done tasks, in order of place, and what is odd or wrong with due dates.

    The text and the links are those of the task's own paragraph, in a quote or a callout those of
    its line. A date at its start is its due
    date when it has no other. The place is that of its box.
    """
    found: list[Promise] = []
    problems: list[Diagnostic] = []
    context = reading.context
    for task in _tasks(reading):
        if task.box is not _BOX_OPEN and task.box is not _BOX_DONE:
            continue
        block = task.block
        span = (task.text_start, block.text_end)
        links = reading.links_in([span], meant=True)
        if context.is_journal and not links:
            continue
        read = due(reading.plain[span[0] : span[1]], reading.shown[span[0] : span[1]], task.dated)
        done = task.box is _BOX_DONE
        line, column = reading.place(block.content, block)
        found.append(Promise(read.text, read.day, done, links, context.path, line, column))
        dated = task.dated
        if dated and read.is_at_start and (not done or context.is_journal):
            place = reading.place(dated.offset, block)
            problems += date_problems(dated, context.path, *place, PROMISE_LOST)
        elif read.odd:
            place = reading.place(span[0] + read.odd.offset, block)
            problems += date_problems(read.odd, context.path, *place, PROMISE_LOST)
    return found, problems


def _tasks(reading: Reading) -> Iterable[Marked]:
    """What may have a box, in order of place."""
    if ">" not in reading.plain or not _MAY_BE_QUOTED.search(reading.plain):
        return reading.marked
    quotes = [block for block in reading.blocks if block.kind is _QUOTE]
    quoted = [task for block in quotes for task in _in_quote(reading, block)]
    if not quoted:
        return reading.marked
    return sorted((*reading.marked, *quoted), key=attrgetter("content"))


def _in_quote(reading: Reading, quote: Block) -> Iterator[Marked]:
    plain = reading.plain
    start = plain.rfind("\n", 0, quote.start) + 1
    for match in _TASK_IN_QUOTE.finditer(plain, start, quote.end):
        box = BOX.match(plain, match.end(), quote.end)
        if box:
            end = plain.find("\n", match.start(), quote.end)
            end = end if end >= 0 else quote.end
            line = quote.line + plain.count("\n", quote.start, match.start())
            block = Block(quote.kind, match.start(), match.end(), end, end, line, quote.depth)
            yield Marked(block, box_meaning(box["sign"]), box.end(), dated_at(plain, box.end()))
