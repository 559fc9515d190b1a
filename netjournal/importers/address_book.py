"""What every address book has: phones and e-mails with labels, addresses, relations, days."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from netjournal.importers.day_texts import iso_day
from netjournal.importers.gathering import Gathering
from netjournal.importers.texts import one_line
from netjournal.model.fields import FIELD_BY_NAME, FieldType, field_spellings, spelling

_WEB = re.compile(r"https?://\S", re.IGNORECASE)
_BARE_WEB = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,24}(?:/\S*)?", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_PLAIN_LABELS = frozenset(("", "other", "internet", "pref", "preferred", "voice", "default"))
_COMMON_LABELS = frozenset(("home", "work", "cell", "mobile", "main", "iphone", "homepage"))
_OWN_NUMBERS = {"fax": "fax", "pager": "pager"}
"""Numbers at which nobody answers."""

_FAMILY = {
    "wife": "spouse",
    "husband": "spouse",
    "spouse": "spouse",
    "domesticpartner": "partner",
    "partner": "partner",
    "child": "child",
    "son": "child",
    "daughter": "child",
    "parent": "parent",
    "mother": "mother",
    "father": "father",
    "sibling": "sibling",
    "brother": "brother",
    "sister": "sister",
    "kin": "relative",
    "relative": "relative",
    "assistant": "assistant",
    "agent": "assistant",
    "manager": "manager",
    "emergency": "emergency_contact",
}
_KNOWN = frozenset(
    ("friend", "contact", "acquaintance", "met", "colleague", "coworker", "coresident", "neighbor")
)
_REFERRED = frozenset(("referredby", "introducedby"))
_DAYS = (FieldType.DATE, FieldType.PARTIAL_DATE)


class Labelled(NamedTuple):
    """A value with what the other program says it is for."""

    value: str
    label: str = ""
    is_preferred: bool = False


class Address(NamedTuple):
    """A postal address; any part may be empty."""

    before: tuple[str, ...] = ()
    """What is written before the city: box, street, and the like."""
    city: str = ""
    region: str = ""
    code: str = ""
    country: str = ""
    label: str = ""
    is_preferred: bool = False
    whole: str = ""
    """As the other program writes it, where it doesn't know the parts."""

    @property
    def place(self) -> str:
        """City and country."""
        return ", ".join(filter(None, (self.city or self.region, self.country)))

    @property
    def text(self) -> str:
        """All of it on one line."""
        parts = (*self.before, self.city, self.region, self.code, self.country)
        return ", ".join(filter(None, parts)) or self.whole

    @property
    def is_more_than_a_place(self) -> bool:
        """Whether there is more to it than city and country."""
        return self.text != self.place


def add_reaches(gathered: Gathering, field: str, values: Iterable[Labelled]) -> None:
    """E-mail addresses, phone numbers or web addresses, preferred ones first.

    Their labels are kept where they tell several apart, or say something of the user's own.
    """
    ordered = sorted(values, key=lambda each: not each.is_preferred)
    if field == "phone":
        for each in ordered:
            if key := _own_number(each):
                gathered.own(key, each.value)
        ordered = [each for each in ordered if not _own_number(each)]
    several = len({one_line(each.value) for each in ordered}) > 1
    for value, label, _ in ordered:
        gathered.add(field, value)
        word = label.casefold()
        if word not in _PLAIN_LABELS and (several or word not in _COMMON_LABELS) and value.strip():
            gathered.own("labels", f"{value.strip()} ({label})")


def _own_number(each: Labelled) -> str:
    """The own field of a number at which nobody answers; empty for a phone."""
    words = each.label.casefold().split()
    return next((_OWN_NUMBERS[word] for word in words if word in _OWN_NUMBERS), "")


def add_addresses(gathered: Gathering, addresses: Iterable[Address]) -> None:
    """Postal addresses: the place of the first, and those that are more than a place in full.

    Home comes before work, and a preferred address before both.
    """
    found = [
        each._replace(
            before=tuple(filter(None, map(one_line, each.before))),
            city=one_line(each.city),
            region=one_line(each.region),
            code=one_line(each.code),
            country=one_line(each.country),
            whole=", ".join(filter(None, map(one_line, each.whole.splitlines()))),
        )
        for each in addresses
    ]
    written = [each for each in found if each.text]
    home_first = sorted(
        written, key=lambda each: (not each.is_preferred, each.label.casefold() != "home")
    )
    place = next((each.place for each in home_first if each.place), "")
    gathered.add("location", place)
    for each in home_first:
        if each.is_more_than_a_place or each.place != place:
            is_labelled = each.label and len(written) > 1
            gathered.own("address", f"{each.text} ({each.label})" if is_labelled else each.text)


def add_relation(gathered: Gathering, name: str, label: str) -> None:
    """Somebody whom the person is related to, in a way that the other program names."""
    word = spelling(label)
    if word in _REFERRED and not gathered.values("introduced_by"):
        gathered.add("introduced_by", name)
    elif word in _FAMILY:
        gathered.own(_FAMILY[word], name)
    elif not word or word in _KNOWN:
        gathered.add("knows", name)
    elif name.strip():
        gathered.own("related", f"{name.strip()} ({label})")


def add_day(gathered: Gathering, text: str, label: str) -> None:
    """A day in somebody's life: birthday, anniversary, or one with a label of the user's own."""
    day = iso_day(text)
    word = label.casefold().strip()
    field = field_spellings({}).get(spelling(word), "")
    if day and field and FIELD_BY_NAME[field].type in _DAYS:
        gathered.add(field, day)
    elif field == "birthday":
        gathered.own("birthday_text", text)
    elif word == "anniversary":
        gathered.own("anniversary", day or text)
    elif text.strip():
        shown = day or text.strip()
        gathered.own("dates", shown if word in _PLAIN_LABELS else f"{shown} ({label})")


def add_profile(gathered: Gathering, address: str, service: str) -> None:
    """An address on some service: a web address, else a name there such as `skype:ana`."""
    plain = one_line(address)
    if not plain:
        return
    if _WEB.match(plain):
        gathered.add("url", plain)
    elif not service or _SCHEME.match(plain):
        gathered.own("chat", plain)
    else:
        gathered.own("chat", f"{service.casefold()}:{plain}")


def is_web_address(text: str) -> bool:
    """Whether a text is an address of the web, with or without https://."""
    return bool(_WEB.match(text) or _BARE_WEB.fullmatch(text))


def strip_apple(label: str) -> str:
    """A label as a reader sees it; Apple writes its own as `_$!<Home>!$_`."""
    text = one_line(label)
    if text.startswith("_$!<") and text.endswith(">!$_"):
        return text[4:-4]
    return text
