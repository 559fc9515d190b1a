"""Whom a link means: by path, file name, name and alias, or nobody, or several."""

import pytest
from building import contact, entry, index, link, parsed

from netjournal.model.index import Index, OpenLink, ResolvedLink
from netjournal.model.resolve import has_own_file_name, link_target

ANA = contact("contacts/ana-lopez.md", "Ana López", aliases=("Anita",))
BEN = contact("contacts/office/ben-osei.md", "Ben Osei")
DAY = "journal/2026-11-03.md"


def whom(target: str, *, is_path: bool = False, source: str = DAY) -> tuple[str, ...]:
    """The contacts that a link in a note finds, among two."""
    wanted = link(target, is_path=is_path)
    found = index(ANA, BEN, parsed(source, wanted, journal=True))
    return tuple(resolved.contact for resolved in found.links.get(source, ()))


def unresolved(found: Index) -> list[str]:
    """The targets of links that name nothing."""
    return [each.link.target for each in found.unresolved]


@pytest.mark.parametrize(
    "target",
    [
        "ana-lopez",
        "ANA-LOPEZ",
        "ana-lopez.md",
        "Ana López",
        "ana lópez",
        "Ana Lo\u0301pez",
        " Ana  López ",
        "anita",
        "contacts/ana-lopez",
        "/contacts/ana-lopez.md",
    ],
)
def test_a_wikilink_finds_a_contact(target: str) -> None:
    assert (ANA.path,) == whom(target)


@pytest.mark.parametrize("target", ["ben-osei", "office/ben-osei", "contacts/office/ben-osei.md"])
def test_a_wikilink_finds_a_contact_in_a_folder(target: str) -> None:
    assert (BEN.path,) == whom(target)


def test_a_path_from_the_note_finds_a_contact() -> None:
    assert (ANA.path,) == whom("../contacts/ana-lopez.md", is_path=True)


def test_a_path_in_the_same_folder_finds_a_contact() -> None:
    found = whom("./ben-osei.md", is_path=True, source="contacts/office/notes.md")

    assert (BEN.path,) == found


def test_a_path_that_the_note_has_outgrown_finds_a_contact_by_its_file_name() -> None:
    assert (ANA.path,) == whom("../../contacts/ana-lopez.md", is_path=True)


@pytest.mark.parametrize(
    ("target", "is_path"),
    [
        ("../Projects/Ben%20Osei.md", True),
        ("/Projects/Ben Osei.md", True),
        ("Projects/Ben Osei", False),
        ("../nowhere/ana-lopez.md", True),
        ("nowhere/ana-lopez", False),
        ("Anita.md", True),
    ],
)
def test_a_path_means_the_file_there_and_no_contact_of_that_name(
    target: str, *, is_path: bool
) -> None:
    note = parsed(DAY, link(target, is_path=is_path), journal=True)

    found = index(ANA, BEN, note, other_files=["Projects/Ben Osei.md"])

    assert found.links == {}


def test_a_path_to_nothing_is_unresolved() -> None:
    note = parsed(DAY, link("../nowhere/ana-lopez.md", is_path=True))

    assert unresolved(index(ANA, note)) == ["../nowhere/ana-lopez.md"]


def test_a_path_with_percent_signs_finds_a_contact() -> None:
    with_spaces = contact("People/Mara Lindqvist.md")
    note = parsed(DAY, link("../People/Mara%20Lindqvist.md", is_path=True))

    found = index(with_spaces, note)

    assert with_spaces.path == found.links[DAY][0].contact


def test_a_percent_sign_in_a_wikilink_is_itself() -> None:
    half = contact("contacts/100%25.md", "Half")
    found = index(half, parsed(DAY, link("100%25")))

    assert half.path == found.links[DAY][0].contact


def test_a_path_wins_over_a_file_name() -> None:
    near, far = contact("contacts/ana.md", "Ana A"), contact("ana.md", "Ana B")
    found = index(near, far, parsed("contacts/ben.md", link("ana.md", is_path=True)))

    assert near.path == found.links["contacts/ben.md"][0].contact


def test_a_file_name_wins_over_a_name_and_a_name_over_an_alias() -> None:
    by_file = contact("contacts/kim.md", "Kim Park")
    by_name = contact("contacts/k2.md", "Kim")
    by_alias = contact("contacts/k3.md", "Kimberly", aliases=("Kim Park",))
    found = index(by_file, by_name, by_alias, parsed(DAY, link("kim", 1), link("kim park", 2)))

    assert [by_file.path, by_file.path] == [each.contact for each in found.links[DAY]]


def test_a_link_in_its_own_note_is_no_backlink() -> None:
    found = index(parsed(ANA, link("ana-lopez")))

    assert ANA.path == found.links[ANA.path][0].contact
    assert found.backlinks == {}


def test_links_are_known_from_both_ends() -> None:
    wanted = link("Ben Osei", 4, 9)
    found = index(parsed(ANA, wanted), BEN)
    expected = ResolvedLink(ANA.path, wanted, BEN.path)

    assert {ANA.path: (expected,)} == found.links
    assert {BEN.path: (expected,)} == found.backlinks


FIRST = contact("contacts/kim-1.md", "Kim")
SECOND = contact("contacts/kim-2.md", "kim")


def test_a_name_of_two_contacts_has_both_as_candidates() -> None:
    wanted = link("Kim", 3, 2)
    found = index(SECOND, FIRST, parsed(DAY, wanted, journal=True))

    expected = OpenLink(DAY, wanted, (FIRST.path, SECOND.path))
    assert (expected,) == found.ambiguous
    assert found.unresolved == ()
    assert found.links == {}


def test_an_entry_with_an_ambiguous_link_is_with_nobody() -> None:
    note = parsed(DAY, entry("2026-11-03", "Lunch.", link("Kim")), journal=True)
    found = index(FIRST, SECOND, note)

    assert found.interactions == {}
    assert found.by_day == {}


def test_a_file_name_settles_whom_a_name_means() -> None:
    found = index(FIRST, SECOND, parsed(DAY, link("kim-2")))

    assert found.ambiguous == ()
    assert SECOND.path == found.links[DAY][0].contact


def test_a_folder_settles_which_file_name_is_meant() -> None:
    home, office = contact("contacts/home/kim.md", "A"), contact("contacts/office/kim.md", "B")
    found = index(home, office, parsed(DAY, link("kim", 1), link("office/kim", 2)))

    assert [(home.path, office.path)] == [each.candidates for each in found.ambiguous]
    assert [office.path] == [each.contact for each in found.links[DAY]]


def test_a_name_that_nobody_has_is_unresolved() -> None:
    wanted = link("bob", 7)
    found = index(ANA, parsed(DAY, wanted, journal=True))

    assert (OpenLink(DAY, wanted),) == found.unresolved


@pytest.mark.parametrize("target", ["2026-11-24", "journal/2027-01-01", "2026-11-24 Tuesday"])
def test_a_day_needs_no_note(target: str) -> None:
    assert unresolved(index(ANA, parsed(DAY, link(target)))) == []


@pytest.mark.parametrize("target", ["2026-02-30", "11-24", "20"])
def test_what_is_no_day_is_unresolved(target: str) -> None:
    assert [target] == unresolved(index(ANA, parsed(DAY, link(target))))


@pytest.mark.parametrize("target", ["projects", "projects.md", "notes/projects", "Projects"])
def test_a_note_that_is_no_contact_may_be_linked(target: str) -> None:
    found = index(ANA, parsed("notes/projects.md"), parsed(DAY, link(target)))

    assert unresolved(found) == []


@pytest.mark.parametrize("target", ["cv.pdf", "files/cv.pdf", "files/my-plan", "plan"])
def test_a_file_that_was_not_read_may_be_linked(target: str) -> None:
    others = ["files/cv.pdf", "files/my-plan.md", "archive/Plan.md"]
    found = index(ANA, parsed(DAY, link(target)), other_files=others)

    assert unresolved(found) == []


@pytest.mark.parametrize("target", ["../files/My%20CV.pdf", "../notes/Side%20project.md"])
def test_a_path_with_percent_signs_may_name_a_file(target: str) -> None:
    others = ["files/My CV.pdf", "notes/Side project.md"]
    found = index(ANA, parsed(DAY, link(target, is_path=True)), other_files=others)

    assert unresolved(found) == []


@pytest.mark.parametrize("target", ["2026-W05", "2026-01", "2026", "2026-Q1", "2026-11-03 Tue"])
def test_notes_of_days_weeks_and_months_need_not_exist(target: str) -> None:
    assert unresolved(index(parsed(DAY, link(target)))) == []


def test_other_numbers_are_names() -> None:
    assert unresolved(index(parsed(DAY, link("20261")))) == ["20261"]


def test_a_link_is_by_file_name_where_it_is_the_only_one_and_by_path_elsewhere() -> None:
    top, home, ana = (contact(path) for path in ("kim.md", "contacts/kim.md", "ana.md"))
    names = index(top, home, ana).names

    assert link_target(names, "ana.md") == "ana"
    assert link_target(names, "contacts/kim.md") == "contacts/kim"
    for path in ("kim.md", "contacts/kim.md", "ana.md"):
        for source in ("x.md", "contacts/x.md", "journal/2026/x.md"):
            assert names.find(link(link_target(names, path)), source) == (path,)


def test_a_file_name_that_differs_only_in_case_is_not_the_only_one() -> None:
    names = index(contact("a/Kim.md"), contact("b/kim.md"), contact("Zoë.md")).names

    assert [has_own_file_name(names, path) for path in ("a/Kim.md", "b/kim.md", "Zoë.md")] == [
        False,
        False,
        True,
    ]
