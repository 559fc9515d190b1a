"""What an import does, as plain data: for the terminal's table and for JSON."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from netjournal.app.importing.happenings import Happening, Kept
from netjournal.app.importing.outcomes import Outcome, Verdict
from netjournal.app.importing.plan import Import

VERSION = 1


class Counts(NamedTuple):
    """How many people and entries of each kind there are."""

    people: Mapping[Verdict, int]
    entries: Mapping[Kept, int]


def counts_of(planned: Import) -> Counts:
    """The counts of an import; of those who are told of twice each counts once."""
    verdicts: dict[str, Verdict] = {}
    unclear = 0
    for each in planned.people.outcomes:
        if each.verdict is Verdict.UNCLEAR:
            unclear += 1
        elif verdicts.get(each.who, Verdict.SAME) is Verdict.SAME:
            verdicts[each.who] = each.verdict
    people = Counter(verdicts.values())
    people[Verdict.UNCLEAR] = unclear
    return Counts(people, Counter(each.kept for each in planned.happenings.outcomes))


def path_of(planned: Import, outcome: Outcome) -> str:
    """The note of somebody; empty when there is none."""
    if outcome.verdict is Verdict.UNCLEAR:
        return ""
    if outcome.who in planned.people.new:
        return planned.drafted.paths.get(outcome.who, "")
    return outcome.who


def as_json(planned: Import, *, is_written: bool) -> str:
    """The whole import as JSON text."""
    data = {
        "version": VERSION,
        "written": is_written,
        "people": list(_people(planned)),
        "entries": [_entry(each) for each in planned.happenings.outcomes],
        "skipped": [
            {"file": file, "line": each.line, "what": each.what, "why": each.why}
            for file, each in planned.skipped
        ],
        "paths": [change.path for change in planned.drafted.changes],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _people(planned: Import) -> Iterator[Mapping[str, object]]:
    for each in planned.people.outcomes:
        yield {
            "file": each.place[0],
            "line": each.place[1],
            "name": each.name,
            "verdict": each.verdict,
            "path": path_of(planned, each) or None,
            "by": each.by or None,
            "adds": {key: list(values) for key, values in each.adds.items()},
            "differs": [
                {"field": it.field, "mine": list(it.mine), "theirs": list(it.theirs)}
                for it in each.differs
            ],
            "candidates": list(each.candidates),
        }


def _entry(happening: Happening) -> Mapping[str, object]:
    entry = happening.entry
    return {
        "file": happening.place[0],
        "line": happening.place[1],
        "date": entry.day.isoformat(),
        "text": entry.text,
        "kinds": list(entry.kinds),
        "becomes": happening.kept,
    }
