"""What is installed, as the doctor tells it."""

import re
from importlib import metadata

import pytest

from netjournal.app.doctor import EXTRAS, LIBRARIES, installed
from netjournal.model.errors import install_line


def test_what_an_extra_brings_is_told_with_its_version() -> None:
    told = dict(installed())

    assert re.match(r"\d+\.", told["icalendar"])
    assert {*LIBRARIES, *(name for name, _, _ in EXTRAS)} <= told.keys()


def test_the_line_that_installs_an_extra_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    version = metadata.version

    def version_of(name: str) -> str:
        if name == "icalendar":
            raise metadata.PackageNotFoundError(name)
        return version(name)

    monkeypatch.setattr(metadata, "version", version_of)
    told = dict(installed())

    line = f"not installed: {install_line('calendar')} reads calendars"
    assert told["icalendar"] == line
