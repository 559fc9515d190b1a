"""File names for contacts: safe everywhere, and in the style of those that are there."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.file_names import MOST_BYTES, NAMELESS, file_stem
from netjournal.model.resolve import without_ending

HOSTILE = json.loads((Path(__file__).parents[1] / "nasty" / "names.json").read_text("utf-8"))
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in "123")}


def assert_safe(stem: str) -> None:
    assert stem
    assert len(stem.encode()) <= MOST_BYTES + 1
    assert not set(stem) & set('<>:"/\\|?*[]#^`%')
    assert all(unicodedata.category(each) not in ("Cc", "Cs", "Zl", "Zp") for each in stem)
    assert stem == unicodedata.normalize("NFC", stem).strip(" .~").lstrip("-_$")
    assert stem.partition(".")[0].strip().lower() not in RESERVED
    assert without_ending(stem) == stem


@pytest.mark.parametrize("like", ["", "ana-lopez", "änä"])
@pytest.mark.parametrize("name", HOSTILE, ids=lambda name: ascii(name)[:24])
def test_a_hostile_name_gives_a_safe_file_name(name: str, like: str) -> None:
    assert_safe(file_stem(name, like))


@given(st.text(max_size=200), st.sampled_from(["", "ana", "a_b", "änä"]))
def test_every_name_gives_a_safe_file_name_that_stays_itself(name: str, like: str) -> None:
    stem = file_stem(name, like)

    assert_safe(stem)
    assert file_stem(stem) == stem


@pytest.mark.parametrize(
    ("name", "like", "stem"),
    [
        ("Anna Lee", "", "Anna Lee"),
        ("Anna Lee", "Ana Lopez", "Anna Lee"),
        ("Anna Lee", "ana-lopez", "anna-lee"),
        ("Anna Lee", "ana", "anna-lee"),
        ("Anna Lee", "ana_lopez", "anna_lee"),
        ("Zoë O'Hara-Łuk", "ana-lopez", "zoe-ohara-luk"),
        ("Zoë Müller", "änä", "zoë-müller"),
        ("J. Smith, Jr.", "ana-lopez", "j-smith-jr"),
        ("J. Smith, Jr.", "", "J. Smith, Jr"),
        ("AC/DC: live", "", "AC DC live"),
        ("हिन्दी", "ana", "हिन्दी"),
        ("Jose\u0301", "", "José"),
        ("con", "", "con_"),
        ("Aux.x", "", "Aux_.x"),
        ("???", "", NAMELESS),
    ],
)
def test_a_name_in_the_style_of_another_file(name: str, like: str, stem: str) -> None:
    assert file_stem(name, like) == stem


def test_a_long_name_is_cut_between_letters() -> None:
    stem = file_stem("q\u0323\u0302" * 100)

    assert len(stem.encode()) <= MOST_BYTES
    assert stem.endswith("q\u0323\u0302")
