"""The scripts that the search of the HTML pages loads, as files beside them."""

from functools import cache
from importlib import resources
from typing import Final

from netjournal.model.review import Page
from netjournal.render.finish import finished_styles

SEARCH: Final = "site/search"
"""The folder of what the search loads."""

_FILES: Final = {
    "search.js": tuple(
        f"{part}.js"
        for part in ("likeness", "query", "data", "plain", "lines", "rows", "hints", "search")
    ),
    "minisearch.js": ("minisearch.js",),
}
"""What the files of the search are made of."""


@cache
def search_scripts() -> tuple[Page, ...]:
    """The scripts of the search."""
    return tuple([script_file(name, "".join(map(_text, parts))) for name, parts in _FILES.items()])


def script_file(name: str, text: str) -> Page:
    """A script of the search as a file, marked as generated."""
    path = f"{SEARCH}/{name}"
    return Page(path, finished_styles(text, path))


def _text(name: str) -> str:
    return resources.files("netjournal.render").joinpath("js", name).read_text("utf-8")
