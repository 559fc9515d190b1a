"""Text and cells as HTML: what a person typed stays text."""

import re
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from markupsafe import escape

from netjournal.model.review import (
    Advice,
    Cell,
    ContactRef,
    Excerpt,
    IndustryRef,
    Reference,
    Shortened,
)
from netjournal.model.subject import Subject, SubjectKind
from netjournal.render.links import (
    SOURCE,
    PageNames,
    file_stem,
    opening_address,
    section_of,
    site_address,
)
from netjournal.render.sections import CODE, PAGE_NAMED, advice, separator
from netjournal.render.visible import TEXTS_KEPT, one_line
from netjournal.render.words import number, short_day

_TOGETHER: Final = re.compile(
    r"\d %|\((?:in )?\d+ [A-Za-z]+(?: \d{4})?\)|(?<=day, )\d{1,2} [A-Z][a-z]+", re.ASCII
)
"""Words of a review that no line should end between: `17 %`, `(3 March)`, `(in 3 days)`."""

_NO_BREAK: Final = "\N{NO-BREAK SPACE}"

_WORD: Final = re.compile(r"[a-z][a-z-]*")


class Opening(NamedTuple):
    """How a page opens a note, and which pages are there to link to."""

    names: PageNames
    open_with: str
    """`vscode`, `obsidian`, a pattern, or nothing for a plain link to the file."""
    vault_path: str
    """The absolute path of the vault, which a program needs."""
    up: str = ""
    """What leads from the page to `site/`: `../` from a page in a folder there."""


@lru_cache(TEXTS_KEPT)
def html_text(text: str) -> str:
    """A text as HTML, in an element or in a quoted attribute."""
    return str(escape(one_line(text)))


def html_sentence(text: str) -> str:
    """A sentence of a review; what stands between backquotes is something to type."""
    return CODE.sub(r"<code>\1</code>", _kept_together(text).replace("&#34;", '"'))


def linked_sentence(text: str, opening: Opening) -> str:
    """The same, in which `the page neglected` leads there, where that page is built."""

    def link(match: re.Match[str]) -> str:
        slug = match["slug"]
        if slug not in opening.names.titles:
            return match[0]
        return f'{match["before"]}<a href="{opening.up}{slug}.html">{slug}</a>'

    return PAGE_NAMED.sub(link, html_sentence(text))


@lru_cache(TEXTS_KEPT)
def _kept_together(text: str) -> str:
    """A text as HTML, in which no line ends between a number and its word."""
    return _TOGETHER.sub(lambda found: found[0].replace(" ", _NO_BREAK), html_text(text))


def html_cell(cell: Cell, opening: Opening) -> str:
    """A cell as HTML."""
    if cell is None or isinstance(cell, str | Shortened):
        return _kept_together(cell.label if isinstance(cell, Shortened) else cell or "")
    if isinstance(cell, int | float):
        return number(cell)
    if isinstance(cell, date):
        return f'<time datetime="{cell.isoformat()}">{short_day(cell)}</time>'
    if isinstance(cell, ContactRef):
        return _contact(cell, opening)
    if isinstance(cell, IndustryRef):
        return _industry(cell, opening)
    return _longer_cell(cell, opening)


def contact_address(path: str, opening: Opening) -> str:
    """The address of a contact's page, or of its note where it has none, for an attribute."""
    page = opening.names.contacts.get(path)
    if page is not None:
        return _page_address(page, opening.up)
    return note_opening(path, 1, opening)


def note_opening(path: str, line: int, opening: Opening) -> str:
    """The address that opens a note at a line, for a quoted attribute."""
    return _address(path, line, opening.open_with, opening.vault_path, opening.up)


@lru_cache(TEXTS_KEPT)
def _page_address(path: str, up: str) -> str:
    return str(escape(site_address(path, up)))


@lru_cache(TEXTS_KEPT)
def _address(path: str, line: int, open_with: str, vault_path: str, up: str) -> str:
    return str(escape(opening_address(path, line, open_with, vault_path, up)))


def state_mark(state: object) -> str:
    """The word for a contact's state, with a class for its shape and colour."""
    if isinstance(state, str) and _WORD.fullmatch(state):
        return f'<span class="state {state}">{state.replace("-", " ")}</span>'
    return ""


def _longer_cell(
    cell: Excerpt | Advice | Reference | tuple[str | ContactRef | Excerpt | Reference, ...],
    opening: Opening,
) -> str:
    if isinstance(cell, Excerpt):
        return _excerpt(cell, opening)
    if isinstance(cell, Advice):
        return html_sentence(advice(cell.text))
    if isinstance(cell, Reference):
        text = html_text(cell.text)
        if cell.slug not in opening.names.titles:
            return text
        anchor = f"#{cell.section}" if section_of(cell, opening.names) else ""
        return f'<a href="{escape(opening.up + cell.slug + ".html" + anchor)}">{text}</a>'
    parts = [html_cell(part, opening) for part in cell]
    if separator(cell) == ", ":
        return ", ".join(parts)
    return "".join([f"<p>{part}</p>" for part in parts])


def _contact(cell: ContactRef, opening: Opening) -> str:
    address = contact_address(cell.path, opening)
    name = html_text(cell.name or file_stem(cell.path))
    link = f'<a href="{address}"><bdi>{name}</bdi></a>'
    if not cell.apart:
        return link
    return f'{link} <span class="apart">(<bdi>{html_text(cell.apart)}</bdi>)</span>'


def _industry(cell: IndustryRef, opening: Opening) -> str:
    """An industry, as a link where it has a page: one where nobody works has none."""
    label = html_text(cell.label)
    place = opening.names.subjects.get(Subject(SubjectKind.INDUSTRY, cell.key))
    if place is None:
        return label
    return f'<a href="{_page_address(f"{place}.html", opening.up)}">{label}</a>'


def _excerpt(cell: Excerpt, opening: Opening) -> str:
    path, line = cell.place
    address = note_opening(path, line, opening)
    text = html_text(cell.text)
    if cell.text.startswith(path):
        return f'<a href="{address}">{text}</a>'
    title = html_text(path)
    return f'<bdi>{text}</bdi> <a class="source" href="{address}" title="{title}">{SOURCE}</a>'
