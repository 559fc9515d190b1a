"""A look at a folder of notes that nobody wrote for netjournal."""

from pathlib import Path

import pytest

from netjournal.app.look import look
from netjournal.app.start import settings_text, start_vault
from netjournal.vault.settings import read_settings
from netjournal.vault.taxonomy import default_taxonomy

PERSON = "---\ntags: [person]\n---\n"


def lay(root: Path, *paths: str, text: str = PERSON) -> None:
    """Writes notes of the same text."""
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def test_a_folder_of_people_is_found_by_its_folder(tmp_path: Path) -> None:
    lay(tmp_path, "Leute/ana.md", "Leute/office/ben.md")
    lay(tmp_path, "Garden/roses.md", text="Roses.\n")

    seen = look(tmp_path, default_taxonomy())

    assert (seen.layout.contacts, seen.layout.contact_tag) == (("Leute",), "")
    assert len(seen.people) == 2


def test_people_among_other_notes_are_found_by_their_tag(tmp_path: Path) -> None:
    lay(tmp_path, "ana.md", "Notes/ben.md")
    lay(tmp_path, "roses.md", "Notes/tax.md", text="Nobody.\n")

    layout = look(tmp_path, default_taxonomy()).layout

    assert (layout.contacts, layout.contact_tag) == ((), "person")


def test_people_among_other_notes_are_found_by_their_type(tmp_path: Path) -> None:
    lay(tmp_path, "Notes/ben.md", text="---\ntype: contact\n---\n")
    lay(tmp_path, "Notes/tax.md", text="Nobody.\n")

    assert look(tmp_path, default_taxonomy()).layout.contact_type == "contact"


def test_a_note_with_two_telling_fields_is_a_person(tmp_path: Path) -> None:
    lay(tmp_path, "Files/ana.md", text="---\nemail: a@example.org\nphone: '1'\n---\n")

    assert look(tmp_path, default_taxonomy()).people == ("Files/ana.md",)


def test_days_are_found_by_name_and_by_date(tmp_path: Path) -> None:
    lay(tmp_path, "Daily/2026/2026-11-03.md", "Daily/2026/2026-11-04 Wed.md", text="x\n")
    lay(tmp_path, "Daily/trip.md", text="---\ndate: 2026-11-05\n---\n")
    lay(tmp_path, "People/2026-13-40.md")

    seen = look(tmp_path, default_taxonomy())

    assert len(seen.days) == 3
    assert seen.layout.journal == ("Daily",)


@pytest.mark.parametrize(
    ("paths", "folders"),
    [
        (["journal/2026/11/2026-11-03", "journal/2026/11/2026-11-18"], ("journal",)),
        (["journal/2026/11/2026-11-03", "journal/2026/10/2026-10-05 Mon"], ("journal",)),
        (["Daily/2026-11 November/2026-11-03"], ("Daily",)),
        (["Me/Days/2026-11-03", "Me/Days/W47/2026-11-18"], ("Me/Days",)),
        (["2026/11/2026-11-03"], ("2026",)),
        (["Daily/2026-11-03", "Work/Log/2026-11-18"], ("Daily", "Work/Log")),
        (["2026-11-03"], ("journal",)),
    ],
)
def test_journal_is_the_folder_above_years_and_months(
    tmp_path: Path, paths: list[str], folders: tuple[str, ...]
) -> None:
    lay(tmp_path, *[f"{path}.md" for path in paths], text="Rain.\n")
    assert look(tmp_path, default_taxonomy()).layout.journal == folders


def test_a_few_days_among_other_notes_are_no_journal(tmp_path: Path) -> None:
    lay(tmp_path, "Projects/2026-11-03 start.md", *[f"Projects/{n}.md" for n in "abcde"], text="x")
    assert look(tmp_path, default_taxonomy()).layout.journal == ("journal",)


DATED = "---\ndate: 2026-11-05\n---\nWith [[ana]].\n"


@pytest.mark.parametrize(
    ("dated", "others"),
    [(["Harbour report"], []), (["Harbour report"], ["a"]), (["Harbour report", "b"], ["c", "d"])],
    ids=["the only note", "one of two", "half of them"],
)
def test_a_dated_note_or_two_make_no_journal_of_a_folder(
    tmp_path: Path, dated: list[str], others: list[str]
) -> None:
    lay(tmp_path, *[f"Projects/{name}.md" for name in dated], text=DATED)
    lay(tmp_path, *[f"Projects/{name}.md" for name in others], text="x")
    lay(tmp_path, "Daily/2026-11-03.md", text="x")

    seen = look(tmp_path, default_taxonomy())

    assert seen.layout.journal == ("Daily",)
    assert seen.days == ("Daily/2026-11-03.md",)


def test_a_folder_of_which_most_notes_are_dated_is_a_journal(tmp_path: Path) -> None:
    lay(tmp_path, "Meetings/harbour.md", "Meetings/budget.md", text=DATED)
    lay(tmp_path, "Meetings/how to.md", text="x")

    assert look(tmp_path, default_taxonomy()).layout.journal == ("Meetings",)


def test_a_dated_note_beside_a_journal_does_not_widen_it(tmp_path: Path) -> None:
    lay(tmp_path, "Notes/Daily/2026-11-03.md", "Notes/Daily/2026-11-04.md", text="x")
    lay(tmp_path, "Notes/Projects/Harbour report.md", text=DATED)

    assert look(tmp_path, default_taxonomy()).layout.journal == ("Notes/Daily",)


def test_forms_for_other_notes_are_nobody_and_are_ignored(tmp_path: Path) -> None:
    lay(tmp_path, "People/ana.md", "_templates/person.md", "Extras/Templates/new.md")

    seen = look(tmp_path, default_taxonomy())

    assert seen.people == ("People/ana.md",)
    assert seen.layout.ignore == ("Extras/Templates/**", "_templates/**")


def test_spellings_of_their_own_are_proposed_and_others_kept(tmp_path: Path) -> None:
    text = "---\nhow often: monthly\nnot before: 2027-01-01\nCompany: Acme\ncoffee: flat\n---\n"
    lay(tmp_path, "People/ana.md", text=text)

    seen = look(tmp_path, default_taxonomy())

    assert seen.own_spellings == {"how often": "cadence", "not before": "snoozed_until"}
    assert seen.read_as == {"Company": ("organization", 1)}
    assert seen.kept == {"coffee": 1}


@pytest.mark.parametrize("key", ['how "often"', "how\\often", "how\toften"])
def test_the_settings_that_are_proposed_can_be_read(tmp_path: Path, key: str) -> None:
    lay(tmp_path, "Leute é/ana.md", text=f"---\ntags: [person]\n{key}: monthly\n---\n")
    (tmp_path / ".obsidian").mkdir()

    seen = look(tmp_path, default_taxonomy())
    settings = read_settings(settings_text(seen).encode("utf-8"))

    assert settings.diagnostics == ()
    assert settings.config.vault.contacts == ("Leute é",)
    assert settings.config.build.open_with == "obsidian"


def test_a_folder_of_notes_gets_its_settings_and_nothing_else(tmp_path: Path) -> None:
    lay(tmp_path, "People/ana.md")

    started = start_vault(tmp_path)

    assert started.created == ("netjournal.toml",)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["People", "netjournal.toml"]
