"""The pages in docs/rules: every rule has one, and they say what the code says."""

import re
from pathlib import Path

import pytest
from building import Golden
from checking import said_of

from netjournal.rules.documentation import page_name, pages, summary
from netjournal.rules.registry import RULES
from netjournal.rules.rule import Rule

DOCS = Path(__file__).parents[2] / "docs" / "rules"

AROUND = {
    "contacts/priya-raman.md": "---\nname: Priya Raman\n---\n",
    "contacts/ben-osei.md": "---\nname: Ben Osei\n---\n",
    "contacts/mara-lindqvist.md": "---\nname: Mara Lindqvist\n---\n",
    "contacts/maria-santos.md": "---\nname: Maria\ntitle: Violinist\n---\n",
    "contacts/maria-novak.md": "---\nname: Maria\ntitle: Judge\n---\n",
}
"""The vault in which the examples are tried."""

SHORTENED = {"long-name", "many-fields"}
"""Rules whose example would be as long as a page in full."""

_GROUP = re.compile(r"(?:^```(?:yaml|markdown)\n(?:.*\n)*?```\n\n?)+", re.MULTILINE)
_BLOCK = re.compile(r"^```(yaml|markdown)\n((?:.*\n)*?)```$", re.MULTILINE)
_PATH = re.compile(r"# (contacts/\S+\.md)\n")

each_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.code.name for rule in RULES])


@pytest.mark.parametrize("name", pages())
def test_a_page_is_as_its_docstring_says(name: str, golden: Golden) -> None:
    golden(DOCS / name, pages()[name])


def test_there_is_no_page_without_a_rule() -> None:
    assert sorted(pages()) == sorted(path.name for path in DOCS.glob("*"))


@each_rule
def test_a_rule_starts_with_one_sentence(rule: Rule) -> None:
    said, _, more = rule.explanation.partition("\n\n")

    assert re.fullmatch(r"[A-Z][^\n]{10,}\.", said), said
    assert summary(rule) == said
    assert len(more) > 200


@each_rule
def test_a_rule_shows_an_example_before_and_after(rule: Rule) -> None:
    fences = re.findall(r"^```(\w*)$", rule.explanation, re.MULTILINE)

    assert len(fences) >= 4
    assert all(fences[::2]), "a block says what language it is in"
    assert not any(fences[1::2])


def test_no_two_rules_say_the_same() -> None:
    sentences = [paragraph for rule in RULES for paragraph in rule.explanation.split("\n\n")]
    words = [text for text in sentences if not text.startswith("```") and len(text) > 60]

    assert len(set(words)) == len(words)


def test_the_list_links_every_page() -> None:
    links = re.findall(r"\]\((NJ[^)]+)\)", pages()["README.md"])

    assert links == [page_name(rule.code) for rule in RULES]


def notes_of(examples: str, *, about_links: bool) -> dict[str, str | bytes]:
    """The notes that some blocks of documentation show, by path."""
    notes: dict[str, str | bytes] = {}
    for language, text in _BLOCK.findall(examples):
        named = _PATH.match(text)
        path = "journal/2026-11-03.md" if about_links else "contacts/ana-lopez.md"
        if language == "yaml":
            notes[named[1] if named else path] = f"---\n{text}---\n"
        else:
            notes[path] = text
    return notes


def said_of_examples(examples: str, *, about_links: bool) -> str:
    """What is said of the notes that some blocks show, in a small vault."""
    notes = notes_of(examples, about_links=about_links)
    said = said_of({**AROUND, **notes})
    return "\n".join(each for each in said if each.partition(":")[0] in notes)


def can_be_tried(rule: Rule) -> bool:
    """Whether the first example of a rule is a note, and not what a program prints."""
    first = rule.explanation.partition("```")[2].partition("\n")[0]
    return first in ("yaml", "markdown") and rule.code.name not in SHORTENED


TRIED = [rule for rule in RULES if can_be_tried(rule)]


@pytest.mark.parametrize("rule", TRIED, ids=[rule.code.name for rule in TRIED])
def test_the_first_example_has_the_problem_and_the_next_has_not(rule: Rule) -> None:
    about_links = rule.code.code.startswith("NJ1")
    groups = [match[0] for match in _GROUP.finditer(rule.explanation)]
    before, *after = [said_of_examples(group, about_links=about_links) for group in groups]

    assert f"[{rule.code.code}]" in before
    assert all(f"[{rule.code.code}]" not in said for said in after[:1])
