"""What a review page says, without markup, and the file that is written from it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple, overload

from netjournal.model.charts import Chart
from netjournal.model.source import Place


class ContactRef(NamedTuple):
    """A contact as a page names it: its name, and the path of its note inside the vault."""

    name: str
    path: str
    apart: str = ""
    """What tells it from others of its name; empty where nobody else is called so."""

    @property
    def label(self) -> str:
        """The name, and in brackets what tells it apart: `Wei Chen (Acme)`."""
        return f"{self.name} ({self.apart})" if self.apart else self.name


class IndustryRef(NamedTuple):
    """An industry as a page names it: its label, and its key in the taxonomy."""

    label: str
    key: str


class Excerpt(NamedTuple):
    """Words from a note, and where they stand."""

    text: str
    place: Place


class Advice(NamedTuple):
    """A sentence in a cell: what stands between backquotes is something typed, or to type."""

    text: str


class Shortened(NamedTuple):
    """Words of which a page shows fewer than there are; data has them all."""

    text: str
    label: str
    """What a page shows."""


class Reference(NamedTuple):
    """A pointer to another page of the review: its slug, an optional section, and its words."""

    slug: str
    text: str
    section: str = ""


Cell = (
    None
    | str
    | int
    | float
    | date
    | ContactRef
    | IndustryRef
    | Excerpt
    | Advice
    | Reference
    | Shortened
    | tuple["str | ContactRef | Excerpt | Reference", ...]
)
Row = Mapping[str, Cell]
"""One row: every value by its column key; a page shows the section's columns, JSON gives all."""


class RowsWhenAsked(Sequence[Row]):
    """Rows that are made when they are asked for, once: a page shows few of a long section's.

    `made` are rows that were made before, each with what it was made from, by the identity of
    that; those that are made here are added to it.
    """

    __slots__ = ("_items", "_made", "_make")

    def __init__(
        self,
        items: Sequence[Any],
        make: Callable[[Any], Row],
        made: dict[int, tuple[object, Row]] | None = None,
    ) -> None:
        self._items = items
        self._make = make
        self._made = {} if made is None else made

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Row]: ...
    def __getitem__(self, place: int | slice) -> Row | Sequence[Row]:
        if isinstance(place, slice):
            return tuple(map(self._row, range(*place.indices(len(self._items)))))
        return self._row(range(len(self._items))[place])

    def __len__(self) -> int:
        return len(self._items)

    def _row(self, place: int) -> Row:
        item = self._items[place]
        known = self._made.get(id(item))
        if known is None:
            known = self._made[id(item)] = (item, self._make(item))
        return known[1]


@dataclass(frozen=True, slots=True)
class Column:
    """A column that a page shows: the key in its rows, and its heading."""

    key: str
    title: str
    is_count: bool = False
    """Whether its cells are counts in words, as in `7 of 18`, which are set as numbers are."""
    then: str = ""
    """The key of a cell that is said after this one, in the rows that have it."""


class Meaning(NamedTuple):
    """A word of the rows, and what it means."""

    word: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a review: a heading, a sentence or two, and rows."""

    slug: str
    title: str
    columns: tuple[Column, ...]
    """The columns that a page shows; without any, rows are in the JSON and the CSV alone."""
    rows: Sequence[Row]
    intro: str = ""
    """Sentences above the rows, in plain text."""
    most: int | None = None
    """Rows that a page shows before it says how many more there are; None for as many as usual."""
    rest: str = ""
    """What to say of the rows after `most`, instead of their number."""
    empty: str = ""
    """What to say when there are no rows; a section without rows and without it isn't shown."""
    chart: Chart | None = None
    """The rows as a picture, where a page can show one."""
    legend: tuple[Meaning, ...] = ()
    """What the states of the rows mean, where a page shows them."""
    query: str = ""
    """A query that finds the contacts of all rows and no others, where there is one."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a review, and the sentence that says it in words."""

    name: str
    value: float | int | None
    """Unrounded; None where it is undefined."""
    text: str = ""
    """Shown on the page; a figure without it is only in the JSON."""


@dataclass(frozen=True, slots=True)
class Review:
    """What one page says on one day: a lead sentence, figures, and sections."""

    slug: str
    title: str
    lead: tuple[str, ...]
    """The first paragraphs: the answer in words."""
    figures: tuple[Figure, ...]
    sections: tuple[Section, ...]
    basis: str = ""
    """What the page is based on: so many contacts, so many with a known industry, and so on."""
    explanation: tuple[str, ...] = ()
    """How the figures are reckoned, in plain words, with the source."""
    chart: Chart | None = None
    """What several sections say, as a picture, where a page can show one."""
    options: str = ""
    """What the command that shows this review asks for, beside its slug: ` --since 2026-01-01`."""


class Page(NamedTuple):
    """A generated file: its path inside the vault, and its bytes."""

    path: str
    data: bytes
