"""Comments and code, which hide what they hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.notes.hidden import layers


def plain(text: str) -> str:
    """The words that are left of a text, one space between."""
    return " ".join(layers(text).plain.replace("`", "").split())


def shown(text: str) -> str:
    return " ".join(layers(text).shown.split())


def test_text_without_code_is_left_alone() -> None:
    text = "a > b & 100% ~ c\n\n- [[x]]"
    assert (text, text) == layers(text)


def test_inline_code_is_shown_but_means_nothing() -> None:
    assert layers("a `[[x]]` b").shown == "a `[[x]]` b"
    assert plain("a `[[x]]` b") == "a b"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a\n```\nb\n```\nc", "a c"),
        ("a\n```python title=x\nb\n```\nc", "a c"),
        ("a\n~~~\nb\n~~~\nc", "a c"),
        ("a\n````\nb\n```\nc\n````\nd", "a d"),
        ("a\n```\nb\n~~~\nc\n```\nd", "a d"),
        ("a\n```\nb\n````\nc", "a c"),
        ("a\n```\nb", "a"),
        ("a\n```", "a"),
        ("a\n``` b`c\nd", "a b`c d".replace("`", "")),
        ("- a\n  ```\n  b\n  ```\n  c", "- a c"),
        ("- ```\n  b\n  ```\n- c", "- - c"),
        ("1. ~~~\n   b\n   ~~~\n2. c", "1. 2. c"),
        ("> a\n> ```\n> b\n> ```\n> c", "> a > > c"),
        ("> ```\n> b\n\nc", "> c"),
        ("> ```\n> b\nc", "> c"),
        ("```\n> ```\nb\n```\nc", "c"),
        ("```\nb\n``` x\nc\n```\nd", "d"),
    ],
)
def test_fenced_code(text: str, left: str) -> None:
    assert left == plain(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a <!-- b --> c", "a c"),
        ("a <!-- b\n\nc --> d", "a d"),
        ("a %% b %% c", "a c"),
        ("a\n%%\nb\n\nc\n%%\nd", "a d"),
        ("<!---->a", "a"),
        ("<!-->a", "a"),
        ("a <!-- b", "a <!-- b"),
        ("a\n<!-- b\n\nc", "a"),
        ("a\n  %% b\n\nc", "a"),
        ("a 20%% b\n\nc", "a 20%% b c"),
        ("a <!-- b <!-- c\n<!-- d", "a <!-- b <!-- c"),
        (r"a \%% b %% c %% d", r"a \%% b d"),
        (r"a \<!-- b --> c", r"a \<!-- b --> c"),
    ],
)
def test_comments(text: str, left: str) -> None:
    assert left == plain(text)
    assert left == shown(text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("`a <!-- b` c", "c"),
        ("<!-- ` --> a ` b", "a b"),
        ("`%%` a `%%`", "a"),
        ("%% ``` %%\na\n```\nb\n```", "a"),
        ("```\n<!--\n```\na", "a"),
        ("<!--\n```\n-->\na", "a"),
        ("a `b\nc` d", "a d"),
        ("a `b\n\nc` d", "a b c d"),
        ("- a `b\n- c` d", "- a b - c d"),
        ("`a ``b`` c` d", "d"),
        ("``` a ``` b", "b"),
        (r"\`a` b", r"\a b"),
        (r"\\`a` b", r"\\ b"),
    ],
)
def test_what_opens_first_wins(text: str, left: str) -> None:
    assert left == plain(text)


ALPHABET = st.sampled_from(
    ["`", "``", "```", "~~~", "\n", "\n\n", "<!--", "-->", "%%", "> ", "- ", "a", " ", "\\", "    "]
)


@given(st.lists(ALPHABET, max_size=40).map("".join))
def test_layers_are_as_long_and_have_the_same_lines(text: str) -> None:
    breaks = [place for place, letter in enumerate(text) if letter == "\n"]
    for layer in layers(text):
        assert len(text) == len(layer)
        assert breaks == [place for place, letter in enumerate(layer) if letter == "\n"]


@given(st.lists(ALPHABET, max_size=40).map("".join))
def test_layers_hide_or_keep_but_never_change_a_letter(text: str) -> None:
    shown_text, plain_text = layers(text)
    assert all(now in (was, " ") for was, now in zip(text, shown_text, strict=True))
    assert all(now in (was, "`") for was, now in zip(shown_text, plain_text, strict=True))
