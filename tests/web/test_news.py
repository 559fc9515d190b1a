"""What pages that wait are told."""

from threading import Thread

from netjournal.web.news import News, State

_TIME_TO_GET_IN_BETWEEN = 0.2
"""Seconds; one that has to wait, as it should, takes them all."""


def test_who_knows_an_older_state_is_told_at_once() -> None:
    news = News(State("net"))
    news.publish(State("net", "12:00"))
    assert news.after(0, 10) == State("net", "12:00", number=1)


def test_who_knows_the_newest_is_let_go_after_a_while() -> None:
    news = News(State("net"))
    assert news.after(0, 0.01) == State("net")


def test_nobody_waits_at_the_end() -> None:
    news = News(State("net"))
    news.end()
    assert news.after(0, 10) is None


def test_of_two_changes_at_once_none_is_lost() -> None:
    news = News(State("net"))
    other = Thread(target=news.change, args=(lambda state: state._replace(said="written"),))

    def slowly(state: State) -> State:
        other.start()
        other.join(_TIME_TO_GET_IN_BETWEEN)
        return state._replace(trouble="the disk is full")

    news.change(slowly)
    other.join()
    assert news.state == State("net", trouble="the disk is full", said="written", number=2)
