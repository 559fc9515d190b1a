"""The blocks of a body."""

import pytest

from netjournal.notes.lines import BlockKind, scan

HEADING, ITEM, PARAGRAPH = BlockKind.HEADING, BlockKind.ITEM, BlockKind.PARAGRAPH
ROW, QUOTE = BlockKind.ROW, BlockKind.QUOTE


def blocks(text: str) -> list[tuple[BlockKind, int, str]]:
    """Kind, depth and whole text of each block."""
    return [(block.kind, block.depth, text[block.start : block.end]) for block in scan(text)]


def test_blocks_of_every_kind() -> None:
    assert blocks("# A\n\nb\nc\n\n- d\n> e\n| f |\n---\n") == [
        (HEADING, 0, "# A"),
        (PARAGRAPH, 0, "b\nc"),
        (ITEM, 0, "- d"),
        (QUOTE, 0, "> e"),
        (ROW, 0, "| f |"),
    ]


def test_places_of_a_list_item() -> None:
    (item, sub_item) = scan("\n -  a\n    b\n    * c\n")
    assert (item.line, item.start, item.content, item.text_end, item.end) == (1, 2, 5, 12, 20)
    assert (sub_item.line, sub_item.start, sub_item.content, sub_item.depth) == (3, 17, 19, 1)


def test_list_items_in_list_items() -> None:
    assert blocks("- a\n  - b\n\t- c\n  - d\n- e") == [
        (ITEM, 0, "- a\n  - b\n\t- c\n  - d"),
        (ITEM, 1, "- b\n\t- c"),
        (ITEM, 2, "- c"),
        (ITEM, 1, "- d"),
        (ITEM, 0, "- e"),
    ]


def test_item_without_text() -> None:
    assert blocks("-\n- \n*") == [(ITEM, 0, "-"), (ITEM, 0, "- "), (ITEM, 0, "*")]


def test_paragraph_inside_an_item_after_a_blank_line() -> None:
    assert blocks("- a\n\n  b\n\nc") == [
        (ITEM, 0, "- a\n\n  b"),
        (PARAGRAPH, 1, "b"),
        (PARAGRAPH, 0, "c"),
    ]


def test_heading_inside_an_item_is_text_of_the_item() -> None:
    assert blocks("- a\n  # b\n# c") == [
        (ITEM, 0, "- a\n  # b"),
        (PARAGRAPH, 1, "# b"),
        (HEADING, 0, "# c"),
    ]


@pytest.mark.parametrize(("line", "level"), [("===", 1), ("=", 1), ("---", 2), ("--  ", 2)])
def test_underlined_heading(line: str, level: int) -> None:
    (heading,) = scan(f"a\n{line}")
    assert (heading.kind, heading.level, heading.text_end) == (HEADING, level, 1)


@pytest.mark.parametrize("text", ["- a\n---", "a\n\n---", "> a\n---", "- a\n* * *", "a\n- - -"])
def test_line_across_the_page_is_no_underline(text: str) -> None:
    assert [block.kind for block in scan(text)] != [HEADING]
    assert len(scan(text)) == 1


@pytest.mark.parametrize("text", ["===", "--", "- a\n===", "- a\n--", "#a", "-a", "1234. a", "+1"])
def test_mere_text(text: str) -> None:
    assert len(scan(text)) == 1


def test_quote_goes_on_in_lines_without_a_mark() -> None:
    assert blocks("> a\nb\n> c\n\nd") == [(QUOTE, 0, "> a\nb\n> c"), (PARAGRAPH, 0, "d")]


def test_quote_in_an_item() -> None:
    assert blocks("- > a\n  > b\n> c") == [
        (ITEM, 0, "- > a\n  > b"),
        (QUOTE, 1, "> a\n  > b"),
        (QUOTE, 0, "> c"),
    ]


def test_table_without_outer_bars_ends_at_a_blank_line() -> None:
    assert blocks("a | b\n:-- | --:\nc | d\n\ne") == [
        (ROW, 0, "a | b"),
        (ROW, 0, ":-- | --:"),
        (ROW, 0, "c | d"),
        (PARAGRAPH, 0, "e"),
    ]


def test_line_of_dashes_and_bars_under_two_lines_is_no_table_head() -> None:
    assert blocks("x\na | b\n:-- | --:") == [(PARAGRAPH, 0, "x\na | b\n:-- | --:")]
