"""The short forms of first names, read from the data file beside this module."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_DATA = Path(__file__).with_name("nicknames.toml")


@cache
def full_names_of() -> Mapping[str, frozenset[str]]:
    """The full first names that each first name of the file may stand for; read once."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for full, short_forms in tomllib.loads(_DATA.read_text(encoding="utf-8")).items():
        for name in (full, *short_forms):
            found[name].add(full)
    return {name: frozenset(full) for name, full in found.items()}
