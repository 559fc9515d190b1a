"""How an editor is told to open a note at a line."""

import pytest

from netjournal.cli.edit import editor_words


@pytest.mark.parametrize(
    ("editor", "words"),
    [
        ("vim", ["vim", "+7", "a b.md"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", "a b.md"]),
        ("hx", ["hx", "a b.md:7"]),
        ("code --wait", ["code", "--wait", "--goto", "a b.md:7"]),
        ("notepad", ["notepad", "a b.md"]),
    ],
)
def test_an_editor_opens_a_note_at_a_line(editor: str, words: list[str]) -> None:
    assert editor_words(editor, "a b.md", 7) == words
