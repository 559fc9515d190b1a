"""Quiet periods, by a clock of our own."""

import pytest

from netjournal.vault.noticing import LONGEST, QUIET, Noticed


class Clock:
    """A clock that goes on by itself whenever somebody waits."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        """The time, in seconds."""
        self.now += 0.01
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_nothing_noticed_ends_the_wait(clock: Clock) -> None:
    assert not Noticed(clock).wait(0.005)


def test_change_is_told_once_it_is_quiet(clock: Clock) -> None:
    noticed = Noticed(clock)
    noticed.note("a.md", closed=True)
    started = clock.now
    clock.now += QUIET
    assert noticed.wait(10)
    assert clock.now - started < QUIET + 0.1
    assert not noticed.wait(0.005)


def test_what_happens_after_a_look_has_begun_is_more(clock: Clock) -> None:
    noticed = Noticed(clock)
    noticed.note("a.md", closed=True)
    assert noticed.take() == {"a.md"}
    assert not noticed.has_more()
    noticed.note("b.md", closed=True)
    assert noticed.has_more()


def test_file_that_is_not_closed_is_waited_for(clock: Clock) -> None:
    noticed = Noticed(clock)
    noticed.note("a.md", written=True)
    clock.now += QUIET
    assert not noticed.is_due()
    noticed.note("a.md", closed=True)
    clock.now += QUIET
    assert noticed.is_due()


def test_file_that_is_never_closed_is_not_waited_for_long(clock: Clock) -> None:
    noticed = Noticed(clock)
    noticed.note("a.md", written=True)
    clock.now += LONGEST
    assert noticed.is_due()


def test_endless_events_do_not_hide_the_first(clock: Clock) -> None:
    noticed = Noticed(clock)
    for _ in range(200):
        noticed.note("a.md", written=True)
        clock.now += 0.01
    assert noticed.is_due()


def test_files_that_were_noticed_are_told_once(clock: Clock) -> None:
    noticed = Noticed(clock)
    noticed.note("a.md", written=True)
    noticed.note("a.md", closed=True)
    noticed.note("b.md", closed=True)
    noticed.note_page()
    assert noticed.take() == {"a.md", "b.md"}
    assert noticed.take() == frozenset()


def test_something_anywhere_hides_the_files(clock: Clock) -> None:
    noticed = Noticed(clock)
    noticed.note("a.md", closed=True)
    noticed.note()
    assert noticed.take() == frozenset()
    noticed.note("b.md", closed=True)
    assert noticed.take() == {"b.md"}


def test_pages_alone_are_told_apart(clock: Clock) -> None:
    noticed = Noticed(clock)
    noticed.note_page()
    clock.now += QUIET
    assert noticed.wait(10)
    assert noticed.only_pages
    noticed.note_page()
    noticed.note("a.md", closed=True)
    clock.now += QUIET
    assert noticed.wait(10)
    assert not noticed.only_pages


def test_pages_do_not_hold_up_a_note(clock: Clock) -> None:
    noticed = Noticed(clock)
    noticed.note("a.md", closed=True)
    clock.now += QUIET
    noticed.note_page()
    assert noticed.is_due()


def test_pages_written_without_end_are_told(clock: Clock) -> None:
    noticed = Noticed(clock)
    for _ in range(20):
        noticed.note_page()
        clock.now += 0.01
    assert noticed.is_due()
