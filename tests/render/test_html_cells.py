"""Text and cells as HTML."""

from datetime import date

import pytest
from rendering import NEGLECTED, PRIYA

from netjournal.model.review import Advice, Cell, ContactRef, Excerpt, IndustryRef, Reference
from netjournal.model.source import Place
from netjournal.model.subject import Subject, SubjectKind
from netjournal.render.html_cells import (
    Opening,
    html_cell,
    html_sentence,
    html_text,
    state_mark,
)
from netjournal.render.links import page_names

OPENING = Opening(page_names((NEGLECTED,)), "", "/vault")
PRIYA_LINK = '<a href="../contacts/priya-raman.md"><bdi>Priya Raman</bdi></a>'


def test_a_text_is_escaped() -> None:
    assert html_text("<a href=\"x\" title='y'>\x1b&") == (
        "&lt;a href=&#34;x&#34; title=&#39;y&#39;&gt;␛&amp;"
    )


def test_a_sentence_shows_what_is_to_be_typed() -> None:
    assert html_sentence('Say `name: "007"` & `<b>`') == (
        'Say <code>name: "007"</code> &amp; `&lt;b&gt;`'
    )


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (None, ""),
        ("<b>", "&lt;b&gt;"),
        (12, "12"),
        (date(2026, 3, 1), '<time datetime="2026-03-01">1 Mar 2026</time>'),
        (PRIYA, PRIYA_LINK),
        (ContactRef("", "contacts/x.md"), '<a href="../contacts/x.md"><bdi>x</bdi></a>'),
        (
            ContactRef("Wei", "contacts/x.md", "R&D"),
            (
                '<a href="../contacts/x.md"><bdi>Wei</bdi></a> '
                '<span class="apart">(<bdi>R&amp;D</bdi>)</span>'
            ),
        ),
        (
            Excerpt("Lunch <b>", Place("journal/x.md", 3)),
            (
                '<bdi>Lunch &lt;b&gt;</bdi> <a class="source" href="../journal/x.md#L3" '
                'title="journal/x.md">note</a>'
            ),
        ),
        (
            Excerpt("a.md:4", Place("a.md", 4)),
            '<a href="../a.md#L4">a.md:4</a>',
        ),
        (
            Reference("neglected", "5 overdue", "overdue"),
            '<a href="neglected.html#overdue">5 overdue</a>',
        ),
        (Advice("Write `a: b`; `<i>` is odd"), "Write <code>a: b</code>; “&lt;i&gt;” is odd"),
        (Reference("neglected", "all", "gone"), '<a href="neglected.html">all</a>'),
        (Reference("balance", "balance"), "balance"),
        (IndustryRef("Law & order", "legal"), "Law &amp; order"),
        ((PRIYA, "3 others"), f"{PRIYA_LINK}, 3 others"),
        (
            ("the deck", Excerpt("a.md:4", Place("a.md", 4))),
            '<p>the deck</p><p><a href="../a.md#L4">a.md:4</a></p>',
        ),
    ],
)
def test_cells(cell: Cell, shown: str) -> None:
    assert html_cell(cell, OPENING) == shown


def test_an_industry_that_has_a_page_is_a_link_to_it() -> None:
    subjects = {Subject(SubjectKind.INDUSTRY, "legal"): "industries/le gal"}
    opening = Opening(OPENING.names._replace(subjects=subjects), "", "/vault", "../")
    law = IndustryRef("Law & order", "legal")

    assert html_cell(law, opening) == '<a href="../industries/le%20gal.html">Law &amp; order</a>'


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("too early: 17 % of 6", "too early: 17~% of 6"),
        ("last in touch (3 March)", "last in touch (3~March)"),
        ("last in touch (3 March 2024)", "last in touch (3~March~2024)"),
        ("Friday (in 3 days)", "Friday (in~3~days)"),
        ("Friday, 3 March (a week ago)", "Friday, 3~March (a week ago)"),
    ],
)
def test_no_line_ends_between_a_number_and_its_word(text: str, shown: str) -> None:
    expected = shown.replace("~", "\N{NO-BREAK SPACE}")
    assert html_cell(text, OPENING) == html_sentence(text) == expected


def test_an_excerpt_opens_at_its_line() -> None:
    excerpt = Excerpt("Lunch", Place("a.md", 12))
    shown = html_cell(excerpt, OPENING._replace(open_with="vscode"))
    assert 'href="vscode://file/vault/a.md:12"' in shown


def test_states_have_a_word_and_a_class() -> None:
    assert state_mark("follow-up") == '<span class="state follow-up">follow up</span>'


@pytest.mark.parametrize("state", [None, "", 'x" onclick="y', "Überfällig", 3])
def test_what_is_no_state_has_no_mark(state: object) -> None:
    assert state_mark(state) == ""
