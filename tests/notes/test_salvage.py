"""Front matter with a broken line: the line is named, and the others are read."""

import pytest
from reading import contact, note, problems, read, the_problem

from netjournal.model.contact import Link
from netjournal.notes import yamlnodes

BROKEN = [
    ("company:Acme\n", "the space after the colon is missing", "write `company: Acme`"),
    ("prose without a key\n", "this line is no field", "below the front matter"),
    ("- b\n", "a list item stands where a field is expected", "a line above it"),
    ("company: Foo: Bar\n", "a colon with a space after it", 'quotes: "Foo: Bar"'),
    ('company: "Foo",\n', "there is text after the closing quote", "delete the ,"),
    ("company: 'Foo',\n", "there is text after the closing quote", "delete the ,"),
    ("company: 'Foo' Bar\n", "there is text after the closing quote", "double quotes"),
    ('company: "Foo": Bar\n', "there is text after the closing quote", "single quotes"),
    ("x: @ana\n", "a value can't start with @", 'quotes: "@ana"'),
    ("x: `code`\n", "a value can't start with `", 'quotes: "`code`"'),
    ("x: %done\n", "a value can't start with %", 'quotes: "%done"'),
    ("x: *bold\n", "a value can't start with *", 'quotes: "*bold"'),
    ('x: @a "b"\n', "a value can't start with @", "quotes: '@a \"b\"'"),
    ('x: "never closed\n', 'the quote " opened here is never closed', 'write a "'),
    ("x: 'never closed\n", "the quote ' opened here is never closed", "write a '"),
    ("x: 'it's fine'\n", "the apostrophe ends the quoted text", 'quotes: "it\'s fine"'),
    ('x: "C:\\Users"\n', "a \\ starts an escape", "single quotes"),
    ('x: "a\\q"\n', "a \\ starts an escape", "single quotes"),
    ("x: “Ana: Lopez”\n", "curly quotes don't quote", "straight quotes"),
    ("x: [a, b\n", "the [ here is never closed", "write the ]"),
    ("x: {a, b\n", "the { here is never closed", "write the }"),
    ("x: [a,, b]\n", "a comma stands where a value is missing", "delete the comma"),
    ("x: [, a]\n", "a comma stands where a value is missing", "delete the comma"),
    ("x: [a] b\n", "text after the closing bracket", "double quotes"),
    ("x: >5 million\n", "a value can't start with >", 'quotes: ">5 million"'),
    ("x: | text\n", "a value can't start with |", 'quotes: "| text"'),
    ("x: - a\n", "a list begins on a line of its own", "the next line"),
    ("%x: y\n", "a line can't start with %", "key: value"),
    ("%YAML 1.2\n", "a directive of YAML", "delete the line"),
    ("--- x\n", "front matter must be one YAML document", "delete the ---"),
    ("\tx: y\n", "a tab can't indent a line", "spaces"),
    ("  x: y\n", "the line is indented differently", "one column"),
    ("x: ]\n", "YAML can't read this value", "double quotes"),
]  # fmt: skip
"""A broken third line, a part of the message, and a part of the hint."""


@pytest.fixture(autouse=True, params=["libyaml", "PyYAML alone"])
def _loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "PyYAML alone":
        monkeypatch.setattr(yamlnodes, "LOADER", yamlnodes.PythonNodes)


@pytest.mark.parametrize(("line", "message", "hint"), BROKEN, ids=[line for line, _, _ in BROKEN])
def test_the_broken_line_is_named_and_the_others_are_read(
    line: str, message: str, hint: str
) -> None:
    fields = f"name: Ana\n{line}title: Head\n"
    problem = the_problem(fields)
    assert (problem.code, problem.line) == ("NJ201", 3)
    assert message in problem.message
    assert hint in problem.hint
    ana = contact(fields)
    assert (ana.name, ana.title) == ("Ana", "Head")


@pytest.mark.parametrize(("line", "message", "hint"), BROKEN, ids=[line for line, _, _ in BROKEN])
def test_the_last_line_may_be_the_broken_one(line: str, message: str, hint: str) -> None:
    problem = the_problem(f"name: Ana\n{line}")
    assert (problem.code, problem.line) == ("NJ201", 3)
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize("line", ["company:Acme\n", "x: @ana\n", 'x: "a\n', "x: a: b\n"])
def test_the_first_line_may_be_the_broken_one(line: str) -> None:
    assert problems(f"{line}name: Ana\n") == [("NJ201", 2)]
    assert contact(f"{line}name: Ana\n").name == "Ana"


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ("name: Ana\ntags:\n  - a\n  - @b\n  - c\ntitle: x\n", 5),
        ("name: Ana\ntags:\n  - a\n - b\ntitle: x\n", 5),
        ("name: Ana\nbio: |\n  a\n b\ntitle: x\n", 5),
        ("name: Ana\ntags: [a,\n  b: c: d]\ntitle: x\n", 4),
        ('name: "Ana\ncompany: "Acme"\ntitle: x\n', 2),
        (" name: Ana\ncompany: Acme\n", 3),
        ("# a comment\nname: Ana\ntitle: @x\n", 4),
        ("[a, b]\nname: Ana\ntitle: Head\n", 2),
        ("name: Ana\n# a comment\n\ncompany:Acme\n# another\n", 5),
    ],
)
def test_line_of_what_spans_several(fields: str, line: int) -> None:
    assert (line,) == tuple(found for _, found in problems(fields))


def test_several_broken_lines_are_all_named() -> None:
    fields = "name: A: b\ntitle: @x\nuid: ok\n"
    assert problems(fields) == [("NJ201", 2), ("NJ201", 3)]
    ana = contact(fields)
    assert (ana.name, ana.title, ana.uid) == ("A: b", "@x", "ok")


def test_no_more_than_five_are_named() -> None:
    assert len(problems("".join(f"k{n}: @x\n" for n in range(9)))) == 5


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Foo: Bar\n", "Foo: Bar"),
        ('title: "Foo\n', "Foo"),
        ("title: 'it's'\n", "it's"),
        ("title: 'it's so' it's\n", "it's so' it's"),
        ('title: "Foo",\n', "Foo"),
        ("title: 'Foo',\n", "Foo"),
        ('title: "T44" Smith\n', "T44"),
        ('title: "Foo": Bar\n', "Foo"),
        ('title: "a \\"b\\" c" d\n', 'a "b" c'),
        ('title: "" Foo\n', ""),
        ("title: @x\n", "@x"),
        ("title: [a\n", ""),
        ("title: *x\n", ""),
    ],
)
def test_what_the_broken_line_surely_means(line: str, title: str) -> None:
    assert contact(f"name: Ana\n{line}").title == title


def test_a_comma_after_the_quotes_is_one_error_at_the_comma() -> None:
    problem = the_problem('name: Ana\ncadence: "6w",\n')
    assert (problem.code, problem.line, problem.column) == ("NJ201", 3, 14)
    cadence = contact('name: Ana\ncadence: "6w",\n').cadence
    assert cadence is not None
    assert cadence.days == 42


def test_place_of_what_stands_in_quotes_before_a_text() -> None:
    ana = contact('title: "Foo", Bar\nuid: "a\\"b" c\n')
    assert [ana.fields[name].column for name in ("title", "uid")] == [9, 6]


def test_links_side_by_side() -> None:
    fields = "knows: [[Bob]], [[Ann]]\n"
    assert problems(fields) == [("NJ201", 2)]
    assert [link.target for link in contact(fields).knows] == ["Bob", "Ann"]


def test_an_alias_for_what_stands_in_another_field_is_no_problem_of_its_own() -> None:
    fields = "base: &b Acme\ncompany: *b\ntitle: @x\n"
    assert problems(fields) == [("NJ201", 4), ("NJ208", 2)]


def test_places_of_what_was_saved() -> None:
    found = read(note('title: x: y\nvia: "[[Bob]]"\n'))
    assert found.links == (Link("Bob", "Bob", 3, 6),)
    assert found.contact is not None
    assert found.contact.fields["title"].column == 8


def test_too_deep_in_one_field_only() -> None:
    deep = "[" * 150 + "]" * 150
    assert problems(f"name: Ana\nx: {deep}\ntitle: y: z\n") == [("NJ215", 3), ("NJ201", 4)]


@pytest.mark.parametrize("line", ["%YAML 1.2\n", "%x: y\n", "%TAG ! !x\n"])
def test_line_that_starts_with_a_percent_sign_is_told_at_its_start(line: str) -> None:
    problem = the_problem(f"name: Ana\n{line}title: Head\n")
    assert (problem.line, problem.column) == (3, 1)


@pytest.mark.parametrize(
    ("line", "column"), [("    Bx: c\n", 5), ("  B: c\n", 3), ("  - b\n - c\n", 2)]
)
def test_wrong_indentation_is_told_at_the_first_character(line: str, column: int) -> None:
    head = "tags:" if line.count("\n") == 2 else "name: A"
    problem = the_problem(f"{head}\n{line}title: Head\n")
    assert problem.message == "the line is indented differently from the line before"
    assert (problem.line, problem.column) == (2 + line.count("\n"), column)
