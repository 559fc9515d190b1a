"""The entries and promises of one contact, as rows of its page and its picture."""

from netjournal.model.contact import Interaction, Promise
from netjournal.model.review import ContactRef, Excerpt, Row
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.excerpts import LENGTH, excerpt
from netjournal.reviews.person import Person

_MOST_NAMED = 5
MOST_LINKS = 50
"""Links of an entry that are looked at, so that one with thousands costs nothing."""


def entry_row(
    entry: Interaction, person: Person, assessment: Assessment, longest: int = LENGTH
) -> Row:
    """An entry with a contact: its day, what was said, with whom else, and its kinds."""
    return {
        "date": entry.date,
        "said": said_of(entry, person, assessment, longest),
        "with": others(entry, person, assessment),
        "kinds": ", ".join(entry.kinds),
        "two_way": int(entry.two_way),
    }


def said_of(
    said: Interaction | Promise, person: Person, assessment: Assessment, longest: int = LENGTH
) -> Excerpt | None:
    """What an entry or a promise says to or of a contact, of so many characters at most."""
    hashtags, about = assessment.config.hashtags, person.contact.path
    return excerpt(said, assessment.index, hashtags, about=about, longest=longest)


def others(
    said: Interaction | Promise, person: Person, assessment: Assessment
) -> tuple[ContactRef | str, ...]:
    """Everybody else with whom an entry was, or to whom a promise was made.

    An entry in a contact's note is with that contact alone, whomever else it names.
    """
    paths = [said.path] if said.path in assessment.people else []
    if not paths or isinstance(said, Promise):
        links = said.links[:MOST_LINKS]
        meant = [assessment.index.names.find(link, said.path) for link in links]
        paths += [one[0] for one in meant if len(one) == 1]
    refs = [assessment.people[path].ref for path in dict.fromkeys(paths)]
    found = tuple(ref for ref in refs if ref != person.ref)
    if len(found) <= _MOST_NAMED:
        return found
    return (*found[: _MOST_NAMED - 1], f"{len(found) - _MOST_NAMED + 1:,} others")
