"""Changes as a diff that git and patch understand."""

import subprocess
from pathlib import Path

import pytest

from netjournal.render.diff import diff_text


def test_a_note_that_changes_and_moves() -> None:
    assert diff_text("c/ana b.md", "c/anna.md", b"a\n", b"b\n") == (
        "diff --git a/c/ana b.md b/c/anna.md\n"
        "rename from c/ana b.md\nrename to c/anna.md\n"
        "--- a/c/ana b.md\t\n+++ b/c/anna.md\n@@ -1 +1 @@\n-a\n+b\n"
    )


def test_nothing_that_changes_is_no_diff() -> None:
    assert diff_text("c/ana.md", "c/ana.md", b"a", b"a") == ""


@pytest.mark.parametrize(("old", "new"), [("c/a.md", "c/a.md"), ("c/a b.md", "c/c d.md")])
@pytest.mark.parametrize(
    ("before", "after"),
    [(b"a\n", b"b\n"), (b"a", b"b"), (b"a\n", b"a"), (b"", b"a\n"), (b"a\r\nb\r\n", b"a\r\nc\r\n")],
)
def test_git_applies_it(tmp_path: Path, old: str, new: str, before: bytes, after: bytes) -> None:
    (tmp_path / "c").mkdir()
    (tmp_path / old).write_bytes(before)
    text = diff_text(old, new, before, after)

    command = ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"]
    subprocess.run(command, cwd=tmp_path, input=text.encode(), check=True)

    assert (tmp_path / new).read_bytes() == after


def test_git_applies_that_a_note_goes(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a\nb")

    text = diff_text("a.md", "a.md", b"a\nb", None)

    subprocess.run(["git", "apply", "-"], cwd=tmp_path, input=text.encode(), check=True)
    assert list(tmp_path.iterdir()) == []
