"""Where each key and value of a TOML text stands, which the standard library doesn't say."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

KeyPath = tuple[str | int, ...]
"""The names of the tables and of the key, and the 0-based number of an item of a list."""

_TOKEN = re.compile(
    r'(?P<text>"""(?:[^"\\]|\\.|"{1,2}(?!"))*+"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*+'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*+"'
    r"|'[^'\n]*+')"
    r"|(?P<space>#[^\n]*+|[ \t\r]++)"
    r"|(?P<mark>[\[\]{}=,.\n])"
    r"|(?P<bare>[^\s\[\]{}=,.#]++)",
    re.DOTALL,
)
_MAX_DEPTH = 8
"""Keys below which nothing is looked up: settings are never so deep."""


class Spot(NamedTuple):
    """A place in the settings: 1-based line and column, and the characters that it covers."""

    line: int
    column: int
    width: int


@dataclass(frozen=True, slots=True)
class Places:
    """Where the keys and the values of a TOML text stand."""

    keys: Mapping[KeyPath, Spot]
    values: Mapping[KeyPath, Spot]

    def key(self, path: KeyPath) -> Spot:
        """Where a key stands, or the nearest key above it that was found."""
        return _nearest(path, self.keys)

    def value(self, path: KeyPath) -> Spot:
        """Where a value stands, or the nearest value or key above it that was found."""
        return _nearest(path, self.values, self.keys)


def _nearest(path: KeyPath, *maps: Mapping[KeyPath, Spot]) -> Spot:
    """The spot of a path in the first map that has it, else of the path above it."""
    while path:
        for spots in maps:
            if path in spots:
                return spots[path]
        path = path[:-1]
    return Spot(1, 1, 0)


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


def find_places(text: str) -> Places:
    """Where everything stands in a TOML text that is known to be right, with plain newlines."""
    finder = _Finder(text, _tokens(text), _line_starts(text))
    finder.read_statements()
    return Places(finder.keys, finder.values)


class ListEnd(NamedTuple):
    """Where a list of a TOML text ends: offsets in it."""

    last: str
    """The last thing in it that is no space, newline or comment: `[` of an empty one."""
    last_end: int
    """Behind that."""
    bracket: int
    """Of the closing bracket."""


def end_of_list(text: str, start: int) -> ListEnd:
    """Where the list ends whose opening bracket is at an offset of a text that is known right."""
    depth = 0
    last = _END
    for token in _tokens(text[start:]):
        depth += (token.text == "[") - (token.text == "]")
        if not depth:
            return ListEnd(last.text, start + last.end, start + token.start)
        last = last if token.text == "\n" else token
    return ListEnd(last.text, start + last.end, len(text))


def _tokens(text: str) -> list[_Token]:
    return [
        _Token(match.lastgroup or "", match[0], match.start(), match.end())
        for match in _TOKEN.finditer(text)
        if match.lastgroup != "space"
    ]


def _line_starts(text: str) -> list[int]:
    return [0, *(match.end() for match in re.finditer("\n", text))]


_END = _Token("mark", "", 0, 0)


@dataclass(slots=True)
class _Finder:
    """A reader of tokens that notes where keys and values start; it judges nothing."""

    text: str
    tokens: list[_Token]
    line_starts: list[int]
    keys: dict[KeyPath, Spot] = field(default_factory=dict)
    values: dict[KeyPath, Spot] = field(default_factory=dict)
    at: int = 0

    def read_statements(self) -> None:
        """Goes over the whole text: table headers, and keys with their values."""
        table: KeyPath = ()
        while self.at < len(self.tokens):
            if self._accept("["):
                array = self._accept("[")
                table = self._key(())
                self._accept("]")
                if array:
                    self._accept("]")
            elif self._peek().kind == "mark":
                self.at += 1
            else:
                self._key_and_value(table)

    def _key_and_value(self, table: KeyPath) -> None:
        path = self._key(table)
        self._accept("=")
        self._value(path)

    def _key(self, prefix: KeyPath) -> KeyPath:
        """Reads a key with dots; each of its parts gets its place."""
        path = prefix
        while self._peek().kind in ("bare", "text"):
            token = self._next()
            path = (*path, _name(token.text)) if len(path) < _MAX_DEPTH else path
            self.keys.setdefault(path, self._spot(token.start, token.end))
            if not self._accept("."):
                break
        return path

    def _value(self, path: KeyPath) -> None:
        start = self._peek().start
        if len(path) >= _MAX_DEPTH:
            self._skip_balanced()
        elif self._accept("["):
            self._items(path)
        elif self._accept("{"):
            self._inline_table(path)
        else:
            self._skip_balanced()
        end = self.tokens[self.at - 1].end if self.at else start
        self.values[path] = self._spot(start, end)

    def _items(self, path: KeyPath) -> None:
        count = 0
        while self.at < len(self.tokens) and not self._accept("]"):
            if self._accept(",") or self._accept("\n"):
                continue
            before = self.at
            self._value((*path, count))
            count += 1
            self.at = max(self.at, before + 1)

    def _inline_table(self, path: KeyPath) -> None:
        while self.at < len(self.tokens) and not self._accept("}"):
            before = self.at
            if not (self._accept(",") or self._accept("\n")):
                self._key_and_value(path)
            self.at = max(self.at, before + 1)

    def _skip_balanced(self) -> None:
        """Skips a value up to a comma, a newline, or a bracket that it didn't open."""
        depth = 0
        while self.at < len(self.tokens):
            text = self._peek().text
            if depth == 0 and text in (",", "\n", "]", "}"):
                return
            depth += (text in ("[", "{")) - (text in ("]", "}"))
            self.at += 1

    def _peek(self) -> _Token:
        return self.tokens[self.at] if self.at < len(self.tokens) else _END

    def _next(self) -> _Token:
        token = self._peek()
        self.at += 1
        return token

    def _accept(self, mark: str) -> bool:
        if self._peek().text == mark:
            self.at += 1
            return True
        return False

    def _spot(self, start: int, end: int) -> Spot:
        line = bisect_right(self.line_starts, start)
        line_start = self.line_starts[line - 1]
        same_line = self.text.find("\n", start, end) < 0
        return Spot(line, start - line_start + 1, end - start if same_line else 0)


def _name(typed: str) -> str:
    """The name that a key means, without its quotes."""
    if typed[0] not in "\"'":
        return typed
    name = tomllib.loads(f"name = {typed}")["name"]
    return str(name)
