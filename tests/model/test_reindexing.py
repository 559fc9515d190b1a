"""An index made again after a change is the one that would be built whole."""

from building import TAXONOMY, config, contact, entry, index, link, parsed
from generating import TABLES, changes, named_as_before, vaults
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.indexing import build_index
from netjournal.model.parsed import ParsedFile
from netjournal.model.reindexing import index_again

ANA = contact("contacts/ana.md", "Ana", industries=("law",))
BEN = contact("contacts/ben.md", "Ben")
DAY = "journal/2026-11-03.md"


@given(vaults, changes, st.booleans())
def test_after_any_changes_it_equals_one_built_whole(
    files: list[ParsedFile],
    changes: list[list[ParsedFile]],
    keeps_names: bool,  # noqa: FBT001 - drawn by place
) -> None:
    settings = config()
    vault = {file.path: file for file in files}
    latest = build_index(files, settings, ["plan.md"])
    for saved in changes:
        changed = [named_as_before(note, vault) if keeps_names else note for note in saved]
        _ = [getattr(latest, name) for name in TABLES]
        vault |= {file.path: file for file in changed}
        whole = build_index(vault.values(), settings, ["plan.md"])
        latest = index_again(latest, changed, settings) or whole
        for name in TABLES:
            assert getattr(latest, name) == getattr(whole, name), name
        assert list(latest.contacts) == list(whole.contacts)
        assert list(latest.files) == list(whole.files)


def test_what_no_change_reaches_is_the_same_object() -> None:
    before = index(parsed(ANA, entry("2026-11-03")), parsed(BEN, entry("2026-11-04")))

    after = index_again(before, [parsed(ANA, entry("2026-11-05"))], config())

    assert after is not None
    assert after.interactions["contacts/ben.md"] is before.interactions["contacts/ben.md"]
    assert after.interactions["contacts/ana.md"] != before.interactions["contacts/ana.md"]
    assert after.names is before.names
    assert after.industries is before.industries
    assert after.promises is before.promises


def test_journal_note_changes_only_whom_it_links() -> None:
    before = index(ANA, BEN, parsed(DAY, entry("2026-11-03", "Tea", link("ana")), journal=True))

    after = index_again(
        before, [parsed(DAY, entry("2026-11-03", "Tea", link("ben")), journal=True)], config()
    )

    assert after is not None
    assert [entry.text for entry in after.interactions["contacts/ben.md"]] == ["Tea"]
    assert "contacts/ana.md" not in after.interactions
    assert after.entry_count == 1


def test_new_industry_is_in_the_taxonomy_and_goes_with_it() -> None:
    before = index(ANA, BEN)

    hawk = index_again(before, [parsed(BEN._replace(industries=("Falconry",)))], config())
    assert hawk is not None
    assert hawk.by_industry["falconry"] == ("contacts/ben.md",)
    again = index_again(hawk, [parsed(BEN)], config())

    assert again is not None
    assert list(again.taxonomy.industries) == list(TAXONOMY.industries)


def test_another_name_or_a_new_note_takes_a_whole_index() -> None:
    before = index(ANA, parsed(DAY))

    assert index_again(before, [parsed(ANA._replace(name="Anna"))], config()) is None
    assert index_again(before, [parsed(ANA._replace(aliases=("A",)))], config()) is None
    assert index_again(before, [parsed(BEN)], config()) is None
    assert index_again(before, [parsed(ANA.path)], config()) is None
