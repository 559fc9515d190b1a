"""The kinds that hashtags name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.config import HASHTAGS
from netjournal.model.contact import Kind
from netjournal.notes.hashtags import kinds_in


def test_hashtag_names_a_kind() -> None:
    assert kinds_in("Sent her the list #gave", HASHTAGS) == (Kind.GAVE,)


def test_kinds_come_in_the_order_of_kind_and_once() -> None:
    text = "#answered #outreach #gave and #outreach again #gave"
    assert kinds_in(text, HASHTAGS) == (Kind.GAVE, Kind.OUTREACH, Kind.ANSWERED)


@pytest.mark.parametrize(
    "text",
    ["#Gave", "#GAVE", "(#gave)", "#gave.", "#gave,", "*#gave*", "_#gave_", "x #gave\ny", "#gave-",
     "#gave/", "#gave/books", "a; #gave", "“#gave”", "[#gave]", "…#gave"],
)  # fmt: skip
def test_hashtag_is_found(text: str) -> None:
    assert kinds_in(text, HASHTAGS) == (Kind.GAVE,)


@pytest.mark.parametrize(
    "text",
    ["#gave-up", "#gaveaway", "#gave_up", "x#gave", "##gave", "https://x.example/#gave",
     "https://x.example/a?b#gave", "(https://x.example/,#gave)", "[here](#gave)", "[[#gave]]",
     "[[ana#gave]]", "/#gave", r"\#gave", "&#gave", "gave", "# gave", "#"],
)  # fmt: skip
def test_no_hashtag_is_found(text: str) -> None:
    assert kinds_in(text, HASHTAGS) == ()


def test_longest_word_wins() -> None:
    assert kinds_in("#was-asked", HASHTAGS) == (Kind.WAS_ASKED,)
    assert kinds_in("#introduced-me", HASHTAGS) == (Kind.INTRODUCED_ME,)


def test_hashtag_behind_an_address_is_found() -> None:
    assert kinds_in("see https://x.example/#gave #lead", HASHTAGS) == (Kind.LEAD,)


def test_words_of_a_vault() -> None:
    words = {"helped": Kind.GAVE, "crm/lead": Kind.LEAD, "café": Kind.ABOUT, "🎁": Kind.RECEIVED}
    text = "#helped #CRM/lead #gave #cafe\N{COMBINING ACUTE ACCENT} #🎁"
    assert kinds_in(text, words) == (Kind.GAVE, Kind.RECEIVED, Kind.LEAD, Kind.ABOUT)


@given(st.lists(st.sampled_from([*HASHTAGS, "nothing"]), max_size=8))
def test_every_hashtag_between_spaces_counts(words: list[str]) -> None:
    text = " ".join("#" + word for word in words)
    assert {HASHTAGS[word] for word in words if word in HASHTAGS} == set(kinds_in(text, HASHTAGS))
