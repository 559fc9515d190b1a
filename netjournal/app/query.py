"""The query language: words and `field:value` pairs that choose contacts.

`industry:finance relationship:ally state:overdue tag:berlin met<2020 -status:dormant "Ana Lopez"`.
All terms must hold; a leading `-` turns one round; commas in a value mean any of them.
"""

import re
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from netjournal.app.query_choices import CHOICES, choice_of, no_such_choice, unknown_industries
from netjournal.app.query_values import (
    DATES,
    NUMBERS,
    TEXTS,
    WORDS,
    number_of,
    texts_of_anything,
)
from netjournal.model.contact import Contact
from netjournal.model.errors import NetjournalError
from netjournal.model.fields import FIELDS, field_spellings, spelling
from netjournal.model.industry import Taxonomy
from netjournal.model.names import did_you_mean, name_key, plain_key
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.person import Person

_TERM = re.compile(
    r"(?P<minus>-?)(?:(?P<field>[\w-]++)(?P<operator><=|>=|<|>|:|=))?"
    r'(?P<value>(?:"[^"]*+"|[^\s"]++)*+)(?:\s+|$)'
)


class QueryError(NetjournalError):
    """A query that can't be understood; its text says where and what would be."""


@dataclass(frozen=True, slots=True)
class Term:
    """One condition of a query."""

    field: str
    """A field's name, or empty for a word that may stand anywhere."""
    operator: str
    """`:`, `<`, `<=`, `>` or `>=`."""
    values: tuple[str, ...]
    """Any of them may hold."""
    turned: bool
    """True when the condition must not hold."""


Query = tuple[Term, ...]


def parse_query(text: str, own_fields: Iterable[str] = ()) -> Query:
    """The query that a text means; `own_fields` are keys of a vault's own.

    Raises QueryError for an unknown field, for a word that a field with few words can't have, or
    for a comparison that makes no sense.
    """
    terms: list[Term] = []
    position = 0
    text = text.strip()
    own = own_spellings(own_fields)
    before = ""
    while position < len(text):
        match = _TERM.match(text, position)
        if match is None or match.end() == position:
            raise QueryError(f"the query stops making sense at {text[position:]!r}")
        terms.append(_term(match, own, before))
        before = "" if match["field"] else f"{match['value']} "
        position = match.end()
    return tuple(terms)


def find_people(query: Query, assessment: Assessment) -> tuple[Person, ...]:
    """The people for whom every term of a query holds, in the order of names."""
    found = {
        path: person
        for path, person in assessment.people.items()
        if all(_holds(term, person, assessment) for term in query)
    }
    return tuple([found[path] for path in order_of_names(found)])


def order_of_names(people: Mapping[str, Person]) -> tuple[str, ...]:
    """The paths of some people in the order of their names, as lists of people have it."""
    return tuple(sorted(people, key=lambda path: (name_key(people[path].contact.name), path)))


def query_notes(query: Query, assessment: Assessment) -> tuple[str, ...]:
    """What to say of a query that finds nobody for a reason: industries that nobody knows."""
    asked = (value for term in query if term.field == "industry" for value in term.values)
    return tuple(unknown_industries(asked, assessment))


def own_spellings(own_fields: Iterable[str]) -> dict[str, str]:
    """The keys of a vault's own, each by its spelling; the last of those that are spelt alike."""
    return {spelling(key): key for key in sorted(own_fields)}


def own_field_keys(contacts: Iterable[Contact]) -> set[str]:
    """Every field key that some contact has and the FIELDS table doesn't know."""
    return {key for contact in contacts for key in contact.own_fields}


def _term(match: re.Match[str], own: dict[str, str], before: str) -> Term:
    """The term that was matched; `before` is the word before it, where that is one to find."""
    operator = match["operator"] or ":"
    if operator == "=":
        operator = ":"
    values = tuple(part for part in _split(match["value"]) if part)
    field = _field(match["field"], own, before) if match["field"] else ""
    if not values:
        raise QueryError(f"nothing after {match['field'] or '-'}{operator}")
    if operator != ":" or field in NUMBERS or field in DATES:
        _check_comparable(field, operator, values)
    elif field in CHOICES:
        values = tuple([_choice(field, value) for value in values])
    return Term(field, operator, values, turned=bool(match["minus"]))


def _choice(field: str, typed: str) -> str:
    found = choice_of(field, typed)
    if found is None:
        raise QueryError(no_such_choice(field, typed))
    return found


def _split(value: str) -> list[str]:
    if '"' in value:
        return [value.replace('"', "")]
    return value.split(",")


def _field(typed: str, own: dict[str, str], before: str) -> str:
    key = spelling(typed)
    if key in QUERY_SPELLINGS:
        return QUERY_SPELLINGS[key]
    if key in own:
        return own[key]
    # Of a field of two words, as in `last contact<2026`, the first was taken for one to find.
    whole = QUERY_SPELLINGS.get(spelling(before + typed)) if before else None
    likely = whole or did_you_mean(typed, QUERY_FIELDS)
    hint = f"did you mean '{likely}'?" if likely else f"fields are {', '.join(QUERY_FIELDS)}"
    raise QueryError(f"there is no field '{typed}' to ask for; {hint}")


def _check_comparable(field: str, operator: str, values: tuple[str, ...]) -> None:
    if field in NUMBERS:
        for value in values:
            if number_of(field, value) is None:
                raise QueryError(f"{field}{operator} needs a number, not '{value}'")
    elif field in DATES:
        for value in values:
            _span(value)
    else:
        raise QueryError(f"'{field}' can't be compared; use {field}:{values[0]}")


QUERY_FIELDS: tuple[str, ...] = tuple(
    dict.fromkeys((*(field.name for field in FIELDS), *WORDS, *DATES, *NUMBERS, "has"))
)
"""Every field that a query may ask for, beside a vault's own."""

QUERY_SPELLINGS: Mapping[str, str] = {
    **field_spellings({}),
    **{spelling(name): name for name in QUERY_FIELDS},
}
"""Every spelling of them."""


def _holds(term: Term, person: Person, assessment: Assessment) -> bool:
    test = _tests(term)
    return any(test(term, value, person, assessment) for value in term.values) is not term.turned


_Test = Callable[[Term, str, Person, Assessment], bool]


def _tests(term: Term) -> _Test:
    special: dict[str, _Test] = {"": _anywhere, "industry": _in_industry, "has": _has}
    if term.field in special:
        return special[term.field]
    kinds: tuple[tuple[Container[str], _Test], ...] = (
        (NUMBERS, _number),
        (DATES, _date),
        (WORDS, _word),
    )
    return next((test for fields, test in kinds if term.field in fields), _text)


def _anywhere(_term: Term, value: str, person: Person, assessment: Assessment) -> bool:
    wanted = plain_key(value)
    return any(wanted in plain_key(text) for text in texts_of_anything(person, assessment))


def _in_industry(_term: Term, value: str, person: Person, assessment: Assessment) -> bool:
    taxonomy: Taxonomy = assessment.index.taxonomy
    meant = taxonomy.resolve(value)
    industries = assessment.index.industries.get(person.contact.path, ())
    if meant is None:
        wanted = name_key(value)
        return any(wanted in name_key(typed) for typed in person.contact.industries)
    return meant in industries


def _has(_term: Term, value: str, person: Person, assessment: Assessment) -> bool:
    field = QUERY_SPELLINGS.get(spelling(value), value)
    contact = person.contact
    return (
        field in contact.fields
        or value in contact.own_fields
        or bool(WORDS[field](person, assessment) if field in WORDS else False)
    )


def _number(term: Term, value: str, person: Person, _assessment: Assessment) -> bool:
    actual = NUMBERS[term.field](person)
    wanted = number_of(term.field, value)
    if actual is None or wanted is None:
        return False
    return _compare(term.operator, actual, wanted, wanted)


def _date(term: Term, value: str, person: Person, _assessment: Assessment) -> bool:
    actual = DATES[term.field](person)
    if actual is None:
        return False
    first, last = _span(value)
    return _compare(term.operator, actual, first, last)


_Value = TypeVar("_Value", float, date)


def _compare(operator: str, actual: _Value, first: _Value, last: _Value) -> bool:
    """Whether a value lies before, within or after a span."""
    if operator == "<":
        return actual < first
    if operator == "<=":
        return actual <= last
    if operator == ">":
        return actual > last
    if operator == ">=":
        return actual >= first
    return first <= actual <= last


def _word(term: Term, value: str, person: Person, assessment: Assessment) -> bool:
    wanted = name_key(value)
    return any(wanted == name_key(word) for word in WORDS[term.field](person, assessment))


def _text(term: Term, value: str, person: Person, _assessment: Assessment) -> bool:
    wanted = plain_key(value)
    texts = TEXTS[term.field](person.contact) if term.field in TEXTS else ()
    own = person.contact.own_fields.get(term.field)
    return any(wanted in plain_key(text) for text in (*texts, *(own.values if own else ())))


def _span(value: str) -> tuple[date, date]:
    """The first and last day that `2020`, `2020-05` or `2020-05-17` means."""
    parts = value.split("-")
    try:
        if len(parts) == 1:
            return date(int(value), 1, 1), date(int(value), 12, 31)
        if len(parts) == 2:
            first = date(int(parts[0]), int(parts[1]), 1)
            following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
            return first, date.fromordinal(following.toordinal() - 1)
        day = date.fromisoformat(value)
    except ValueError:
        raise QueryError(f"'{value}' is not a date; write 2020, 2020-05 or 2020-05-17") from None
    return day, day
