"""The front matter of a note as YAML nodes: where its keys, values and items stand."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from netjournal.model.config import Config
from netjournal.model.fields import FIELD_BY_NAME, Field, spelling
from netjournal.notes.contactnote import field_naming
from netjournal.notes.salvage import REFUSED
from netjournal.notes.splicing.note import Opened, Refusal
from netjournal.notes.yamlnodes import HANDLER, UNTYPED

_COLON = re.compile(r"[ \t]*:")
_BRACKETED = re.compile(r"\[\[[^\[\]\n]+\]\]|\{\{[^{}\n]+\}\}")


class Entry(NamedTuple):
    """A key and its value; the places are offsets in the text of the note."""

    key: str
    start: int
    """Of the line of the key."""
    colon: int
    """Behind the colon."""
    value: Node
    value_start: int
    value_end: int
    """Behind what is typed of the value; the colon's end when there is nothing."""


class Head(NamedTuple):
    """The front matter of a note that can be spliced."""

    opened: Opened
    text: str
    start: int
    """The offset in the note at which its text begins."""
    entries: tuple[Entry, ...]

    def named(self, key: str) -> tuple[Entry, ...]:
        """The entries that mean the same field as a key."""
        return tuple(entry for entry in self.entries if self.same_field(entry.key, key))

    def same_field(self, one: str, other: str) -> bool:
        """Whether two keys mean the same field."""
        return self._name(one) == self._name(other)

    def known(self, key: str) -> Field | None:
        """The field of the table that a key means."""
        return field_of(self.opened.note.config, key)

    def _name(self, key: str) -> str:
        known = self.known(key)
        return f"={known.name}" if known else spelling(key)

    def refusal(self, entry: Entry, reason: str, by_hand: str) -> Refusal:
        """The refusal to change an entry."""
        return self.opened.refusal(entry.start, reason, by_hand)

    def end_of_fields(self) -> int:
        """The offset behind the last line that isn't blank, its line feed included.

        Blank lines belong to a text of several lines.
        """
        last = self.entries[-1].value if self.entries else None
        if isinstance(last, ScalarNode) and last.style and last.style in "|>":
            return self.start + len(self.text)
        stripped = self.text.rstrip()
        if not stripped:
            return self.start
        return self.start + self.text.find("\n", len(stripped)) + 1

    def indent(self) -> str:
        """What stands before the keys."""
        if not self.entries:
            return ""
        first = self.entries[0]
        line = self.opened.text[first.start : first.colon]
        return line[: len(line) - len(line.lstrip())]

    def typed(self, node: Node) -> str:
        """A node as it is typed."""
        return self.text[node.start_mark.index : node.end_mark.index]

    def place(self, node: Node) -> int:
        """The offset in the note at which a node begins."""
        return self.start + int(node.start_mark.index)

    def end(self, node: Node) -> int:
        """The offset in the note behind the last character that belongs to a node."""
        return self.start + end_of(node, self.text)

    def is_text(self, node: Node) -> bool:
        """Whether a node is a text, or a link or placeholder that YAML takes for lists."""
        return isinstance(node, ScalarNode) or _BRACKETED.fullmatch(self.typed(node)) is not None


def field_of(config: Config, key: str) -> Field | None:
    """The field of the table that a key means, in this vault."""
    name = field_naming(config)(key)
    return FIELD_BY_NAME[name] if name else None


def read_head(opened: Opened, by_hand: str) -> Head | Refusal:
    """The front matter of a note that has one, or why it can't be changed."""
    block = opened.block
    if block is None:
        return opened.refusal(0, "the note has no front matter", by_hand)
    start = offset_of_line(opened.text, block.line)
    is_toml = opened.text.startswith("+++")
    if is_toml or not opened.text.startswith(block.text, start):
        why = "is TOML, which is read but not changed" if is_toml else "isn't read as it is written"
        return opened.refusal(0, f"the front matter {why}", by_hand)
    try:
        root = HANDLER.load(block.text)
    except REFUSED:
        return opened.refusal(start, "the front matter is no valid YAML", by_hand)
    if root is None:
        return Head(opened, block.text, start, ())
    if not isinstance(root, MappingNode) or root.flow_style:
        return opened.refusal(start, "the front matter isn't made of `key: value` lines", by_hand)
    return Head(opened, block.text, start, tuple(_entries(root, block.text, start)))


def _entries(root: MappingNode, text: str, start: int) -> Iterator[Entry]:
    for key, value in root.value:
        colon = _COLON.match(text, key.end_mark.index)
        is_plain = isinstance(key, ScalarNode) and colon and key.tag == UNTYPED
        if not is_plain or key.value == "<<" or colon is None:
            continue
        behind = colon.end()
        # What an alias stands for is typed elsewhere.
        if value.start_mark.index < behind and _is_typed(value):
            continue
        first = value.start_mark.index if _is_typed(value) else behind
        last = end_of(value, text) if _is_typed(value) else behind
        line = text.rfind("\n", 0, key.start_mark.index) + 1
        yield Entry(key.value, start + line, start + behind, value, start + first, start + last)


def _is_typed(node: Node) -> bool:
    """Whether anything is typed of a node: a value may just be missing."""
    return bool(node.end_mark.index > node.start_mark.index)


def said_by(node: Node) -> list[object]:
    """What a node says, with everything in it; what an alias repeats only once."""
    seen: dict[int, int] = {}
    said: list[object] = []
    waiting = [node]
    while waiting:
        each = waiting.pop()
        if id(each) in seen:
            said.append(seen[id(each)])
            continue
        seen[id(each)] = len(seen)
        children = list(children_of(each))
        text = each.value if isinstance(each, ScalarNode) else len(children)
        said.append((each.tag, text))
        waiting += reversed(children)
    return said


def end_of(node: Node, text: str) -> int:
    """The offset behind the last character of a node, without comments and lines that follow."""
    seen: set[int] = set()
    while isinstance(node, CollectionNode) and not node.flow_style and id(node) not in seen:
        seen.add(id(node))
        children = list(children_of(node))
        if not children:
            break
        node = children[-1]
    if isinstance(node, ScalarNode) and node.style and node.style in "|>":
        return _end_of_block_text(node, text)
    return int(node.end_mark.index)


def children_of(node: Node) -> Iterator[Node]:
    """The nodes inside a node."""
    if isinstance(node, SequenceNode):
        yield from node.value
    elif isinstance(node, MappingNode):
        for pair in node.value:
            yield from pair


def _end_of_block_text(node: ScalarNode, text: str) -> int:
    """Where a text of several lines ends that `|` or `>` opens, without comments below it."""
    start = node.start_mark.index
    lines = text[start : node.end_mark.index].split("\n")
    indent = next((len(each) - len(each.lstrip()) for each in lines[1:] if each.strip()), 0)
    while len(lines) > 1 and len(lines[-1]) - len(lines[-1].lstrip()) < max(indent, 1):
        lines.pop()
    return int(start) + len("\n".join(lines))


def offset_of_line(text: str, number: int) -> int:
    """Where a 1-based line of a text begins; the text's end for one below the last."""
    offset = 0
    for _ in range(number - 1):
        found = text.find("\n", offset)
        if found < 0:
            return len(text)
        offset = found + 1
    return offset
