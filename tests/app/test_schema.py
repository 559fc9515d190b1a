"""The JSON Schema says what the FIELDS table says, and what reading a note says."""

import json
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from building import Golden
from documented import SAMPLE
from reading import CONFIG

from netjournal.app.schema import SCHEMA_VERSION, front_matter_schema
from netjournal.model import codes
from netjournal.model.cadence import WORDS, parse_cadence
from netjournal.model.fields import FIELDS
from netjournal.model.source import Source
from netjournal.notes.parse import parse_note

HEAD = re.compile(r"\A---\n(.*?)^---$", re.DOTALL | re.MULTILINE)

AS_PEOPLE_WRITE = (
    # Dates, as they are typed: YAML makes some of them dates, numbers or lists.
    *("met: 2019", "met: 2019-05", "met: 2019-05-17", "met: 2019-05-17 10:30"),
    *('met: "2019"', "met: [[2019-05-17]]", 'met: "[[daily/2019-05-17|that day]]"'),
    *("birthday: 1984-12-19", "birthday: --04-12", 'birthday: "--04-12"', "birthday:"),
    *("last_contact: 2026-03-01", "last_contact: 2026-03-01T09:00:00Z"),
    *("snoozed_until: 2027-01-15", "snooze: [2027-01-15]"),
    # Choices.
    *("relationship: ally", "relationship: Ally", "relationship: Close-Friend", "tie: met once"),
    *("relationship: [mentor]", 'relationship: "#ally"', "circle: [[Acquaintance]]"),
    *("status: Dormant", "status:", "status: deceased"),
    # Cadences.
    *("cadence: 6w", "cadence: every 2 weeks", "cadence: never", "cadence: P6W", "cadence: p6w"),
    *("cadence: Half yearly", "cadence: semi-annual", "cadence: 2x a year"),
    *("frequency: every other week", "cadence: every quarter", "cadence: [monthly]"),
    # Lists, texts and links.
    *("industry: finance", "industry: [finance, legal]", "industry:\n  - finance\n  -"),
    *("phone: 35121000", "phone: [+351 21 000, 12]", "tags: '#a #b'", "tags: []", "aliases:"),
    *("introduced_by: [[ben-osei]]", 'introduced_by: "[[ben-osei]]"', "via: Ben Osei"),
    *("knows: [[ben-osei]]", 'knows: ["[[ben-osei]]", Tom Rask]', "knows: [[[ben]], [[cleo]]]"),
    *("knows:\n  - [[ben-osei]]\n  - Tom Rask", "title: 3", "name: true", "organization: [Acme]"),
    # Fields of one's own, and none.
    *("coffee: {flat: white}", "Last Contact: 2026-03-01", ""),
)

MISTAKES = {
    "relationship": ("alyl", "ally or so", "met", "3", "{a: b}", "[ally, met-once]"),
    "status": ("actve", "true", "gone away"),
    "cadence": ("often", "hardly", "0d", "6x", "w", "30", "every", "weekly or so", "P6"),
    "last_contact": ("yesterday", "2026", "2026-11", "03/11/2026", "2026-13-01", "2026-11-32"),
    "snoozed_until": ("next week", "20270115", "2027-1-15x"),
    "met": ("long ago", "19", "2019-13", "2019-5-x", "20190", "{on: 2019}"),
    "birthday": ("--13-12", "--04-32", "4/12", "in May"),
    "industry": ("{finance: yes}", "[{a: b}]"),
    "knows": ("{ben: osei}",),
    "name": ("{first: Ana}", "[Ana, Anna]"),
    "introduced_by": ("[[ben], [cleo]]",),
}


def invalid(notes: Mapping[str, str], folder: Path) -> dict[str, list[str]]:
    """The notes whose front matter check-jsonschema refuses, each with the places."""
    schema = folder / "front-matter.schema.json"
    schema.write_text(json.dumps(front_matter_schema()), encoding="utf-8")
    names = {}
    for number, (note, head) in enumerate(notes.items()):
        file = folder / f"{number}.yaml"
        # A file with nothing in it is no mapping to YAML; to a note it is no field.
        file.write_text(head or "{}", encoding="utf-8", newline="\n")
        names[str(file)] = note
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "-o", "json", "--schemafile", schema, *names],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode in (0, 1), done.stderr
    said = json.loads(done.stdout)
    assert said.get("parse_errors", []) == []
    found: dict[str, list[str]] = {}
    for error in said.get("errors", []):
        found.setdefault(names[error["filename"]], []).append(error["path"])
    assert bool(found) == bool(done.returncode)
    return found


def problems(head: str) -> list[str]:
    """The codes of what is said of a note with that front matter, but for unknown fields."""
    source = Source("contacts/ana.md", f"---\n{head}\n---\n".encode())
    parsed = parse_note(source, CONFIG, in_contacts=True, in_journal=False)
    left = {codes.EMPTY_FRONT_MATTER.code}
    return [problem.code for problem in parsed.diagnostics if problem.code not in left]


def test_every_field_and_synonym_is_a_property() -> None:
    properties = front_matter_schema()["properties"]

    expected = {spelling for field in FIELDS for spelling in (field.name, *field.synonyms)}
    assert expected == set(properties)


def test_every_choice_is_there_for_editors_to_propose() -> None:
    definitions = front_matter_schema()["definitions"]

    for field in FIELDS:
        if field.choices:
            words = [*field.choices, *(word for word, _ in field.choice_synonyms)]
            assert words == definitions[field.name]["anyOf"][0]["enum"]


def test_the_cadence_pattern_takes_what_the_parser_takes() -> None:
    pattern = re.compile(front_matter_schema()["definitions"]["cadence"]["anyOf"][0]["pattern"])

    for text in (*WORDS, "30d", "6 Weeks", "every 3 mths", "3 times per year", "none", "a y"):
        assert parse_cadence(text) is not None
        assert pattern.match(text), text
    for text in ("hardly", "0d", "once", "6", "every", "every every week", "weakly", ""):
        assert parse_cadence(text) is None
        assert not pattern.match(text), text


def test_no_field_is_required() -> None:
    assert "required" not in front_matter_schema()


def test_the_schema_says_which_version_it_is() -> None:
    schema = front_matter_schema()

    assert schema["$id"] == f"urn:netjournal:front-matter:{SCHEMA_VERSION}"
    assert f"Version {SCHEMA_VERSION}." in schema["description"]


def test_a_change_of_the_schema_is_seen(golden: Golden) -> None:
    """Who changes what is valid asks whether the version goes up: docs/editors.md says when."""
    text = json.dumps(front_matter_schema(), indent=1, ensure_ascii=False) + "\n"

    golden(Path(__file__).parent / f"front-matter-{SCHEMA_VERSION}.schema.json", text)


def test_every_contact_of_the_sample_is_valid(tmp_path: Path) -> None:
    texts = {path.name: path.read_text("utf-8") for path in SAMPLE.glob("contacts/**/*.md")}
    heads = {name: head[1] for name, text in texts.items() if (head := HEAD.match(text))}

    assert len(heads) > 20
    assert invalid(heads, tmp_path) == {}


def test_the_examples_of_the_fields_are_valid(tmp_path: Path) -> None:
    heads = {field.name: f"{field.name}: {field.example}\n" for field in FIELDS}
    properties = front_matter_schema()["properties"]

    assert invalid(heads, tmp_path) == {}
    for name, head in heads.items():
        typed = yaml.load(head, yaml.BaseLoader)  # noqa: S506 - it makes texts and nothing else
        assert properties[name]["examples"] == [typed[name]]


def test_the_schema_is_one(tmp_path: Path) -> None:
    schema = tmp_path / "front-matter.schema.json"
    schema.write_text(json.dumps(front_matter_schema()), encoding="utf-8")

    command = [sys.executable, "-m", "check_jsonschema", "--check-metaschema", str(schema)]
    done = subprocess.run(command, check=False, capture_output=True, encoding="utf-8")

    assert done.returncode == 0, done.stdout


def test_what_is_read_without_a_word_is_valid(tmp_path: Path) -> None:
    assert [head for head in AS_PEOPLE_WRITE if problems(head)] == []

    assert invalid({head: head for head in AS_PEOPLE_WRITE}, tmp_path) == {}


def test_what_cannot_be_read_as_it_stands_is_invalid(tmp_path: Path) -> None:
    heads = {
        f"{field}: {value}": f"name: Ana\n{field}: {value}\n"
        for field, values in MISTAKES.items()
        for value in values
    }
    heads = {note: head.replace("name: Ana\nname", "name") for note, head in heads.items()}
    assert [head for head in heads.values() if not problems(head)] == []

    found = invalid(heads, tmp_path)

    assert {note: [f"$.{note.partition(':')[0]}"] for note in heads} == found


@pytest.mark.parametrize("head", ["- Ana\n- Ben\n", "Ana Lopez\n"])
def test_a_front_matter_of_no_fields_is_invalid(head: str, tmp_path: Path) -> None:
    assert invalid({"note": head}, tmp_path) == {"note": ["$"]}
