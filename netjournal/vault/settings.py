"""A vault's settings: finding the vault, and reading its netjournal.toml."""

import os
import re
import stat
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from netjournal.model import codes
from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic, in_reading_order
from netjournal.vault.reader import TooLarge, read_bytes
from netjournal.vault.reasons import reason, shown
from netjournal.vault.settings_places import Places, find_places
from netjournal.vault.settings_problems import SETTINGS_FILE, Problems
from netjournal.vault.settings_tables import read_config
from netjournal.vault.taxonomy import default_taxonomy

MAX_SETTINGS_BYTES = 200_000
"""The size above which settings are refused."""

_CONTACTS = "contacts"
_MET_BEFORE = re.compile(
    r"Cannot (?P<what>declare|redefine namespace|mutate immutable namespace) \((?P<key>.*)\)"
)
_KEY_PART = re.compile(r"""'((?:[^'\\]|\\.)*+)'|"((?:[^"\\]|\\.)*+)\"""")
_AT_PLACE = re.compile(r" \((?:at line (\d+), column (\d+)|at end of document)\)$")
# The standard library's reader needs memory for the square of the parts of a key.
_TOO_MANY_DOTS = re.compile(r"""(?:\.[ \t]*(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')[ \t]*){50}""")
_DEFAULTS_HINT = "until this is right, every setting has its default"


class Settings(NamedTuple):
    """The settings of a vault, and what is wrong with them, in reading order."""

    config: Config
    diagnostics: tuple[Diagnostic, ...]
    places: Places = Places({}, {})
    """Where the keys and values stand in netjournal.toml."""
    readable: bool = True
    """False when nothing of the file could be read, and every setting has its default."""


def find_vault(start: Path) -> Path | None:
    """The vault that a folder is in: the nearest with netjournal.toml, else with `contacts/`."""
    here = start.resolve()
    return vault_among((here, *here.parents))


def vault_among(folders: Sequence[Path]) -> Path | None:
    """The first of some folders with netjournal.toml, else the first with `contacts/`."""
    for folder in folders:
        if _is_there(folder / SETTINGS_FILE, stat.S_ISREG):
            return folder
    for folder in folders:
        if _is_there(folder / _CONTACTS, stat.S_ISDIR):
            return folder
    return None


def _is_there(path: Path, is_kind: Callable[[int], bool]) -> bool:
    """Whether a path is of a kind; what may not be looked at counts as not there."""
    try:
        return is_kind(path.stat().st_mode)
    except OSError:
        return False


def load_settings(root: Path) -> Settings:
    """The settings of the vault in a folder; without a netjournal.toml all have their defaults."""
    path = root / SETTINGS_FILE
    if not os.path.lexists(path):
        return Settings(Config(default_taxonomy()), ())
    try:
        data = read_bytes(str(path), MAX_SETTINGS_BYTES)
    except TooLarge as error:
        message = f"the settings are too large: {error.size:,} bytes"
        return _defaults(codes.FILE_TOO_LARGE.at(SETTINGS_FILE, 1, 1, message, _DEFAULTS_HINT))
    except OSError as error:
        message = f"the settings can't be read: {reason(error)}"
        return _defaults(codes.UNREADABLE_FILE.at(SETTINGS_FILE, 1, 1, message, _DEFAULTS_HINT))
    return read_settings(data)


def read_settings(data: bytes) -> Settings:
    """The settings that the bytes of a netjournal.toml mean; raises nothing on any bytes."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _defaults(_not_utf8(data, error.start))
    text = text.removeprefix("\ufeff").replace("\r\n", "\n")
    deep = _TOO_MANY_DOTS.search(text)
    if deep:
        return _defaults(_too_deep(text, deep.start()))
    try:
        document = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        return _defaults(_not_toml(text, error))
    places = find_places(text)
    problems = Problems(places)
    config = read_config(document, default_taxonomy(), problems)
    return Settings(config, tuple(sorted(problems.found, key=in_reading_order)), places)


def _defaults(problem: Diagnostic) -> Settings:
    return Settings(Config(default_taxonomy()), (problem,), readable=False)


def _not_utf8(data: bytes, start: int) -> Diagnostic:
    line_start = data.rfind(b"\n", 0, start) + 1
    line = data.count(b"\n", 0, start) + 1
    column = len(data[line_start:start].decode("utf-8", "replace")) + 1
    return codes.WRONG_ENCODING.at(
        SETTINGS_FILE,
        line,
        column,
        f"the settings aren't UTF-8 text: byte 0x{data[start]:02x} can't be read",
        f"save the file as UTF-8; {_DEFAULTS_HINT}",
        width=1,
    )


def _too_deep(text: str, start: int) -> Diagnostic:
    line_start = text.rfind("\n", 0, start) + 1
    line = text.count("\n", 0, start) + 1
    message = "a key has too many parts with dots between them"
    return codes.BAD_SETTING.at(
        SETTINGS_FILE, line, start - line_start + 1, message, _DEFAULTS_HINT
    )


def _plainly(message: str) -> str:
    """What TOML's reader says of a key that it has met before, in plain words."""
    if message == "Cannot overwrite a value":
        return "a key or table of this name stands above already"
    found = _MET_BEFORE.match(message)
    if found is None:
        return message
    parts = [single or double for single, double in _KEY_PART.findall(found["key"])]
    name = shown(".".join(parts))
    if found["what"] == "mutate immutable namespace":
        return f"the table {name} is complete where it stands above, and takes no more keys"
    around = ", or the one around it," if len(parts) > 1 else ""
    return f"the table {name}{around} stands above already"


def _not_toml(text: str, error: ValueError | RecursionError) -> Diagnostic:
    """The diagnostic of a text that TOML's reader refused, at the place that its message gives."""
    message = str(error)
    line, column = 1, 1
    place = _AT_PLACE.search(message)
    if place:
        message = _plainly(message[: place.start()])
        line, column = text.count("\n") + 1, len(text.rpartition("\n")[2]) + 1
        if place[1]:
            line, column = int(place[1]), int(place[2])
    elif isinstance(error, RecursionError):
        message = "lists and tables are nested too deeply"
    else:
        message = "a number is too long"
    quotes = "a text needs quotes around it; " if message == "Invalid value" else ""
    message = f"not TOML: {message[:1].lower()}{message[1:]}"
    return codes.BAD_SETTING.at(SETTINGS_FILE, line, column, message, quotes + _DEFAULTS_HINT)
