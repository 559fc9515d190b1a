"""What a chart shows, without a shape or a colour: a page draws it beside the table of the same."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple


class DueMark(NamedTuple):
    """A contact on the line from due to lapsed."""

    name: str
    ratio: float
    """Days since the last contact, divided by the cadence."""
    planned: float | None
    """The same on the day of the next planned meeting; None without one."""
    relationship: str
    state: str
    words: str
    """The days behind the ratio, in a few words."""


class DueTimeline(NamedTuple):
    """How long the silence of each contact has lasted, in cadences."""

    marks: tuple[DueMark, ...]


class IndustryBar(NamedTuple):
    """How many people work in an industry; there may be none."""

    label: str
    allies: int
    acquaintances: int


class IndustryGroup(NamedTuple):
    """The industries of a group, in the order of the taxonomy."""

    label: str
    bars: tuple[IndustryBar, ...]


class IndustryBars(NamedTuple):
    """The people in every industry, those without anybody too."""

    groups: tuple[IndustryGroup, ...]


class CircleMark(NamedTuple):
    """One contact on the map, or several of one state."""

    state: str
    warmth: float
    """From 0 to 1: how much contact there was lately."""
    name: str = ""
    """Empty where the mark stands for several."""


class Wedge(NamedTuple):
    """A group of industries on the map."""

    label: str
    words: str
    """How many there are, in a few words."""
    allies: tuple[CircleMark, ...]
    acquaintances: tuple[CircleMark, ...]


class CirclesMap(NamedTuple):
    """Allies in the middle and acquaintances around them, by groups of industries."""

    wedges: tuple[Wedge, ...]


class HelpMonth(NamedTuple):
    """The help of a month, all contacts together."""

    label: str
    given: int
    received: int


class HelpByMonth(NamedTuple):
    """Help to the left and to the right: what was given, and what was received."""

    months: tuple[HelpMonth, ...]


class TargetBar(NamedTuple):
    """How near something is to what is wanted."""

    label: str
    now: str
    """What there is, in words."""
    wanted: str
    """What is wanted, in words; empty where that isn't known."""
    value: float | None
    """From 0 to 1; None where it can't be reckoned."""
    weakest: bool
    before: float | None = None
    """The same on an earlier day; None where that isn't known."""


class TargetBars(NamedTuple):
    """What there is beside what is wanted, a bar each."""

    bars: tuple[TargetBar, ...]


class ShareRange(NamedTuple):
    """A share of a group, and the range in which it plausibly lies."""

    label: str
    words: str
    """The numbers behind it: `3 of 8`."""
    share: tuple[float, float, float]
    """The share, and the lowest and highest that are plausible."""


class ShareRanges(NamedTuple):
    """Shares of several groups, on a line from none to all."""

    ranges: tuple[ShareRange, ...]


class TieEnd(NamedTuple):
    """A contact, or an industry that nobody works in yet, among the ties."""

    label: str
    is_gap: bool = False


class TieKind(StrEnum):
    """What a line between two of them means."""

    KNOWS = "knows"
    INTRODUCED = "introduced"
    """The first one introduced me to the second one."""
    PATH = "path"
    """The first one could lead to the second one, a gap."""


class Tie(NamedTuple):
    """A line between two, by their places in the list."""

    first: int
    second: int
    kind: TieKind


class TieLines(NamedTuple):
    """Who knows whom: contacts one below the other, and lines between them."""

    ends: tuple[TieEnd, ...]
    ties: tuple[Tie, ...]


class DaysOfContact(NamedTuple):
    """How many contacts there were on each day, of whole weeks that begin on Monday."""

    first: date
    counts: tuple[int, ...]


class TrendLine(NamedTuple):
    """A figure on several days."""

    label: str
    words: str
    """The first and the last value, in words."""
    values: tuple[float | None, ...]
    """None on a day on which it is undefined."""
    full: float
    """The value up to which the line has room in any case."""
    at_most: tuple[float, ...] = ()
    """What the value could be on each day; empty where nothing is its limit."""


class TrendLines(NamedTuple):
    """Several figures on the same days, earliest first, one below the other."""

    days: tuple[date, ...]
    lines: tuple[TrendLine, ...]


Drawing = (
    DueTimeline
    | IndustryBars
    | CirclesMap
    | HelpByMonth
    | TargetBars
    | ShareRanges
    | TieLines
    | DaysOfContact
    | TrendLines
)


class Chart(NamedTuple):
    """A chart: what it shows, in words and as data."""

    title: str
    description: str
    """What a reader who can't see the chart should know of it."""
    caption: str
    """How to read it: what the shapes mean."""
    as_of: date
    drawing: Drawing
