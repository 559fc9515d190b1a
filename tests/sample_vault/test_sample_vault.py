"""The sample vault: every feature occurs, and its built pages are as they were read and liked."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from building import Golden

from netjournal.app.build import build
from netjournal.app.workspace import Workspace
from netjournal.measures.cadence import State
from netjournal.model.contact import Kind, Relationship, Status
from netjournal.model.fields import FIELDS
from netjournal.reviews.assessing import assess

SAMPLE = Path(__file__).parents[2] / "sample-vault"
GOLDEN = Path(__file__).parent / "golden"
OF_SUBJECTS = (
    "site/contacts/priya-raman.html",
    "site/industries/technology.html",
    "site/organizations/meridaan.html",
)
"""One page of each kind that is made for every contact, industry and organization."""

SEAL = re.compile(rb" Made from [0-9a-f]{32}, [0-9a-f]{32}\.")
"""Another one whenever the inputs of the page change, whatever it says."""


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample vault, without pages."""
    folder = tmp_path_factory.mktemp("sample") / "vault"
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("review", "site"))
    return folder


@pytest.fixture(scope="module")
def workspace(vault: Path) -> Workspace:
    """The sample vault, read."""
    return Workspace.load(vault)


def pinned(workspace: Workspace) -> date:
    """The day that the sample's settings pin."""
    day = workspace.config.build.today
    assert day is not None
    return day


def test_its_pages_are_the_golden_ones(vault: Path, workspace: Workspace, golden: Golden) -> None:
    built = build(workspace, pinned(workspace))

    names = {path.relative_to(GOLDEN).as_posix() for path in GOLDEN.rglob("*") if path.is_file()}
    shown = [path for path in built.written.changed if path.count("/") == 1 or path in OF_SUBJECTS]
    for path in shown:
        golden(GOLDEN / path, SEAL.sub(b"", (vault / path).read_bytes(), count=1))
    assert names <= set(shown)


def test_its_problems_are_the_deliberate_ones(workspace: Workspace) -> None:
    found = {(d.code, d.path) for d in workspace.diagnostics(pinned(workspace))}

    assert found == {
        ("NJ101", "journal/2026/2026-10-27.md"),
        ("NJ203", "contacts/rafael-ibargoyen.md"),
        ("NJ204", "contacts/ines-carvalhal.md"),
        ("NJ204", "contacts/leila-mirzadeh.md"),
        ("NJ204", "contacts/priya-raman.md"),
        ("NJ208", "contacts/leila-mirzadeh.md"),
        ("NJ214", "contacts/bastien-courvallet.md"),
        ("NJ302", "contacts/giulia-bonfratelli.md"),
    }


def test_every_field_occurs(workspace: Workspace) -> None:
    used = {name for contact in workspace.index.contacts.values() for name in contact.fields}

    assert {field.name for field in FIELDS} == used


def test_every_kind_of_interaction_occurs(workspace: Workspace) -> None:
    entries = [entry for day in workspace.index.by_day.values() for entry in day]

    assert set(Kind) == {kind for entry in entries for kind in entry.kinds}
    assert any(entry.date > pinned(workspace) for entry in entries)


def test_every_relationship_status_and_state_occurs(workspace: Workspace) -> None:
    people = assess(workspace.index, workspace.config, pinned(workspace)).people.values()

    assert {person.contact.relationship for person in people} == {None, *Relationship}
    assert {person.contact.status for person in people} == set(Status)
    assert {person.standing.state for person in people} == set(State)


def test_promises_are_open_and_kept_with_and_without_a_day(workspace: Workspace) -> None:
    promises = [each for promises in workspace.index.promises.values() for each in promises]

    assert {(promise.done, promise.due is None) for promise in promises} >= {
        (False, False),
        (False, True),
        (True, False),
    }


def test_it_is_large_enough_to_be_worth_reading(workspace: Workspace) -> None:
    journals = [file for file in workspace.index.files.values() if file.is_journal]

    assert len(workspace.index.contacts) >= 25
    assert len(journals) >= 60
