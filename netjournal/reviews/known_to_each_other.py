"""Who knows whom among my contacts, as rows and as a picture, for the page introductions."""

from collections.abc import Mapping, Sequence

from netjournal.model.review import Cell, Column, Row, RowsWhenAsked, Section
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.connections import introducers, ties
from netjournal.reviews.reaching import Path
from netjournal.reviews.ties_chart import MOST, Ties, neighbours_of, ties_chart
from netjournal.reviews.words import counted

_MOST_NAMED = 5


def ties_section(ways: Sequence[Path], assessment: Assessment) -> Section:
    """Who knows whom as a section, those with the most ties first; not shown without any."""
    introduced = [(one, path) for path, one in assessment.once(introducers).items()]
    known = neighbours_of(assessment.once(ties))
    best: dict[str, tuple[str, str]] = {}
    for way in ways:
        best.setdefault(way.industry.key, (way.person.contact.path, way.industry.label))
    people = assessment.people
    named = {
        path: people[path].ref.label for path in {*known, *[path for path, _ in best.values()]}
    }
    found = Ties(sorted(assessment.once(ties)), introduced, tuple(best.values()))
    return Section(
        "ties",
        "Who knows whom",
        (Column("contact", "Who"), Column("who", "Knows")),
        RowsWhenAsked(
            sorted(known, key=lambda path: (-len(known[path]), path)),
            lambda path: _row(path, known, assessment),
        ),
        intro=f"As far as your notes say: {counted(len(found.knows), 'tie')}.",
        most=MOST,
        chart=ties_chart(found, named, assessment.as_of) if known else None,
    )


def _row(path: str, known: Mapping[str, set[str]], assessment: Assessment) -> Row:
    refs = tuple([assessment.people[other].ref for other in sorted(known[path])])
    who: Cell = refs
    if len(refs) > _MOST_NAMED:
        who = (*refs[: _MOST_NAMED - 1], f"{len(refs) - _MOST_NAMED + 1:,} others")
    return {"contact": assessment.people[path].ref, "knows": refs, "who": who}
