"""The words for what the disk refuses, and texts as a message may show them."""

import errno

import pytest

from netjournal.vault.reasons import reason, shown


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        (OSError(9999, "Strange Thing"), "strange thing"),
        (OSError("Only Words"), "only words"),
        (OSError(), "unknown cause"),
    ],
)
def test_every_error_has_words(error: OSError, words: str) -> None:
    assert words == reason(error)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "'plain'"),
        ("a\nb\u202e\x00", "'a\\nb\\u202e\\x00'"),
        ("x" * 61, "'" + "x" * 59 + "…'"),
        ("Jos\xe9 李", "'Jos\xe9 李'"),
    ],
)
def test_a_shown_text_is_one_printable_line(text: str, expected: str) -> None:
    assert expected == shown(text)
