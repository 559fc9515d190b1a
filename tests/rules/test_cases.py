"""The cases of every rule: notes in a `.txt` file, and what is said of them in a `.out` file.

A case holds one or more notes, each below a line `==> path <==`, and is looked at whole: the `.out`
file has everything that any rule says, so that one problem is seen to hide no other.
"""

import re
from pathlib import Path

import pytest
from building import Golden
from checking import said_of

from netjournal.rules.registry import RULES

HERE = Path(__file__).parent
CASES = sorted(HERE.glob("*/*.txt"))
_NAME = re.compile(r"^==> (.+) <==\n", re.MULTILINE)

each_case = pytest.mark.parametrize(
    "case", CASES, ids=[f"{case.parent.name}-{case.stem}" for case in CASES]
)


def notes_in(case: Path) -> dict[str, str]:
    """The notes of a case by their paths."""
    text = case.read_bytes().decode("utf-8")
    before, *parts = _NAME.split(text)
    assert not before, f"{case} must begin with ==> path <=="
    return dict(zip(parts[::2], parts[1::2], strict=True))


@each_case
def test_a_case_gives_its_problems(case: Path, golden: Golden) -> None:
    said = said_of(notes_in(case))

    golden(case.with_suffix(".out"), "".join(f"{problem}\n" for problem in said))


@each_case
def test_a_case_shows_its_rule(case: Path) -> None:
    (code,) = [rule.code for rule in RULES if rule.code.name.replace("-", "_") == case.parent.name]
    shown = any(f"[{code.code}]" in said for said in said_of(notes_in(case)))

    assert shown != case.stem.startswith("fine")


def test_there_is_no_golden_file_without_a_case() -> None:
    assert sorted(HERE.glob("*/*.out")) == [case.with_suffix(".out") for case in CASES]


@each_case
def test_hints_are_clauses(case: Path) -> None:
    """A hint starts without a capital and ends without a full stop, as messages do."""
    hints = [said.partition("\n")[2].strip() for said in said_of(notes_in(case))]

    assert not [hint for hint in hints if hint[:1].isupper() or hint.endswith(".")]
