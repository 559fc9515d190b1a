"""A field that is set or taken away."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from reading import contact
from splicing import a_note, changed_piece, notes, others, refused, text_of

from netjournal.notes.splicing.fields import remove_field, set_field, with_empty_field
from netjournal.notes.splicing.note import Note, Refusal

AWKWARD = {
    "line feeds of two characters": "name: Ana\r\nlast_contact: 2026-01-02\r\ntags: [a]\r\n",
    "odd gaps in brackets": "tags: [finance,health,  energy]\nlast_contact: 2026-01-02\n",
    "values in a column": "name:          Ana\nlast_contact:  2026-01-02\n",
    "nothing": "name: ~\nlast_contact: 2026-01-02\n",
    "an escape": 'name: "caf\\u00e9"\nlast_contact: 2026-01-02\n',
    "a text of several lines": "met_at: |\n   a\n\n   b\nlast_contact: 2026-01-02\n",
    "spaces at the end": "name: Ana   \nlast_contact: 2026-01-02   \n",
    "a plain text on two lines": "met_at: one\n  two\nlast_contact: 2026-01-02\n",
    "a placeholder": "created: {{date}}\nlast_contact: 2026-01-02\n",
    "indents of two kinds": "tags:\n- a\nknows:\n    - b\nlast_contact: 2026-01-02\n",
    "a comment": "# top\nlast_contact: 2026-01-02 # when\n# end\n",
    "double quotes": 'last_contact: "2026-01-02"\n',
    "single quotes": "last_contact: '2026-01-02'\n",
    "another spelling": "Last-Contacted: 2026-01-02\n",
    "a key in quotes": '"last_contact": 2026-01-02\n',
    "a gap before the colon": "last_contact : 2026-01-02\n",
    "an anchor elsewhere": "a: &x [1]\nb: *x\nlast_contact: 2026-01-02\n",
    "a field of the same name inside": "x:\n  last_contact: 1\nlast_contact: 2026-01-02\n",
    "keys that are indented": "  name: Ana\n  last_contact: 2026-01-02\n",
    "a row in a text that looks like it": (
        "met_at: |\n  last_contact: 2020-01-01\nlast_contact: 2026-01-02\n"
    ),
}


def note(fields: str, body: str = "text\n") -> Note:
    return a_note(f"---\n{fields}---\n{body}")


@pytest.mark.parametrize("case", AWKWARD)
def test_a_date_in_an_awkward_front_matter_is_all_that_changes(case: str) -> None:
    fields = AWKWARD[case]
    before = note(fields).source.data.decode()
    after = text_of(set_field(note(fields), "last_contact", "2026-11-28"))
    assert after == before.replace("2026-01-02", "2026-11-28")


@pytest.mark.parametrize(
    "fields",
    [
        "name: Ana\nname: Ben\n",
        'name: "Ana\n',
        "name: [Ana\n",
        "- Ana\n",
        "{name: Ana}\n",
        "name: &a Ana\nalso: *a\n",
        "name:\n  - Ana\n  - Ben\n",
        "name: Ana\nfull_name: Ben\n",
    ],
)
def test_a_front_matter_that_could_be_read_otherwise_is_left_alone(fields: str) -> None:
    refusal = refused(set_field(note(fields), "name", "Cy"))
    assert refusal.by_hand == "name: Cy"
    assert refusal.reason
    assert refusal.line >= 1


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe-\x00-\x00-\x00",
        b"---\nname: M\xfcller\n---\n",
        b"---\nname: Ana\n",
        b"---\nname: Ana\0\n---\n",
        b"---\n<<<<<<< HEAD\nname: Ana\n=======\nname: Ben\n>>>>>>> x\n---\n",
        b"+++\nname = 'Ana'\n+++\n",
        b"---\nname: Ana\n  ---\ntext\n",
    ],
)
def test_a_damaged_note_is_left_alone(data: bytes) -> None:
    assert refused(set_field(a_note(data), "title", "x")).by_hand == "title: x"


@pytest.mark.parametrize(
    "value",
    [
        "NO",
        "Null",
        "0123",
        "1.10",
        "12:30:45",
        "a: b",
        "#x",
        "x #y",
        "2026-11-03",
        "1e5",
    ],
)
def test_a_text_is_a_text_for_every_program(value: str) -> None:
    after = text_of(set_field(note("name: Ana\n"), "title", value))
    fields = yaml.safe_load(after.split("---")[1])
    assert fields == {"name": "Ana", "title": value}
    assert contact(after.split("---\n")[1]).title == value


@pytest.mark.parametrize(
    ("key", "value", "typed"),
    [
        ("last_contact", "2026-11-03", "last_contact: 2026-11-03"),
        ("met", "2019", "met: 2019"),
        ("birthday", "--04-12", "birthday: --04-12"),
        ("cadence", "6w", "cadence: 6w"),
        ("title", "Head of R&D", "title: Head of R&D"),
        ("phone", "020 1", "phone: 020 1"),
        ("industry", "a, b", 'industry: "a, b"'),
    ],
)
def test_a_new_field_comes_last_and_in_quotes_only_when_it_needs_them(
    key: str, value: str, typed: str
) -> None:
    after = text_of(set_field(note("name: Ana\n# more\n\n"), key, value))
    assert after == f"---\nname: Ana\n# more\n{typed}\n\n---\ntext\n"


def test_a_value_that_its_field_cannot_have_is_refused_with_what_is_wrong() -> None:
    refusal = refused(set_field(note("name: Ana\ncadence: 6w\n"), "cadence", "banana"))
    assert "banana" in refusal.reason
    assert refusal.line == 3


@pytest.mark.parametrize("value", ["", " ", " x", "x\ny", "x\0", "\udcff"])
def test_what_is_no_text_on_one_line_is_refused(value: str) -> None:
    refused(set_field(note("name: Ana\n"), "title", value))


def test_a_note_without_front_matter_gets_one_only_when_asked_for() -> None:
    bare = a_note("\ufeff# Ana\r\n")
    assert "no front matter" in refused(set_field(bare, "cadence", "6w")).reason
    made = text_of(set_field(bare, "cadence", "6w", make_head=True))
    assert made == "\ufeff---\r\ncadence: 6w\r\n---\r\n# Ana\r\n"


def test_a_field_goes_with_its_lines() -> None:
    fields = "name: Ana\nmet_at: |\n  a\n\n  b\n# about tags\ntags:\n  - x\n  # y\n  - z\nuid: u\n"
    assert text_of(remove_field(note(fields), "met_at")) == (
        "---\nname: Ana\n# about tags\ntags:\n  - x\n  # y\n  - z\nuid: u\n---\ntext\n"
    )
    assert text_of(remove_field(note(fields), "tags")) == (
        "---\nname: Ana\nmet_at: |\n  a\n\n  b\n# about tags\nuid: u\n---\ntext\n"
    )


def test_the_only_field_keeps_its_key() -> None:
    assert text_of(remove_field(note("title: x\n"), "title")) == "---\ntitle:\n---\ntext\n"


def test_what_is_there_already_changes_nothing() -> None:
    ana = note("name: 'Ana'\n")
    assert set_field(ana, "name", "Ana") is ana
    assert remove_field(ana, "title") is ana


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("---\nname: Ana\n---\ntext\n", "---\nname: Ana\nindustry: \n---\ntext\n"),
        ("---\r\nname: Ana\r\n---\r\n", "---\r\nname: Ana\r\nindustry: \r\n---\r\n"),
        ("---\n  name: Ana\n---\n", "---\n  name: Ana\n  industry: \n---\n"),
        ("---\n---\ntext", "---\nindustry: \n---\ntext"),
        ("# Ana\n", "---\nindustry: \n---\n# Ana\n"),
        ("", "---\nindustry: \n---\n"),
    ],
)
def test_a_field_that_waits_for_its_value(text: str, after: str) -> None:
    assert text_of(with_empty_field(a_note(text), "industry")) == after


@pytest.mark.parametrize("fields", ["industry: law\n", "Sector:\n", "industry: [\n  law\n]\n"])
def test_a_field_that_is_there_doesnt_come_twice(fields: str) -> None:
    before = note(fields)
    assert with_empty_field(before, "industry") == before


@pytest.mark.parametrize("fields", ["industry: a\nsector: b\n", "{name: Ana}\n", "- Ana\n"])
def test_no_field_is_put_where_it_could_be_read_otherwise(fields: str) -> None:
    assert refused(with_empty_field(note(fields), "industry")).by_hand == "industry:"


@given(notes(), st.sampled_from(["industry", "title", "phone"]))
def test_a_field_without_a_value_is_one_more_line(data: bytes, key: str) -> None:
    changed = with_empty_field(a_note(data), key)
    if isinstance(changed, Refusal):
        assert changed.reason
        return
    old, new = changed_piece(data, changed.source.data)
    assert old == b""
    if new:
        rest = data.splitlines(keepends=True)
        rows = changed.source.data.splitlines(keepends=True)
        added = f"{key}: ".encode()
        assert [row.rstrip(b"\r\n") for row in rows].count(added) == 1
        ending = b"\r\n" if b"\r\n" in data else b"\n"
        rows.remove(added + ending)
        assert rows == rest
        assert others(changed.source.data, key) == others(data, key)
        assert with_empty_field(changed, key) == changed
