"""What netjournal last wrote into a folder of cards, so that changes of others show.

It is kept in the user's folder for programs' state. Without it, as on another machine, a card that
netjournal wrote is taken to be as it was written.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_state_path

from netjournal.vault.atomic import replace_file
from netjournal.vault.reader import TooLarge, read_bytes
from netjournal.vault.state import state_name

_MAX_BYTES = 50_000_000

Records = Mapping[str, str]
"""The digest of each card by its file name; two with a space between while it is written."""


def read_records(folder: Path) -> Records:
    """What was last written into a folder; nothing where that isn't known."""
    try:
        found = json.loads(read_bytes(str(_file(folder)), _MAX_BYTES))
    except (OSError, TooLarge, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {name: each for name, each in found.items() if isinstance(each, str)}


def write_records(folder: Path, records: Records) -> None:
    """Remembers what was written into a folder; raises OSError."""
    file = _file(folder)
    file.parent.mkdir(parents=True, exist_ok=True)
    data = json.dumps(dict(sorted(records.items()))).encode("ascii")
    replace_file(str(file), data, 0o600, durable=False)


def card_digest(data: bytes) -> str:
    """What tells a card from any other."""
    return hashlib.sha256(data).hexdigest()[:32]


def _file(folder: Path) -> Path:
    return user_state_path("netjournal") / "cards" / f"{state_name(folder)}.json"
