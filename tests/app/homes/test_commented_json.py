"""Settings of editors: members are added, and what a person wrote stays as it is."""

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.app.homes.commented_json import Items, Wanted, as_data, parsed, with_members

WANTED: Wanted = {
    "[markdown]": {"editor.quickSuggestions": {"other": "on"}},
    "command": "netjournal",
    "recommendations": Items(("one", "two")),
}


def added(text: str, wanted: Wanted = WANTED) -> str:
    """The text with the wanted members; again, nothing more is added."""
    found = with_members(text, wanted)
    assert found is not None
    again = with_members(found.text, wanted)
    assert again is not None
    assert again.text == found.text
    assert again.added == ()
    return found.text


def test_a_file_that_holds_nothing_gets_all_of_it() -> None:
    for text in ("", "\n", "{}", " { }\n", "{\n}\n"):
        assert json.loads(added(text)) == as_data(WANTED)


def test_comments_commas_and_order_stay() -> None:
    text = """// mine
{
    // Why there is no minimap.
    "editor.minimap.enabled": false, // it is too wide
    "[markdown]": {
        "editor.wordWrap": "on" /* always */
    },
    "url": "https://example.org//x", "recommendations": ["two"],
    // The end.
}
"""
    assert (
        added(text)
        == """// mine
{
    // Why there is no minimap.
    "editor.minimap.enabled": false, // it is too wide
    "[markdown]": {
        "editor.wordWrap": "on", /* always */
        "editor.quickSuggestions": {
            "other": "on"
        }
    },
    "url": "https://example.org//x", "recommendations": ["two",
        "one"
    ],
    // The end.
    "command": "netjournal"
}
"""
    )


def test_a_value_of_ones_own_stays_and_is_told() -> None:
    found = with_members('{"command": "other", "recommendations": "none"}', WANTED)

    assert found is not None
    assert found.added == ("[markdown].editor.quickSuggestions.other",)
    assert found.kept == ("command", "recommendations")
    assert parsed(found.text)["command"] == "other"


def test_tabs_line_ends_and_empty_objects() -> None:
    text = '{\r\n\t"[markdown]": {},\r\n\t"recommendations": []\r\n}'

    assert added(text, {"[markdown]": {"a": 1}, "recommendations": Items(("b",)), "c": 2}) == (
        '{\r\n\t"[markdown]": {\r\n\t\t"a": 1\r\n\t},\r\n\t"recommendations": [\r\n\t\t"b"\r\n\t],'
        '\r\n\t"c": 2\r\n}'
    )


def test_names_in_another_case_are_the_same_where_they_are_to_be() -> None:
    text, wanted = '{"types": {"Birthday": "date"}}', {"types": {"birthday": "text"}}

    same = with_members(text, wanted, any_case=True)
    other = with_members(text, wanted)

    assert same is not None
    assert (same.text, same.kept) == (text, ("types.birthday",))
    assert other is not None
    assert other.added == ("types.birthday",)


@pytest.mark.parametrize(
    "text",
    ["[]", "null", "{", '{"a": 1} x', '{"a": 1, "a": 2}', "{'a': 1}", "/* {}", '{"a" 1}', "{,}"],
)
def test_what_is_no_object_is_left_alone(text: str) -> None:
    assert with_members(text, WANTED) is None


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inside: (
        st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=3), inside, max_size=3)
    ),
    max_leaves=8,
)
OBJECTS = st.dictionaries(st.sampled_from(["a", "b", "c", '"', "//", "é"]), VALUES, max_size=4)


@given(
    before=OBJECTS,
    wanted=OBJECTS,
    indent=st.sampled_from([None, 0, 2, "\t"]),
    ascii_only=st.booleans(),
)
def test_any_object_keeps_what_it_has(
    before: dict[str, Any], wanted: dict[str, Any], indent: int | str | None, *, ascii_only: bool
) -> None:
    text = json.dumps(before, indent=indent, ensure_ascii=ascii_only)

    after = parsed(added(text, wanted))

    assert {key: after[key] for key in before if not isinstance(before[key], dict)} == {
        key: value for key, value in before.items() if not isinstance(value, dict)
    }
    assert {key: after[key] for key in wanted if key not in before} == {
        key: value for key, value in wanted.items() if key not in before
    }


GAPS = st.sampled_from(["", " ", "\n", "\t", "\r\n", "/* a, b */", "// c, }\n", '/* " */'])
TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[][{},:]|[^][{},:"\s]+')


@given(OBJECTS, OBJECTS, st.data())
def test_comments_anywhere_stay_where_they_are(
    before: dict[str, Any], wanted: dict[str, Any], data: st.DataObject
) -> None:
    text = "".join(
        [token + data.draw(GAPS) for token in TOKEN.findall(json.dumps(before, ensure_ascii=False))]
    )

    after = added(text, wanted)

    rest = iter(after)
    assert all(sign in rest for sign in text), "every sign is there still, in its order"
    assert after.count("/*") + after.count("//") == (
        text.count("/*") + text.count("//") + _slashes(wanted, before)
    )
    assert json.loads(json.dumps(parsed(text))) == before


def _slashes(wanted: dict[str, Any], before: dict[str, Any]) -> int:
    """How often the members that come along have the signs of a comment in them."""
    came = with_members(json.dumps(before, ensure_ascii=False), wanted)
    assert came is not None
    is_before = json.dumps(before, ensure_ascii=False)
    return sum(came.text.count(sign) - is_before.count(sign) for sign in ("/*", "//"))


@given(st.text(alphabet='{}[]",:/*\\ \n\r1ab', max_size=30))
def test_any_text_is_an_object_or_left_alone(text: str) -> None:
    found = with_members(text, WANTED)

    assert found is None or parsed(found.text)["command"] is not None or "command" in found.kept
