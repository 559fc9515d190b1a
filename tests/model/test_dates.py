"""Dates of which a part may be unknown."""

from datetime import date

import pytest

from netjournal.model.dates import PartialDate

DATES = [
    (PartialDate(2019, 5, 17), "2019-05-17", date(2019, 5, 17)),
    (PartialDate(2019, 5, None), "2019-05", date(2019, 5, 1)),
    (PartialDate(2019, None, None), "2019", date(2019, 1, 1)),
    (PartialDate(None, 4, 12), "--04-12", None),
    (PartialDate(None, 2, 29), "--02-29", None),
    (PartialDate(987, None, None), "0987", date(987, 1, 1)),
]


@pytest.mark.parametrize(("partial", "text", "earliest"), DATES, ids=[text for _, text, _ in DATES])
def test_a_date_reads_and_begins(partial: PartialDate, text: str, earliest: date | None) -> None:
    assert (text, earliest) == (str(partial), partial.earliest())
