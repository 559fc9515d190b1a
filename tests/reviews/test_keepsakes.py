"""What was made of the same object is not made again."""

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
