"""Who in the vault somebody in a file is: by uid, e-mail, profile address or phone number.

A name alone tells nothing for sure: it only proposes.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from netjournal.app.importing.said import Said
from netjournal.measures.details import email_of, phone_of, profile_of, same_phone
from netjournal.model.names import plain_key

_TAIL = 7
"""The last digits of phone numbers, by which those are found that may be the same."""


class Recognised(NamedTuple):
    """Who somebody is."""

    by: str
    """The field that tells: uid, email, url or phone; `name` when only the name is the same."""
    who: tuple[str, ...]
    """One, if it is certain; several who may be meant."""


NOBODY = Recognised("", ())


class Register:
    """Everybody who is known so far, by what tells them apart."""

    def __init__(self) -> None:
        self._by_key: defaultdict[str, list[str]] = defaultdict(list)
        self._phones: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self._by_name: defaultdict[str, list[str]] = defaultdict(list)
        self._names: defaultdict[str, set[str]] = defaultdict(set)

    def add(self, who: str, said: Said) -> None:
        """Adds somebody, or more of what is said of them."""
        for _, key in _keys(said):
            if who not in self._by_key[key]:
                self._by_key[key].append(who)
        for number in _numbers(said):
            if (who, number) not in self._phones[number[-_TAIL:]]:
                self._phones[number[-_TAIL:]].append((who, number))
        for name in (*said.get("name", ()), *said.get("aliases", ())):
            key = plain_key(name)
            if key and who not in self._by_name[key]:
                self._by_name[key].append(who)
            self._names[who].update(key.split())

    def recognise(self, told: Said) -> Recognised:
        """Who somebody is of whom a file tells; nobody when nothing points to anybody."""
        for by, key in _keys(told):
            found = self._by_key.get(key)
            if found:
                return Recognised(by, tuple(found))
        of_phone = tuple(dict.fromkeys(self._with_phone(told)))
        if of_phone:
            # Families and offices share a number: it takes a name that has something in common.
            words = {word for name in told.get("name", ()) for word in plain_key(name).split()}
            alike = tuple([who for who in of_phone if not words or self._names[who] & words])
            if alike:
                return Recognised("phone", alike)
        return self.called(told.get("name", ("",))[0])

    def called(self, name: str) -> Recognised:
        """Those who have a name or alias, accents or not."""
        found = self._by_name.get(plain_key(name), ())
        return Recognised("name", tuple(found)) if found else NOBODY

    def with_email(self, address: str) -> tuple[str, ...]:
        """Those who have an address."""
        email = email_of(address)
        return tuple(self._by_key.get(f"email {email.key}", ())) if email else ()

    def _with_phone(self, told: Said) -> Iterator[str]:
        for number in _numbers(told):
            for who, other in self._phones.get(number[-_TAIL:], ()):
                if same_phone(number, other):
                    yield who


def _keys(said: Said) -> Iterator[tuple[str, str]]:
    """What is one person's own, the surest first, each with its field."""
    for uid in said.get("uid", ()):
        yield "uid", f"uid {uid}"
    for address in said.get("email", ()):
        email = email_of(address)
        if email and not email.is_shared:
            yield "email", f"email {email.key}"
    for address in said.get("url", ()):
        profile = profile_of(address)
        if profile and profile.is_personal:
            yield "url", f"url {profile.key}"


def _numbers(said: Said) -> Iterator[str]:
    for typed in said.get("phone", ()):
        number = phone_of(typed)
        if number:
            yield number
