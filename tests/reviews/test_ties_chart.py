"""The picture of who knows whom."""

from datetime import date

from netjournal.model.charts import Chart, Tie, TieEnd, TieKind, TieLines
from netjournal.reviews.ties_chart import MOST, Ties, ties_chart

AS_OF = date(2026, 3, 1)
LABELS = {letter: letter.upper() for letter in "abcdef"}


def lines(chart: Chart | None) -> TieLines:
    """What the chart shows."""
    assert chart
    assert isinstance(chart.drawing, TieLines)
    return chart.drawing


def test_no_tie_needs_no_picture() -> None:
    assert ties_chart(Ties((), (), ()), LABELS, AS_OF) is None


def test_the_best_connected_is_first_and_its_own_follow() -> None:
    ties = Ties([("a", "b"), ("c", "d"), ("d", "e"), ("d", "f")], [], [])
    shown = lines(ties_chart(ties, LABELS, AS_OF))
    assert [end.label for end in shown.ends] == ["D", "C", "E", "F", "A", "B"]
    assert shown.ties[0] == Tie(0, 2, TieKind.KNOWS)
    assert len(shown.ties) == 4


def test_an_introduction_says_that_they_know_each_other() -> None:
    ties = Ties([("b", "a"), ("a", "c")], [("a", "b")], [])
    assert [tie.kind for tie in lines(ties_chart(ties, LABELS, AS_OF)).ties] == [
        TieKind.INTRODUCED,
        TieKind.KNOWS,
    ]


def test_a_gap_stands_below_who_leads_to_it() -> None:
    ties = Ties([("a", "b"), ("a", "c")], [], [("c", "Law"), ("c", "Energy"), ("f", "Law")])
    shown = lines(ties_chart(ties, LABELS, AS_OF))
    labels = [end.label for end in shown.ends]
    at = labels.index("C")
    assert shown.ends[at + 1 : at + 3] == (TieEnd("Law", True), TieEnd("Energy", True))
    assert labels[labels.index("F") + 1] == "Law"
    assert Tie(at, at + 2, TieKind.PATH) in shown.ties


def test_of_thousands_the_first_are_shown_and_ways_to_gaps_are_never_cut() -> None:
    star = [(f"hub{n % 50}", f"c{n}") for n in range(3000)]
    chart = ties_chart(Ties(star, [], [("lonely", "Law")]), {}, AS_OF)
    shown = lines(chart)
    assert len([end for end in shown.ends if not end.is_gap]) == MOST
    assert shown.ends[:2] == (TieEnd("lonely"), TieEnd("Law", True))
    assert chart
    assert chart.caption.startswith("36 of 3,051 contacts, those with the most ties first.")


def test_the_order_of_pairs_makes_no_difference_to_the_rows() -> None:
    pairs = [("a", "b"), ("b", "c"), ("d", "e"), ("a", "c")]
    one = lines(ties_chart(Ties(pairs, [], []), LABELS, AS_OF))
    other = lines(ties_chart(Ties([(b, a) for a, b in reversed(pairs)], [], []), LABELS, AS_OF))
    assert one.ends == other.ends
