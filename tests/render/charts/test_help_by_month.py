"""Help by month."""

import re

from netjournal.model.charts import HelpByMonth, HelpMonth
from netjournal.render.charts.help_by_month import help_by_month


def drawn(*months: HelpMonth) -> str:
    """The parts of these months."""
    return "\n".join(help_by_month(HelpByMonth(months)).parts)


def bars(text: str) -> dict[str, tuple[float, float]]:
    """Where each bar begins, and how wide it is."""
    found = re.findall(r'<rect class="(\w+)" x="([\d.]+)%" y="[\d.]+" width="([\d.]+)%"', text)
    return {kind: (float(x), float(wide)) for kind, x, wide in found}


def test_what_was_given_goes_left_and_what_was_received_goes_right() -> None:
    assert bars(drawn(HelpMonth("May 2026", 2, 4))) == {"given": (49, 13), "received": (62, 26)}


def test_the_numbers_stand_at_the_ends() -> None:
    text = drawn(HelpMonth("May 2026", 2, 1200))
    assert ">2</text>" in text
    assert ">1,200</text>" in text


def test_a_month_without_help_is_kept() -> None:
    text = drawn(HelpMonth("May 2026", 0, 0))
    assert ">May 2026</text>" in text
    assert bars(text) == {}


def test_one_help_is_a_short_bar_in_a_quiet_year() -> None:
    assert bars(drawn(HelpMonth("May 2026", 1, 0)))["given"] == (55.5, 6.5)
