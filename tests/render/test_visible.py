"""Text from notes as it may be shown."""

from hypothesis import given
from hypothesis import strategies as st

from netjournal.render.visible import beginning, one_line


def test_line_breaks_and_tabs_become_single_spaces() -> None:
    assert one_line(" a\nb\r\n\tc\u2028d\x85e ") == "a b c d e"


def test_an_escape_sequence_becomes_visible() -> None:
    assert one_line("Ana\x1b[31mRED\x07\x7f") == "Ana␛[31mRED␇␡"


def test_a_c1_control_is_replaced() -> None:
    assert one_line("a\x9b31mb") == "a\ufffd31mb"


def test_direction_controls_are_dropped() -> None:
    assert one_line("Ana \u202egpj.exe\u2066") == "Ana gpj.exe"


def test_half_a_character_is_replaced() -> None:
    assert one_line("a\ud800b\udcff") == "a\ufffdb\ufffd"


def test_two_halves_become_their_character() -> None:
    assert one_line("\ud83d\udcbb") == "💻"


def test_joined_emoji_and_other_alphabets_stay() -> None:
    assert one_line("👩\u200d💻 محمد 李小龙 José") == "👩\u200d💻 محمد 李小龙 José"


@given(st.text())
def test_any_text_is_one_line_that_can_be_encoded(text: str) -> None:
    shown = one_line(text)
    assert shown.splitlines() in ([], [shown])
    assert shown == shown.strip()
    shown.encode("utf-8")
    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 for c in shown)


def test_a_short_text_is_whole() -> None:
    assert beginning("a short text", 12) == "a short text"


def test_a_long_text_is_cut_between_words() -> None:
    assert beginning("one two three four", 12) == "one two…"


def test_a_long_word_is_cut_where_it_is() -> None:
    assert beginning("x" * 20, 10) == "x" * 9 + "…"


def test_a_long_last_word_is_cut_rather_than_left_out() -> None:
    assert beginning("a " + "x" * 30, 12) == "a xxxxxxxxx…"
