"""Problems as values: made from their kind, and sorted as a reader meets them."""

import re

from netjournal.model.codes import CODES, DUPLICATE_KEY, EMPTY_FILE, UNRESOLVED_LINK
from netjournal.model.diagnostic import Diagnostic, Severity, in_reading_order


def test_a_diagnostic_has_the_code_and_severity_of_its_kind() -> None:
    expected = Diagnostic("NJ202", Severity.ERROR, "a.md", 4, 1, "email stands twice", "hint", 5)

    assert expected == DUPLICATE_KEY.at("a.md", 4, 1, "email stands twice", "hint", width=5)


def test_diagnostics_are_read_by_path_then_line_then_column_then_code() -> None:
    expected = [
        UNRESOLVED_LINK.at("a.md", 2, 3, "x"),
        EMPTY_FILE.at("a.md", 10, 1, "x"),
        UNRESOLVED_LINK.at("a.md", 10, 1, "x"),
        UNRESOLVED_LINK.at("a.md", 10, 2, "x"),
        EMPTY_FILE.at("b.md", 1, 1, "x"),
    ]

    mixed = [expected[place] for place in (3, 0, 4, 2, 1)]
    assert expected == sorted(mixed, key=in_reading_order)


def test_codes_are_different_and_in_order() -> None:
    codes = [kind.code for kind in CODES]

    assert sorted(set(codes)) == codes
    assert all(re.fullmatch(r"NJ[0-9]{3}", code) for code in codes)
    assert len({kind.name for kind in CODES}) == len(CODES)
