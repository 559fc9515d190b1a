"""Regular expressions of the JSON Schema: how values may be written, as ECMA 262 has it.

They take what netjournal reads without a word about it. JSON Schema knows no flags, so a word in
any case is a class for each letter.
"""

from collections.abc import Iterable

from netjournal.model.cadence import NUMBERS, TIMES, UNITS, WORDS

_MONTH = "(0[1-9]|1[0-2])"
_DAY = "(0[1-9]|[12][0-9]|3[01])"
_YEAR = "[0-9]{4}"
_WHOLE = rf"{_YEAR}-{_MONTH}-{_DAY}([Tt ][^\[\]|]*)?"
_GAP = "[-_ ]*"


def date_pattern() -> str:
    """A day, with or without the time, or a link to the note of a day."""
    return _alone(_or_linked(_WHOLE))


def partial_date_pattern() -> str:
    """A day, a month of a year, a year, or a day without a year."""
    parts = (_WHOLE, f"{_YEAR}-{_MONTH}", _YEAR, f"--{_MONTH}-{_DAY}")
    return _alone(_or_linked(_one_of(parts)))


def choice_pattern(words: Iterable[str]) -> str:
    """One of some words, in any case, with any gaps; also as a tag or link."""
    found = _one_of([_any_case(word.replace("-", " "), _GAP) for word in words])
    return _alone(rf"[#\[]*{found}\]*")


def cadence_pattern() -> str:
    """How often: a word, a count of units, so many times a unit, or an ISO 8601 duration."""
    number = "0*[1-9][0-9]{0,4}"
    unit = _any_case_of(UNITS)
    count = _one_of([number, *map(_any_case, NUMBERS)])
    times = _one_of(["[1-9]x", "[1-9] +[Tt][Ii][Mm][Ee][Ss]", *map(_any_case, TIMES)])
    every = _any_case("every")
    return _alone(
        _one_of(
            [
                rf"({every} +)?{count} *{unit}",
                rf"{every} +{unit}",
                rf"{times} +{_one_of(map(_any_case, ('a', 'per', 'every')))} +{unit}",
                rf"[Pp]{number}[DdWwMmYy]",
                *(_any_case(word) for word in ("never", "none")),
                *(_any_case(word.replace("-", ""), "[- ]*") for word in WORDS),
            ]
        )
    )


def _alone(pattern: str) -> str:
    return rf"^\s*{pattern}\s*$"


def _one_of(patterns: Iterable[str]) -> str:
    return f"({'|'.join(patterns)})"


def _or_linked(pattern: str) -> str:
    return rf"({pattern}|\[\[([^\[\]|]*/)?{pattern}(\|[^\[\]]*)?\]\])"


def _any_case(word: str, between: str = "") -> str:
    """A word in any case; what may stand between its letters also stands for its spaces."""
    letters = word.replace(" ", "") if between else word
    return between.join([f"[{sign.upper()}{sign}]" if sign.isalpha() else sign for sign in letters])


def _any_case_of(pattern: str) -> str:
    """A pattern of letters, `?` and `|`, in any case."""
    return f"({''.join([f'[{s.upper()}{s}]' if s.isalpha() else s for s in pattern])})"
