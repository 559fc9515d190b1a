"""Values that other programs read as something else."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from reading import problems, the_problem

from netjournal.notes.changed import is_changed


@pytest.mark.parametrize(
    "text",
    [
        "NO", "no", "No", "on", "Off", "yes", "Null", "NULL", "007", "0123", "089", "+14155550100",
        "1_000", "1.10", "1.", ".5", "1e5", "12:30", "1:30:00", "0x1F", "0x_", "0b11", "0o17", "-0",
        ".inf", "-.Inf", ".nan", "1.50",
    ],
)  # fmt: skip
def test_changed(text: str) -> None:
    assert is_changed(text)


@pytest.mark.parametrize(
    "text",
    [
        "42", "0", "-5", "1.5", "1.0", "true", "False", "Norway", "yes please", "2026-11-03",
        "2026-11-03T10:00", "6w", "3.11.3", "09:30", "+", "-", ".", "y", "n", "14155550100",
        "+351 21 000", "9" * 100, "1" * 5_000, "Nina", "Oslo",
    ],
)  # fmt: skip
def test_not_changed(text: str) -> None:
    assert not is_changed(text)


@given(st.from_regex(r"[-+]?[0-9][0-9._:]{0,8}", fullmatch=True).filter(lambda t: t[-1] != ":"))
@example("0:0.")
def test_whatever_pyyaml_changes_into_another_number_is_found(text: str) -> None:
    try:
        value = yaml.safe_load(text)
    except (ValueError, yaml.YAMLError):
        return
    if isinstance(value, int | float) and str(value) != text:
        assert is_changed(text)


def test_the_message_says_what_others_read() -> None:
    problem = the_problem("name: Ana\nindustry: NO\n")
    assert (problem.code, problem.severity, problem.line, problem.column) == (
        "NJ208",
        "warning",
        3,
        11,
    )
    assert "false" in problem.message
    assert 'industry: "NO"' in problem.hint
    assert problem.width == 2


def test_a_number_of_the_newer_yaml_only() -> None:
    assert "a number" in the_problem("badge: 1e5\n").message


@pytest.mark.parametrize("key", ["on", "Yes", "2024", "1.5", "2026-01-01", "true"])
def test_key_that_is_no_text(key: str) -> None:
    assert problems(f"name: Ana\n{key}: x\n") == [("NJ208", 3)]


@pytest.mark.parametrize("key", ['"on"', "'2024'", "only", "2nd phone", "one"])
def test_key_that_is_text(key: str) -> None:
    assert problems(f"name: Ana\n{key}: x\n") == []


def test_items_of_lists_are_looked_at() -> None:
    assert problems("tags: [a, no]\nneeds:\n  - b\n  - 0123\n") == [("NJ208", 2), ("NJ208", 5)]


def test_quotes_keep_a_text() -> None:
    assert problems("name: \"NO\"\nphone: '0123'\nbio: |\n  no\n") == []
