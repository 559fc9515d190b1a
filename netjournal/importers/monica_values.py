"""The values of Monica's export: its lists of several shapes, its texts, and its dates."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from netjournal.importers.entry_texts import plain_line

Values = Mapping[str, object]
_NOTHING: Values = {}


class Record(NamedTuple):
    """A thing of the export: who or what it is, what it says, and what belongs to it."""

    line: int
    uuid: str
    values: Values
    whole: Values


def record_of(line: int, value: object) -> Record:
    """A thing as newer exports write it, with `properties`, or as older ones do, flat."""
    whole = mapping(value)
    values = {**whole, **mapping(whole.get("properties"))}
    return Record(line, text_of(whole, "uuid", "id"), values, whole)


def mapping(value: object) -> Values:
    """A value as an object; an empty one for another value."""
    return value if isinstance(value, dict) else _NOTHING


def text_of(values: Values, *names: str) -> str:
    """The first text or number under some names, on one line; else nothing."""
    for name in names:
        value = values.get(name)
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            found = plain_line(str(value))
            if found:
                return found
    return ""


def long_text_of(values: Values, *names: str) -> str:
    """The first text under some names, of any number of lines; else nothing."""
    texts = (values.get(name) for name in names)
    return next((text for text in texts if isinstance(text, str) and text.strip()), "")


def is_true(values: Values, name: str) -> bool:
    """Whether a value is set; old exports write 1, and yes."""
    return values.get(name) in (True, 1, "1", "yes", "true")


def day_of(value: object) -> date | None:
    """The day with which a time begins; None for another value."""
    try:
        return date.fromisoformat(value[:10]) if isinstance(value, str) else None
    except ValueError:
        return None


def special_date(value: object) -> str:
    """A date as a field has it: `--04-12` without its year, `1980` by the age alone."""
    known = mapping(value)
    day = day_of(known.get("date", value))
    if day is None:
        return ""
    if is_true(known, "is_year_unknown"):
        return f"--{day:%m-%d}"
    return f"{day.year:04d}" if is_true(known, "is_age_based") else day.isoformat()


def belonging(record: Record, kind: str) -> Iterator[Values]:
    """What of a kind belongs to a thing, such as its calls."""
    for value in listed(record.whole, kind):
        yield record_of(record.line, value).values


def listed(whole: Values, kind: str) -> list[object]:
    """The values of a kind that an object lists, under the kind, its plural, or in its `data`."""
    found: list[object] = []
    data = whole.get("data")
    for each in data if isinstance(data, list) else []:
        if mapping(each).get("type") == kind:
            found += _list(mapping(each).get("values"))
    camel = "".join(word.capitalize() for word in kind.split("_"))
    plurals = (f"{kind}s", f"{kind}es", kind[:-1] + "ies", camel[:1].lower() + camel[1:] + "s")
    for name in dict.fromkeys(plurals):
        value = whole.get(name)
        found += _list(mapping(value).get("values", value))
    return found


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []
