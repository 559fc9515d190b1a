"""What leaves a vault: the contacts to export, all that is known of them, and the files made."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netjournal.model.config import Config
from netjournal.model.contact import Contact
from netjournal.model.index import Index


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be exported."""

    index: Index
    config: Config
    as_of: date
    contacts: Sequence[Contact]
    """Those to export, in order; the index knows all others as well."""
    due: Mapping[str, date]
    """By path, the day on which to be in touch again, for contacts who have one."""
    states: Mapping[str, str]
    """By path: fresh, due, overdue and the like."""
    last_contacts: Mapping[str, date]
    """By path, the last day of contact, for contacts who have one."""
    text_of: Callable[[str], str]
    """The whole text of the note at a path; empty for one that can't be read."""
    body_of: Callable[[str], str]
    """The same without the front matter."""
    fields: frozenset[str] | None = None
    """The names of the only fields that may leave; None for all, and for interactions, promises
    and the text of the notes."""

    def may_leave(self, field: str) -> bool:
        """Whether a field may be exported."""
        return self.fields is None or field in self.fields

    @property
    def is_public(self) -> bool:
        """Whether only some fields may leave, and nothing else."""
        return self.fields is not None


class ExportedFile(NamedTuple):
    """A file of an export."""

    name: str
    """Safe as a file name; what it is called in a folder."""
    data: bytes


class Exporter(NamedTuple):
    """One way out of netjournal."""

    slug: str
    """What the command calls it; also the name of its module."""
    title: str
    ending: str
    """Of its files, such as `.vcf`."""
    write: Callable[[Export], Sequence[ExportedFile]]
    """One file, which can go to standard output; or, for a folder, several."""
    write_folder: Callable[[Export], Sequence[ExportedFile]] | None = None
    """One file a contact, where the format is used so."""
    mark: bytes = b""
    """Its files have these bytes near their beginning, and other programs' files don't; empty where
    nothing tells an export from any other file."""
    public_needs: tuple[str, ...] = ()
    """The fields of which one must be allowed to leave for anything to be left; none when empty."""
