"""The review pages, in the order in which they are shown; a new page is one line here."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from netjournal.model.diagnostic import Diagnostic
from netjournal.model.review import Review
from netjournal.reviews import (
    balance,
    dormant,
    give_and_take,
    hygiene,
    industries,
    introductions,
    neglected,
    opportunities,
    today,
    trends,
    upcoming,
)
from netjournal.reviews.assessment import Assessment


class ReviewPage(NamedTuple):
    """A review page: a pure function from a vault on a day, and its problems, to a review."""

    slug: str
    """The name of the page's module, of its file and of its test folder."""
    title: str
    make: Callable[[Assessment, Sequence[Diagnostic]], Review]


REVIEWS: tuple[ReviewPage, ...] = (
    ReviewPage(today.SLUG, today.TITLE, today.make),
    ReviewPage(neglected.SLUG, neglected.TITLE, neglected.make),
    ReviewPage(industries.SLUG, industries.TITLE, industries.make),
    ReviewPage(balance.SLUG, balance.TITLE, balance.make),
    ReviewPage(give_and_take.SLUG, give_and_take.TITLE, give_and_take.make),
    ReviewPage(introductions.SLUG, introductions.TITLE, introductions.make),
    ReviewPage(opportunities.SLUG, opportunities.TITLE, opportunities.make),
    ReviewPage(upcoming.SLUG, upcoming.TITLE, upcoming.make),
    ReviewPage(dormant.SLUG, dormant.TITLE, dormant.make),
    ReviewPage(trends.SLUG, trends.TITLE, trends.make),
    ReviewPage(hygiene.SLUG, hygiene.TITLE, hygiene.make),
)
