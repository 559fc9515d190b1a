"""The pages in docs/rules: every rule has one, and they say what the code says."""

import re
from pathlib import Path

import pytest
from building import Golden

from netjournal.rules.documentation import page_name, pages, summary
from netjournal.rules.registry import RULES
from netjournal.rules.rule import Rule

DOCS = Path(__file__).parents[2] / "docs" / "rules"

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
