"""What is added to netjournal.toml leaves every other byte of it as it was, or nothing is."""

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.vault.settings import read_settings
from netjournal.vault.settings_splice import NotSpliced, with_not_the_same, with_other_names

PAIR = '["a", "b"]'
LIST = f"not_the_same = [\n    {PAIR},\n]\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, f"[duplicates]\n{LIST}"),
        ("# mine", f"# mine\n\n[duplicates]\n{LIST}"),
        ("[me]\nname = 'N'\n", f"[me]\nname = 'N'\n\n[duplicates]\n{LIST}"),
        ("[me]\r\n", f"[me]\r\n\r\n[duplicates]\r\n{LIST.replace(chr(10), chr(13) + chr(10))}"),
        ("[duplicates]", f"[duplicates]\n{LIST}"),
        ("[ duplicates ] # x\n\n[me]\n", f"[ duplicates ] # x\n{LIST}\n[me]\n"),
        ("[duplicates]\nnot_the_same = []", f"[duplicates]\nnot_the_same = [{PAIR}]"),
        (
            '[duplicates]\nnot_the_same = [["c", "d"]] # x\n',
            f'[duplicates]\nnot_the_same = [["c", "d"], {PAIR}] # x\n',
        ),
        (
            'duplicates.not_the_same = [["]", "d"], ]\n[me]\n',
            f'duplicates.not_the_same = [["]", "d"], {PAIR}, ]\n[me]\n',
        ),
        (
            '\ufeff[duplicates]\nnot_the_same = [\n  # x\n  ["c", "d"] # y\n#\n]\n',
            f'\ufeff[duplicates]\nnot_the_same = [\n  # x\n  ["c", "d"], # y\n#\n    {PAIR},\n]\n',
        ),
        (
            'duplicates = { not_the_same = [["c", "d"]] }\n',
            f'duplicates = {{ not_the_same = [["c", "d"], {PAIR}] }}\n',
        ),
    ],
)
def test_a_pair_is_added(before: str | None, after: str) -> None:
    done = with_not_the_same(None if before is None else before.encode(), "a", "b")

    assert isinstance(done, bytes)
    assert done.decode() == after
    assert read_settings(done).config.duplicates.not_the_same[-1] == ("a", "b")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"[me\n", "can't be read"),
        (b"\xff", "can't be read"),
        (b"duplicates = {}\n", "more than this"),
        (b"duplicates = 3\n", "more than this"),
        (b"[duplicates]\nnot_the_same = 'x'\n", "more than this"),
    ],
)
def test_what_cant_be_done_for_certain_is_refused(data: bytes, reason: str) -> None:
    done = with_not_the_same(data, "a", "b")

    assert isinstance(done, NotSpliced)
    assert reason in done.reason
    assert tomllib.loads(done.by_hand)["duplicates"]["not_the_same"] == [["a", "b"]]


names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=9)
PIECES = [
    "# x",
    "[me]\nname = '[\"'",
    "",
    "[duplicates]",
    "not_the_same = [",
    "]",
    '["a","b"]',
    ",",
]


@given(st.lists(st.sampled_from(PIECES), max_size=6), names, names, st.sampled_from(["\n", "\r\n"]))
def test_whatever_the_settings_are_only_the_pair_is_added(
    pieces: list[str], one: str, other: str, newline: str
) -> None:
    before = newline.join(pieces).encode()
    done = with_not_the_same(before, one, other)

    if isinstance(done, bytes):
        kept = iter(done)
        assert all(byte in kept for byte in before)
        assert tomllib.loads(done.decode())["duplicates"]["not_the_same"][-1] == [one, other]


def test_names_are_changed_in_their_places_alone() -> None:
    before = "[duplicates]\r\nnot_the_same = [['a', \"b\"], # a\r\n  [\"c\", 'a']]\r\n"
    done = with_other_names(before.encode(), {(0, 0): 'x"', (1, 1): "long name"})

    assert isinstance(done, bytes)
    assert done.decode() == (
        '[duplicates]\r\nnot_the_same = [["x\\"", "b"], # a\r\n  ["c", "long name"]]\r\n'
    )


def test_a_name_on_several_lines_is_not_changed() -> None:
    before = "[duplicates]\nnot_the_same = [['''\na''', 'b']]\n"

    assert isinstance(with_other_names(before.encode(), {(0, 0): "x"}), NotSpliced)
