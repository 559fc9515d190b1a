"""The slips between two words."""

import pytest

from netjournal.measures.slips import slips


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("cadence", "cadence", 0),
        ("cadence", "cadance", 1),
        ("cadence", "cadnece", 1),
        ("cadence", "cadenc", 1),
        ("cadence", "xcadence", 1),
        ("cadence", "kadance", 2),
        ("", "ab", 2),
    ],
)
def test_a_letter_missing_added_replaced_or_two_swapped_is_a_slip(
    one: str, other: str, count: int
) -> None:
    assert slips(one, other, at_most=3) == slips(other, one, at_most=3) == count


def test_a_replaced_letter_may_count_twice_and_many_slips_are_only_many() -> None:
    assert slips("via", "vip", at_most=3, replaced=2) == 2
    assert slips("cadence", "birthday", at_most=1) > 1
