"""vCard 2.1, 3.0 and 4.0: what Apple, Google, Outlook, Nextcloud, phones and netjournal write."""

import re
from collections import deque
from collections.abc import Iterator

from netjournal.importers.address_book import add_addresses, add_reaches
from netjournal.importers.byte_lines import head_lines
from netjournal.importers.gathering import Gathering
from netjournal.importers.texts import one_line, shown
from netjournal.importers.vcard_cards import Card, cards
from netjournal.importers.vcard_gathered import Gathered, gathered_for, organization_of
from netjournal.importers.vcard_properties import LAST, take
from netjournal.importers.vcard_values import Name, is_said_in, name_of, unescaped
from netjournal.model.imported import (
    Asked,
    Imported,
    ImportedGroup,
    ImportedPerson,
    IncomingFile,
    NotReadable,
    Skipped,
)

_ENDINGS = (".vcf", ".vcard")
_BEGIN = re.compile(r"\s*BEGIN\s*:\s*VCARD\s*", re.IGNORECASE)
_NO_PEOPLE = {
    "group": "it is a group, not a person",
    "org": "it is an organization, not a person",
    "organization": "it is an organization, not a person",
    "location": "it is a place, not a person",
    "application": "it is a program, not a person",
    "device": "it is a device, not a person",
}
_NAMED = "urn:uuid:"
_MEMBERS = ("MEMBER", "X-ADDRESSBOOKSERVER-MEMBER")
_Found = ImportedPerson | ImportedGroup | Skipped


def recognises(name: str, head: bytes) -> bool:
    """Whether a file is called .vcf, or begins with a card."""
    first = next((line for line in head_lines(head) if line.strip()), "")
    return name.lower().endswith(_ENDINGS) or bool(_BEGIN.fullmatch(first))


def read(file: IncomingFile, _asked: Asked) -> Iterator[Imported]:
    """The people of all cards; raises NotReadable when there is no card."""
    waiting: deque[tuple[_Found, tuple[str, ...]]] = deque()
    names: dict[str, str] = {}
    pictures: list[int] = []
    count = 0
    for card in cards(file.lines):
        if isinstance(card, Skipped):
            waiting.append((card, ()))
            continue
        count += 1
        found, uid = _person(card)
        pictures += [each.line for each in card.properties if each.is_bytes][:1]
        waiting.extend((problem, ()) for problem in card.problems)
        if isinstance(found, ImportedPerson) and uid:
            names.setdefault(uid, found.name)
        waiting.append((found, _references(found)))
        # Somebody whom a card names by number may have a card further down.
        while waiting and all(each in names for each in waiting[0][1]):
            yield _with_names(waiting.popleft()[0], names)
    while waiting:
        yield _with_names(waiting.popleft()[0], names)
    if not count:
        raise NotReadable("it holds no vCard: there is no line BEGIN:VCARD")
    if pictures:
        count = len(pictures)
        what = f"pictures, sounds or keys in {count:,} {'card' if count == 1 else 'cards'}"
        yield Skipped(pictures[0], what, "notes hold text alone")


def _references(found: _Found) -> tuple[str, ...]:
    if not isinstance(found, ImportedPerson):
        return ()
    values = [*found.fields.get("knows", ()), *found.fields.get("introduced_by", ())]
    values += [value for own in found.own_fields.values() for value in own]
    return tuple(_uid(value) for value in values if value.lower().startswith(_NAMED))


def _with_names(found: _Found, names: dict[str, str]) -> _Found:
    """The same person with the names of those whom the card names by number."""
    if not isinstance(found, ImportedPerson) or not _references(found):
        return found

    def named(values: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(names.get(_uid(value)) or value for value in values))

    fields = {field: named(values) for field, values in found.fields.items()}
    own = {key: named(values) for key, values in found.own_fields.items()}
    for field in ("knows", "introduced_by"):
        strangers = [each for each in fields.get(field, ()) if each.lower().startswith(_NAMED)]
        if strangers:
            own["related"] = (*own.get("related", ()), *strangers)
            fields[field] = tuple(each for each in fields[field] if each not in strangers)
    return found._replace(
        fields={field: values for field, values in fields.items() if values}, own_fields=own
    )


def _uid(value: str) -> str:
    """What names a card, in the form in which two are the same."""
    return value[len(_NAMED) :].casefold() if value.lower().startswith(_NAMED) else value.casefold()


def _person(card: Card) -> tuple[_Found, str]:
    """The person or group of a card, and what other cards call a person by."""
    gathered = gathered_for(card)
    for each in sorted(card.properties, key=lambda each: each.name in LAST):
        if not each.is_bytes:
            take(each, gathered)
    whole = gathered.person
    name = _called(card, gathered)
    no_person = _no_person(card, gathered)
    if not card.is_closed:
        why = "it has no END:VCARD and may be cut off; what there is of it is taken"
        card.problems.append(Skipped(card.line, f"the card of {shown(name) or 'nobody'}", why))
    if no_person:
        members = [one_line(each.value) for each in card.properties if each.name in _MEMBERS]
        if gathered.kind == "group" and one_line(name) and any(members):
            return ImportedGroup(card.line, one_line(name), tuple(filter(None, members))), ""
        what = shown(name or organization_of(card)) or "a card"
        return Skipped(card.line, what, no_person), ""
    for field, values in gathered.reaches.items():
        add_reaches(whole, field, values)
    add_addresses(whole, gathered.addresses)
    for field, said in gathered.said.items():
        whole.first(field, said)
    uid = next(iter(whole.values("uid")), "")
    made = whole.person(card.line, next(iter(whole.values("name")), name))
    if made is None:
        return Skipped(card.line, "a card", "it has no name, e-mail address or phone number"), ""
    return made, _uid(uid)


def _called(card: Card, gathered: Gathered) -> str:
    """The name of a card; what else it says of the name becomes an alias or fields."""
    whole = gathered.person
    written = [unescaped(each.value) for each in card.properties if each.name == "FN"]
    parts = next((name_of(each.value) for each in card.properties if each.name == "N"), None)
    shown_names = [text for text in written if text.strip()]
    if parts is None or not parts.whole:
        whole.add("aliases", *shown_names[1:])
        return shown_names[0] if shown_names else ""
    if not shown_names or _is_company(card, shown_names[0]):
        whole.add("aliases", *shown_names[1:])
        return parts.whole
    name = " ".join(shown_names[0].split())
    if name.casefold() == f"{parts.family}, {parts.given}".casefold():
        whole.add("aliases", name)
        name = parts.whole
    _add_rest(whole, name, parts)
    whole.add("aliases", *shown_names[1:])
    return name


def _add_rest(whole: Gathering, name: str, parts: Name) -> None:
    """What the parts of a name say that the name doesn't."""
    if not all(is_said_in(part, name) for part in parts[:3]):
        whole.add("aliases", parts.spoken)
    for key, part in (("name_prefix", parts.prefix), ("name_suffix", parts.suffix)):
        if not is_said_in(part, name):
            whole.own(key, part)


def _is_company(card: Card, name: str) -> bool:
    """Whether a card is shown under its organization's name."""
    return name.strip() == organization_of(card) and any(
        each.name == "X-ABSHOWAS" and each.value.strip().upper() == "COMPANY"
        for each in card.properties
    )


def _no_person(card: Card, gathered: Gathered) -> str:
    """Why a card is no person's; empty for one that is."""
    kind = gathered.kind
    if kind in _NO_PEOPLE:
        return _NO_PEOPLE[kind]
    parts = [name_of(each.value) for each in card.properties if each.name == "N"]
    if any(each.whole for each in parts):
        return ""
    shows = [unescaped(each.value).strip() for each in card.properties if each.name == "FN"]
    named = [text for text in shows if text]
    if gathered.said.get("name") or (not named and gathered.reaches.get("email")):
        return ""
    organization = organization_of(card)
    is_organization = organization and (not named or set(named) == {organization})
    is_shown_as_one = any(
        each.name == "X-ABSHOWAS" and each.value.strip().upper() == "COMPANY"
        for each in card.properties
    )
    return _NO_PEOPLE["org"] if is_organization or is_shown_as_one else ""
