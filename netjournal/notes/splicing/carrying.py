"""Lines of one front matter brought into another as they are, and checked there."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from netjournal.notes.splicing.facts import facts_of, new_problem
from netjournal.notes.splicing.head import Head, read_head, said_by
from netjournal.notes.splicing.note import Note, Opened, Refusal, Splice, open_note, spliced
from netjournal.notes.splicing.segments import Segment, Segments, segments_of

_TICKS = re.compile(r"`+")
_Said = list[tuple[str, tuple[object, ...]]]


def carried(note: Note, segments: Sequence[Segment]) -> Note | Refusal:
    """The note with fields that it doesn't have at the end of its front matter, line by line."""
    head = _head(note)
    if isinstance(head, Refusal) or not segments:
        return head if isinstance(head, Refusal) else note
    lines = "".join([_indented(each.above + each.text, each, head) for each in segments])
    wanted = [*_said(head), *((each.key, tuple(said_by(each.value))) for each in segments)]
    place = head.end_of_fields()
    changed = spliced(head.opened, [Splice(place, place, lines)])
    checked = _checked(changed, head, wanted, segments[0].key)
    if isinstance(checked, Note):
        return checked
    # Blank lines above the fence may belong to the last text of several lines.
    place = head.start + len(head.text)
    changed = spliced(head.opened, [Splice(place, place, lines)])
    return _checked(changed, head, wanted, segments[0].key)


def replaced(note: Note, old: Segment, new: Segment) -> Note | Refusal:
    """The note with the lines of a field in the place of another's."""
    head = _head(note)
    if isinstance(head, Refusal):
        return head
    text = _indented(new.above + new.text, new, head)
    changed = spliced(head.opened, [Splice(old.start, old.end, text)])
    number = [each.start for each in segments_of(head).fields].index(old.start)
    wanted = _said(head)
    wanted[number] = new.key, tuple(said_by(new.value))
    return _checked(changed, head, wanted, new.key)


def with_comments(note: Note, fronts: Iterable[Segments]) -> Note | Refusal:
    """The note with every comment of some front matters: in its own, else below its text.

    What all of them say word for word stands there once.
    """
    opened = open_note(note, "")
    if isinstance(opened, Refusal):
        return opened
    head = read_head(opened, "") if opened.block else None
    known = _counted(segments_of(head)) if isinstance(head, Head) else Counter()
    new: list[str] = []
    for front in fronts:
        missing = _counted(front) - known
        known |= _counted(front)
        for text, line in front.comments:
            if missing[text]:
                missing[text] -= 1
                new.append(line)
    if not new:
        return note
    if isinstance(head, Head):
        lines = "".join([f"{head.indent()}{each}\n" for each in new])
        place = head.end_of_fields()
        changed = spliced(opened, [Splice(place, place, lines)])
        before, after = facts_of(note), facts_of(changed)
        is_same = not isinstance(_checked(changed, head, _said(head), ""), Refusal)
        if is_same and before and after and not new_problem(before, after):
            return changed
    return _below(opened, new)


def _counted(front: Segments) -> "Counter[str]":
    return Counter([each.text for each in front.comments])


def _below(opened: Opened, comments: Sequence[str]) -> Note:
    """The note with comments below its text, as code, of which nothing is read."""
    longest = max([len(each) for line in comments for each in _TICKS.findall(line)], default=0)
    fence = "`" * max(3, longest + 1)
    text = "\n".join(["## Comments", "", fence, *comments, fence, ""])
    end = len(opened.text)
    gap = 2 - (end - len(opened.text.rstrip("\n"))) if opened.text.strip() else 0
    return spliced(opened, [Splice(end, end, "\n" * max(0, gap) + text)])


def _head(note: Note) -> Head | Refusal:
    """The front matter of a note, made when there is none."""
    opened = open_note(note, "")
    if not isinstance(opened, Refusal) and opened.block is None:
        opened = open_note(spliced(opened, [Splice(0, 0, "---\n---\n")]), "")
    return opened if isinstance(opened, Refusal) else read_head(opened, "")


def _indented(lines: str, segment: Segment, head: Head) -> str:
    """Lines of another note as far indented as the keys of this one are."""
    key = segment.text.lstrip(" ")
    before, now = segment.text[: len(segment.text) - len(key)], head.indent()
    if before == now:
        return lines
    rows = lines.splitlines(keepends=True)
    return "".join([now + row.removeprefix(before) if row.strip() else row for row in rows])


def _said(head: Head) -> _Said:
    """What YAML makes of all fields."""
    return [(each.key, tuple(said_by(each.value))) for each in segments_of(head).fields]


def _checked(changed: Note, head: Head, wanted: _Said, key: str) -> Note | Refusal:
    """A changed note, if it says what is wanted in its front matter, and below it what it did."""
    refusal = head.opened.refusal(
        head.start, f"the lines of {key} would be read otherwise in this note"
    )
    opened = open_note(changed, "")
    after = opened if isinstance(opened, Refusal) else read_head(opened, "")
    if isinstance(opened, Refusal) or isinstance(after, Refusal):
        return refusal
    if opened.body != head.opened.body or _said(after) != wanted:
        return refusal
    return changed
