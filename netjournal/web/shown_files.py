"""What of a vault may be shown: pages of the site and what they need, and the text of notes."""

import re
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from netjournal.render.finish import OWN_POLICY, POLICY
from netjournal.render.start import START_SOURCE
from netjournal.vault.site_files import (
    named_file,
    named_path,
    read_plain_file,
    read_site_file,
    read_taken_file,
)
from netjournal.web.news import State
from netjournal.web.note_page import LONGEST, note_page

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
_SEARCHED = re.compile(rb' data-search="([0-9a-f]*)"')
"""Where the page of all contacts names the data that its search will read, when it is asked."""

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


def shown_file(root: Path, target: str, state: State, *, as_page: bool = True) -> ShownFile | None:
    """What a request's path names in a vault; None where there is nothing that may be shown.

    That is a file of the site, or the text of a file that the state names: a page links to
    `../a note`, which is `/a note` for a browser. It comes as plain text, or as a page.
    """
    name = named_file(target)
    kind = _kind(name) if name else None
    data = read_site_file(root / "site", name) if name and kind else None
    if data is not None and kind:
        return _page(data) if kind == HTML else ShownFile(data, kind)
    path = named_path(target)
    text = None
    if path in state.taken:
        text = read_taken_file(root, path)
    elif path in state.named:
        text = read_plain_file(root, path)
    return None if text is None else _text(path, text, as_page=as_page)


def _text(path: str, text: bytes, *, as_page: bool) -> ShownFile:
    """A text, which can neither run nor load anything, whatever stands in it."""
    if as_page and len(text) <= LONGEST:
        return ShownFile(note_page(path, text), HTML, STRICT, _tag(text))
    return ShownFile(text, "text/plain; charset=utf-8", STRICT, _tag(text))


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
    return ShownFile(text.encode(), HTML, policy, _tag(data))


def _tag(data: bytes) -> str:
    """Another one for another page; what stands behind the point is of the search's data alone."""
    searched = _SEARCHED.search(data)
    rest = _SEARCHED.sub(b"", data, count=1) if searched else data
    behind = f".{searched[1].decode()}" if searched else ""
    return f'W/"{sha256(rest).hexdigest()[:32]}{behind}"'
