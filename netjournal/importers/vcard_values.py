"""Values of vCard properties: their escapes, their parts, and what makes up a name."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from netjournal.importers.address_book import strip_apple
from netjournal.importers.texts import one_line
from netjournal.importers.vcard_lines import Property
from netjournal.model.names import name_key

_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_PART = {separator: re.compile(rf"(?:[^\\{separator}]|\\.)*+\\?", re.DOTALL) for separator in ";,"}
_TYPES_OF_ALL = frozenset(("internet", "pref", "voice", "msg", "text", "x400", "uri", "postal"))
_PARCELS = frozenset(("parcel", "dom", "intl"))


def unescaped(text: str) -> str:
    r"""A text without its backslashes; `\n` ends a line, and any other sign is itself."""
    return _ESCAPED.sub(_plain, text) if "\\" in text else text


def _plain(match: re.Match[str]) -> str:
    sign = match[1]
    if sign in "nN":
        return "\n"
    return sign if not sign.isalnum() else match[0]


def parts_of(text: str, separator: str = ";") -> list[str]:
    """The parts of a text between `;` or `,` without a backslash before them, unescaped."""
    return [unescaped(part) for part in _raw_parts(text, separator)]


def _raw_parts(text: str, separator: str) -> list[str]:
    """The same parts with their backslashes."""
    if "\\" not in text:
        return text.split(separator)
    parts: list[str] = []
    place = 0
    while place <= len(text):
        match = _PART[separator].match(text, place)
        end = match.end() if match else place
        parts.append(text[place:end])
        place = end + 1
    return parts


def label_of(each: Property, labels: Mapping[str, str]) -> str:
    """What a property is for: its group's label, else its types."""
    label = labels.get(each.group, "") if each.group else ""
    if label:
        return label
    return " ".join(
        kind for kind in each.types() if kind not in _TYPES_OF_ALL and kind not in _PARCELS
    )


def is_preferred(each: Property) -> bool:
    """Whether a property is said to be the first among its like."""
    return "pref" in each.types() or each.parameter("PREF").strip() == "1"


def labels_of(properties: list[Property]) -> dict[str, str]:
    """The labels of groups, as a reader sees them."""
    return {
        each.group: strip_apple(unescaped(each.value))
        for each in properties
        if each.name == "X-ABLABEL" and each.group
    }


class Name(NamedTuple):
    """The parts of somebody's name."""

    family: str
    given: str
    additional: str
    prefix: str
    suffix: str

    @property
    def spoken(self) -> str:
        """Given names first, without titles."""
        return one_line(f"{self.given} {self.additional} {self.family}")

    @property
    def whole(self) -> str:
        """With all that stands before and behind."""
        return one_line(f"{self.prefix} {self.spoken} {self.suffix}")


def name_of(value: str) -> Name:
    """The parts of the property N."""
    parts = [one_line(" ".join(parts_of(part, ","))) for part in _raw_parts(value, ";")]
    return Name(*(*parts, "", "", "", "", "")[:5])


def is_said_in(part: str, text: str) -> bool:
    """Whether a name holds another, however both are spaced."""
    return name_key(part).replace(" ", "") in name_key(text).replace(" ", "")
