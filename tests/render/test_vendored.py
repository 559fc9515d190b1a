"""The files by others: as they were published, each with its licence."""

import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "netjournal" / "render" / "js"
VENDORED = tomllib.loads((FOLDER / "VENDORED.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", VENDORED)
def test_a_file_by_others_is_as_it_was_published(name: str) -> None:
    said = VENDORED[name]

    assert sha256((FOLDER / said["file"]).read_bytes()).hexdigest() == said["sha256"]
    assert said["version"] in said["source"]
    assert said["author"] in (FOLDER / said["licence_file"]).read_text("utf-8")
    assert said["licence"] == "MIT"


def test_every_file_is_ours_or_in_the_table() -> None:
    others = {said[key] for said in VENDORED.values() for key in ("file", "licence_file")}
    parts = ("data", "hints", "likeness", "lines", "plain", "query", "rows", "search", "start")
    ours = {"VENDORED.toml", *[f"{part}.js" for part in parts]}

    assert {path.name for path in FOLDER.iterdir()} == ours | others
