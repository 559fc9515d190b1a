"""The filters that templates have."""

from datetime import date

import pytest
from building import contact
from rendering import own_page, page_from

PEOPLE = (
    contact("contacts/bea.md", "bea", last_contact=date(2026, 3, 1)),
    contact("contacts/ana.md", "Ana"),
    contact("contacts/cid.md", "Cid", last_contact=date(2025, 3, 1), tags=("x", "y")),
)


@pytest.mark.parametrize(
    ("expression", "made"),
    [
        ("'ab cd'|upper ~ 'AB'|lower ~ 'ab cd'|title ~ 'ab'|capitalize", "AB CDabAb CdAb"),
        ("' x '|trim|string", "x"),
        ("'a b c'|wordcount", "3"),
        ("'one two three four'|truncate(10)", "one two…"),
        ("'a b/ü'|urlencode", "a%20b/%C3%BC"),
        ("'aXbX'|replace('X', '-')", "a-b-"),
        ("none|upper", ""),
        ("people|sort(attribute='name')|map(attribute='name')|join(' ')", "Ana bea Cid"),
        ("people|sort(attribute='name', case_sensitive=true)|join(' ', 'name')", "Ana Cid bea"),
        ("people|sort(attribute='last_contact')|map(attribute='name')|join(' ')", "Cid bea Ana"),
        ("people|sort(true, attribute='last_contact,name')|join(' ', 'name')", "Ana bea Cid"),
        ("[3, 1, 2]|sort|join", "123"),
        ("people|map(attribute='tags.0', default='-')|join", "--x"),
        ("people|join(' ', attribute='name')", "bea Ana Cid"),
        ("[1, 2.5]|sum", "3.5"),
        ("[{'n': 1}, {'n': 2}]|sum(attribute='n', start=10)", "13"),
        ("2.567|round(2)", "2.6"),
        ("2.5|round(0, 'floor') ~ 2.1|round(0, 'ceil') ~ 2.4|round", "232"),
        ("(2.567|round(2)) == 2.57", "yes"),
        ("people[0].last_contact|day", "1 March 2026"),
        ("people[1].last_contact|day", ""),
        ("'--04-12'|day", "12 April"),
        ("people[0].last_contact|strftime('%d.%m.%Y')", "01.03.2026"),
        ("people[0].last_contact|strftime", "2026-03-01"),
        ("people[1].last_contact|strftime", ""),
        ("people|selectattr('tags')|map(attribute='name')|first", "Cid"),
        ("people|groupby('status')|map(attribute='grouper')|join", "active"),
        ("{'b': 1, 'a': 2}|dictsort|map('first')|join", "ab"),
        ("[1, 1, 2]|unique|list|length", "2"),
        ("'7'|int + 1", "8"),
        ("nobody|default('-')", "-"),
    ],
)  # fmt: skip
def test_filters(expression: str, made: str) -> None:
    assert page_from("{{ %s }}" % expression, contacts=PEOPLE).strip() == made  # noqa: UP031 - braces read better so


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("['a']|sum", "the template failed: only numbers can be summed"),
        ("as_of|strftime('x' * 101)", "the template failed: the pattern of the date is too long"),
    ],
)
def test_filters_that_refuse(expression: str, message: str) -> None:
    (found,) = own_page("{{ %s }}" % expression).diagnostics  # noqa: UP031 - braces read better so
    assert found.message == message
