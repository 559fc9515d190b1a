"""What a value of netjournal.toml means: folders, hashtags, cadences, fields and days."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, datetime

from netjournal.model.cadence import parse_cadence
from netjournal.model.fields import FIELDS, field_spellings, spelling
from netjournal.model.industry import Taxonomy
from netjournal.vault.reasons import shown
from netjournal.vault.settings_values import Wrong, likely, must_be, or_list, text, texts

RESERVED_FOLDERS = ("review", "site", "templates")
"""Folders at the top of a vault in which no notes are looked for."""

OPENERS = ("vscode", "obsidian")
"""The editors that `open_with` knows by name."""

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEARS = range(1900, 3000)
_UNSAFE_SCHEMES = ("javascript:", "data:", "vbscript:")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


def folders(value: object) -> tuple[str, ...] | Wrong:
    """Folders inside the vault, with `/` between the parts of their paths; `.` is the vault."""
    found = texts(value)
    if isinstance(found, Wrong):
        return found
    paths = []
    for number, typed in enumerate(found):
        path = unicodedata.normalize("NFC", typed).replace("\\", "/")
        parts = [part for part in path.split("/") if part not in ("", ".")]
        if path.startswith("/") or ".." in parts or re.match("[A-Za-z]:", path):
            hint = "name a folder inside the vault, as in 'people/work'; '.' is the vault itself"
            return Wrong(f"has {shown(typed)}, which isn't inside the vault", hint, (number,))
        if parts and parts[0] in RESERVED_FOLDERS:
            hint = "review, site and templates hold netjournal's own files; move the notes"
            return Wrong(f"has {shown(typed)}, in which no notes are read", hint, (number,))
        paths.append("/".join(parts) or ".")
    return tuple(dict.fromkeys(paths))


def groups(value: object) -> tuple[tuple[str, ...], ...] | Wrong:
    """Groups of contacts, at least two in each, named as links name them."""
    example = 'write it as [["ana-lopez", "ana-lund"]]'
    if not isinstance(value, list):
        return must_be("a list of groups of contacts", value, hint=example)
    found = []
    for number, item in enumerate(value):
        names = texts(item) if isinstance(item, list) else None
        if isinstance(names, Wrong):
            return Wrong(f"has a group that {names.message}", example, (number, *names.below))
        if names is None or len(names) < 2:
            return Wrong("has a group that isn't of two contacts or more", example, (number,))
        found.append(names)
    return tuple(found)


def tag(value: object) -> str | Wrong:
    """A tag, without `#`."""
    found = text(value)
    return found if isinstance(found, Wrong) else found.removeprefix("#")


def hashtags(value: object) -> tuple[str, ...] | Wrong:
    """Hashtag words in lower case, without `#`."""
    found = texts(value)
    if isinstance(found, Wrong):
        return found
    words = tuple(unicodedata.normalize("NFC", word).removeprefix("#").lower() for word in found)
    for number, word in enumerate(words):
        if not word or re.search(r"[\s#,;]", word):
            return Wrong(
                f"has {shown(word)}, which is no hashtag",
                "a hashtag is one word, as in 'gave' or '#gave'",
                (number,),
            )
    return words


def days(value: object) -> int | Wrong:
    """Days between contacts, from a cadence such as `30d` or `monthly`."""
    examples = "write it as '30d', '6w', '3m', '1y' or a word such as 'monthly'"
    if isinstance(value, int) and not isinstance(value, bool) and 0 < value < 100_000:
        return Wrong(f"needs a unit; it is {value}", f"write '{value}d' for {value} days")
    if not isinstance(value, str):
        return must_be("how often to be in touch", value, hint=examples)
    cadence = parse_cadence(value)
    if cadence is None:
        return must_be("how often to be in touch", value, hint=examples)
    if cadence.days is None:
        return Wrong("can't be 'never'", "write 'cadence: never' in the notes that it is true of")
    return cadence.days


def field_name(value: object) -> str | Wrong:
    """The name of a contact's field, from the name or one of its synonyms."""
    if not isinstance(value, str):
        return must_be("the name of a field", value)
    known = field_spellings({})
    name = known.get(spelling(value.strip()))
    if name is not None:
        return name
    names = [field.name for field in FIELDS]
    hint = likely(value, [*names, *known]) or f"the fields are {', '.join(names)}"
    return must_be("the name of a field", value, hint=hint)


def field_names(value: object) -> tuple[str, ...] | Wrong:
    """The names of some of a contact's fields."""
    found = texts(value)
    if isinstance(found, Wrong):
        return found
    names = []
    for position, word in enumerate(found):
        name = field_name(word)
        if isinstance(name, Wrong):
            return Wrong(f"has {shown(word)}, which is no field", name.hint, (position,))
        names.append(name)
    return tuple(dict.fromkeys(names))


def industry_keys(taxonomy: Taxonomy) -> Callable[[object], tuple[str, ...] | Wrong]:
    """The reader of a list of industries that the taxonomy knows."""

    def read(value: object) -> tuple[str, ...] | Wrong:
        found = texts(value)
        if isinstance(found, Wrong):
            return found
        keys = []
        for position, word in enumerate(found):
            industry = taxonomy.resolve(word)
            if industry is None:
                known = ", ".join(taxonomy.industries)
                hint = likely(word, taxonomy.words()) or f"the industries are {known}"
                message = f"has {shown(word)}, which is no known industry"
                return Wrong(message, hint, (position,))
            keys.append(industry.key)
        return tuple(dict.fromkeys(keys))

    return read


def opener(value: object) -> str | Wrong:
    """How pages open a note in an editor: an editor's name, or an address with {path}."""
    found = text(value)
    if isinstance(found, Wrong) or found in ("", *OPENERS):
        return found
    if "{path}" not in found:
        hint = likely(found, OPENERS) or "an address has {path} in it, and may have {line}"
        return must_be(f"{or_list(OPENERS)}, or an address with {{path}}", value, hint=hint)
    unknown = set(_PLACEHOLDER.findall(found)) - {"path", "line"}
    if unknown:
        return Wrong(f"has {{{min(unknown)}}} in it", "only {path} and {line} are filled in")
    plain = "".join(character for character in found if character > " ").lower()
    if plain.startswith(_UNSAFE_SCHEMES) or not found.isprintable():
        return Wrong("would run code", "use the address of an editor, as in 'editor://{path}'")
    return found


def day(value: object) -> date | Wrong:
    """A day, as a TOML date or ISO text."""
    found = value
    if isinstance(value, str) and _ISO_DAY.fullmatch(value.strip()):
        try:
            found = date.fromisoformat(value.strip())
        except ValueError:
            return Wrong(f"is {shown(value)}, a day that doesn't exist")
    if not isinstance(found, date) or isinstance(found, datetime):
        return must_be("a day", value, hint="write it as '2026-11-24'")
    if found.year not in _YEARS:
        return must_be(f"between the years {_YEARS[0]} and {_YEARS[-1]}", value)
    return found
