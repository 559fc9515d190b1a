"""`check` in the forms that code hosts read: paths start at the repository."""

import json
from pathlib import Path

from running import run


def test_paths_for_a_code_host_start_at_the_repository(tmp_path: Path) -> None:
    note = tmp_path / "notes" / "my vault" / "contacts" / "ana.md"
    note.parent.mkdir(parents=True)
    note.write_text("---\ncadance: 6w\n---\n", encoding="utf-8")
    (tmp_path / ".git").mkdir()

    github = run("netjournal check --format github", note.parent)
    sarif = run("netjournal check --format sarif", note.parent)
    text = run("netjournal check", note.parent)

    assert github.output.startswith("::warning file=notes/my vault/contacts/ana.md,line=2,")
    result = json.loads(sarif.output)["runs"][0]["results"][0]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == "notes/my%20vault/contacts/ana.md"
    assert text.output.startswith("contacts/ana.md:2:1: warning: ")
