"""JSON and JSON Lines: everything that is known, and nothing but what may leave."""

import json as reader
from typing import Any

import pytest
from building import contact, entry, link, parsed, promise
from exporting import export
from hypothesis import given
from hypothesis import strategies as st

from netjournal.exporters import json, jsonl
from netjournal.model.contact import Kind, Relationship
from netjournal.model.exported import Export

ANA = contact(
    "contacts/ana.md",
    "Ana Lopez",
    relationship=Relationship.ALLY,
    industries=("law", "poetry"),
    introduced_by=link("ben"),
    knows=(link("Tom Rask (insurance)"),),
    uid="ana",
    own={"coffee": "flat white"},
)
BEN = contact("contacts/ben.md", "Ben Osei", uid="ben")
JOURNAL = parsed(
    "journal/2026-11-20.md",
    entry("2026-11-20", "Lunch with [[ana]] #gave", link("ana"), kinds=[Kind.GAVE], line=3),
    journal=True,
)
WHOLE = export(
    parsed(ANA, promise("Send it", due="2026-12-01", line=7)),
    BEN,
    JOURNAL,
    texts={ANA.path: "---\nname: Ana Lopez\n---\n", JOURNAL.path: "Lunch"},
    due={ANA.path: "2026-12-20"},
    last={ANA.path: "2026-11-20"},
    states={ANA.path: "fresh", BEN.path: "never"},
)


def document(exported: Export) -> dict[str, Any]:
    """The one document of JSON."""
    (file,) = json.write(exported)
    found: dict[str, Any] = reader.loads(file.data)
    return found


def test_everything_is_there() -> None:
    found = document(WHOLE)

    assert {key: found[key] for key in ("format", "version", "as_of")} == {
        "format": "netjournal",
        "version": 1,
        "as_of": "2026-11-24",
    }
    assert found["contacts"][0] == {
        "id": "ana",
        "name": "Ana Lopez",
        "fields": {
            "name": "Ana Lopez",
            "relationship": "ally",
            "industry": ["law", "poetry"],
            "introduced_by": "Ben Osei",
            "knows": ["Tom Rask (insurance)"],
            "last_contact": "2026-11-20",
            "uid": "ana",
        },
        "own_fields": {"coffee": ["flat white"]},
        "path": "contacts/ana.md",
        "state": "fresh",
        "last_contact": "2026-11-20",
        "due": "2026-12-20",
        "industries": [
            {"key": "legal", "label": "Law", "group": "business"},
            {"key": "poetry", "label": "poetry", "group": "poetry"},
        ],
        "introduced_by": {"name": "Ben Osei", "path": "contacts/ben.md"},
        "knows": [{"name": "Tom Rask (insurance)", "path": None}],
        "linked_from": ["journal/2026-11-20.md"],
        "interactions": [
            {
                "date": "2026-11-20",
                "text": "Lunch with [[ana]] #gave",
                "kinds": ["gave"],
                "two_way": True,
                "path": "journal/2026-11-20.md",
                "line": 3,
            }
        ],
        "promises": [
            {
                "text": "Send it",
                "due": "2026-12-01",
                "done": False,
                "path": "contacts/ana.md",
                "line": 7,
            }
        ],
        "text": "---\nname: Ana Lopez\n---\n",
    }
    assert [note["path"] for note in found["journal"]] == ["journal/2026-11-20.md"]
    assert found["journal"][0]["text"] == "Lunch"


@pytest.mark.parametrize("exported", [WHOLE, export()], ids=["all", "nobody"])
def test_it_is_laid_out_as_json_is(exported: Export) -> None:
    (file,) = json.write(exported)

    assert file.data.decode() == reader.dumps(document(exported), indent=2) + "\n"


def test_the_journal_belongs_to_everybody() -> None:
    some = export(*WHOLE.index.files.values(), of=[BEN.path])

    assert document(some)["journal"] == []


def test_of_the_public_only_what_may_leave() -> None:
    found = document(export(*WHOLE.index.files.values(), public=("name", "industry")))

    assert found["contacts"][0].keys() == {"id", "name", "fields"}
    assert found["contacts"][0]["fields"] == {"name": "Ana Lopez", "industry": ["law", "poetry"]}
    assert found["journal"] == []


def test_lines_say_the_same_each_by_itself() -> None:
    (file,) = jsonl.write(WHOLE)
    lines = [reader.loads(line) for line in file.data.decode("utf-8").splitlines()]
    whole = document(WHOLE)

    assert [line.pop("kind") for line in lines] == ["contact", "contact", "journal"]
    for line in lines:
        assert (line.pop("format"), line.pop("version")) == ("netjournal", 1)
        assert line.pop("as_of") == "2026-11-24"
    assert lines == [*whole["contacts"], *whole["journal"]]


@given(st.text(max_size=40))
def test_any_words_come_back_and_stay_in_their_line(text: str) -> None:
    someone = contact(name=text or "x", own={"coffee": text})
    exported = export(someone)
    (file,) = jsonl.write(exported)

    (line,) = file.data.decode("utf-8").splitlines()

    assert reader.loads(line)["name"] == someone.name
    assert reader.loads(line)["own_fields"] == {"coffee": [text]}
    assert document(exported)["contacts"][0]["name"] == someone.name
