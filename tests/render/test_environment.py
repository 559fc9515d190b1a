"""What a template can do, and can't."""

from datetime import date

import pytest
from building import contact
from rendering import own_page, page_from

from netjournal.model.contact import Contact

ANA = contact("contacts/ana.md", "Ana <b>", emails=("ana@example.org",), tags=("x",))
BOB = contact("contacts/bob.md", "Bob | _x_", last_contact=date(2026, 3, 1))
TOO_BIG = (
    "the template failed: Range too big. The sandbox blocks ranges larger than MAX_RANGE (100000)."
)
NOT_WRITTEN = " can't be written on a page; write what is in it"


def _problem(template: str, form: str = "html", contacts: tuple[Contact, ...] = (ANA,)) -> str:
    """The message of the one problem that a template has."""
    rendered = own_page(template, form, contacts)
    (found,) = rendered.diagnostics
    assert found.code == "NJ401"
    assert rendered.kept == (("site/own.html",) if form == "html" else ("review/own.md",))
    return found.message


@pytest.mark.parametrize(
    ("template", "made"),
    [
        ("{{ people[0].name }}", "Ana &lt;b&gt;\n"),
        ("{% for p in contacts %}{{ p.email }};{% endfor %}", "ana@example.org;;\n"),
        ("{{ people|map(attribute='name')|join(', ') }}", "Ana &lt;b&gt;, Bob | _x_\n"),
        ("{{ people[0] }}", '<a href="../contacts/ana.md"><bdi>Ana &lt;b&gt;</bdi></a>\n'),
        ("{{ people[1].last_contact }}", '<time datetime="2026-03-01">1 Mar 2026</time>\n'),
        ("{{ people[0].last_contact }}", "\n"),
        ("{{ as_of|day }}", "24 November 2026\n"),
        ("{{ as_of.isoformat() }} {{ as_of.year }}", "2026-11-24 2026\n"),
        (
            "{{ me.name }}, {{ me.industry }}; {{ network }}",
            "Noor Haddad, technology; Noor Haddad’s network\n",
        ),
        ("{{ people[0].tags }}", "x\n"),
        ("{{ 'a' ~ 1 ~ '<' }}", "a1&lt;\n"),
        ("{{ 'a' + 'b' }}{{ 1 + 2 }}{{ 7 % 4 }}{{ 2 ** 3 }}{{ 2 * 3 }}", "ab3386\n"),
        ("{{ ('ab' * 2) }}{{ [1, 2] + [3] }}", "abab1, 2, 3\n"),
        ("{{ 2.5 ** 2 }}{{ 1.5 * 2 }}", "6.23\n"),
        ("{{ {'a': 1}.a }}{{ {'items': 2}.items }}{{ {'a': 1}.get('b', 3) }}", "123\n"),
        ("{{ 'ab'.upper() }}{{ 'a-b'.split('-')|last }}{{ 'abc'[1:] }}", "ABbbc\n"),
        ("{% set x %}<b>{{ people[0].name }}</b>{% endset %}{{ x }}", "<b>Ana &lt;b&gt;</b>\n"),
        (
            "{% macro m(p) %}<i>{{ p.name }}</i>{% endmacro %}{{ m(people[0]) }}",
            "<i>Ana &lt;b&gt;</i>\n",
        ),
        ("{% macro m() %}{{ caller() }}{% endmacro %}{% call m() %}<b>{% endcall %}", "<b>\n"),
        (
            "{% for n in [1, [2, [3]]] recursive %}{{ n if n is number else loop(n) }}{% endfor %}",
            "123\n",
        ),
        ("{% for n in range(9) if n is even %}{{ n }}{% endfor %}", "02468\n"),
        ("{% block b %}x{% endblock %}{{ self.b() }}", "xx\n"),
        ("{% set ns = namespace(n=1) %}{% set ns.n = ns.n + 1 %}{{ ns.n }}", "2\n"),
        ("{{ loop is defined }}{{ nobody is undefined }}{{ nobody|default('-') }}", "noyes-\n"),
        ("{{ 'b' in 'abc' }}{{ 1 in [1] }}{{ 1 < 2 <= 2 }}{{ [1] == [1] }}", "yesyesyesyes\n"),
        ("{{ '<b>'|e }}{{ '<b>'|escape|e }}", "&lt;b&gt;&lt;b&gt;\n"),
        ("{{ 'x' if nobody is defined }}", "\n"),
        ("{{ dict(**{'a': 1}).a }}{{ dict(*[[['b', 2]]]).b }}", "12\n"),
        ("{% import 'empty.html.j2' as m %}{{ m.said('<') }}", "&lt;\n"),
        (
            "{{ reviews[0].title }}: {{ reviews[0].lead[0] }}",
            "Today: This week: 1 person to be in touch with.\n",
        ),
        ("{{ reviews[1].numbers.overdue }} {{ reviews[1].numbers.mean_ratio }}", "2 3.0\n"),
        (
            "{% for s in reviews[1].sections %}{{ s.slug }} {{ s.count }} {% endfor %}",
            "overdue 2 never 0\n",
        ),
        ("{{ reviews[1].sections[0].rows[0].days }}", "104\n"),
        (
            "{{ reviews[1].sections[0].rows[0].contact }}",
            '<a href="../contacts/priya-raman.md"><bdi>Priya Raman</bdi></a>\n',
        ),
    ],
)
def test_what_a_template_makes(template: str, made: str) -> None:
    macro = "{% macro said(x) %}{{ x }}{% endmacro %}"
    assert page_from(template, contacts=(ANA, BOB), empty=macro).rstrip() == made.rstrip()


@pytest.mark.parametrize(
    ("template", "made"),
    [
        ("{{ people[1].name }}", r"Bob \| \_x\_"),
        ("{{ people[1] }}", r"[Bob \| \_x\_](../contacts/bob.md)"),
        ("{{ people[1].name ~ '*' }}", r"Bob \| \_x\_\*"),
        ("{{ people[1].name|replace('B', '*') }}", r"\*ob \| \_x\_"),
        ("{{ people|map(attribute='name')|join(' | ') }}", r"Ana &lt;b> \| Bob \| \_x\_"),
        ("{{ people|join(', ') }}", r"Ana &lt;b>, Bob \| \_x\_"),
        ("{{ [people[0].name|e, '*']|join('|') }}", r"Ana &lt;b>\|\*"),
        ("{% set x %}**{{ people[1].name }}**{% endset %}{{ x }}", r"**Bob \| \_x\_**"),
        ("{% set x %}*a*{% endset %}{{ x ~ '*' }}", r"*a*\*"),
        ("{% set x %}*a*{% endset %}{{ x|upper }} {{ x[1:] }} {{ x.upper() }}", r"\*A\* a\* \*A\*"),
        ("{{ reviews[1].lead[0] }}", "2 people have waited longer than you wanted."),
        ("{{ overview.link }}", "[[review/index|Overview]]"),
    ],
)
def test_what_a_template_makes_in_markdown(template: str, made: str) -> None:
    assert page_from(template, "markdown", (ANA, BOB)) == made + "\n"


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ people[0].nmae }}", "no field `nmae`; did you mean `name`?"),
        ("{{ people[0]['nmae'] }}", "no field `nmae`; did you mean `name`?"),
        ("{{ people|map(attribute='emial')|join }}", "no field `emial`; did you mean `email`?"),
        (
            "{{ reviews[0].sections[0].rows[0].contct }}",
            "no field `contct`; did you mean `contact`?",
        ),
        (
            "{{ reviews[0].sections[0].rows[0].contact.nam }}",
            "no field `nam`; did you mean `name`?",
        ),
        ("{{ peple }}", "no name `peple`; did you mean `people`?"),
        ("{{ xyzzy }}", "no name `xyzzy`"),
        ("{{ people[7].name }}", "there is no item 7"),
        ("{{ people[0].own_fields.x }}", "no field `x`"),
        ("{{ review.title }}", "`review` is only there on the page of a review"),
    ],
)
def test_what_a_template_misspells(template: str, message: str) -> None:
    assert _problem(template) == message


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("{{ ''.__class__.__mro__ }}", "__class__"),
        ("{{ people[0]['__class__'] }}", "__class__"),
        ("{{ people|map(attribute='__class__')|list }}", "__class__"),
        ("{{ namespace.__init__.__globals__ }}", "__init__"),
        ("{{ self._TemplateReference__context }}", "_TemplateReference__context"),
        ("{% macro m() %}{% endmacro %}{{ m._func }}", "_func"),
        ("{{ dict.fromkeys('a') }}", "fromkeys"),
        ("{{ 'a'.format(1) }}", "format"),
        ("{{ 'a'.format_map({}) }}", "format_map"),
        ("{{ 'a'.join(['b']) }}", "join"),
        ("{{ [1].append(2) }}", "append"),
        ("{{ (1).to_bytes(9, 'big') }}", "to_bytes"),
        ("{{ as_of.replace(year=1) }}", "replace"),
    ],
)
def test_what_is_not_allowed(template: str, name: str) -> None:
    assert _problem(template) == f"`{name}` is not allowed in templates"


@pytest.mark.parametrize("name", ["lipsum", "cycler", "joiner", "config", "open", "builtins"])
def test_names_that_are_not_there(name: str) -> None:
    assert _problem("{{ NAME }}".replace("NAME", name)).startswith(f"no name `{name}`")


@pytest.mark.parametrize(
    "name", ["safe", "center", "format", "indent", "attr", "random", "tojson", "urlize", "xmlattr"]
)
def test_filters_that_are_not_there(name: str) -> None:
    message = "the template can't be read: No filter named '%s'."
    assert _problem("{{ 'x'|NAME }}".replace("NAME", name)) == message % name


@pytest.mark.parametrize(
    ("template", "message"),
    [
        ("{{ 1 / 0 }}", "the template failed: division by zero"),
        ("{{ '%s' % 1 }}", "the template failed: texts are joined with ~, not filled in with %"),
        ("{{ range }}", "the template failed: a function" + NOT_WRITTEN),
        ("{{ {'a': 1} }}", "the template failed: a table of values" + NOT_WRITTEN),
        (
            "{{ [[1]] }}",
            "the template failed: a list of lists can't be written on a page; use a loop",
        ),
        ("{{ people }}{{ reviews }}", "the template failed: a ReviewView" + NOT_WRITTEN),
        (
            "{{ range(1000000) }}",
            TOO_BIG,
        ),
        ("{% set people.x = 1 %}", "cannot assign attribute on non-namespace object"),
    ],
)
def test_what_fails_says_why(template: str, message: str) -> None:
    assert _problem(template) == message


def test_none_of_the_vaults_data_can_be_changed() -> None:
    template = "{{ reviews[0].sections[0].rows[0].update({'why': 'x'}) }}"
    assert _problem(template) == "`update` is not allowed in templates"
