"""What tells a note that is whole from one that is just being written."""

import pytest

from netjournal.model.source import Source
from netjournal.notes.wholeness import looks_whole


@pytest.mark.parametrize(
    "text",
    [
        "---\nname: Ana\n---\n- 2026-11-03 Call.\n",
        "---\nname: Ana\n---",
        "\ufeff---\r\nname: Ana\r\n---\r\n",
        "---\nname: [Ana\n---\n",
        "# Ana\n",
        "word",
    ],
)
def test_note_with_an_end_to_its_front_matter_is_whole(text: str) -> None:
    assert looks_whole(Source("a.md", text.encode()))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n",
        b"---\nname: Ana\n",
        b"---\nname: Ana\n--",
        b"---\nname: Ana\n---\n" + b"\0" * 40,
        b"---\nname: \xc3",
    ],
)
def test_note_that_breaks_off_is_not(data: bytes) -> None:
    assert not looks_whole(Source("a.md", data))
