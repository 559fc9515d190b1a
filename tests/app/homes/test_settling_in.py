"""What `init --editor` writes: new, added to what is there, and left alone."""

import json
import re
import shutil
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from documented import SAMPLE
from reading import CONFIG
from running import run

from netjournal.app.changing import Because
from netjournal.app.homes.commented_json import parsed
from netjournal.app.homes.settling_in import EDITORS, Plan, editor_called, plan_home, write_home
from netjournal.app.homes.snippets import Snippet, as_plain_text, snippets
from netjournal.app.workspace import Workspace
from netjournal.cli import init_editors
from netjournal.model.contact import Kind
from netjournal.model.fields import FIELDS
from netjournal.model.source import Source
from netjournal.notes.parse import parse_note
from netjournal.vault.placing import NotChanged

TODAY = date(2026, 11, 24)
BECAUSE = Because("netjournal init", "2026-11-24T12:00:00")
SLUGS = [each.slug for each in EDITORS]


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A copy of the sample vault."""
    shutil.copytree(SAMPLE, tmp_path / "vault", ignore=shutil.ignore_patterns("review", "site"))
    return tmp_path / "vault"


def lay(vault: Path, path: str, text: str) -> Path:
    """Writes a file of the vault."""
    file = vault / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")
    return file


def planned(vault: Path, slug: str) -> Plan:
    """What would be written for an editor."""
    return plan_home(Workspace.load(vault), editor_called(slug), TODAY)


def settled(vault: Path, slug: str) -> Plan:
    """What was written for an editor."""
    plan = planned(vault, slug)
    write_home(vault, [plan], BECAUSE)
    return plan


def files(vault: Path) -> dict[str, bytes]:
    """The bytes of every file of the vault."""
    found = [path for path in vault.rglob("*") if path.is_file()]
    return {path.relative_to(vault).as_posix(): path.read_bytes() for path in found}


def data(vault: Path, path: str) -> Any:  # noqa: ANN401 - whatever the file holds
    """What a file of JSON holds."""
    return parsed((vault / path).read_text(encoding="utf-8"))


def test_the_command_knows_every_editor() -> None:
    assert tuple(SLUGS) == init_editors.EDITORS
    assert tuple(each.slug for each in EDITORS if each.opens) == init_editors.OPENING


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_folder_that_leads_out_of_the_vault_is_left_alone(vault: Path, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (vault / ".vscode").symlink_to(tmp_path / "shared")
    plan = settled(vault, "vscode")
    assert plan.changes == ()
    assert all("outside of the vault" in step.what and step.by_hand for step in plan.steps)
    assert list((tmp_path / "shared").iterdir()) == []


@pytest.mark.parametrize("slug", SLUGS)
def test_a_second_time_changes_nothing(slug: str, vault: Path) -> None:
    before = files(vault)
    plan = settled(vault, slug)
    after = files(vault)

    again = planned(vault, slug)

    assert set(after) - set(before) == {change.path for change in plan.changes} != set()
    assert {path: after[path] for path in before} == before
    assert again.changes == ()
    assert not any(step.by_hand or step.kept for step in again.steps)


@pytest.mark.parametrize("slug", SLUGS)
def test_no_word_of_a_note_is_in_it_and_no_note_is_made(slug: str, vault: Path) -> None:
    plan = planned(vault, slug)

    written = b"".join([change.after or b"" for change in plan.changes])
    assert not [word for word in (b"Haddad", b"Meridaan", b"Rotterdam") if word in written]
    settled(vault, slug)
    assert len(Workspace.load(vault).index.contacts) == 27


@pytest.mark.parametrize("slug", SLUGS)
def test_it_is_taken_back(slug: str, vault: Path) -> None:
    lay(vault, ".vscode/settings.json", '{"a": 1} // mine\n')
    lay(vault, ".obsidian/types.json", '{"types": {}}')
    before = files(vault)
    settled(vault, slug)

    undone = run("netjournal undo", vault)

    assert undone.status == 0, undone.output
    assert files(vault) == before


def test_types_of_ones_own_stay(vault: Path) -> None:
    own = {"types": {"Birthday": "date", "mood": "number", "tags": "tags"}}
    lay(vault, ".obsidian/types.json", json.dumps(own, indent=2))

    plan = settled(vault, "obsidian")

    types = data(vault, ".obsidian/types.json")["types"]
    assert [*types][:3] == ["Birthday", "mood", "tags"]
    assert types["Birthday"] == "date"
    assert types["snoozed_until"] == "date"
    assert "birthday" not in types
    assert plan.steps[0].kept == ("types.birthday",)
    assert {field.name for field in FIELDS} - {"birthday"} < set(types)


def test_a_base_that_is_there_stays(vault: Path) -> None:
    base = lay(vault, "contacts.base", "views: []\n")

    settled(vault, "obsidian")

    assert base.read_text(encoding="utf-8") == "views: []\n"


def test_a_vault_inside_one_of_obsidians_gets_nothing(vault: Path) -> None:
    (vault.parent / ".obsidian").mkdir()

    plan = planned(vault, "obsidian")

    assert plan.steps == ()
    assert plan.said[0] == f"Obsidian opens {vault.parent}, which this folder is inside of."


def test_settings_with_comments_are_added_to(vault: Path) -> None:
    text = '{\n    // Notes are prose.\n    "editor.wordWrap": "on",\n}\n'
    lay(vault, ".vscode/settings.json", text)

    settled(vault, "vscode")

    after = (vault / ".vscode/settings.json").read_text(encoding="utf-8")
    assert after.startswith(text[: text.rindex("}")])
    assert data(vault, ".vscode/settings.json")["glspc.server.command"] == "netjournal"


def test_settings_of_ones_own_stay_and_are_named(vault: Path) -> None:
    lay(vault, ".vscode/settings.json", '{"glspc.server.command": "other"}')
    lay(vault, ".vscode/extensions.json", '{"recommendations": ["one.two"]}')

    plan = settled(vault, "vscode")

    settings = data(vault, ".vscode/settings.json")
    assert settings["glspc.server.command"] == "other"
    # What we would tell the extension beside it would change how it runs the other one.
    assert not {"glspc.server.commandArguments", "glspc.server.languageId"} & set(settings)
    assert settings["search.exclude"] == {"review": True, "site": True}
    assert data(vault, ".vscode/extensions.json")["recommendations"][0] == "one.two"
    assert plan.steps[0].kept == ("glspc.server.command",)


@pytest.mark.parametrize("text", ["{", '{"a": 1, "a": 2}', "[]"])
def test_settings_that_are_none_are_left_and_the_lines_are_shown(text: str, vault: Path) -> None:
    file = lay(vault, ".vscode/settings.json", text)

    plan = settled(vault, "vscode")

    assert file.read_text(encoding="utf-8") == text
    assert json.loads(plan.steps[0].by_hand)["glspc.server.command"] == "netjournal"


def test_settings_in_another_encoding_are_left_and_those_with_a_mark_keep_it(vault: Path) -> None:
    file = lay(vault, ".vscode/settings.json", "")
    file.write_bytes('{"a": "é"}'.encode("latin-1"))
    assert planned(vault, "vscode").steps[0].change is None

    file.write_bytes(b'\xef\xbb\xbf{"a": 1}')
    settled(vault, "vscode")

    assert file.read_bytes().startswith(b'\xef\xbb\xbf{"a": 1,\n')
    assert planned(vault, "vscode").steps[0].change is None


def test_a_schema_of_an_earlier_version_is_written_anew_and_any_other_stays(vault: Path) -> None:
    settled(vault, "vscode")
    schema = vault / ".vscode/netjournal-front-matter.schema.json"
    now = schema.read_bytes()

    schema.write_bytes(now.replace(b"front-matter:1", b"front-matter:0"))
    settled(vault, "vscode")
    assert schema.read_bytes() == now
    schema.write_bytes(b"{}")
    settled(vault, "vscode")
    assert schema.read_bytes() == b"{}"


def test_a_file_of_the_users_for_neovim_stays_and_the_lines_are_shown(vault: Path) -> None:
    own = lay(vault, ".nvim.lua", "vim.o.wrap = true\n")

    plan = settled(vault, "neovim")

    assert own.read_text(encoding="utf-8") == "vim.o.wrap = true\n"
    assert "vim.lsp.start" in plan.steps[0].by_hand
    lay(vault, ".nvim.lua", f"vim.o.wrap = true\n{plan.steps[0].by_hand}")
    assert planned(vault, "neovim").steps[0].by_hand == ""


def test_what_cannot_be_read_is_said(vault: Path) -> None:
    (vault / ".vscode/settings.json").mkdir(parents=True)

    with pytest.raises(NotChanged, match=r"\.vscode/settings\.json can't be read"):
        planned(vault, "vscode")


def test_none_is_written_when_one_has_changed_meanwhile(vault: Path) -> None:
    plan = planned(vault, "vscode")
    lay(vault, ".vscode/extensions.json", "{}")

    with pytest.raises(NotChanged):
        write_home(vault, [plan], BECAUSE)

    assert not (vault / ".vscode/settings.json").exists()


def filled_in(snippet: Snippet) -> str:
    """The text of a snippet once somebody has typed `Ana` into every place, or chosen the first."""
    text = re.sub(r"\$CURRENT_YEAR-\$CURRENT_MONTH-\$CURRENT_DATE", "2026-11-24", as_text(snippet))
    text = re.sub(r"\$\{\d:([^}]*)\}", r"\1", text)
    text = re.sub(r"\$\{\d\|([^,|]*)[^}]*\}", r"\1", text)
    return re.sub(r"\$\d", "Ana", text)


def as_text(snippet: Snippet) -> str:
    """The lines of a snippet."""
    return "\n".join(snippet.lines)


def test_snippets_are_read_without_a_word() -> None:
    words = {each.word: filled_in(each) for each in snippets(CONFIG)}
    text = f"{words['njcontact']}{words['njlog']}\n{words['njkind']}\n{words['njpromise']}\n"

    note = parse_note(
        Source("contacts/ana.md", text.encode()), CONFIG, in_contacts=True, in_journal=False
    )
    day = f"{words['njday']} [[ana]]\n".encode()
    journal = parse_note(Source("journal/log.md", day), CONFIG, in_contacts=False, in_journal=True)

    assert note.contact is not None
    assert note.contact.relationship == "ally"
    assert [kind for entry in note.interactions for kind in entry.kinds] == ["gave"]
    assert len(note.interactions) == 2
    assert [promise.due for promise in note.promises] == [TODAY]
    assert note.diagnostics == journal.diagnostics == ()
    assert [entry.date for entry in journal.interactions] == [TODAY]


def test_snippets_have_the_hashtags_of_the_vault() -> None:
    (kinds,) = [each for each in snippets(CONFIG) if each.word == "njkind"]

    for word in CONFIG.hashtags:
        assert f"#{word}" in as_text(kinds)


def test_a_sign_that_means_something_in_a_choice_is_escaped() -> None:
    odd = replace(CONFIG, hashtags={"a,b|c": Kind.GAVE})
    (kinds,) = [each for each in snippets(odd) if each.word == "njkind"]

    assert as_text(kinds).endswith("${2|#a\\,b\\|c|}")


def test_plain_text_has_no_places_to_fill_in() -> None:
    for each in snippets(CONFIG):
        assert "$" not in as_plain_text(each)
        assert "|" not in as_plain_text(each)
