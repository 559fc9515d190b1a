"""Every importer, in the order in which a file is offered to them."""

from collections.abc import Callable
from typing import NamedTuple

from netjournal.importers import csv, friends, google, ics, jrnl, linkedin, mbox, monica, vcard
from netjournal.model.imported import Read


class Importer(NamedTuple):
    """One way into netjournal."""

    slug: str
    """What the command calls it; also the name of its module."""
    title: str
    recognises: Callable[[str, bytes], bool]
    """Whether a file is one of its own, by its name and its first 64 KiB."""
    read: Read
    extra: str = ""
    """The extra of the package that it needs; empty for none."""


IMPORTERS: tuple[Importer, ...] = (
    Importer("vcard", "a vCard file", vcard.recognises, vcard.read),
    Importer("linkedin", "LinkedIn's Connections.csv", linkedin.recognises, linkedin.read),
    Importer("google", "a Google Contacts CSV", google.recognises, google.read),
    Importer("ics", "an iCalendar file", ics.recognises, ics.read, "calendar"),
    Importer("mbox", "mail in an mbox, a maildir or a single file", mbox.recognises, mbox.read),
    Importer("friends", "friends.md, the file of friends", friends.recognises, friends.read),
    Importer("monica", "Monica's JSON export", monica.recognises, monica.read),
    Importer("jrnl", "jrnl's journal or JSON export", jrnl.recognises, jrnl.read),
    Importer("csv", "any table of people (CSV)", csv.recognises, csv.read),
)


def importer_for(name: str, head: bytes) -> Importer | None:
    """The first importer that knows a file by its name and its first bytes."""
    return next((each for each in IMPORTERS if each.recognises(name, head)), None)
