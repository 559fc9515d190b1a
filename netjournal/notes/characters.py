"""Characters in front matter that nobody sees, or that no text should hold."""

import re
import unicodedata
from collections.abc import Iterable

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.raw import RawField

_NO_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What YAML refuses, or takes for the end of a line as no editor does."""

_LINE_ENDS = {"\x85": "next line", "\u2028": "line separator", "\u2029": "paragraph separator"}
_IN_A_VALUE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
    "\u00ad\u180e\u200b\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb]"
)
"""What hides or reorders text. The joiners of emoji and the marks of right-to-left words don't."""

_WIDE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_WIDE_GAP = re.compile(
    rf"^(?P<before>(?:[^\W\d_][\w -]{{0,80}}+:|[ ]{{0,20}}+-)[ ]*+)(?P<wide>[{_WIDE}][{_WIDE} ]*+)",
    re.MULTILINE,
)
"""A space that YAML takes for text, where it looks for one after a colon or a dash."""

_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_MARK = "\ufffd"
_REPORTED = 20


def has_odd_characters(block: str) -> bool:
    """Whether a front matter may hold a character that is worth a closer look."""
    return "\\" in block or not block.replace("\n", "").isprintable()


def without_hidden(text: str) -> str:
    """A text without the characters that hide or reorder it; control characters stay."""
    return _IN_A_VALUE.sub(_unless_hidden, text)


def _unless_hidden(match: re.Match[str]) -> str:
    return match[0] if unicodedata.category(match[0]) == "Cc" else ""


def readable(block: str, first_line: int, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """A front matter of the same length that YAML can read, and what had to be replaced."""
    problems: list[Diagnostic] = []
    line, counted = first_line, 0
    match = _NO_YAML.search(block)
    while match and len(problems) < _REPORTED:
        line += block.count("\n", counted, match.start())
        counted = match.start()
        column = counted - block.rfind("\n", 0, counted)
        problems.append(_refused(match[0], path, line, column))
        end = block.find("\n", counted)
        match = _NO_YAML.search(block, end) if end >= 0 else None
    if not problems:
        return block, ()
    return _NO_YAML.sub(_replacement, block), tuple(problems)


def with_plain_gaps(block: str, first_line: int, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """A front matter of the same length with plain spaces before its values, and the wide ones."""
    problems: list[Diagnostic] = []
    line, counted = first_line, 0
    for gap in _WIDE_GAP.finditer(block):
        line += block.count("\n", counted, gap.start())
        counted = gap.start()
        if len(problems) == _REPORTED:
            break
        column = len(gap["before"]) + 1
        character = f"U+{ord(gap['wide'][0]):04X}"
        message = f"a space of another kind ({character}) stands where a plain one belongs"
        hint = "delete it, and type a plain space"
        problem = codes.HIDDEN_CHARACTER.at(path, line, column, message, hint, width=1)
        problems.append(problem)
    if not problems:
        return block, ()
    return _WIDE_GAP.sub(_spaced, block), tuple(problems)


def _spaced(gap: re.Match[str]) -> str:
    return gap["before"] + " " * len(gap["wide"])


def _replacement(match: re.Match[str]) -> str:
    character = match[0]
    if character in _LINE_ENDS:
        return " "
    return "\u200b" if character == "\ufeff" else _MARK


def _refused(character: str, path: str, line: int, column: int) -> Diagnostic:
    if character in _LINE_ENDS:
        message = f"an invisible line break (U+{ord(character):04X}, {_LINE_ENDS[character]})"
        hint = "delete it, or break the line with the Enter key"
        return codes.HIDDEN_CHARACTER.at(path, line, column, message, hint, width=1)
    if character == "\ufeff":
        message = "an invisible byte order mark (U+FEFF)"
        return codes.HIDDEN_CHARACTER.at(path, line, column, message, "delete it", width=1)
    message = f"control character 0x{ord(character):02X}"
    return codes.CONTROL_CHARACTER.at(path, line, column, message, "delete it", width=1)


def hidden_characters(fields: Iterable[RawField], path: str) -> list[Diagnostic]:
    """Invisible characters in keys, and control characters in values; one for each field."""
    problems = []
    for field in fields:
        if not field.key.isprintable():
            problems.append(_in_key(field, path))
            continue
        for value in field.values:
            match = _IN_A_VALUE.search(value.text)
            if match:
                message = f"{field.key[:80]} contains {_kind(match[0])}"
                hint = "delete the invisible character, or type the value again"
                problems.append(
                    codes.HIDDEN_CHARACTER.at(path, value.line, value.column, message, hint)
                )
                break
    return problems


def _in_key(field: RawField, path: str) -> Diagnostic:
    shown = "".join(c if c.isprintable() else f"<U+{ord(c):04X}>" for c in field.key[:80])
    plain = "".join(c for c in field.key if c.isprintable()).strip()
    message = f"the key `{shown}` has an invisible character"
    hint = f"did you mean `{plain[:80]}`? type the key again" if plain else "type the key again"
    return codes.HIDDEN_CHARACTER.at(path, field.line, field.column, message, hint)


def _kind(character: str) -> str:
    name = f"U+{ord(character):04X}"
    if _DIRECTIONS.match(character):
        return f"a text-direction control ({name})"
    if unicodedata.category(character) == "Cc":
        return f"a control character ({name})"
    return f"an invisible character ({name})"
