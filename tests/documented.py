"""The parts of the documentation that are made from the code, by page and marker."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import cache, partial
from textwrap import fill

import click
from documents import ROOT, table

from netjournal.app.workspace import Workspace
from netjournal.cli.main import COMMANDS, netjournal
from netjournal.model.cadence import DAYS_PER_UNIT, WORDS, parse_cadence
from netjournal.model.fields import FIELDS, FieldType
from netjournal.render.budget import Budget
from netjournal.render.filters import template_filters
from netjournal.reviews.assessing import assess
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.registry import REVIEWS
from netjournal.vault.taxonomy import default_taxonomy

SAMPLE = ROOT / "sample-vault"
TODAY = date(2026, 11, 24)

_ARGUMENTS = {
    "import": "The format, if it doesn't show, and the files; a folder, or - for standard input.",
    "init": "The folder; here when left out.",
    "build": "The vault.",
    "watch": "The vault.",
    "serve": "The vault.",
    "check": "The vault.",
    "review": "Pages to show; all when none is named.",
    "list": "What to look for; everybody when left out.",
    "show": "File name, name, alias, or a part of one.",
    "search": "Words that a line must hold.",
    "new": "What you call the person.",
    "new fields": "`field=value` or `field+=value`; `field=` leaves out one of the template.",
    "log": "Contacts, and what happened as the last word; `-` reads it from standard input.",
    "done": "Whose promise: file name, name, alias, or a part of one.",
    "done words": "Words of the promise, where there are several.",
    "set": "Whose fields: file name, name, alias, or a part of one.",
    "set fields": "`field=value`, `field+=value`, `field-=value` or `field=`.",
    "snooze": "Who rests: file name, name, alias, or a part of one.",
    "snooze until": "A day to come: `2w`, `3 months`, friday, 2027-01-15.",
    "rename": "Who gets another name: file name, name, alias, or a part of one.",
    "rename name": "The name from now on.",
    "merge": "Whose note goes: file name, name, alias, or a part of one.",
    "merge into": "Whose note stays, and gets the text, the fields and the links.",
    "export format_": "What to write.",
    "export query": "What to look for; everybody when left out.",
    "edit": "Whose note: file name, name, alias, or a part of one.",
}
"""What the arguments of a command mean; options say it themselves."""


@cache
def sample_vault() -> Workspace:
    """The sample vault, read once."""
    return Workspace.load(SAMPLE)


@cache
def sample_assessment() -> Assessment:
    """The sample vault on the day of its settings."""
    workspace = sample_vault()
    return assess(workspace.index, workspace.config, TODAY)


def _code(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def field_table() -> str:
    """The table of fields."""
    types = {FieldType.PARTIAL_DATE: "partial date"}
    rows = [
        (
            f"`{field.name}`",
            types.get(field.type, field.type.value),
            field.help + (f" One of {_code(field.choices)}." if field.choices else ""),
            f"`{field.example}`",
            _code(field.synonyms),
        )
        for field in FIELDS
    ]
    return table(("field", "type", "what it says", "example", "also written"), *rows)


def cadence_table() -> str:
    """The forms of a cadence, and how many days each stands for."""
    by_days: dict[int, list[str]] = {}
    for word, days in WORDS.items():
        by_days.setdefault(days, []).append(word)
    forms = {
        "d": ("30d", "30 days"),
        "w": ("6w", "6 weeks", "every other week"),
        "m": ("3m", "3 months", "once a month"),
        "q": ("1q", "every quarter"),
        "y": ("1y", "1 year"),
    }
    units = [
        (_code((*forms[unit], *_iso(forms[unit][0]))), f"{days} each")
        for unit, days in DAYS_PER_UNIT.items()
    ]
    words = [(_code(words), str(days)) for days, words in sorted(by_days.items())]
    return table(("written", "days"), *units, *words, ("`never`, `none`", "no reminder"))


def _iso(short: str) -> tuple[str, ...]:
    """The ISO form of a short one, when there is such a form."""
    iso = f"P{short.upper()}"
    return (iso,) if parse_cadence(iso) else ()


def industry_table() -> str:
    """The industries that are built in."""
    industries = default_taxonomy().industries.values()
    rows = [(f"`{each.key}`", each.label, f"`{each.group}`") for each in industries]
    return table(("key", "label", "group"), *rows)


def option_table(name: str) -> str:
    """The arguments and options of a command that aren't options of every command."""
    group = click.Context(netjournal, info_name="netjournal", **netjournal.context_settings)
    command = netjournal if name == "netjournal" else netjournal.get_command(group, name)
    assert command is not None
    common = {option for parameter in netjournal.params for option in parameter.opts}
    rows = [("option", "does")]
    for parameter in command.get_params(
        click.Context(command, parent=group, info_name=name, **command.context_settings)
    ):
        if isinstance(parameter, click.Argument):
            means = _ARGUMENTS.get(f"{name} {parameter.name}", _ARGUMENTS.get(name, ""))
            assert means
            rows.append((f"`{parameter.make_metavar(group)}`", means))
        elif isinstance(parameter, click.Option) and (
            name == "netjournal" or not {*common, "--help"}.intersection(parameter.opts)
        ):
            rows.append((_option(parameter, group), parameter.help or ""))
    return table(*rows) if len(rows) > 1 else "No options of its own."


def _option(option: click.Option, context: click.Context) -> str:
    value = "" if option.is_flag or option.count else f" {option.make_metavar(context)}"
    return _code(f"{name}{value}".replace("|", "\\|") for name in option.opts)


def filter_list() -> str:
    """The filters that templates have."""
    own = {"e", "escape", "join"}
    return fill(f"{_code(sorted({*template_filters(Budget), *own}))}.", 100)


def json_table() -> str:
    """The figures of every page, and the columns of the rows in its sections."""
    workspace = sample_vault()
    days = [TODAY - timedelta(days=30 * months) for months in range(24)]
    assessments = [assess(workspace.index, workspace.config, day) for day in days]
    problems = workspace.diagnostics(TODAY)
    rows = [("page", "part", "names")]
    for page in REVIEWS:
        reviews = [page.make(assessment, problems) for assessment in assessments]
        figures = dict.fromkeys(figure.name for review in reviews for figure in review.figures)
        rows.append((f"`{page.slug}`", "figures", _code(figures)))
        parts: dict[str, dict[str, None]] = {}
        for section in (section for review in reviews for section in review.sections):
            columns = parts.setdefault(section.slug, {})
            columns.update(dict.fromkeys(key for row in section.rows for key in row))
        alike: dict[str, list[str]] = {}
        for slug, columns in parts.items():
            alike.setdefault(_code(columns), []).append(slug)
        rows += [("", f"rows of {_code(slugs)}", names) for names, slugs in alike.items()]
    return table(*rows)


GENERATED: tuple[tuple[str, str, Callable[[], str]], ...] = (
    ("contact-note.md", "fields", field_table),
    ("contact-note.md", "cadences", cadence_table),
    ("settings.md", "industries", industry_table),
    ("templates.md", "filters", filter_list),
    ("commands.md", "json", json_table),
    *(
        ("commands.md", f"options {name}", partial(option_table, name))
        for name in ("netjournal", *COMMANDS)
    ),
)
"""Page, name of the markers, and what stands between them."""
