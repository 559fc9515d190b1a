"""JSON as editors write it, with comments and trailing commas, and adding members to it.

What is there stays as it is, byte for byte: members are only added, at the end of their object.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

_STRING = r'"(?:[^"\\\n]|\\.)*"'
_COMMENT = re.compile(rf"({_STRING})|//[^\n]*|/\*.*?\*/", re.DOTALL)
_TRAILING_COMMA = re.compile(rf"({_STRING})|,(?=\s*[\]}}])")
_SPACE = re.compile(r"\s*")
_INDENT = re.compile(r'\n([ \t]+)"')
_USUAL_INDENT = "  "
_DECODER = json.JSONDecoder()

Wanted = Mapping[str, Any]
"""Members that an object is to have: a mapping is an object, `Items` are some of a list's, and
anything else is the value."""


class Items(NamedTuple):
    """Texts that a list is to have, among others."""

    texts: tuple[str, ...]


class Added(NamedTuple):
    """A text with the members that were missing."""

    text: str
    added: tuple[str, ...]
    """Their names; behind dots the names of those in an object of another."""
    kept: tuple[str, ...]
    """The names of members that have another value than the wanted one, and stay."""


def with_members(text: str, wanted: Wanted, *, any_case: bool = False) -> Added | None:
    """The text of an object with all wanted members; nothing at all counts as an object.

    None when it is no such text, or can't be added to. With `any_case`, members whose names differ
    in case only are the same.
    """
    if not text.strip():
        names = tuple(_names(wanted))
        return Added(json.dumps(as_data(wanted), indent=2, ensure_ascii=False) + "\n", names, ())
    before = parsed(text)
    if not isinstance(before, dict):
        return None
    splice = _Splice(text, any_case=any_case)
    splice.object(len(text) - len(splice.plain.lstrip()), before, wanted, "")
    after = splice.result()
    if parsed(after) != _merged(before, wanted, any_case=any_case):
        return None
    return Added(after, tuple(splice.added), tuple(splice.kept))


def parsed(text: str) -> Any:  # noqa: ANN401 - whatever the text holds
    """What the text holds; None for what is no JSON, or has two members of one name."""
    plain = _TRAILING_COMMA.sub(_blank, _COMMENT.sub(_blank, text))
    try:
        return json.loads(plain, object_pairs_hook=_unlike)
    except (ValueError, RecursionError):
        return None


def as_data(wanted: Wanted) -> dict[str, Any]:
    """The wanted members as JSON has them."""
    return {key: _value(value) for key, value in wanted.items()}


def _value(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if isinstance(value, Items):
        return list(value.texts)
    return as_data(value) if isinstance(value, Mapping) else value


def _names(wanted: Wanted, above: str = "") -> Sequence[str]:
    names: list[str] = []
    for key, value in wanted.items():
        inside = isinstance(value, Mapping)
        names += _names(value, f"{above}{key}.") if inside else [f"{above}{key}"]
    return names


def _merged(before: dict[str, Any], wanted: Wanted, *, any_case: bool) -> dict[str, Any]:
    """The object as it is to be afterwards."""
    after = dict(before)
    for key, value in wanted.items():
        name = _known(before, key, any_case=any_case)
        have = before.get(name)
        if name not in before:
            after[key] = _value(value)
        elif isinstance(value, Items) and isinstance(have, list):
            after[name] = [*have, *(text for text in value.texts if text not in have)]
        elif isinstance(value, Mapping) and isinstance(have, dict):
            after[name] = _merged(have, value, any_case=any_case)
    return after


def _known(members: Mapping[str, Any], key: str, *, any_case: bool) -> str:
    """The name of a member as it is written, or the wanted one when there is none."""
    if key in members or not any_case:
        return key
    return next((name for name in members if name.casefold() == key.casefold()), key)


def _blank(match: re.Match[str]) -> str:
    """Spaces in the place of what is no string, so that all else stays in its place."""
    return match[1] or " " * len(match[0])


def _unlike(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise ValueError("two members of one name")
    return members


class _Splice:
    """What is put into a text, and where."""

    def __init__(self, text: str, *, any_case: bool) -> None:
        self._text = text
        self._any_case = any_case
        self._commas = _COMMENT.sub(_blank, text)
        """The text without comments."""
        self.plain = _TRAILING_COMMA.sub(_blank, self._commas)
        """The text without trailing commas either."""
        found = _INDENT.search(text)
        self._indent = found[1] if found else _USUAL_INDENT
        self._pieces: list[tuple[int, str]] = []
        self.added: list[str] = []
        self.kept: list[str] = []

    def result(self) -> str:
        """The text with all pieces in their places."""
        parts, at = [], 0
        newline = "\r\n" if "\r\n" in self._text else "\n"
        for place, piece in sorted(self._pieces, key=lambda each: each[0]):
            parts += [self._text[at:place], piece.replace("\n", newline)]
            at = place
        return "".join([*parts, self._text[at:]])

    def object(self, start: int, before: dict[str, Any], wanted: Wanted, above: str) -> None:
        """Adds to the object whose brace stands at a place, below the names of those above it."""
        spans, close = self._members(start)
        new: list[str] = []
        depth = above.count("\0") + 1
        for key, value in wanted.items():
            name = _known(before, key, any_case=self._any_case)
            said = f"{above}{key}".replace("\0", ".")
            have = before.get(name)
            if name not in before:
                new.append(f"{json.dumps(key, ensure_ascii=False)}: {self._dumped(value, depth)}")
                inside = isinstance(value, Mapping)
                self.added += _names(value, f"{said}.") if inside else [said]
            elif isinstance(value, Mapping) and isinstance(have, dict):
                self.object(spans[name][0], have, value, f"{above}{key}\0")
            elif isinstance(value, Items) and isinstance(have, list):
                self._list(spans[name], have, value, depth, said)
            elif have != _value(value):
                self.kept.append(said)
        last = max((end for _, end in spans.values()), default=None)
        self._put(new, last, close, depth)

    def _list(
        self, span: tuple[int, int], have: list[Any], wanted: Items, depth: int, said: str
    ) -> None:
        new = [text for text in wanted.texts if text not in have]
        self.added += [f"{said}: {text}" for text in new]
        close = span[1] - 1
        last = len(self.plain[:close].rstrip()) if have else None
        self._put([json.dumps(text, ensure_ascii=False) for text in new], last, close, depth + 1)

    def _put(self, new: list[str], last: int | None, close: int, depth: int) -> None:
        """Puts items behind the last one, and behind a comment that follows it."""
        if not new:
            return
        text = self._text
        if last is not None and "," not in self._commas[last:close]:
            self._pieces.append((last, ","))
        place = len(text[:close].rstrip())
        line = "\n" + self._indent * depth
        end = "" if "\n" in text[place:close] else "\n" + self._indent * (depth - 1)
        self._pieces.append((place, line + f",{line}".join(new) + end))

    def _dumped(self, value: Any, depth: int) -> str:  # noqa: ANN401 - whatever JSON can hold
        text = json.dumps(_value(value), indent=self._indent, ensure_ascii=False)
        return text.replace("\n", "\n" + self._indent * depth)

    def _members(self, start: int) -> tuple[dict[str, tuple[int, int]], int]:
        """Where the values of an object's members begin and end, and where its brace closes."""
        spans: dict[str, tuple[int, int]] = {}
        at = self._skip(start + 1)
        while self.plain[at] != "}":
            key, at = _DECODER.raw_decode(self.plain, at)
            begin = self._skip(self._skip(at) + 1)
            _, end = _DECODER.raw_decode(self.plain, begin)
            spans[key] = (begin, end)
            at = self._skip(end)
            at = self._skip(at + 1) if self.plain[at] == "," else at
        return spans, at

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self.plain, at)
        return found.end() if found else at
