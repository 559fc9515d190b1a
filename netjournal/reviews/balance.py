"""The page `balance`: what my network is like beside what I want of it, and the one next step."""

from collections.abc import Sequence

from netjournal.measures.balance import FEW_CONTACTS, balance
from netjournal.model.charts import Chart
from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.review import Cell, Column, Figure, Review, Row, Section
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.balance_chart import Before, balance_chart
from netjournal.reviews.balance_step import balance_step
from netjournal.reviews.bars import Bar, bars
from netjournal.reviews.basis import basis, no_contacts
from netjournal.reviews.days_in_touch import days_section
from netjournal.reviews.elsewhere import reference
from netjournal.reviews.month_ends import month_lines, quarter_ago
from netjournal.reviews.network import WEEKS, balanced, network
from netjournal.reviews.targets import TO_START_FROM, are_own, where_wanted
from netjournal.reviews.upkeep import Load, Upkeep, upkeep
from netjournal.reviews.words import counted, one_decimal

SLUG = "balance"
TITLE = "Balance"

TOO_MUCH = 1.5
"""How much more than there was the cadences may ask for before the page asks about them."""

_EXPLANATION = (
    (
        "A few strong allies in your own field, and many friendly contacts in others: bridges to "
        "other circles bring what is new, and close ties help to make something of it (Burt, "
        "2001). The targets are yours, under `[targets]` in netjournal.toml; the defaults are our "
        "choice, taken from how many people others keep up with."
    ),
    (
        "Each bar is full when its target is reached, and more adds nothing. Allies: too many are "
        "as far from the target as too few, and the bar is no fuller than its share in your own "
        "field. Industries: what they count as, which the page industries explains. In touch in "
        "time: silent for no longer than the cadence, allies and acquaintances weighing the same; "
        "who is snoozed is left out."
    ),
    (
        "The score is the average of the bars, pulled half-way to the lowest one, because a "
        "strong side doesn't make up for a missing one. No study has tested such a score: it is "
        "a hint where to look, and says nothing beside anybody else's."
    ),
    (
        "Upkeep adds up the cadences: somebody every 30 days is 7/30 a week. What one can keep up "
        "with is limited (Miritello and others, 2013); where the limit lies, only you can say."
    ),
)


def make(assessment: Assessment, _diagnostics: Sequence[Diagnostic]) -> Review:
    """The review `balance` of a vault on a day."""
    return Review(
        slug=SLUG,
        title=TITLE,
        lead=_lead(assessment),
        figures=_figures(assessment),
        sections=_sections(assessment) if assessment.active else (),
        basis=assessment.once(basis),
        explanation=_EXPLANATION,
    )


def _lead(assessment: Assessment) -> tuple[str, ...]:
    if not assessment.people:
        return (no_contacts(assessment),)
    if not assessment.active:
        begin = (
            "None of your contacts is an ally or an acquaintance yet. `relationship: ally` in a "
            "note, or a dated line for the last time you spoke, is enough to begin with."
        )
        return (begin,)
    found = assessment.once(balanced)
    lowest = next(bar for bar in assessment.once(bars) if bar.name == found.weakest)
    if (lowest.value or 0) >= 1:
        answer = _all_full(assessment.config)
    else:
        wanted = f", {where_wanted(lowest.wanted, assessment.config)}" if lowest.wanted else ""
        target = "what you want" if are_own(assessment.config) else "its target"
        answer = f"Furthest from {target}: {lowest.now}{wanted}."
    usual = "" if are_own(assessment.config) else TO_START_FROM
    return tuple(text for text in (answer, _provisional(assessment), usual) if text)


def _all_full(config: Config) -> str:
    if are_own(config):
        return "Every bar is full: your network is as you want it."
    return "Every bar is full, by the usual targets."


def _provisional(assessment: Assessment) -> str:
    """Why little can be said yet; nothing when enough is known."""
    if not assessment.once(balanced).provisional:
        return ""
    counts = assessment.once(network)
    everyone = counted(counts.contacts, "ally or acquaintance", "allies and acquaintances")
    if counts.contacts < FEW_CONTACTS:
        return f"It is too early to say more than that: this rests on {everyone}."
    unplaced = counts.contacts - counts.placed
    return (
        f"It is too early to say more than that: {unplaced:,} of {everyone} have no known industry."
    )


def _figures(assessment: Assessment) -> tuple[Figure, ...]:
    asked = Figure("touches_per_week", assessment.once(upkeep).all.asked)
    if not assessment.active:
        nothing = ("score", "allies", "spread", "outside", "reach", "care", "ei_index")
        return (*(Figure(name, None) for name in nothing), asked, Figure("provisional", 1))
    found = assessment.once(balanced)
    values = found.bars._asdict()
    return (
        Figure("score", found.score, _score(assessment)),
        *(Figure(name, value) for name, value in values.items()),
        Figure("ei_index", found.ei_index),
        asked,
        Figure("provisional", int(found.provisional)),
    )


def _score(assessment: Assessment) -> str:
    found = assessment.once(balanced)
    known = len([bar for bar in found.bars if bar is not None])
    said = "five" if known == len(found.bars) else "four"
    provisional = ", provisional" if found.provisional else ""
    return (
        f"Score: {found.score:.0f} of 100{provisional}. It is the average of the {said} bars, "
        "pulled half-way to the lowest."
    )


def _sections(assessment: Assessment) -> tuple[Section, ...]:
    own = are_own(assessment.config)
    return (
        Section(
            "bars",
            "What there is, and what you want" if own else "What there is, and the targets",
            (
                Column("label", "What"),
                Column("now", "Now"),
                Column("wanted", "You want" if own else "Usual target"),
                Column("value", "Full, from 0 to 1"),
            ),
            tuple(_bar_row(bar, assessment) for bar in assessment.once(bars)),
            intro=_own_field_missing(assessment),
            chart=_chart(assessment),
        ),
        _next_step(assessment),
        _upkeep(assessment.once(upkeep)),
        days_section(assessment),
    )


def _chart(assessment: Assessment) -> Chart:
    weakest = assessment.once(balanced).weakest
    lines = assessment.once(month_lines)
    then = lines[quarter_ago(len(lines))]
    before = None
    if then.network.contacts and then.day < assessment.as_of:
        before = Before(then.day, balance(then.network, assessment.config.targets).bars)
    return balance_chart(assessment.once(bars), weakest, assessment.as_of, before)


def _own_field_missing(assessment: Assessment) -> str:
    if assessment.once(balanced).bars.outside is not None:
        return ""
    return (
        "Which field is your own? With `industry` under `[me]` in netjournal.toml, the page can "
        "tell who works outside it."
    )


def _bar_row(bar: Bar, assessment: Assessment) -> Row:
    return {
        "bar": bar.name,
        "label": bar.label,
        "now": bar.now,
        "wanted": bar.wanted,
        "value": bar.value,
        "weakest": int(bar.name == assessment.once(balanced).weakest),
    }


def _next_step(assessment: Assessment) -> Section:
    step = assessment.once(balance_step)
    row: Row = {
        "step": step.text,
        "people": tuple(person.ref for person in step.people),
        "where": "" if step.slug == SLUG else _see(step.slug, step.section, assessment),
    }
    columns = (Column("step", "Step"), Column("people", "With"), Column("where", "See"))
    return Section("next-step", "One next step", columns, (row,))


def _see(slug: str, section: str, assessment: Assessment) -> Cell:
    return reference(slug, slug, section, assessment.config)


def _upkeep(found: Upkeep) -> Section:
    loads = (
        ("Allies", found.allies),
        ("Acquaintances", found.acquaintances),
        ("Business contacts", found.others),
    )
    return Section(
        "upkeep",
        "Upkeep",
        (
            Column("label", "Who"),
            Column("people", "With a cadence"),
            Column("asked", "Times a week that you want"),
            Column("had", f"Times a week in the last {WEEKS} weeks"),
        ),
        tuple(_load_row(label, load) for label, load in loads if load.people),
        intro=_load_in_words(found),
        empty="Nobody has a cadence: there is nothing to keep up.",
    )


def _load_row(label: str, load: Load) -> Row:
    return {"label": label, "people": load.people, "asked": load.asked, "had": load.had}


def _load_in_words(found: Upkeep) -> str:
    words = (
        f"Your cadences ask you to be in touch {_times(found.all.asked)} a week. In the last "
        f"{WEEKS} weeks it was {_times(found.all.had)}, as far as it is written down."
    )
    if found.all.asked >= max(found.all.had * TOO_MUCH, found.all.had + 1):
        return f"{words} Is that more than a week holds? A longer cadence for some is honest too."
    return words


def _times(number: float) -> str:
    text = one_decimal(number)
    if text in ("0", "1"):
        return "once" if text == "1" else "hardly ever"
    return f"{text} times"
