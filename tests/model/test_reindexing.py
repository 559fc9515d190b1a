"""An index made again after a change is the one that would be built whole."""

from building import TAXONOMY, config, contact, entry, index, link, parsed
from generating import TABLES, changes, named_as_before, vaults
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.index import Index
from netjournal.model.indexing import build_index
from netjournal.model.parsed import ParsedFile
from netjournal.model.reindexing import Change, index_again

ANA = contact("contacts/ana.md", "Ana", industries=("law",))
BEN = contact("contacts/ben.md", "Ben")
DAY = "journal/2026-11-03.md"


@given(vaults, changes, st.booleans(), st.data())
def test_after_any_changes_it_equals_one_built_whole(
    files: list[ParsedFile],
    changes: list[list[ParsedFile]],
    keeps_names: bool,  # noqa: FBT001 - drawn by place
    data: st.DataObject,
) -> None:
    settings = config()
    vault = {file.path: file for file in files}
    latest = build_index(files, settings, ["plan.md"])
    for saved in changes:
        changed = [named_as_before(note, vault) if keeps_names else note for note in saved]
        _ = [getattr(latest, name) for name in TABLES]
        vault |= {file.path: file for file in changed}
        gone = data.draw(st.sets(st.sampled_from(sorted(vault)), max_size=2)) if vault else set()
        others = data.draw(st.sampled_from([None, (), ("plan.md",), ("x/nobody.pdf", "plan.md")]))
        for path in gone:
            del vault[path]
        change = Change([vault[path] for path in {f.path for f in changed} - gone], gone, others)
        known = latest.other_files if others is None else others
        whole = build_index(vault.values(), settings, known)
        latest = index_again(latest, change, settings)
        for name in TABLES:
            assert getattr(latest, name) == getattr(whole, name), name
        assert list(latest.contacts) == list(whole.contacts)
        assert list(latest.files) == list(whole.files)


def again(before: Index, *files: ParsedFile) -> Index:
    """The index after these notes have changed."""
    return index_again(before, Change(files), config())


def test_what_no_change_reaches_is_the_same_object() -> None:
    before = index(parsed(ANA, entry("2026-11-03")), parsed(BEN, entry("2026-11-04")))

    after = again(before, parsed(ANA, entry("2026-11-05")))

    assert after.interactions["contacts/ben.md"] is before.interactions["contacts/ben.md"]
    assert after.interactions["contacts/ana.md"] != before.interactions["contacts/ana.md"]
    assert after.names is before.names
    assert after.industries is before.industries
    assert after.promises is before.promises


def test_journal_note_changes_only_whom_it_links() -> None:
    before = index(ANA, BEN, parsed(DAY, entry("2026-11-03", "Tea", link("ana")), journal=True))

    after = again(before, parsed(DAY, entry("2026-11-03", "Tea", link("ben")), journal=True))

    assert [entry.text for entry in after.interactions["contacts/ben.md"]] == ["Tea"]
    assert "contacts/ana.md" not in after.interactions
    assert after.entry_count == 1


def test_new_industry_is_in_the_taxonomy_and_goes_with_it() -> None:
    before = index(ANA, BEN)

    hawk = again(before, parsed(BEN._replace(industries=("Falconry",))))
    assert hawk.by_industry["falconry"] == ("contacts/ben.md",)
    after = again(hawk, parsed(BEN))

    assert list(after.taxonomy.industries) == list(TAXONOMY.industries)


def test_link_finds_a_contact_that_comes_and_loses_one_that_goes() -> None:
    before = index(ANA, parsed(DAY, entry("2026-11-03", "Tea", link("ben")), journal=True))
    assert [each.link.target for each in before.unresolved] == ["ben"]

    found = again(before, parsed(BEN))
    assert (len(found.interactions["contacts/ben.md"]), found.unresolved) == (1, ())

    lost = index_again(found, Change([], ["contacts/ben.md"]), config())
    assert lost.interactions == {}
    assert [each.link.target for each in lost.unresolved] == ["ben"]


def test_link_follows_another_name() -> None:
    tea = parsed(DAY, entry("2026-11-03", "Tea", link("Annie")), journal=True)

    after = again(index(ANA, tea), parsed(ANA._replace(name="Annie")))

    assert len(after.interactions["contacts/ana.md"]) == 1


def test_second_contact_of_a_name_makes_links_ambiguous() -> None:
    tea = parsed(DAY, entry("2026-11-03", "Tea", link("Ana")), journal=True)
    other = contact("people/ana.md", "Ana")

    after = again(index(ANA, tea), parsed(other))

    assert [each.candidates for each in after.ambiguous] == [("contacts/ana.md", "people/ana.md")]


def test_file_that_a_link_names_may_come() -> None:
    before = index(parsed(ANA, link("plan")))
    assert before.unresolved

    assert not index_again(before, Change([], (), ("docs/plan.md",)), config()).unresolved
