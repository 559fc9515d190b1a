"""The one step for the balance of a network: one for each bar that can be the lowest."""

from datetime import date, timedelta

import pytest
from building import config, contact, entry, index, parsed

from netjournal.model.config import BuildSettings, Me, Targets
from netjournal.model.contact import Contact, Relationship, Status
from netjournal.model.parsed import ParsedFile
from netjournal.reviews.assessing import assess
from netjournal.reviews.balance_step import balance_step
from netjournal.reviews.next_step import Step

AS_OF = date(2026, 3, 1)
ALLY = Relationship.ALLY
ACQUAINTANCE = Relationship.ACQUAINTANCE


def targets(
    allies: tuple[int, int] = (1, 9),
    own: int = 0,
    industries: float = 1.1,
    outside: float = 0.01,
    acquaintances: int = 1,
) -> Targets:
    """Targets that little is needed for, but for those given."""
    return Targets(allies, own, industries, outside, acquaintances)


def step(*notes: ParsedFile | Contact, wanted: Targets) -> Step:
    """The step that some notes call for, whose writer works in software."""
    settings = config(
        me=Me(industry="software"), targets=wanted, build=BuildSettings(missing=("health",))
    )
    return balance_step(assess(index(*notes, settings=settings), settings, AS_OF))


def known(
    name: str,
    *ago: int,
    kind: Relationship | None = ALLY,
    industry: str = "law",
    status: Status = Status.ACTIVE,
) -> ParsedFile:
    """A contact who was in touch so many days ago, as often as given."""
    industries = (industry,) if industry else ()
    person = contact(
        f"contacts/{name}.md", name, relationship=kind, industries=industries, status=status
    )
    return parsed(person, *(entry((AS_OF - timedelta(days=days)).isoformat()) for days in ago))


AL = known("Al", 1)
BO = known("Bo", 1, kind=ACQUAINTANCE, industry="finance")
CY = known("Cy", 1, 2, 3, kind=ACQUAINTANCE, industry="finance")


def names(found: Step) -> list[str]:
    """With whom the step is."""
    return [person.contact.name for person in found.people]


def test_too_few_allies_are_won_by_help() -> None:
    found = step(AL, BO, CY, wanted=targets(allies=(3, 9)))

    assert found.text == (
        "1 ally, where you want 3. Of your acquaintances you are most often in touch with Cy. "
        "What could you do for them, before they ask?"
    )
    assert names(found) == ["Cy"]


def test_allies_are_won_where_nobody_is_near_yet() -> None:
    found = step(AL, BO, wanted=targets(allies=(3, 9)))

    assert found.text == (
        "1 ally, where you want 3. An alliance begins with help: whose work could you make easier?"
    )


def test_more_allies_than_one_can_keep_up_with_are_a_question() -> None:
    found = step(AL, known("Di", 20), known("Ed", 29), BO, wanted=targets(allies=(1, 1)))

    assert found.text == (
        "3 allies, where you want 1 at most. Is each of them one today, also Ed, "
        "Di and Al? A good acquaintance is nothing less."
    )


def test_too_few_allies_in_my_own_field_are_looked_for_there() -> None:
    near = known("Flo", 1, 2, kind=ACQUAINTANCE, industry="software")

    found = step(AL, BO, near, wanted=targets(own=2))

    assert found.text == (
        "No allies in Software & technology, your own field, where you want 2. Of your "
        "acquaintances you are most often in touch with Flo. What could you do for them, before "
        "they ask?"
    )


@pytest.mark.parametrize("wanted", [targets(industries=9), targets(outside=1)])
def test_the_spread_and_the_outside_grow_by_the_step_for_industries(wanted: Targets) -> None:
    inside = known("Guy", 1, kind=ACQUAINTANCE, industry="software")

    found = step(AL, BO, inside, wanted=wanted)

    assert (found.slug, found.section) == ("industries", "thin")
    assert found.text == "Software & technology hangs on Guy alone. Whom else do they know there?"


def test_acquaintances_may_be_among_those_whom_nobody_has_sorted() -> None:
    found = step(AL, BO, known("Hal", kind=None), wanted=targets(acquaintances=5))

    assert found.text == (
        "1 acquaintance, where you want 5. Whom do you know already? 1 contact in your notes "
        "waits to be sorted."
    )
    assert (found.slug, found.section) == ("hygiene", "unsorted")


def test_acquaintances_may_be_resting() -> None:
    resting = known("Ira", 900, kind=ACQUAINTANCE, status=Status.DORMANT)

    found = step(AL, BO, resting, wanted=targets(acquaintances=5))

    assert found.text.endswith("Ira may be glad of a line.")
    assert names(found) == ["Ira"]


def test_acquaintances_are_met_where_an_industry_is_missing() -> None:
    assert step(AL, BO, wanted=targets(acquaintances=5)).slug == "industries"


@pytest.mark.parametrize(
    ("ago", "section", "words"),
    [
        ((100,), "overdue", "waited longer than you wanted"),
        ((), "never", "had no contact so far"),
        ((900,), "lapsed", "been silent for very long"),
    ],
)
def test_who_waits_is_named_first_where_care_is_lowest(
    ago: tuple[int, ...], section: str, words: str
) -> None:
    found = step(known("Joy", *ago), BO, wanted=targets())

    assert found.text == (
        f"1 ally or acquaintance has {words}. A word to Joy? A short one is enough."
    )
    assert (found.slug, found.section) == ("neglected", section)


def test_a_network_that_is_as_wanted_needs_nothing() -> None:
    assert step(AL, BO, wanted=targets()).text == "All bars are full. Nothing needs doing."


def test_unknown_industries_come_before_any_bar() -> None:
    found = step(AL, known("Kay", 1, industry=""), wanted=targets(allies=(9, 9)))

    assert (found.slug, found.section) == ("hygiene", "incomplete")


def test_of_acquaintances_met_as_often_the_last_one_met_comes_first() -> None:
    ann = known("Ann", 10, 20, 30, kind=ACQUAINTANCE, industry="finance")
    zoe = known("Zoe", 1, 20, 30, kind=ACQUAINTANCE, industry="finance")

    assert names(step(AL, ann, zoe, wanted=targets(allies=(3, 9))))[0] == "Zoe"
