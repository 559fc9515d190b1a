"""A note for somebody new: it can lie on every system, and over no other note."""

import json
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netjournal.app import new_contact as module
from netjournal.app.changing import Because
from netjournal.app.new_contact import Made, Wish, new_contact, plain_name, plan_contact
from netjournal.app.new_place import style_of
from netjournal.app.set_fields import Assignment
from netjournal.app.who import Desk
from netjournal.app.workspace import Workspace
from netjournal.notes.splicing.fields import is_value
from netjournal.notes.splicing.note import Refusal
from netjournal.vault import state
from netjournal.vault.changes import undo_last
from netjournal.vault.placing import NotChanged

WHY = Because("new", "2026-11-28T10:00:00")
DAY = date(2026, 3, 1)
HOSTILE = json.loads((Path(__file__).parents[1] / "nasty" / "names.json").read_text("utf-8"))
ANA = {"contacts/ana-lopez.md": "---\nname: Ana Lopez\n---\n"}
SPACED = {"contacts/Ana Lopez.md": "", "contacts/Ben Osei.md": ""}


@pytest.fixture(autouse=True)
def _state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "user_state_path", lambda _: tmp_path / "state")


def lay(root: Path, notes: Mapping[str, str]) -> Desk:
    (root / "contacts").mkdir(exist_ok=True)
    for path, text in notes.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    return Desk(root)


def made(root: Path, name: str, notes: Mapping[str, str] = ANA, **fields: str) -> Made:
    wanted = [Assignment(key, "", value) for key, value in fields.items()]
    found = new_contact(lay(root, notes), Wish(name, wanted, DAY), WHY)
    assert isinstance(found, Made), found
    assert (root / found.path).read_bytes() == found.data
    return found


def called(root: Path, path: str) -> str:
    contacts = Workspace.load(root).index.contacts
    return contacts[path].name


def test_a_note_is_written_with_its_fields_in_order_and_can_be_taken_back(tmp_path: Path) -> None:
    found = made(tmp_path, "Zoë Müller", shoe="44", cadence="6w", relationship="ally")

    assert found.path == "contacts/zoe-muller.md"
    assert found.data.decode() == (
        '---\nname: Zoë Müller\nrelationship: ally\ncadence: 6w\nshoe: "44"\n---\n\n'
        "# Zoë Müller\n\n## Log\n"
    )
    undo_last(tmp_path, "later")
    assert not (tmp_path / found.path).exists()


def test_a_note_that_was_changed_since_is_not_taken_back(tmp_path: Path) -> None:
    found = made(tmp_path, "Zoë")
    (tmp_path / found.path).write_text("mine", encoding="utf-8")

    with pytest.raises(NotChanged, match="changed since"):
        undo_last(tmp_path, "later")
    assert (tmp_path / found.path).read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("notes", "name", "fields", "path"),
    [
        (ANA, "Ana López", {}, "contacts/ana-lopez-2.md"),
        (ANA, "ANA LOPEZ", {"company": "Acme"}, "contacts/ana-lopez-acme.md"),
        ({"contacts/ANA-LOPEZ.md": ""}, "Ana Lopez", {}, "contacts/Ana Lopez.md"),
        ({"contacts/old/ana-lopez.md": ""}, "Ana Lopez", {}, "contacts/ana-lopez-2.md"),
        (SPACED, "ana lopez", {}, "contacts/ana lopez (2).md"),
        (SPACED, "Ana Lopez 2", {}, "contacts/ana-lopez-2.md"),
        ({**SPACED, "contacts/jose\u0301.md": ""}, "José", {}, "contacts/José (2).md"),
        ({"contacts/jose\u0301.md": ""}, "José", {}, "contacts/josé-2.md"),
        ({"contacts/al.md": "---\naliases: [ana]\n---\n"}, "Ana", {}, "contacts/ana-2.md"),
        ({"contacts/straße.md": ""}, "STRASSE", {}, "contacts/strasse-2.md"),
        (ANA, "Contacts", {}, "contacts/contacts-2.md"),
        (ANA, "2026-11-24", {}, "contacts/contact-2026-11-24.md"),
        (SPACED, "a.sync-conflict-20261124-143953-X", {}, None),
        ({}, "Ana Lopez", {}, "contacts/ana-lopez.md"),
    ],
)
def test_a_file_name_is_never_anothers(
    tmp_path: Path, notes: Mapping[str, str], name: str, fields: dict[str, str], path: str | None
) -> None:
    before = {each: (tmp_path / each).read_bytes() for each in notes if lay(tmp_path, notes)}
    found = made(tmp_path, name, notes, **fields)

    assert found.path == (path or "contacts/a-sync-conflict-20261124-143953-x.md")
    assert called(tmp_path, found.path) == name
    assert {each: (tmp_path / each).read_bytes() for each in notes} == before


def test_a_note_that_comes_meanwhile_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = module.plan_contact
    theirs = tmp_path / "contacts/zoe.md"

    def while_planning(desk: Desk, wish: Wish) -> Made | Refusal:
        found = plan(desk, wish)
        if not theirs.exists():
            theirs.write_text("theirs", encoding="utf-8")
        return found

    monkeypatch.setattr(module, "plan_contact", while_planning)

    assert made(tmp_path, "Zoe").path == "contacts/zoe-2.md"
    assert theirs.read_text(encoding="utf-8") == "theirs"


def test_those_who_are_called_so_are_named(tmp_path: Path) -> None:
    other = {"contacts/al.md": "---\nname: Alba\naliases: [ANA LÓPEZ]\norganization: Acme\n---\n"}
    found = made(tmp_path, "Ana Lopez", {**ANA, **other})

    assert [(each.path, each.is_alias, each.about) for each in found.namesakes] == [
        ("contacts/ana-lopez.md", False, ""),
        ("contacts/al.md", True, "Acme"),
    ]


def test_those_who_may_be_the_same_are_named_with_the_reasons(tmp_path: Path) -> None:
    ben = {"contacts/ben.md": "---\nname: Ben Osei\nemail: a@x.org\n---\n"}
    found = made(tmp_path, "A. Lopez", {**ANA, **ben}, email="A@x.org")

    assert [(each.path, each.why) for each in found.likely] == [
        ("contacts/ben.md", ("the same e-mail address, a@x.org",)),
        ("contacts/ana-lopez.md", ("A. may be Ana",)),
    ]
    assert made(tmp_path, "Ana Lopez", {}).likely[0].path == "contacts/a-lopez.md"


TAGGED = {
    "netjournal.toml": '[vault]\ncontacts = []\ncontact_tag = "person"\n',
    "people/Ana Lopez.md": "---\ntags: [person]\n---\n",
    "Idea.md": "",
}
TYPED = {
    "netjournal.toml": '[vault]\ncontact_type = "person"\n',
    "people/Ana Lopez.md": "---\ntype: person\n---\n",
}


@pytest.mark.parametrize(
    ("notes", "mark"), [(TAGGED, "tags: [person]\n"), (TYPED, "type: person\n")]
)
def test_in_a_mixed_vault_it_lies_beside_the_others_with_their_mark(
    tmp_path: Path, notes: Mapping[str, str], mark: str
) -> None:
    (tmp_path / "contacts").mkdir()
    desk = lay(tmp_path, notes)
    (tmp_path / "contacts").rmdir()
    found = new_contact(desk, Wish("Ben Osei", (), DAY), WHY)

    assert isinstance(found, Made)
    assert found.path == "people/Ben Osei.md"
    assert mark in found.data.decode()
    assert called(tmp_path, found.path) == "Ben Osei"


def test_a_field_in_the_text_of_the_template_is_filled_there(tmp_path: Path) -> None:
    template = {"templates/contact.md": "# {{name}}\nindustry:: x\n"}
    assert made(tmp_path, "Zoe", template, industry="law").data == b"# Zoe\nindustry:: law\n"


@pytest.mark.parametrize(
    ("notes", "field", "reason", "path"),
    [
        ({}, ("cadence", "banana"), "banana", "contacts/zoe.md"),
        ({"netjournal.toml": '[vault]\nignore = ["zo*"]'}, None, "ignored", "contacts/zoe.md"),
        ({"templates/contact.md": "---\nname: x\n"}, None, "front matter", "templates/contact.md"),
    ],
)
def test_what_cant_be_done_for_certain_is_refused(
    tmp_path: Path,
    notes: Mapping[str, str],
    field: tuple[str, str] | None,
    reason: str,
    path: str,
) -> None:
    fields = [Assignment(field[0], "", field[1])] if field else []
    found = new_contact(lay(tmp_path, notes), Wish("Zoe", fields, DAY), WHY)

    assert isinstance(found, Refusal)
    assert reason in found.reason
    assert found.path == path
    assert list((tmp_path / "contacts").iterdir()) == []


def test_the_vaults_template_is_followed(tmp_path: Path) -> None:
    template = {"templates/contact.md": "---\nname: {{name}}\nneeds:\n---\nMet {{date}}.\n"}
    found = made(tmp_path, "Zoe", template, needs="rest")

    assert found.template == "templates/contact.md"
    assert found.data.decode() == "---\nname: Zoe\nneeds: rest\n---\nMet 2026-03-01.\n"


@pytest.mark.parametrize(
    ("stems", "style"),
    [
        ([], "ana-lopez"),
        (["ana-lopez", "Ben Osei", "cy"], "ana-lopez"),
        (["Ana Lopez", "Ben Osei", "cy"], ""),
        (["ana_lopez", "ben_osei", "cy-x"], "ana_lopez"),
        (["josé-ruiz", "zoë", "cy"], "ana-lopez-é"),
    ],
)
def test_the_style_of_file_names_is_that_of_most(stems: list[str], style: str) -> None:
    assert style_of(stems) == style


names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=90).map(plain_name)


@given(names.filter(bool), st.sampled_from([ANA, SPACED]))
@example("İstanbul", SPACED)
@example("ª" * 90, ANA)
@settings(max_examples=60, deadline=None)
def test_any_name_gives_a_note_that_is_read_as_that_persons(
    name: str, notes: Mapping[str, str]
) -> None:
    with TemporaryDirectory() as folder:
        assert_made_twice(Path(folder), name, notes)


HOSTILE_NAMES = [name for name in map(plain_name, HOSTILE) if is_value(name)]
LONGEST = 120


@pytest.mark.parametrize("notes", [SPACED, ANA])
@pytest.mark.parametrize("name", HOSTILE_NAMES, ids=lambda name: ascii(name)[:24])
def test_a_hostile_name_gives_a_note_in_the_folder(
    name: str, notes: Mapping[str, str], tmp_path: Path
) -> None:
    assert_made_twice(tmp_path, name[:LONGEST], notes)


def test_a_name_that_check_would_call_too_long_is_refused(tmp_path: Path) -> None:
    found = plan_contact(lay(tmp_path, ANA), Wish("x" * 300, (), DAY))

    assert isinstance(found, Refusal)
    assert "the name has 300 characters" in found.reason


def assert_made_twice(root: Path, name: str, notes: Mapping[str, str]) -> None:
    for _ in range(2):
        found = plan_contact(lay(root, notes), Wish(name, (), DAY))
        assert isinstance(found, Made)
        file = root / found.path
        assert file.parent == root / "contacts"
        assert not file.exists()
        file.write_bytes(found.data)
        assert called(root, found.path) == name
    keys = [unicodedata.normalize("NFC", each.name).casefold() for each in file.parent.iterdir()]
    assert len(keys) == len(set(keys))
