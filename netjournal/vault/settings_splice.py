"""Adding to netjournal.toml so that no other byte of it changes, or not at all."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from netjournal.vault.reader import TooLarge, read_bytes
from netjournal.vault.reasons import reason
from netjournal.vault.settings import MAX_SETTINGS_BYTES, read_settings
from netjournal.vault.settings_places import ListEnd, Spot, end_of_list, find_places
from netjournal.vault.settings_problems import SETTINGS_FILE

_TABLE, _KEY = "duplicates", "not_the_same"
_BARE_ESCAPES = {'"': '\\"', "\\": "\\\\"}


class NotSpliced(NamedTuple):
    """Why the settings can't be changed, on which line, and what to write by hand."""

    line: int
    reason: str
    by_hand: str


def settings_bytes(root: Path) -> bytes | NotSpliced | None:
    """The bytes of the vault's settings; None when it has none."""
    try:
        return read_bytes(f"{root}/{SETTINGS_FILE}", MAX_SETTINGS_BYTES)
    except FileNotFoundError:
        return None
    except TooLarge:
        return NotSpliced(1, "the settings are too large", "")
    except OSError as error:
        return NotSpliced(1, f"the settings can't be read: {reason(error)}", "")


def with_not_the_same(data: bytes | None, one: str, other: str) -> bytes | NotSpliced:
    """The settings in which two contacts are said to be different people."""
    item = f"[{_text(one)}, {_text(other)}]"
    by_hand = f"[{_TABLE}]\n{_KEY} = [{item}]"
    typed = (data or b"").decode("utf-8", "replace")
    if not read_settings(data or b"").readable:
        return NotSpliced(1, "the settings as a whole can't be read", by_hand)
    spliced = _spliced(typed, item)
    if not _says(spliced, typed, [one, other]):
        line = find_places(_plain(typed)).key((_TABLE,)).line
        return NotSpliced(line, "more than this would change in the settings", by_hand)
    return spliced.encode()


def with_other_names(data: bytes, names: Mapping[tuple[int, int], str]) -> bytes | NotSpliced:
    """The settings in which contacts that are told apart are named otherwise.

    `names` are by the number of the group and of the name in it, from 0.
    """
    text = data.decode("utf-8", "replace")
    places = find_places(_plain(text))
    spots = {place: places.values[_TABLE, _KEY, *place] for place in names}
    line = min(spot.line for spot in spots.values())
    refusal = NotSpliced(line, "a name can't be changed for certain in the settings", "")
    if not all(spot.width for spot in spots.values()):
        return refusal
    expected = tomllib.loads(_plain(text))
    changed = text
    for place in sorted(names, reverse=True):
        group, number = place
        start = _offset(text, spots[place])
        changed = changed[:start] + _text(names[place]) + changed[start + spots[place].width :]
        expected[_TABLE][_KEY][group][number] = names[place]
    return changed.encode() if tomllib.loads(_plain(changed)) == expected else refusal


def _spliced(text: str, item: str) -> str:
    newline = "\r\n" if "\r\n" in text else "\n"
    places = find_places(_plain(text))
    value = places.values.get((_TABLE, _KEY))
    if value:
        start = _offset(text, value)
        return _in_list(text, end_of_list(text, start), item, newline)
    lines = f"{_KEY} = [{newline}    {item},{newline}]{newline}"
    table = places.keys.get((_TABLE,))
    if table is None:
        head = text if text.endswith("\n") or not text else text + newline
        gap = newline if head else ""
        return f"{head}{gap}[{_TABLE}]{newline}{lines}"
    end = text.find("\n", _offset(text, table)) + 1
    if not end:
        return f"{text}{newline}{lines}"
    return text[:end] + lines + text[end:]


def _in_list(text: str, end: ListEnd, item: str, newline: str) -> str:
    """The text with an item more in a list: on a line of its own where the bracket has one."""
    comma = "" if end.last in (",", "[") else ","
    line_start = text.rfind("\n", 0, end.bracket) + 1
    if end.last == "[":
        return text[: end.last_end] + item + text[end.last_end :]
    if not text[line_start : end.bracket].strip() and line_start > end.last_end:
        indent = text[line_start : end.bracket] + "    "
        before = text[: end.last_end] + comma + text[end.last_end : line_start]
        return f"{before}{indent}{item},{newline}{text[line_start:]}"
    tail = "," if end.last == "," else ""
    return f"{text[: end.last_end]}{comma} {item}{tail}{text[end.last_end :]}"


def _says(spliced: str, typed: str, pair: list[str]) -> bool:
    """Whether a text says what another does, and the pair."""
    try:
        after, before = tomllib.loads(_plain(spliced)), tomllib.loads(_plain(typed))
    except tomllib.TOMLDecodeError:
        return False
    table = before.setdefault(_TABLE, {})
    if not isinstance(table, dict) or not isinstance(table.setdefault(_KEY, []), list):
        return False
    table[_KEY].append(pair)
    return bool(after == before)


def _plain(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _offset(text: str, spot: Spot) -> int:
    """The offset of a place in a text as it is typed; its lines may end in two characters."""
    start = 0
    for _ in range(spot.line - 1):
        start = text.find("\n", start) + 1
    mark = 1 if spot.line == 1 and text.startswith("\ufeff") else 0
    return start + spot.column - 1 + mark


def _text(value: str) -> str:
    """A text as TOML writes it."""
    return f'"{"".join(map(_sign, value))}"'


def _sign(sign: str) -> str:
    if sign in _BARE_ESCAPES:
        return _BARE_ESCAPES[sign]
    if sign.isprintable():
        return sign
    return f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"
