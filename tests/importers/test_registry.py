"""The importers as a whole: their order, their extras, and what every one of them promises."""

import contextlib
import re
import tomllib
from collections.abc import Iterator

import pytest
from documents import DOCS, ROOT
from hypothesis import given
from hypothesis import strategies as st
from importing import ASKED, lines_of

from netjournal.importers.registry import IMPORTERS, Importer, importer_for
from netjournal.model.imported import (
    Imported,
    ImportedEntry,
    ImportedGroup,
    ImportedPerson,
    IncomingFile,
    NotReadable,
    Skipped,
)

each_importer = pytest.mark.parametrize("importer", IMPORTERS, ids=lambda each: each.slug)

CALENDAR = (
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20261103T090000Z\nSUMMARY:{0}\nLOCATION:{0}\n"
    "ATTENDEE;CN={0}:mailto:{0}@example.com\nATTENDEE:mailto:a@example.com\nUID:{0}\n"
    "END:VEVENT\nEND:VCALENDAR\n"
)
MAIL = (
    "From: {0} <{0}@example.com>\nTo: noor@example.org\nSubject: {0}\n"
    "Date: Tue, 3 Nov 2026 09:00:00 +0000\n\n{0}\n"
)
JOURNAL = "[2026-11-03 09:00] {0} @a{0}\n{0}\n"
FRIENDS = "### Friends:\n- A{0} (a.k.a. {0}) [{0}] @{0}\n### Notes:\n- 2026-11-03: **A{0}** {0}\n"
GIVEN = (CALENDAR, MAIL, JOURNAL, FRIENDS)


@pytest.mark.parametrize("file", GIVEN)
def test_a_file_is_offered_to_its_own_importer(file: str) -> None:
    slugs = ("ics", "mbox", "jrnl", "friends")
    found = importer_for("file", file.format("x").encode())

    assert found is not None
    assert found.slug == slugs[GIVEN.index(file)]


def test_nobody_reads_what_nobody_knows() -> None:
    assert importer_for("notes.md", b"# Ana Lopez\n\nMet at the meetup.\n") is None
    assert importer_for("picture.png", b"\x89PNG\r\n\x1a\n") is None


def test_slugs_are_unique_and_name_modules() -> None:
    slugs = [importer.slug for importer in IMPORTERS]

    assert len(set(slugs)) == len(slugs)
    for importer in IMPORTERS:
        assert importer.read.__module__ == f"netjournal.importers.{importer.slug}"


def test_every_extra_can_be_installed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"]

    for extra in {importer.extra for importer in IMPORTERS} - {""}:
        assert extras[extra]
        assert extra in re.split(r"[\[\],]", "".join(extras["all"]))


def said_by(found: Imported) -> Iterator[str]:
    """The texts that have to be on one line."""
    if isinstance(found, Skipped):
        yield from (found.what, found.why)
    elif isinstance(found, ImportedPerson):
        yield found.name
        for texts in (*found.fields.values(), *found.own_fields.values()):
            yield from texts
    elif isinstance(found, ImportedGroup):
        yield from (found.name, *found.members)
    else:
        for person in found.people:
            yield from person
        yield from found.text.split("\n") if found.is_journal else (found.text,)


@given(
    st.sampled_from(GIVEN),
    st.text(max_size=40) | st.text(alphabet="#[]()`- x:\\<>\x00\x1b\u202e\u2028\x85", max_size=40),
)
def test_whatever_a_file_says_is_given_in_lines_that_a_note_can_hold(form: str, typed: str) -> None:
    data = form.format(typed).encode("utf-8", "surrogatepass")
    importer = importer_for("file", form.format("x").encode())
    assert importer is not None

    for found in importer.read(IncomingFile("file", lines_of(data)), ASKED):
        assert found.line > 0
        for text in said_by(found):
            assert text.encode().decode() == text
            assert not set(text) & set("\r\n\x00\x1b\x85\u2028\u202e"), repr(text)


@given(st.binary(max_size=200))
def test_no_importer_breaks_on_any_bytes(data: bytes) -> None:
    importer_for("file", data)
    for importer in IMPORTERS:
        with contextlib.suppress(NotReadable):
            for found in importer.read(IncomingFile("file", lines_of(data)), ASKED):
                assert isinstance(found, ImportedEntry | ImportedPerson | Skipped)


@each_importer
def test_every_importer_has_a_page(importer: Importer) -> None:
    pages = " ".join(page.read_text("utf-8") for page in DOCS.glob("import-*.md"))
    words = {"ics": "iCalendar", "mbox": "mbox", "vcard": "vCard", "csv": "CSV"}

    assert words.get(importer.slug, importer.slug).casefold() in pages.casefold()
