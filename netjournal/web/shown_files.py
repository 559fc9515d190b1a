"""The files of the built site that may be shown, and the policy under which a page may run."""

from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from netjournal.render.finish import OWN_POLICY, POLICY
from netjournal.vault.site_files import read_site_file

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
}
"""What is shown; anything else, scripts above all, isn't there."""

_POLICY = (
    "default-src 'none'; style-src 'self'{styles}; img-src 'self' data:; script-src 'self'; "
    "worker-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
STRICT = _POLICY.format(styles="")
"""What a page may load: what this server has, and no script but the server's own."""


class ShownFile(NamedTuple):
    """A file of the site as it is shown."""

    data: bytes
    content_type: str
    policy: str
    """The Content-Security-Policy."""
    tag: str
    """Another one for other bytes."""


def shown_file(site: Path, target: str) -> ShownFile | None:
    """The file that a request's path names; None where there is none that may be shown."""
    found = read_site_file(site, target)
    kind = _TYPES.get(PurePosixPath(found[0]).suffix.lower()) if found else None
    if found is None or kind is None:
        return None
    data = found[1]
    tag = f'"{sha256(data).hexdigest()[:32]}"'
    if not kind.startswith("text/html"):
        return ShownFile(data, kind, STRICT, tag)
    text = data.decode("utf-8", "replace")
    # As files, pages run no script at all; here the policy is the server's to give.
    is_own = POLICY not in text
    text = text.replace(OWN_POLICY if is_own else POLICY, "", 1)
    policy = _POLICY.format(styles=" 'unsafe-inline'") if is_own else STRICT
    return ShownFile(text.encode(), kind, policy, tag)
