"""The script that stands in every HTML page, and the source by which a policy knows it."""

from base64 import b64encode
from hashlib import sha256
from importlib import resources
from typing import Final

START_SCRIPT: Final = (
    resources.files("netjournal.render").joinpath("js", "start.js").read_text("utf-8")
)
"""The only script that a page runs by itself: the key to the search, and what loads the rest."""

START_SOURCE: Final = (
    f"'sha256-{b64encode(sha256(START_SCRIPT.encode()).digest()).decode('ascii')}'"
)
"""That script, as a Content-Security-Policy names it."""
