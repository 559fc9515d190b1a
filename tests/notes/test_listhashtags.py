"""Lists in which hashtags stand without quotes."""

import time

import pytest
from reading import contact, problems, the_problem

from netjournal.notes import yamlnodes
from netjournal.notes.listhashtags import without_hashtags


@pytest.fixture(params=["libyaml", "PyYAML alone"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "PyYAML alone":
        monkeypatch.setattr(yamlnodes, "LOADER", yamlnodes.PythonNodes)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("typed", "tags", "place"),
    [
        ("[#a, #b]", ("a", "b"), (2, 8)),
        ("[#a]", ("a",), (2, 8)),
        ("[ #a, #b ]", ("a", "b"), (2, 9)),
        ("[#a #b, c]", ("a", "b", "c"), (2, 8)),
        ("[a,\n  #b,\n  c]", ("a", "b", "c"), (3, 3)),
        ("[a,\n  #b\n]", ("a", "b"), (3, 3)),
        ("[a, #b]   # work", ("a", "b"), (2, 11)),
        ("['x', #b, \"c\"]", ("x", "b", "c"), (2, 13)),
        ("[o 'x, #b, c#d]", ("o 'x", "b", "c#d"), (2, 14)),
        ("[# the first\n  a, #b]", ("a", "b"), (3, 6)),
        ("[a #b]", ("a",), (2, 10)),
        ("[a #b, c]", ("a", "c"), (2, 10)),
    ],
)
def test_hashtags_in_a_list_are_told_of_once_and_read(
    typed: str, tags: tuple[str, ...], place: tuple[int, int]
) -> None:
    fields = f"tags: {typed}\nname: Ana\n"

    problem = the_problem(fields)

    assert (problem.code, problem.line, problem.column) == ("NJ208", *place)
    assert "for a comment" in problem.message
    ana = contact(fields)
    assert (ana.tags, ana.name) == (tags, "Ana")


@pytest.mark.parametrize(
    "typed", ["[a, # one\n  b]", "[a, ## one\n  b]", "[a,\n  #old tags\n  b]", '["a", "b"] # x, #y']
)
def test_a_comment_between_the_values_stays_one(typed: str) -> None:
    fields = f"tags: {typed}\n"
    assert problems(fields) == []
    assert contact(fields).tags == ("a", "b")


@pytest.mark.parametrize("typed", ["[a, [b], #c]", "[#a, #b", "{a: #b}"])
def test_what_is_no_plain_list_is_left_alone(typed: str) -> None:
    block = f"tags: {typed}\nname: Ana\n"
    assert without_hashtags(block, 2, "") == (block, ())


def test_each_list_is_told_of() -> None:
    assert problems("tags: [#a, #b]\nindustry: [#tech]\n") == [("NJ208", 2), ("NJ208", 3)]


def test_a_text_of_several_lines_keeps_its_hashtags() -> None:
    fields = "bio: |\n  tags: [#a]\ntitle: x\n"
    assert problems(fields) == []


@pytest.mark.parametrize(
    "piece", ["k: [#a\n", "k: ['#a\n", "[#", "k: [#a, \n\n", "k: [a #", "k: [#a]\n"]
)
def test_hostile_text_takes_little_time(piece: str) -> None:
    block = piece * (1_000_000 // len(piece)) + "\n"
    start = time.process_time()
    without_hashtags(block, 2, "")
    assert time.process_time() - start < 10
