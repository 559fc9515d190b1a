"""No template hangs, and none fills memory: it stops, at the same place everywhere."""

import pytest
from building import contact
from rendering import own_page, page_from

from netjournal.render.budget import Budget, TemplateStopped

PEOPLE = tuple(contact(f"contacts/c{n}.md", f"C{n}") for n in range(50))
STEPS = "the template was stopped after 301,000 steps"
TEXT = "the template was stopped: it makes too much text"
NUMBER = "the template was stopped: a number in it grows too large"
DEEP = "the template was stopped: it goes too deep into itself"
_RECURSIVE = (
    "{% for i in range(99) recursive %}"
    "{% if loop.depth < 9 %}{{ loop(range(99)) }}{% endif %}{% endfor %}"
)
_TWICE = (
    "{% macro a(n) %}{% if n %}{{ a(n - 1) }}{{ a(n - 1) }}{% endif %}{% endmacro %}{{ a(60) }}"
)
_GROW = "{%% set ns = namespace(s=%s, t=%s) %%}{%% for i in range(60) %%}%s{%% endfor %%}%s"


def _nested(last: str, first: str = "[1]", pair: str = "[ns.s, ns.s]") -> str:
    """A template with lists that hold a list twice, 60 times over, and what it does with them."""
    grown = "{% set ns.s = PAIR %}".replace("PAIR", pair)
    return _GROW % (first, first, grown + grown.replace("ns.s", "ns.t"), last)


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}", STEPS),
        (
            "{% for i in range(100000) %}{% for j in range(9999) if 0 %}{% endfor %}{% endfor %}",
            STEPS,
        ),
        (
            _RECURSIVE,
            STEPS,
        ),
        (
            _TWICE,
            STEPS,
        ),
        ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", DEEP),
        ("{% block a %}{{ self.a() }}{% endblock %}", DEEP),
        ("{% include 'own.html.j2' %}", DEEP),
        ("{% extends 'own.html.j2' %}", DEEP),
        (
            "{% for i in range(100000) %}{% set x = people|sort(attribute='name') %}{% endfor %}",
            STEPS,
        ),
        ("{% for i in range(100000) %}{% if people[0] in people %}{% endif %}{% endfor %}", STEPS),
        ("{{ [1] * 1000000000 }}", STEPS),
        ("{{ 'x' * 1000000000 }}", TEXT),
        ("{{ 1000000000 * 'x' }}", TEXT),
        ("{{ 9 ** 9 ** 9 ** 9 ** 9 }}", NUMBER),
        ("{{ 2 ** 5000 }}", NUMBER),
        (_GROW % ("2", "0", "{% set ns.s = ns.s * ns.s %}", ""), NUMBER),
        (_GROW % ("'x'", "0", "{% set ns.s = ns.s ~ ns.s %}", ""), TEXT),
        (_GROW % ("'x'", "0", "{% set ns.s = ns.s + ns.s %}", ""), TEXT),
        (_GROW % ("'x'", "0", "{% set ns.s %}{{ ns.s }}{{ ns.s }}{% endset %}", ""), TEXT),
        (_GROW % ("'x'", "0", "{% set ns.s = [ns.s, ns.s]|join %}", ""), TEXT),
        (_GROW % ("'x'", "0", "{% set ns.s = ns.s|replace('x', 'xx') %}", ""), TEXT),
        (_GROW % ("[1]", "0", "{% set ns.s = ns.s + ns.s %}", ""), STEPS),
        ("{% for i in range(100000) %}" + "text " * 100 + "{% endfor %}", TEXT),
        (
            "{% macro a() %}" + "text " * 100 + "{% endmacro %}"
            "{% for i in range(100000) %}{% set x = a() %}{% endfor %}",
            TEXT,
        ),
        ("{% for i in range(100000) %}{{ 'text ' * 100 }}{% endfor %}", TEXT),
        ("{% set x = 'é' * 2000000 %}{% for i in range(9) %}{% set y = x[1:] %}{% endfor %}", TEXT),
        (
            "{% set x = 'é' * 2000000 %}{% for i in range(9) %}{% set y = x|upper %}{% endfor %}",
            TEXT,
        ),
        ("{{ range(100000)|join('x' * 1000) }}", TEXT),
        ("{{ ('a ' * 2000000).split() }}", STEPS),
        ("{{ ('é' * 4000000)|list }}", STEPS),
        ("{{ dict(*('é' * 4000000)) }}", STEPS),
        (_nested("{{ ns.s }}"), STEPS),
        (_nested("{{ ns.s == ns.t }}"), STEPS),
        (_nested("{{ ns.s in [ns.t] }}"), STEPS),
        (_nested("{{ ns.s is eq(ns.t) }}"), STEPS),
        (_nested("{{ [ns.s, ns.t]|unique|list }}"), STEPS),
        (_nested("{% for i in [ns.s, ns.t] %}{{ loop.changed(i) }}{% endfor %}"), STEPS),
        (_nested("{{ {ns.s: 1} }}", "(1,)", "(ns.s, ns.s)"), STEPS),
        (_nested("{{ {1: 1}[ns.s] }}", "(1,)", "(ns.s, ns.s)"), STEPS),
        (_nested("{{ {1: 1}.get(ns.s) }}", "(1,)", "(ns.s, ns.s)"), STEPS),
    ],
)
def test_a_template_that_would_never_end_is_stopped(
    template: str, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Fewer steps than in use, so that the test is quick.
    monkeypatch.setattr("netjournal.render.budget.STEPS", 300_000)
    rendered = own_page(template, "html", PEOPLE)
    assert [(d.code, d.line, d.message) for d in rendered.diagnostics] == [("NJ401", 1, message)]
    assert rendered.kept == ("site/own.html",)


@pytest.mark.parametrize(
    "template",
    [
        "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}",
        "{{ " + "not " * 3000 + "1 }}",
        "{% if 1 %}" * 500 + "{% endif %}" * 500,
        "{{ 'x'" + "|upper" * 3000 + " }}",
    ],
)
def test_a_template_too_deep_to_be_read_is_stopped(template: str) -> None:
    assert [d.message for d in own_page(template).diagnostics] == [DEEP]


def test_loops_in_too_many_loops_are_refused() -> None:
    template = "{% for i in [1] %}" * 40 + "{% endfor %}" * 40
    (found,) = own_page(template).diagnostics
    assert found.message == "the template can't be read: too many statically nested blocks"


def test_a_template_too_long_to_be_read_in_good_time_is_refused() -> None:
    (found,) = own_page("{{ 1 }}" * 20_001).diagnostics
    assert found.message == "the template can't be read: it is too long"


def test_what_is_read_now_is_paid_now() -> None:
    template = "{{ [-1000]|map('netjournal: spend', 0)|list|length }}"
    assert page_from(template) == "1\n"
    endless = "{% for i in range(100000) %}{% for j in range(100000) %}{% endfor %}{% endfor %}"
    assert own_page(template + endless).kept == ("site/own.html",)


def test_one_page_never_pays_for_another() -> None:
    turns = "{% for i in range(100000) %}{% for j in [1, 2, 3, 4, 5] %}{% endfor %}{% endfor %}x"
    assert own_page(turns, other=turns).diagnostics == ()


def test_a_budget_grows_with_the_contacts() -> None:
    small, large = Budget(), Budget(100_000)
    assert large.steps == 3 * small.steps
    assert large.characters == 5 * small.characters


def test_every_key_and_value_is_looked_at() -> None:
    budget = Budget()
    before = budget.steps
    budget.look_at({"a": [1, 2], "b": ("x" * 640, range(5)), "c": {1}})
    assert before - budget.steps == 1 + 3 + 3 + 1 + 11 + 6 + 2


def test_a_budget_that_is_spent_stops() -> None:
    budget = Budget()
    budget.spend(budget.steps)
    with pytest.raises(TemplateStopped):
        budget.spend(1)
