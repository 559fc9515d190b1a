"""Text and cells as Markdown."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rendering import NEGLECTED, PRIYA

from netjournal.model.review import Advice, Cell, ContactRef, Excerpt, IndustryRef, Reference
from netjournal.model.source import Place
from netjournal.render.links import page_names
from netjournal.render.markdown import (
    Linking,
    at_line_start,
    inline,
    markdown_cell,
    note_link,
    page_link,
    sentence,
)
from netjournal.render.visible import one_line

NAMES = page_names((NEGLECTED,))
WIKI = Linking(NAMES, wikilinks=True)
PLAIN = Linking(NAMES, wikilinks=False)
READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def _read(markdown: str) -> tuple[list[str], str]:
    """The kinds of markup that a reader sees in a paragraph, and its text."""
    tokens = READER.parse(markdown)
    kinds = [token.type for token in tokens]
    inside = [child for token in tokens for child in token.children or ()]
    kinds += [child.type for child in inside if child.type != "text"]
    return kinds, "".join(child.content for child in inside)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Ana | [x](javascript:alert(1))", r"Ana \| \[x\](javascript:alert(1))"),
        ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)>"),
        ("a_b snake_case _it_ __x__", r"a_b snake_case \_it\_ \_\_x\_\_"),
        ("*bold* `code` ~~out~~", r"\*bold\* \`code\` \~\~out\~\~"),
        ("[[Ana|x]] ![[y]] [^1]", r"\[\[Ana\|x\]\] !\[\[y\]\] \[\^1\]"),
        ("#gave and C# and # 1", r"\#gave and C# and # 1"),
        ("==marked== %%hidden%% $x$", r"=\=marked=\= %&#37;hidden%&#37; \$x\$"),
        ("Company:: Acme ^block", r"Company:\: Acme \^block"),
        (
            "see https://evil.example www.evil.example",
            r"see https\://evil.example www\.evil.example",
        ),
        ("R&D &lt; &#60;", r"R&D &amp;lt; &amp;\#60;"),
        ("C:\\notes", "C:\\\\notes"),
        ("plain words, 24 Nov 2026 (3-4)", "plain words, 24 Nov 2026 (3-4)"),
        ("a\n\n# b\n---", r"a # b ---"),
    ],
)
def test_what_a_person_typed_is_escaped(typed: str, shown: str) -> None:
    assert inline(typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("# Big", r"\# Big"),
        ("- item", r"\- item"),
        ("+ item", r"\+ item"),
        ("+351 21", "+351 21"),
        ("> said", r"\> said"),
        ("1. first", r"1\. first"),
        ("1) first", r"1\) first"),
        ("1.5 times", "1.5 times"),
        ("=== x", r"\=\=\= x"),
        ("---", r"\---"),
        ("2026", "2026"),
    ],
)
def test_a_text_at_the_start_of_a_line_starts_nothing(typed: str, shown: str) -> None:
    assert at_line_start(typed) == shown


@given(st.text(st.characters(codec="utf-8")) | st.text("ab 1.-+>#=|`*_~[]()<>!\\&%:/w\n$^"))
def test_any_text_is_read_back_as_itself_and_nothing_else(text: str) -> None:
    kinds, read = _read(f"x {inline(text)} y")
    assert set(kinds) <= {"paragraph_open", "inline", "paragraph_close", "text_special"}
    assert " ".join(read.split()) == " ".join(f"x {one_line(text)} y".split())


@given(st.text("ab 1.-+>#=|`*_~[]()<>!\\&%:\t"))
def test_any_text_at_the_start_of_a_line_is_a_paragraph(text: str) -> None:
    kinds, _ = _read(at_line_start(text))
    assert set(kinds) <= {"paragraph_open", "inline", "paragraph_close", "text_special"}


@given(st.text(st.characters(codec="utf-8")), st.sampled_from([WIKI, PLAIN]))
def test_a_contact_of_any_name_is_one_link_to_its_note(name: str, linking: Linking) -> None:
    shown = note_link("contacts/ana.md", name, linking)
    label = one_line(name) or "contacts/ana.md"
    if shown.startswith("[["):
        assert shown == f"[[contacts/ana|{label}]]"
        return
    kinds, read = _read(shown)
    assert kinds.count("link_open") == 1
    assert " ".join(read.split()) == label


def test_a_sentence_shows_what_is_to_be_typed() -> None:
    assert (
        sentence("See `cadence` and `status: dormant`.", WIKI)
        == "See `cadence` and `status: dormant`."
    )


def test_a_sentence_never_shows_other_text_as_code() -> None:
    assert sentence("`<b>` and `a|b`", WIKI) == r"\`&lt;b>\` and \`a\|b\`"


def test_a_sentence_that_begins_like_a_list() -> None:
    assert sentence("- `cadence`", WIKI) == r"\- `cadence`"


def test_a_sentence_leads_to_the_page_that_it_names() -> None:
    text = "See the page neglected. The page hygiene isn't built."
    assert sentence(text, PLAIN) == (
        "See the page [neglected](neglected.md). The page hygiene isn't built."
    )
    assert sentence(text, WIKI).startswith("See the page [[review/neglected|neglected]].")


def test_a_wikilink_where_name_and_path_allow_it() -> None:
    assert note_link(PRIYA.path, PRIYA.name, WIKI) == "[[contacts/priya-raman|Priya Raman]]"


@pytest.mark.parametrize(
    ("path", "name", "shown"),
    [
        ("contacts/a.md", "Ana [HR]", r"[Ana \[HR\]](../contacts/a.md)"),
        ("contacts/a|b.md", "Ana", "[Ana](../contacts/a%7Cb.md)"),
        ("contacts/a#b.md", "Ana", "[Ana](../contacts/a%23b.md)"),
        ("contacts/[x](y).md", "Ana", "[Ana](../contacts/%5Bx%5D%28y%29.md)"),
    ],
)
def test_a_markdown_link_where_a_wikilink_would_break(path: str, name: str, shown: str) -> None:
    assert note_link(path, name, WIKI) == shown


def test_a_markdown_link_keeps_the_letters_of_every_alphabet() -> None:
    assert note_link("contacts/josé li 李.md", "José", PLAIN) == (
        "[José](../contacts/josé%20li%20李.md)"
    )


def test_links_to_pages() -> None:
    assert page_link("neglected", "see", "", WIKI) == "[[review/neglected|see]]"
    assert page_link("neglected", "see", "Who? Now", WIKI) == "[[review/neglected#Who? Now|see]]"
    assert page_link("neglected", "see", "Who? Now", PLAIN) == "[see](neglected.md#who-now)"
    assert page_link("neglected", "a*b", "", WIKI) == r"[a\*b](neglected.md)"


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (None, ""),
        ("a|b", r"a\|b"),
        (12, "12"),
        (2.48, "2.5"),
        (date(2026, 3, 1), "1 Mar 2026"),
        (ContactRef("Ana", "contacts/ana.md"), r"[[contacts/ana\|Ana]]"),
        (Advice("Write `a: b`; `<i>` is odd"), "Write `a: b`; “&lt;i>” is odd"),
        (ContactRef("Ana", "contacts/ana.md", "Acme"), r"[[contacts/ana\|Ana (Acme)]]"),
        (
            Excerpt("Lunch", Place("journal/2026-03-01.md", 3)),
            r"Lunch ([[journal/2026-03-01\|note]])",
        ),
        (
            Excerpt("contacts/ana.md:4", Place("contacts/ana.md", 4)),
            r"[[contacts/ana\|contacts/ana.md:4]]",
        ),
        (
            Reference("neglected", "5 overdue", "overdue"),
            r"[[review/neglected#Time to be in touch\|5 overdue]]",
        ),
        (Reference("neglected", "5 overdue", "gone"), r"[[review/neglected\|5 overdue]]"),
        (IndustryRef("a * b * c", "a"), r"a \* b \* c"),
        (Reference("balance", "the *balance*"), r"the \*balance\*"),
        ((PRIYA, "3 others"), r"[[contacts/priya-raman\|Priya Raman]], 3 others"),
        ((), ""),
    ],
)
def test_cells_in_a_table(cell: Cell, shown: str) -> None:
    assert markdown_cell(cell, WIKI._replace(bar="\\|")) == shown
