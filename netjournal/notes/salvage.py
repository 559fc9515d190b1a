"""The fields of a front matter that isn't YAML as a whole: each entry is read by itself."""

from typing import NamedTuple

from yaml.error import YAMLError
from yaml.nodes import MappingNode

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.fences import KEY_LINE
from netjournal.notes.nodefields import fields_of
from netjournal.notes.raw import Fields, RawField, RawValue
from netjournal.notes.yamlnodes import HANDLER
from netjournal.notes.yamlproblems import YamlProblem, before_text, explain

REFUSED = (YAMLError, RecursionError, ValueError, IndexError)
"""What a loader raises for text that it can't read; the last two on rare damage."""

_ENTRIES = 2_000
_REPORTED = 5


class _Entry(NamedTuple):
    """A key and everything up to the next one; its first line in the note, 1-based."""

    lines: list[str]
    line: int


def salvage(block: str, first_line: int, path: str, error: Exception) -> Fields:
    """The fields of all entries that can be read, and why the others can't."""
    lines = block.split("\n")[:-1]
    fields: list[RawField] = []
    problems: list[Diagnostic] = []
    others: list[Diagnostic] = []
    for entry in _entries(lines, first_line):
        found, problem = _read(entry, path)
        fields += found.fields
        others += found.diagnostics
        if problem and not _is_anchored_elsewhere(problem, block):
            problems.append(_diagnostic(problem, entry.line, path))
    if not problems:
        problems.append(_diagnostic(explain(error, lines), first_line, path))
    return Fields(tuple(fields), (*problems[:_REPORTED], *others))


def _entries(lines: list[str], first_line: int) -> list[_Entry]:
    starts = [number for number, line in enumerate(lines) if KEY_LINE.match(line)][:_ENTRIES]
    if not starts or starts[0] > 0:
        starts.insert(0, 0)
    ends = [*starts[1:], len(lines)]
    return [
        _Entry(lines[start:end], first_line + start)
        for start, end in zip(starts, ends, strict=True)
    ]


def _read(entry: _Entry, path: str) -> tuple[Fields, YamlProblem | None]:
    text = "\n".join(entry.lines) + "\n"
    try:
        root = HANDLER.load(text)
    except REFUSED as error:
        problem = explain(error, entry.lines)
        if problem.line > 0:
            return _read_above(entry, problem.line, path), problem
        return Fields(_as_typed(entry)), problem
    if isinstance(root, MappingNode):
        return fields_of(root, text, entry.line, path), None
    if root is None:
        return Fields(()), None
    mark = root.start_mark
    problem = explain(YAMLError(), entry.lines[mark.line :])
    return Fields(()), problem._replace(line=mark.line, column=mark.column)


def _read_above(entry: _Entry, end: int, path: str) -> Fields:
    """The field of an entry whose later lines are broken."""
    text = "\n".join(entry.lines[:end]) + "\n"
    try:
        root = HANDLER.load(text)
    except REFUSED:
        return Fields(_as_typed(entry))
    if isinstance(root, MappingNode):
        return fields_of(root, text, entry.line, path)
    return Fields(())


def _as_typed(entry: _Entry) -> tuple[RawField, ...]:
    """The field of a line whose value YAML can't read, with the text that was surely meant."""
    line = entry.lines[0]
    key = KEY_LINE.match(line)
    if key is None:
        return ()
    typed = line[key.end() :].strip()
    quoted = before_text(typed)
    text = typed.strip("\"'“”„").strip() if quoted is None else quoted
    if not text or (text[0] in "[{|>!&*" and not (text.startswith("[[") and "]]" in text)):
        return ()
    start = line.find(text, key.end())
    # A text with an escape in it doesn't stand in the line as it is.
    start = line.index(typed, key.end()) if start < 0 else start
    value = RawValue(text, entry.line, start + 1, quoted=text != typed)
    return (RawField(key[1].strip("\"' "), (value,), entry.line, 1),)


def _is_anchored_elsewhere(problem: YamlProblem, block: str) -> bool:
    """Whether an entry fails only because the value that it points to is in another one."""
    return problem.alias != "" and f"&{problem.alias}" in block


def _diagnostic(problem: YamlProblem, first_line: int, path: str) -> Diagnostic:
    code = codes.TOO_COMPLEX if problem.deep else codes.YAML_SYNTAX
    line, column = problem.line + first_line, problem.column + 1
    return code.at(path, line, column, problem.message, problem.hint)
