"""Texts for other programs: JSON that is safe to print, and cells that are never formulas."""

import json
import re
from typing import Final

# What acts on a screen, or is half a character, is written as an escape; json does the rest.
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Json = None | str | int | float | list["Json"] | dict[str, "Json"]
"""What a JSON text can hold."""


def json_text(data: Json, *, indent: int | None = 2) -> str:
    """Data as a JSON text, safe to print, with a newline at its end.

    On readable lines, or with no indent on a single one.
    """
    text = json.dumps(data, ensure_ascii=False, indent=indent, allow_nan=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def harmless_cell(text: str) -> str:
    """A text that no spreadsheet reads as a formula, printable as it stands.

    One that begins like a formula has an apostrophe before it.
    """
    text = _ESCAPED.sub("\ufffd", text).replace("\0", "\ufffd")
    # A bare carriage return isn't quoted by the csv module, and would end the row.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
