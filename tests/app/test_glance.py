"""A look at the bytes of all notes finds whoever reading every note would find."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netjournal.app import glance, who, workspace
from netjournal.app.new_contact import Made, Wish, plan_contact
from netjournal.app.set_fields import Assignment
from netjournal.app.who import Desk
from netjournal.app.workspace import Workspace
from netjournal.model import codes

DAY = date(2026, 3, 1)
NOTES = {
    "plain": "---\nname: Ana Lopez\naliases: [Ani, 'O''Brien']\n---\n\n# Anything\n",
    "accents": "---\nname: Zoë Müller-Łukasz\nemail: Zoe.M+x@gmail.com\n---\n",
    "apart": "---\nname: Zoe\u0308 Mu\u0308ller\n---\n",
    "escaped": '---\nname: "Jos\\u00e9 Strøm"\nurl: https://linkedin.com/in/jos%C3%A9\n---\n',
    "folded": "---\nname: >\n  Ana\n  Maria\naliases:\n- Bob Lopez\n---\n\n## Log\n",
    "heading": "Some text.\n\n# **Ana** [[Ben Osei|Ben]]\n\n- 2026-01-01 Tea\n",
    "half-bold": "---\nindustry: law\n---\n# B**en** Osei\n",
    "half-linked": "# [B](b)ob Osei\n",
    "underlined": "---\nindustry: law\n---\n\nBen Osei\n===\n",
    "indented": "---\nindustry: law\n---\n\nBen Osei\n  ===\n",
    "wide": "---\nindustry: law\n---\n#\u00a0Bob Osei\n",
    "bare-cr": "---\rindustry: law\r---\r\rBob Osei\r\t=\r",
    "odd-fence": "---\nindustry: law\n---x\nname: Bob Osei\n",
    "inline": "---\nindustry: law\n---\n\naliases:: Anna Lopes, 王伟\nphone:: 0171 2345678\n",
    "script": "---\nname: 王伟\naliases: [Иван Йолкин]\nphone: '+49 (0) 171-234 56 78'\n---\n",
    "initials": "---\nname: A. Lopez\nknows: ['[[Bob Lopez]]']\n---\n- [ ] Send [[Ana Lopez]] it\n",
    "late": "---\nindustry: law\n\n---\nname: Ben Osei\n---\n\n# Robert Osei\n",
    "toml": "+++\nname = 'Ana Q'\n+++\n",
    "crlf": "---\r\nname: Ana Lopez\r\nurl: www.LinkedIn.com/in/ana\r\n---\r\n\r\n# Ana\r\n",
    "task": "# 2026-02-01\n\n- [ ] Ring [[ana lopez]] and [Zoë](../contacts/zo%C3%AB.md)\n",
    "done": "# 2026-02-02\n\n- [x] Ring [[Ana Lopez]]\n- [/] Write to [[Ani|her]] \\& go\n",
    "quoted": "> - [ ] Ask [[contacts/ana|Ana]] 📅 2026-04-01\n",
    "mark": "\ufeff---\nname: Ana Lopez\ntags: [person]\n---\n",
    "empty": "",
}
ODD = {"wide": "---\nname: Ana Lopez\n---\n".encode("utf-16"), "latin": b"# Jos\xe9 Lopez\n"}
PATHS = [
    *("contacts/ana.md", "contacts/Ana Lopez.md", "contacts/zoë.md", "contacts/README.md"),
    *("contacts/old/ana-lopez.md", "contacts/ben-osei-2.md", "contacts/contacts.md"),
    *("journal/2026-02-01.md", "journal/ana.md", "notes/ana lopez.md", "contacts/x_y.md"),
]
BYTES = [*(text.encode() for text in NOTES.values()), *ODD.values()]
VAULTS = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(BYTES), min_size=1)
SETTINGS = st.sampled_from(["", '[vault]\ncontact_tag = "person"\n'])
TYPED = [
    *("ana", "Ana Lopez", "lopez", "O'Brien", "obrien", "zoe", "Zoë Mü", "muller", "josé"),
    *("strom", "王", "иван", "йол", "ben", "Robert", "a", "-", "a-l", "contacts/ana", "osei 2"),
    *("lukasz", "Ana Q", "ana.md", "na lo"),
]
NEW = [
    *(
        "Ben Osei",
        "Ana Lopez",
        "Anna Lopes",
        "Bob Osei",
        "A. L.",
        "Zoe Muller",
        "王伟",
        "Ana",
        "Dr. Lopez",
    ),
    *("José Strom", "Ivan Yolkin", "Ben O. Osei", "...", "contact", "X Y", "Ana M. Lopez"),
]
FIELDS = [
    ("email", "zoem@googlemail.com"),
    ("phone", "0171 / 234-5678"),
    ("url", "https://de.linkedin.com/in/José"),
    ("url", "linkedin.com/in/ana/"),
    ("introduced_by", "[[Bob Lopez]]"),
    ("organization", "Acme"),
]


def lay(root: Path, notes: Mapping[str, bytes], settings: str = "") -> None:
    for path, data in notes.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
    (root / "netjournal.toml").write_text(settings, encoding="utf-8")


@given(VAULTS, SETTINGS, st.lists(st.sampled_from(TYPED), min_size=1, max_size=4))
def test_whoever_is_meant_is_found(
    notes: Mapping[str, bytes], settings: str, typed: list[str]
) -> None:
    with TemporaryDirectory() as folder:
        lay(Path(folder), notes, settings)
        index = Workspace.load(Path(folder)).index
        for text in typed:
            meant = Desk(Path(folder)).meant(text)
            assert meant == Desk(Path(folder), index).meant(text)


@given(VAULTS, SETTINGS)
def test_open_promises_are_found_wherever_they_stand(
    notes: Mapping[str, bytes], settings: str
) -> None:
    with TemporaryDirectory() as folder:
        lay(Path(folder), notes, settings)
        index = Workspace.load(Path(folder)).index
        for path, contact in index.contacts.items():
            person = Desk(Path(folder), index).meant(path).people[0]
            found = Desk(Path(folder)).index_of_promises(person).promises.get(path, ())
            known = index.promises.get(path, ())
            is_open = [each for each in known if not each.done]
            assert [each for each in found if not each.done] == is_open, contact.name


@given(VAULTS, SETTINGS, st.sampled_from(NEW), st.lists(st.sampled_from(FIELDS), max_size=2))
@example({"contacts/README.md": b"About.\n"}, "", "Ana Lopez", [])
def test_a_new_note_is_the_same(
    notes: Mapping[str, bytes], settings: str, name: str, fields: list[tuple[str, str]]
) -> None:
    wish = Wish(name, [Assignment(key, "", value) for key, value in dict(fields).items()], DAY)
    with TemporaryDirectory() as folder:
        lay(Path(folder), notes, settings)
        index = Workspace.load(Path(folder)).index
        made = plan_contact(Desk(Path(folder)), wish)
        assert made == plan_contact(Desk(Path(folder), index), wish)


@pytest.mark.parametrize("heading", ["# B**o**b Osei", "Bob Osei\n ===", "#\u00a0Bob Osei"])
def test_a_namesake_is_seen_however_the_name_is_written(tmp_path: Path, heading: str) -> None:
    odd = f"---\nindustry: law\n---\n{heading}\n".encode()
    lay(tmp_path, {"contacts/a.md": odd, "contacts/b.md": b"# Bob Osei\n"})

    assert len(Desk(tmp_path).meant("Bob Osei").people) == 2
    made = plan_contact(Desk(tmp_path), Wish("Bob Osei", [], DAY))
    assert isinstance(made, Made)
    assert len(made.namesakes) == 2


def test_whom_a_look_has_missed_a_full_reading_finds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, {"contacts/a.md": BYTES[0]})
    monkeypatch.setattr(who, "may_tell", lambda *_: False)

    assert [each.name for each in Desk(tmp_path).meant("ana lopez").people] == ["Ana Lopez"]


def test_the_name_of_a_note_that_cant_be_read_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(tmp_path, {f"contacts/{name}.md": BYTES[0] for name in ("a-b", "c-d")})
    lay(tmp_path, {"contacts/old/bob-osei.md": b"# Somebody\n"})
    refused = codes.UNREADABLE_FILE.at("contacts/old/bob-osei.md", 1, 1, "no", "")
    for module in (glance, workspace):
        read = module.read_note
        monkeypatch.setattr(
            module,
            "read_note",
            lambda root, path, read=read: refused if "bob" in path else read(root, path),
        )

    for desk in (Desk(tmp_path), Desk(tmp_path, Workspace.load(tmp_path).index)):
        made = plan_contact(desk, Wish("Bob Osei", [], DAY))
        assert isinstance(made, Made)
        assert made.place.path == "contacts/bob-osei-2.md"


def test_only_what_may_matter_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, {"contacts/a.md": BYTES[0], "contacts/b.md": b"---\nname: Ben\n---\nAna Lopez\n"})
    monkeypatch.setattr(Workspace, "load", lambda *_: 1 / 0)
    desk = Desk(tmp_path)

    assert [each.note.path for each in desk.meant("ani").people] == ["contacts/a.md"]
    assert list(desk.index_of_those().contacts) == []
    assert desk.meant("lopez").people[0].name == "Ana Lopez"
