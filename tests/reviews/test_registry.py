"""The registry: every page is found by its slug, and nothing is written into a page twice."""

import os
import subprocess
import sys
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from building import config, contact, index
from reviewing import review_of, told

from netjournal.reviews.assessing import assess
from netjournal.reviews.registry import REVIEWS, ReviewPage

AS_OF = date(2026, 3, 1)
HERE = Path(__file__).parent
TELL_ALL = """
import sys
from datetime import date
from pathlib import Path
from netjournal.reviews.registry import REVIEWS
from reviewing import review_of, told

for page in REVIEWS:
    root = Path(sys.argv[1]) / page.slug / "vault"
    sys.stdout.buffer.write(told(review_of(root, page.slug, date(2026, 3, 1))).encode())
"""


def test_the_pages_stand_in_the_order_in_which_they_are_shown() -> None:
    assert [page.slug for page in REVIEWS] == [
        "today",
        "neglected",
        "industries",
        "balance",
        "give-and-take",
        "introductions",
        "opportunities",
        "upcoming",
        "dormant",
        "trends",
        "hygiene",
    ]


@pytest.mark.parametrize("page", REVIEWS, ids=lambda page: page.slug)
def test_a_page_has_its_own_module_and_its_own_test_folder(page: ReviewPage) -> None:
    module = import_module(f"netjournal.reviews.{page.slug.replace('-', '_')}")

    assert module.make is page.make
    assert (HERE / page.slug / "vault").is_dir()


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
    review = review_of(HERE / page.slug / "vault", page.slug, AS_OF)

    for section in review.sections:
        for row in section.rows:
            assert {column.key for column in section.columns} <= row.keys()


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_same_notes_give_the_same_words_in_any_process(seed: str) -> None:
    expected = "".join(
        told(review_of(HERE / page.slug / "vault", page.slug, AS_OF)) for page in REVIEWS
    )

    run = subprocess.run(
        [sys.executable, "-c", TELL_ALL, str(HERE)],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(HERE.parent)},
        capture_output=True,
        check=True,
    )

    assert run.stdout.decode() == expected
