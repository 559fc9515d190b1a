"""YAML beyond plain lines, with libyaml and without."""

import pytest
from reading import codes_and_lines, note, problems, read

from netjournal.notes import yamlnodes
from netjournal.notes.frontmatter import FrontMatter, read_front_matter
from netjournal.notes.raw import RawField, RawValue


@pytest.fixture(autouse=True, params=["libyaml", "PyYAML alone"])
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "PyYAML alone":
        monkeypatch.setattr(yamlnodes, "LOADER", yamlnodes.PythonNodes)


def front_matter(text: str) -> FrontMatter:
    return read_front_matter(text, "contacts/ana.md")


def found(text: str) -> tuple[list[tuple[str, int]], dict[str, list[str]]]:
    """The diagnostics and the texts by key of a note."""
    head = front_matter(text)
    texts = {field.key: [value.text for value in field.values] for field in head.fields}
    return codes_and_lines(head.diagnostics), texts


def test_texts_stay_as_typed() -> None:
    fields = "a: 'NO'\nb: \"x\\ty\"\nc: |\n  one\n  two\nd: >-\n  one\n  two\ne: one\n  two\n"
    places, texts = found(note(fields))
    assert places == []
    assert texts == {
        "a": ["NO"],
        "b": ["x\ty"],
        "c": ["one\ntwo"],
        "d": ["one two"],
        "e": ["one two"],
    }


def test_values_that_are_none() -> None:
    fields = "a:\nb: ~\nc: null\nd: ''\ne: [~, x, '']\nf: '~'\n'g': Null\n"
    assert found(note(fields))[1] == {
        "a": [],
        "b": [],
        "c": [],
        "d": [],
        "e": ["x"],
        "f": ["~"],
        "g": ["Null"],
    }


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        ("[[Bob]]", ["[[Bob]]"]),
        ("[[Bob Smith|Bob]]", ["[[Bob Smith|Bob]]"]),
        ("[[[Bob]], [[Ann]], Tom]", ["[[Bob]]", "[[Ann]]", "Tom"]),
        ("[[a], [b]]", ["[a]", "[b]"]),
        ("{{date}}", ["{{date}}"]),
        ("{a: b}", ["{a: b}"]),
        ("\n  - [[Bob]]\n  - {a: b}", ["[[Bob]]", "{a: b}"]),
        ("\n  a: b\n  c: d", ["a: b\n  c: d"]),
    ],
)
def test_links_and_nested_values_stay_as_typed(value: str, texts: list[str]) -> None:
    assert found(note(f"x: {value}\n")) == ([], {"x": texts})


def test_places_of_values() -> None:
    head = front_matter(note("é: 'x'\ny: |\n\n    a\nz:\n  - [[B]]\n  - {c: d}\n"))
    assert head.fields == (
        RawField("é", (RawValue("x", 2, 4, quoted=True),), 2, 1),
        RawField("y", (RawValue("\na", 3, 4, quoted=True),), 3, 1),
        RawField(
            "z",
            (
                RawValue("[[B]]", 7, 5, quoted=True),
                RawValue("{c: d}", 8, 5, nested=True),
            ),
            6,
            1,
            is_list=True,
        ),
    )


def test_comment_that_cuts_a_value() -> None:
    for fields in ("a: Acme #1\n", "a: #tag\n", "a: [x, y #1\n  ]\n", "a:\n  - x #1\n"):
        assert found(note(fields))[0][0][0] == "NJ208", fields


@pytest.mark.parametrize("fields", ["a: x # y\n", "a: x#1\n", "a: 'x #1'\n", "a: x\n#1\n"])
def test_comment_that_is_meant(fields: str) -> None:
    assert found(note(fields))[0] == []


def test_ampersand_is_text_unless_an_alias_uses_it() -> None:
    fields = "a: &Sons Ltd\nb: &x Acme\nc: *x\nd: &y [a]\n"
    places, texts = found(note(fields))
    assert places == [("NJ208", 2)]
    assert texts == {"a": ["&Sons Ltd"], "b": ["Acme"], "c": ["Acme"], "d": ["a"]}


def test_merge_keys() -> None:
    fields = "p: &p {a: 1, b: 2}\nq: &q {b: 3, c: 4}\n<<: [*p, *q]\na: 0\n"
    places, texts = found(note(fields))
    assert places == []
    assert {key: texts[key] for key in "abc"} == {"a": ["0"], "b": ["2"], "c": ["4"]}


@pytest.mark.parametrize(
    "fields",
    [
        "a: &a [x, x]\nb: [*a, *a]\n",
        "a: &a {k: v}\nb: {k: *a}\n",
        "a: x\nb: &b {k: *b}\n",
        "a: x\nb: &b [[*b]]\n",
    ],
)
def test_tangled_aliases_are_refused_once(fields: str) -> None:
    assert found(note(fields + "c: ok\n"))[0] == [("NJ215", 3)]
    assert found(note(fields + "c: ok\n"))[1]["c"] == ["ok"]


def test_tangle_that_another_field_repeats() -> None:
    places, texts = found(note("a: &a [x]\nb: &b [*a, *a]\nc: *b\nd: *a\n"))
    assert places == [("NJ215", 3)]
    assert texts == {"a": ["x"], "b": [], "c": [], "d": ["x"]}


def test_many_brackets_are_not_deep() -> None:
    fields = "x: [" + ", ".join(["[a]", "{b: c}"] * 100) + "]\ny:\n  " + "[a" * 30 + "\n"
    assert found(note(fields))[1]["x"][:2] == ["[a]", "{b: c}"]


@pytest.mark.parametrize("depth", [25, 400, 3_000])
def test_too_deep(depth: int) -> None:
    deep = "[" * depth + "]" * depth
    places, texts = found(note(f"name: Ana\nx: {deep}\ntitle: y\n"))
    assert places == [("NJ215", 3)]
    assert texts["name"] == ["Ana"]
    assert texts["title"] == ["y"]


def test_deep_in_blocks() -> None:
    places, texts = found(note("name: Ana\nx:\n  " + "- " * 2_000 + "a\ntitle: y\n"))
    assert places in ([("NJ215", 3)], [("NJ215", 4)])
    assert texts["title"] == ["y"]


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        ("!wow", ["!wow"]),
        ("!!python/object/apply:os.system [x]", []),
        ("[!a b, c]", ["!a b", "c"]),
        ("{a: !b c}", []),
    ],
)
def test_tags_are_refused(value: str, texts: list[str]) -> None:
    assert found(note(f"name: Ana\nx: {value}\n")) == (
        [("NJ217", 3)],
        {"name": ["Ana"], "x": texts},
    )


def test_the_tag_of_a_text_is_allowed() -> None:
    assert found(note("x: !!str 7\n")) == ([], {"x": ["7"]})


@pytest.mark.parametrize(
    ("fields", "lines"),
    [
        ("address:\n  city: Porto\n  street: x\n  city: Lisbon\n", [5]),
        ("addresses:\n  - city: Porto\n    city: Lisbon\n", [4]),
        ("a:\n  b:\n    c: 1\n    c: 2\n  b: 3\n", [6, 5]),
        ("a: {b: 1, b: 2}\n", [2]),
        ("a: &x\n  b: 1\n  b: 2\nc: *x\n", [4]),
        ("a:\n  ? [b]\n  : 1\n  ? [b]\n  : 2\n", []),
        ("a:\n  b: 1\nc:\n  b: 2\n", []),
    ],
)
def test_key_twice_inside_a_field(fields: str, lines: list[int]) -> None:
    assert problems(fields) == [("NJ202", line) for line in lines]


def test_key_twice_inside_a_field_says_where_it_stood_first() -> None:
    (problem,) = read(note("address:\n  city: Porto\n  city: Lisbon\n")).diagnostics

    assert (problem.line, problem.column) == (4, 3)
    assert problem.message == "city is given twice (first on line 3)"


def test_keys_twice_inside_a_field_are_told_a_few_times() -> None:
    assert len(problems("a:\n" + "  b: 1\n" * 5_000)) == 20
