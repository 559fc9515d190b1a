"""Uids: they stay, they are file names, and no two are one."""

from building import contact
from exporting import export
from hypothesis import given
from hypothesis import strategies as st

from netjournal.exporters.uids import is_safe, made_uid, uids
from netjournal.model.contact import Contact


def of(*contacts: Contact) -> list[str]:
    """The uids of some contacts, in the order of paths."""
    return list(uids(export(*contacts)).values())


def test_a_contacts_own_uid_is_kept() -> None:
    assert of(contact("a.md", "A", uid="priya-2019_x.1")) == ["priya-2019_x.1"]


def test_one_that_is_no_file_name_is_replaced() -> None:
    for uid in (
        "",
        "a/b",
        "..",
        ".hidden",
        "a b",
        "ana@example.org",
        "con",
        "nul.x",
        "x" * 200,
        "a.",
    ):
        (found,) = of(contact("contacts/ana.md", "A", uid=uid))
        assert found.startswith("nj-ana-"), uid
        assert is_safe(found)


def test_the_same_note_has_the_same_one_whoever_else_is_there() -> None:
    ana = contact("contacts/ana.md", "Ana")

    assert (
        of(ana) == of(ana, contact("contacts/ben.md", "Ben"))[:1] == [made_uid("contacts/ana.md")]
    )
    assert made_uid("contacts/ana.md") == "nj-ana-8f4ca85002"


def test_two_of_one_uid_are_told_apart_also_where_case_is_not() -> None:
    first, second, third = of(
        contact("a.md", "A", uid="same"), contact("b.md", "B", uid="SAME"), contact("c/a.md", "C")
    )

    assert first == "same"
    assert second.startswith("nj-b-")
    assert third.startswith("nj-a-")


def test_notes_of_one_file_name_are_told_apart() -> None:
    assert len(set(of(contact("x/ana.md", "Ana"), contact("y/ana.md", "Ana")))) == 2


@given(st.lists(st.text(max_size=12), max_size=6), st.lists(st.text(max_size=12), max_size=6))
def test_any_uids_and_paths_give_safe_ones(own: list[str], stems: list[str]) -> None:
    everybody = [
        contact(f"contacts/{number}/{stem.replace('/', '')}.md", "A", uid=uid)
        for number, (uid, stem) in enumerate(zip(own, stems, strict=False))
    ]
    found = of(*everybody)

    assert all(map(is_safe, found))
    assert len({each.casefold() for each in found}) == len(everybody)
