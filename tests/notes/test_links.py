"""Links, and what is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.contact import Link
from netjournal.notes.links import names_a_day, parse_links


def targets(text: str) -> list[str]:
    return [link.target for link in parse_links(text, 1, 1)]


def test_wikilink() -> None:
    assert (Link("priya-raman", "priya-raman", 4, 7),) == parse_links("with [[priya-raman]]", 4, 2)


def test_wikilink_with_a_label() -> None:
    assert (Link("Priya Raman", "Priya", 1, 1),) == parse_links("[[Priya Raman|Priya]]", 1, 1)


def test_wikilink_to_a_heading_of_another_note_names_that_note() -> None:
    assert (Link("priya", "her", 1, 1),) == parse_links("[[priya#Log|her]]", 1, 1)


def test_wikilink_to_a_block_of_another_note_names_that_note() -> None:
    assert targets("[[priya#^a1b2]]") == ["priya"]


def test_wikilink_in_a_table_has_no_backslash_in_its_target() -> None:
    assert (Link("priya", "P", 1, 3),) == parse_links(r"| [[priya\|P]] | lunch |", 1, 1)


def test_wikilink_with_an_empty_label_shows_its_target() -> None:
    assert (Link("priya", "priya", 1, 1),) == parse_links("[[priya|]]", 1, 1)


def test_wikilink_with_a_folder() -> None:
    assert targets("[[contacts/priya]]") == ["contacts/priya"]


def test_wikilink_keeps_every_letter_of_a_name() -> None:
    assert targets("[[ Zoë O’Hara-Núñez, Dr. (Jr.) ]]") == ["Zoë O’Hara-Núñez, Dr. (Jr.)"]


def test_markdown_link_is_a_path() -> None:
    expected = (Link("../People/Bob.md", "Bob", 1, 5, True),)
    assert expected == parse_links("Met [Bob](../People/Bob.md)", 1, 1)


def test_markdown_link_with_encoded_spaces() -> None:
    assert targets("[Bob](../People/Bob%20Smith.md)") == ["../People/Bob Smith.md"]


def test_markdown_link_in_angle_brackets() -> None:
    assert targets("[Bob](<../People/Bob Smith.md>)") == ["../People/Bob Smith.md"]


@pytest.mark.parametrize("title", ['"Bob Smith"', "'Bob'", "(Bob)", '"a (b) c"'])
def test_markdown_link_with_a_title(title: str) -> None:
    assert targets(f"[Bob](bob.md {title}) and more") == ["bob.md"]


def test_markdown_link_without_an_ending() -> None:
    assert targets("[Bob](bob)") == ["bob"]


def test_markdown_link_with_a_heading() -> None:
    assert targets("[Bob](bob.md#log)") == ["bob.md"]


def test_markdown_link_with_parentheses_in_its_path() -> None:
    assert targets("[Bob](bob_(smith).md)") == ["bob_(smith).md"]


def test_markdown_link_with_an_escaped_parenthesis() -> None:
    assert targets(r"[Bob](bob\(1.md)") == ["bob(1.md"]


def test_markdown_link_with_brackets_in_its_label() -> None:
    assert (Link("bob.md", "Bob [CEO]", 1, 1, True),) == parse_links("[Bob [CEO]](bob.md)", 1, 1)


def test_markdown_link_whose_label_runs_over_a_line_end() -> None:
    assert (Link("bob.md", "Bob Smith", 3, 5, True),) == parse_links(
        "met [Bob\nSmith](bob.md)", 3, 1
    )


@pytest.mark.parametrize("between", ["\n\n", "\n- ", "\n  * ", "\n# ", "\n> ", "\n1. ", "\n| "])
def test_no_label_reaches_into_another_block(between: str) -> None:
    assert targets(f"[ Bob{between}Smith](bob.md)") == []


def test_markdown_link_around_a_picture() -> None:
    assert targets("[![Bob](bob.png)](bob.md)") == ["bob.md"]


def test_markdown_link_around_a_wikilink_are_two_links() -> None:
    assert targets("[see [[ana]] and](bob.md)") == ["bob.md", "ana"]


@pytest.mark.parametrize(
    "text",
    [
        "![[bob]]",
        "![Bob](bob.png)",
        "[Bob](https://bob.example)",
        "[Bob](HTTP://bob.example)",
        "[mail](mailto:bob@bob.example)",
        "[call](tel:+123)",
        "[Bob](//bob.example/x)",
        "[Bob](www.bob.example)",
        "[[https://bob.example]]",
        "[[#Log]]",
        "[[#^block]]",
        "[log](#log)",
        "[empty]()",
        "[[]]",
        "[[ ]]",
        "[[bob",
        "[[bob\n]]",
        "[bob]",
        "[bob] (bob.md)",
        "bob](bob.md)",
        "[bob](bob.md",
        "[bob](bob smith.md)",
        r"\[[bob]]",
        r"\[Bob](bob.md)",
        "`[[bob]]`",
        "`` [[bob]] ` ``",
        "`[Bob](bob.md)`",
        "<!-- [[bob]] -->",
        "%% [[bob]] %%",
        "[x] bob",
        "[^1]",
    ],
)
def test_not_a_link(text: str) -> None:
    assert targets(text) == []


def test_backtick_without_a_partner_hides_nothing() -> None:
    assert targets("a ` and [[bob]]") == ["bob"]


def test_code_with_two_backticks_ends_at_two() -> None:
    assert targets("`` a ` b `` [[bob]]") == ["bob"]


def test_escaped_backtick_opens_no_code() -> None:
    assert targets(r"\`[[bob]]`") == ["bob"]


def test_brackets_in_a_path_are_no_links() -> None:
    assert targets("[Bob](<bob [[x]] [CEO].md>) [[y]]") == ["bob [[x]] [CEO].md", "y"]


def test_label_may_be_code() -> None:
    assert (Link("bob.md", "`Bob`", 1, 1, True),) == parse_links("[`Bob`](bob.md)", 1, 1)


def test_target_is_no_code() -> None:
    assert targets("[[`bob`]] [[`[[`]] [x](`bob`.md)") == []


def test_links_are_in_order_of_place() -> None:
    assert targets("[A](a.md) [[b]] [C](c.md) [[d]]") == ["a.md", "b", "c.md", "d"]


def test_escaped_brackets_in_a_label() -> None:
    assert targets(r"[Bob \[CEO\]](bob.md)") == ["bob.md"]


def test_line_and_column_after_line_ends() -> None:
    found = parse_links("[[a]]\n\n  [[b]] [[c]]\n[d](d.md)", 10, 5)
    assert [(link.line, link.column) for link in found] == [(10, 5), (12, 3), (12, 9), (13, 1)]


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("2026-11-24", True),
        ("journal/2026-11-24", True),
        ("../journal/2026-11-24.md", True),
        ("2026-11-24 Lunch", False),
        ("person-00001", False),
        ("ana.md", False),
        ("ana", False),
        ("x2026-11-24", False),
    ],
)
def test_links_that_name_a_day(target: str, *, expected: bool) -> None:
    assert expected == names_a_day(Link(target, target, 1, 1))


PIECES = st.sampled_from(
    ["[[", "]]", "[", "]", "(", ")", "](", "|", "#", "!", "\\", "`", "``", "a", "b c", " ", "\n",
     "%%", "<!--", "-->", "\n\n", "\n- ", "é", "🙂", "<", ">", '"', "://", ".md"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=40).map("".join))
def test_every_link_stands_where_it_says(text: str) -> None:
    lines = text.split("\n")
    for link in parse_links(text, 1, 1):
        written = lines[link.line - 1][link.column - 1 :]
        assert written.startswith("[" if link.is_path else "[[")
        assert link.is_path or link.target.strip() in written


@given(st.text(max_size=60))
def test_any_text_has_links_or_none(text: str) -> None:
    assert all(link.line >= 7 for link in parse_links(text, 7, 1))


@pytest.mark.parametrize("where", ["", " and [x](y.md)"])
def test_wikilinks_are_the_same_beside_a_markdown_link(where: str) -> None:
    typed = r"[[[a]] [[b|c]] \[[d]] ![[e]] [[f\|g]] [[h#i]] \\[[j]] [[k]l]] [[m[n]]"
    found = [link for link in parse_links(typed + where, 1, 1) if not link.is_path]
    assert list(parse_links(typed, 1, 1)) == found
    assert [link.target for link in found] == ["a", "b", "f", "h"]
