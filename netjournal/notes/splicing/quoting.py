"""A value as YAML, so that everybody reads it back as the text that it is."""

import re

import yaml

from netjournal.notes.changed import NO_TEXTS, is_changed

_DOUBLE = {'"': '\\"', "\\": "\\\\", "\t": "\\t"}
_NUMBER_LIKE = re.compile(r"[-+.]?[0-9][0-9_.,:eExobXOB+-]*\Z")
_DAY_LIKE = re.compile(r"(?:[0-9]{4}(?:-[0-9]{2}){0,2}|--[0-9]{2}-[0-9]{2})\Z")


def written(value: str, *, quote: str = "", in_brackets: bool = False, is_day: bool = False) -> str:
    """A value as it stands behind a key or in a list.

    It is in quotes when another kind is asked for, or when it would be read as something else
    without them. Days of fields that hold days go without.
    """
    if quote:
        return quoted(value, quote)
    if is_day and _DAY_LIKE.match(value):
        return value
    return value if _is_plain(value, in_brackets=in_brackets) else quoted(value)


def quoted(value: str, quote: str = "") -> str:
    """A value in quotes: single ones where they spare escapes, unless double ones are asked for."""
    spares = not quote and ('"' in value or "\\" in value) and "'" not in value
    if (quote == "'" or spares) and value.isprintable():
        return "'" + value.replace("'", "''") + "'"
    return '"' + "".join(map(_in_double_quotes, value)) + '"'


def _in_double_quotes(character: str) -> str:
    if character in _DOUBLE:
        return _DOUBLE[character]
    if character.isprintable():
        return character
    code = ord(character)
    return (
        f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"
    )


def _is_plain(value: str, *, in_brackets: bool) -> bool:
    """Whether a value without quotes is read back as itself, by old and new readers of YAML."""
    if value in NO_TEXTS or is_changed(value or "~") or _NUMBER_LIKE.match(value):
        return False
    if (
        value.startswith("---")
        or not value.isprintable()
        or value[0] in "[{"
        or (in_brackets and "," in value)
    ):
        return False
    text = f"key: [{value}]\n" if in_brackets else f"key: {value}\n"
    try:
        read = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError):
        return False
    return bool(read == {"key": [value] if in_brackets else value})
