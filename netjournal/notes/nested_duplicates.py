"""Keys that stand twice in a mapping inside a field."""

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic

_REPORTED = 20


def duplicates_inside(value: Node, first_line: int, path: str) -> list[Diagnostic]:
    """The problems with such keys in a value; the block's first line has a 1-based number."""
    problems: list[Diagnostic] = []
    waiting = [value]
    while waiting and len(problems) < _REPORTED:
        node = waiting.pop()
        if isinstance(node, SequenceNode):
            waiting += reversed(node.value)
        elif isinstance(node, MappingNode):
            first: dict[str, Node] = {}
            for key, _ in node.value:
                known = first.setdefault(key.value, key) if isinstance(key, ScalarNode) else key
                if known is not key:
                    problems.append(_twice(key, known, first_line, path))
            waiting += [inner for _, inner in reversed(node.value)]
    return problems[:_REPORTED]


def _twice(key: ScalarNode, known: Node, first_line: int, path: str) -> Diagnostic:
    mark = key.start_mark
    line, column = mark.line + first_line, mark.column + 1
    first = known.start_mark.line + first_line
    message = f"{key.value[:80]} is given twice (first on line {first})"
    hint = "keep one of them; for several values write a list"
    return codes.DUPLICATE_KEY.at(path, line, column, message, hint)
