"""What becomes of the things that happened: an entry in a note, in a journal, or nothing new."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from netjournal.app.importing.outcomes import People, Place
from netjournal.model.contact import Kind
from netjournal.model.imported import ImportedEntry, Named
from netjournal.model.index import Index


class Kept(StrEnum):
    """What becomes of a thing that happened."""

    IN_NOTE = "note"
    IN_JOURNAL = "journal"
    SAME = "same"
    NOBODY = "nobody"
    """Nobody in it has a note."""


class Happening(NamedTuple):
    """A thing that happened, and where it is written."""

    place: Place
    entry: ImportedEntry
    kept: Kept
    who: tuple[str, ...] = ()
    """Those in whose notes it isn't yet: paths, or what somebody new is called here."""
    called: tuple[str, ...] = ()
    """What the file calls each of them; empty for who is known by an address."""


class Stranger(NamedTuple):
    """Somebody with whom something happened, and who has no note."""

    name: str
    email: str
    entries: int
    is_two_way: bool
    """Whether any of them is more than a letter of mine without an answer."""
    place: Place
    """Of the first."""


class Happenings(NamedTuple):
    """Everything that happened in an import."""

    outcomes: tuple[Happening, ...]
    strangers: tuple[Stranger, ...]
    """Those with the most entries first."""


def plan_happenings(
    found: Iterable[tuple[str, ImportedEntry]], people: People, index: Index, since: date | None
) -> Happenings:
    """What becomes of the entries that files tell of, each with the name of the file."""
    outcomes: list[Happening] = []
    strangers: dict[str, Stranger] = {}
    written: set[tuple[str, date, str]] = set()
    for file, entry in found:
        if since and entry.day < since:
            continue
        place = (file, entry.line)
        known: dict[str, str] = {}
        for named in entry.people:
            who = _who(named, people)
            if who:
                known.setdefault(who, named.name)
            else:
                key = named.email.casefold() or f"name {named.name.casefold()}"
                strangers[key] = _more_of(strangers.get(key), named, entry, place)
        key = plain_words(entry.text)
        # Something may be in two calendars.
        new = [
            who
            for who in known
            if (who, entry.day, key) not in written and not _is_there(who, entry.day, key, index)
        ]
        written.update((who, entry.day, key) for who in new)
        if entry.is_journal:
            everybody, called = tuple(known), tuple(known.values())
            outcomes.append(Happening(place, entry, Kept.IN_JOURNAL, everybody, called))
        elif not known:
            outcomes.append(Happening(place, entry, Kept.NOBODY))
        elif not new:
            outcomes.append(Happening(place, entry, Kept.SAME))
        else:
            kept = Kept.IN_NOTE if len(new) == 1 else Kept.IN_JOURNAL
            called = tuple([known[who] for who in new])
            outcomes.append(Happening(place, entry, kept, tuple(new), called))
    ordered = sorted(strangers.values(), key=lambda each: (-each.entries, each.email, each.name))
    return Happenings(tuple(outcomes), tuple(ordered))


def plain_words(text: str) -> str:
    """A text in the form in which two are the same: its words, in one case."""
    return " ".join(text.casefold().split())


def _who(named: Named, people: People) -> str:
    """The one contact that is meant for certain; empty for nobody or several."""
    found: Sequence[str] = people.register.with_email(named.email) if named.email else ()
    if not named.email:
        found = people.register.called(named.name).who
    return found[0] if len(found) == 1 else ""


def _more_of(known: Stranger | None, named: Named, entry: ImportedEntry, place: Place) -> Stranger:
    is_two_way = Kind.OUTREACH not in entry.kinds
    if known is None:
        return Stranger(named.name, named.email, 1, is_two_way, place)
    return known._replace(
        name=known.name or named.name,
        entries=known.entries + 1,
        is_two_way=known.is_two_way or is_two_way,
    )


def _is_there(who: str, day: date, key: str, index: Index) -> bool:
    """Whether a contact has an entry of a day that tells of the same."""
    entries = index.interactions.get(who, ())
    return any(each.date == day and tells_of(key, each.text) for each in entries)


def tells_of(key: str, text: str) -> bool:
    """Whether a text, in which others may be named first, tells of what has this key.

    More may have been written behind it, after a stop, a comma or a hashtag.
    """
    pattern = rf"(?:^|[:*-] ){re.escape(key)}(?=$|[.;,]| [#*-])"
    return bool(key) and re.search(pattern, plain_words(text)) is not None
