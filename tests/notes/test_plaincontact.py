"""Reading at a glance gives the contact that a close look gives."""

from collections.abc import Sequence

import pytest
from building import config
from hypothesis import example, given, settings
from hypothesis import strategies as st

from netjournal.model.fields import FIELDS
from netjournal.notes.contactnote import ContactNote, read_contact
from netjournal.notes.frontmatter import FrontMatter, read_front_matter
from netjournal.notes.plaincontact import FieldPlaces
from netjournal.notes.raw import RawField, RawValue

CONFIG = config(fields={"how often": "cadence"})

KEYS = st.sampled_from(
    [
        *(spelling for field in FIELDS for spelling in (field.name, *field.synonyms)),
        "How Often", "own", "created", "on", "up",
    ]
)  # fmt: skip
WORDS = st.sampled_from(
    [
        "Ana", "ally", "Ally", "met once", "dormant", "dormnt", "6w", "never", "often", "2019",
        "2019-05", "2026-02-30", "2026-2-3", "2026-11-03", "--04-12", "NO", "Null", "007", "1.10",
        "a, b", "https://a.example", "https://a.example, https://b.example", "javascript:x",
        "mailto:a@x.example", "c#", '"#a #b"', '"[[ben|Ben]]"', "ben", '"a, b"', '""', "~",
        "x" * 300, '"2026-11-03"', "Acme, Inc.", "R&D", "é", "a [b] c", "12:30",
    ]
)  # fmt: skip
VALUES = st.one_of(
    WORDS,
    WORDS,
    st.just(""),
    st.lists(WORDS, max_size=3).map(lambda words: "[" + ", ".join(words) + "]"),
    st.lists(WORDS, max_size=3).map(lambda words: "".join(f"\n  - {word}" for word in words)),
)
FRONT_MATTER = st.lists(st.tuples(KEYS, VALUES), max_size=6).map(
    lambda fields: "".join(f"{key}: {value}\n" for key, value in fields)
)
INLINE = st.lists(
    st.builds(
        lambda key, text: RawField(key, (RawValue(text, 9, 1),), 9, 1),
        KEYS,
        st.sampled_from(["Inline", "a, b", "6w"]),
    ),
    max_size=2,
)


def read_both(fields: str, inline: Sequence[RawField] = ()) -> tuple[ContactNote, ContactNote]:
    """The contact of a front matter, read at a glance and with a close look."""
    head = read_front_matter(f"---\n{fields}---\n", "contacts/ana.md")
    close = head._replace(read=head.fields, rows=())
    return _read(head, inline), _read(close, inline)


def _read(head: FrontMatter, inline: Sequence[RawField]) -> ContactNote:
    found = read_contact("contacts/ana.md", head, tuple(inline), "Heading", CONFIG)
    return found._replace(
        links=tuple(sorted(found.links)),
        diagnostics=tuple(sorted(found.diagnostics, key=lambda d: (d.line, d.column, d.code))),
    )


@given(FRONT_MATTER, INLINE)
@settings(max_examples=600)
@example("company: Acme\norg: 007\n", [])
@example("org: 007\ncompany: Acme\n", [])
@example("company:\norg: Acme\n", [])
@example("company: ~\norg: Acme\n", [])
@example("email: a\nmail: b\n", [])
@example('name: ""\n', [])
@example("tags: [a, NO]\n", [])
@example("tags:\n  - a\n  - ~\nurl:\n  - x\n", [])
def test_same_contact(fields: str, inline: Sequence[RawField]) -> None:
    glance, close = read_both(fields, inline)
    assert glance == close
    assert dict(glance.contact.fields) == dict(close.contact.fields)


def test_usual_fields_need_no_close_look() -> None:
    fields = (
        "name: Priya Raman\naliases: [Pri]\nrelationship: ally\nstatus: dormant\n"
        "industry: finance\norganization: Acme\ntitle: Head of R&D\nlocation: Lisbon\n"
        'email: priya@example.org\nphone: "+351 21 000 0000"\nurl: https://example.org\n'
        "met: 2019-05\nmet_at: PyCon\ncadence: 6w\nlast_contact: 2026-03-01\n"
        "birthday: 1990-04-12\ntags:\n  - berlin\n  - python\nuid: priya\n"
    )
    glance, close = read_both(fields)
    assert glance == close
    assert isinstance(glance.contact.fields, FieldPlaces)
    assert len(glance.contact.fields) == 18
    assert glance.contact.fields["tags"].line == 19
    assert list(glance.contact.fields)[:2] == ["name", "aliases"]
    with pytest.raises(KeyError):
        glance.contact.fields["needs"]


def test_fields_of_one_text_are_equal_though_nobody_has_read_them() -> None:
    read: list[str] = []

    def naming(key: str) -> str:
        read.append(key)
        return key

    ana = FieldPlaces("name: Ana\n", 2, naming, {}, {"name"})
    assert ana == FieldPlaces("name: Ana\n", 2, naming, {}, {"name"})
    assert not read
    assert ana == FieldPlaces("name: Ana\n", 2, lambda key: key, {}, {"name"})
    assert ana == dict(ana)
    assert ana != FieldPlaces("name: Ana\n", 3, naming, {}, {"name"})
    assert ana != FieldPlaces("name: Ben\n", 2, naming, {}, {"name"})
