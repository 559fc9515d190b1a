"""How often to be in touch, as people write it: `30d`, `6w`, `quarterly`, `P6W`, `never`."""

import re
from typing import NamedTuple

DAYS_PER_UNIT = {"d": 1, "w": 7, "m": 30, "q": 90, "y": 365}
"""Days that each unit stands for: a month is counted as 30 days, a quarter as 90, a year as 365."""

WORDS = {
    "daily": 1,
    "weekly": 7,
    "biweekly": 14,
    "fortnightly": 14,
    "monthly": 30,
    "bimonthly": 60,
    "quarterly": 90,
    "half-yearly": 180,
    "semiannually": 180,
    "semiannual": 180,
    "biannually": 180,
    "biannual": 180,
    "yearly": 365,
    "annually": 365,
    "annual": 365,
}
"""Days that each word stands for, with or without hyphens and spaces in it: `bi-weekly`."""

_JOINED = {word.replace("-", ""): days for word, days in WORDS.items()}

_LONGEST = 40
"""Characters above which a text is no cadence."""

NUMBERS = {
    "a": 1,
    "one": 1,
    "two": 2,
    "other": 2,
    "second": 2,
    "three": 3,
    "third": 3,
    "four": 4,
    "five": 5,
    "six": 6,
}
"""Numbers that may stand before a unit as words."""

TIMES = {"once": 1, "twice": 2}
"""Words for how often, as in `twice a year`."""

UNITS = "d|days?|w|wks?|weeks?|m|mo|mths?|months?|q|quarters?|y|yrs?|years?"
"""A regular expression for how a unit may be written; its first letter is one of DAYS_PER_UNIT."""

_NUMBER = rf"\d{{1,5}}|{'|'.join(NUMBERS)}"
_UNIT = rf"(?P<unit>{UNITS})"
_COUNTED = re.compile(rf"(?:every )?(?:(?P<count>{_NUMBER})(?: ?(?=[a-z])))?{_UNIT}", re.IGNORECASE)
_TIMES_A = re.compile(rf"(?P<times>once|twice|[1-9]x|[1-9] times) (?:a|per|every) {_UNIT}")
_ISO = re.compile(r"P(?P<count>\d{1,5})(?P<unit>[DWMY])", re.IGNORECASE)


class Cadence(NamedTuple):
    """How often a person wants to be in touch with a contact."""

    days: int | None
    """Whole days, at least 1; None for never."""


def parse_cadence(text: str) -> Cadence | None:
    """The cadence that a text means, or None when it means none or zero days."""
    word = " ".join(text.lower().split())
    if len(word) > _LONGEST:
        return None
    if word in ("never", "none"):
        return Cadence(None)
    joined = word.replace("-", "").replace(" ", "")
    if joined in _JOINED:
        return Cadence(_JOINED[joined])
    times = _TIMES_A.fullmatch(word)
    if times:
        often = TIMES.get(times["times"]) or int(times["times"][0])
        days = DAYS_PER_UNIT[times["unit"][0]] // often
        return Cadence(days) if days >= 1 else None
    match = _ISO.fullmatch(word) or _COUNTED.fullmatch(word)
    if match is None or (match["count"] is None and not word.startswith("every")):
        return None
    count = match["count"] or "1"
    days = (NUMBERS.get(count) or int(count)) * DAYS_PER_UNIT[match["unit"][0].lower()]
    return Cadence(days) if days >= 1 else None
