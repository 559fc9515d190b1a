"""Many entries that come into a log at once."""

from datetime import date

from splicing import a_note, refused, text_of

from netjournal.notes.splicing.entries import add_entry
from netjournal.notes.splicing.more_entries import add_entries

A, B, C = date(2026, 1, 5), date(2026, 2, 5), date(2026, 3, 5)


def test_without_a_log_they_make_one() -> None:
    text = text_of(add_entries(a_note("# Ana\n"), [(A, "One"), (C, "Three"), (B, "Two")]))
    assert text == ("# Ana\n\n## Log\n\n- 2026-03-05 Three\n- 2026-02-05 Two\n- 2026-01-05 One\n")


def test_each_comes_to_its_day_in_a_log_that_grows_downward() -> None:
    note = a_note("## Log\n\n- 2026-01-01: Old\n- 2026-02-01: New\n")
    assert text_of(add_entries(note, [(C, "Three"), (A, "One")])) == (
        "## Log\n\n- 2026-01-01: Old\n- 2026-01-05: One\n- 2026-02-01: New\n- 2026-03-05: Three\n"
    )


def test_they_come_as_one_after_the_other_would() -> None:
    note = a_note("## Log\n\n- 2026-02-20 B\n- 2026-01-20 A\n\n## Notes\n\nText\n")
    entries = [(A, "One"), (B, "Two"), (C, "Three")]
    one_by_one = note
    for day, text in entries:
        changed = add_entry(one_by_one, day, text)
        one_by_one = a_note(text_of(changed))
    assert text_of(add_entries(note, entries)) == text_of(one_by_one)


def test_none_comes_where_one_would_be_read_as_more() -> None:
    assert refused(add_entries(a_note("# Ana\n"), [(A, "One"), (B, "x\x00")])).reason
    assert refused(add_entries(a_note("# Ana\n"), [(A, "One"), (B, "Tea\n- [ ] Call her")])).reason


def test_no_entry_is_no_change() -> None:
    note = a_note("# Ana\n")
    assert add_entries(note, []) is note
