"""A note as HTML: nothing in it runs, loads, or leads where it shouldn't."""

import re
import time

import pytest
from nastiness import HOSTILE

from netjournal.model.source import Source
from netjournal.notes.as_html import LONGEST, note_html

BEN = {("ben", False): "ben.html", ("../b c.md", True): "b%20c.html"}


def shown(text: str, title: str = "") -> str:
    """The HTML of a note with this text."""
    return note_html(Source("contacts/ana.md", text.encode()), BEN, title).html


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("before", ["", "- 2026-01-02 ", "> ", "| a |\n|---|\n| "])
def test_what_is_hostile_is_text(before: str, text: str) -> None:
    html = shown(before + text)

    tags = set(re.findall(r"<(\w+)", html))
    assert tags <= {
        "p",
        "ul",
        "li",
        "blockquote",
        "h3",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    assert "javascript:" not in re.sub(r">[^<]*<", "><", html)


def test_front_matter_is_not_shown() -> None:
    assert shown("---\nname: Ana\n---\nHello.\n") == "<p>Hello.</p>"


def test_links_lead_to_pages_and_to_the_web_and_nowhere_else() -> None:
    assert shown("[[ben|Ben]]") == '<p><a href="ben.html">Ben</a></p>'
    assert shown("[B](<../b c.md#h>)") == '<p><a href="b%20c.html">B</a></p>'
    assert shown("<https://a.example>") == (
        '<p><a href="https://a.example">https://a.example</a></p>'
    )
    assert shown("[x](obsidian://open) [[nobody]] [y](../z.md)") == "<p>x nobody y</p>"


def test_pictures_and_embedded_notes_are_words() -> None:
    assert shown("![a dog](https://a.example/d.png) ![[ben]]") == "<p>a dog ben</p>"


def test_comments_are_left_out_and_code_is_kept() -> None:
    assert shown("one %%two%% three") == "<p>one  three</p>"
    assert "%%two%%" in shown("```\n%%two%%\n```")


def test_the_heading_that_says_the_name_is_left_out() -> None:
    assert shown("# Ana\n\n## Log\n", "Ana") == "<h3>Log</h3>"


@pytest.mark.parametrize(
    ("written", "levels"),
    [
        ("# a\n## b\n### c\n## d\n# e\n", "34543"),
        ("## a\n#### b\n## c\n# d\n", "3433"),
        ("###### a\n##### b\n", "33"),
        ("# a\n## b\n### c\n#### d\n##### e\n###### f\n", "345666"),
        ("> ## a\n\n- ### b\n", "34"),
    ],
)
def test_headings_are_one_level_below_what_they_stand_under(written: str, levels: str) -> None:
    assert "".join(re.findall(r"<h(\d)>", shown(written))) == levels


def test_boxes_of_tasks_are_signs() -> None:
    html = shown("- [ ] one\n- [x] two\n")

    assert "☐ one" in html
    assert "☑ two" in html


def test_a_very_long_note_is_cut() -> None:
    note = note_html(Source("a.md", b"word " * LONGEST), {})

    assert not note.is_whole
    assert len(note.html) < LONGEST + 100


@pytest.mark.parametrize("text", ["[" * 20_000, "![" * 10_000, "[a](" * 5_000, "*a **b " * 3_000])
def test_what_is_never_closed_takes_no_long_time(text: str) -> None:
    started = time.process_time()

    shown(text)

    assert time.process_time() - started < 10


def test_a_field_in_the_text_is_a_word_with_a_colon() -> None:
    assert shown("needs:: tax, `a:: b` std::x") == ("<p>needs: tax, <code>a:: b</code> std::x</p>")
