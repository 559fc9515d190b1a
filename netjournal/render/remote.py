"""What a page would fetch from elsewhere when it is opened, found in the text of the page."""

import re
from collections.abc import Sequence
from html import unescape
from typing import Final

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.render.template_set import STYLE_SHEET, TemplateSet, full_name

_TAG: Final = re.compile(r"<([a-z][a-z0-9]*)([^<>]*)", re.IGNORECASE)
_LOADED: Final = re.compile(
    r"(?:src|srcset|poster|data|background|href)\s*+=\s*+[\"']?\s*+(?:https?:)?//([^\s/\"'>]+)",
    re.IGNORECASE,
)
_STYLE: Final = re.compile(
    r"(?:url\(\s*+|@import\s++)[\"']?\s*+(?:https?:)?//([^\s/\"')]+)", re.IGNORECASE
)
_REFRESH: Final = re.compile(r"http-equiv\s*+=\s*+[\"']?refresh", re.IGNORECASE)
_PICTURE: Final = re.compile(r"!\[[^\[\]]*+\]\(\s*<?(?:https?:)?//([^\s/)>]+)", re.IGNORECASE)
_ONLY_FOLLOWED: Final = frozenset({"a", "area"})


def remote_content(page: str, causes: Sequence[str], templates: TemplateSet) -> Diagnostic | None:
    """The warning for a page that loads something from another host when it is opened.

    `causes` are the templates that may have brought it in; the first that names the host has.
    """
    host = _host(page)
    return None if host is None else _warning(host, causes, templates)


def remote_styles(style_sheet: str, templates: TemplateSet) -> Diagnostic | None:
    """The same warning for a style sheet."""
    found = _STYLE.search(style_sheet)
    return _warning(found[1], [STYLE_SHEET], templates) if found else None


def _warning(host: str, causes: Sequence[str], templates: TemplateSet) -> Diagnostic:
    texts = {name: templates.texts.get(full_name(name), "") for name in causes}
    cause = next((name for name in causes if host and host in texts[name]), causes[0])
    before, named, _ = texts[cause].partition(host or "\0")
    return codes.REMOTE_CONTENT.at(
        templates.path(cause),
        # A host that is put together from parts stands on no line.
        before.count("\n") + 1 if named else 1,
        1,
        f"the page loads something {f'from {host} ' if host else ''}when it is opened, and could "
        "send what stands in it",
        "keep what it needs beside the page; HTML pages carry a policy that blocks the rest",
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
