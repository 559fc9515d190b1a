"""What of a vault may be shown."""

from pathlib import Path

import pytest

from netjournal.web.shown_files import shown_file

PNG = b"\x89PNG"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "site" / "contacts").mkdir(parents=True)
    (tmp_path / "site" / "chart.PNG").write_bytes(PNG)
    (tmp_path / "site" / "contacts" / "ana.html").write_bytes(b"page")
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts" / "ana.md").write_bytes(b"note")
    (tmp_path / "contacts" / "ana.html").write_bytes(b"no page")
    return tmp_path


def test_picture_beside_the_pages_is_shown(root: Path) -> None:
    file = shown_file(root, "/chart.PNG", ())
    assert file is not None
    assert (file.data, file.content_type) == (PNG, "image/png")


def test_page_of_a_contact_and_its_note_are_two_things(root: Path) -> None:
    notes = {"contacts/ana.md", "contacts/ana.html"}
    page, note = (shown_file(root, f"/contacts/ana.{kind}", notes) for kind in ("html", "md"))
    assert page is not None
    assert note is not None
    assert (page.data, note.data) == (b"page", b"note")


def test_note_has_only_its_address_above_the_site(root: Path) -> None:
    assert shown_file(root, "/../contacts/ana.md", {"contacts/ana.md"}) is None
    assert shown_file(root, "/site/contacts/ana.html", {"contacts/ana.md"}) is None
