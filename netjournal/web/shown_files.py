"""What of a vault may be shown: pages of the site and what they need, and the notes' text."""

import re
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from netjournal.render.finish import OWN_POLICY, POLICY
from netjournal.render.start import START_SOURCE
from netjournal.vault.site_files import named_file, read_asked_note, read_site_file

HTML = "text/html; charset=utf-8"
_TYPES = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
}
"""What is shown of the site; anything else isn't there, and no script but those of the search."""

_SEARCH_FILE = re.compile(r"search/[a-z]+(?:-[0-9]+)?\.js")
_SCRIPT = "text/javascript; charset=utf-8"

_POLICY = (
    "default-src 'none'; style-src 'self'{styles}; img-src 'self' data:; "
    "script-src 'self'{scripts}; worker-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
STRICT = _POLICY.format(styles="", scripts=f" {START_SOURCE}")
"""What a page may load: what this server has, and the one script that stands in each page."""


class ShownFile(NamedTuple):
    """A file as it is shown."""

    data: bytes
    content_type: str
    policy: str = STRICT
    """The Content-Security-Policy."""
    tag: str = ""
    """Another one for other bytes; empty where nobody asks for it again."""


def shown_file(root: Path, target: str, notes: Collection[str]) -> ShownFile | None:
    """What a request's path names in a vault; None where there is nothing that may be shown.

    That is a file of the site, or the text of one of these notes: a page links to `../a note`,
    which is `/a note` for a browser.
    """
    name = named_file(target)
    kind = _kind(name) if name else None
    data = read_site_file(root / "site", name) if name and kind else None
    if data is not None and kind:
        return _page(data) if kind == HTML else ShownFile(data, kind)
    text = read_asked_note(root, target, notes)
    # As text, a note can neither run nor load anything.
    return None if text is None else ShownFile(text, "text/plain; charset=utf-8")


def _kind(name: str) -> str | None:
    """The type of a file of the site; None where it isn't shown."""
    if _SEARCH_FILE.fullmatch(name):
        return _SCRIPT
    return _TYPES.get(PurePosixPath(name).suffix.lower())


def _page(data: bytes) -> ShownFile:
    """A page of the site. As a file it runs no script at all; here the policy is the server's."""
    text = data.decode("utf-8", "replace")
    is_own = POLICY not in text
    text = text.replace(OWN_POLICY if is_own else POLICY, "", 1)
    policy = _POLICY.format(styles=" 'unsafe-inline'", scripts="") if is_own else STRICT
    return ShownFile(text.encode(), HTML, policy, f'W/"{sha256(data).hexdigest()[:32]}"')
