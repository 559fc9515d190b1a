"""The items of a JSON file, with their lines."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.importers import json_items
from netjournal.importers.json_items import BrokenAt, Item, Path, items, whole_text
from netjournal.model.imported import NotReadable

TEXT = '{\n "a": [],\n "b": [\n  {"c": 1},\n  [2,\n 3]\n ],\n "d": {"e": "f"}\n}\n'


def opened(path: Path) -> bool:
    return path in ((), ("a",), ("b",))


def test_items_of_what_is_opened_have_their_lines() -> None:
    assert list(items(TEXT, opened)) == [
        Item(("b", "[]"), 4, {"c": 1}),
        Item(("b", "[]"), 5, [2, 3]),
        Item(("d",), 8, {"e": "f"}),
    ]


@pytest.mark.parametrize(
    ("text", "line", "count"),
    [
        (TEXT[:40], 5, 1),
        (TEXT.replace('"d"', "d"), 8, 2),
        ('{"a": [1 2]}', 1, 1),
        ("", 1, 0),
        ("[1]x", 1, 1),
        ("\n" + "[" * 100_000, 2, 0),
        ('{"b": [' + "9" * 10_000 + "]}", 1, 0),
    ],
)
def test_what_stands_before_a_break_is_given(text: str, line: int, count: int) -> None:
    read, broken_at = until_broken(text)

    assert (len(read), broken_at) == (count, line)


def until_broken(text: str) -> tuple[list[Item], int]:
    """The items of a text, and the line where it breaks; 0 when it doesn't."""
    read = []
    try:
        for item in items(text, opened):
            read.append(item)  # noqa: PERF402 - what comes before the break is kept
    except BrokenAt as broken:
        return read, broken.line
    return read, 0


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=8,
)


@given(json_values, st.integers(0, 3), st.sampled_from([None, 1]))
def test_items_are_what_json_says(value: object, depth: int, indent: int | None) -> None:
    def flat(value: object, path: Path) -> list[tuple[Path, object]]:
        if len(path) <= depth and isinstance(value, dict):
            return [found for key, each in value.items() for found in flat(each, (*path, key))]
        if len(path) <= depth and isinstance(value, list):
            return [found for each in value for found in flat(each, (*path, "[]"))]
        return [(path, value)]

    found = items(json.dumps(value, indent=indent), lambda path: len(path) <= depth)

    assert [(item.path, item.value) for item in found] == flat(value, ())


@given(st.text(alphabet='{}[]",:1 \n'))
def test_whatever_the_text_it_ends_or_is_broken_somewhere(text: str) -> None:
    assert 0 <= until_broken(text)[1] <= text.count("\n") + 1


def test_a_huge_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_items, "LARGEST", 10)

    with pytest.raises(NotReadable):
        whole_text([b"123456\n", b"123456\n"])


def test_marks_and_damaged_bytes_are_read() -> None:
    assert whole_text([b"\xef\xbb\xbf{}\n"]) == "{}\n"
    assert whole_text(["{}".encode("utf-16")]) == "{}"
    assert whole_text([b'"\xff"']) == '"\ufffd"'
