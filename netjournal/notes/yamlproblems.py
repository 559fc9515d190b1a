"""Why a front matter isn't YAML, said for the person who typed it, on the line to change."""

import re
from typing import NamedTuple

from yaml.error import MarkedYAMLError

from netjournal.notes.fences import KEY_LINE

_VALUE = re.compile(
    r"""[ \t]*(?:- +)*(?:(?:[^\s:"'][^:]*|"[^"]*"|'[^']*'):(?=\s|\Z))?[ \t]*(?P<value>.*)"""
)
_ALIAS = re.compile(r"\*([^\s,\[\]{}]+)")
_SPARE_COMMA = re.compile(r"[\[{,][ \t]*+,")
_THEN_TEXT = re.compile(
    r"""(?:"(?P<double>(?:[^"\\]|\\.)*+)"|'(?P<single>[^']*+)'(?!\w)(?=[^']+\Z))\s*+(?P<after>.+)"""
)
_STARTERS = "@`%*&!"
_CURLY = "“”„‟«»"
_OPENERS = {"[": "]", "{": "}"}
_INDENTED = "the line is indented differently from the line before"
_MARKUP_HINT = "put the whole value in double quotes"


class YamlProblem(NamedTuple):
    """What is wrong in a piece of YAML: line and column from 0, in that piece."""

    line: int
    column: int
    message: str
    hint: str
    alias: str = ""
    """The alias that points to nothing."""
    deep: bool = False
    """Whether it is YAML, but nested beyond what is read."""


def too_deep(lines: list[str]) -> YamlProblem:
    """The problem of lists in lists without end, on the line where most of them open."""
    deepest = max(range(len(lines)), key=lambda n: _openings(lines[n]), default=0)
    message = "nested too deeply"
    return YamlProblem(deepest, 0, message, "write the values as a plain list", deep=True)


def _openings(line: str) -> int:
    return line.count("[") + line.count("{") + line.count("- ") + line.count("? ")


def explain(error: Exception, lines: list[str]) -> YamlProblem:
    """What is wrong in some lines of YAML that a loader has refused."""
    if isinstance(error, RecursionError) or "nesting depth" in str(error):
        return too_deep(lines)
    line, column = _place(error, lines)
    text = lines[line] if line < len(lines) else ""
    message, hint = _reason(error, text, column)
    if text.startswith("%"):
        column = 0
    elif message == _INDENTED:
        column = len(text) - len(text.lstrip())
    alias = _ALIAS.match(text, column) if "undefined alias" in str(error) else None
    return YamlProblem(line, min(column, len(text)), message, hint, alias[1] if alias else "")


def _place(error: Exception, lines: list[str]) -> tuple[int, int]:
    """Where the cause is: a loader names the place where it gave up, often a line later."""
    mark = None
    if isinstance(error, MarkedYAMLError):
        at_context = _is_at_context(error, len(lines))
        mark = error.context_mark if at_context else error.problem_mark or error.context_mark
    if mark is None:
        return 0, 0
    line, column = mark.line, mark.column
    while line > 0 and (line >= len(lines) or not lines[line].strip()):
        line -= 1
        column = len(lines[line])
    return line, column


def _is_at_context(error: MarkedYAMLError, end: int) -> bool:
    """Whether the cause is where the thing begins that a loader was reading when it gave up."""
    context, problem = error.context or "", error.problem or ""
    if error.context_mark is None or "escape" in problem:
        return False
    if "flow" in context:
        return error.problem_mark is None or error.problem_mark.line >= end
    return "quoted scalar" in context or "simple key" in context


def _reason(error: Exception, text: str, column: int) -> tuple[str, str]:
    """A sentence about a line, and what to do."""
    problem = str(getattr(error, "problem", "") or "")
    value = _value(text)
    first = value[:1]
    if first in tuple(_STARTERS) and not text.startswith("%"):
        return f"a value can't start with {first}", f"put it in quotes: {_quoted(value)}"
    if first in tuple(_CURLY):
        return "curly quotes don't quote", "use straight quotes, \" or '"
    if first in tuple("\"'"):
        return _quote_reason(value, problem)
    if first in _OPENERS:
        return _bracket_reason(value)
    return _line_reason(text, value, problem, column)


def _bracket_reason(value: str) -> tuple[str, str]:
    closing = _OPENERS[value[0]]
    if closing not in value:
        return f"the {value[0]} here is never closed", f"write the {closing} that closes it"
    if _SPARE_COMMA.search(value):
        return "a comma stands where a value is missing", "delete the comma that is too many"
    return "there is text after the closing bracket, or a comma is missing", _MARKUP_HINT


def _percent_reason(text: str) -> tuple[str, str]:
    if text.startswith(("%YAML", "%TAG")):
        return "a directive of YAML can't stand in front matter", "delete the line"
    return "a line can't start with %", "write `key: value`"


def before_text(value: str) -> str | None:
    """What stands in the quotes at the start of a value with text behind them; None without."""
    match = _THEN_TEXT.match(value)
    if match is None:
        return None
    single, double = match["single"], match["double"]
    return str(double.replace('\\"', '"') if single is None else single).strip()


def _quote_reason(value: str, problem: str) -> tuple[str, str]:
    quote = value[0]
    end = value.find(quote, 1)
    if quote == '"' and "\\" in value and ("escape" in problem or "hex" in problem):
        return "in double quotes a \\ starts an escape", "use single quotes, or write \\\\"
    if end < 0:
        return f"the quote {quote} opened here is never closed", f"write a {quote} at the end"
    after = _THEN_TEXT.match(value)
    if after:
        other = "single" if quote == '"' else "double"
        whole = f"put the whole value in {other} quotes"
        spare = after["after"] in (",", ";", ".")
        hint = f"delete the {after['after']} after it" if spare else whole
        return "there is text after the closing quote", hint
    if quote == "'":
        text = value.rstrip().removeprefix("'").removesuffix("'")
        return "the apostrophe ends the quoted text", f"use double quotes: {_quoted(text)}"
    return "there is text after the closing quote", "put the whole value in single quotes"


def _line_reason(text: str, value: str, problem: str, column: int) -> tuple[str, str]:
    """What is wrong with a line whose value starts with no special character."""
    if "another document" in problem:
        return "front matter must be one YAML document", "delete the --- inside it"
    if "\t" in text[: len(text) - len(text.lstrip())]:
        return "a tab can't indent a line", "use spaces"
    if text.startswith("%"):
        return _percent_reason(text)
    if KEY_LINE.match(text.strip()):
        return _value_reason(text, value, column)
    if text[:1].isspace():
        return _INDENTED, "begin both in one column"
    return _no_field_reason(text)


def _value_reason(text: str, value: str, column: int) -> tuple[str, str]:
    if value[:1] in ("|", ">"):
        return f"a value can't start with {value[0]}", f"put it in quotes: {_quoted(value)}"
    if ": " in value or value.endswith(":"):
        message = "a colon with a space after it can't stand inside a value"
        return message, f"put the value in quotes: {_quoted(value)}"
    if value.startswith("- "):
        return "a list begins on a line of its own", "move the - to the next line"
    if text[:1].isspace() or column == 0:
        return _INDENTED, "begin both in one column"
    return "YAML can't read this value", _MARKUP_HINT


def _no_field_reason(line: str) -> tuple[str, str]:
    missing_space = re.match(r"([\w -]{1,40}):(\S.*)", line)
    if missing_space:
        key, rest = missing_space.groups()
        return "the space after the colon is missing", f"write `{key}: {rest[:60]}`"
    if line.startswith("- "):
        return "a list item stands where a field is expected", "write its key on a line above it"
    return "this line is no field", "write `key: value`, or move it below the front matter"


def _value(text: str) -> str:
    match = _VALUE.match(text)
    return match["value"].strip() if match else ""


def _quoted(value: str) -> str:
    """A value in the quotes that it needs."""
    short = value if len(value) <= 60 else value[:57] + "..."
    if '"' not in short and "\\" not in short:
        return f'"{short}"'
    return "'" + short.replace("'", "''") + "'"
