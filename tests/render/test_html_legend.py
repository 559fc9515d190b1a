"""What the words for states mean, folded away beside a table."""

from netjournal.model.review import Meaning
from netjournal.render.html_legend import html_legend


def test_the_fold_names_the_first_words_and_holds_what_all_of_them_mean() -> None:
    words = ("due", "overdue", "follow-up", "dormant")

    shown = html_legend([Meaning(word, f"{word} means <this>") for word in words])

    assert "<summary>What due, overdue, follow up … mean</summary>" in shown
    assert shown.count("<dt>") == len(words)
    assert "<dd>dormant means &lt;this&gt;</dd>" in shown


def test_one_word_alone_means_something() -> None:
    assert "<summary>What fading means</summary>" in html_legend([Meaning("fading", "")])


def test_a_table_without_such_words_has_no_fold() -> None:
    assert html_legend(()) == ""
