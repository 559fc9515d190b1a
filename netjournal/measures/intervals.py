"""How sure a share can be that rests on few cases: Wilson's interval, and Newcombe's for two."""

from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

Z_95 = NormalDist().inv_cdf(0.975)
"""Standard deviations on either side of the middle that hold 95 % of a normal distribution."""


class Interval(NamedTuple):
    """A share or a difference of two, and the range in which it plausibly lies."""

    estimate: float
    low: float
    high: float

    @property
    def excludes_zero(self) -> bool:
        """Whether a difference is more than chance would easily give."""
        return self.low > 0 or self.high < 0


def wilson(cases: int, of: int) -> Interval | None:
    """The 95 % score interval of a share (Wilson 1927); None of nothing.

    Raises ValueError for more cases than there are, or fewer than none.
    """
    if not 0 <= cases <= of:
        raise ValueError(f"{cases} of {of} is no share")
    if of == 0:
        return None
    share, square = cases / of, Z_95 * Z_95
    middle = share + square / (2 * of)
    spread = Z_95 * sqrt(share * (1 - share) / of + square / (4 * of * of))
    scale = 1 + square / of
    # At the ends the bound is exactly the share; rounding must not push it past.
    low = (middle - spread) / scale if cases else 0.0
    high = (middle + spread) / scale if cases < of else 1.0
    return Interval(share, min(max(low, 0.0), share), max(min(high, 1.0), share))


def newcombe(cases: int, of: int, other_cases: int, of_others: int) -> Interval | None:
    """The 95 % interval of a share minus another (Newcombe 1998, method 10); None without both."""
    one, other = wilson(cases, of), wilson(other_cases, of_others)
    if one is None or other is None:
        return None
    difference = one.estimate - other.estimate
    below = sqrt((one.estimate - one.low) ** 2 + (other.high - other.estimate) ** 2)
    above = sqrt((one.high - one.estimate) ** 2 + (other.estimate - other.low) ** 2)
    return Interval(difference, difference - below, difference + above)
