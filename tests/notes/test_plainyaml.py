"""Plain front matter is read as PyYAML reads it, or not at all."""

import time

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from yaml.nodes import MappingNode

from netjournal.notes.nodefields import fields_of
from netjournal.notes.plainyaml import plain_fields, plain_rows
from netjournal.notes.raw import Fields, RawField, RawValue
from netjournal.notes.yamlnodes import HANDLER

WORDS = st.sampled_from(
    [
        "Ana", "ally", "a b", "-", "- a", "-a", "~", "null", "NO", "2026-11-03", "12:30", "[", "]",
        "{", "}", ":", "a:", "a: b", "a:b", "https://x.example/a,b", "#", " #", "a #b", "a#b", '"',
        '"a"', '""', '" "', '"a" b', "'a'", "'", "it's", "&a", "*a", "!a", "|", ">", "%", "@a",
        "`a`", ",", "a,b", "?", "? a", "+1", "é", "👩‍💻", "a ", " a", "---", "...", "<<", "=", "\\",
    ]
)  # fmt: skip
VALUES = st.one_of(
    st.just(""),
    WORDS,
    st.lists(WORDS, max_size=4).map(" ".join),
    st.lists(WORDS, max_size=4).map(lambda words: "[" + ", ".join(words) + "]"),
    st.lists(WORDS, max_size=4).map(lambda words: "[" + ",".join(words) + " ] "),
    st.text(alphabet="ab :-[]{}\"'#,&*!|>%@`?é~", max_size=8),
)
KEYS = st.one_of(
    st.sampled_from(
        ["name", "last contact", "e-mail", "on", "a1", "é", "2024", "-", "a  b", '"a"', "<<", "?"]
    ),
    st.text(alphabet="ab -:#?\"'", min_size=1, max_size=5),
)
LINES = st.one_of(
    st.tuples(KEYS, st.sampled_from([": ", ":", ":  ", " : "]), VALUES).map("".join),
    st.tuples(st.sampled_from(["- ", "  - ", "    - ", "-", "  -", " "]), VALUES).map("".join),
    st.sampled_from(["", " ", "# a", "...", "---", "  a: b"]),
)
TAME = st.sampled_from(
    ["Ana", "a b", "a-b", "~", "NO", "12:30", "a'b", "R&D", "é", "a,b", '"a, b"', "-a"]
)
TAME_VALUES = st.one_of(
    st.just(""),
    TAME,
    st.lists(TAME, max_size=4).map(lambda words: "[" + ", ".join(words) + "]"),
    st.lists(TAME, min_size=1, max_size=3).map(
        lambda words: "".join("\n  - " + word for word in words)
    ),
)
TAME_LINES = st.tuples(
    st.sampled_from(["name:", "last contact:", "tags:", "é:"]),
    st.sampled_from([" ", "  "]),
    st.one_of(TAME_VALUES, TAME_VALUES, VALUES),
    st.sampled_from(["", " "]),
).map("".join)
BLOCKS = st.one_of(st.lists(LINES, max_size=5), st.lists(TAME_LINES, max_size=5)).map(
    lambda lines: "".join(line + "\n" for line in lines)
)


def as_yaml(block: str) -> Fields | None:
    """What a YAML loader makes of a front matter; None when it is no mapping."""
    try:
        root = HANDLER.load(block)
    except yaml.YAMLError:
        return None
    return fields_of(root, block, 2, "a.md") if isinstance(root, MappingNode) else None


@given(BLOCKS)
@settings(max_examples=1_500)
@example("a:\n- b\n- c\n")
@example("a: [b, ]\n")
@example("a: [ ]\nb: []\n")
@example('a: ["b, c" , d]\n')
@example("a:   b   \n")
@example("a:\n  - b\nc:\n    - d\n  - e\n")
@example("a: b: c\n")
@example("a:b\n")
@example("a: [~, null, -, b]\n")
@example("a:\n  - ~\n")
def test_like_pyyaml_or_not_at_all(block: str) -> None:
    rows = plain_rows(block)
    if rows:
        assert as_yaml(block) == Fields(plain_fields(rows, 2))


@pytest.mark.parametrize(
    "block",
    [
        "name: Priya Raman\nrelationship: ally\n",
        "last contact: 2026-11-03\n",
        "date created: 2026-01-01 10:00\n",
        'phone: "+351 21 000 0000"\n',
        "tags: [berlin, python]\n",
        "tags: []\n",
        "tags:\n  - berlin\n  - python\n",
        "tags:\n- berlin\n",
        "aliases:\nname: Ana\n",
        'knows: ["[[ben-osei]]", Tom Rask]\n',
        'knows:\n  - "[[ben-osei]]"\n',
        "website: https://example.org/priya?x=1&y=2\n",
        "name: José 👩\u200d💻\n",
        "title: Head of R&D\n",
    ],
)
def test_usual_front_matter_is_plain(block: str) -> None:
    rows = plain_rows(block)
    assert rows is not None
    assert as_yaml(block) == Fields(plain_fields(rows, 2))


@pytest.mark.parametrize(
    "block",
    [
        "company: Acme #1\n",
        "company: Foo: Bar\n",
        "company: &Sons\n",
        "company:Acme\n",
        "bio: |\n  text\n",
        "name: 'Ana'\n",
        'name: "a\\nb"\n',
        "  name: Ana\n",
        "- a\n",
        "name: Ana\n  - b\n",
        "name: Ana\n\ntitle: x\n",
        "tags:\n  - a\n    - b\n",
        "tags:\n  - a: b\n",
        "tags: [a, [b]]\n",
        "2024: x\n",
    ],
)
def test_what_is_not_plain_is_left_to_yaml(block: str) -> None:
    assert plain_rows(block) is None


def test_values_stand_where_they_are_typed() -> None:
    rows = plain_rows('tags:  [ a,  "b, c" ]\nknows:\n  -  Tom\nname: Ana \n')
    assert rows is not None
    assert plain_fields(rows, 5) == (
        RawField(
            "tags", (RawValue("a", 5, 10), RawValue("b, c", 5, 14, quoted=True)), 5, 1, is_list=True
        ),
        RawField("knows", (RawValue("Tom", 7, 6),), 6, 1, is_list=True),
        RawField("name", (RawValue("Ana", 8, 7),), 8, 1),
    )


@pytest.mark.parametrize(
    "hostile", ["a " * 500_000, "[" + "a," * 500_000, "a:b" * 300_000, '"', "[" + '"a",' * 250_000]
)
def test_a_hostile_line_costs_little(hostile: str) -> None:
    began = time.process_time()
    plain_rows(f"name: {hostile} #\n{hostile}")
    assert time.process_time() - began < 10
