"""The text of a note from its bytes, whatever editor, sync tool or crash has left them."""

from typing import NamedTuple

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.source import Source

MAX_BYTES = 10_000_000
"""The largest note that is read."""

_REPLACEMENT = "\ufffd"
_ZEROS_OF_A_CRASH = 16
_UTF16_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_NO_CONTROLS = b"\t\n\r" + bytes(range(32, 256))
_RESTORE = "restore it from a backup or from the history of your sync tool or git"
_SAVE_AS_UTF8 = "save it again as UTF-8"


class Decoded(NamedTuple):
    """A note's text, lines ending with a line feed alone, and what was wrong with its bytes."""

    text: str
    diagnostics: tuple[Diagnostic, ...] = ()


def decode(source: Source) -> Decoded:
    """The text of a note; as much of it as can be read when its bytes are damaged."""
    path, data = source
    if len(data) > MAX_BYTES:
        return Decoded("", (_too_large(path, len(data)),))
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        return _not_utf8(path, data, error)
    if "\0" in text:
        return _with_zeros(path, data, text)
    if text[:1] == "\ufeff":
        text = text[1:]
    if "\r" in text:
        text = _line_feeds(text)
    if not text or text.isspace():
        hint = "write the contact's name in it, or delete it"
        return Decoded(text, (codes.EMPTY_FILE.at(path, 1, 1, "the file is empty", hint),))
    return Decoded(text)


def _too_large(path: str, size: int) -> Diagnostic:
    return codes.FILE_TOO_LARGE.at(
        path,
        1,
        1,
        f"the file has {size:,} bytes; notes of up to {MAX_BYTES:,} bytes are read",
        "move what isn't about this note to a file of its own",
    )


def _line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _readable(data: bytes, encoding: str) -> str:
    """The text of bytes, with a replacement character for whatever is no text."""
    text = data.decode(encoding, errors="replace").removeprefix("\ufeff")
    return _line_feeds(text).replace("\0", _REPLACEMENT)


def _with_zeros(path: str, data: bytes, text: str) -> Decoded:
    if not data.strip(b"\0"):
        message = "the file holds nothing but zero bytes: it was damaged, perhaps by a power loss"
        return Decoded("", (codes.DAMAGED_FILE.at(path, 1, 1, message, _RESTORE),))
    wide = _wide_encoding(data)
    if wide:
        return _utf16(path, data, wide)
    text = _line_feeds(text.removeprefix("\ufeff"))
    offset = text.find("\0")
    line, column = _place(text, offset)
    if "\0" * _ZEROS_OF_A_CRASH in text:
        message = "a part of the file is zero bytes: it was damaged, perhaps by a power loss"
        problem = codes.DAMAGED_FILE.at(path, line, column, message, _RESTORE)
    else:
        message = "a zero byte (control character 0x00) stands here"
        problem = codes.CONTROL_CHARACTER.at(path, line, column, message, "delete it")
    return Decoded(text.replace("\0", _REPLACEMENT), (problem,))


def _place(text: str, offset: int) -> tuple[int, int]:
    """The 1-based line and column of an offset in a text whose lines end with a line feed."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 of either byte order, when half of the first bytes are the zeros of its ASCII."""
    start = data[:64]
    half = len(start) // 2
    if start[1::2].count(0) == half and 0 not in start[::2]:
        return "utf-16-le"
    if start[::2].count(0) == len(start) - half and 0 not in start[1::2]:
        return "utf-16-be"
    return None


def _utf16(path: str, data: bytes, encoding: str) -> Decoded:
    message = "the file is UTF-16, not UTF-8"
    problem = codes.WRONG_ENCODING.at(path, 1, 1, message, _SAVE_AS_UTF8)
    return Decoded(_readable(data, encoding), (problem,))


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Decoded:
    wide = _UTF16_MARKS.get(data[:2]) or _wide_encoding(data)
    if wide:
        return _utf16(path, data, wide)
    before = _line_feeds(data[: error.start].decode().removeprefix("\ufeff"))
    line, column = _place(before, len(before))
    message = f"the file is not UTF-8: byte 0x{data[error.start]:02X} at column {column}"
    if _is_no_text(data):
        problem = codes.DAMAGED_FILE.at(path, 1, 1, "this is not a text file", _RESTORE)
        return Decoded("", (problem,))
    encoding = "utf-8"
    if _is_half_a_pair(data, error.start):
        message += " is half of a character"
        hint = "type the character again, and save the file as UTF-8"
    elif _looks_like_latin1(data):
        encoding = "cp1252"
        message += "; it looks like Latin-1 (Windows-1252)"
        hint = "open it with that encoding, and save it as UTF-8"
    else:
        hint = _SAVE_AS_UTF8
    problem = codes.WRONG_ENCODING.at(path, line, column, message, hint)
    return Decoded(_readable(data, encoding), (problem,))


def _is_no_text(data: bytes) -> bool:
    """Whether zeros and other control characters are more than a slip among the first bytes."""
    start = data[:4_096]
    return 0 in start and 20 * len(start.translate(None, _NO_CONTROLS)) > len(start)


def _is_half_a_pair(data: bytes, start: int) -> bool:
    """Whether the bytes are one half of a surrogate pair, which some old programs write."""
    return data[start : start + 1] == b"\xed" and data[start + 1 : start + 2] >= b"\xa0"


def _looks_like_latin1(data: bytes) -> bool:
    """Whether no two bytes beyond ASCII form a UTF-8 character, and all are Windows-1252."""
    if not data.decode(errors="replace").replace(_REPLACEMENT, "").isascii():
        return False
    try:
        data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return True
