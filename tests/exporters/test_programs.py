"""Debian's khard, khal and vdirsyncer read what we write, and leave it as it is."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from netjournal.app.exporting import (
    Writing,
    export_to_file,
    export_to_folder,
    exporter_called,
    prepare_export,
)
from netjournal.app.workspace import Workspace
from netjournal.model.exported import Export

pytestmark = pytest.mark.slow

SAMPLE = Path(__file__).parents[2] / "sample-vault"
TODAY = date(2026, 11, 24)

each_version = pytest.mark.parametrize("version", ["vcard", "vcard3"])


@pytest.fixture(scope="module")
def everybody() -> Export:
    """The sample vault, whole."""
    return prepare_export(Workspace.load(SAMPLE), TODAY, "").export


class Home:
    """A home folder in which another program finds its settings, and nothing of the user's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, path: str, text: str) -> Path:
        """Writes a file of settings."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def run(self, *words: str | Path) -> str:
        """What a program prints; it has to end well."""
        program = str(words[0])
        if shutil.which(program) is None:
            pytest.skip(f"there is no {program} on this machine")
        done = subprocess.run(
            words,
            env=self._environment(),
            check=False,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def _environment(self) -> Mapping[str, str]:
        """Without what says where this Python finds its libraries."""
        kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        kept = {key: value for key, value in kept.items() if not key.startswith("XDG_")}
        return {**kept, "HOME": str(self.folder), "LC_ALL": "C.UTF-8", "TZ": "UTC"}


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An empty home folder."""
    return Home(tmp_path / "home")


def cards(everybody: Export, folder: Path, version: str) -> Mapping[str, bytes]:
    """The cards of everybody in a folder, by file name."""
    export_to_folder(exporter_called(version), everybody, folder, Writing())
    return files_in(folder)


def files_in(folder: Path) -> Mapping[str, bytes]:
    """What the files of a folder hold."""
    return {file.name: file.read_bytes() for file in folder.glob("*.vcf")}


@each_version
def test_khard_lists_and_shows_everybody(
    everybody: Export, home: Home, tmp_path: Path, version: str
) -> None:
    folder = tmp_path / "cards"
    before = cards(everybody, folder, version)
    home.write(
        ".config/khard/khard.conf",
        f"[addressbooks]\n[[netjournal]]\npath = {folder}\n[general]\ndebug = no\n"
        "[contact table]\ndisplay = formatted_name\n[vcard]\nskip_unparsable = no\n",
    )

    listed = home.run("khard", "list", "--parsable", "--fields", "formatted_name,uid")
    shown = home.run("khard", "show", "Inês Carvalhal")

    names = sorted(line.split("\t")[0] for line in listed.splitlines())
    assert names == sorted(contact.name for contact in everybody.contacts)
    uids = {line.split("\t")[1] for line in listed.splitlines()}
    assert {f"{uid}.vcf" for uid in uids} == before.keys()
    for said in ("Inês Carvalhal", "ines@pagafio.example", "+351 555 014 220", "12/19/84", "Porto"):
        assert said in shown, said
    assert files_in(folder) == before


@each_version
def test_khard_finds_by_mail(everybody: Export, home: Home, tmp_path: Path, version: str) -> None:
    cards(everybody, tmp_path / "cards", version)
    home.write(
        ".config/khard/khard.conf",
        f"[addressbooks]\n[[netjournal]]\npath = {tmp_path / 'cards'}\n",
    )

    found = home.run("khard", "email", "--parsable", "--remove-first-line", "priya@meridaan")

    assert found.split("\t")[:2] == ["priya@meridaan.example", "Priya Raman"]


@each_version
def test_vdirsyncer_carries_every_card_under_its_own_name(
    everybody: Export, home: Home, tmp_path: Path, version: str
) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    before = cards(everybody, ours, version)
    theirs.mkdir()
    settings = home.write(
        "vdirsyncer.conf",
        f'[general]\nstatus_path = "{tmp_path / "status"}"\n'
        '[pair both]\na = "ours"\nb = "theirs"\ncollections = null\n'
        f'[storage ours]\ntype = "filesystem"\npath = "{ours}"\nfileext = ".vcf"\n'
        f'[storage theirs]\ntype = "filesystem"\npath = "{theirs}"\nfileext = ".vcf"\n',
    )

    home.run("vdirsyncer", "-c", settings, "discover")
    home.run("vdirsyncer", "-c", settings, "sync")
    assert files_in(theirs) == files_in(ours) == before

    # A change on the other side comes back, and no export goes over it unless it is told to.
    name = min(before)
    (theirs / name).write_bytes(before[name].replace(b"FN:", b"FN:Dear "))
    home.run("vdirsyncer", "-c", settings, "sync")
    other = exporter_called("vcard" if version == "vcard3" else "vcard3")
    assert export_to_folder(other, everybody, ours, Writing()).edited == (name,)
    assert b"FN:Dear " in (ours / name).read_bytes()
    export_to_folder(other, everybody, ours, Writing(force=True))
    home.run("vdirsyncer", "-c", settings, "sync")
    after = files_in(ours)
    assert files_in(theirs) == after
    assert after.keys() == before.keys()
    assert b"FN:Dear " not in after[name]


def test_khal_shows_the_calendar(everybody: Export, home: Home, tmp_path: Path) -> None:
    file = tmp_path / "netjournal.ics"
    export_to_file(exporter_called("ical"), everybody, file, Writing())
    (tmp_path / "calendar").mkdir()
    settings = home.write(
        "khal.conf",
        f"[calendars]\n[[netjournal]]\npath = {tmp_path / 'calendar'}\n"
        f"[sqlite]\npath = {tmp_path / 'khal.db'}\n"
        "[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ntimeformat = %H:%M\ndatetimeformat = %Y-%m-%d %H:%M\n"
        "longdatetimeformat = %Y-%m-%d %H:%M\n",
    )

    home.run("khal", "-c", settings, "import", "--batch", file)
    found = home.run(
        *("khal", "-c", settings, "list", "--format", "{start-date} {title}"),
        *("2026-12-01", "2027-12-31"),
    )

    lines = found.splitlines()
    for said in (
        "2026-12-11 Priya Raman: Lunch at the Thai place behind the market hall.",
        "2026-12-11 Promised Priya Raman: Return the tide atlas",
        "2026-12-19 Birthday of Inês Carvalhal",
        "2027-04-12 Birthday of Priya Raman",
        "2027-12-19 Birthday of Inês Carvalhal",
    ):
        assert any(line.startswith(said) for line in lines), said
    assert any(" Be in touch with " in line for line in lines)

    # The same events again, not more of them.
    home.run("khal", "-c", settings, "import", "--batch", file)
    again = home.run("khal", "-c", settings, "list", "--format", "{title}", "2026-12-19", "1d")
    assert again.splitlines().count("Birthday of Inês Carvalhal") == 1
