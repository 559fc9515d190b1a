"""The documentation: what it shows runs, what it lists is all there is, and its links lead on."""

import json
import re
import shutil
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from building import Golden
from documented import GENERATED, SAMPLE, TODAY, sample_assessment
from documents import (
    DOCS,
    OWN_PAGES,
    PAGES,
    ROOT,
    code_in,
    fences_in,
    fences_of,
    headings_of,
    names_in,
    rows_of,
    section_of,
    text_of,
    without_code,
)
from running import run

from netjournal.app.build import build
from netjournal.app.query import QUERY_FIELDS, find_people, own_field_keys, parse_query
from netjournal.app.workspace import Workspace
from netjournal.cli.main import COMMANDS
from netjournal.measures.cadence import State
from netjournal.model.codes import CODES
from netjournal.model.config import Config, OwnTargets
from netjournal.model.contact import Interaction, Kind
from netjournal.model.source import Source
from netjournal.notes.parse import parse_note
from netjournal.render.contact_view import ContactView
from netjournal.render.environment import GIVEN
from netjournal.render.views import ReviewView, SectionView
from netjournal.reviews.registry import REVIEWS
from netjournal.reviews.seats import SEATS
from netjournal.vault.settings import load_settings, read_settings


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


CONSOLE = re.compile(r"(?ms)^```console\n(.*?)^```$")
PAGES_WITH_COMMANDS = sorted({fence.page for fence in fences_in("console")})


@pytest.mark.parametrize("page", PAGES_WITH_COMMANDS)
def test_examples_run_and_print_what_is_shown(page: str, tmp_path: Path, golden: Golden) -> None:
    def actual(match: re.Match[str]) -> str:
        vault = tmp_path / str(match.start())
        shutil.copytree(SAMPLE, vault, ignore=shutil.ignore_patterns("review", "site"))
        return f"```console\n{said_by(match[1], vault)}```"

    golden(DOCS / page, CONSOLE.sub(actual, text_of(page)))


def said_by(commands: str, vault: Path) -> str:
    """The commands of a block, each with what it prints if the block shows that."""
    said = ""
    for part in re.split(r"(?m)^\$ ", commands)[1:]:
        command, _, shown = part.partition("\n")
        assert command.startswith("netjournal ")
        outcome = run(command, vault, {"NETJOURNAL_TODAY": TODAY.isoformat()})
        assert outcome.status in (0, 1), outcome.output
        output = "".join(f"{line.rstrip()}\n" for line in outcome.output.rstrip().splitlines())
        said += f"$ {command}\n{output if shown.strip() else ''}"
    return said


@pytest.mark.parametrize(
    "query", [line for fence in fences_in("query") for line in fence.text.splitlines()]
)
def test_an_example_of_a_query_finds_somebody(query: str) -> None:
    assessment = sample_assessment()
    index = assessment.index
    terms = parse_query(query, own_field_keys(index.contacts.values()))

    assert 0 < len(find_people(terms, assessment)) < len(index.contacts)


def test_examples_of_templates_make_their_pages(tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    shutil.copytree(SAMPLE, vault, ignore=shutil.ignore_patterns("review", "site"))
    (vault / "templates").mkdir(exist_ok=True)
    examples = [(re.match(r"{# (\S+) #}\n", fence.text), fence) for fence in fences_in("jinja")]
    for named, fence in examples:
        assert named, f"{fence.page}:{fence.line}"
        (vault / named[1]).write_text(fence.text + "\n", encoding="utf-8")

    built = build(Workspace.load(vault), TODAY)

    assert [problem for problem in built.diagnostics if problem.code.startswith("NJ4")] == []
    assert "Thursday is for letters." in (vault / "review" / "today.md").read_text("utf-8")
    assert "+351 555 014 220" in (vault / "review" / "phone-list.md").read_text("utf-8")
    assert "Priya Raman" in (vault / "site" / "allies.html").read_text("utf-8")


PARSERS: Mapping[str, Callable[[str], object]] = {
    "json": json.loads,
    "toml": tomllib.loads,
    "yaml": yaml.safe_load,
}
LANGUAGES = {
    *(*PARSERS, "console", "elisp", "jinja", "lua", "markdown", "query", "sh", "text", "vim"),
}


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
    assert replace(default, targets=OwnTargets()) == found.config


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
    assert sorted(QUERY_FIELDS) == sorted(names_in(section_of("queries.md", "Fields")))


def test_every_command_is_documented_in_order() -> None:
    titles = re.findall(r"(?m)^## ([a-z]+)$", text_of("commands.md"))

    assert list(COMMANDS) == titles


def test_every_state_is_documented() -> None:
    assert sorted(State) == sorted(names_in(section_of("pages.md", "States")))


def test_the_seats_of_today_are_documented() -> None:
    rows = rows_of(section_of("pages.md", "today"))

    assert [str(seats) for seats in SEATS.values()] == [row[0] for row in rows]


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
    assessment = sample_assessment()

    for page in REVIEWS:
        text = section_of("pages.md", page.slug)
        for section in page.make(assessment, ()).sections:
            assert section.title in " ".join(text.split()), f"{page.slug}: {section.title}"


def test_everything_that_a_template_is_given_is_documented() -> None:
    given = set(names_in(section_of("templates.md", "What a template is given")))

    views = (ContactView, ReviewView, SectionView)
    assert {*GIVEN, "policy", "notice", "root", "search_data", "start_script"} | {
        each.name for view in views for each in fields(view)
    } == given


def test_the_example_of_a_contact_has_no_problem() -> None:
    example = next(each for each in fences_of(DOCS / "contact-note.md") if "---" in each.text)
    source = Source("contacts/ana-lopez.md", example.text.encode())

    parsed = parse_note(source, read_settings(b"").config, in_contacts=True, in_journal=False)

    assert parsed.diagnostics == ()
    assert len(parsed.interactions) == 2
    assert len(parsed.promises) == 1


def test_the_example_of_a_journal_is_an_interaction_with_three_people() -> None:
    example = next(fences_of(DOCS / "journal.md"))
    source = Source("journal/2026-11-26.md", example.text.encode())

    parsed = parse_note(source, read_settings(b"").config, in_contacts=False, in_journal=True)

    people = [[link.label for link in entry.links] for entry in parsed.interactions]
    assert people == [["ana-lopez"], ["Ben", "Mara"]]
