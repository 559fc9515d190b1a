"""Front matter: where it begins and ends, and what is wrong with it as YAML."""

import time

import pytest
from reading import codes_and_lines, note, problems, read, the_problem

from netjournal.notes.frontmatter import MAX_SIZE, FrontMatter, read_front_matter
from netjournal.notes.raw import RawField, RawValue


def front_matter(text: str) -> FrontMatter:
    return read_front_matter(text, "contacts/ana.md")


def found(text: str) -> tuple[list[tuple[str, int]], dict[str, list[str]], str]:
    """The diagnostics, the texts by key, and the body of a note."""
    head = front_matter(text)
    texts = {field.key: [value.text for value in field.values] for field in head.fields}
    body = text[head.body_start :]
    assert head.body_line == text.count("\n", 0, head.body_start) + 1 or not body
    return codes_and_lines(head.diagnostics), texts, body


def test_fields_and_body() -> None:
    head = front_matter("---\nname: Ana\ntags: [a]\n---\nbody\n")
    assert head.fields == (
        RawField("name", (RawValue("Ana", 2, 7),), 2, 1),
        RawField("tags", (RawValue("a", 3, 8),), 3, 1, is_list=True),
    )
    assert (head.present, head.body_start, head.body_line) == (True, 28, 5)


def test_note_without_front_matter() -> None:
    assert front_matter("# Ana\n\n---\nname: Ana\n---\n") == FrontMatter((), 0, 1, present=False)


@pytest.mark.parametrize("text", ["", "---", "---\n", "--- Ana\n---\n", "---\n\nAna\n", "-- -\n"])
def test_a_rule_is_no_front_matter(text: str) -> None:
    assert not front_matter(text).present


@pytest.mark.parametrize("body", ["", "\n", "x", "---\n", "\n---\nx\n---\n"])
def test_body_is_all_below_the_closing_fence(body: str) -> None:
    assert found(f"---\nname: Ana\n---\n{body}") == ([], {"name": ["Ana"]}, body)


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("\n---\nrelationship: ally\n---\n", 5),
        ("---\nrelationship: ally\n---", 4),
        ("\n\n----\ntags:\n  - a\n\nmet: 2019\n---\nx", 6),
        ("relationship: ally\ntags:\n- a\n---\nx", 4),
    ],
)
def test_second_front_matter_is_an_error_at_its_line(body: str, line: int) -> None:
    assert found(f"---\nname: Ana\n---\n{body}") == ([("NJ211", line)], {"name": ["Ana"]}, body)


@pytest.mark.parametrize(
    "body",
    [
        "\nNote: below\n---\n",
        "\n---\nText\n---\n",
        "\n---\nMet: at a fair.\n\nThen nothing.\n---\n",
        "\n---\n\nText: x\n\n---\n",
        "- 2026-11-03 x\n---\n",
        "\n---\nnote: x\n",
        "\n---\n",
        "\n---\n" + "key: x\n" * 300 + "---\n",
    ],
)
def test_rules_in_a_body_make_no_second_front_matter(body: str) -> None:
    assert found(f"---\nname: Ana\n---\n{body}") == ([], {"name": ["Ana"]}, body)


def test_second_front_matter_is_not_told_where_the_first_has_an_error() -> None:
    text = "---\nname: Ana\n...\n---\nname: Bob\n---\nmet: 2019\n---\n"
    assert found(text)[0] == [("NJ201", 3)]


def test_closing_fence_at_the_end_of_the_file() -> None:
    assert found("---\nname: Ana\n---") == ([], {"name": ["Ana"]}, "")


def test_spaces_after_a_fence_are_nothing() -> None:
    assert found("--- \nname: Ana\n---\t\nx") == ([], {"name": ["Ana"]}, "x")


@pytest.mark.parametrize(
    ("text", "place", "body"),
    [
        ("----\nname: Ana\n----\nx", ("NJ212", 1), "x"),
        ("---\nname: Ana\n-----\nx", ("NJ212", 3), "x"),
        ("\n\n---\nname: Ana\n---\nx", ("NJ212", 3), "x"),
        ("  ---\nname: Ana\n---\nx", ("NJ212", 1), "x"),
        ("---\nname: Ana\n...\nx", ("NJ212", 3), "x"),
        ("---\nname: Ana\n\t---\nx", ("NJ211", 3), "x"),
        ("---\nname: Ana\n  ---\nx\n\n---\ny", ("NJ211", 3), "x\n\n---\ny"),
        ("---\nname: Ana\n", ("NJ211", 1), ""),
        ("---\nname: Ana\n\n# Log\n\n- x\n", ("NJ211", 1), "\n# Log\n\n- x\n"),
        ("---\nname: Ana\nMet her.\n", ("NJ211", 1), "Met her.\n"),
        ("---\nname: Ana\n...\n---\nid: 2\n---\nx", ("NJ201", 3), "x"),
        ("---\nname: Ana\n...\n\n---\nx\n", ("NJ201", 3), "x\n"),
    ],
)
def test_odd_fences(text: str, place: tuple[str, int], body: str) -> None:
    assert found(text) == ([place], {"name": ["Ana"]}, body)


@pytest.mark.parametrize(
    ("text", "place", "body"),
    [
        ("\u2014-\nname: Ana\n\u2014-\nx", ("NJ212", 1), "x"),
        ("\u2014-\nname: Ana\n---\nx", ("NJ212", 1), "x"),
        ("\u2013\u2013\u2013\nname: Ana\n\u2013\u2013\u2013\n", ("NJ212", 1), ""),
        ("\u2014\u2014\u2014\nname: Ana\n\n---\nx", ("NJ212", 1), "x"),
        ("--\nname: Ana\n--\nx\n\n--\ny", ("NJ212", 1), "x\n\n--\ny"),
        ("---yaml\nname: Ana\n---\nx", ("NJ212", 1), "x"),
        ("--- YAML\nname: Ana\n---\nx", ("NJ212", 1), "x"),
        ("\u200b---\nname: Ana\n---\nx", ("NJ007", 1), "x"),
        ("---\u200b\nname: Ana\n---\nx", ("NJ007", 1), "x"),
        ("\ufeff---\nname: Ana\n---\nx", ("NJ007", 1), "x"),
    ],
)
def test_nearly_right_fences(text: str, place: tuple[str, int], body: str) -> None:
    assert found(text) == ([place], {"name": ["Ana"]}, body)


def test_nearly_right_fences_below_which_nothing_closes() -> None:
    assert found("---yaml\nname: Ana\n\nx") == (
        [("NJ212", 1), ("NJ211", 1)],
        {"name": ["Ana"]},
        "\nx",
    )


@pytest.mark.parametrize(
    "text",
    [
        "- yaml\nname: Ana\n---\n",
        "--\nname: Ana\n",
        "--\nMet her.\n--\n",
        "--\nname: Ana\nMet her.\nLiked her.\n--\n",
        "\u2014 she said:\nname: Ana\n---\n",
        "--- json\nname: Ana\n---\n",
        "--\n\n--\n",
        "--\n# name: Ana\n--\n",
        "--",
        "\u200b",
    ],
)
def test_dashes_that_open_no_front_matter(text: str) -> None:
    assert not front_matter(text).present


def test_nearly_right_fence_says_where_to_write_the_right_one() -> None:
    (problem,) = front_matter("\u2014-\nname: Ana\n\u2014-\n").diagnostics

    assert (problem.line, problem.column, problem.width) == (1, 1, 2)
    assert problem.message == "`\u2014-` is not the --- that opens front matter"
    assert problem.hint == "write exactly three hyphens here and on line 3: ---"


def test_rules_around_text_at_the_start_are_no_odd_fence() -> None:
    assert not front_matter("----\nSome text.\n----\n").present


@pytest.mark.parametrize(
    ("notes", "line"),
    [
        ("\n# Notes\nMet at: PyCon\n\n", 5),
        ("\n# Notes\n\nMet her at PyCon.\n\n", 6),
        ("\nMet her at PyCon.\n\n", 4),
        ("\n- 2026-01-05 Coffee\n\n", 4),
        ("\n## Log\n\n- 2026-01-05 Coffee\n\n", 6),
    ],
)
def test_notes_above_a_rule_are_not_swallowed(notes: str, line: int) -> None:
    places, texts, body = found(f"---\nname: Ana\n{notes}---\nmore\n")
    assert places == [("NJ211", line)]
    assert texts == {"name": ["Ana"]}
    assert body == notes[1:] + "---\nmore\n"


@pytest.mark.parametrize(
    "fields",
    [
        "name: Ana\n\n# work\ncompany: Acme\n\n# home\nlast contact: 2026-01-01\n\n",
        "Name: Ana\n\n# Work\nCompany: Acme\n\n",
        "# about Ana\nname: Ana\n",
        "name: Ana\n\ntags:\n\n- a\n- b\n",
        "name: Ana\n\nbio: |\n  text\n\n  more\n\ntitle: x\n",
        "\nname: Ana\n\n",
    ],
)
def test_comments_and_blank_lines_are_no_notes(fields: str) -> None:
    assert problems(fields) == []


def test_fence_inside_a_text_of_several_lines() -> None:
    text = "---\nbio: >\n  a\n---\n  b\ntitle: x\n---\nbody\n"
    assert found(text) == ([("NJ211", 4)], {"bio": ["a --- b"], "title": ["x"]}, "body\n")


def test_fence_inside_a_text_whose_rest_is_gone() -> None:
    text = "---\nbio: |\n  a\n---\ntitle: x\n---\nbody\n"
    assert found(text) == ([("NJ211", 4)], {"bio": ["a\n---"], "title": ["x"]}, "body\n")


def test_fence_inside_a_text_and_no_fields_below() -> None:
    text = "---\nbio: |\n  a\n---\n  b\n---\nbody\n"
    assert found(text) == ([("NJ211", 4)], {"bio": ["a\n---\nb"]}, "body\n")


@pytest.mark.parametrize(
    "body", ["", "\n  indented\n", "\nx\n\n---\n", "title: x\nprose\n---\n", "  a\n"]
)
def test_front_matter_may_end_with_a_text_of_several_lines(body: str) -> None:
    assert found(f"---\nbio: |\n  a\n---\n{body}") == ([], {"bio": ["a"]}, body)


def test_indented_rule_in_a_text_of_several_lines_is_text() -> None:
    assert found("---\nbio: |\n  a\n  ---\n  b\n---\nx") == ([], {"bio": ["a\n---\nb"]}, "x")


@pytest.mark.parametrize("fields", ["", "# only a comment\n", "\n", "---"])
def test_empty_front_matter(fields: str) -> None:
    assert ("NJ213", 1) in found(f"---\n{fields}---\nx")[0] or fields == "---"


@pytest.mark.parametrize(
    ("fields", "line"), [("- Ana\n", 2), ("# a\n\n[a, b]\n", 4), ("just words\n", 2)]
)
def test_what_is_no_fields(fields: str, line: int) -> None:
    assert found(note(fields, "x")) == ([("NJ210", line)], {}, "x")


@pytest.mark.parametrize("fields", ["[a, b]: x\n", "{a: b}: x\n", '"": x\n'])
def test_key_that_is_no_text_hides_no_other(fields: str) -> None:
    assert found(note(f"name: Ana\n{fields}"))[:2] == ([("NJ210", 3)], {"name": ["Ana"]})


def test_key_given_twice() -> None:
    problem = the_problem("name: Ana\nemail: a@x.example\ntitle: x\nemail: b@x.example\n")
    assert (problem.code, problem.line, problem.column) == ("NJ202", 5, 1)
    assert "first on line 3" in problem.message


def test_key_given_hundreds_of_times_is_told_a_few_times() -> None:
    told = problems("name: Ana\n" * 150)
    assert told == [("NJ202", line) for line in range(3, 23)]


def test_too_many_fields() -> None:
    assert problems("".join(f"k{n}: v\n" for n in range(201))) == [("NJ216", 2)]
    assert problems("".join(f"k{n}: v\n" for n in range(200))) == []


def test_longest_front_matter() -> None:
    fields = "name: Ana\nbio: " + "x" * (MAX_SIZE - 16) + "\n"
    assert problems(fields) == []
    assert problems("# " + fields) == [("NJ005", 1)]
    contact = read(note("# " + fields)).contact
    assert contact is not None
    assert contact.name == "ana"


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("name: Ana\u200b\n", ("NJ007", 2)),
        ("name: Ana\x85x\n", ("NJ007", 2)),
        ("title: x\nname: Ana\u2028x\n", ("NJ007", 3)),
        ("name: Ana\ufeff\n", ("NJ007", 2)),
        ("name: Ana\x1b[1m\n", ("NJ006", 2)),
        ("name: Ana\x7f\n", ("NJ006", 2)),
        ("name: Ana\uffff\n", ("NJ006", 2)),
        ('name: "Ana\\e"\n', ("NJ007", 2)),
        ('name: "Ana\\u202e"\n', ("NJ007", 2)),
        ("\xa0city: x\n", ("NJ007", 2)),
        ("na\u200bme: Ana\n", ("NJ007", 2)),
    ],
)
def test_hidden_characters(fields: str, place: tuple[str, int]) -> None:
    assert place in problems(fields)


@pytest.mark.parametrize(
    "fields",
    [
        "name: 👩\u200d💻\n",
        "name: می\u200cخواهم\n",
        "name: \u200fאנה\n",
        "name: Ana\xa0Lopez\n",
        "name: Ana\tLopez\n",
        'name: "a\\nb\\tc"\n',
        "name: 🏴\U000e0067\U000e0062\U000e007f\n",
    ],
)
def test_characters_that_belong_to_a_text(fields: str) -> None:
    assert problems(fields) == []


def test_control_characters_are_told_a_few_times() -> None:
    assert len(problems("a: \x01\x02\n" * 50)) == 20 + 20


@pytest.mark.parametrize(
    "hostile",
    [
        "a:\n" * 100_000,
        "a: [" + "a,\n" * 60_000,
        "- " * 150_000,
        "x: " + "[" * 300_000,
        "x: " + "{" * 300_000,
        "".join(" " * n + "a:\n" for n in range(1_200)),
        "a: &a x\n" + "b: [" + "*a," * 80_000 + "]\n",
        "a: x\n" + "&a : b\n" * 50_000,
        'a: "' + "\\" * 900_000 + "\n",
        "a: b: c\n" * 40_000,
        "a: |\n" + "  ---\n" * 50_000,
        "a: b\n" + "  ---x\n" * 50_000,
        "a: b\n\n" + "- x\n" * 70_000,
        "a: b #" * 150_000 + "\n",
        "\x01" * 900_000 + "\n",
        "a\n" * 150_000,
    ],
)
def test_hostile_front_matter_costs_little(hostile: str) -> None:
    began = time.process_time()
    front_matter(note(hostile))
    front_matter("---\n" + hostile)
    assert time.process_time() - began < 40


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ("na\ufeffme: Ana\n", (2, 3)),
        ("\ufeffname: Ana\n", (2, 1)),
        ("name: Ana\u0085Lopez\n", (2, 10)),
        ("name: Ana\ntitle: x\u0085location: y\n", (3, 9)),
        ("na\u2028me: Ana\n", (2, 3)),
    ],
)
def test_character_that_nobody_sees_is_told_of_once(fields: str, place: tuple[int, int]) -> None:
    problem = the_problem(fields)
    assert (problem.code, problem.line, problem.column) == ("NJ007", *place)


def test_other_problems_beside_such_a_character_are_told_as_well() -> None:
    assert problems("na\ufeffme: Ana\ntitle: @x\nloca\u200btion: y\n") == [
        ("NJ201", 3),
        ("NJ007", 2),
        ("NJ007", 4),
    ]
