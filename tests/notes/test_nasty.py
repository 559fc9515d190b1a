"""Every note of the corpus gives the diagnostic of its row, and hides nothing else."""

import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import NastyNote, corpus, read

from netjournal.notes import yamlnodes

CORPUS = corpus()


def name(nasty: NastyNote) -> str:
    return nasty.file


@pytest.mark.parametrize("nasty", CORPUS, ids=name)
def test_level_and_line(nasty: NastyNote) -> None:
    found = {(d.severity.value, d.line) for d in read(nasty.data).diagnostics}
    if nasty.level == "ok":
        assert found == set()
    else:
        assert (nasty.level, nasty.line) in found


@pytest.mark.parametrize("nasty", CORPUS, ids=name)
def test_level_and_line_without_libyaml(nasty: NastyNote, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yamlnodes, "LOADER", yamlnodes.PythonNodes)
    test_level_and_line(nasty)


@pytest.mark.parametrize("nasty", corpus("rules"), ids=name)
def test_what_only_rules_can_see_is_no_problem_here(nasty: NastyNote) -> None:
    assert read(nasty.data).diagnostics == ()


@pytest.mark.parametrize("nasty", [n for n in CORPUS if b"\nname: Ana Lopez\n" in n.data], ids=name)
def test_the_name_is_read_all_the_same(nasty: NastyNote) -> None:
    contact = read(nasty.data).contact
    assert contact is not None
    assert contact.name == "Ana Lopez"


@pytest.mark.parametrize(
    ("file", "fields"),
    [
        ("01-norway.md", {"country": ("NO",)}),
        ("04-sexagesimal.md", {"call_time": ("12:30",)}),
        ("07-float-version.md", {"badge": ("1.10",)}),
        ("22-bool-key.md", {"on": ("pager",)}),
        ("23-int-key.md", {"2024": ("met at PyCon",)}),
        ("29-at-sign.md", {"twitter": ("@ana",)}),
        ("31-bang.md", {"note": ("!wow",)}),
        ("43-fence-in-scalar.md", {"bio": ("first\n---\nsecond",)}),
        ("58-merge-key.md", {"base": ("&b {company: Acme}",)}),
    ],
)
def test_fields_of_their_own_stay_as_typed(file: str, fields: dict[str, tuple[str, ...]]) -> None:
    contact = read(_data(file)).contact
    assert contact is not None
    assert fields == {key: value.values for key, value in contact.own_fields.items()}


@pytest.mark.parametrize(
    ("file", "organization"),
    [
        ("08-hash-cut.md", "Acme"),
        ("10-ampersand.md", "&Sons"),
        ("25-unclosed-quote.md", "Acme"),
        ("28-colon-in-value.md", "Foo: Bar"),
        ("43-fence-in-scalar.md", "Acme"),
        ("46-leading-space-key.md", "Acme"),
        ("58-merge-key.md", "Acme"),
        ("67-crlf.md", "Acme"),
        ("68-mixed-eol.md", "Acme"),
    ],
)
def test_organization(file: str, organization: str) -> None:
    contact = read(_data(file)).contact
    assert contact is not None
    assert contact.organization == organization


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("02-name-007.md", "007"),
        ("25-unclosed-quote.md", "Ana Lopez"),
        ("46-leading-space-key.md", "Ana"),
        ("47-indented-close.md", "Ana"),
        ("49-conflict-fence.md", "Ana"),
        ("62-multi-doc.md", "Ana"),
        ("64-latin1.md", "José"),
        ("65-utf16.md", "José"),
        ("71-all-nul.md", "ana"),
        ("73-empty.md", "ana"),
        ("80-smart-quotes.md", "Ana: Lopez"),
    ],
)
def test_names_of_damaged_notes(file: str, expected: str) -> None:
    contact = read(_data(file)).contact
    assert contact is not None
    assert contact.name == expected


@pytest.mark.parametrize("file", ["52-billion-laughs.md", "53-self-ref.md", "55-deep-400.md"])
def test_bombs_cost_little(file: str) -> None:
    data = _data(file)
    tracemalloc.start()
    began = time.process_time()
    read(data)
    seconds = time.process_time() - began
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert seconds < 10
    assert peak < 10_000_000


@pytest.mark.parametrize(("file", "limit"), [("97-long-line.md", 10), ("98-many-keys.md", 20)])
def test_big_notes_cost_little(file: str, limit: float) -> None:
    data = _data(file)
    began = time.process_time()
    read(data)
    assert time.process_time() - began < limit


@given(st.sampled_from(CORPUS), st.data())
def test_a_cut_or_doubled_note_never_raises(nasty: NastyNote, choices: st.DataObject) -> None:
    data = nasty.data[:4_000]
    cut = choices.draw(st.integers(0, len(data)))
    read(data[:cut])
    read(data[cut:])
    read(data[:cut] + data)


def _data(file: str) -> bytes:
    return next(nasty.data for nasty in CORPUS if nasty.file == file)
