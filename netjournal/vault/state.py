"""What is kept about a vault outside of it, in the user's folder for programs' state."""

import hashlib
import os
from pathlib import Path

from platformdirs import user_state_path


def state_name(root: Path) -> str:
    """The name under which a vault's state is kept: another for every vault."""
    return hashlib.sha256(os.fsencode(root.resolve())).hexdigest()[:16]


def changes_folder(root: Path) -> Path:
    """The folder that remembers how the notes of a vault were changed."""
    return user_state_path("netjournal") / "changes" / state_name(root)
