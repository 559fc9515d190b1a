"""What of a vault may be shown, and as what."""

import sys
from pathlib import Path

import pytest

from netjournal.web.news import State
from netjournal.web.note_page import LONGEST
from netjournal.web.shown_files import HTML, ShownFile, shown_file

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


def state(*taken: str, named: tuple[str, ...] = ()) -> State:
    return State("net", taken=frozenset(taken), named=frozenset(named))


def shown(root: Path, target: str, after: State) -> ShownFile:
    """What is shown, as there is something."""
    file = shown_file(root, target, after)
    assert file is not None
    return file


def test_picture_beside_the_pages_is_shown(root: Path) -> None:
    file = shown_file(root, "/chart.PNG", state())
    assert file is not None
    assert (file.data, file.content_type) == (PNG, "image/png")


def test_page_of_a_contact_and_its_note_are_two_things(root: Path) -> None:
    notes = state("contacts/ana.md", "contacts/ana.html")
    page, note = (shown(root, f"/contacts/ana.{kind}", notes) for kind in ("html", "md"))
    assert page.data == b"page"
    assert b">note\n</span>" in note.data


def test_note_has_only_its_address_above_the_site(root: Path) -> None:
    assert shown_file(root, "/../contacts/ana.md", state("contacts/ana.md")) is None
    assert shown_file(root, "/site/contacts/ana.html", state("contacts/ana.md")) is None


def test_text_is_shown_as_it_is_to_who_wants_no_page(root: Path) -> None:
    file = shown_file(root, "/contacts/ana.md", state("contacts/ana.md"), as_page=False)
    assert file is not None
    assert (file.data, file.content_type) == (b"note", "text/plain; charset=utf-8")


def test_settings_and_what_a_problem_is_named_in_are_shown_as_text(root: Path) -> None:
    (root / "netjournal.toml").write_text("[me]")
    (root / "contacts" / "ana 2.md").write_text("<p>copy")
    after = state("netjournal.toml", named=("contacts/ana 2.md",))
    assert b">[me]\n<" in shown(root, "/netjournal.toml", after).data
    assert b">&lt;p&gt;copy\n<" in shown(root, "/contacts/ana%202.md", after).data


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_link_is_followed_only_where_the_pages_are_made_of_what_it_leads_to(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "ben.md").write_text("Ben")
    (elsewhere / "secret.md").write_text("SECRET")
    (root / "people").symlink_to(elsewhere, target_is_directory=True)
    after = state("people/ben.md", named=("people/secret.md",))
    assert b"Ben" in shown(root, "/people/ben.md", after).data
    for target in ("/people/secret.md", "/people/other.md", "/people/", "/people/../people/ben.md"):
        assert shown_file(root, target, after) is None


def test_huge_note_is_no_page(root: Path) -> None:
    (root / "contacts" / "ana.md").write_bytes(b"\n" * (LONGEST + 1))
    file = shown(root, "/contacts/ana.md", state("contacts/ana.md"))
    assert file.content_type.startswith("text/plain")


def test_tag_tells_apart_what_is_shown_and_what_a_search_would_find(root: Path) -> None:
    tags = []
    for text in ('<div data-search="0a">A', '<div data-search="0b">A', '<div data-search="0b">B'):
        (root / "site" / "people.html").write_text(text)
        file = shown(root, "/people.html", state())
        assert file.content_type == HTML
        tags.append(file.tag.strip('W/"').split("."))
    (first, data), (second, other_data), (third, _) = tags
    assert (first == second, second == third) == (True, False)
    assert (data, other_data) == ("0a", "0b")
