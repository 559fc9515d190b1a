"""Groups of an address book: their names become tags of the people in them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from netjournal.measures.details import email_of
from netjournal.model.imported import ImportedGroup, ImportedPerson, Skipped
from netjournal.reviews.words import counted

_BY_NUMBER = "urn:uuid:"
_BY_EMAIL = "mailto:"


class Tagged(NamedTuple):
    """People with the names of their groups, and what is said of the groups."""

    people: tuple[tuple[str, ImportedPerson], ...]
    told: tuple[tuple[str, Skipped], ...]


def with_groups(
    people: Sequence[tuple[str, ImportedPerson]], groups: Iterable[tuple[str, ImportedGroup]]
) -> Tagged:
    """The people of some files, each with its file, as the groups of these files tag them."""
    tags: defaultdict[str, list[str]] = defaultdict(list)
    told: list[tuple[str, Skipped]] = []
    whose = _whose(people)
    for file, group in groups:
        members = {_key(each) for each in group.members}
        for key in members & whose.keys():
            tags[key].append(group.name)
        here = len({whose[key] for key in members & whose.keys()})
        why = _why(here, len(members - whose.keys()))
        told.append((file, Skipped(group.line, group.name, why)))
    return Tagged(tuple((file, _with_tags(person, tags)) for file, person in people), tuple(told))


def _whose(people: Iterable[tuple[str, ImportedPerson]]) -> Mapping[str, int]:
    """Whom each key means: a number that all cards of one person have."""
    whose: dict[str, int] = {}
    for number, (_, person) in enumerate(people):
        keys = _keys(person)
        who = next((whose[key] for key in keys if key in whose), number)
        for key in keys:
            whose.setdefault(key, who)
    return whose


def _why(here: int, missing: int) -> str:
    """What becomes of a group, of whose members some have a card here and some have none."""
    have = "has" if missing == 1 else "have"
    if here:
        why = f"it is a group; its name is a tag of its {counted(here, 'member')}"
        return f"{why}, and {missing:,} more {have} no card here" if missing else why
    if missing:
        return f"it is a group, and its {counted(missing, 'member')} {have} no card here"
    return "it is a group without members"


def _with_tags(person: ImportedPerson, tags: defaultdict[str, list[str]]) -> ImportedPerson:
    more = [tag for key in _keys(person) for tag in tags.get(key, ())]
    if not more:
        return person
    fields = dict(person.fields)
    fields["tags"] = tuple(dict.fromkeys((*fields.get("tags", ()), *more)))
    return person._replace(fields=fields)


def _keys(person: ImportedPerson) -> list[str]:
    """What a group may call a person by."""
    emails = [f"{_BY_EMAIL}{each}" for each in person.fields.get("email", ())]
    return [_key(each) for each in (*person.fields.get("uid", ()), *emails)]


def _key(reference: str) -> str:
    """A member's uid or address in the form in which two are the same."""
    if reference.lower().startswith(_BY_EMAIL):
        typed = reference[len(_BY_EMAIL) :]
        email = email_of(typed)
        return f"{_BY_EMAIL}{email.key if email else typed.strip().casefold()}"
    return reference.casefold().removeprefix(_BY_NUMBER)
