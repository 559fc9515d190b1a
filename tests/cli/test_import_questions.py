"""What `netjournal import` asks on a terminal."""

import sys
from pathlib import Path

import pytest
from terminal import Terminal

NOTE = "---\nname: Ana Souza\nemail: ana@example.org\ntitle: CTO\n---\n"
CARDS = """BEGIN:VCARD
VERSION:3.0
FN:Ana Souza
EMAIL:ana@example.org
TITLE:Head of R&D
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:ana souza
TEL:+49 30 1234567
END:VCARD
"""
SECONDS = 30


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals here")
@pytest.mark.parametrize(
    ("who", "whose", "said", "notes"),
    [
        ("1", "t", ("+49 30 1234567", "title: Head of R&D"), 1),
        ("n", "k", ("title: CTO",), 2),
        ("q", "a", ("title: CTO",), 1),
    ],
)
def test_an_answer_is_kept_to(
    tmp_path: Path, who: str, whose: str, said: tuple[str, ...], notes: int
) -> None:
    vault = tmp_path / "vault"
    (vault / "contacts").mkdir(parents=True)
    (vault / "contacts/ana.md").write_text(NOTE, encoding="utf-8")
    (tmp_path / "book.vcf").write_text(CARDS, encoding="utf-8")
    command = [sys.executable, "-m", "netjournal", "import", "../book.vcf"]
    with Terminal(command, vault, tmp_path) as terminal:
        terminal.wait_for("Ana Souza, CTO (contacts/ana.md)", SECONDS)
        terminal.wait_for("[l]ater", SECONDS)
        terminal.press(f"{who}\r")
        terminal.wait_for("[k]eep yours", SECONDS)
        terminal.press(f"{whose}\r")
        assert terminal.process.wait(SECONDS) == 0, terminal
    text = (vault / "contacts/ana.md").read_text(encoding="utf-8")
    assert all(each in text for each in said), text
    assert len(list((vault / "contacts").iterdir())) == notes
