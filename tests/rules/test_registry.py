"""All rules together: nothing that was reported is lost, and everything comes in order."""

import ast
from pathlib import Path

import pytest
from building import config, contact, index, link, parsed
from checking import AS_OF

import netjournal
from netjournal.model import codes
from netjournal.model.codes import CODES
from netjournal.model.diagnostic import Code, in_reading_order
from netjournal.rules.registry import RULES, check_index
from netjournal.rules.rule import reported_elsewhere

NOTES = Path(netjournal.__file__).parent / "notes"


def codes_of_the_parser() -> set[str]:
    """The names of the codes that reading a note can report, such as `BAD_VALUE`."""
    return {
        node.attr
        for module in NOTES.glob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "codes"
    }


def test_every_code_that_reading_reports_is_handed_on() -> None:
    reported = [
        getattr(codes, name).at("contacts/a.md", 1, 1, name)
        for name in sorted(codes_of_the_parser())
    ]
    found = index(parsed(contact("contacts/a.md"), diagnostics=tuple(reported)))

    assert len(reported) > 20
    assert sorted(reported, key=in_reading_order) == list(check_index(found, config(), AS_OF))


@pytest.mark.parametrize("code", CODES, ids=[code.name for code in CODES])
def test_what_reading_reported_comes_once(code: Code) -> None:
    problem = code.at("journal/a.md", 3, 1, "message", "hint")
    found = index(parsed("journal/a.md", journal=True, diagnostics=(problem,)))

    by_reading = code.name.upper().replace("-", "_") in codes_of_the_parser()
    assert list(check_index(found, config(), AS_OF)) == ([problem] if by_reading else [])


def test_what_other_rooms_report_is_not_looked_for_in_notes() -> None:
    elsewhere = [rule.code.code for rule in RULES if rule.find is reported_elsewhere]

    assert elsewhere == ["NJ001", "NJ009", "NJ401", "NJ402", "NJ403", "NJ501", "NJ502", "NJ503"]
    assert check_index(index(), config(), AS_OF) == ()


def test_problems_come_in_reading_order() -> None:
    found = index(
        contact("contacts/b.md", "Kim", own={"cadance": "6w"}),
        contact("contacts/a.md", "Kim", industries=("falconry",)),
        parsed("journal/a.md", link("zoe", 9), link("kim", 3), journal=True),
    )
    said = check_index(found, config(), AS_OF)

    assert [(p.path, p.line, p.code) for p in said] == [
        ("contacts/a.md", 2, "NJ301"),
        ("contacts/a.md", 3, "NJ302"),
        ("contacts/b.md", 2, "NJ301"),
        ("contacts/b.md", 3, "NJ203"),
        ("journal/a.md", 3, "NJ102"),
        ("journal/a.md", 9, "NJ101"),
    ]
