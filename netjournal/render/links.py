"""Where the links of a page lead: to a note, in the way the settings ask for, or to a page."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple
from urllib.parse import quote

from netjournal.model.review import Reference, Review
from netjournal.model.subject import Subject
from netjournal.render.visible import one_line

SOURCE: Final = "note"
"""The words of the link to the note that a page quotes: its file name would read as more of it."""

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_RUNS_CODE: Final = frozenset({"javascript", "vbscript", "data"})
"""Schemes that a pattern of the settings may not have."""

_SAFE: Final = "/~"
_ORDINARY: Final = re.compile(r"[\w./~-]*", re.ASCII)


class PageNames(NamedTuple):
    """The pages that are there to link to."""

    titles: Mapping[str, str]
    """Title by slug."""
    sections: Mapping[tuple[str, str], str]
    """Title of each section that is shown, by the slugs of the page and the section."""
    contacts: Mapping[str, str] = MappingProxyType({})
    """The page of each contact that has one, by the path of its note; inside `site/`."""
    subjects: Mapping[Subject, str] = MappingProxyType({})
    """The page of each subject that has one; inside `site/`, without an ending."""


def page_names(reviews: Sequence[Review]) -> PageNames:
    """The names of the pages of these reviews."""
    return PageNames(
        {review.slug: one_line(review.title) for review in reviews},
        {
            (review.slug, section.slug): one_line(section.title)
            for review in reviews
            for section in review.sections
            if section.rows or section.empty
        },
    )


def section_of(reference: Reference, names: PageNames) -> str:
    """The title of the section that a reference means; nothing when it isn't on that page."""
    return names.sections.get((reference.slug, reference.section), "")


def file_stem(path: str) -> str:
    """The name of a note's file, for one without any other name."""
    return path.rpartition("/")[2].removesuffix(".md")


def note_address(path: str, up: str = "") -> str:
    """The address of a note from a page in `review/` or `site/`, or `up` from one further down."""
    return f"{up}../" + _quoted(path, _SAFE)


def site_address(path: str, up: str = "") -> str:
    """The address of a file in `site/` from a page there, or `up` from one further down."""
    return up + _quoted(path, _SAFE)


def readable_address(path: str) -> str:
    """The same, with the letters of every alphabet as they are."""
    if _ORDINARY.fullmatch(path):
        return "../" + path
    return "../" + "".join(c if c.isalnum() else _quoted(c, _SAFE) for c in path)


def opening_address(path: str, line: int, open_with: str, vault_path: str, up: str = "") -> str:
    """The address that opens a note at a line in the program that the settings name.

    The plain file where they name none, or a pattern whose scheme could run code. Of the anchor
    that names the line there, `netjournal serve` takes notice, and a file is opened all the same.
    """
    plain = note_address(path, up) + (f"#{line_anchor(line)}" if line > 1 else "")
    if not open_with:
        return plain
    root = vault_path.replace("\\", "/").rstrip("/")
    if open_with == "vscode":
        return f"vscode://file/{_quoted(f'{root}/{path}', _SAFE + ':').lstrip('/')}:{line}"
    if open_with == "obsidian":
        return f"obsidian://open?path={_quoted(f'{root}/{path}', '')}"
    scheme = _SCHEME.match(open_with)
    if scheme is None or scheme[1].lower() in _RUNS_CODE:
        return plain
    whole = _quoted(f"{root}/{path}", _SAFE)
    return open_with.replace("{path}", whole).replace("{line}", str(line))


def line_anchor(line: int) -> str:
    """The name of a line of a note, where its text is shown."""
    return f"L{line}"


def _quoted(text: str, safe: str) -> str:
    # A file name that isn't UTF-8 keeps its bytes; half a character has none to keep.
    try:
        return quote(text, safe=safe, errors="surrogateescape")
    except UnicodeEncodeError:
        return quote(text, safe=safe, errors="replace")
