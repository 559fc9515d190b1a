"""What was made of the same object is not made again."""

from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.review import Row
from netjournal.reviews.keepsakes import Keepsakes


def test_each_source_is_looked_at_once_until_it_is_another() -> None:
    made: list[str] = []

    def upper(names: list[str]) -> str:
        made.extend(names)
        return names[0].upper()

    first, ana, other = Keepsakes({}), ["ana"], ["ana"]

    assert [first.of("x", ana, upper), first.of("x", ana, upper)] == ["ANA", "ANA"]
    second = first.handed_on()
    assert second.of("x", ana, upper) == "ANA"
    assert made == ["ana"]
    assert second.of("x", other, upper) == "ANA"
    assert made == ["ana", "ana"]


def test_what_nobody_asked_for_is_not_handed_on() -> None:
    made: list[int] = []
    first, source = Keepsakes({}), [1]
    first.of("x", source, made.extend)

    second = first.handed_on().handed_on()
    second.of("x", source, made.extend)

    assert made == [1, 1]


def test_of_many_sources_only_other_ones_are_looked_at_again() -> None:
    made: list[str] = []

    def upper(names: list[str]) -> str:
        made.extend(names)
        return names[0].upper()

    ana, ben, cy = ["ana"], ["ben"], ["cy"]
    first = Keepsakes({})
    first.of_each("x", {"a": ana, "b": ben}, upper)
    made.clear()

    second = first.handed_on()
    assert second.of_each("x", {"a": ana, "b": cy}, upper) == {"a": "ANA", "b": "CY"}
    assert made == ["cy"]
    made.clear()

    fewer = second.handed_on().of_each("x", {"0": ben, "a": ana}, upper)
    assert list(fewer.items()) == [("0", "BEN"), ("a", "ANA")]
    assert made == ["ben"]


def test_sums_follow_what_changes_comes_and_goes() -> None:
    looked_at: list[str] = []

    def parts(text: str) -> list[tuple[str, int]]:
        looked_at.append(text)
        return [(letter, 1) for letter in text]

    ana, ben = "an", "ben"
    first = Keepsakes({})
    assert first.sums("x", {"a": ana, "b": ben}, parts) == {"a": 1, "n": 2, "b": 1, "e": 1}

    second = first.handed_on()
    assert second.sums("x", {"a": ana, "b": "no"}, parts) == {"a": 1, "n": 2, "o": 1}
    third = second.handed_on()
    assert third.sums("x", {"c": "on", "a": ana}, parts) == {"a": 1, "n": 2, "o": 1}
    assert looked_at == ["an", "ben", "no", "on"]
    assert Keepsakes({}).sums("x", {}, parts) == {}


def test_of_some_sources_only_those_count_of_which_anything_is_made() -> None:
    def vowels(word: str) -> str:
        return "".join(letter for letter in word if letter in "aeiou")

    first = Keepsakes({})
    some = first.of_some("x", {"a": "ana", "b": "brr", "c": "cy"}, vowels)
    assert some == {"a": "aa"}

    second = first.handed_on()
    assert second.of_some("x", {"a": "ana", "b": "brr", "c": "cyy"}, vowels) is some

    third = second.handed_on()
    now = third.of_some("x", {"a": "ana", "b": "ben", "c": "coy"}, vowels)
    assert list(now.items()) == [("a", "aa"), ("b", "e"), ("c", "o")]

    fourth = third.handed_on()
    assert fourth.of_some("x", {"b": "ben", "c": "brr"}, vowels) == {"b": "e"}


def test_equal_facts_are_the_same_object_and_other_things_are_made_anew() -> None:
    def days(words: list[str]) -> list[str]:
        return words[:1]

    first = Keepsakes({})
    facts, others = first.facts("x", {"a": ["1"]}, days), first.of_some("y", {"a": ["1"]}, days)

    second = first.handed_on()
    assert second.facts("x", {"a": ["1", "more"]}, days) is facts
    assert second.of_some("y", {"a": ["1", "more"]}, days) is not others


def test_those_of_whom_something_holds_stay_in_order() -> None:
    first, ana, ben, cy = Keepsakes({}), ["ana"], ["ben"], ["cy"]
    long = first.those(_is_long, {"a": ana, "b": cy, "c": ben})
    assert long == (ana, ben)

    second = first.handed_on()
    assert second.those(_is_long, {"a": ana, "b": ["zo"], "c": ben}) is long
    third = second.handed_on()
    again = third.those(_is_long, {"a": ["ana"], "b": ["zoe"], "c": ben})
    assert again == (["ana"], ["zoe"], ben)
    assert again[0] is not ana


def _is_long(names: list[str]) -> bool:
    return len(names[0]) > 2


@given(st.lists(st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 5)), max_size=8))
def test_ranks_follow_what_changes_comes_and_goes(vaults: list[dict[str, int]]) -> None:
    def rank(number: int) -> tuple[int] | None:
        return (-number,) if number % 3 else None

    latest = Keepsakes({})
    for vault in vaults:
        sources = dict(sorted(vault.items()))
        latest = latest.handed_on()

        ranked = latest.ranked("x", sources, rank)

        wanted = sorted(
            [(-number, name) for name, number in sources.items() if number % 3],
        )
        assert ranked == tuple(sources[name] for _, name in wanted)
        assert latest.ranked("x", sources, rank) is ranked


def test_rows_of_the_same_items_are_taken_over_and_others_made() -> None:
    made: list[str] = []

    def row(item: list[str]) -> Row:
        made.extend(item)
        return {"name": item[0]}

    ana, ben, kim = ["ana"], ["ben"], ["kim"]
    first = Keepsakes({})
    assert list(first.rows("x", (ana, ben), row)) == [{"name": "ana"}, {"name": "ben"}]
    second = first.handed_on()
    assert list(second.rows("x", (kim, ana), row)) == [{"name": "kim"}, {"name": "ana"}]
    assert made == ["ana", "ben", "kim"]


def test_rows_of_items_that_have_left_are_forgotten() -> None:
    ana, ben = ["ana"], ["ben"]
    first = Keepsakes({})
    assert len(list(first.rows("x", (ana, ben), lambda item: {"name": item[0]}))) == 2
    again = ["ana"]
    second = first.handed_on()
    assert not list(second.rows("x", (), lambda item: {"name": item[0]}))
    third = second.handed_on()
    (row,) = third.rows("x", (again,), lambda item: {"name": f"{item[0]} again"})
    assert row == {"name": "ana again"}
