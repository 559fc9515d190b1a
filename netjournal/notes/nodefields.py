"""Fields from YAML nodes: each text as typed, with its place, and what YAML hides about it."""

import re
from dataclasses import dataclass, field

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.nested_duplicates import duplicates_inside
from netjournal.notes.raw import ABSENT, Fields, RawField, RawValue
from netjournal.notes.yamlnodes import UNTYPED

MAX_DEPTH = 20
"""Lists in lists that a value may hold."""

_TEXT_TAG = "tag:yaml.org,2002:str"
_MERGE = "<<"
_COMMENT = re.compile(r"[ \t]+#(?=[^\s#])")
_BRACKETED = re.compile(r"\[\[[^\[\]\n]+\]\]|\{\{[^{}\n]+\}\}")
_ANCHOR = re.compile(r"&([^\s,\[\]{}]+)")
_ALIAS = re.compile(r"\*([^\s,\[\]{}]+)")


def fields_of(root: MappingNode, block: str, first_line: int, path: str) -> Fields:
    """The fields of a mapping whose text is `block` and begins on a 1-based line of the note."""
    reader = _Reader(block, first_line, path)
    fields = reader.fields(root)
    return Fields(tuple(fields), tuple(reader.problems))


@dataclass(slots=True)
class _Reader:
    """The text around the nodes, and the problems met so far."""

    block: str
    first_line: int
    path: str
    problems: list[Diagnostic] = field(default_factory=list)
    anchors: frozenset[str] = frozenset()
    """Names that an alias uses: the others were never meant as anchors."""
    entangled: frozenset[int] = frozenset()
    """The identities of values that aliases make huge or endless."""
    has_comments: bool = False
    has_tags: bool = False
    has_anchors: bool = False

    def fields(self, root: MappingNode) -> list[RawField]:
        """The fields of the whole front matter, in its order; merged ones at the end."""
        block = self.block
        self.has_comments = " #" in block or "\t#" in block
        self.has_tags = "!" in block
        self.has_anchors = "&" in block
        if self.has_anchors:
            self.anchors = frozenset(_ALIAS.findall(block))
            self.entangled = self._entangled(root)
        fields: list[RawField] = []
        merged: dict[int, MappingNode] = {}
        for key, value in root.value:
            if self.has_anchors and _is_merge(key):
                bases = value.value if isinstance(value, SequenceNode) else [value]
                merged.update({id(base): base for base in bases if isinstance(base, MappingNode)})
                continue
            known = self._field(key, value)
            if known:
                fields.append(known)
        present = {known.key for known in fields}
        for base in merged.values():
            for key, value in base.value:
                if isinstance(key, ScalarNode) and key.value not in present:
                    present.add(key.value)
                    known = self._field(key, value)
                    fields += [known] if known else []
        return fields

    def _field(self, key: Node, value: Node) -> RawField | None:
        mark = key.start_mark
        line, column = mark.line + self.first_line, mark.column + 1
        if not isinstance(key, ScalarNode) or not key.value:
            message = "a key must be text" if key.value else "a key is missing before the colon"
            hint = "write `key: value` lines; put a key with brackets in quotes"
            self.problems.append(codes.NOT_FIELDS.at(self.path, line, column, message, hint))
            return None
        if id(value) in self.entangled:
            return RawField(key.value, (), line, column)
        quoted = bool(key.style)
        if isinstance(value, SequenceNode) and not self._is_bracketed_text(value):
            if self.has_tags and value.tag != UNTYPED:
                return RawField(key.value, self._refused_tag(value), line, column)
            items = [found for item in value.value if (found := self._value(item))]
            return RawField(key.value, tuple(items), line, column, True, quoted)
        only = self._value(value)
        return RawField(key.value, (only,) if only else (), line, column, False, quoted)

    def _value(self, node: Node) -> RawValue | None:
        mark = node.start_mark
        line, column = mark.line + self.first_line, mark.column + 1
        if not isinstance(node, ScalarNode):
            return self._collection(node, line, column)
        text: str = node.value
        if self.has_anchors and self.block.startswith("&", mark.index):
            text = self._without_anchor(node, line, column)
        if self.has_tags and node.tag not in (UNTYPED, _TEXT_TAG):
            self._refused_tag(node)
            text = self._typed(node)
        if not node.style:
            if self.has_comments:
                self._check_comment(node)
            if text in ABSENT:
                return None
            return RawValue(text, line, column)
        if node.style in "|>":
            text = text.rstrip("\n")
        return RawValue(text, line, column, True) if text else None

    def _collection(self, node: Node, line: int, column: int) -> RawValue | None:
        """A list or mapping that isn't a field's own list: kept as it is typed."""
        if self._is_bracketed_text(node):
            return RawValue(self._typed(node), line, column, True)
        problem = self._first_problem_inside(node)
        if problem:
            self.problems.append(problem)
            return None
        twice = duplicates_inside(node, self.first_line, self.path)
        self.problems += [problem for problem in twice if problem not in self.problems]
        return RawValue(self._typed(node), line, column, False, True)

    def _typed(self, node: Node) -> str:
        return self.block[node.start_mark.index : node.end_mark.index].rstrip()

    def _is_bracketed_text(self, node: Node) -> bool:
        """Whether YAML took a link, `[[Bob]]`, or a template's `{{date}}` for lists."""
        start, end = node.start_mark.index, node.end_mark.index
        if self.block[start : start + 2] not in ("[[", "{{"):
            return False
        return _BRACKETED.fullmatch(self.block, start, end) is not None

    def _check_comment(self, node: Node) -> None:
        comment = _COMMENT.match(self.block, node.end_mark.index)
        if comment:
            mark = node.end_mark
            column = mark.column + len(comment[0])
            message = "YAML takes everything after ` #` for a comment, so it is not read"
            hint = "put the whole value in quotes; for a comment, write a space after the #"
            problem = codes.CHANGED_BY_YAML.at(
                self.path, mark.line + self.first_line, column, message, hint, width=1
            )
            self.problems.append(problem)

    def _without_anchor(self, node: ScalarNode, line: int, column: int) -> str:
        """The text of a value with `&` before it: as typed, unless an alias uses the anchor."""
        anchor = _ANCHOR.match(self.block, node.start_mark.index)
        text: str = node.value
        if anchor is None or anchor[1] in self.anchors or node.style:
            return text
        message = f"`{anchor[0][:40]}` is YAML's way to name a value, not text"
        hint = "put the value in quotes"
        problem = codes.CHANGED_BY_YAML.at(
            self.path, line, column, message, hint, width=len(anchor[0])
        )
        self.problems.append(problem)
        return self._typed(node)

    def _refused_tag(self, node: Node) -> tuple[()]:
        mark = node.start_mark
        message = "a value that starts with ! is a YAML tag, and tags are not read"
        problem = codes.YAML_TAG.at(
            self.path,
            mark.line + self.first_line,
            mark.column + 1,
            message,
            "put the value in quotes when the ! belongs to it; otherwise delete the tag",
        )
        self.problems.append(problem)
        return ()

    def _first_problem_inside(self, node: Node) -> Diagnostic | None:
        """What is too deep in a nested value, or a tag in it."""
        waiting = [(node, 1)]
        while waiting:
            inner, depth = waiting.pop()
            if self.has_tags and inner.tag not in (UNTYPED, _TEXT_TAG):
                self._refused_tag(inner)
                return self.problems.pop()
            if depth > MAX_DEPTH:
                return self._too_complex(node, f"nested too deeply (more than {MAX_DEPTH} levels)")
            waiting += [(child, depth + 1) for child in reversed(_children(inner))]
        return None

    def _too_complex(self, node: Node, message: str) -> Diagnostic:
        mark = node.start_mark
        line, column = mark.line + self.first_line, mark.column + 1
        hint = "write the values as a plain list"
        return codes.TOO_COMPLEX.at(self.path, line, column, message, hint)

    def _entangled(self, root: MappingNode) -> frozenset[int]:
        """The values in which an alias stands for a list or a mapping inside another one.

        An alias for a text or for a whole value is simple, and can't grow.
        """
        seen: set[int] = set()
        bad: set[int] = set()
        for key, value in root.value:
            if _is_merge(key) or id(value) in seen:
                continue
            inside = self._alias_inside(value, seen)
            if inside and not bad:
                self.problems.append(self._too_complex(value, inside))
            if inside:
                bad.add(id(value))
        return frozenset(bad)

    def _alias_inside(self, value: Node, seen: set[int]) -> str:
        """Why the aliases in a value are refused, or nothing."""
        waiting = [value]
        problem = ""
        while waiting:
            node = waiting.pop()
            if id(node) not in seen:
                seen.add(id(node))
                waiting += _children(node)
            elif node is value:
                return "the value refers to itself"
            elif not isinstance(node, ScalarNode):
                problem = "too many YAML aliases: a list of lists may not use them"
        return problem


def _is_merge(key: Node) -> bool:
    return bool(key.value == _MERGE and not key.style) if isinstance(key, ScalarNode) else False


def _children(node: Node) -> list[Node]:
    if isinstance(node, SequenceNode):
        return list(node.value)
    if isinstance(node, MappingNode):
        return [child for pair in node.value for child in pair]
    return []
