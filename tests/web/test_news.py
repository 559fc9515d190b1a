"""What pages that wait are told."""

from netjournal.web.news import News, State


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
