"""Promises: the tasks of a contact's note, and those of other notes that link somebody."""

from netjournal.model.contact import Promise
from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.dated import PROMISE_LOST, date_problems, no_such_day
from netjournal.notes.reading import Reading
from netjournal.notes.tasks import Box, due

_BOX_OPEN, _BOX_DONE = Box.OPEN, Box.DONE


def promises(reading: Reading) -> tuple[list[Promise], list[Diagnostic]]:
    """The open and the done tasks, in order of place, and due dates that don't exist.

    The text and the links are those of the task's own paragraph. A date at its start is its due
    date when it has no other. The place is that of its box.
    """
    found: list[Promise] = []
    problems: list[Diagnostic] = []
    context = reading.context
    for task in reading.marked:
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
        elif read.wrong_day:
            place = reading.place(span[0] + read.offset, block)
            problems.append(no_such_day(read.wrong_day, context.path, *place, PROMISE_LOST))
    return found, problems
