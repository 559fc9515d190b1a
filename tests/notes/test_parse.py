"""The door: any bytes in, a contact or a journal note out."""

from datetime import date

import pytest
from building import config
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import codes_and_lines, read

from netjournal.model.config import Config, VaultLayout
from netjournal.model.parsed import ParsedFile
from netjournal.model.source import Source
from netjournal.notes import yamlnodes
from netjournal.notes.decode import decode

GOOD = """---
name: Priya Raman
aliases: [Pri, "Priya R."]
relationship: ally
industry:
  - finance
  - "law, health"
organization: 'Acme'
phone: "+351 21 000 0000"
met: 2019-05
cadence: 6w
knows: ["[[ben-osei]]", Tom Rask]
shoe size: 42
tags: [berlin, python]
---

# Priya

location:: Lisbon

## Log

- 2026-11-03 Coffee with [[ben-osei|Ben]]. #gave
- [ ] Send her the paper 📅 2026-12-01

### 2026-10-01 Lunch

Talked about [Tom](../contacts/tom.md).
"""

EVERYWHERE = config(vault=VaultLayout(contact_tag="berlin", contact_type="person"))


def test_a_whole_note() -> None:
    found = read(GOOD)
    assert found.diagnostics == ()
    priya = found.contact
    assert priya is not None
    assert (priya.name, priya.location, priya.organization) == ("Priya Raman", "Lisbon", "Acme")
    assert priya.industries == ("finance", "law, health")
    assert [entry.date for entry in found.interactions] == [date(2026, 11, 3), date(2026, 10, 1)]
    assert [promise.due for promise in found.promises] == [date(2026, 12, 1)]
    assert {link.target for link in found.links} == {"ben-osei", "../contacts/tom.md"}


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_make_no_difference(end: str) -> None:
    assert read(GOOD) == read(GOOD.replace("\n", end))


def test_byte_order_mark_makes_no_difference() -> None:
    assert read(GOOD) == read("\ufeff" + GOOD)


def test_no_libyaml_makes_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    expected = read(GOOD)
    monkeypatch.setattr(yamlnodes, "LOADER", yamlnodes.PythonNodes)
    assert expected == read(GOOD)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("# Ana\n", [("NJ214", 1)]),
        ("industry:: finance\n", []),
        ("", [("NJ004", 1)]),
        ("x" * 10_000_001, [("NJ005", 1)]),
        ("---\n---\n", [("NJ213", 1)]),
    ],
)
def test_notes_that_say_little(text: str, places: list[tuple[str, int]]) -> None:
    found = read(text)
    assert codes_and_lines(found.diagnostics) == places
    assert found.contact is not None


def test_conflict_in_a_front_matter() -> None:
    conflict = "<<<<<<< HEAD\ntitle: a\n=======\ntitle: b\n>>>>>>> x\n"
    text = f"---\nname: Ana\n{conflict}---\n- 2026-01-05 x\n"
    found = read(text)
    assert codes_and_lines(found.diagnostics) == [("NJ008", 3)]
    assert found.contact is not None
    assert found.contact.title == "a"
    assert [entry.line for entry in found.interactions] == [9]


def _check(data: bytes, settings: Config, *, in_contacts: bool, in_journal: bool) -> None:
    """Reads a note twice, and looks whether every place is inside the file."""

    def once() -> ParsedFile:
        return read(
            data, "notes/2026-11-24.md", settings, in_contacts=in_contacts, in_journal=in_journal
        )

    found = once()
    assert found == once()
    lines = decode(Source("a.md", data)).text.split("\n")
    places = [(d.line, d.column) for d in found.diagnostics]
    places += [(link.line, link.column) for link in found.links]
    places += [(entry.line, entry.column) for entry in found.interactions]
    places += [(promise.line, promise.column) for promise in found.promises]
    if found.contact:
        values = [*found.contact.fields.values(), *found.contact.own_fields.values()]
        places += [(value.line, value.column) for value in values]
        places += [place for value in values for place in value.places]
    for line, column in places:
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1


@given(st.binary(max_size=300), st.booleans(), st.booleans())
def test_any_bytes(data: bytes, in_contacts: bool, in_journal: bool) -> None:  # noqa: FBT001 - drawn
    _check(data, EVERYWHERE, in_contacts=in_contacts, in_journal=in_journal)


@given(st.text(alphabet="ab:- []{}\"'#&*!|>%@?~.,\n\t\r=<\\2026é\x85\u2028\u200b", max_size=80))
@settings(max_examples=400)
def test_any_front_matter(fields: str) -> None:
    data = f"---\n{fields}\n---\n- 2026-11-03 x [[b]]\n".encode()
    _check(data, EVERYWHERE, in_contacts=True, in_journal=False)


CUTS = st.integers(0, len(GOOD.encode()))
PIECES = st.one_of(
    st.binary(max_size=3),
    st.sampled_from(
        [b"---\n", b"\n", b": ", b'"', b"'", b"[", b"]", b"{", b"- ", b"  ", b"\t", b"&a ", b"*a",
         b"\r", b"\0", b"\xff", b"<<<<<<< x\n", b"=======\n", b">>>>>>> x\n", b"...\n", b"|\n"]
    ),
)  # fmt: skip


@given(st.lists(st.tuples(CUTS, st.integers(0, 8), PIECES), min_size=1, max_size=4))
@settings(max_examples=400)
def test_any_damage_to_a_good_note(damages: list[tuple[int, int, bytes]]) -> None:
    data = GOOD.encode()
    for start, length, piece in damages:
        data = data[:start] + piece + data[start + length :]
    _check(data, EVERYWHERE, in_contacts=True, in_journal=False)
    _check(data, EVERYWHERE, in_contacts=False, in_journal=True)
