"""The lines of a file in whatever encoding and with whatever line endings, one after the other."""

import codecs
import re
from collections.abc import Iterable, Iterator

_LINE_END = re.compile(b"\r{0,3}\n|\r")
"""Some programs write a CR too many before the LF."""

_WIDE = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_STANDARD_MARK = codecs.BOM_UTF8


def plain_lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Lines without their endings, which may be CR, LF or both; of UTF-16 with a mark as UTF-8.

    A byte order mark before any line is left out: files are put together with it in the middle.
    """
    rest = b""
    for piece in _narrow(pieces):
        held = rest + piece if rest else piece
        # Of a piece that ends in CR nobody knows yet whether LF follows.
        known = held.rstrip(b"\r")
        *lines, rest = _LINE_END.split(known)
        rest += held[len(known) :]
        for line in lines:
            yield line.removeprefix(_STANDARD_MARK)
    for line in _LINE_END.split(rest.removesuffix(b"\r")) if rest else ():
        yield line.removeprefix(_STANDARD_MARK)


def decoded(line: bytes) -> str:
    """The text of a line: UTF-8, else what Windows writes in Western Europe."""
    try:
        return line.decode()
    except UnicodeDecodeError:
        pass
    try:
        return line.decode("cp1252")
    except UnicodeDecodeError:
        return line.decode("latin-1")


def head_lines(head: bytes) -> list[str]:
    """The lines at the beginning of a file, decoded; the last one may be cut."""
    return [decoded(line) for line in plain_lines([head])]


def _narrow(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes, or UTF-8 for UTF-16 with a mark."""
    pieces = iter(pieces)
    first = next(pieces, b"")
    encoding = _WIDE.get(first[:2])
    if encoding is None:
        yield first
        yield from pieces
        return
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    yield decoder.decode(first[2:]).encode("utf-8", "replace")
    for piece in pieces:
        yield decoder.decode(piece).encode("utf-8", "replace")
    yield decoder.decode(b"", final=True).encode("utf-8", "replace")
