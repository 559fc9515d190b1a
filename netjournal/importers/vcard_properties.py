"""What each property of a vCard becomes."""

import re
from collections.abc import Callable, Mapping

from netjournal.importers.address_book import (
    Address,
    Labelled,
    add_day,
    add_profile,
    add_relation,
    is_web_address,
)
from netjournal.importers.texts import one_line
from netjournal.importers.vcard_gathered import Gathered
from netjournal.importers.vcard_lines import Property
from netjournal.importers.vcard_values import is_preferred, label_of, parts_of, unescaped
from netjournal.model.fields import FIELD_BY_NAME, spelling

_OURS = "X-NETJOURNAL-"
_OWN = "X-NETJOURNAL-OWN"
_VENDORS = re.compile(r"\AX-(?:EVOLUTION-|KADDRESSBOOK-(?:X-)?|MS-|MOZILLA-|GOOGLE-)?")
_TECHNICAL = re.compile(
    "BEGIN|END|VERSION|PRODID|REV|SOURCE|NAME|PROFILE|MAILER|KEY|PHOTO|LOGO|SOUND|XML|CLIENTPIDMAP"
    "|SORT-STRING|CREATED|JSPROP|DEFLANGUAGE|(?:X-ADDRESSBOOKSERVER-)?MEMBER|FN|N|X-(?:AB(?:LABEL|ADR|UID|SHOWAS)|REV|CLASS"
    "|PRODID|GENERATOR|ETAG|COUCHDB-.*|HASH|WAB-GENDER|ADDRESSBOOKSERVER-.*|IMAGE(?:HASH|TYPE)|SHARED-PHOTO.*|ADDRESSING-.*"
    "|ACCOUNT-TYPE|EVOLUTION-(?:FILE-AS|BOOK-URI|WEBDAV-ETAG|VERSION|LIST|E2K-.*)|MOZILLA-HTML"
    "|MS-(?:CARDPICTURE|ADDR|OL-.*)|(?:APPLE|SYNTHESIS|IRMC|RADICALE)-.*)"
)
"""What tells of the file, or how the other program shows it."""

_CHATS = re.compile(
    "(AIM|ICQ|JABBER|MSN|YAHOO|SKYPE|GOOGLE-TALK|GTALK|QQ|GADUGADU|GROUPWISE|SIP|MATRIX|TELEGRAM"
    "|WHATSAPP|SIGNAL|TWITTER|MASTODON|XMPP|)(?:-USERNAME|IMADDRESS)?"
)
_GENDERS = {"M": "male", "F": "female", "O": "other", "N": "none", "U": ""}
_OMITTED = "X-APPLE-OMIT-YEAR"
_ANDROID_DAYS = {"1": "anniversary", "3": "birthday"}
_PHONE_EXTENSION = re.compile(r";ext=", re.IGNORECASE)


def take(each: Property, gathered: Gathered) -> None:
    """Adds what a property says."""
    name = each.name
    if name.startswith(_OURS):
        _take_ours(each, gathered)
    elif name in _TAKERS:
        _TAKERS[name](each, gathered)
    elif not _TECHNICAL.fullmatch(name):
        _take_unknown(each, gathered)


def _take_ours(each: Property, gathered: Gathered) -> None:
    field = each.name.removeprefix(_OURS).replace("-", "_").lower()
    if each.name == _OWN and one_line(each.parameter("X-KEY")):
        gathered.person.own_as_it_is(one_line(each.parameter("X-KEY")), unescaped(each.value))
    elif field in FIELD_BY_NAME:
        gathered.said.setdefault(field, []).append(unescaped(each.value))
    else:
        gathered.person.own(field, unescaped(each.value))


def _take_unknown(each: Property, gathered: Gathered) -> None:
    """A property that nobody knows, under its own name; a part of several is said so."""
    label = gathered.labels.get(each.group, "") if each.group else ""
    plain = _VENDORS.sub("", each.name, count=1)
    text = ", ".join(filter(None, map(one_line, parts_of(each.value))))
    chat = _CHATS.fullmatch(plain)
    if chat:
        add_profile(gathered.person, text, chat[1])
    else:
        gathered.person.own(label or plain, text)


def _reach(field: str) -> Callable[[Property, Gathered], None]:
    def taken(each: Property, gathered: Gathered) -> None:
        value = one_line(unescaped(each.value))
        if field == "phone" and value.lower().startswith("tel:"):
            value = _PHONE_EXTENSION.sub(" ext. ", value[4:])
        elif field == "email" and value.lower().startswith("mailto:"):
            value = value[7:]
        found = Labelled(value, label_of(each, gathered.labels), is_preferred(each))
        if value:
            gathered.reaches.setdefault(field, []).append(found)

    return taken


def _list(field: str) -> Callable[[Property, Gathered], None]:
    def taken(each: Property, gathered: Gathered) -> None:
        values = [one_line(part).lstrip("#") for part in parts_of(each.value, ",")]
        gathered.person.add(field, *[value for value in values if spelling(value) != "mycontacts"])

    return taken


def _text(field: str) -> Callable[[Property, Gathered], None]:
    return lambda each, gathered: gathered.person.add(field, unescaped(each.value))


def _own(key: str) -> Callable[[Property, Gathered], None]:
    return lambda each, gathered: gathered.person.own(key, unescaped(each.value))


def _take_organization(each: Property, gathered: Gathered) -> None:
    organization, *units = parts_of(each.value)
    gathered.person.add("organization", organization)
    gathered.person.own("department", *units)


def _take_role(each: Property, gathered: Gathered) -> None:
    """What somebody does there is the title, unless a card has both."""
    role = one_line(unescaped(each.value))
    if gathered.person.values("title") not in ((), (role,)):
        gathered.person.own("job_role", role)
    else:
        gathered.person.add("title", role)


def _take_address(each: Property, gathered: Gathered) -> None:
    parts = [
        ", ".join(filter(None, map(one_line, part.split("\n")))) for part in parts_of(each.value)
    ]
    if len(parts) == 1:
        parts = ["", "", parts[0]]
    box, extended, street, city, region, code, country, *more = [*parts, *[""] * 7][
        : max(7, len(parts))
    ]
    before = tuple(dict.fromkeys(filter(None, (box, extended, street, *more))))
    whole = each.parameter("LABEL").replace("\\n", "\n")
    label, is_first = label_of(each, gathered.labels), is_preferred(each)
    gathered.addresses.append(Address(before, city, region, code, country, label, is_first, whole))


def _take_label(each: Property, gathered: Gathered) -> None:
    """An address as it is printed, which only counts where its parts aren't there."""
    if not any(address.text for address in gathered.addresses):
        gathered.addresses.append(Address(whole=unescaped(each.value)))


def _day(label: str = "") -> Callable[[Property, Gathered], None]:
    def taken(each: Property, gathered: Gathered) -> None:
        text = one_line(unescaped(each.value))
        omitted = each.parameter(_OMITTED)
        if omitted and text.startswith(omitted):
            text = f"--{text[len(omitted) :].lstrip('-')}"
        add_day(gathered.person, text, label or label_of(each, gathered.labels))

    return taken


def _relation(label: str = "") -> Callable[[Property, Gathered], None]:
    def taken(each: Property, gathered: Gathered) -> None:
        said = label or label_of(each, gathered.labels)
        add_relation(gathered.person, unescaped(each.value), said)

    return taken


def _take_agent(each: Property, gathered: Gathered) -> None:
    """An assistant: a name, or a whole card inside this one."""
    text = unescaped(each.value)
    inside = re.search(r"(?im)^FN[^:\n]*:(.+)$", text)
    if "BEGIN:VCARD" not in text.upper() or inside:
        add_relation(gathered.person, inside[1] if inside else text, "agent")


def _take_profile(each: Property, gathered: Gathered) -> None:
    service = each.parameter("SERVICE-TYPE") or each.parameter("X-SERVICE-TYPE")
    if not service and each.name != "IMPP":
        service = next((kind for kind in each.types() if kind not in ("home", "work", "pref")), "")
    address = unescaped(each.value)
    user = each.parameter("X-USER") or each.parameter("USERNAME")
    if address.startswith("x-apple:"):
        address = user or address.removeprefix("x-apple:")
    if is_web_address(address) and each.name != "IMPP":
        address = address if "://" in address else f"https://{address}"
    add_profile(gathered.person, address or user, service)


def _take_gender(each: Property, gathered: Gathered) -> None:
    sex, _, identity = unescaped(each.value).partition(";")
    gathered.person.own("gender", identity or _GENDERS.get(sex.strip().upper(), sex))


def _take_place(each: Property, gathered: Gathered) -> None:
    gathered.person.own("geo", unescaped(each.value).removeprefix("geo:").replace(";", ","))


def _take_uid(each: Property, gathered: Gathered) -> None:
    text = one_line(unescaped(each.value))
    is_plain = text.lower().startswith("urn:uuid:")
    gathered.person.add("uid", text[9:] if is_plain else text)


def _take_kind(each: Property, gathered: Gathered) -> None:
    gathered.kinds.append(each.value.strip().casefold())


def _take_note(each: Property, gathered: Gathered) -> None:
    person = gathered.person
    (person.note_as_it_is if gathered.is_ours else person.note)(unescaped(each.value))


def _take_class(each: Property, gathered: Gathered) -> None:
    if each.value.strip().upper() != "PUBLIC":
        gathered.person.own("class", each.value)


def _take_android(each: Property, gathered: Gathered) -> None:
    """`vnd.android.cursor.item/nickname;Ana;1;;`: a kind, a value, its type and label."""
    kind, value, number, label = [*parts_of(each.value), "", "", ""][:4]
    last = kind.rpartition("/")[2]
    if last == "nickname":
        gathered.person.add("aliases", value)
    elif last == "contact_event":
        add_day(gathered.person, value, _ANDROID_DAYS.get(number, label))
    elif last == "relation":
        add_relation(gathered.person, value, label)
    else:
        gathered.person.own(last, value)


LAST = ("ROLE", "LABEL")
"""Properties whose meaning depends on others of the card."""

_TAKERS: Mapping[str, Callable[[Property, Gathered], None]] = {
    "EMAIL": _reach("email"),
    "TEL": _reach("phone"),
    "X-MS-TEL": _reach("phone"),
    "URL": _reach("url"),
    "CONTACT-URI": _reach("url"),
    "NICKNAME": _list("aliases"),
    "X-NICKNAME": _list("aliases"),
    "CATEGORIES": _list("tags"),
    "ORG": _take_organization,
    "TITLE": _text("title"),
    "ROLE": _take_role,
    "ADR": _take_address,
    "LABEL": _take_label,
    "BDAY": _day("birthday"),
    "ANNIVERSARY": _day("anniversary"),
    "X-ANNIVERSARY": _day("anniversary"),
    "X-MS-ANNIVERSARY": _day("anniversary"),
    "X-EVOLUTION-ANNIVERSARY": _day("anniversary"),
    "X-KADDRESSBOOK-X-ANNIVERSARY": _day("anniversary"),
    "X-ABDATE": _day(),
    "DEATHDATE": _own("died"),
    "NOTE": _take_note,
    "UID": _take_uid,
    "RELATED": _relation(),
    "X-ABRELATEDNAMES": _relation(),
    "AGENT": _take_agent,
    **{
        f"X-{vendor}{kin}": _relation(kin)
        for vendor in ("", "EVOLUTION-", "MS-", "KADDRESSBOOK-X-")
        for kin in ("SPOUSE", "CHILD", "ASSISTANT", "MANAGER")
    },
    "X-KADDRESSBOOK-X-SPOUSENAME": _relation("spouse"),
    "X-KADDRESSBOOK-X-ASSISTANTSNAME": _relation("assistant"),
    "X-KADDRESSBOOK-X-MANAGERSNAME": _relation("manager"),
    "IMPP": _take_profile,
    "X-SOCIALPROFILE": _take_profile,
    "SOCIALPROFILE": _take_profile,
    "GENDER": _take_gender,
    "X-GENDER": _take_gender,
    "GEO": _take_place,
    "TZ": _own("timezone"),
    "LANG": _own("language"),
    "LANGUAGE": _own("language"),
    "FBURL": _own("calendar"),
    "CALURI": _own("calendar"),
    "CALADRURI": _own("calendar"),
    "CLASS": _take_class,
    "KIND": _take_kind,
    "X-ADDRESSBOOKSERVER-KIND": _take_kind,
    "X-ANDROID-CUSTOM": _take_android,
}
