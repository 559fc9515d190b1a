"""`show` when a name means more contacts than a screen holds."""

from pathlib import Path

from running import run

from netjournal.cli.people import MOST_CHOICES


def test_only_the_first_of_many_choices_are_listed(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    for number in range(MOST_CHOICES + 3):
        (tmp_path / "contacts" / f"ana {number:02}.md").write_text("", encoding="utf-8")

    output, status = run("netjournal show ana", tmp_path)

    assert status == 2
    assert output.startswith("netjournal: 'ana' may be any of 23 contacts.")
    assert "    netjournal show 'contacts/ana 19.md'\n" in output
    assert "ana 20" not in output
    assert output.endswith("and 3 more, in netjournal list\n")
