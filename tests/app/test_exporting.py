"""What leaves a vault: whom a query finds, with what the reviews know, in a file or folder."""

import csv
import io
import json
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from importing import found_in
from running import run

from netjournal.app.exporting import (
    Writing,
    export_to_file,
    export_to_folder,
    exported_bytes,
    exporter_called,
    prepare_export,
)
from netjournal.app.query import QueryError
from netjournal.app.workspace import Workspace
from netjournal.cli.export import FORMATS
from netjournal.exporters.field_values import fields_of, own_fields_of
from netjournal.exporters.registry import EXPORTERS
from netjournal.importers import vcard
from netjournal.model.exported import Exporter
from netjournal.vault.card_folder import CardsWritten
from netjournal.vault.exports import NotExported

SAMPLE = Path(__file__).parents[2] / "sample-vault"
TODAY = date(2026, 11, 24)

each_format = pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda each: each.slug)

OF_ONE_FILE = [each for each in EXPORTERS if each.slug != "obsidian"]


@pytest.fixture(scope="module")
def sample() -> Workspace:
    """The sample vault."""
    return Workspace.load(SAMPLE)


def rows(workspace: Workspace, query: str = "", *, public: bool = False) -> list[Mapping[str, str]]:
    """The table of those whom a query finds."""
    export, _ = prepare_export(workspace, TODAY, query, public=public)
    data = exported_bytes(exporter_called("csv"), export)
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline="")))


def test_the_command_knows_every_format() -> None:
    assert tuple(each.slug for each in EXPORTERS) == FORMATS


def test_a_query_chooses_and_orders_as_in_list(sample: Workspace) -> None:
    listed = json.loads(run("netjournal list relationship:ally --json", SAMPLE).output)
    expected = listed["pages"][0]["sections"][0]["rows"]

    found = rows(sample, "relationship:ally")

    assert [row["path"] for row in found] == [row["contact"]["path"] for row in expected]
    for row, other in zip(found, expected, strict=True):
        assert row["state"] == other["state"]
        assert row["last_contact"] == (other["last_contact"] or "")
        assert row["due"] == (other["due_date"] or "")


def test_a_query_that_makes_no_sense_is_told(sample: Workspace) -> None:
    with pytest.raises(QueryError, match="there is no field 'colour'"):
        prepare_export(sample, TODAY, "colour:red")
    assert prepare_export(sample, TODAY, "industry:poetry").notes == (
        "no industry is called 'poetry'",
    )


@each_format
def test_the_same_vault_and_day_give_the_same_bytes(
    exporter: Exporter, sample: Workspace, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    # In another order of files.
    for file in sorted(SAMPLE.rglob("*"), reverse=True):
        inside = file.relative_to(SAMPLE)
        if file.is_file() and inside.parts[0] not in ("review", "site"):
            (copy / inside).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy / inside)

    one, _ = prepare_export(sample, TODAY, "")
    other, _ = prepare_export(Workspace.load(copy), TODAY, "")

    assert exporter.write(one) == exporter.write(other)


@each_format
def test_every_format_is_written_to_a_folder_and_once_more(
    exporter: Exporter, sample: Workspace, tmp_path: Path
) -> None:
    export, _ = prepare_export(sample, TODAY, "")

    first = export_to_folder(exporter, export, tmp_path / "out", Writing())
    second = export_to_folder(exporter, export, tmp_path / "out", Writing())

    assert len(first.changed) == (
        len(export.contacts) if exporter.write_folder else len(exporter.write(export))
    )
    assert second == CardsWritten((), len(first.changed), (), (), (), ())
    assert all(name.endswith(exporter.ending) for name in first.changed[:1])


@pytest.mark.parametrize("exporter", OF_ONE_FILE, ids=lambda each: each.slug)
def test_an_export_of_another_day_goes_over_the_earlier_one(
    exporter: Exporter, sample: Workspace, tmp_path: Path
) -> None:
    file = tmp_path / "export"
    for query in ("relationship:ally", "priya", ""):
        export, _ = prepare_export(sample, TODAY, query)
        assert export_to_file(exporter, export, file, Writing())
        assert not export_to_file(exporter, export, file, Writing())


@pytest.mark.parametrize("exporter", OF_ONE_FILE, ids=lambda each: each.slug)
def test_an_export_of_another_format_is_left_alone(
    exporter: Exporter, sample: Workspace, tmp_path: Path
) -> None:
    export, _ = prepare_export(sample, TODAY, "priya")
    versions = {"vcard", "vcard3"}
    others = [
        each
        for each in OF_ONE_FILE
        if each is not exporter and not {each.slug, exporter.slug} <= versions
    ]
    export_to_file(exporter, export, tmp_path / "file", Writing())

    for other in others:
        with pytest.raises(NotExported, match="no earlier export"):
            export_to_file(other, export, tmp_path / "file", Writing())


PRIVATE = (
    "coffee",
    "flat white",
    "Rotterdam",
    "2017",
    "atlas",
    "Tomasz",
    "meridaan.example",
    "fresh",
)


@each_format
def test_nothing_private_leaves_with_the_public(exporter: Exporter, sample: Workspace) -> None:
    export, _ = prepare_export(sample, TODAY, "priya", public=True)
    said = b"".join(file.data for file in exporter.write(export)).decode("utf-8")

    assert [word for word in PRIVATE if word in said] == []


def test_the_settings_say_what_is_public(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts" / "ana.md").write_text("---\nname: Ana\ncity: Porto\norg: Acme\n---\n")
    (tmp_path / "netjournal.toml").write_text('[export]\npublic = ["name", "city"]\n')

    (row,) = rows(Workspace.load(tmp_path), public=True)

    assert list(row)[1:] == ["name", "location"]
    assert row["location"] == "Porto"


def test_a_setting_with_a_word_that_is_no_field_is_told(tmp_path: Path) -> None:
    (tmp_path / "netjournal.toml").write_text('[export]\npublic = ["name", "organisaton"]\n')

    workspace = Workspace.load(tmp_path)

    (problem,) = workspace.settings.diagnostics
    assert (problem.code, problem.line, problem.column) == ("NJ502", 2, 19)
    assert "'organisaton', which is no field" in problem.message
    assert "did you mean 'organisation'?" in problem.hint
    assert workspace.config.export.public == ("name", "organization", "title", "industry")


@pytest.mark.parametrize("version", ["vcard", "vcard3"])
def test_every_contact_comes_back_from_its_card(version: str, sample: Workspace) -> None:
    export, _ = prepare_export(sample, TODAY, "")

    people, _, skipped = found_in(vcard.read, exported_bytes(exporter_called(version), export))

    assert skipped == []
    assert len(people) == len(export.contacts) > 20
    for contact, person in zip(export.contacts, people, strict=True):
        sent, found = fields_of(export, contact), {"name": (person.name,), **person.fields}
        assert {"uid": found["uid"], **sent} == found
        assert own_fields_of(export, contact) == person.own_fields


def test_a_note_that_is_gone_since_has_no_text(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    note = tmp_path / "contacts" / "ana.md"
    note.write_bytes(b"---\r\nname: Ana\r\n---\r\nHas a dog.\r\n")
    export, _ = prepare_export(Workspace.load(tmp_path), TODAY, "")
    assert (export.text_of("contacts/ana.md"), export.body_of("contacts/ana.md")) == (
        "---\nname: Ana\n---\nHas a dog.\n",
        "Has a dog.\n",
    )

    note.unlink()

    assert export.text_of("contacts/ana.md") == export.body_of("contacts/ana.md") == ""
