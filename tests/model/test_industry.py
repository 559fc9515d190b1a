"""Which industry a typed word means."""

import pytest
from building import TAXONOMY

from netjournal.model.industry import Industry, Taxonomy, industry_key, own_industry


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("finance", "finance"),
        ("Finance", "finance"),
        ("Finance & insurance", "finance"),
        ("finance and insurance", "finance"),
        ("  Fintech ", "finance"),
        ("health-care", "health"),
        ("health_care", "health"),
        ("Health Care", "health"),
        ("software / technology", None),
        ("falconry", None),
        ("", None),
    ],
)
def test_a_word_means_an_industry(word: str, key: str | None) -> None:
    industry = TAXONOMY.resolve(word)

    assert key == (industry.key if industry else None)


def test_the_first_industry_keeps_a_word_that_two_claim() -> None:
    taxonomy = Taxonomy(
        {
            "media": Industry("media", "Media", "culture", ("design",)),
            "design": Industry("design", "Design", "business"),
        }
    )
    resolved = taxonomy.resolve("Design")

    assert resolved is not None
    assert resolved.key == "media"


def test_the_words_of_a_taxonomy_are_keys_labels_and_aliases() -> None:
    assert {"finance", "finance and insurance", "banking", "fintech"} <= set(TAXONOMY.words())
    assert all(industry_key(word) == word for word in TAXONOMY.words())


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        (" Falconry ", Industry("falconry", "Falconry", "falconry")),
        ("Oil & Gas", Industry("oil-and-gas", "Oil & Gas", "oil-and-gas")),
        ("Düngemittel", Industry("düngemittel", "Düngemittel", "düngemittel")),
    ],
)
def test_an_own_industry_is_a_group_of_its_own(word: str, expected: Industry) -> None:
    assert expected == own_industry(word)


@pytest.mark.parametrize(
    ("group", "label"),
    [
        ("people", "Health & public life"),
        ("falconry", "Falconry"),
        ("sea-trade", "Sea trade"),
        ("ports", "Ports & harbours"),
        ("design", "Design"),
    ],
)
def test_what_pages_call_a_group(group: str, label: str) -> None:
    taxonomy = Taxonomy(
        {
            "ports": Industry("ports", "Ports & harbours", "ports"),
            "design": Industry("design", "Design & UX", "business"),
        }
    )
    assert taxonomy.group_label(group) == label
