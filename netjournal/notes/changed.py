"""Values that other programs read as something else than what is typed, by the rules of YAML."""

import re
from collections.abc import Iterable

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.raw import ABSENT, RawField, RawValue

_TRUTHS = frozenset(
    form for word in ("yes", "no", "on", "off") for form in (word, word.title(), word.upper())
)
_KEY_WORDS = _TRUTHS | {"true", "True", "TRUE", "false", "False", "FALSE", "~", "null"}
_NOTHINGS = frozenset(("Null", "NULL"))
NO_TEXTS = _TRUTHS | _NOTHINGS | frozenset(ABSENT)
"""Words that are no text in YAML, or mean that there is none."""

_FIRST = frozenset("0123456789+-.nNyYoO")
NUMERIC = frozenset("0123456789+-.")
"""The first character of every number."""

_LONGEST_NUMBER = 60

_NUMBER = re.compile(
    r"[-+]?(?:0x[0-9a-fA-F_]+|0b[01_]+|0o[0-7]+|[1-9][0-9_]*(?::[0-5]?[0-9])+"
    r"|[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*"
    r"|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?"
    r"|\.(?:inf|Inf|INF))|\.(?:nan|NaN|NAN)"
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}")


def changed_by_yaml(fields: Iterable[RawField], path: str) -> list[Diagnostic]:
    """A warning for each key and value without quotes that YAML reads as no text.

    Dates aren't mentioned, nor numbers that come back as they were typed.
    """
    problems = []
    for field in fields:
        key, values, _, _, _, in_quotes = field
        if (key in _KEY_WORDS or key[0] in NUMERIC) and not in_quotes and _is_no_text(key):
            problems.append(_changed_key(field, path))
        for value in values:
            text, _, _, quoted, nested = value
            if text[0] in _FIRST and not quoted and not nested and is_changed(text):
                problems.append(_changed_value(field, value, path))
    return problems


def _is_no_text(key: str) -> bool:
    return bool(key in _KEY_WORDS or _NUMBER.fullmatch(key) or _DATE.fullmatch(key))


def is_changed(text: str) -> bool:
    """Whether a text without quotes comes back from YAML as something else."""
    if text[0] not in NUMERIC:
        return text in _TRUTHS or text in _NOTHINGS
    if len(text) > _LONGEST_NUMBER or not _NUMBER.fullmatch(text):
        return False
    if text.isdecimal():
        return text[0] == "0" and text != "0"
    return str(_as_yaml(text)) != text


def _as_yaml(text: str) -> object:
    """The value that YAML 1.1 makes of a text which looks like a number."""
    import yaml

    try:
        value: object = yaml.safe_load(text)
    except (ValueError, yaml.YAMLError):
        return None
    # What only YAML 1.2 takes for a number, such as 1e5, safe_load leaves as text.
    return None if value == text else value


def _changed_key(field: RawField, path: str) -> Diagnostic:
    key = field.key
    message = f"other programs don't read the key `{key}` as text"
    hint = f'put it in quotes: "{key}":'
    width = len(key)
    return codes.CHANGED_BY_YAML.at(path, field.line, field.column, message, hint, width=width)


def _changed_value(field: RawField, value: RawValue, path: str) -> Diagnostic:
    text = value.text
    message = f"other programs read `{text}` as {_as_others_say(text)}; here it stays as typed"
    hint = f'put it in quotes: {field.key[:60]}: "{text}"'
    width = len(text)
    return codes.CHANGED_BY_YAML.at(path, value.line, value.column, message, hint, width=width)


def _as_others_say(text: str) -> str:
    value = _as_yaml(text)
    if value is None:
        return "nothing" if text in _NOTHINGS else "a number"
    return str(value).lower()
