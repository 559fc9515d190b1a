"""The text of a note put below another's: two logs become one, and what says nothing stays out."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from netjournal.notes.splicing.entries import end_of_block, is_log, read_body
from netjournal.notes.splicing.logs import Insertions, at_the_end_of, interleaved
from netjournal.notes.splicing.note import Note, Opened, Refusal, Splice, open_note, spliced
from netjournal.notes.splicing.said_twice import said_twice
from netjournal.notes.splicing.sections import (
    EMPTY_ITEM,
    Cut,
    Text,
    behind_blank_lines,
    sections,
)

_SECTION = re.compile(r"#{1,2}[ \t]")
"""A heading that ends the section above it; a lower one would come to stand in that."""


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
    twice = said_twice(ours, theirs, is_name)
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


def _text(opened: Opened) -> Text:
    return Text(opened.body, read_body(opened))


def _logs_together(ours: Text, theirs: Text) -> Iterator[tuple[Insertions, Cut]]:
    """The insertions that bring a log into another one, and where it stood."""
    kept, other = ours.log(), theirs.log()
    if kept is None or other is None or theirs.is_empty(other.heading, other.heading.level):
        return
    if any(level <= kept.heading.level for level in other.levels()):
        return
    if kept.has_sections():
        # No entry comes to stand below a heading that isn't its own.
        return
    cut = theirs.cut(other.heading, other.heading.level)
    among = None if other.has_sections() else interleaved(kept, other)
    if among is not None:
        yield among, cut
    yield at_the_end_of(kept, other), cut


def _saying_nothing(ours: Text, theirs: Text, is_name: Callable[[str], bool]) -> list[Cut]:
    """The headings that say nothing new, and have nothing below them."""
    known = {section.where for section in sections(ours, is_name) if section.where}
    cuts: list[Cut] = []
    # From the last one up: a heading may have none but such headings below it.
    for number, section in reversed([*enumerate(sections(theirs, is_name))]):
        each = section.heading
        title = theirs.title_of(each)
        is_title = number == 0 and is_name(title)
        is_known = is_log(theirs.reading, each) or section.where in known
        below = end_of_block(theirs.body, each)
        if title and is_title and not theirs.is_empty(each, 6):
            # Of two titles one would be of no note; what stands below comes under a lower heading.
            start = theirs.body.rfind("\n", 0, each.start) + 1
            cuts.append(Cut(start, below, behind_blank_lines(theirs.body, below)))
        elif title and (is_title or (is_known and theirs.is_empty(each, each.level))):
            cuts.append(theirs.cut(each, 6))
            theirs = theirs.without(cuts[-1:])
    return cuts


def _appended(note: Note, theirs: Text, cuts: Sequence[Cut], name: str) -> WithText | Refusal:
    opened = open_note(note, "")
    if isinstance(opened, Refusal):
        return opened
    text, left_out = _without(theirs, cuts)
    if not text.strip():
        return WithText(note, left_out)
    title = "" if _SECTION.match(text) else f"## {name}\n\n"
    above = opened.text
    missing = 2 - (len(above) - len(above.rstrip("\n"))) if above.strip() else 0
    end = len(above)
    whole = "\n" * max(0, missing) + title + text + "\n"
    return WithText(spliced(opened, [Splice(end, end, whole)]), left_out)


def _without(theirs: Text, cuts: Sequence[Cut]) -> tuple[str, tuple[str, ...]]:
    """A text without some pieces of it, and the lines of these that aren't put anywhere else."""
    pieces, left_out = [], []
    done = 0
    for start, below, end in sorted(cuts):
        pieces.append(theirs.body[done:start])
        done = max(done, end)
        left_out += _lines(theirs.body[start:below])
        # What stands below the heading of a log comes among the entries of the other.
        left_out += filter(EMPTY_ITEM.fullmatch, _lines(theirs.body[below:end]))
    pieces.append(theirs.body[done:])
    return "".join(pieces).strip("\n"), tuple(left_out)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]
