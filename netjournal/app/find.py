"""Finding a contact by what a person types: file name, name, alias, a beginning or a part."""

from netjournal.model.contact import Contact
from netjournal.model.index import Index
from netjournal.model.names import did_you_mean, name_key, plain_key
from netjournal.model.resolve import stem, without_ending


def find_contacts(index: Index, typed: str) -> tuple[Contact, ...]:
    """The contacts that a text may mean, by the surest way that finds any.

    The ways, surest first: path or file name, name, alias, one of these without accents, the
    beginning of one, a part of one.
    """
    key = name_key(without_ending(typed))
    for found in (
        index.names.by_path.get(key),
        index.names.by_stem.get(key),
        index.names.by_name.get(key),
        index.names.by_alias.get(key),
    ):
        if found:
            return tuple(index.contacts[path] for path in found)
    plain = plain_key(key)
    called = [(contact, _keys(contact)) for contact in index.contacts.values()]
    whole = [c for c, keys in called if plain in keys]
    beginning = [c for c, keys in called if any(_begins(word, plain) for word in keys)]
    part = [c for c, keys in called if any(plain in word for word in keys)]
    return tuple(whole or beginning or part) if key else ()


def likely_name(index: Index, typed: str) -> str | None:
    """A name that is much like what was typed, when nothing was found."""
    names = {name_key(c.name): c.name for c in index.contacts.values()}
    names |= {word: name for key, name in names.items() for word in key.split()}
    close = did_you_mean(typed, names)
    return names[close] if close else None


def about(contact: Contact) -> str:
    """What a contact does, in words that tell namesakes apart; may be empty."""
    return ", ".join([text for text in (contact.title, contact.organization) if text])


def _keys(contact: Contact) -> tuple[str, ...]:
    return tuple(map(plain_key, (stem(contact.path), contact.name, *contact.aliases)))


def _begins(name: str, key: str) -> bool:
    """Whether a name, or a word of it, begins so."""
    return name.startswith(key) or f" {key}" in name
