"""The filters and tests that templates have: those that can't run code, hang, or fill memory.

Jinja2 has more. What makes huge texts (`center`, `format`, `indent`), is random, or turns text
from notes into markup (`safe`, `urlize`, `xmlattr`) is left out, and the rest is counted.
"""

import functools
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from datetime import date
from typing import Any, Final
from urllib.parse import quote

from jinja2 import Environment, pass_environment
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from netjournal.render.budget import Budget
from netjournal.render.values import plain
from netjournal.render.visible import beginning
from netjournal.render.words import long_day, partly_known_day

_OF_JINJA: Final = (
    "abs",
    "count",
    "d",
    "default",
    "dictsort",
    "first",
    "float",
    "groupby",
    "int",
    "items",
    "last",
    "length",
    "list",
    "map",
    "max",
    "min",
    "reject",
    "rejectattr",
    "reverse",
    "select",
    "selectattr",
    "unique",
)
_WALKING: Final = frozenset(
    {
        "dictsort",
        "groupby",
        "list",
        "map",
        "max",
        "min",
        "reject",
        "rejectattr",
        "select",
        "selectattr",
        "sort",
        "sum",
        "unique",
    }
)
"""Filters that do something with every item, or character."""

_EACH: Final = 3
"""Steps that this costs."""

_MOST_DIGITS: Final = 15
_LONGEST_PATTERN: Final = 100
"""Characters of a date's pattern; a few of them can ask for a million spaces."""


Function = Callable[..., Any]


def template_filters(budget: Callable[[], Budget]) -> dict[str, Function]:
    """The filters by name; `budget` gives the one of the page that is being made."""
    own: dict[str, Function] = {
        "capitalize": lambda value: plain(value).capitalize(),
        "day": _day,
        "lower": lambda value: plain(value).lower(),
        "replace": functools.partial(_replaced, budget),
        "round": _rounded,
        "sort": pass_environment(_sorted),
        "strftime": _formatted,
        "string": plain,
        "sum": pass_environment(_sum),
        "title": lambda value: plain(value).title(),
        "trim": lambda value: plain(value).strip(),
        "truncate": lambda value, length=255: beginning(plain(value), max(int(length), 1)),
        "upper": lambda value: plain(value).upper(),
        "urlencode": lambda value: quote(plain(value), safe="/", errors="replace"),
        "wordcount": lambda value: len(plain(value).split()),
    }
    functions: dict[str, Function] = {name: FILTERS[name] for name in _OF_JINJA}
    functions.update(own)
    return {
        name: _counted(functions[name], budget, each=_EACH if name in _WALKING else 0)
        for name in sorted(functions)
    }


def template_tests(budget: Callable[[], Budget]) -> dict[str, Function]:
    """The tests by name: all of Jinja2's, counted."""
    tests: dict[str, Any] = dict(TESTS)
    return {name: _counted(tests[name], budget) for name in sorted(tests)}


def _counted(function: Function, budget: Callable[[], Budget], each: int = 0) -> Function:
    """The function, with what it is given looked at first, and what it makes charged.

    `each` are the steps for every item of its value. What would come item by item comes at
    once: nothing is done later without being counted.
    """
    skipped = 1 if hasattr(function, "jinja_pass_arg") else 0

    @functools.wraps(function, assigned=(), updated=("__dict__",))
    def counted(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - it stands for any filter
        left = budget()
        left.look_at_all(args[skipped:])
        left.look_at_all(kwargs.values())
        if each and isinstance(args[skipped], Sized):
            left.spend(each * len(args[skipped]))
        made = function(*args, **kwargs)
        if isinstance(made, str):
            left.spend(0, len(made))
        return list(made) if isinstance(made, Iterator) else made

    return counted


def _day(value: object) -> str:
    """A date in full, as in `24 November 2026`, as far as it is known; nothing without one."""
    return long_day(value) if isinstance(value, date) else partly_known_day(plain(value))


def _replaced(budget: Callable[[], Budget], value: object, old: object, new: object) -> str:
    text, before, after = plain(value), plain(old), plain(new)
    times = text.count(before)
    budget().spend(1, len(text) + times * len(after))
    return text.replace(before, after)


def _rounded(value: float, digits: int = 0, method: str = "common") -> float:
    """The number with so many decimals; `method` is `common`, `ceil` or `floor`."""
    if method == "common":
        return round(value, _few(digits)) if digits else round(value)
    scale = 10 ** _few(digits)
    whole = math.ceil(value * scale) if method == "ceil" else math.floor(value * scale)
    return float(whole / scale)


def _few(digits: int) -> int:
    return min(max(digits, 0), _MOST_DIGITS)


def _formatted(value: object, pattern: str = "%Y-%m-%d") -> str:
    """A date in a pattern of `strftime`; nothing when there is none."""
    if len(pattern) > _LONGEST_PATTERN:
        raise ValueError("the pattern of the date is too long")
    return value.strftime(pattern) if isinstance(value, date) else plain(value)


def _sum(
    environment: Environment,
    value: Iterable[object],
    attribute: str | int | None = None,
    start: float = 0,
) -> float:
    total = start
    for item in value:
        number = reached(environment, item, attribute)
        if not isinstance(number, int | float):
            raise TypeError("only numbers can be summed")
        total += number
    return total


def _sorted(
    environment: Environment,
    value: Iterable[object] | Mapping[object, object],
    reverse: bool = False,  # noqa: FBT001, FBT002 - the signature that templates know from Jinja2
    case_sensitive: bool = False,  # noqa: FBT001, FBT002 - the same
    attribute: str | int | None = None,
) -> list[object]:
    """The items in order, by one or several attributes; those without a value come last."""
    names = attribute.split(",") if isinstance(attribute, str) else [attribute]

    def key(item: object) -> list[tuple[bool, Any]]:
        found = [reached(environment, item, name) for name in names]
        if not case_sensitive:
            found = [part.lower() if isinstance(part, str) else part for part in found]
        return [(part is None, 0 if part is None else part) for part in found]

    return sorted(value, key=key, reverse=bool(reverse))


def reached(environment: Environment, item: object, attribute: str | int | None) -> object:
    """The value at the end of a path of attributes, as in `contact.name`; the item without one."""
    if attribute is None:
        return item
    for part in str(attribute).split("."):
        item = environment.getitem(item, int(part) if part.isdigit() else part)
    return item
