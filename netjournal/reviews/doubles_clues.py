"""What a note has in it whose contact may be somebody's double: the pairs that are compared."""

from collections.abc import Iterator

from netjournal.measures.details import email_of, phone_of, profile_of
from netjournal.measures.names_alike import Nicknames, full_names, name_parts
from netjournal.model.contact import Contact
from netjournal.model.glimpse import Clue, clue_of, clue_of_number
from netjournal.reviews.doubles import TAIL

_MAIL_WITH_DOTS = "@gmail.com"
"""A host of several names, whose addresses are the same with and without dots."""
_RENAMED_HOST = "x.com"


def clues_of_doubles(contact: Contact, nicknames: Nicknames) -> tuple[Clue, ...]:
    """Clues of which each likely double has one, and whoever is counted with them.

    A clue that says nothing stands for all contacts.
    """
    links = [*contact.knows, *([contact.introduced_by] if contact.introduced_by else [])]
    return (
        *(clue_of(word) for word in dict.fromkeys(_name_words(contact, nicknames))),
        *map(clue_of, _addresses(contact)),
        *(clue_of_number(number[-TAIL:]) for number in map(phone_of, contact.phones) if number),
        *(clue_of(link.target) for link in links),
    )


def _name_words(contact: Contact, nicknames: Nicknames) -> Iterator[str]:
    """The words of which a name that is like the contact's has one, letter by letter."""
    for name in (contact.name, *contact.aliases):
        words = name_parts(name).words
        yield from words
        if words:
            meant = full_names(words[0], nicknames)
            yield from meant
            yield from (short for short, full in nicknames.items() if full & meant)


def _addresses(contact: Contact) -> Iterator[str]:
    for email in filter(None, map(email_of, contact.emails)):
        yield email.key.removesuffix(_MAIL_WITH_DOTS)
    for profile in filter(None, map(profile_of, contact.urls)):
        host, _, path = profile.key.partition("/")
        yield path or ("com" if host == _RENAMED_HOST else host)
