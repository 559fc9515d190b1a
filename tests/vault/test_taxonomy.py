"""The default industries: complete, and without a word that means two of them."""

from collections import Counter

import pytest

from netjournal.model.industry import industry_key
from netjournal.vault.taxonomy import default_taxonomy


def test_there_are_22_industries_in_6_groups() -> None:
    industries = default_taxonomy().industries.values()
    assert (len(industries), len({industry.group for industry in industries})) == (22, 6)


def test_no_word_means_two_industries() -> None:
    words = Counter(
        word
        for industry in default_taxonomy().industries.values()
        for word in {
            industry_key(word) for word in (industry.key, industry.label, *industry.aliases)
        }
    )
    assert [word for word, count in words.items() if count > 1] == []


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("Finance", "finance"),
        ("Software & technology", "technology"),
        ("software and technology", "technology"),
        ("FINTECH", "finance"),
        ("Real_Estate", "real-estate"),
        ("law-firm", "legal"),
        ("insurance", "finance"),
        ("IT", "technology"),
    ],
)
def test_a_word_resolves_however_it_is_typed(word: str, key: str) -> None:
    industry = default_taxonomy().resolve(word)
    assert industry is not None
    assert key == industry.key


def test_the_list_keeps_its_order() -> None:
    keys = list(default_taxonomy().industries)
    assert (keys[0], keys[-1]) == ("technology", "nonprofit")


def test_the_list_is_read_once() -> None:
    assert default_taxonomy() is default_taxonomy()
