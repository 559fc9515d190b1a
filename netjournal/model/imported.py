"""What another program's file says: people, things that happened, and what couldn't be read."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from netjournal.model.contact import Kind

_NOTHING: Mapping[str, tuple[str, ...]] = {}


class IncomingFile(NamedTuple):
    """A file to import, read from its beginning to its end, once."""

    name: str
    """As the user named it; in a folder with its path inside it."""
    lines: Iterable[bytes]
    """Each with its line ending; one after the other, so that a large file is never held whole."""


class ImportedPerson(NamedTuple):
    """What a file says of a person. All texts are on one line, but for `notes`."""

    line: int
    """1-based, where the person's card or row begins."""
    name: str
    """Empty when the file has none; the address then stands for it."""
    fields: Mapping[str, tuple[str, ...]] = _NOTHING
    """Values by the name in the FIELDS table, as a note has them: dates as ISO text, `--04-12`."""
    own_fields: Mapping[str, tuple[str, ...]] = _NOTHING
    """What the table has no field for, by the key that it gets in the note, such as `address`."""
    notes: str = ""
    """Free text in Markdown for the body of the note, of any number of lines."""
    is_whole_text: bool = False
    """Whether that text is all that a note of netjournal's said below its fields."""


class ImportedGroup(NamedTuple):
    """A group of an address book."""

    line: int
    """1-based."""
    name: str
    members: tuple[str, ...]
    """What the file calls them by: uids, with or without `urn:uuid:`, or `mailto:` addresses."""


class Named(NamedTuple):
    """How a file refers to somebody with whom something happened."""

    name: str = ""
    email: str = ""


class ImportedEntry(NamedTuple):
    """Something that happened on a day with somebody, or that a journal tells of a day."""

    line: int
    """1-based."""
    day: date
    text: str
    """Without the date and without hashtags; with several lines only in a journal."""
    people: tuple[Named, ...] = ()
    kinds: tuple[Kind, ...] = ()
    is_journal: bool = False
    """Whether it belongs to the day's journal note, also when nobody in it is a contact."""


class Skipped(NamedTuple):
    """What of a file isn't imported, or only in part, and why."""

    line: int
    """1-based."""
    what: str
    """The row, card or message in a few words, on one line."""
    why: str
    """A sentence without full stop."""


Imported = ImportedPerson | ImportedGroup | ImportedEntry | Skipped


class Asked(NamedTuple):
    """What an import needs to know besides the file."""

    as_of: date
    my_emails: Collection[str] = ()
    """My own addresses: left out of meetings, and they tell sent mail from received."""
    since: date | None = None
    """Nothing that happened before this day."""
    columns: Mapping[str, str] = {}
    """For a table, the header of the column by the name of the field that it holds."""
    takes_crowds: bool = False
    """Whether meetings with very many people count as contact with each of them."""


class NotReadable(Exception):
    """A file that isn't what an importer reads; the text says why, in a sentence without stop."""


Read = Callable[[IncomingFile, Asked], Iterator[Imported]]
"""Reads a file in its order; problems of single rows are Skipped. Raises NotReadable."""
