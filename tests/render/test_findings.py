"""Problems in four formats."""

import json
from pathlib import Path

from building import Golden

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic, Severity
from netjournal.render.findings import (
    findings_github,
    findings_json,
    findings_sarif,
    findings_text,
)

HERE = Path(__file__).parent
LINK = codes.UNRESOLVED_LINK.at(
    "journal/2026, Q4: notes.md", 3, 5, "no contact\n100% like 'Bob'", "make a note", width=3
)
KEY = codes.DUPLICATE_KEY.at("contacts/josé.md", 4, 1, "email given twice")
FIELD = codes.UNKNOWN_FIELD.at("contacts/josé.md", 9, 1, "a field of your own")
ODD = Diagnostic("NJ999", Severity.WARNING, "a.md", 1, 1, "from elsewhere")
ALL = (LINK, KEY, FIELD)


def test_problems_as_text() -> None:
    assert findings_text(ALL) == (
        "journal/2026, Q4: notes.md:3:5: warning: no contact 100% like 'Bob' [NJ101]\n"
        "    make a note\n"
        "contacts/josé.md:4:1: error: email given twice [NJ202]\n"
        "contacts/josé.md:9:1: info: a field of your own [NJ204]\n"
    )


def test_no_problems_are_no_text() -> None:
    assert findings_text(()) == ""


def test_text_never_holds_an_escape_sequence() -> None:
    hostile = codes.BAD_VALUE.at("a\x1b[2J.md", 1, 1, "bad \x1b[31m", "\x9b1m")
    assert "\x1b" not in findings_text((hostile,))
    assert "\x9b" not in findings_text((hostile,))


def test_problems_as_json() -> None:
    data = json.loads(findings_json(ALL))
    assert data["version"] == 1
    assert [d["code"] for d in data["diagnostics"]] == ["NJ101", "NJ202", "NJ204"]
    assert data["diagnostics"][0]["message"] == "no contact\n100% like 'Bob'"


def test_problems_as_github_annotations() -> None:
    assert findings_github(ALL) == (
        "::warning file=journal/2026%2C Q4%3A notes.md,line=3,col=5,endColumn=8,"
        "title=NJ101 unresolved-link::no contact%0A100%25 like 'Bob' [NJ101]%0Amake a note\n"
        "::error file=contacts/josé.md,line=4,col=1,"
        "title=NJ202 duplicate-key::email given twice [NJ202]\n"
        "::notice file=contacts/josé.md,line=9,col=1,"
        "title=NJ204 unknown-field::a field of your own [NJ204]\n"
    )


def test_no_note_can_start_another_annotation() -> None:
    hostile = codes.BAD_VALUE.at("a.md", 1, 1, "x\r\n::error::y", "z\u2028::warning::z")
    assert findings_github((hostile,)).count("\n") == 1


def test_problems_as_sarif(golden: Golden) -> None:
    golden(HERE / "golden" / "findings.sarif", findings_sarif(ALL))


def test_sarif_rules_are_those_of_its_results() -> None:
    run = json.loads(findings_sarif((*ALL, KEY, ODD)))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["NJ101", "NJ202", "NJ204"]
    for result in run["results"][:4]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert "ruleIndex" not in run["results"][4]


def test_sarif_addresses_are_encoded() -> None:
    result = json.loads(findings_sarif((LINK,)))["runs"][0]["results"][0]
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "journal/2026%2C%20Q4%3A%20notes.md"
    assert location["region"] == {"startLine": 3, "startColumn": 5, "endColumn": 8}
    assert result["message"]["text"] == "no contact\n100% like 'Bob'; make a note"
