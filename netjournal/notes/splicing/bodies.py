"""The text of a note put below another's: two logs become one, and what says nothing stays out."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from netjournal.model.names import name_key
from netjournal.notes.headings import heading_text, without_closing
from netjournal.notes.lines import Block, BlockKind
from netjournal.notes.reading import Reading, blank_out
from netjournal.notes.splicing.entries import (
    end_of_block,
    is_log,
    read_body,
    section_end,
)
from netjournal.notes.splicing.logs import Insertions, Log, at_the_end_of, interleaved
from netjournal.notes.splicing.note import Note, Opened, Refusal, Splice, open_note, spliced

_BLANK_LINES = re.compile(r"(?:[ \t]*+\n)*+")
_SAYING = (BlockKind.PARAGRAPH, BlockKind.ITEM)
_EMPTY_ITEM = re.compile(r"[ \t]*[-*+][ \t]*")


class WithText(NamedTuple):
    """A note with the text of another one, and the lines that were left out of it."""

    note: Note
    left_out: tuple[str, ...]

    def loses(self, one: Note, into: Note) -> str:
        """A line of either text that is nowhere in the new one, and wasn't left out; or nothing."""
        texts = [open_note(note, "") for note in (one, into, self.note)]
        lines = [Counter(_lines(each.body)) for each in texts if isinstance(each, Opened)]
        lost = lines[0] + lines[1] - lines[2] - Counter(self.left_out)
        return next(iter(lost), "")


class _Cut(NamedTuple):
    """A section that is left out, or put elsewhere; the places are offsets in the text."""

    start: int
    below: int
    """Behind its heading."""
    end: int


class _Text(NamedTuple):
    """The text of a note, taken apart."""

    body: str
    reading: Reading

    def headings(self) -> Iterator[Block]:
        """Its headings, in order."""
        return (each for each in self.reading.blocks if each.kind is BlockKind.HEADING)

    def title_of(self, heading: Block) -> str:
        """What a heading says, if that is all that stands there; else nothing."""
        typed = without_closing(self.body[heading.content : heading.text_end]).strip()
        return typed if typed == heading_text(typed) else ""

    def is_empty(self, heading: Block, level: int) -> bool:
        """Whether nothing stands below a heading, up to the next one of a level."""
        end = section_end(self.reading, heading, level)
        below = self.body[end_of_block(self.body, heading) : end]
        lines = below.split("\n")
        return all(not each.strip() or _EMPTY_ITEM.fullmatch(each) for each in lines)

    def cut(self, heading: Block, level: int) -> _Cut:
        """The section of a heading, up to the next one of a level."""
        start = self.body.rfind("\n", 0, heading.start) + 1
        end = section_end(self.reading, heading, level)
        return _Cut(start, end_of_block(self.body, heading), end)

    def without(self, cuts: Sequence[_Cut]) -> "_Text":
        """The text with spaces where some pieces of it stand."""
        body = blank_out(self.body, [(each.start, each.end, True) for each in cuts])
        return self._replace(body=body)

    def said_at(self) -> Iterator[_Cut]:
        """Its paragraphs and the items of its lists, but for what stands in the log."""
        log = self.log()
        for each in self.reading.blocks:
            is_logged = log and log.heading.start < each.start < log.end
            if each.kind in _SAYING and not each.depth and not is_logged:
                start = self.body.rfind("\n", 0, each.start) + 1
                below = end_of_block(self.body, each)
                yield _Cut(start, below, _behind_blank_lines(self.body, below))

    def log(self) -> Log | None:
        """The section of its log, if there is one that has nothing else in its heading."""
        for each in self.headings():
            if is_log(self.reading, each) and self.title_of(each):
                return Log(self.body, self.reading, each)
        return None


def with_text(
    note: Note, one: Note, name: str, is_name: Callable[[str], bool]
) -> Iterator[WithText | Refusal]:
    """The ways to put the text of a note below that of another one, the best one first.

    `is_name` says whether a heading only names the person, as the note that stays does already.
    """
    opened, other = open_note(note, ""), open_note(one, "")
    for each in (opened, other):
        if isinstance(each, Refusal):
            yield each
    if isinstance(opened, Refusal) or isinstance(other, Refusal):
        return
    ours, theirs = _text(opened), _text(other)
    twice = _said_twice(ours, theirs)
    empty = _saying_nothing(ours, theirs, is_name)
    fewer = [*twice, *_saying_nothing(ours, theirs.without(twice), is_name)]
    logs = list(_logs_together(ours, theirs))
    for left in (fewer, empty) if twice else (empty,):
        for insertions, cut in logs:
            whole = _with_entries(opened, insertions)
            yield _together(_appended(whole, theirs, [*left, cut], name), insertions)
        yield _appended(note, theirs, left, name)
    yield _appended(note, theirs, [], name)


def _with_entries(opened: Opened, insertions: Insertions) -> Note:
    start = opened.body_start
    moved = [Splice(at + start, end + start, text) for at, end, text in insertions.splices]
    return spliced(opened, moved)


def _together(way: WithText | Refusal, insertions: Insertions) -> WithText | Refusal:
    """The way with what the entries leave out that both logs have."""
    if isinstance(way, Refusal):
        return way
    lines = [line for entry in insertions.twice for line in _lines(entry)]
    return way._replace(left_out=(*way.left_out, *lines))


def _text(opened: Opened) -> _Text:
    return _Text(opened.body, read_body(opened))


def _logs_together(ours: _Text, theirs: _Text) -> Iterator[tuple[Insertions, _Cut]]:
    """The insertions that bring a log into another one, and where it stood."""
    kept, other = ours.log(), theirs.log()
    if kept is None or other is None or theirs.is_empty(other.heading, other.heading.level):
        return
    if any(level <= kept.heading.level for level in other.levels()):
        return
    cut = theirs.cut(other.heading, other.heading.level)
    among = interleaved(kept, other)
    if among is not None:
        yield among, cut
    yield at_the_end_of(kept, other), cut


def _said_twice(ours: _Text, theirs: _Text) -> list[_Cut]:
    """The paragraphs and items that the note that stays has word for word, as often as there."""
    known = Counter(ours.body[each.start : each.below].strip() for each in ours.said_at())
    found: list[_Cut] = []
    for each in theirs.said_at():
        text = theirs.body[each.start : each.below].strip()
        if known[text]:
            known[text] -= 1
            found.append(each)
    return found


def _saying_nothing(ours: _Text, theirs: _Text, is_name: Callable[[str], bool]) -> list[_Cut]:
    """The headings that say nothing new, and have nothing below them."""
    known = {name_key(ours.title_of(each)) for each in ours.headings()}
    cuts: list[_Cut] = []
    for number, each in enumerate(theirs.headings()):
        title = theirs.title_of(each)
        is_title = number == 0 and is_name(title)
        is_known = is_log(theirs.reading, each) or name_key(title) in known
        below = end_of_block(theirs.body, each)
        if title and is_title and not theirs.is_empty(each, 6):
            # Of two titles one would be of no note; what stands below comes under a lower heading.
            start = theirs.body.rfind("\n", 0, each.start) + 1
            cuts.append(_Cut(start, below, _behind_blank_lines(theirs.body, below)))
        elif title and (is_title or (is_known and theirs.is_empty(each, each.level))):
            cuts.append(theirs.cut(each, 6))
    return cuts


def _appended(note: Note, theirs: _Text, cuts: Sequence[_Cut], name: str) -> WithText | Refusal:
    opened = open_note(note, "")
    if isinstance(opened, Refusal):
        return opened
    text, left_out = _without(theirs, cuts)
    if not text.strip():
        return WithText(note, left_out)
    title = "" if text.startswith("#") else f"## {name}\n\n"
    above = opened.text
    missing = 2 - (len(above) - len(above.rstrip("\n"))) if above.strip() else 0
    end = len(above)
    whole = "\n" * max(0, missing) + title + text + "\n"
    return WithText(spliced(opened, [Splice(end, end, whole)]), left_out)


def _without(theirs: _Text, cuts: Sequence[_Cut]) -> tuple[str, tuple[str, ...]]:
    """A text without some pieces of it, and the lines of these that aren't put anywhere else."""
    pieces, left_out = [], []
    done = 0
    for start, below, end in sorted(cuts):
        pieces.append(theirs.body[done:start])
        done = max(done, end)
        left_out += _lines(theirs.body[start:below])
        # What stands below the heading of a log comes among the entries of the other.
        left_out += filter(_EMPTY_ITEM.fullmatch, _lines(theirs.body[below:end]))
    pieces.append(theirs.body[done:])
    return "".join(pieces).strip("\n"), tuple(left_out)


def _behind_blank_lines(body: str, place: int) -> int:
    """The place, or the one behind the blank lines that begin there."""
    found = _BLANK_LINES.match(body, place)
    return found.end() if found else place


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]
