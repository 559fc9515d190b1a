"""The documentation: what it shows runs, what it lists is all there is, and its links lead on."""

import json
import re
import shutil
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import click
import pytest
import yaml
from building import Golden
from running import run

from netjournal.app.query import QUERY_FIELDS, find_people, own_field_keys, parse_query
from netjournal.app.workspace import Workspace
from netjournal.cli.main import COMMANDS, netjournal
from netjournal.measures.cadence import State
from netjournal.model.cadence import DAYS_PER_UNIT, WORDS
from netjournal.model.codes import CODES
from netjournal.model.config import Config
from netjournal.model.contact import Interaction, Kind
from netjournal.model.fields import FIELDS, FieldType
from netjournal.reviews.assessment import assess
from netjournal.reviews.registry import REVIEWS
from netjournal.vault.settings import load_settings, read_settings
from netjournal.vault.taxonomy import default_taxonomy

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
OWN_PAGES = sorted(DOCS.glob("*.md"))
SAMPLE = ROOT / "sample-vault"
TODAY = "2026-11-24"


class Fence(NamedTuple):
    """A fenced block: the word behind its first fence, and its text."""

    page: str
    line: int
    """1-based, of the first fence."""
    language: str
    text: str


# Reading Markdown.


def text_of(name: str) -> str:
    """The text of a page of the documentation."""
    return (DOCS / name).read_text(encoding="utf-8")


def fences_of(path: Path) -> Iterator[Fence]:
    """The fenced blocks of a page."""
    opened: tuple[int, str] | None = None
    lines: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.startswith("```"):
            lines.append(line)
        elif opened is None:
            opened, lines = (number, line[3:].strip()), []
        else:
            yield Fence(path.name, *opened, "\n".join(lines))
            opened = None
    assert opened is None, f"{path.name}:{opened}: a fence isn't closed"


def fences_in(*languages: str) -> list[Fence]:
    """The fenced blocks in some languages on the pages written by hand."""
    found = [fence for page in OWN_PAGES for fence in fences_of(page)]
    return [fence for fence in found if fence.language in languages]


def without_code(text: str) -> str:
    """A page without fenced blocks and inline code."""
    return re.sub(r"`[^`\n]*`", "", re.sub(r"(?ms)^```.*?^```$", "", text))


def headings_of(path: Path) -> list[str]:
    """The names by which links reach the headings of a page."""
    prose = re.sub(r"(?ms)^```.*?^```$", "", path.read_text(encoding="utf-8"))
    titles = re.findall(r"(?m)^#{1,6} (.+)$", prose)
    plain = [re.sub(r"[^\w\- ]", "", title.lower()) for title in titles]
    return [title.strip().replace(" ", "-") for title in plain]


def section_of(name: str, *titles: str) -> str:
    """The text below a heading of a page, to the next one of its level; headings go inwards."""
    text = text_of(name)
    for title in titles:
        start = re.search(rf"(?m)^(#+) {re.escape(title)}$", text)
        assert start, f"{name} has no heading '{title}'"
        rest = text[start.end() :]
        end = re.search(rf"(?m)^#{{1,{len(start[1])}}} ", rest)
        text = rest[: end.start()] if end else rest
    return text


def rows_of(text: str) -> list[list[str]]:
    """The cells of every table in a text, without heads."""
    rows: list[list[str]] = []
    for line in text.splitlines():
        if re.fullmatch(r"\|[-| ]+\|", line):
            rows.pop()
        elif line.startswith("|"):
            rows.append([cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
    return rows


def code_in(text: str) -> list[str]:
    """What stands in backticks in a text."""
    return re.findall(r"`([^`]+)`", text)


# What is generated.


def table(*rows: tuple[str, ...]) -> str:
    """A Markdown table; the first row is its head."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


def code(words: Iterable[str]) -> str:
    """Words as code, with commas between them."""
    return ", ".join(f"`{word}`" for word in words)


def field_table() -> str:
    """The table of fields."""
    types = {FieldType.PARTIAL_DATE: "partial date"}
    rows = [
        (
            f"`{field.name}`",
            types.get(field.type, field.type.value),
            field.help + (f" One of {code(field.choices)}." if field.choices else ""),
            f"`{field.example}`",
            code(field.synonyms),
        )
        for field in FIELDS
    ]
    return table(("field", "type", "what it says", "example", "also written"), *rows)


def cadence_table() -> str:
    """The forms of a cadence, and how many days each stands for."""
    by_days: dict[int, list[str]] = {}
    for word, days in WORDS.items():
        by_days.setdefault(days, []).append(word)
    forms = {"d": ("30d", "30 days"), "w": ("6w", "6 weeks"), "m": ("3m", "3 months")}
    forms["y"] = ("1y", "1 year")
    units = [
        (code((*forms[unit], f"P{forms[unit][0].upper()}")), f"{days} each")
        for unit, days in DAYS_PER_UNIT.items()
    ]
    words = [(code(words), str(days)) for days, words in sorted(by_days.items())]
    return table(("written", "days"), *units, *words, ("`never`, `none`", "no reminder"))


def industry_table() -> str:
    """The industries that are built in."""
    industries = default_taxonomy().industries.values()
    rows = [(f"`{each.key}`", each.label, f"`{each.group}`") for each in industries]
    return table(("key", "label", "group"), *rows)


def option_table(name: str) -> str:
    """The arguments and options of a command that aren't options of every command."""
    group = click.Context(netjournal, info_name="netjournal")
    command = netjournal if name == "netjournal" else netjournal.get_command(group, name)
    assert command is not None
    common = {parameter.name for parameter in netjournal.params if parameter.name != "version"}
    rows = [("option", "does")]
    for parameter in command.get_params(click.Context(command, parent=group, info_name=name)):
        if isinstance(parameter, click.Argument):
            rows.append(
                (f"`{parameter.make_metavar(group)}`", ARGUMENTS[name, parameter.name or ""])
            )
        elif isinstance(parameter, click.Option) and _is_own(parameter, name, common):
            rows.append((_option(parameter, group), parameter.help or ""))
    return table(*rows) if len(rows) > 1 else "No options of its own."


ARGUMENTS = {
    ("init", "vault"): "The folder; here when left out.",
    ("build", "vault"): "The vault.",
    ("check", "vault"): "The vault.",
    ("review", "pages"): "Pages to show; all when none is named.",
    ("list", "query"): "What to look for; everybody when left out.",
    ("show", "contact"): "File name, name, alias, or a part of one.",
    ("search", "words"): "Words that a line must hold.",
}
"""What the arguments mean, by command and name; options say it themselves."""


def _is_own(option: click.Option, command: str, common: set[str | None]) -> bool:
    return command == "netjournal" or option.name not in {*common, "help"}


def _option(option: click.Option, context: click.Context) -> str:
    value = "" if option.is_flag or option.count else f" {option.make_metavar(context)}"
    return code(f"{name}{value}" for name in option.opts)


GENERATED: tuple[tuple[str, str, Callable[[], str]], ...] = (
    ("contact-note.md", "fields", field_table),
    ("contact-note.md", "cadences", cadence_table),
    ("settings.md", "industries", industry_table),
    *(
        ("commands.md", f"options {name}", lambda name=name: option_table(name))
        for name in ("netjournal", *COMMANDS)
    ),
)
"""Page, name of the markers, and what stands between them."""


@pytest.mark.parametrize("page", sorted({page for page, _, _ in GENERATED}))
def test_what_is_generated_is_as_the_code_says(page: str, golden: Golden) -> None:
    text = text_of(page)

    for _, name, make in (entry for entry in GENERATED if entry[0] == page):
        marks = (f"<!-- {name} -->", f"<!-- /{name} -->")
        assert text.count(marks[0]) == text.count(marks[1]) == 1, f"{page}: {name}"
        before, _, rest = text.partition(marks[0])
        after = rest.partition(marks[1])[2]
        text = f"{before}{marks[0]}\n\n{make()}\n\n{marks[1]}{after}"

    golden(DOCS / page, text)


# Examples.


@cache
def sample() -> Workspace:
    """The sample vault, read once."""
    return Workspace.load(SAMPLE)


def commands_in(fence: Fence) -> Iterator[tuple[str, str]]:
    """The commands of a console block, each with the output shown; none shown is empty."""
    for part in re.split(r"(?m)^\$ ", fence.text)[1:]:
        command, _, output = part.partition("\n")
        yield command, output.strip("\n")


@pytest.mark.parametrize("fence", fences_in("console"), ids=lambda fence: f"{fence[0]}:{fence[1]}")
def test_an_example_runs_and_prints_what_is_shown(fence: Fence, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    shutil.copytree(SAMPLE, vault, ignore=shutil.ignore_patterns("review", "site"))

    for command, shown in commands_in(fence):
        assert command.startswith("netjournal ")
        outcome = run(command, vault, {"NETJOURNAL_TODAY": TODAY})
        output = "\n".join(line.rstrip() for line in outcome.output.rstrip().splitlines())
        assert outcome.status in (0, 1), output
        assert shown in ("", output)


@pytest.mark.parametrize(
    "query", [line for fence in fences_in("query") for line in fence.text.splitlines()]
)
def test_an_example_of_a_query_finds_somebody(query: str) -> None:
    index = sample().index
    assessment = assess(index, sample().config, date.fromisoformat(TODAY))
    terms = parse_query(query, own_field_keys(index.contacts.values()))

    assert 0 < len(find_people(terms, assessment)) < len(index.contacts)


PARSERS: Mapping[str, Callable[[str], object]] = {
    "json": json.loads,
    "toml": tomllib.loads,
    "yaml": yaml.safe_load,
}
LANGUAGES = {*PARSERS, "console", "jinja", "markdown", "query", "sh", "text"}


@pytest.mark.parametrize("page", OWN_PAGES, ids=lambda page: page.name)
def test_examples_are_well_formed(page: Path) -> None:
    for fence in fences_of(page):
        assert fence.language in LANGUAGES, f"{page.name}:{fence.line}"
        if fence.language in PARSERS:
            PARSERS[fence.language](fence.text)


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md"], ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = without_code(page.read_text(encoding="utf-8"))

    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" not in target:
            path, _, heading = target.partition("#")
            file = (page.parent / path).resolve() if path else page
            assert file.exists(), f"{page.name}: {target}"
            assert not heading or heading in headings_of(file), f"{page.name}: {target}"


def test_every_page_is_named_in_the_way_in() -> None:
    targets = set(re.findall(r"\]\(([^)#]+)", text_of("README.md")))

    assert {page.name for page in OWN_PAGES} - {"README.md"} == targets - {"rules/README.md"}


# Completeness.

TABLES = {"hashtags": "tags", "taxonomy": "industries"}
"""The table of netjournal.toml for an attribute of Config that is called otherwise."""


def test_every_setting_is_documented_with_its_default() -> None:
    default = read_settings(b"").config
    toml = []
    for table in fields(Config):
        name = TABLES.get(table.name, table.name)
        rows = rows_of(section_of("settings.md", name))
        keys = {code_in(key)[0]: value for key, value, _ in rows if code_in(key)}
        if name in ("fields", "tags", "industries"):
            continue
        assert [each.name for each in fields(getattr(default, table.name))] == list(keys)
        values = {key: code_in(value) for key, value in keys.items()}
        toml += [f"[{name}]", *(f"{key} = {value[0]}" for key, value in values.items() if value)]

    found = read_settings("\n".join(toml).encode())

    assert found.diagnostics == ()
    assert default == found.config


def test_the_example_of_the_settings_has_every_key_and_no_mistake(tmp_path: Path) -> None:
    example = next(fence for fence in fences_in("toml") if fence.page == "settings.md").text
    (tmp_path / "netjournal.toml").write_text(example, encoding="utf-8")

    settings = load_settings(tmp_path)

    assert settings.diagnostics == ()
    for table in fields(Config):
        name = TABLES.get(table.name, table.name)
        given = tomllib.loads(example)[name]
        if name not in ("fields", "tags", "industries"):
            assert {each.name for each in fields(getattr(settings.config, table.name))} == {*given}


def test_every_field_of_a_query_is_documented() -> None:
    rows = rows_of(section_of("queries.md", "Fields"))

    assert sorted(QUERY_FIELDS) == sorted(name for row in rows for name in code_in(row[0]))


def test_every_command_is_documented_in_order() -> None:
    titles = re.findall(r"(?m)^## ([a-z]+)$", text_of("commands.md"))

    assert list(COMMANDS) == titles


def test_every_state_is_documented() -> None:
    rows = rows_of(section_of("pages.md", "States"))

    assert sorted(State) == sorted(code_in(row[0])[0] for row in rows)


def test_every_hashtag_is_documented_and_says_whether_it_counts() -> None:
    rows = rows_of(section_of("contact-note.md", "Hashtags"))

    for kind, (hashtag, _, counts) in zip(Kind, rows, strict=True):
        kinds = (kind, Kind.OUTREACH) if kind is Kind.ANSWERED else (kind,)
        entry = Interaction(date(2026, 11, 3), "", kinds, (), "contacts/ana.md", 1, 1)
        assert f"`#{kind}`" == hashtag
        assert ("yes" if entry.two_way else "no") == counts


def test_every_code_has_a_page() -> None:
    assert [f"{code.code}-{code.name}.md" for code in CODES] == sorted(
        page.name for page in (DOCS / "rules").glob("NJ*.md")
    )


def test_every_page_of_the_review_is_documented_with_its_sections() -> None:
    assessment = assess(sample().index, sample().config, date.fromisoformat(TODAY))

    for page in REVIEWS:
        text = section_of("pages.md", page.slug)
        for section in page.make(assessment, ()).sections:
            assert section.title in text, f"{page.slug}: {section.title}"
