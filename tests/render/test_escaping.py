"""Nothing that a person typed becomes markup, in any place of any page."""

from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rendering import pages_of, settings

from netjournal.model.charts import Chart, DueMark, DueTimeline
from netjournal.model.config import Me
from netjournal.model.review import (
    Cell,
    Column,
    ContactRef,
    Excerpt,
    Figure,
    IndustryRef,
    Reference,
    Review,
    Section,
)
from netjournal.model.source import Place
from netjournal.render.site import render
from netjournal.render.visible import one_line

HARMLESS = "plain words"
HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "javascript:alert(1)",
    "</script><script>alert(1)</script>",
    "[x](javascript:alert(3)) [y](data:text/html,<script>alert(4)</script>)",
    "Ana | [x](javascript:alert(1))",
    "line1\n\n# Big heading\n---",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "-->\n<script>alert(1)</script>",
    "]](javascript:alert(1))",
    "{{ 7 * 7 }} {% raw %} {# x",
    "`` ` ``` ~~~ $$x$$ %% a %% ==b== ^c",
    "| --- | :-: |",
    "- [ ] task 📅 2026-11-24 #gave",
    "\\| \\\\| \\",
    "&lt;script&gt; &#x3c;b&#x3e;",
    "![[secret]] ![x](https://evil.example/x.png)",
    "[^1]: note\n[ref]: https://evil.example",
    "<!-- %% --> <![CDATA[ ]]>",
    "a\u2028b\u0085c\x00d\x1b[31m\u202e\ud800",
)


def _review(text: str) -> Review:
    """A review that holds a text wherever a review can."""
    contact = ContactRef(text, f"contacts/{text}.md")
    excerpt = Excerpt(text, Place(f"journal/{text}.md", 3))
    row: dict[str, Cell] = {
        "contact": contact,
        "why": text,
        "said": excerpt,
        "where": Excerpt(f"x{text}:4", Place("x", 4)),
        "several": (text, contact, excerpt, Reference("page", text, "one")),
        "industry": IndustryRef(text, text),
        "names": (contact, Reference("elsewhere", text)),
        "state": f"{text} or not",
        "day": date(2026, 1, 1),
    }
    columns = tuple(Column(key, text) for key in row)
    sections = (
        Section("one", text, columns, (row, {**row, "state": "due"}), intro=text),
        Section("two", text, columns[:1], (row,), intro=text),
        Section("three", text, columns, (), empty=text),
    )
    figures = (Figure("a", 1, text),)
    return Review("page", text, (text, text), figures, sections, text, (text, text), _chart(text))


def _chart(text: str) -> Chart:
    """A chart that holds a text wherever a chart can."""
    mark = DueMark(text, 2.0, 3.0, "ally", "due", text)
    return Chart(text, text, text, date(2026, 1, 1), DueTimeline((mark,)))


def _pages(text: str, links: str = "markdown") -> dict[str, str]:
    me = Me(text if text.strip() else "x", text)
    return pages_of(render((_review(text),), settings(me=me, links=links)))


class _Tags(HTMLParser):
    """The tags of a page with their attributes, and apart from them what is said."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.tags: list[tuple[str, ...]] = []
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *[name for name, _ in attrs]))
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", data))


def _tags(page: str) -> _Tags:
    tags = _Tags()
    tags.feed(page)
    return tags


def _markdown(page: str) -> Iterator[str]:
    """The kinds of markup on a page, in order, without its texts."""
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for token in reader.parse(page):
        yield token.type
        for child in token.children or ():
            if child.type not in ("text", "text_special"):
                yield child.type


def _addresses(page: str) -> list[str]:
    reader = MarkdownIt("commonmark", {"html": True}).enable("table")
    children = [child for token in reader.parse(page) for child in token.children or ()]
    return [str(child.attrs["href"]) for child in children if child.type == "link_open"]


def _assert_as_harmless(text: str) -> None:
    # As long as the other one: what is short is set otherwise than sentences are.
    harmless, hostile = _pages("x" * len(text)), _pages(text)
    for path in harmless:
        if path.endswith(".html"):
            tags, wanted = _tags(hostile[path]), _tags(harmless[path])
            assert wanted.tags == tags.tags
            for address in set(tags.addresses) - set(wanted.addresses):
                assert address.startswith(("../", "#", "page.html", "index.html", "style.css"))
        elif path.endswith(".md"):
            assert list(_markdown(harmless[path])) == list(_markdown(hostile[path]))
            for address in _addresses(hostile[path]):
                assert address.startswith(("../", "page.md", "index.md"))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_only_text(text: str) -> None:
    _assert_as_harmless(text)


@given(st.text(min_size=1).filter(one_line))
def test_any_text_is_only_text(text: str) -> None:
    _assert_as_harmless(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_tables_keep_their_columns_with_wikilinks(text: str) -> None:
    kinds = list(_markdown(_pages(text, "wikilink")["review/page.md"]))
    expected = list(_markdown(_pages(HARMLESS, "wikilink")["review/page.md"]))
    for kind in ("th_open", "td_open", "tr_open", "heading_open", "html_block", "list_item_open"):
        assert expected.count(kind) == kinds.count(kind)
    assert "html_inline" not in kinds


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_is_read_as_it_was_typed(text: str) -> None:
    tags = _tags(_pages(text)["site/page.html"])
    assert one_line(text) in tags.said


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_path_leads_to_its_note(text: str) -> None:
    addresses = _tags(_pages(text)["site/page.html"]).addresses
    path = f"../contacts/{text}.md".encode("utf-8", "replace").decode()
    assert path in [unquote(address) for address in addresses]
