"""The registry: every page is found by its slug, and nothing is written into a page twice."""

from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from building import config, contact, index

from netjournal.reviews.assessment import assess
from netjournal.reviews.registry import REVIEWS, ReviewPage

AS_OF = date(2026, 3, 1)


def test_the_pages_stand_in_the_order_in_which_they_are_shown() -> None:
    assert [page.slug for page in REVIEWS] == ["today", "neglected", "industries", "hygiene"]


@pytest.mark.parametrize("page", REVIEWS, ids=lambda page: page.slug)
def test_a_page_has_its_own_module_and_its_own_test_folder(page: ReviewPage) -> None:
    module = import_module(f"netjournal.reviews.{page.slug.replace('-', '_')}")

    assert module.make is page.make
    assert (Path(__file__).parent / page.slug / "vault").is_dir()


@pytest.mark.parametrize("page", REVIEWS, ids=lambda page: page.slug)
def test_a_review_has_the_slug_and_title_of_its_page(page: ReviewPage) -> None:
    review = page.make(assess(index(contact()), config(), AS_OF), ())

    assert (page.slug, page.title) == (review.slug, review.title)
    slugs = [section.slug for section in review.sections]
    assert sorted(set(slugs)) == sorted(slugs)
    assert review.basis
    assert review.explanation


@pytest.mark.parametrize("page", REVIEWS, ids=lambda page: page.slug)
def test_every_column_has_its_key_in_every_row(page: ReviewPage) -> None:
    from reviewing import review_of

    review = review_of(Path(__file__).parent / page.slug / "vault", page.slug, AS_OF)

    for section in review.sections:
        for row in section.rows:
            assert {column.key for column in section.columns} <= row.keys()
