"""What a page would fetch from elsewhere when it is opened, found in the text of the page."""

import re
from html import unescape
from typing import Final

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.render.library import Library

_TAG: Final = re.compile(r"<([a-z][a-z0-9]*)([^<>]*)", re.IGNORECASE)
_LOADED: Final = re.compile(
    r"(?:src|srcset|poster|data|background|href|xlink:href)\s*=\s*[\"']?\s*(?:https?:)?//([^\s/\"'>]+)",
    re.IGNORECASE,
)
_STYLE: Final = re.compile(
    r"(?:url\(\s*|@import\s+)[\"']?\s*(?:https?:)?//([^\s/\"')]+)", re.IGNORECASE
)
_REFRESH: Final = re.compile(r"http-equiv\s*=\s*[\"']?refresh", re.IGNORECASE)
_PICTURE: Final = re.compile(r"!\[[^\[\]]*+\]\(\s*<?(?:https?:)?//([^\s/)>]+)", re.IGNORECASE)
_ONLY_FOLLOWED: Final = frozenset({"a", "area"})


def remote_content(page: str, template: str, templates: Library) -> Diagnostic | None:
    """The warning for a page that loads something from another host when it is opened."""
    if template.endswith(".css"):
        styled = _STYLE.search(page)
        host = styled[1] if styled else None
    else:
        host = _host(page)
    if host is None:
        return None
    line = _line(templates.find(template) or "", host)
    where = f"from {host} " if host else ""
    return codes.REMOTE_CONTENT.at(
        templates.path(template),
        line,
        1,
        f"the page loads something {where}when it is opened, and could tell it what is in it",
        "keep what it needs beside the page; HTML pages carry a policy that blocks it",
    )


def _host(page: str) -> str | None:
    """The first host that the page would ask for something; empty when it leaves at once."""
    for tag in _TAG.finditer(page):
        name, inside = tag[1].lower(), unescape(tag[2])
        if name == "meta" and _REFRESH.search(inside):
            return ""
        found = None if name in _ONLY_FOLLOWED else _LOADED.search(inside)
        if name == "style":
            inside += page[tag.end() : page.find("<", tag.end())]
        if found or (found := _STYLE.search(inside)):
            return found[1]
    found = _PICTURE.search(page)
    return found[1] if found else None


def _line(template: str, host: str) -> int:
    """The line of a template that names a host; the first where it is put together."""
    before, named, _ = template.partition(host)
    return before.count("\n") + 1 if named else 1
