"""The fields that name other people, by links or without, and links in any other field."""

import re

from netjournal.model import codes
from netjournal.model.contact import Link
from netjournal.model.fields import Field
from netjournal.notes.links import parse_links
from netjournal.notes.notebook import SHOWN, Notebook, is_flat, only_value
from netjournal.notes.raw import RawField, RawValue

_WORK = re.compile(r"(?:\]\]|\)\s)\s*+(\([^()\n]++\))\s*+\Z")
"""What a person does, in brackets behind the link."""

_WIKILINK = re.compile(r"\[\[([^\[\]\n]+)\]\]")


def read_links(known: Field, notebook: Notebook, raw: RawField) -> tuple[Link, ...]:
    """The people whom a field names, linked or not."""
    people: list[Link] = []
    for value in raw.values:
        if not is_flat(notebook, value, known):
            continue
        whole = raw.is_list or value.quoted or "," not in value.text
        for text in [value.text] if whole else between_commas(value.text):
            part = value._replace(text=text)
            people += _with_work(_people(notebook, part), text)
    return tuple(people)


def _with_work(links: tuple[Link, ...], text: str) -> tuple[Link, ...]:
    """The person of a value, by what the value says in words: `Tom (insurance)`."""
    is_linked = len(links) == 1 and links[0].label != text
    work = _WORK.search(text) if is_linked else None
    return (links[0]._replace(label=f"{links[0].label} {work[1]}"),) if work else links


def between_commas(text: str) -> list[str]:
    """The parts of a text between the commas outside brackets."""
    parts: list[str] = []
    piece: list[str] = []
    depth = 0
    for part in text.split(","):
        piece.append(part)
        depth += part.count("[") - part.count("]")
        if depth <= 0:
            parts.append(",".join(piece).strip())
            piece, depth = [], 0
    parts.append(",".join(piece).strip())
    return [part for part in parts if part]


def read_link(known: Field, notebook: Notebook, raw: RawField) -> Link | None:
    """The person whom a field names, linked or not."""
    only = only_value(notebook, raw, known)
    if only is None:
        return None
    people = _people(notebook, only)
    return people[0] if people else None


def _people(notebook: Notebook, value: RawValue) -> tuple[Link, ...]:
    """Those whom a value links, or names without a link; half a link names nobody."""
    links = links_in(value)
    text = value.text
    if text.count("[[") != text.count("]]"):
        missing = "]]" if text.count("[[") > text.count("]]") else "[["
        message = f"`{text[:SHOWN]}` is half a link: {missing} is missing"
        whole = "name" if links else text.strip("[] ")[:SHOWN]
        notebook.note(codes.BAD_VALUE, value, message, f"write a link as [[{whole}]]")
        return links
    return links or (_named(value),)


def links_in(value: RawValue) -> tuple[Link, ...]:
    """The links in a value, each at the place of the value, however YAML broke its lines."""
    if "[" not in value.text:
        return ()
    line, column = value.line, value.column
    links = parse_links(value.text.replace("\n", " "), line, column)
    return tuple([link._replace(line=line, column=column) for link in links])


def _named(value: RawValue) -> Link:
    """A person who is named without a link."""
    return Link(value.text, value.text, value.line, value.column)


def without_links(text: str) -> str:
    """A text with the words that a reader sees in place of its wikilinks."""
    return _WIKILINK.sub(_label, text) if "[[" in text else text


def _label(link: re.Match[str]) -> str:
    target, _, label = link[1].partition("|")
    return label.strip() or target.partition("#")[0].rpartition("/")[2].strip() or link[0]
