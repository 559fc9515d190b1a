"""What happened with people, and on days, by Monica's export."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from netjournal.importers.entry_texts import entry_line, entry_lines
from netjournal.importers.monica_person import name_of, named
from netjournal.importers.monica_values import (
    Record,
    Values,
    belonging,
    day_of,
    is_true,
    listed,
    long_text_of,
    record_of,
    text_of,
)
from netjournal.model.contact import Kind
from netjournal.model.imported import ImportedEntry, Named


def entries_of(
    contacts: Sequence[Record],
    activities: Sequence[Record],
    journal: Sequence[Record],
    types: Mapping[str, Values],
) -> Iterator[ImportedEntry]:
    """Activities, then calls and conversations by contact, then the journal."""
    people: dict[str, list[Named]] = {}
    of_contacts: list[ImportedEntry] = []
    for record in contacts:
        if not name_of(record):
            continue
        who = named(record, types)
        for value in listed(record.whole, "activity"):
            if isinstance(value, str):
                people.setdefault(value, []).append(who)
            else:
                of_contacts += _activity(record_of(record.line, value), (who,))
        of_contacts += _calls(record, who)
        of_contacts += _conversations(record, who)
    for record in activities:
        yield from _activity(record, tuple(people.get(record.uuid, ())))
    yield from of_contacts
    for record in journal:
        yield from _journal_entry(record)


def _activity(record: Record, people: tuple[Named, ...]) -> Iterator[ImportedEntry]:
    day = day_of(record.values.get("happened_at") or record.values.get("date_it_happened"))
    summary = text_of(record.values, "summary")
    more = text_of(record.values, "description")
    said = _sentences(summary, more if more != summary else "") or "Activity"
    if day and people:
        yield ImportedEntry(record.line, day, entry_line(said), people)


def _calls(record: Record, who: Named) -> Iterator[ImportedEntry]:
    for call in belonging(record, "call"):
        day = day_of(call.get("called_at"))
        content = text_of(call, "content")
        said = f"Call: {content}" if content else "Call"
        if day:
            yield ImportedEntry(record.line, day, entry_line(said), (who,))


def _conversations(record: Record, who: Named) -> Iterator[ImportedEntry]:
    for conversation in belonging(record, "conversation"):
        day = day_of(conversation.get("happened_at"))
        told = conversation.get("messages")
        messages = [record_of(0, each).values for each in told] if isinstance(told, list) else []
        first = text_of(messages[0], "content") if messages else ""
        is_mine = bool(messages) and all(is_true(each, "written_by_me") for each in messages)
        if day:
            said = entry_line(f"Conversation: {first}" if first else "Conversation")
            kinds = (Kind.OUTREACH,) if is_mine else ()
            yield ImportedEntry(record.line, day, said, (who,), kinds)


def _journal_entry(record: Record) -> Iterator[ImportedEntry]:
    values = record.values
    day = day_of(values.get("date")) or _day_in_parts(values)
    title = text_of(values, "title")
    rate = text_of(values, "rate")
    title = title or (f"Day rated {rate} of 3" if rate else "")
    lines = [entry_line(title), *entry_lines(long_text_of(values, "post", "comment"))]
    text = "\n".join(lines if lines[0] else lines[1:])
    if day and text:
        yield ImportedEntry(record.line, day, text, is_journal=True)


def _day_in_parts(values: Values) -> date | None:
    parts = [text_of(values, name) for name in ("year", "month", "day")]
    try:
        return date(*(int(part) for part in parts))
    except (ValueError, OverflowError):
        return None


def _sentences(first: str, second: str) -> str:
    if first and second:
        return f"{first} {second}" if first[-1] in ".!?…" else f"{first}. {second}"
    return first or second
