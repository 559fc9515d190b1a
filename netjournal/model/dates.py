"""Dates as people know them: whole, or only a year, a month, or a day without a year."""

from datetime import date
from typing import NamedTuple


class PartialDate(NamedTuple):
    """A date of which the year, the month and day, or the day alone may be unknown."""

    year: int | None
    month: int | None
    day: int | None

    def earliest(self) -> date | None:
        """The first day that it can mean; None without a year."""
        if self.year is None:
            return None
        return date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        """ISO text: `2019`, `2019-05`, `2019-05-17` or `--04-12`."""
        if self.year is None:
            return f"--{self.month or 1:02d}-{self.day or 1:02d}"
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)
