"""How a value of a template becomes text on its page, and how texts are joined there."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from jinja2 import Undefined
from markupsafe import Markup

from netjournal.model.review import (
    Advice,
    Cell,
    ContactRef,
    Excerpt,
    IndustryRef,
    Reference,
    Shortened,
)
from netjournal.render.budget import Budget
from netjournal.render.contact_view import ContactView
from netjournal.render.text import cell_text

_PARTS = (str, int, float, date, Advice, ContactRef, Excerpt, IndustryRef, Reference, Shortened)


def marked(text: str) -> Markup:
    """A text that is in the form of the page already: it isn't escaped again."""
    return Markup(text)  # noqa: S704 - whoever calls this has escaped it, or made it


def plain(value: object) -> str:
    """The value as a plain text, a marked one as well: it will be escaped when it is written.

    Raises TypeError for what is no text, number, day or link.
    """
    return str.__str__(value) if isinstance(value, str) else cell_text(as_cell(value))


def as_cell(value: object) -> Cell:
    """The value as a cell: a contact is a link to its note, a list its items.

    Raises TypeError for anything that can't be written on a page, and UndefinedError for what a
    template asks for and there isn't.
    """
    if isinstance(value, Undefined):
        return str(value)
    if value is None or isinstance(value, _PARTS):
        return value
    if isinstance(value, ContactView):
        return ContactRef(value.name, value.path, value.apart)
    if isinstance(value, list | tuple):
        return tuple([_part(item) for item in value])
    what = "a table of values" if isinstance(value, Mapping) else f"a {type(value).__name__}"
    raise TypeError(f"{what} can't be written on a page; write what is in it")


def joined(
    parts: Iterable[object], separator: object, escape: Callable[[str], str], budget: Budget
) -> str:
    """The parts as one text; marked when any of them is, and the others escaped then.

    Raises TemplateStopped before a text is made that the budget doesn't allow.
    """
    pieces = [part if isinstance(part, Markup) else plain(part) for part in parts]
    between = separator if isinstance(separator, Markup) else plain(separator)
    budget.spend(len(pieces), sum(map(len, pieces)) + len(between) * len(pieces))
    if not any(isinstance(piece, Markup) for piece in (*pieces, between)):
        return between.join(pieces)
    shown = [str.__str__(piece) if isinstance(piece, Markup) else escape(piece) for piece in pieces]
    between = str.__str__(between) if isinstance(between, Markup) else escape(between)
    return marked(between.join(shown))


def _part(value: object) -> str | ContactRef | Excerpt | Reference:
    cell = as_cell(value)
    if isinstance(cell, str | ContactRef | Excerpt | Reference):
        return cell
    if isinstance(cell, tuple):
        raise TypeError("a list of lists can't be written on a page; use a loop")
    return cell_text(cell)
