"""Which link stands at a place, where it leads, and who else leads there."""

from pathlib import Path

import pytest
from editing import VAULT, cursor, notes_of

from netjournal.app.editing.links import (
    Found,
    contact_at,
    leads_to,
    link_at,
    links_in,
    links_to,
    renamed_at,
)
from netjournal.app.editing.open_notes import OpenNotes
from netjournal.model.source import Place
from netjournal.notes.at_cursor import Extent

DAY = "journal/2026-02-27.md"
PRIYA = "contacts/priya-raman.md"
TOM = "contacts/tom-rask.md"


@pytest.fixture
def notes(tmp_path: Path) -> OpenNotes:
    return notes_of(tmp_path, {**VAULT, "journal/plan.txt": "", "other/idea.md": "See [[Kim]].\n"})


def opened(notes: OpenNotes, path: str, marked: str) -> tuple[OpenNotes, str, int, int]:
    text, line, column = cursor(marked)
    notes.open(path, text)
    return notes, path, line, column


def test_a_link_holds_the_columns_from_its_bracket_to_behind_its_end(notes: OpenNotes) -> None:
    text = "🎉 [[tom-rask]] x"
    notes.open(DAY, text)
    held = [column for column in range(1, 20) if link_at(notes, DAY, 1, column)]
    assert held == list(range(3, 16))


@pytest.mark.parametrize(
    ("marked", "paths"),
    [
        ("Met [[to¦m-rask]].", [TOM]),
        ("Met [[To¦m Rask|T.]].", [TOM]),
        ("Met [Tom](../con¦tacts/tom-rask.md).", [TOM]),
        ("Met [[ki¦m]].", ["contacts/home/kim.md", "contacts/office/kim.md"]),
        ("See [[ide¦a]].", ["other/idea.md"]),
        ("Met [[no¦body]].", []),
        ("Met ¦ [[tom-rask]].", []),
        ("a [[tom-rask]] [[pri¦ya-raman]]", [PRIYA]),
    ],
)
def test_where_a_link_leads(notes: OpenNotes, marked: str, paths: list[str]) -> None:
    found = leads_to(*opened(notes, DAY, marked))
    assert list(found) == [Place(path, 1) for path in paths]


def test_links_of_a_note_that_isnt_in_the_vault_lead_somewhere_as_well(notes: OpenNotes) -> None:
    assert leads_to(*opened(notes, "elsewhere/x.md", "See [[To¦m Rask]]")) == (Place(TOM, 1),)
    assert leads_to(*opened(notes, "journal/plan.md", "x\r\n[[To¦m Rask]]")) == (Place(TOM, 1),)
    assert leads_to(notes, "elsewhere/never-opened.md", 1, 1) == ()


def test_all_links_of_a_note_in_the_order_of_places(notes: OpenNotes) -> None:
    notes.open(DAY, "[[kim]] and [[tom-rask]]\n\n[[nobody]]\n")
    found = [(each.link.target, each.extent, each.contacts) for each in links_in(notes, DAY)]
    assert found == [
        ("kim", Extent(1, 1, 8), ("contacts/home/kim.md", "contacts/office/kim.md")),
        ("tom-rask", Extent(1, 13, 25), (TOM,)),
        ("nobody", Extent(3, 1, 11), ()),
    ]


def test_the_contact_of_a_place_is_the_linked_one_or_the_one_whose_note_it_is(
    notes: OpenNotes,
) -> None:
    linked = contact_at(*opened(notes, PRIYA, "---\nname: Priya\n---\n[[tom-r¦ask]]"))
    own = contact_at(*opened(notes, PRIYA, "---\nna¦me: Priya\n---\n"))
    nobody = contact_at(*opened(notes, DAY, "¦text"))
    several = contact_at(*opened(notes, DAY, "[[ki¦m]]"))
    assert [each and each.path for each in (linked, own, nobody, several)] == [
        TOM,
        PRIYA,
        None,
        None,
    ]


def test_every_link_to_a_contact_also_in_texts_that_arent_saved(notes: OpenNotes) -> None:
    notes.open("journal/2026-03-01.md", "🎉 [[Tom Rask|T.]]\n")
    assert links_to(notes, TOM) == (
        Found(PRIYA, Extent(10, 25, 37)),
        Found(DAY, Extent(1, 33, 45)),
        Found("journal/2026-03-01.md", Extent(1, 3, 18)),
    )
    assert links_to(notes, "contacts/zoe-abe.md") == ()


@pytest.mark.parametrize(
    ("path", "marked", "name", "extent"),
    [
        (DAY, "🎉 [[tom-r¦ask|T.]]", "Tom Rask", Extent(1, 5, 13)),
        (DAY, "[T.](../contacts/tom-ra¦sk.md)", "Tom Rask", Extent(1, 1, 30)),
        (TOM, "---\nname: Tom¦ Rask\n---\n", "Tom Rask", Extent(2, 7, 15)),
        (TOM, "---\nx: y\n---\n# Tom Rask¦\n", "Tom Rask", Extent(4, 3, 11)),
    ],
)
def test_who_is_renamed_from_a_place(
    notes: OpenNotes, path: str, marked: str, name: str, extent: Extent
) -> None:
    found = renamed_at(*opened(notes, path, marked))
    assert found is not None
    assert (found[0].name, found[1]) == (name, extent)


@pytest.mark.parametrize(
    ("path", "marked"),
    [
        (DAY, "[[ki¦m]]"),
        (DAY, "[[nob¦ody]]"),
        (DAY, "te¦xt"),
        (TOM, "---\nname: Tom Rask\nmet¦: 2020\n---\n"),
        (TOM, "---\nna¦me: Tom Rask\n---\n"),
        ("elsewhere/x.md", "te¦xt"),
    ],
)
def test_where_nobody_is_named_nobody_is_renamed(notes: OpenNotes, path: str, marked: str) -> None:
    assert renamed_at(*opened(notes, path, marked)) is None


def test_a_line_that_isnt_there_names_nobody(notes: OpenNotes) -> None:
    assert renamed_at(notes, TOM, 99, 1) is None
    assert renamed_at(notes, TOM, 0, 1) is None
