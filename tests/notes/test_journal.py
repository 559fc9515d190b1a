"""The blocks of a journal note."""

from datetime import date

import pytest

from netjournal.model.config import HASHTAGS
from netjournal.model.contact import Kind
from netjournal.notes.body import read_body
from netjournal.notes.raw import Body, BodyContext

DAY = date(2026, 11, 24)


def read(text: str, day: date | None = DAY) -> Body:
    return read_body(text, 1, BodyContext("journal/2026-11-24.md", day, True, HASHTAGS))


def blocks(text: str, day: date | None = DAY) -> list[tuple[str, list[str]]]:
    return [
        (entry.text, [link.target for link in entry.links])
        for entry in read(text, day).interactions
    ]


def test_paragraph_that_links_somebody() -> None:
    (entry,) = read("Had lunch\nwith [[priya|Priya]]. #gave\n").interactions
    assert (entry.date, entry.text) == (DAY, "Had lunch with [[priya|Priya]]. #gave")
    assert entry.kinds == (Kind.GAVE,)
    assert (entry.path, entry.line, entry.column) == ("journal/2026-11-24.md", 1, 1)


def test_markdown_link() -> None:
    text = "Lunch with [Priya](../contacts/priya.md)"
    assert blocks(text) == [(text, ["../contacts/priya.md"])]


def test_paragraph_without_a_link_is_no_interaction() -> None:
    assert blocks("Rain all day.\n\n- nothing\n") == []


def test_every_list_item_is_a_block() -> None:
    assert blocks("- [[a]] called\n- nothing\n* [[b]] wrote\n\n1. [[c]]") == [
        ("[[a]] called", ["a"]),
        ("[[b]] wrote", ["b"]),
        ("[[c]]", ["c"]),
    ]


def test_block_holds_the_sub_items() -> None:
    sub_items = "  - talked about [[b]] #about\n    - at length\n\n  And a walk."
    text = f"- Lunch with [[a]]\n{sub_items}\n- [[c]]"
    assert blocks(text) == [
        ("Lunch with [[a]] · talked about [[b]] #about · at length And a walk.", ["a", "b"]),
        ("[[c]]", ["c"]),
    ]


def test_item_that_only_groups_is_one_block_all_the_same() -> None:
    assert blocks("- Calls\n  - [[a]]\n  - [[b]]") == [("Calls · [[a]] · [[b]]", ["a", "b"])]


def test_loose_list_and_paragraphs() -> None:
    text = "Met [[a]].\n\n- [[b]]\n\n- [[c]]\n\nThen [[d]]."
    assert [links for _, links in blocks(text)] == [["a"], ["b"], ["c"], ["d"]]


def test_list_directly_under_a_paragraph_is_not_a_part_of_it() -> None:
    assert blocks("Met [[a]]:\n- and [[b]]") == [("Met [[a]]:", ["a"]), ("and [[b]]", ["b"])]


def test_year_at_the_start_of_a_line_is_no_list_mark() -> None:
    assert blocks("Met [[a]] in\n1999. With [[b]].") == [
        ("Met [[a]] in 1999. With [[b]].", ["a", "b"])
    ]


def test_rows_of_a_table_are_blocks() -> None:
    text = "| who | what |\n| --- | --- |\n| [[a\\|A]] | lunch |\n| [[b]] | call |"
    assert blocks(text) == [("[[a\\|A]] | lunch", ["a"]), ("[[b]] | call", ["b"])]


def test_rows_of_a_table_without_outer_bars() -> None:
    text = "who | what\n--- | ---\n[[a]] | lunch\n[[b]] | call\n\nAnd [[c]]."
    assert [links for _, links in blocks(text)] == [["a"], ["b"], ["c"]]


def test_days_of_headings() -> None:
    text = (
        "[[a]] before any day\n## 2026-11-23\n[[b]]\n### [[2026-11-24]]\n- [[c]]\n"
        "## Notes\n[[d]]\n# **2026-11-25** Wednesday\n[[e]]\n\n2026-11-26\n===\n[[f]]"
    )
    found = [(e.date.day, e.links[0].target) for e in read(text, None).interactions]
    assert found == [(23, "b"), (24, "c"), (25, "e"), (26, "f")]


def test_dated_section_ends_at_a_heading_of_the_same_or_a_higher_level() -> None:
    text = (
        "[[a]]\n## 2026-11-23\n[[b]]\n### 2026-11-22\n[[c]]\n### At night\n[[d]]\n"
        "#### Later\n[[e]]\n## Plans\n[[f]]\n## 2026-11-21\n[[g]]\n# Notes\n[[h]]"
    )
    found = [(e.date.day, e.links[0].target) for e in read(text).interactions]
    assert found == [
        (24, "a"),
        (23, "b"),
        (22, "c"),
        (23, "d"),
        (23, "e"),
        (24, "f"),
        (21, "g"),
        (24, "h"),
    ]


def test_day_of_a_heading_wins_over_that_of_the_note() -> None:
    found = [e.date.day for e in read("[[a]]\n\n## 2026-11-25\n\n[[a]]").interactions]
    assert found == [24, 25]


def test_without_a_day_there_is_no_interaction() -> None:
    assert blocks("# Ideas\n\n[[a]]\n\n- [[b]]", None) == []


def test_heading_that_links_somebody_is_a_block() -> None:
    assert blocks("## 2026-11-24 Lunch with [[a]] ##\nGood food.", None) == [
        ("Lunch with [[a]]", ["a"])
    ]


def test_day_that_does_not_exist_is_reported_and_nothing_below_counts() -> None:
    body = read("[[a]]\n\n## 2026-02-30\n\n[[b]]\n")
    assert [entry.links[0].target for entry in body.interactions] == ["a"]
    assert [(p.code, p.line, p.column) for p in body.diagnostics] == [("NJ205", 3, 4)]


def test_list_item_with_a_date_of_its_own_is_on_that_day() -> None:
    (entry,) = read("- 2026-12-01 Lunch with [[a]]").interactions
    assert (entry.date, entry.text) == (date(2026, 12, 1), "Lunch with [[a]]")


def test_list_item_with_a_date_that_does_not_exist_is_on_the_day_of_the_note() -> None:
    (entry,) = read("- 2026-02-30 Lunch with [[a]]").interactions
    assert (entry.date, entry.text) == (DAY, "2026-02-30 Lunch with [[a]]")


@pytest.mark.parametrize(
    "text",
    [
        "- [ ] write to [[a]]",
        "- [/] write to [[a]]",
        "- [-] write to [[a]]",
        "- [ ] letters\n  - to [[a]]",
        "> [[a]] said",
        "> said\n[[a]]",
        "- > [[a]]",
        "> [!note]\n> [[a]]",
        "```\n[[a]]\n```",
        "~~~\n[[a]]",
        "Typed `[[a]]`.",
        "<!-- [[a]] -->",
        "%%\n[[a]]\n\n%%",
        "![[a]]",
        "[[2026-11-24]]",
        "See [[2026-11-23]] and [[journal/2026-11-22.md]].",
        "[[#Log]]",
    ],
)
def test_what_is_only_meant_or_said_does_not_count(text: str) -> None:
    assert blocks(text) == []


def test_links_that_do_not_count_are_links_all_the_same() -> None:
    body = read("> [[a]]\n\n- [ ] [[b]]\n\n[[2026-11-24]]\n\n![[c]] `[[d]]`\n\n%% [[e]] %%")
    assert [link.target for link in body.links] == ["a", "b", "2026-11-24"]


def test_done_task_counts() -> None:
    assert blocks("- [x] wrote to [[a]]\n- [X] and [[b]]") == [
        ("wrote to [[a]]", ["a"]),
        ("and [[b]]", ["b"]),
    ]


def test_done_sub_task_counts_and_an_open_one_does_not() -> None:
    text = "- Letters\n  - [x] to [[a]] #gave\n  - [ ] to [[b]] #asked\n  - from [[c]]"
    (entry,) = read(text).interactions
    assert [link.target for link in entry.links] == ["a", "c"]
    assert entry.kinds == (Kind.GAVE,)


def test_done_sub_task_of_an_open_task_counts() -> None:
    assert [links for _, links in blocks("- [ ] Letters\n  - [x] to [[a]]\n  - to [[b]]")] == [
        ["a"]
    ]


def test_quote_in_an_item_does_not_count_and_the_rest_does() -> None:
    assert [
        links for _, links in blocks("- [[a]] wrote\n  > hello [[b]]\n  > [[c]]\n\n  on to [[d]]")
    ] == [["a", "d"]]


def test_heading_of_the_note_is_told() -> None:
    assert read("# Tuesday\n\n[[a]]").heading == "Tuesday"
