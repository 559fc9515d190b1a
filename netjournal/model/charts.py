"""What a chart shows, without a shape or a colour: a page draws it beside the table of the same."""

from datetime import date
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


Drawing = DueTimeline | IndustryBars | CirclesMap


class Chart(NamedTuple):
    """A chart: what it shows, in words and as data."""

    title: str
    description: str
    """What a reader who can't see the chart should know of it."""
    caption: str
    """How to read it: what the shapes mean."""
    as_of: date
    drawing: Drawing
