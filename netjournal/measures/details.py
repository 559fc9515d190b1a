"""E-mail addresses, phone numbers and profiles in the form in which two are the same."""

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

_ROLES = frozenset(
    [
        "info",
        "office",
        "contact",
        "hello",
        "hi",
        "mail",
        "email",
        "post",
        "sales",
        "support",
        "service",
        "help",
        "admin",
        "team",
        "hr",
        "jobs",
        "career",
        "careers",
        "press",
        "media",
        "marketing",
        "billing",
        "accounts",
        "invoices",
        "enquiries",
        "inquiries",
        "reception",
        "welcome",
        "webmaster",
        "kontakt",
        "buero",
        "ventas",
        "contacto",
        "vendas",
        "contato",
        "noreply",
    ]
)
"""Mailboxes that several people read."""

_GMAIL = ("gmail.com", "googlemail.com")
_PROFILES = frozenset(
    [
        "linkedin.com",
        "github.com",
        "gitlab.com",
        "codeberg.org",
        "twitter.com",
        "x.com",
        "facebook.com",
        "instagram.com",
        "xing.com",
        "orcid.org",
        "bsky.app",
        "threads.net",
        "medium.com",
        "t.me",
        "behance.net",
        "dribbble.com",
        "keybase.io",
        "soundcloud.com",
        "youtube.com",
        "vimeo.com",
    ]
)
"""Sites on which an address belongs to one person."""

_OF_COMPANIES = ("company", "companies", "school", "showcase", "groups", "pages", "org", "orgs")
_EXTENSION = re.compile(r"(?:ext\.?|x|durchwahl|#)\s*\d+\s*$", re.IGNORECASE)
_NATIONAL_ZERO = re.compile(r"\(\s*0\s*\)")
_NOT_DIGITS = re.compile(r"\D+")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_KEPT = 65_536
"""Texts of which is kept how they are read: those of whoever is compared are asked for again."""

SHORTEST_NUMBER = 7
"""Digits from which a phone number can be compared."""


class Email(NamedTuple):
    """An e-mail address in the form in which two are the same."""

    key: str
    is_shared: bool
    """Whether several people may read it, such as office@."""


class Profile(NamedTuple):
    """A web address in the form in which two are the same."""

    key: str
    is_personal: bool
    """Whether it belongs to one person, on a site that has such addresses."""
    is_home: bool
    """Whether it is a whole site, such as a company's."""


@lru_cache(maxsize=_KEPT)
def email_of(typed: str) -> Email | None:
    """An e-mail address without case, `mailto:` and `+tag`; None for what is none."""
    address = typed.strip().casefold().removeprefix("mailto:")
    box, at, host = address.strip("<>").rpartition("@")
    box = box.partition("+")[0]
    if not at or not box or "." not in host or " " in address:
        return None
    if host in _GMAIL:
        box, host = box.replace(".", ""), _GMAIL[0]
    return Email(f"{box}@{host}", box in _ROLES)


@lru_cache(maxsize=_KEPT)
def phone_of(typed: str) -> str:
    """The digits of a phone number, without what says how to dial out; empty for what is none.

    One with an extension is a company's, and nobody's own.
    """
    text = _NATIONAL_ZERO.sub("", typed.strip().removeprefix("tel:"))
    if _EXTENSION.search(text):
        return ""
    digits = _NOT_DIGITS.sub("", text).lstrip("0")
    return digits if len(digits) >= SHORTEST_NUMBER else ""


def same_phone(one: str, other: str) -> bool:
    """Whether two numbers are the same, with or without the code of the country."""
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORTEST_NUMBER and long.endswith(short) and len(long) - len(short) <= 3


@lru_cache(maxsize=_KEPT)
def profile_of(typed: str) -> Profile | None:
    """A web address without scheme, `www`, query and the like; None for what is none."""
    text = typed.strip()
    if not _SCHEME.match(text):
        text = f"https://{text.removeprefix('//')}"
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").casefold()
    except ValueError:
        return None
    is_web = parts.scheme.startswith("http") and "@" not in parts.netloc
    if "." not in host or " " in host or not is_web:
        return None
    host = host.removeprefix("www.").removeprefix("m.").removeprefix("mobile.")
    if host.endswith(".linkedin.com"):
        host = "linkedin.com"
    host = "x.com" if host == "twitter.com" else host
    path = unquote(parts.path).strip("/")
    steps = path.casefold().split("/")
    is_personal = bool(path) and host in _PROFILES and steps[0] not in _OF_COMPANIES
    if is_personal:
        # Behind the name come pages of the profile, in some language.
        path = "/".join(steps[: 2 if steps[0] in ("in", "pub", "profile", "people") else 1])
    return Profile(f"{host}/{path}".rstrip("/"), is_personal, not path)
