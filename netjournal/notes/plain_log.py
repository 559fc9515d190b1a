"""The fast way through a contact's note whose list items are single lines, as most are.

It gives up on any body in which something else would have to be known: code, comments, quotes,
nested or continued list items, other list marks, inline fields, headings with a date. What it
does read, it reads as `read_any_body` does.
"""

import re
from collections.abc import Iterable

from netjournal.model.contact import Interaction, Link, Promise
from netjournal.model.diagnostic import Diagnostic, in_reading_order
from netjournal.notes.dated import (
    HIDDEN,
    LOOSE_STARTS,
    PROMISE_LOST,
    SEPARATORS,
    date_problems,
    dated_at,
    day_of,
)
from netjournal.notes.entry_text import entry_text, one_line
from netjournal.notes.even_log import COLUMN, read_even_log
from netjournal.notes.hashtags import kinds_in
from netjournal.notes.headings import heading_text
from netjournal.notes.hidden import may_hide
from netjournal.notes.links import FoundLink, find_links, names_a_day
from netjournal.notes.loosely_dated import QUOTES, WIDE_SPACES, WORDS_BEFORE
from netjournal.notes.nearboxes import NEAR_BOX
from netjournal.notes.overlooked import NEAR_ENTRY, SIGN_AND_DATE
from netjournal.notes.raw import Body, BodyContext
from netjournal.notes.tasks import BOX, Box, box_meaning, due, without_signs

_new = tuple.__new__
"""Makes a named tuple in half the time that its class takes; worth it for every entry."""
_BOX_NONE, _BOX_OPEN, _BOX_DONE = Box.NONE, Box.OPEN, Box.DONE
_NOT_PLAIN = re.compile(
    rf"\n(?:[ \t>=-]|{HIDDEN.pattern}|(?:[*+]|[0-9]{{1,3}}[.)])(?:[ \t\n{WIDE_SPACES}]|\Z)"
    rf"|#{{1,6}}[ \t](?:[^\n]*[0-9]{{4}}-[0-9]{{2}}-|(?:[^\w\n]|_)*(?:[0-9]|{WORDS_BEFORE}))"
    rf"|#{{1,6}}[{WIDE_SPACES}]|{NEAR_ENTRY}|[*+]\["
    rf"|\||[*_=]{{0,3}}[\[({QUOTES}]{{0,2}}(?:[0-9]|{WORDS_BEFORE}))"
)
_NEARLY_MARKED = re.compile(f"{SIGN_AND_DATE}|{NEAR_BOX}")
_AFTER_ITEM = re.compile(r"\n|\Z|#{1,6}(?:[ \t\n]|\Z)")
_HEADING = re.compile(r"\n#[ \t]++([^\n]+)")


def read_plain_log(text: str, first_line: int, context: BodyContext) -> Body | None:
    """What the body says; None when it isn't plain enough."""
    if may_hide(text) or (":" in text and "::" in text):
        return None
    text = "\n" + text
    log = _PlainLog(context)
    line = first_line - 1
    start = text.find("\n- ")
    if start >= 0:
        first = line + text.count("\n", 0, start) + 1
        entries = read_even_log(text[start:], first, context)
        if entries:
            return log.body(entries) if log.take_other_lines(text[:start], line) else None
    between, *items = text.split("\n- ")
    if between and not log.take_other_lines(between, line):
        return None
    return log.body() if log.take_items(items, line + between.count("\n")) else None


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

    def body(self, entries: Iterable[Interaction] = ()) -> Body:
        """What the lines say together, these entries included."""
        return Body(
            self._heading,
            tuple(self._interactions or entries),
            tuple(self._promises),
            tuple(self._links),
            (),
            tuple(sorted(self._problems, key=in_reading_order)) if self._problems else (),
        )

    def take_other_lines(self, lines: str, line: int) -> bool:
        """Takes lines that are no list items; the first is empty and has the given number."""
        if _NOT_PLAIN.search(lines):
            return False
        if not self._heading:
            for match in _HEADING.finditer(lines):
                self._heading = self._heading or heading_text(match[1])
        if "[" in lines:
            self._links += [link for _, link in find_links(lines, lines, line, 1)]
        return True

    def take_items(self, items: list[str], line: int) -> bool:
        """Takes what stands behind the marks of list items, each with the lines that follow it."""
        add = self._interactions.append
        hashtags, path = self._hashtags, self._path
        for item in items:
            line += 1
            typed, others = item, None
            if "\n" in item:
                typed, _, others = item.partition("\n")
            day = day_of(typed[:10]) if typed[10:11] == " " else None
            if day:
                text = typed[11:]
                kinds = kinds_in(text, hashtags) if "#" in text else ()
                people = _people(self._take_links(typed, line)) if "[" in text else ()
                text = one_line(text.lstrip(SEPARATORS))
                add(_new(Interaction, (day, text, kinds, people, path, line, COLUMN)))
            elif not self._take_other_item(typed, line):
                return False
            if others is not None:
                if others and not self._take_after_item(others, line):
                    return False
                line += others.count("\n") + 1
        return True

    def _take_after_item(self, others: str, item_line: int) -> bool:
        return _AFTER_ITEM.match(others) is not None and self.take_other_lines(
            "\n" + others, item_line
        )

    def _take_links(self, item: str, line: int) -> list[FoundLink]:
        links = find_links(item, item, line, COLUMN)
        if links:
            self._links += [link for _, link in links]
        return links

    def _take_other_item(self, item: str, line: int) -> bool:
        """Takes an item that doesn't begin with a bare date."""
        links = self._take_links(item, line) if "[" in item else []
        first = item[:1]
        if first and (first in " \t>" or HIDDEN.match(first)):
            return False
        if first and not first.isalnum() and _NEARLY_MARKED.match(item):
            return False
        if first and first in LOOSE_STARTS:
            self._take_marked(item, line, links)
        return True

    def _take_marked(self, item: str, line: int, links: list[FoundLink]) -> None:
        """Takes an item that may have a box, or a date that is set off."""
        match = BOX.match(item)
        box = box_meaning(match["sign"]) if match else _BOX_NONE
        content = match.end() if match else 0
        dated = dated_at(item, content)
        start = dated.text_start if dated else content
        behind = item[start:]
        links = [found for found in links if found[0] >= start]
        done = box is _BOX_DONE
        column = dated.offset + COLUMN if dated else COLUMN
        if dated and (done or box is _BOX_NONE):
            if dated.value is None or dated.is_loose or dated.hidden:
                self._problems += date_problems(dated, self._path, line, column)
            if dated.value:
                kinds = kinds_in(behind, self._hashtags)
                text = entry_text(without_signs(behind) if done else behind, dated)
                self._interactions.append(
                    Interaction(dated.value, text, kinds, _people(links), self._path, line, column)
                )
        if done or box is _BOX_OPEN:
            read = due(behind, behind, dated)
            self._promises.append(
                Promise(read.text, read.day, done, _people(links), self._path, line, COLUMN)
            )
            if dated and read.is_at_start and not done:
                self._problems += date_problems(dated, self._path, line, column, PROMISE_LOST)
            elif read.odd:
                place = (self._path, line, start + read.odd.offset + COLUMN)
                self._problems += date_problems(read.odd, *place, PROMISE_LOST)


def _people(links: list[FoundLink]) -> tuple[Link, ...]:
    return tuple([link for _, link in links if not names_a_day(link)])
