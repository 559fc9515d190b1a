"""The lines of each field in a front matter, with the comments on it, and all of its comments."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from netjournal.notes.raw import ABSENT
from netjournal.notes.splicing.head import Head, children_of, end_of
from netjournal.notes.yamlnodes import HANDLER

_COMMENT = re.compile(r"(?:(?<=[ \t])|^)#[^\n]*", re.MULTILINE)


class Segment(NamedTuple):
    """A field with its whole lines; places are offsets in the text of the note."""

    key: str
    """Empty for one that isn't text."""
    above: str
    """The lines of comments directly above the key."""
    text: str
    """The lines from the key to the last one of its value."""
    start: int
    """Of the line of the key."""
    line: int
    """The 1-based line of the key in the note."""
    value: Node
    typed: str
    """The value as it is typed."""
    is_text: bool
    """Whether the value is a text on one line."""
    is_flat: bool
    """Whether the value is a list of texts."""

    @property
    def end(self) -> int:
        """Behind the last line."""
        return self.start + len(self.text)

    @property
    def has_value(self) -> bool:
        """Whether a value is typed behind the key, or in the list that stands there."""
        if self.is_list:
            return any(not _is_nothing(each) for each in self.value.value)
        return not (self.is_text and self.typed in ABSENT)

    @property
    def is_list(self) -> bool:
        """Whether the value is a list, and no link that YAML takes for one."""
        return isinstance(self.value, SequenceNode) and not self.is_text


class Comment(NamedTuple):
    """A comment in a front matter."""

    text: str
    """From the `#` on."""
    line: str
    """The comment as a line that is nothing else: what stands before it is a part of it."""


class Segments(NamedTuple):
    """The fields of a front matter, and its comments, in their order."""

    fields: tuple[Segment, ...]
    comments: tuple[Comment, ...]


NONE = Segments((), ())


def segments_of(head: Head) -> Segments:
    """The fields of a front matter, each with its lines."""
    root = HANDLER.load(head.text)
    pairs = root.value if isinstance(root, MappingNode) else []
    found = {match.start(): match[0] for match in _COMMENT.finditer(_masked(head.text, pairs))}
    # What is masked is as long as what is typed.
    hashes = {start: head.text[start : start + len(each)] for start, each in found.items()}
    lines = _Lines(head, hashes)
    fields = []
    begin = 0
    for number, (key, value) in enumerate(pairs):
        behind = lines.count if number + 1 == len(pairs) else pairs[number + 1][0].start_mark.line
        above = lines.above(begin, key.start_mark.line)
        begin = lines.end_of_value(key, value, behind)
        fields.append(lines.segment(key, value, above, begin))
    return Segments(tuple(fields), tuple(lines.comments()))


class _Lines:
    """The lines of a front matter, and the comments in them by their offsets."""

    def __init__(self, head: Head, hashes: dict[int, str]) -> None:
        self._head = head
        self._lines = head.text.splitlines(keepends=True)
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line))
        self._hashes = hashes
        self.count = len(self._lines)

    def _is_comment(self, number: int) -> bool:
        line = self._lines[number]
        return self._starts[number] + len(line) - len(line.lstrip(" \t")) in self._hashes

    def comments(self) -> Iterator[Comment]:
        """Every comment, in order."""
        for at, text in sorted(self._hashes.items()):
            number = bisect_right(self._starts, at) - 1
            line = self._lines[number].strip()
            yield Comment(text.rstrip(), line if line.startswith("#") else f"# {line}")

    def above(self, first: int, behind: int) -> str:
        """The comments directly above a line, down from another one."""
        begin = behind
        while begin > first and self._is_comment(begin - 1):
            begin -= 1
        return "".join(self._lines[begin:behind])

    def end_of_value(self, key: Node, value: Node, behind: int) -> int:
        """The line behind the last one of a value, with comments that are indented further."""
        text, first = self._head.text, key.start_mark.line
        indent = key.start_mark.column
        last = max(n for n in range(first, behind) if n == first or self._says(n))
        if value.start_mark.index >= key.end_mark.index and value.end_mark.index > 0:
            ending = max(end_of(value, text) - 1, key.start_mark.index)
            last = max(last, min(text.count("\n", 0, ending), behind - 1))
        end = last + 1
        while end < behind and not self._lines[end].strip() and _keeps_blank_lines(value, text):
            end += 1
        while end < behind and self._is_comment(end) and self._indent(end) > indent:
            end += 1
        return end

    def _says(self, number: int) -> bool:
        return bool(self._lines[number].strip()) and not self._is_comment(number)

    def _indent(self, number: int) -> int:
        line = self._lines[number]
        return len(line) - len(line.lstrip())

    def segment(self, key: Node, value: Node, above: str, end: int) -> Segment:
        """A field whose lines end before one."""
        head, first = self._head, key.start_mark.line
        start, stop = self._starts[first], self._starts[end]
        is_here = value.start_mark.index >= key.end_mark.index
        typed = head.text[value.start_mark.index : end_of(value, head.text)] if is_here else "*"
        return Segment(
            key.value if isinstance(key, ScalarNode) else "",
            above,
            head.text[start:stop],
            head.start + start,
            head.opened.line_of(head.start + start),
            value,
            typed.rstrip(),
            head.is_text(value) and "\n" not in typed.rstrip(),
            isinstance(value, SequenceNode) and all(map(head.is_text, value.value)),
        )


def _masked(text: str, pairs: Sequence[tuple[Node, Node]]) -> str:
    """A front matter with letters over all of its texts, in which a `#` is none of a comment."""
    masked = list(text)
    seen: set[int] = set()
    waiting = [node for pair in pairs for node in pair]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if not isinstance(node, ScalarNode):
            waiting += children_of(node)
            continue
        start, end = node.start_mark.index, end_of(node, text)
        if node.style and node.style in "|>":
            # A comment may stand on the line that opens it.
            start = text.find("\n", start, end) if "\n" in text[start:end] else end
        for place in range(start, end):
            if masked[place] != "\n":
                masked[place] = "x"
    return "".join(masked)


def _is_nothing(node: Node) -> bool:
    return isinstance(node, ScalarNode) and not node.style and node.value in ABSENT


def _keeps_blank_lines(value: Node, text: str) -> bool:
    """Whether blank lines below a value belong to it, as they do to a text behind `|+`."""
    node = value
    while isinstance(node, CollectionNode):
        children = list(children_of(node))
        if not children or node.flow_style:
            return False
        node = children[-1]
    first, _, _ = text[node.start_mark.index : node.end_mark.index].partition("\n")
    style = node.style if isinstance(node, ScalarNode) else None
    return style is not None and style in "|>" and "+" in first.partition("#")[0]
