"""Two logs made one: the entries of one come among those of the other, in the order it has."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from netjournal.notes.lines import Block, BlockKind
from netjournal.notes.reading import Reading
from netjournal.notes.splicing.entries import end_of_block, is_loose, section_end
from netjournal.notes.splicing.entry_style import BULLET, dated_blocks, newest_first
from netjournal.notes.splicing.note import Splice


class _Entry(NamedTuple):
    """A dated entry with everything up to the next one; places are offsets in the body."""

    day: date
    start: int
    """Of its line."""
    end: int
    """Behind its last character that isn't white space."""
    text: str


class Log(NamedTuple):
    """A section that holds the dated entries of a note."""

    body: str
    reading: Reading
    heading: Block

    @property
    def end(self) -> int:
        """Where the next section begins."""
        return section_end(self.reading, self.heading, self.heading.level)

    @property
    def content(self) -> str:
        """What stands below the heading."""
        return self.body[end_of_block(self.body, self.heading) : self.end].strip("\n").rstrip()

    def inside(self) -> Reading:
        """What is marked in the section alone."""
        start, end = self.heading.start, self.end
        marked = [each for each in self.reading.marked if start < each.block.start < end]
        return replace(self.reading, marked=tuple(marked))

    def levels(self) -> Iterator[int]:
        """The levels of the headings in the section."""
        for block in self.reading.blocks:
            if block.kind is BlockKind.HEADING and self.heading.start < block.start < self.end:
                yield block.level

    def has_sections(self) -> bool:
        """Whether entries stand below headings of the log that are no entries themselves."""
        entries = {each.block.start for each in self.inside().marked if each.dated}
        start, end = self.heading.start, self.end
        return any(
            block.kind is BlockKind.HEADING and start < block.start < end
            for block in self.reading.blocks
            if block.start not in entries
        )


class Insertions(NamedTuple):
    """What brings a log into another one."""

    splices: list[Splice]
    """By offsets in the body of the log that stays."""
    twice: tuple[str, ...] = ()
    """The entries that both have word for word, and that come in no second time."""


def interleaved(kept: Log, other: Log) -> Insertions | None:
    """The entries of a log among those of another one; None when one of the two has none."""
    ours, theirs = _entries(kept), _entries(other)
    if not ours or not theirs:
        return None
    theirs, twice = _new_ones(ours, theirs)
    descending = _is_newest_first(ours, theirs)
    if theirs and _is_newest_first(theirs, ours) != descending:
        theirs.reverse()
    theirs.sort(key=lambda each: each.day, reverse=descending)
    is_tight = _is_tight(kept if len(ours) > 1 else other)
    at: dict[int, list[str]] = {}
    before = other.body[end_of_block(other.body, other.heading) : _entries(other)[0].start]
    if before.strip():
        at[0] = [before.strip("\n").rstrip()]
    for entry in theirs:
        at.setdefault(_place(ours, entry.day, descending=descending), []).append(entry.text)
    splices = [_insertion(ours, number, texts, is_tight=is_tight) for number, texts in at.items()]
    return Insertions(splices, twice)


def _new_ones(
    ours: Sequence[_Entry], theirs: Sequence[_Entry]
) -> tuple[list[_Entry], tuple[str, ...]]:
    """The entries of one log that another one doesn't have word for word, and those it has."""
    known = Counter([each.text for each in ours])
    new, twice = [], []
    for each in theirs:
        if known[each.text]:
            known[each.text] -= 1
            twice.append(each.text)
        else:
            new.append(each)
    return new, tuple(twice)


def at_the_end_of(kept: Log, other: Log) -> Insertions:
    """All that a log holds behind what another one holds."""
    text = kept.body[: kept.end].rstrip()
    place = max(len(text), end_of_block(kept.body, kept.heading))
    last = "\n" if place == len(kept.body) else ""
    return Insertions([Splice(place, place, f"\n\n{other.content}{last}")])


def _entries(log: Log) -> list[_Entry]:
    body = log.body
    found = [(each.dated.value, each) for each in dated_blocks(log.inside()) if each.dated]
    starts = [body.rfind("\n", 0, each.block.start) + 1 for _, each in found]
    texts = [body[a:b].rstrip() for a, b in zip(starts, [*starts[1:], log.end], strict=False)]
    return [
        _Entry(day, start, start + len(text), text)
        for (day, _), start, text in zip(found, starts, texts, strict=True)
        if day
    ]


def _is_newest_first(entries: Sequence[_Entry], others: Sequence[_Entry]) -> bool:
    """The order of a log; that of the other one when it has too few days to have one."""
    days, more = ([each.day for each in some] for some in (entries, others))
    return newest_first(days if len(set(days)) > 1 else more)


def _is_tight(log: Log) -> bool:
    entries = dated_blocks(log.inside())
    return entries[0].block.kind is BlockKind.ITEM and not is_loose(log.body, entries)


def _place(entries: Sequence[_Entry], day: date, *, descending: bool) -> int:
    """Before which of some entries one of a day belongs."""
    if descending:
        later = (n for n, each in enumerate(entries) if each.day <= day)
        return next(later, len(entries))
    return max([n + 1 for n, each in enumerate(entries) if each.day <= day], default=0)


def _insertion(
    entries: Sequence[_Entry], number: int, texts: Sequence[str], *, is_tight: bool
) -> Splice:
    above = entries[number - 1].text if number else ""
    gaps = ["\n" if is_tight and _is_item(each) else "\n\n" for each in (above, *texts)]
    if number == len(entries):
        end = entries[-1].end
        pairs = zip(gaps, texts, strict=False)
        return Splice(end, end, "".join([gap + text for gap, text in pairs]))
    start = entries[number].start
    return Splice(start, start, "".join([a + b for a, b in zip(texts, gaps[1:], strict=True)]))


def _is_item(text: str) -> bool:
    """Whether the item of a list can follow a text without a blank line between them."""
    return BULLET.match(text) is not None and "\n\n" not in text
