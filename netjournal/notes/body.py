"""The body of a note, read: heading, interactions, promises, links and inline fields."""

from netjournal.model.diagnostic import in_reading_order
from netjournal.notes.halflinks import half_links
from netjournal.notes.headings import heading_text
from netjournal.notes.inline_fields import read_inline_fields
from netjournal.notes.interactions import dated_entries, journal_entries
from netjournal.notes.lines import Block
from netjournal.notes.nearboxes import near_boxes
from netjournal.notes.overlooked import overlooked
from netjournal.notes.plain_log import read_plain_log
from netjournal.notes.promises import promises
from netjournal.notes.raw import Body, BodyContext, RawField
from netjournal.notes.reading import Reading, blank_out, take_apart
from netjournal.notes.unclosed import unclosed


def read_body(text: str, first_line: int, context: BodyContext) -> Body:
    """What a body says; its first line is the line of the file with that 1-based number."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not context.is_journal:
        body = read_plain_log(text, first_line, context)
        if body is not None:
            return body
    return read_any_body(text, first_line, context)


def read_any_body(text: str, first_line: int, context: BodyContext) -> Body:
    """The same for every body, however it is written, whose lines end with line feeds."""
    reading = take_apart(text, first_line, context)
    find_entries = journal_entries if context.is_journal else dated_entries
    interactions, wrong_dates = find_entries(reading)
    promised, wrong_due_dates = promises(reading)
    problems = wrong_dates + wrong_due_dates + unclosed(text, reading) + near_boxes(reading)
    problems += half_links(reading) if context.is_journal else overlooked(reading)
    return Body(
        name_heading(reading)[0],
        tuple(interactions),
        tuple(promised),
        tuple([link for _, link in reading.links]),
        _inline_fields(reading),
        tuple(sorted(problems, key=in_reading_order)),
    )


def name_heading(reading: Reading) -> tuple[str, Block | None]:
    """The first heading of level 1 that has a text and isn't a date: what it says, and it."""
    for marked in reading.marked:
        block = marked.block
        if block.level == 1 and marked.dated is None:
            text = heading_text(reading.shown[block.content : block.text_end])
            if text:
                return text, block
    return "", None


def _inline_fields(reading: Reading) -> tuple[RawField, ...]:
    """The inline fields of the note; those of a task or a dated entry are about that alone."""
    if "::" not in reading.plain:
        return ()
    others = [
        (marked.block.start, marked.block.text_end, True)
        for marked in reading.marked
        if marked.dated or marked.box.value != "none"
    ]
    return read_inline_fields(blank_out(reading.plain, others), reading.shown, reading.first_line)
