"""What `netjournal import` prints: who is new, changed, the same or unclear; what is skipped."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from netjournal.app.importing.outcomes import Outcome
    from netjournal.app.importing.plan import Import
    from netjournal.app.importing.reading import Found
    from netjournal.app.importing.report import Counts

MOST_ROWS = 20
"""Rows of each kind that are listed unless all are asked for."""

_LONGEST = 60
"""Characters of a value that are shown."""


def print_report(found: "Found", planned: "Import", *, everything: bool, is_written: bool) -> None:
    """Prints the tables of an import, and what came of it."""
    from netjournal.app.importing.outcomes import Verdict
    from netjournal.app.importing.report import counts_of
    from netjournal.reviews.words import counted

    for file, title in found.files[:MOST_ROWS]:
        _line(f"{file}: {title}")
    if len(found.files) > MOST_ROWS:
        _line(f"and {len(found.files) - MOST_ROWS:,} more files")
    most = None if everything else MOST_ROWS
    outcomes = planned.people.outcomes
    for verdict in (Verdict.NEW, Verdict.CHANGED):
        rows = [_row(planned, each) for each in outcomes if each.verdict is verdict]
        _table(verdict.capitalize(), rows, most)
    unclear = [each for each in outcomes if each.verdict is Verdict.UNCLEAR]
    _table("Unclear: they may be contacts of yours already", map(_unclear, unclear), most)
    _table("Different: your notes stay as they are", _differences(planned), most)
    _entries(planned, most)
    skipped = [f"{file}:{each.line}: {each.what}: {each.why}" for file, each in planned.skipped]
    _table("Skipped", skipped, None)
    click.echo("")
    counts = counts_of(planned)
    told = [f"{counts.people.get(each, 0):,} {_CALLED[each]}" for each in Verdict]
    people = sum(counts.people.values())
    if people:
        _line(f"{counted(people, 'person', 'people')}: {', '.join(told)}.")
    if counts.entries:
        _line(_sum_of_entries(planned))
    if unclear:
        _line("Those who are unclear are asked about on a terminal, and left out elsewhere.")
    _line(_outcome(len(planned.drafted.changes), counts, is_written=is_written))
    if is_written and counts.people.get(Verdict.NEW, 0) > MOST_ROWS:
        _line("Next: netjournal review hygiene names a few at a time who are worth sorting.")


def _outcome(changes: int, counts: "Counts", *, is_written: bool) -> str:
    from netjournal.reviews.words import counted

    if not changes:
        return _why_nothing(counts)
    if is_written:
        return f"Wrote {counted(changes, 'note')}; netjournal undo takes the import back."
    return f"Would write {counted(changes, 'note')}; nothing is written with --dry-run."


def _why_nothing(counts: "Counts") -> str:
    from netjournal.app.importing.happenings import Kept
    from netjournal.app.importing.outcomes import Verdict

    unknown = counts.people.get(Verdict.UNCLEAR, 0) + counts.entries.get(Kept.NOBODY, 0)
    known = counts.people.get(Verdict.SAME, 0) + counts.entries.get(Kept.SAME, 0)
    if not (unknown or known):
        return "Nothing to import: nobody, and nothing that happened with somebody."
    if not known:
        return "Nothing to write: nobody in it is a contact of yours for certain."
    return "Nothing to write: the vault says so already."


_CALLED = {"new": "new", "changed": "changed", "same": "the same", "unclear": "unclear"}


def _table(title: str, rows: Iterable[str], most: int | None) -> None:
    everything = list(rows)
    if not everything:
        return
    shown = everything[:most]
    click.echo("")
    _line(f"{title} ({len(everything):,})")
    for row in shown:
        _line(f"  {row}")
    if len(shown) < len(everything):
        _line(f"  and {len(everything) - len(shown):,} more; --all lists them")


def _row(planned: "Import", outcome: "Outcome") -> str:
    from netjournal.app.importing.report import path_of

    path = path_of(planned, outcome) or "nowhere"
    said = [f"{field}: {_short(', '.join(values))}" for field, values in outcome.adds.items()]
    if outcome.has_notes:
        said.append("a text")
    return f"{outcome.name} ({path})  {'; '.join(said)}".rstrip()


def _unclear(outcome: "Outcome") -> str:
    file, line = outcome.place
    who = " or ".join(outcome.candidates)
    return f"{file}:{line}: {outcome.name} has the {_BY.get(outcome.by, outcome.by)} of {who}"


_BY = {"email": "e-mail address", "url": "profile address", "phone": "phone number"}


def _differences(planned: "Import") -> Iterator[str]:
    from netjournal.app.importing.report import path_of

    for each in planned.people.outcomes:
        for field, mine, theirs in each.differs:
            path = path_of(planned, each) or each.name
            yours, other = _short(", ".join(mine)), _short(", ".join(theirs))
            yield f"{path}: {field} is {yours}; in the file {other}"


def _entries(planned: "Import", most: int | None) -> None:
    from netjournal.app.importing.happenings import Kept

    new = [
        f"{each.entry.day.isoformat()} {_short(each.entry.text)}"
        for each in planned.happenings.outcomes
        if each.kept in (Kept.IN_NOTE, Kept.IN_JOURNAL)
    ]
    _table("What happened", new, most)
    strangers = [
        f"{each.name or each.email}{f' <{each.email}>' if each.name and each.email else ''}: "
        f"{each.entries:,}"
        for each in planned.happenings.strangers
    ]
    _table("Without a note, and how often they come; --add-people makes them one", strangers, most)


def _sum_of_entries(planned: "Import") -> str:
    from netjournal.app.importing.happenings import Kept
    from netjournal.app.importing.report import counts_of
    from netjournal.reviews.words import counted

    entries = counts_of(planned).entries
    parts = [
        f"{entries[kept]:,} {called}"
        for kept, called in (
            (Kept.IN_NOTE, "for contacts' notes"),
            (Kept.IN_JOURNAL, "for the journal"),
            (Kept.SAME, "there already"),
            (Kept.NOBODY, "with nobody who has a note"),
        )
        if entries.get(kept)
    ]
    total = sum(entries.values())
    return f"{counted(total, 'thing', 'things')} that happened: {', '.join(parts)}."


def _short(text: str) -> str:
    from netjournal.render.visible import beginning

    return beginning(" ".join(text.split()), _LONGEST)


def _line(text: str) -> None:
    from netjournal.render.visible import one_line

    indent = len(text) - len(text.lstrip(" "))
    click.echo(" " * indent + one_line(text))
