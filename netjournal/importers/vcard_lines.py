"""The lines of vCards as properties: unfolded as bytes, and decoded one by one."""

import binascii
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from netjournal.importers.byte_lines import decoded

_MOST_BYTES = 1 << 20
"""Of one property that is no picture; what is longer is cut, and said to be."""

_NAME = re.compile(r"(?:(?P<group>[\w-]+)\.)?(?P<name>[A-Za-z][\w-]*)", re.ASCII)
_CHARSET = re.compile(
    r"(?:utf-?8|us-?ascii|(?:x-)?mac[\w-]*|iso-?8859-?\d+|iso-2022-\w+|latin-?\d+|windows-?\d+"
    r"|cp-?\d+|s(?:hift)?[-_]?jis|gb\d+|gbk|big5(?:-?hkscs)?|euc-?\w+|koi8-?[a-z])",
    re.IGNORECASE | re.ASCII,
)
_HELD_AS_BYTES = frozenset(("PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE"))
_BASE64 = frozenset(("B", "BASE64"))
_QUOTED = frozenset(("QUOTED-PRINTABLE", "Q"))
_ENCODINGS = _BASE64 | _QUOTED | {"8BIT", "7BIT"}
_BASE64_LINE = re.compile(rb"[ \t]*[A-Za-z0-9+/]+={0,2}[ \t]*")
_CARET = {"^n": "\n", "^'": '"', "^^": "^"}
_EDGE = re.compile(rb"(?:BEGIN|END)[ \t]*:[ \t]*[\w-]+[ \t]*\Z", re.IGNORECASE)
_TO_COLON = re.compile(r'(?:[^":]|"[^"]*")*+(?=:)')


class Property(NamedTuple):
    """A property of a card."""

    line: int
    """1-based, where it begins."""
    group: str
    """Upper case; empty for none."""
    name: str
    """Upper case."""
    parameters: Mapping[str, tuple[str, ...]]
    """By name in upper case; values as they are written."""
    value: str
    """Decoded, with its backslashes; empty when it is held as bytes."""
    is_bytes: bool = False
    """Whether it is a picture, a sound or the like, which isn't kept."""
    is_cut: bool = False

    def types(self) -> tuple[str, ...]:
        """What it is said to be for, in lower case."""
        return tuple(value.casefold() for value in self.parameters.get("TYPE", ()))

    def parameter(self, name: str) -> str:
        """The first value of a parameter; empty for none."""
        return next(iter(self.parameters.get(name, ())), "")


class Stray(NamedTuple):
    """A line that is no property."""

    line: int
    text: str


class _Head(NamedTuple):
    """What stands before the colon of a property."""

    group: str
    name: str
    parameters: Mapping[str, tuple[str, ...]]
    start: int
    """Where in its first line the value begins."""

    @property
    def is_quoted(self) -> bool:
        return any(each.upper() in _QUOTED for each in self.parameters.get("ENCODING", ()))

    @property
    def is_base64(self) -> bool:
        return any(each.upper() in _BASE64 for each in self.parameters.get("ENCODING", ()))


def properties(lines: Iterable[bytes]) -> Iterator[Property | Stray]:
    """The properties of plain lines, and those lines that are none; BEGIN and END among them."""
    waiting = _Waiting()
    for number, line in enumerate(lines, 1):
        if waiting.takes(line):
            continue
        yield from waiting.done()
        if line.strip():
            waiting.begin(number, line)
    yield from waiting.done()


class _Waiting:
    """A property of which more lines may come."""

    def __init__(self) -> None:
        self._line = 0
        self._head: _Head | None = None
        """None as well while the colon, or the end of a quoted parameter, is yet to come."""
        self._parts: list[bytes] = []
        self._size = 0
        self._is_bytes = False
        self._goes_on = False
        """Whether the last line ends as quoted-printable does before the next one."""
        self._folds_keep_space = False
        """In vCard 2.1 a line is folded at a space, which stays."""

    def begin(self, number: int, line: bytes) -> None:
        """A new property, or a line that is none."""
        self._line, self._parts, self._size = number, [line], len(line)
        self._head = _head(line, is_whole=False)
        self._is_bytes = self._head is not None and _is_bytes(self._head, line)
        self._goes_on = _goes_on(line)
        if self._is_bytes and self._head:
            self._parts = [line[: self._head.start]]

    def takes(self, line: bytes) -> bool:
        """Whether a line belongs to the property, which then has it."""
        if not self._parts or _EDGE.match(line):
            return False
        if self._is_bytes:
            # Some programs don't indent a picture.
            return line[:1] in (b" ", b"\t") or bool(_BASE64_LINE.fullmatch(line))
        if self._head and self._head.is_quoted and self._goes_on:
            self._keep(line)
            return True
        if line[:1] in (b" ", b"\t"):
            self._keep(line if self._folds_keep_space else line[1:])
            return True
        return False

    def _keep(self, line: bytes) -> None:
        self._size += len(line)
        self._goes_on = _goes_on(line)
        if self._size <= _MOST_BYTES:
            self._parts.append(line)

    def done(self) -> Iterator[Property | Stray]:
        """What has become of its lines."""
        parts, self._parts = self._parts, []
        if not parts:
            return
        head = self._head or _head(b"".join(parts), is_whole=True)
        if head is None:
            yield Stray(self._line, decoded(parts[0][:1000]))
            return
        made = self._made(head, parts)
        if made.name == "VERSION":
            self._folds_keep_space = made.value.strip() == "2.1"
        elif made.name in ("BEGIN", "END"):
            self._folds_keep_space = False
        yield made

    def _made(self, head: _Head, parts: list[bytes]) -> Property:
        group, name, parameters, start = head
        if self._is_bytes or _is_bytes(head, b"".join(parts)):
            return Property(self._line, group, name, parameters, "", is_bytes=True)
        raw = (_unquoted(parts) if head.is_quoted else b"".join(parts))[start:_MOST_BYTES]
        if head.is_quoted:
            raw = binascii.a2b_qp(raw)
        elif head.is_base64:
            raw = _unpacked(raw)
        value = _text(raw, parameters.get("CHARSET", ()))
        is_cut = self._size > _MOST_BYTES
        return Property(self._line, group, name, parameters, value, is_cut=is_cut)


def _goes_on(line: bytes) -> bool:
    return line.rstrip().endswith(b"=")


def _is_bytes(head: _Head, line: bytes) -> bool:
    """Whether a value is a picture or the like; the address of one is text."""
    may_be = head.name in _HELD_AS_BYTES or head.name.startswith("X-")
    begin = line[head.start : head.start + 16].lstrip().lower()
    return may_be and (head.is_base64 or begin.startswith(b"data:"))


def _head(line: bytes, *, is_whole: bool) -> _Head | None:
    """The head of a line; None without a name or colon, or with a quote open if more may come."""
    text = line.decode("latin-1")
    colon = _colon(text)
    if colon < 0 and is_whole:
        colon = text.find(":")
    if colon < 0:
        return None
    name, *parameters = _split_outside_quotes(text[:colon], ";")
    match = _NAME.fullmatch(name.strip())
    if match is None:
        return None
    found: dict[str, list[str]] = {}
    for each in parameters:
        key, values = _parameter(each)
        found.setdefault(key, []).extend(values)
    named = {key: tuple(values) for key, values in found.items()}
    return _Head((match["group"] or "").upper(), match["name"].upper(), named, colon + 1)


def _colon(text: str) -> int:
    """Where the first colon outside quotes is; -1 for none."""
    start = text.find(":")
    quote = text.find('"')
    if quote < 0 or quote > start:
        return start
    found = _TO_COLON.match(text)
    return found.end() if found else -1


def _split_outside_quotes(text: str, separator: str) -> list[str]:
    """The parts of a text between separators; a quote that isn't closed goes to the end."""
    if '"' not in text:
        return text.split(separator)
    parts: list[str] = []
    piece: list[str] = []
    for number, between in enumerate(text.split('"')):
        if number % 2:
            piece.append(f'"{between}"')
            continue
        first, *others = between.split(separator)
        piece.append(first)
        for other in others:
            parts.append("".join(piece))
            piece = [other]
    return [*parts, "".join(piece)]


def _parameter(text: str) -> tuple[str, list[str]]:
    """A parameter's name and values; a bare one says the type or the encoding."""
    key, equals, written = text.partition("=")
    if not equals:
        bare = key.strip()
        return ("ENCODING" if bare.upper() in _ENCODINGS else "TYPE"), [bare] if bare else []
    values = []
    for part in _split_outside_quotes(written, ","):
        plain = part.strip()
        wide = _wide(plain.replace('"', ""))
        # `TYPE="a,b"` means two.
        is_type = key.strip().upper() == "TYPE"
        values += [each.strip() for each in wide.split(",")] if is_type else [wide]
    return key.strip().upper(), values


def _wide(text: str) -> str:
    """A parameter's value as text: its bytes decoded, `^n` and the like written out."""
    plain = decoded(text.encode("latin-1"))
    return re.sub(r"\^[n'^]", lambda match: _CARET[match[0]], plain) if "^" in plain else plain


def _unquoted(parts: list[bytes]) -> bytes:
    """The lines of a quoted-printable value as one, without the soft breaks between them."""
    more = parts[1:]
    if len(more) > 1 and all(not part or part[:1] in (b" ", b"\t") for part in more):
        # Indented by folding as well.
        more = [part[1:] for part in more]
    return b"".join(part.removesuffix(b"=") for part in [parts[0], *more])


def _unpacked(raw: bytes) -> bytes:
    """The bytes of a text in base64; as it is where it is none."""
    try:
        return binascii.a2b_base64(re.sub(rb"\s+", b"", raw), strict_mode=True)
    except binascii.Error:
        return raw


def _text(raw: bytes, charsets: tuple[str, ...]) -> str:
    """The text of a value in the encoding that it names, if that is known.

    Some programs cut a value in the middle of a character.
    """
    for charset in charsets:
        if _CHARSET.fullmatch(charset):
            try:
                return raw.decode(charset, "replace")
            except (LookupError, ValueError):
                continue
    return decoded(raw)
