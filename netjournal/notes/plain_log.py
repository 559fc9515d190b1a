"""The fast way through a contact's note whose list items are single lines, as most are.

It gives up on any body in which something else would have to be known: code, comments, quotes,
nested or continued list items, other list marks, inline fields, headings with a date. What it
does read, it reads as `read_any_body` does.
"""

import re
from datetime import date

from netjournal.model.contact import Interaction, Link, Promise
from netjournal.model.diagnostic import Diagnostic, in_reading_order
from netjournal.notes.dated import PROMISE_HINT, SEPARATORS, dated_at, day_of, no_such_day
from netjournal.notes.entry_text import entry_text, one_line
from netjournal.notes.hashtags import kinds_in
from netjournal.notes.headings import heading_text
from netjournal.notes.links import FoundLink, find_links, names_a_day
from netjournal.notes.raw import Body, BodyContext
from netjournal.notes.tasks import BOX, Box, box_meaning, due

_NOT_PLAIN = re.compile(
    r"\n(?:[ \t>=-]|(?:[*+]|[0-9]{1,3}[.)])(?:[ \t\n]|\Z)|#{1,6}[ \t][^\n]*[0-9]{4}-[0-9]{2}-)"
)
_AFTER_ITEM = re.compile(r"\n|\Z|#{1,6}(?:[ \t\n]|\Z)")
_HEADING = re.compile(r"\n#[ \t]++([^\n]+)")
_COLUMN = 3
"""Of what stands behind `- `, 1-based."""


def read_plain_log(text: str, first_line: int, context: BodyContext) -> Body | None:
    """What the body says; None when it isn't plain enough."""
    if "`" in text or "::" in text or "<!--" in text or "%%" in text or "~~~" in text:
        return None
    between, *items = ("\n" + text).split("\n- ")
    log = _PlainLog(context)
    line = first_line - 1
    if between and not log.take_other_lines(between, line):
        return None
    line += between.count("\n")
    for item in items:
        line += 1
        if "\n" not in item:
            if not log.take_item(item, line):
                return None
            continue
        item_line, _, others = item.partition("\n")
        if not (
            _AFTER_ITEM.match(others)
            and log.take_item(item_line, line)
            and log.take_other_lines("\n" + others, line)
        ):
            return None
        line += others.count("\n") + 1
    return log.body()


class _PlainLog:
    """What the lines so far say; taking a line is False when it isn't plain."""

    def __init__(self, context: BodyContext) -> None:
        self._path = context.path
        self._hashtags = context.hashtags
        self._heading = ""
        self._interactions: list[Interaction] = []
        self._promises: list[Promise] = []
        self._links: list[Link] = []
        self._problems: list[Diagnostic] = []

    def body(self) -> Body:
        """What the lines say together."""
        return Body(
            self._heading,
            tuple(self._interactions),
            tuple(self._promises),
            tuple(self._links),
            (),
            tuple(sorted(self._problems, key=in_reading_order)),
        )

    def take_other_lines(self, lines: str, line: int) -> bool:
        """Takes lines that are no list items; the first is empty and has the given number."""
        if _NOT_PLAIN.search(lines):
            return False
        if not self._heading:
            texts = (heading_text(match[1]) for match in _HEADING.finditer(lines))
            self._heading = next(filter(None, texts), "")
        if "[" in lines:
            self._links += [link for _, link in find_links(lines, line, 1)]
        return True

    def take_item(self, item: str, line: int) -> bool:
        """Takes what stands behind the mark of a list item."""
        links = find_links(item, line, _COLUMN) if "[" in item else []
        if links:
            self._links += [link for _, link in links]
        if item[4:5] == item[7:8] == "-" and item[10:11] == " ":
            day = day_of(item[:10])
            if day is not None:
                behind = item[11:]
                text = one_line(behind.lstrip(SEPARATORS))
                self._add_entry(day, text, behind, links, (line, _COLUMN))
                return True
        first = item[:1]
        if first and first in " \t>":
            return False
        if first and first in "[0123456789*_=(":
            self._take_marked(item, line, links)
        return True

    def _take_marked(self, item: str, line: int, links: list[FoundLink]) -> None:
        """Takes an item with a box, or with a date that is set off."""
        match = BOX.match(item)
        box = box_meaning(match["sign"]) if match else Box.NONE
        content = match.end() if match else 0
        dated = dated_at(item, content)
        start = dated.text_start if dated else content
        behind = item[start:]
        links = [found for found in links if found[0] >= start]
        done = box is Box.DONE
        if dated and (done or box is Box.NONE):
            day = day_of(dated.day)
            column = dated.offset + _COLUMN
            if day is None:
                self._problems.append(no_such_day(dated.day, self._path, line, column))
            else:
                self._add_entry(day, entry_text(behind, dated), behind, links, (line, column))
        if done or box is Box.OPEN:
            read = due(behind, behind, dated)
            self._promises.append(
                Promise(read.text, read.day, done, _people(links), self._path, line, _COLUMN)
            )
            if read.wrong_day and not (done and read.offset < 0):
                column = start + read.offset + _COLUMN
                self._problems.append(
                    no_such_day(read.wrong_day, self._path, line, column, PROMISE_HINT)
                )

    def _add_entry(
        self, day: date, text: str, behind: str, links: list[FoundLink], place: tuple[int, int]
    ) -> None:
        kinds = kinds_in(behind, self._hashtags) if "#" in behind else ()
        people = _people(links) if links else ()
        self._interactions.append(Interaction(day, text, kinds, people, self._path, *place))


def _people(links: list[FoundLink]) -> tuple[Link, ...]:
    return tuple([link for _, link in links if not names_a_day(link)])
