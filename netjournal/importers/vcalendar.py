"""Events of vCalendar 1.0, as old phones and organisers wrote it, put as iCalendar puts them."""

import quopri
import re
from collections.abc import Iterator, Sequence
from datetime import timedelta, timezone, tzinfo
from email.utils import parseaddr

from netjournal.importers.ics_parts import Part

_LINE = re.compile(r'([A-Za-z0-9-]+)((?:;(?:[^";:]|"[^"]*")*+)*+):(.*)', re.DOTALL)
_QUOTED = re.compile(r";(?:ENCODING=)?QUOTED-PRINTABLE(?=;|\Z)", re.IGNORECASE)
_CHARSET = re.compile(r";CHARSET=([\w-]{1,40})(?=;|\Z)", re.IGNORECASE)
_STATUS = re.compile(r";STATUS=([\w -]{1,40})(?=;|\Z)", re.IGNORECASE)
_RULE = re.compile(r"(D|W|MP|MD|YM|YD)(\d{1,4})", re.ASCII)
_OFFSET = re.compile(r"([+-]?)(\d{1,2}):?(\d{2})?", re.ASCII)
_TIME = re.compile(r"\d{3,4}\$?", re.ASCII)
_NUMBER = re.compile(r"(\d{1,3})([+-]?)", re.ASCII)
_END = re.compile(r"\d{8}(?:T\d{6}Z?)?", re.ASCII)
_WEEKDAY = re.compile(r"(?:MO|TU|WE|TH|FR|SA|SU)\$?")
_FREQUENCIES = {"D": "DAILY", "W": "WEEKLY", "M": "MONTHLY", "Y": "YEARLY"}
_BY = {"MD": "BYMONTHDAY", "YM": "BYMONTH", "YD": "BYYEARDAY"}
_TIMES = "#2"
"""How often where a rule says nothing of it."""


def as_icalendar(part: Part) -> Part:
    """An event of vCalendar 1.0 as iCalendar says the same; a rule that isn't read stays."""
    plain = plain_texts(part)
    return plain._replace(lines=tuple(map(_translated, plain.lines)))


def plain_texts(part: Part) -> Part:
    """An event without quoted-printable texts, which iCalendar doesn't have; some write them."""
    lines = tuple(_unquoted(line) if "=" in line else line for line in part.lines)
    return part._replace(lines=lines)


def offset_of(text: str) -> tzinfo | None:
    """The time zone of a calendar, from its offset such as `-08` or `+05:30`."""
    found = _OFFSET.fullmatch(text.strip())
    if found is None:
        return None
    minutes = int(found[2]) * 60 + int(found[3] or 0)
    shift = timedelta(minutes=-minutes if found[1] == "-" else minutes)
    return timezone(shift) if abs(shift) < timedelta(days=1) else None


def _unquoted(line: str) -> str:
    found = _LINE.fullmatch(line)
    if found is None or not _QUOTED.search(found[2]):
        return line
    charset = _CHARSET.search(found[2])
    data = quopri.decodestring(found[3].encode("utf-8", "replace"))
    try:
        text = data.decode(charset[1] if charset else "utf-8")
    except (LookupError, UnicodeDecodeError):
        text = data.decode("cp1252", "replace")
    parameters = _CHARSET.sub("", _QUOTED.sub("", found[2]))
    flat = re.sub(r"\r\n|[\n\r\x0b\x0c]", r"\\n", text)
    return f"{found[1]}{parameters}:{flat}"


def _translated(line: str) -> str:
    found = _LINE.fullmatch(line)
    if found is None:
        return line
    name, parameters, value = found[1].upper(), found[2], found[3]
    if name in ("RRULE", "EXRULE"):
        return f"{name}:{_rule(value)}"
    if name in ("EXDATE", "RDATE"):
        return f"{name}:{','.join(filter(None, map(str.strip, re.split('[;,]', value))))}"
    if name == "ATTENDEE":
        return _attendee(parameters, value)
    return line


def _attendee(parameters: str, value: str) -> str:
    """Somebody in an event: `Ana Lopez <ana@example.org>`, an address, or only a name."""
    name, address = parseaddr(value.removeprefix("mailto:").removeprefix("MAILTO:"))
    if "@" not in address:
        name, address = value.strip(), ""
    status = _STATUS.search(parameters)
    said = f";PARTSTAT={status[1].strip().upper().replace(' ', '-')}" if status else ""
    called = f';CN="{name.replace(chr(34), "")}"' if name else ""
    return f"ATTENDEE{said}{called}:{f'mailto:{address}' if address else 'invalid:nobody'}"


def _rule(value: str) -> str:
    """A rule such as `W2 MO WE #10` as `FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE;COUNT=20`.

    As it is written where it isn't read, such as one within a day.
    """
    head, *words = value.upper().split() or [""]
    found = _RULE.fullmatch(head)
    if found is None:
        return value
    kind, interval = found[1], found[2]
    times, until = _TIMES, ""
    said: list[str] = []
    for word in words:
        if word.startswith("#"):
            times = word
        elif _END.fullmatch(word):
            until = word
        else:
            said.append(word)
    values = list(_values(kind, said))
    if None in values or not times[1:].isdecimal():
        return value
    parts = [f"FREQ={_FREQUENCIES[kind[0]]}", f"INTERVAL={interval}"]
    if values:
        parts.append(f"{_BY.get(kind, 'BYDAY')}={','.join(map(str, values))}")
    if until:
        parts.append(f"UNTIL={until}")
    elif int(times[1:]):
        # Of weeks it counts the weeks, and not the days.
        parts.append(f"COUNT={int(times[1:]) * (max(1, len(values)) if kind == 'W' else 1)}")
    return ";".join(parts)


def _values(kind: str, words: Sequence[str]) -> Iterator[str | None]:
    """What a rule names: weekdays, days or months; None for what isn't read."""
    which = ""
    for word in words:
        number = _NUMBER.fullmatch(word)
        if kind in ("D", "W", "MP") and _TIME.fullmatch(word):
            continue
        if kind in ("W", "MP") and _WEEKDAY.fullmatch(word):
            yield f"{which}{word[:2]}"
        elif kind == "MP" and number:
            which = f"{'-' if number[2] == '-' else ''}{number[1]}"
        elif kind == "MD" and word == "LD":
            yield "-1"
        elif kind in _BY and number:
            yield f"{'-' if number[2] == '-' else ''}{number[1]}"
        else:
            yield None
