"""The templates of a vault: those that are shipped, and its own, which replace or add to them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from netjournal.render.forms import Form

FOLDER: Final = "templates"
"""The folder of the vault's own templates."""

STYLE_SHEET: Final = "html/style.css"

SHIPPED: Final = "shipped/"
"""What stands before a name to mean the shipped template, for one that only adds to it."""

_FOLDERS: Final = (
    (".md.j2", "markdown/"),
    (".html.j2", "html/"),
    (".css", "html/"),
)
"""The folder that a template without one belongs to, by the end of its name."""

_PARTS: Final = ("layout", "review", "index")
"""Templates that every page of a form stands on: no pages of their own."""


@dataclass(frozen=True, slots=True)
class Library:
    """Every template by its name, as in `html/review.html.j2`."""

    texts: Mapping[str, str]
    """The vault's own before the shipped ones; a shipped one also with `shipped/` before it."""
    own: Mapping[str, str]
    """The path inside the vault of each template that is its own."""

    def find(self, name: str) -> str | None:
        """The text of a template; one at the top of the folder is found by its short name too."""
        text = self.texts.get(name)
        return self.texts.get(full_name(name)) if text is None else text

    def path(self, name: str) -> str:
        """Where a template stands, for a person who looks for it."""
        full = name if name in self.texts else full_name(name)
        return self.own.get(full, f"{FOLDER}/{full}")

    def is_own(self, name: str) -> bool:
        """Whether a template is the vault's own."""
        return name in self.own or full_name(name) in self.own

    def new_pages(self, form: Form, taken: frozenset[str]) -> tuple[str, ...]:
        """The names of the pages that the vault's own templates add, in order.

        `taken` are the pages that are there already. A template in a deeper folder, or with `_`
        before its name, is a part for others to include.
        """
        start, end = form.template("\0").split("\0")
        slugs = [
            name[len(start) : -len(end)]
            for name in self.own
            if name.startswith(start) and name.endswith(end)
        ]
        return tuple(sorted(slug for slug in slugs if _is_new(slug, taken)))


def library(shipped: Mapping[str, str], own: Mapping[str, str]) -> Library:
    """The templates of a vault, by their full names."""
    # A template in its folder comes before one of the same name at the top.
    names = sorted(own, key=lambda name: ("/" in name, name))
    texts = {full_name(name): own[name] for name in names}
    paths = {full_name(name): f"{FOLDER}/{name}" for name in names}
    originals = {SHIPPED + name: text for name, text in shipped.items()}
    return Library({**originals, **shipped, **texts}, paths)


def full_name(name: str) -> str:
    """The name of a template with its folder: `loop.html.j2` is `html/loop.html.j2`."""
    if "/" not in name:
        for end, folder in _FOLDERS:
            if name.endswith(end):
                return folder + name
    return name


def _is_new(slug: str, taken: frozenset[str]) -> bool:
    if not slug or slug.startswith(("_", ".")) or "/" in slug or "\\" in slug:
        return False
    # Some file systems don't tell `Today.md` from `today.md`.
    return slug.casefold() not in taken and slug not in _PARTS
