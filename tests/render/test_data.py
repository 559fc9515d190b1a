"""Reviews as JSON and CSV."""

import csv
import io
import json
import math
from datetime import date
from pathlib import Path

import pytest
from building import Golden
from hypothesis import given
from hypothesis import strategies as st
from rendering import AS_OF, NEGLECTED, PRIYA, REVIEWS, with_rows

from netjournal.model import codes
from netjournal.model.review import Advice, ContactRef, Figure, Review, Section, Shortened
from netjournal.render.data import reviews_csv, reviews_json

HERE = Path(__file__).parent
PROBLEM = codes.UNRESOLVED_LINK.at("journal/a.md", 3, 5, "no contact 'Bob'", "make a note")


def test_reviews_as_json(golden: Golden) -> None:
    golden(HERE / "golden" / "reviews.json", reviews_json(REVIEWS, (PROBLEM,), AS_OF))


def test_json_has_the_names_that_programs_rely_on() -> None:
    data = json.loads(reviews_json((NEGLECTED,), (PROBLEM,), AS_OF))
    assert list(data) == ["version", "as_of", "pages", "diagnostics"]
    assert (data["version"], data["as_of"]) == (1, "2026-11-24")
    page = data["pages"][0]
    assert list(page) == ["slug", "title", "figures", "sections"]
    assert page["figures"] == {
        "overdue": 2,
        "mean_ratio": 2.977777777777778,
        "undefined": None,
    }
    assert [section["slug"] for section in page["sections"]] == ["overdue", "drifting", "never"]
    row = page["sections"][0]["rows"][1]
    assert row["contact"] == {"name": "Tomáš Novák", "path": "contacts/tomas-novak.md"}
    assert row["last_contact"] == "2025-09-02"
    assert row["overdue_ratio"] == 2.488888888888889
    assert row["said"] == {
        "text": "Lunch in Brno; the pilot starts in spring.",
        "path": "journal/2025-09-02.md",
        "line": 7,
    }
    assert data["diagnostics"] == [
        {
            "code": "NJ101",
            "severity": "warning",
            "path": "journal/a.md",
            "line": 3,
            "column": 5,
            "message": "no contact 'Bob'",
            "hint": "make a note",
        }
    ]


def test_a_reference_in_json_names_page_and_section() -> None:
    data = json.loads(reviews_json(REVIEWS, (), AS_OF))
    what = data["pages"][0]["sections"][1]["rows"][0]["what"]
    assert what == {"page": "neglected", "section": "overdue", "text": "2 contacts overdue"}


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_number_that_json_has_no_word_for_is_null(value: float) -> None:
    review = Review("a", "A", (), (Figure("x", value),), with_rows(({"y": value},), "y").sections)
    page = json.loads(reviews_json((review,), (), AS_OF))["pages"][0]
    assert page["figures"] == {"x": None}
    assert page["sections"][0]["rows"] == [{"y": None}]


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_comes_back_from_json_and_is_harmless_on_a_terminal(text: str) -> None:
    shown = reviews_json((with_rows(({"a": text},), "a"),), (), AS_OF)
    assert json.loads(shown)["pages"][0]["sections"][0]["rows"] == [{"a": text}]
    shown.encode("utf-8")
    assert not any(c != "\n" and (ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0) for c in shown)


def _table(*reviews: Review) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(reviews_csv(reviews))))


def test_reviews_as_csv(golden: Golden) -> None:
    golden(HERE / "golden" / "reviews.csv", reviews_csv(REVIEWS))


def test_csv_says_page_section_and_path_of_every_row() -> None:
    first = _table(NEGLECTED)[0]
    assert (first["page"], first["section"]) == ("neglected", "overdue")
    assert first["contact"] == "Priya Raman"
    assert first["contact_path"] == "contacts/priya-raman.md"
    assert first["overdue_ratio"] == "3.466666666666667"


def test_csv_without_rows_is_its_head() -> None:
    assert reviews_csv(()) == "page,section\n"


@pytest.mark.parametrize(
    "text",
    ['=HYPERLINK("http://evil.example","x")', "@SUM(1)", "+1", "-2+3", "\t=1", "\r=1", "＝1"],
)
def test_a_formula_in_csv_has_an_apostrophe_before_it(text: str) -> None:
    row = {"contact": ContactRef(text, "-a.md"), "why": text, "all": (text,)}
    found = _table(with_rows((row,), "contact"))[0]
    assert found["contact"] == found["why"] == found["all"] == "'" + text.replace("\r", "\n")
    assert found["contact_path"] == "'-a.md"


def test_numbers_in_csv_are_numbers() -> None:
    row = {"a": -3, "b": -0.25, "c": math.nan, "d": True, "e": date(2026, 3, 1), "f": None}
    found = _table(with_rows((row,), "a"))[0]
    assert [found[key] for key in "abcdef"] == ["-3", "-0.25", "", "1", "2026-03-01", ""]


def test_several_values_in_csv_are_one_text() -> None:
    found = _table(with_rows(({"a": (PRIYA, "3 others", 7)},), "a"))[0]
    assert found["a"] == "Priya Raman; 3 others; 7"


def test_control_characters_in_csv_are_replaced() -> None:
    assert _table(with_rows(({"a": "x\x9b\x00\udcffy"},), "a"))[0]["a"] == "x\ufffd\ufffd\ufffdy"


def test_namesakes_in_one_cell_of_the_csv_are_told_apart() -> None:
    both = (ContactRef("Wei", "a.md", "Acme"), ContactRef("Wei", "b.md", "b.md"))
    section = Section("s", "S", (), ({"who": both},))

    table = reviews_csv([Review("p", "P", (), (), (section,))])

    assert table.splitlines()[1] == "p,s,Wei (Acme); Wei (b.md)"


def test_a_sentence_in_a_cell_is_a_text_as_data() -> None:
    section = Section("s", "S", (), ({"todo": Advice("Write `a: b`")},))
    review = Review("p", "P", (), (), (section,))

    assert json.loads(reviews_json((review,), (), AS_OF))["pages"][0]["sections"][0]["rows"] == [
        {"todo": "Write `a: b`"}
    ]
    assert reviews_csv([review]).splitlines()[1] == "p,s,Write `a: b`"


def test_words_of_which_a_page_shows_few_are_whole_as_data() -> None:
    section = Section("s", "S", (), ({"who": Shortened("a, b, c", "a and 2 more")},))
    review = Review("p", "P", (), (), (section,))

    assert '"who": "a, b, c"' in reviews_json((review,), (), AS_OF)
    assert reviews_csv([review]).splitlines()[1] == 'p,s,"a, b, c"'
