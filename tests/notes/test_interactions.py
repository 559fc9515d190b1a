"""The dated entries of a contact's note."""

from datetime import date

import pytest

from netjournal.model.config import HASHTAGS
from netjournal.model.contact import Interaction, Kind
from netjournal.notes.body import read_body
from netjournal.notes.raw import Body, BodyContext

DAY = date(2026, 11, 3)


def read(text: str, first_line: int = 1) -> Body:
    return read_body(text, first_line, BodyContext("contacts/ana.md", None, False, HASHTAGS))


def entries(text: str) -> list[tuple[str, str]]:
    return [(f"{entry.date}", entry.text) for entry in read(text).interactions]


def only(text: str) -> Interaction:
    (entry,) = read(text).interactions
    return entry


def test_entry_has_everything_that_its_line_says() -> None:
    body = read("# Ana\n\n- 2026-11-03 Coffee with [[bob]] #gave\n", 5)
    (link,) = body.links
    assert (link.target, link.line, link.column) == ("bob", 7, 26)
    expected = Interaction(
        DAY, "Coffee with [[bob]] #gave", (Kind.GAVE,), (link,), "contacts/ana.md", 7, 3
    )
    assert (expected,) == body.interactions


@pytest.mark.parametrize("mark", ["-", "*", "+", "1.", "12)", "-  ", "-\t", "  -", "\t*", "- [x]"])
def test_entry_under_any_list_mark(mark: str) -> None:
    assert entries(f"{mark} 2026-11-03 Coffee") == [("2026-11-03", "Coffee")]


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-03 Coffee",
        "-2026-11-03 Coffee",
        "- Coffee 2026-11-03",
        "- 2026-11-03-notes.md",
        "- [ ] 2026-11-03 Coffee",
        "- [/] 2026-11-03 Coffee",
        "- [-] 2026-11-03 Coffee",
        "- [>] 2026-11-03 Coffee",
        "> - 2026-11-03 Coffee",
        "- > 2026-11-03 Coffee",
        "```\n- 2026-11-03 Coffee\n```",
        "~~~\n- 2026-11-03 Coffee",
        "<!--\n- 2026-11-03 Coffee\n-->",
        "%%\n- 2026-11-03 Coffee\n%%",
        "| 2026-11-03 | Coffee |",
        "#2026-11-03 Coffee",
        "####### 2026-11-03 Coffee",
    ],
)
def test_no_entry(text: str) -> None:
    assert entries(text) == []


def test_entry_with_a_decorated_box() -> None:
    assert entries("- [!] 2026-11-03 Coffee") == [("2026-11-03", "Coffee")]


@pytest.mark.parametrize("before", ["Log:\n\n", "", "# Log\n"])
def test_indented_list_is_not_code(before: str) -> None:
    text = f"{before}    - 2026-11-03 Coffee\n    - 2026-11-04 Tea"
    assert entries(text) == [("2026-11-03", "Coffee"), ("2026-11-04", "Tea")]


@pytest.mark.parametrize(
    "code",
    [
        "    # 2026-11-03 Coffee\n\n    with [[bob]]",
        "\tgit log\n\t- 2026-11-03 [[bob]]\n\n\t- 2026-11-04 [[bob]]",
        "    **2026-11-03** [[bob]] date:: 2026-11-03",
        "    | 2026-11-03 | [[bob]] |\n",
    ],
)
@pytest.mark.parametrize("before", ["", "Text.\n\n", "# Log\n", "- item\n\nText.\n\n"])
def test_indented_code_is_no_entry_and_has_no_links(before: str, code: str) -> None:
    body = read(f"{before}{code}\n\n- 2026-11-05 Lunch [[ana]]\n")
    assert [entry.text for entry in body.interactions] == ["Lunch [[ana]]"]
    assert [link.target for link in body.links] == ["ana"]
    assert body.inline_fields == ()
    assert body.diagnostics == ()


@pytest.mark.parametrize(
    "text",
    [
        "Met\n    [[bob]] today",
        "- item\n\n    [[bob]] said",
        "- a\n    - b\n\n        [[bob]]",
        "   [[bob]]",
    ],
)
def test_indented_lines_of_a_paragraph_or_a_list_are_no_code(text: str) -> None:
    assert [link.target for link in read(text).links] == ["bob"]


def test_indented_code_in_a_dated_section_is_not_its_text() -> None:
    text = "## 2026-11-03 Coffee\n\n    x = [[bob]]\n\nGood talk."
    assert entries(text) == [("2026-11-03", "Coffee. Good talk.")]


def test_text_of_an_entry_holds_its_sub_items_and_continuation_lines() -> None:
    text = (
        "- 2026-11-03 Coffee;\n  told me about\n\tthe  reorg\n  - wants to leave\n\n  Later a walk."
    )
    expected = "Coffee; told me about the reorg · wants to leave Later a walk."
    assert only(text).text == expected


def test_text_goes_on_in_a_line_that_is_not_indented() -> None:
    assert only("- 2026-11-03 Coffee\nwith cake\n\nAnother paragraph.").text == "Coffee with cake"


@pytest.mark.parametrize(
    "next_line",
    ["- other", "* other", "1. other", "# other", "> other", "| other |", "---", "***", "\nother"],
)
def test_entry_ends_where_another_block_begins(next_line: str) -> None:
    assert only(f"- 2026-11-03 Coffee\n{next_line}").text == "Coffee"


def test_list_item_one_space_further_in_is_a_sibling() -> None:
    assert entries("- 2026-11-03 Coffee\n - 2026-11-04 Lunch") == [
        ("2026-11-03", "Coffee"),
        ("2026-11-04", "Lunch"),
    ]


def test_kinds_and_links_of_sub_items_belong_to_the_entry() -> None:
    entry = only("- 2026-11-03 Coffee\n  - met [[bob]] #intro")
    assert entry.kinds == (Kind.INTRO,)
    assert [link.target for link in entry.links] == ["bob"]


def test_dated_sub_item_is_an_entry_of_its_own() -> None:
    body = read("- 2026-11-03 Fair #lead\n  - 2026-11-04 Second day #gave\n  - and a walk")
    assert [(entry.text, entry.kinds) for entry in body.interactions] == [
        ("Fair #lead · and a walk", (Kind.LEAD,)),
        ("Second day #gave", (Kind.GAVE,)),
    ]


def test_dated_sub_item_of_an_item_without_a_date() -> None:
    assert entries("- Calls\n  - 2026-11-03 Short one") == [("2026-11-03", "Short one")]


def test_text_of_a_heading_is_its_section() -> None:
    text = "## 2026-11-03 Lunch\nWe met.\n\n### Topics\n- the reorg\n\n## Other\nNot this."
    assert only(text).text == "Lunch. We met. Topics · the reorg"


def test_section_ends_at_a_heading_of_a_higher_level() -> None:
    assert only("### 2026-11-03 Lunch\nWe met.\n# Other\nNo.").text == "Lunch. We met."


def test_heading_without_a_text_of_its_own() -> None:
    assert only("### 2026-11-03\n\nWe met.").text == "We met."


def test_heading_with_closing_marks() -> None:
    assert only("### 2026-11-03 Lunch ###\nWe met.").text == "Lunch. We met."


def test_underlined_heading_with_a_date() -> None:
    assert only("2026-11-03 Lunch\n----------------\nWe met.").text == "Lunch. We met."


def test_dated_item_in_a_dated_section_is_cut_out_of_it() -> None:
    body = read("### 2026-11-03 Fair\nStand 4. #lead\n- 2026-11-04 Coffee #gave\n\nThe end.")
    assert [(entry.text, entry.kinds) for entry in body.interactions] == [
        ("Fair. Stand 4. #lead The end.", (Kind.LEAD,)),
        ("Coffee #gave", (Kind.GAVE,)),
    ]


def test_dated_heading_in_a_dated_section_is_cut_out_of_it() -> None:
    text = "## 2026-11-03 Fair\nDay one.\n### 2026-11-04 Day two\nRain.\n## Other"
    assert entries(text) == [("2026-11-03", "Fair. Day one."), ("2026-11-04", "Day two. Rain.")]


def test_done_task_is_an_entry() -> None:
    assert entries("- [x] 2026-11-03 Sent the deck") == [("2026-11-03", "Sent the deck")]


def test_open_sub_task_of_an_entry_is_shown_but_only_meant() -> None:
    entry = only(
        "- 2026-11-03 Lunch #lead\n  - [ ] introduce [[bob]] #intro\n  - [x] told [[eve]] #gave"
    )
    assert entry.kinds == (Kind.GAVE, Kind.LEAD)
    assert [link.target for link in entry.links] == ["eve"]
    assert entry.text.startswith("Lunch #lead · [ ] introduce [[bob]] #intro")


def test_dated_sub_item_of_an_open_task_counts() -> None:
    entry = only("- [ ] Get it signed\n  - 2026-11-03 Called [[bob]] #asked")
    assert entry.kinds == (Kind.ASKED,)
    assert [link.target for link in entry.links] == ["bob"]


def test_quote_in_an_entry_is_shown_but_does_not_count() -> None:
    entry = only("- 2026-11-03 She wrote\n  > come and see [[bob]] #asked\n  - and we did #gave")
    assert entry.kinds == (Kind.GAVE,)
    assert entry.links == ()
    assert "come and see [[bob]]" in entry.text


def test_code_in_an_entry_is_shown_but_does_not_count() -> None:
    entry = only("- 2026-11-03 Typed `[[bob]] #gave` in")
    assert (entry.text, entry.kinds, entry.links) == ("Typed `[[bob]] #gave` in", (), ())


def test_comment_in_an_entry_is_gone() -> None:
    entry = only("- 2026-11-03 Coffee %% with [[bob]] #gave %%and <!-- #lead -->cake")
    assert (entry.text, entry.kinds, entry.links) == ("Coffee and cake", (), ())


def test_embed_is_no_link() -> None:
    entry = only("- 2026-11-03 Photo ![[bob]] and ![x](bob.md)")
    assert (entry.text, entry.links) == ("Photo ![[bob]] and ![x](bob.md)", ())


def test_link_to_a_day_is_a_link_of_the_note_but_not_of_the_entry() -> None:
    body = read("- [[2026-11-03]] moved from [[2026-11-01]]")
    assert [link.target for link in body.links] == ["2026-11-03", "2026-11-01"]
    assert body.interactions[0].links == ()


def test_place_of_an_entry_is_that_of_its_date() -> None:
    text = "\n  * **[[2026-11-03]]** Coffee\n\n## 2026-11-04 Lunch\n"
    assert [(e.line, e.column) for e in read(text, 10).interactions] == [(11, 9), (13, 4)]


def test_date_that_does_not_exist_is_reported_and_not_counted() -> None:
    body = read("- 2026-11-03 Coffee\n- 2026-02-30 Lunch\n  - more\n## 2026-13-01 Walk\n", 4)
    assert [entry.text for entry in body.interactions] == ["Coffee"]
    assert [(p.code, p.line, p.column) for p in body.diagnostics] == [
        ("NJ205", 5, 3),
        ("NJ205", 7, 4),
    ]


def test_date_that_does_not_exist_in_a_plain_note() -> None:
    body = read("- 2026-11-03 Coffee\n- **2026-02-30** Lunch\n", 4)
    assert [(p.code, p.line, p.column) for p in body.diagnostics] == [("NJ205", 5, 5)]


def test_long_text_is_cut() -> None:
    text = only("- 2026-11-03 " + "words " * 1000).text
    assert len(text) == 2000
    assert text.endswith("words w…")


def test_unusual_white_space_becomes_single_spaces() -> None:
    assert only("- 2026-11-03 a\u2028b\u00a0c\td  e\x0bf").text == "a b c d e f"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(end: str) -> None:
    body = read(
        end.join(["# Ana", "", "- 2026-11-03 Coffee", "  and cake", "- 2026-11-04 [[bob]]"])
    )
    assert [(e.text, e.line, e.column) for e in body.interactions] == [
        ("Coffee and cake", 3, 3),
        ("[[bob]]", 5, 3),
    ]
    assert [(link.line, link.column) for link in body.links] == [(5, 14)]


@pytest.mark.parametrize("separator", ["\u2028", "\u0085", "\x0b", "\x0c", "\x1e"])
def test_other_separators_do_not_end_a_line(separator: str) -> None:
    (entry,) = read(f"a{separator}b\n- 2026-11-03 Coffee").interactions
    assert entry.line == 2


def test_entries_in_the_order_of_the_file() -> None:
    assert entries("- 2026-11-03 B\n- 2025-01-01 A\n") == [("2026-11-03", "B"), ("2025-01-01", "A")]


def test_markers_of_a_list_in_a_list_line_are_text() -> None:
    assert entries("- - 2026-11-03 Coffee") == []


def test_empty_body() -> None:
    assert read("") == Body()
