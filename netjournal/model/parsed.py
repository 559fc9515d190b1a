"""What reading one note gives: what could be read, and what was wrong with it."""

from typing import NamedTuple

from netjournal.model.contact import Contact, Interaction, Link, Promise
from netjournal.model.diagnostic import Diagnostic


class ParsedFile(NamedTuple):
    """One note, read: a contact or a journal or neither, with its entries and its problems."""

    path: str
    contact: Contact | None = None
    is_journal: bool = False
    interactions: tuple[Interaction, ...] = ()
    """A contact's dated entries, or a journal's blocks that link somebody; in file order."""
    promises: tuple[Promise, ...] = ()
    links: tuple[Link, ...] = ()
    """Every link of the note, front matter included, that isn't code, comment or embed."""
    diagnostics: tuple[Diagnostic, ...] = ()
    digest: bytes = b""
    """Of the text of a contact's note: the page of the contact shows the note itself."""

    @property
    def says_something(self) -> bool:
        """Whether it belongs in the index: in a mixed vault most notes are about other things."""
        return bool(self.contact or self.is_journal or self.diagnostics)
