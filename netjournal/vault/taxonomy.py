"""The default industries, read from the data file beside this module."""

import tomllib
from functools import cache
from pathlib import Path

from netjournal.model.industry import Industry, Taxonomy

_DATA = Path(__file__).with_name("industries.toml")


@cache
def default_taxonomy() -> Taxonomy:
    """The industries to look for when a vault says nothing; read once."""
    entries = tomllib.loads(_DATA.read_text(encoding="utf-8"))
    return Taxonomy(
        {
            key: Industry(key, entry["label"], entry["group"], tuple(entry["aliases"]))
            for key, entry in entries.items()
        }
    )
