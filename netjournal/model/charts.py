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


Drawing = DueTimeline | IndustryBars


class Chart(NamedTuple):
    """A chart: what it shows, in words and as data."""

    title: str
    description: str
    """What a reader who can't see the chart should know of it."""
    caption: str
    """How to read it: what the shapes mean."""
    as_of: date
    drawing: Drawing
