"""Text and cells as Markdown: what a person typed stays text in every viewer."""

import re
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from netjournal.model.review import (
    Advice,
    Cell,
    ContactRef,
    Excerpt,
    IndustryRef,
    Reference,
    Shortened,
)
from netjournal.render.links import SOURCE, PageNames, readable_address, section_of
from netjournal.render.sections import CODE, PAGE_NAMED, advice, separator
from netjournal.render.visible import TEXTS_KEPT, one_line
from netjournal.render.words import number, short_day

_MAY_MEAN_SOMETHING: Final = re.compile(r"[\\`*\[\]|~^$<_&#%=]|::|://|ww\.", re.IGNORECASE)
_SPECIAL: Final = re.compile(
    r"[\\`*\[\]|~^$]"
    r"|<"
    r"|&(?=#?\w{1,32};)"
    r"|(?<![^\W_])_|_(?![^\W_])"  # inside a word, as in snake_case, it is only itself
    r"|\#(?=\S)"
    r"|(?<=%)%|(?<==)="
    r"|:(?=//)|(?<=:):|(?<=[wW]{2})\."
)
_AT_LINE_START: Final = re.compile(r"[->=]|\+(?=\s|$)|#|\d{1,9}(?P<end>[.)])(?=\s|$)")
_ENTITIES: Final = {"<": "&lt;", "&": "&amp;", "%": "&#37;"}
"""What has no backslash escape, or none in some viewers."""

_WIKI_END: Final = ".md"
_ANCHOR: Final = re.compile(r"[^\w\- ]")


@lru_cache(TEXTS_KEPT)
def inline(text: str) -> str:
    """A text inside a line or a cell of a table: no markup, no link, no end of the cell."""
    return _escape(one_line(text))


def at_line_start(text: str) -> str:
    """The same for a text that may begin a line: no heading, no list, no quotation."""
    return _safe_start(inline(text))


class Linking(NamedTuple):
    """How a page writes its links, and which pages are there to link to."""

    names: PageNames
    wikilinks: bool
    """Else Markdown links, which every viewer follows."""
    bar: str = "|"
    """What stands before the words of a wikilink: in a table, Obsidian asks for `\\|`."""


def sentence(text: str, linking: Linking) -> str:
    """A sentence of a review; what stands between backquotes is something to type.

    `the page neglected` leads there, where that page is built.
    """

    def link(match: re.Match[str]) -> str:
        slug = match["slug"]
        if slug not in linking.names.titles:
            return match[0]
        return match["before"] + page_link(slug, slug, "", linking)

    return PAGE_NAMED.sub(link, _safe_start(_with_code(text)))


def markdown_cell(cell: Cell, linking: Linking) -> str:
    """A cell as Markdown on one line."""
    if cell is None or isinstance(cell, str | IndustryRef | Shortened):
        return inline(cell if isinstance(cell, str) else cell.label if cell else "")
    if isinstance(cell, int | float):
        return number(cell)
    if isinstance(cell, date):
        return short_day(cell)
    if isinstance(cell, ContactRef):
        return note_link(cell.path, cell.label, linking)
    if isinstance(cell, Advice):
        return _with_code(advice(cell.text))
    return _longer_cell(cell, linking)


def page_link(slug: str, text: str, section: str, linking: Linking) -> str:
    """A link to another page in `review/`, or to one of its sections by its title."""
    shown = inline(text)
    if linking.wikilinks and shown == one_line(text) and inline(section) == section:
        anchor = f"#{section}" if section else ""
        return f"[[review/{slug}{anchor}{linking.bar}{shown}]]"
    anchor = "#" + _ANCHOR.sub("", section.lower()).replace(" ", "-") if section else ""
    return f"[{shown}]({slug}.md{anchor})"


def note_link(path: str, text: str, linking: Linking) -> str:
    """A link to a note; a name or path that a wikilink can't hold gets a Markdown link."""
    return _note_link(path, text, linking.bar if linking.wikilinks else "")


@lru_cache(TEXTS_KEPT)
def _note_link(path: str, text: str, bar: str) -> str:
    """A link to a note: a wikilink with this bar where it can hold them, unless there is none."""
    plain = one_line(text) or path
    shown = inline(plain)
    if bar and shown == plain and inline(path) == path:
        return f"[[{path.removesuffix(_WIKI_END)}{bar}{shown}]]"
    return f"[{shown}]({readable_address(path)})"


def _longer_cell(
    cell: Excerpt | Reference | tuple[str | ContactRef | Excerpt | Reference, ...],
    linking: Linking,
) -> str:
    if isinstance(cell, Excerpt):
        path = cell.place.path
        if cell.text.startswith(path):
            return note_link(path, cell.text, linking)
        return f"{inline(cell.text)} ({note_link(path, SOURCE, linking)})"
    if isinstance(cell, Reference):
        if cell.slug not in linking.names.titles:
            return inline(cell.text)
        return page_link(cell.slug, cell.text, section_of(cell, linking.names), linking)
    return separator(cell).join([markdown_cell(part, linking) for part in cell])


def _with_code(text: str) -> str:
    parts = CODE.split(one_line(text))
    return "".join([f"`{part}`" if odd % 2 else _escape(part) for odd, part in enumerate(parts)])


def _safe_start(shown: str) -> str:
    match = _AT_LINE_START.match(shown)
    if match is None:
        return shown
    place = match.start("end") if match["end"] else 0
    return shown[:place] + "\\" + shown[place:]


def _escape(text: str) -> str:
    return _SPECIAL.sub(_escaped, text) if _MAY_MEAN_SOMETHING.search(text) else text


def _escaped(match: re.Match[str]) -> str:
    return _ENTITIES.get(match[0]) or "\\" + match[0]
