"""Reading the files to import."""

from datetime import date
from pathlib import Path

from netjournal.app.importing.reading import read_all
from netjournal.model.imported import Asked
from netjournal.vault.incoming import incoming


def test_who_waits_is_told_how_much_of_all_files_is_read(tmp_path: Path) -> None:
    rows = "".join(f"Ana {number},ana{number}@example.org\n" for number in range(20_000))
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text(f"Name,Email\n{rows}", encoding="utf-8")
    told: list[int] = []

    found = read_all(
        incoming(tmp_path), "", Asked(date(2026, 11, 24)), several=True, progress=told.append
    )

    size = sum(path.stat().st_size for path in tmp_path.iterdir())
    assert len(found.people) == 40_000
    assert told == sorted(told)
    assert len(told) == size // (256 * 1024)
    assert size * 3 // 4 < told[-1] <= size
