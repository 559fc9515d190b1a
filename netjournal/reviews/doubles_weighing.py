"""How sure it is that two contacts are one person: every reason with its weight, in words.

The weights are our choice. Reasons add up as independent ones do, 1 - (1 - a)(1 - b); what speaks
against takes a share away.
"""

from collections.abc import Iterator, Mapping, Sequence
from math import prod
from typing import NamedTuple

from netjournal.measures.details import email_of, phone_of, profile_of, same_phone
from netjournal.measures.names_alike import Alike, NameParts, Nicknames, Way, names_alike
from netjournal.model.contact import Contact
from netjournal.model.dates import PartialDate
from netjournal.model.index import Index
from netjournal.model.names import name_key
from netjournal.model.resolve import people_of
from netjournal.reviews.words import counted

_EMAIL, _PHONE, _PROFILE = 0.95, 0.75, 0.95
_PAGE, _HOME = 0.5, 0.15
"""What an address of the web counts that isn't a profile: a page, and a whole site."""

_OF_SEVERAL = 0.3
"""What remains of the weight of something that more than two have, or that is made for several."""

_NAMES_DIFFER = 0.6
_SWITCHBOARD = 0.25
_ORGANIZATION, _BIRTHDAY, _DAY_OF_YEAR = 0.2, 0.5, 0.3
_BORN_OTHERWISE, _GENERATION, _APART, _TOGETHER = 0.3, 0.35, 0.4, 0.25
"""What is left of the strength when something speaks against it."""


_GENERATIONS = {"jr": "Jr.", "sr": "Sr.", "ii": "II", "iii": "III", "iv": "IV"}


class Reason(NamedTuple):
    """Something that speaks for two contacts being one person."""

    kind: str
    """`email`, `phone`, `profile`, `name`, `organization` or `birthday`."""
    text: str
    weight: float


class Known(NamedTuple):
    """What is known of all contacts, by which two are compared."""

    nicknames: Nicknames
    names: Mapping[str, Sequence[NameParts]]
    """The names and aliases of each contact, by its path."""
    emails: Mapping[str, Sequence[str]]
    """The paths of those who have an address, where several do; so with the others."""
    phones: Mapping[str, Sequence[str]]
    """By the last digits."""
    profiles: Mapping[str, Sequence[str]]


Weighed = tuple[float, tuple[Reason, ...], tuple[str, ...]]


def weighed(one: Contact, other: Contact, index: Index, known: Known) -> Weighed:
    """The strength of a pair, what speaks for it, the strongest first, and what against it."""
    alike = _names(one, other, known)
    reasons = [
        *_emails(one, other, known, alike),
        *_profiles(one, other, known),
        *_phones(one, other, known, alike),
    ]
    if alike:
        reasons.append(Reason("name", alike_in_words(alike), alike.weight))
    if not reasons:
        return 0.0, (), ()
    reasons += _besides(one, other, alike)
    against = list(_against(one, other, index, known, alike))
    doubt = prod(1 - each.weight for each in reasons)
    strength = (1 - doubt) * prod(share for _, share in against)
    reasons.sort(key=lambda each: -each.weight)
    return strength, tuple(reasons), tuple([text for text, _ in against])


def alike_in_words(alike: Alike) -> str:
    """How two names are alike, as a reason."""
    one, other = (word.capitalize() for word in sorted((alike.one, alike.other), key=_short_first))
    return {
        Way.SAME: "the same name",
        Way.ACCENTS: "the same name but for accents",
        Way.ORDER: "the same names in another order",
        Way.MIDDLE: "the same name but for a middle one",
        Way.PART: "one name is a part of the other",
        Way.NICKNAME: f"{one} may be {other}",
        Way.SLIP: f"{one} and {other} differ by a letter",
        Way.INITIAL: f"{one}. may be {other}",
    }[alike.way]


def _short_first(word: str) -> tuple[int, str]:
    return len(word), word


def _names(one: Contact, other: Contact, known: Known) -> Alike | None:
    """How the names and aliases of two are alike, in the way that counts most."""
    found = [
        alike
        for a in known.names[one.path]
        for b in known.names[other.path]
        if (alike := names_alike(a, b, known.nicknames))
    ]
    return max(found, key=lambda each: (each.weight, each.way, sorted(each[2:])), default=None)


def _emails(one: Contact, other: Contact, known: Known, alike: Alike | None) -> Iterator[Reason]:
    theirs = set(map(email_of, other.emails))
    for email in dict.fromkeys(map(email_of, one.emails)):
        if email and email in theirs:
            weight = _EMAIL if alike else _EMAIL * _NAMES_DIFFER
            weight *= _OF_SEVERAL if email.is_shared else 1
            text = f"the same e-mail address, {email.key}"
            yield _shared("email", text, weight, known.emails[email.key])


def _profiles(one: Contact, other: Contact, known: Known) -> Iterator[Reason]:
    theirs = set(map(profile_of, other.urls))
    for page in dict.fromkeys(map(profile_of, one.urls)):
        if page and page in theirs:
            weight = _PROFILE if page.is_personal else _HOME if page.is_home else _PAGE
            what = "profile" if page.is_personal else "web address"
            text = f"the same {what}, {page.key}"
            yield _shared("profile", text, weight, known.profiles[page.key])


def _phones(one: Contact, other: Contact, known: Known, alike: Alike | None) -> Iterator[Reason]:
    digits = [(phone_of(typed), typed) for typed in one.phones]
    theirs = [number for number in map(phone_of, other.phones) if number]
    colleagues = _same_text(one.organization, other.organization)
    for number, typed in digits:
        if number and any(same_phone(number, each) for each in theirs):
            differ = _SWITCHBOARD if colleagues else _NAMES_DIFFER
            weight = _PHONE if alike else _PHONE * differ
            having = known.phones[number[-7:]]
            yield _shared("phone", f"the same phone number, {typed.strip()}", weight, having)
            return


def _shared(kind: str, text: str, weight: float, having: Sequence[str]) -> Reason:
    """A reason, which counts less when others have the same."""
    others = len(having) - 2
    if others > 0:
        return Reason(kind, f"{text}, as {counted(others, 'other')} have", weight * _OF_SEVERAL)
    return Reason(kind, text, weight)


def _besides(one: Contact, other: Contact, alike: Alike | None) -> Iterator[Reason]:
    """What counts only beside another reason."""
    if alike and _same_text(one.organization, other.organization):
        text = f"both at {one.organization.strip()}"
        yield Reason("organization", text, _ORGANIZATION)
    a, b = one.birthday, other.birthday
    if a and b and a == b and a.month and a.day:
        yield Reason("birthday", "the same birthday", _BIRTHDAY if a.year else _DAY_OF_YEAR)


def _against(
    one: Contact, other: Contact, index: Index, known: Known, alike: Alike | None
) -> Iterator[tuple[str, float]]:
    if _born_otherwise(one.birthday, other.birthday):
        yield "their birthdays differ", _BORN_OTHERWISE
    mine, theirs = known.names[one.path][0], known.names[other.path][0]
    if mine.generation != theirs.generation:
        word = mine.generation or theirs.generation
        yield f"one is {_GENERATIONS[word]}", _GENERATION
    if alike and mine.apart != theirs.apart:
        yield "one name says in brackets who is meant", _APART
    if _know_each_other(one, other, index):
        yield "your notes name them side by side", _TOGETHER


def _born_otherwise(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether two birthdays differ in a part that both have."""
    return (
        one is not None
        and other is not None
        and any(a and b and a != b for a, b in zip(one, other, strict=True))
    )


def _same_text(one: str, other: str) -> bool:
    return bool(one.strip()) and name_key(one) == name_key(other)


def _know_each_other(one: Contact, other: Contact, index: Index) -> bool:
    """Whether an entry is with both, or one is said to know or to have introduced the other."""
    entries = {id(each) for each in index.interactions.get(one.path, ())}
    if any(id(each) in entries for each in index.interactions.get(other.path, ())):
        return True
    return _names_in_fields(one, other, index) or _names_in_fields(other, one, index)


def _names_in_fields(one: Contact, other: Contact, index: Index) -> bool:
    links = [*one.knows, *([one.introduced_by] if one.introduced_by else [])]
    return other.path in people_of(links, one.path, index.names)
