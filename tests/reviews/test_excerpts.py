"""Words from a note, without markup and short."""

import time

import pytest
from building import config, contact, entry, index
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.config import HASHTAGS
from netjournal.model.contact import Kind
from netjournal.model.review import Excerpt
from netjournal.model.source import Place
from netjournal.reviews.excerpts import LENGTH, excerpt, plain_text

MOST = LENGTH * 4 // 3
INDEX = index(
    contact("contacts/priya-raman.md", "Priya Raman"),
    contact("contacts/a/kim.md", "Kim Sole"),
    contact("contacts/b/kim.md", "Kim Lind"),
)


def quoted(text: str) -> str | None:
    """The words of an excerpt of an entry with a text."""
    found = excerpt(entry("2026-01-01", text), INDEX, config().hashtags)
    return found.text if found else None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Coffee with [[priya-raman|Priya]].", "Coffee with Priya."),
        ("Coffee with [[priya-raman]].", "Coffee with Priya Raman."),
        ("Coffee with [[priya-raman#Log]].", "Coffee with Priya Raman."),
        ("Coffee with [[contacts/priya-raman.md]].", "Coffee with Priya Raman."),
        ("Coffee with [[Nobody Known]].", "Coffee with Nobody Known."),
        ("Coffee with [[kim]].", "Coffee with kim."),
        ("As on [[2026-01-01]].", "As on 2026-01-01."),
        ("[Priya](../contacts/priya-raman.md) rang.", "Priya rang."),
        ("![a chart](chart.png) shown.", "a chart shown."),
        ("Told me of the reorg. #gave", "Told me of the reorg."),
        ("Told me #gave of the reorg #Lead.", "Told me of the reorg."),
        ("Met at #berlin-meetup, #2 of us (#gave).", "Met at #berlin-meetup, #2 of us ()."),
        ("**Coffee** and cake", "Coffee and cake"),
        ("Ben is well - [ ] call him - [x] wrote", "Ben is well; to do: call him; done: wrote"),
        ("Ben is well · [ ] call him", "Ben is well · to do: call him"),
        ("Rain. - [/] dry - [-] swim", "Rain. to do: dry; dropped: swim"),
        ("[ ] Ask her", "to do: Ask her"),
        (
            "Looks ahead, needs:: tax advice [offers:: tea]",
            "Looks ahead, needs: tax advice (offers: tea)",
        ),
        ("std::vector stays", "std::vector stays"),
        ("A *very* ~~long~~ __old__ _path_ ==here== `a_b`", "A very long old path here a_b"),
        ("snake_case_name, 2 * 3 * 4, a == b stay", "snake_case_name, 2 * 3 * 4, a == b stay"),
        ("C# and [brackets] stay", "C# and [brackets] stay"),
        ("[[", "[["),
    ],
)
def test_markup_is_left_out(text: str, plain: str) -> None:
    assert plain == quoted(text)


def test_hashtags_of_the_vault_are_left_out() -> None:
    assert plain_text("Lunch #helped #gave", INDEX, {"helped": Kind.GAVE}) == "Lunch #gave"


def test_nothing_but_markup_says_nothing() -> None:
    assert quoted("#gave") is None


def test_an_excerpt_has_its_place() -> None:
    said = entry("2026-01-01", "Tea", line=7)._replace(path="journal/a.md")

    assert excerpt(said, INDEX, HASHTAGS, "Then: ") == Excerpt(
        "Then: Tea", Place("journal/a.md", 7)
    )


def test_a_long_text_is_clipped_between_two_words() -> None:
    actual = quoted("word, " * 40)

    assert actual is not None
    assert actual.endswith(" word…")
    assert len(actual) <= LENGTH


def test_a_long_text_is_cut_where_a_sentence_ends() -> None:
    first = "She told me of the reorganisation, of her new desk and of the two who have left."
    second = "And of Dr. Weiss, who will be missed."

    assert quoted(f"{first} {second} {'word ' * 40}") == f"{first} {second} …"


def test_a_sentence_that_ends_a_little_later_is_told_to_its_end() -> None:
    sentence = "w" * 20 + " and" * 28 + " so."

    assert quoted(f"Ah. {sentence} {'word ' * 40}") == f"Ah. {sentence} …"


def test_a_text_that_is_hardly_too_long_stays_whole() -> None:
    assert quoted("x" * MOST) == "x" * MOST


def test_a_text_without_spaces_is_cut_where_it_is() -> None:
    assert quoted("会" * 500) == "会" * (LENGTH - 1) + "…"


@pytest.mark.parametrize(
    "unit",
    ["[[a", "[[a|b", "[a](", "![", "#", "# ", "[[a]]", "a#b ", "*a", "_a ", "[ ] ", "[a:: ", "`"],
)
def test_a_hostile_text_costs_nothing(unit: str) -> None:
    start = time.process_time()

    quoted(unit * (1_000_000 // len(unit)))

    assert time.process_time() - start < 10


@given(st.text(alphabet="[]|()!#a gv*é\n", max_size=60))
def test_any_text_gives_an_excerpt_that_fits_a_line(text: str) -> None:
    actual = quoted(text)

    assert actual is None or (actual and len(actual) <= MOST)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Met [[kim]]. Then tea with [[priya-raman|Priya]].", "… Then tea with Priya."),
        (
            "Met Kim! “A day.” [Priya](../contacts/priya-raman.md) rang. Rain.",
            "… Priya rang. Rain.",
        ),
        ("Ben is well - he moved - [x] call [[Priya Raman]]", "… call Priya Raman"),
        ("Ben is well · he moved · [x] call [[Priya Raman]]", "… call Priya Raman"),
        ("会った。[[priya-raman|Priya]]と話した。", "… Priyaと話した。"),
        ("Tea with Dr. [[priya-raman|Priya]]. Rain.", "Tea with Dr. Priya. Rain."),
        (
            "Read [St. Olga. A life](x.md) to [[priya-raman|Priya]].",
            "Read St. Olga. A life to Priya.",
        ),
        ("Version 2.0 shown to [[priya-raman|Priya]].", "Version 2.0 shown to Priya."),
        ("Tea. Rain. Nobody is named.", "Tea. Rain. Nobody is named."),
        ("Tea. [[kim]] came. Rain.", "Tea. kim came. Rain."),
    ],
)
def test_an_excerpt_begins_with_the_sentence_that_names_the_contact(text: str, shown: str) -> None:
    said = entry("2026-01-01", text)._replace(path="journal/2026-01-01.md")

    found = excerpt(said, INDEX, HASHTAGS, about="contacts/priya-raman.md")

    assert found == Excerpt(shown, Place("journal/2026-01-01.md", 1))


def test_the_own_note_of_a_contact_is_quoted_from_its_beginning() -> None:
    said = entry("2026-01-01", "Tea. [[priya-raman]] is well.")._replace(
        path="contacts/priya-raman.md"
    )

    found = excerpt(said, INDEX, HASHTAGS, about="contacts/priya-raman.md")

    assert found is not None
    assert found.text == "Tea. Priya Raman is well."


@pytest.mark.parametrize("part", [". ", "a.", "[[", "- ", "[x](", ".”"])
def test_looking_for_the_sentence_in_a_huge_entry_costs_nothing(part: str) -> None:
    said = entry("2026-01-01", part * 300_000 + "[[priya-raman]]")
    start = time.perf_counter()

    excerpt(said, INDEX, HASHTAGS, about="contacts/priya-raman.md")

    assert time.perf_counter() - start < 1
