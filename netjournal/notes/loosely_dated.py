"""Dates at the start of an entry that are not written as 2026-11-03, and how they are read."""

import re
from datetime import date
from functools import lru_cache

from netjournal.notes.days import Reading, read_day

INVISIBLE = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
WIDE_SPACES = "\u00a0\u2007\u202f"
"""Spaces that don't break a line, and so are none to Markdown."""
DASHES = "\u2010-\u2015\u2212\ufe58\ufe63\uff0d"
"""What looks like a hyphen; a class of a regular expression, like the two above it."""

MONTH = (
    "(?i:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
WEEKDAY = "(?i:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?i:day)?"
QUOTES = "\"'“”„‘’"
"""What people put a date in; inside a class of a regular expression."""
STARTS = "0123456789" + QUOTES + "JFMASONDTWjfmasondtw"
"""What such a date begins with: a digit, a month or a weekday."""

_TWO = "[0-9]{1,2}"
_DASH = f"[-{DASHES}]"
LOOSE_DAY = (
    rf"(?:{WEEKDAY}[.,]{{0,2}}[ ]+)?(?:"
    rf"(?:19|20|21)[0-9]{{2}}(?:{_DASH}{_TWO}{_DASH}{_TWO}|/{_TWO}/{_TWO}"
    r"|\.[0-9]{2}\.[0-9]{2}|[0-9]{4})"
    rf"|{_TWO}(?:{_DASH}{_TWO}{_DASH}|/{_TWO}/|\.[ ]?{_TWO}\.[ ]?)[0-9]{{4}}"
    rf"|{_TWO}/{_TWO}/[0-9]{{2}}|[0-9]{{2}}\.[0-9]{{2}}\.[0-9]{{2}}"
    rf"|{_TWO}\.{_TWO}\.[1-3][0-9]|[0-9]{{2}}-[0-9]{{2}}-[0-9]{{2}}"
    rf"|{_TWO}(?i:st|nd|rd|th)?\.?[ ](?:of[ ])?{MONTH}[.,]?[ ][0-9]{{4}}"
    rf"|(?:19|20|21)[0-9]{{2}}[ ]{MONTH}\.?[ ]{_TWO}(?i:st|nd|rd|th)?"
    rf"|[{QUOTES}](?:19|20|21)[0-9]{{2}}-{_TWO}-{_TWO}[{QUOTES}]"
    rf"|{MONTH}\.?[ ]{_TWO}(?i:st|nd|rd|th)?,?[ ][0-9]{{4}})"
)
"""A regular expression for what may be a date; a version with its dots may be one too."""

MISTYPED_DAY = (
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[^\W\d_][^\W_]{,30}+"
    r"|[0-9]{4}(?=-[0-9-]{1,6}[0-9]{3}|-[0-9]{3})-[0-9]{1,3}-[0-9]{1,4}"
    r"|[0-9]{4}-(?=[0-9-]{0,4}[OolI])[0-9OolI]{2}-[0-9OolI]{2}"
    r"|[0-9]{4}(?=-?[ ])[ ]?-[ ]?[0-9]{2}[ ]?-[ ]?[0-9]{2}"
    r"|[0-9]{4}-[0-9]{2}(?=-?[ ])[ ]?-[ ]?[0-9]{2}"
)
"""A regular expression for what was meant to be a date, and is none for one mistake."""

WORDS_BEFORE = rf"{MONTH}\.?[ ][0-9]|{WEEKDAY}[.,]{{0,2}}[ ]+(?:[0-9]|{MONTH}[.]?[ ])"
"""How one begins that starts with a word."""

_QUOTED = re.compile(f"[{QUOTES}](.+)[{QUOTES}]")
_YEAR_AND_MONTH = re.compile(rf"([0-9]{{4}}) ({MONTH})\.? ([0-9]{{1,2}})[a-zA-Z]*")
_WEEKDAY_BEFORE = re.compile(rf"{WEEKDAY}[.,]{{0,2}} +")
_ODD_DASH = re.compile(f"[{DASHES}]")
_NUMBERS_ALONE = re.compile(r"([0-9]+)([-/.]) ?([0-9]+)\2 ?([0-9]+)")


@lru_cache(maxsize=2_000)
def read_loose_day(typed: str) -> Reading[date] | None:
    """The day that such a text means; None when it is no date in truth, but a version, say."""
    plain = _ODD_DASH.sub("-", _WEEKDAY_BEFORE.sub("", typed))
    plain = _YEAR_AND_MONTH.sub(r"\3 \2 \1", _QUOTED.sub(r"\1", plain)).replace(" of ", " ")
    numbers = _NUMBERS_ALONE.fullmatch(plain)
    year_last = numbers is not None and len(numbers[1]) < 4
    if numbers and year_last and len(numbers[4]) == 2:
        return _short_year(typed, *numbers.group(1, 3))
    found = read_day(plain.replace(".,", ",") if numbers is None else plain).value
    if found:
        dashes = sorted({f"U+{ord(dash):04X}" for dash in _ODD_DASH.findall(typed)})
        odd = f" (its dashes are no hyphens, but {', '.join(dashes)})" if dashes else ""
        return Reading(found, f"{typed} is read as {found}{odd}")
    if numbers is None:
        return None if plain.isdecimal() else _wrong(plain)
    if year_last:
        return _year_last(typed, *numbers.group(1, 2, 3))
    return None if numbers[2] == "." else _wrong(plain)


def what_is_mistyped(typed: str) -> str:
    """What is wrong with a text that `MISTYPED_DAY` matches, as a clause."""
    if " " in typed:
        return "there is a space in it"
    if not typed.isascii() or typed[10:11].isalpha():
        return f"no space stands behind {typed[:10]}"
    letter = next((sign for sign in typed if sign.isalpha()), "")
    return f"the letter {letter} is no digit" if letter else "a digit is too many"


def _wrong(plain: str) -> Reading[date]:
    return Reading(None, read_day(plain).message)


def _short_year(typed: str, first: str, second: str) -> Reading[date] | None:
    if _may_be_a_day(int(first), int(second)):
        return Reading(None, f"{typed} can be read in several ways")
    return None


def _year_last(typed: str, first: str, between: str, second: str) -> Reading[date] | None:
    """What is wrong with a day that can't be read although its year comes last."""
    day, month = int(first), int(second)
    if not _may_be_a_day(day, month):
        return None
    if between != "." and day <= 12 and month <= 12:
        message = f"{typed} can be read two ways: day and month can be swapped"
        return Reading(None, message)
    return Reading(None, f"{typed} is not a date: there is no such day")


def _may_be_a_day(first: int, second: int) -> bool:
    return 1 <= min(first, second) <= 12 and max(first, second) <= 31
