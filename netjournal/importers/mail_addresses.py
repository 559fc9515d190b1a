"""Who is named in the headers of a mail, and their words as people read them."""

import binascii
import re
from base64 import b64decode
from typing import NamedTuple

from netjournal.importers.entry_texts import plain_line
from netjournal.measures.details import email_of

_ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?\s]*)\?=")
_BETWEEN = re.compile(r"(?<=\?=)\s+(?==\?)")
_QUOTED = re.compile(r"=([0-9A-Fa-f]{2})")
_HIDDEN = re.compile(r"([^\s@]{1,64}) at ([\w-]{1,63}(?:\.[\w-]{1,63}){1,9})")
"""How archives of mailing lists write an address."""

_ESCAPE = re.compile(r"\\(.)")
_PIECE = re.compile(
    r'"(?P<quoted>(?:\\.|[^"\\])*+)"|<(?P<pointed>[^<>]*+)>?|\((?P<comment>[^()]*+)\)?'
    r"|(?P<end>[,;])|(?P<group>:)|(?P<word>(?:\\.|[^\"<(,;:\\])++)|.",
    re.DOTALL,
)


class Address(NamedTuple):
    """An address as a header writes it."""

    name: str
    """As people read it; may be empty."""
    email: str

    @property
    def key(self) -> str:
        """The address in the form in which two are the same; empty for what is none."""
        found = email_of(self.email)
        return found.key if found else ""


def words(text: str) -> str:
    """A text with its encoded words as people read them; what can't be read stays as it is."""
    if "=?" not in text:
        return text
    pieces: list[str] = []
    held, charset, done = b"", "", 0
    joined = _BETWEEN.sub("", text)
    for found in _ENCODED.finditer(joined):
        between = joined[done : found.start()]
        done = found.end()
        data = _bytes_of(found[2].lower(), found[3])
        name = found[1].partition("*")[0].lower()
        if held and (between or data is None or name != charset):
            pieces.append(_in_charset(held, charset))
            held = b""
        pieces.append(between)
        if data is None:
            pieces.append(found[0])
        else:
            # A character may be cut in two by the end of a word.
            held, charset = held + data, name
    pieces.append(_in_charset(held, charset) if held else "")
    pieces.append(joined[done:])
    return "".join(pieces)


def _bytes_of(way: str, text: str) -> bytes | None:
    try:
        if way == "b":
            return b64decode(text + "=" * (-len(text) % 4), validate=True)
        plain = text.replace("_", " ").encode("latin-1")
    except (binascii.Error, UnicodeError, ValueError):
        return None
    return _QUOTED.sub(lambda sign: chr(int(sign[1], 16)), plain.decode("latin-1")).encode(
        "latin-1"
    )


def _in_charset(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset, "replace")
    except (LookupError, ValueError, UnicodeError):
        return data.decode("utf-8", "replace")


def addresses(text: str) -> list[Address]:
    """The addresses of a header; names of groups and what is no address are left out."""
    found: list[Address] = []
    name: list[str] = []
    email = comment = ""
    for piece in _PIECE.finditer(f"{text},"):
        kind = piece.lastgroup
        if kind == "end":
            found += _address("".join(name), comment, email)
            name, comment, email = [], "", ""
        elif kind == "pointed":
            email = piece["pointed"]
        elif kind == "comment":
            comment = piece["comment"]
        elif kind == "group":
            name.clear()
        elif kind:
            name.append(piece[kind])
    return found


def _address(name: str, comment: str, email: str) -> list[Address]:
    called = _ESCAPE.sub(r"\1", name).strip()
    if not email:
        email, called = called, comment.strip()
    email = plain_line(email)
    hidden = _HIDDEN.fullmatch(email)
    email = f"{hidden[1]}@{hidden[2]}" if hidden else email.replace(" ", "")
    if "@" not in email[1:-1]:
        return []
    shown = plain_line(words(called)).strip("'\"")
    return [Address("" if "@" in shown else shown, email)]
