"""`duplicates --one-by-one` asks on a terminal what to do with each pair, and does it."""

import io
from pathlib import Path

import pytest
from running import run

from netjournal.cli import duplicates


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "contacts").mkdir()
    for number, name in enumerate(("Ana Lopez", "Ben Osei", "Cy Lund", "Di Hall")):
        for letter in "ab":
            note = f"---\nname: {name}\nemail: {number}@x.org\n---\n"
            (tmp_path / f"contacts/{name[:2].lower().strip()}-{letter}.md").write_text(
                note, encoding="utf-8"
            )
    monkeypatch.setattr(duplicates, "is_terminal", lambda _: True)
    return tmp_path


def test_each_answer_is_acted_on(vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("m\nN\nx\nl\nq\n"))
    output, status = run("netjournal duplicates --one-by-one", vault)

    assert status == 0, output
    assert "contacts/an-a.md: has all of contacts/an-b.md now" in output
    assert "4 of 4: [m]erge" in output
    left = sorted(path.name for path in (vault / "contacts").iterdir())
    assert left == ["an-a.md", "be-a.md", "be-b.md", "cy-a.md", "cy-b.md", "di-a.md", "di-b.md"]
    settings = (vault / "netjournal.toml").read_text(encoding="utf-8")
    assert '["be-a", "be-b"]' in settings
    assert run("netjournal duplicates", vault).output.startswith("2 pairs")


def test_what_is_refused_is_told_and_the_next_pair_asked(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (vault / "netjournal.toml").write_text("duplicates = {}\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("n\nq\n"))
    output, status = run("netjournal duplicates --one-by-one", vault)

    assert status == 0
    assert "nothing was written" in output
    assert "2 of 4" in output


def test_long_lists_are_cut_and_an_empty_one_says_so(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    assert "No two contacts" in run("netjournal duplicates", tmp_path).output
    for number in range(duplicates.MOST_PAIRS + 2):
        for folder in ("a", "b"):
            path = tmp_path / f"contacts/{folder}/{number}.md"
            path.parent.mkdir(exist_ok=True)
            path.write_text(f"email:: p{number}@x.org\n", encoding="utf-8")

    cut, whole = (run(f"netjournal duplicates {each}", tmp_path).output for each in ("", "--all"))
    assert "And 2 more, less sure" in cut
    assert " 22. " in whole
    assert " 21. " not in cut
