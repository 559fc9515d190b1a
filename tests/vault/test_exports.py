"""A file for an export: written over an earlier export, and over nothing else."""

import stat
import sys
from pathlib import Path

import pytest

from netjournal.vault.exports import NotExported, make_export_folder, marked, write_export

OURS = marked(b"PRODID:-//netjournal//")
EARLIER = b"BEGIN:VCARD\r\nPRODID:-//netjournal//netjournal//EN\r\n"
LATER = EARLIER + b"END:VCARD\r\n"

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")


def test_a_new_file(tmp_path: Path) -> None:
    assert write_export(tmp_path / "new.vcf", LATER, OURS, force=False)
    assert (tmp_path / "new.vcf").read_bytes() == LATER
    assert [file.name for file in tmp_path.iterdir()] == ["new.vcf"]


def test_an_earlier_export_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_bytes(EARLIER)
    file.chmod(0o600)

    assert write_export(file, LATER, OURS, force=False)
    assert file.read_bytes() == LATER
    assert sys.platform == "win32" or stat.S_IMODE(file.stat().st_mode) == 0o600


def test_the_same_bytes_are_not_written_again(tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    file.write_bytes(LATER)
    before = file.stat().st_mtime_ns

    assert not write_export(file, LATER, OURS, force=False)
    assert not write_export(file, LATER, OURS, force=True)
    assert file.stat().st_mtime_ns == before


@pytest.mark.parametrize("theirs", [b"BEGIN:VCARD\r\n", b"x" * 2000 + EARLIER])
def test_another_file_is_left_alone_unless_forced(tmp_path: Path, theirs: bytes) -> None:
    file = tmp_path / "mine.vcf"
    file.write_bytes(theirs)

    with pytest.raises(NotExported, match="no earlier export of this format; --force"):
        write_export(file, LATER, OURS, force=False)
    assert file.read_bytes() == theirs

    assert write_export(file, LATER, OURS, force=True)
    assert file.read_bytes() == LATER


def test_a_format_without_a_mark_is_written_over_nothing(tmp_path: Path) -> None:
    file = tmp_path / "types.json"
    file.write_bytes(EARLIER)

    with pytest.raises(NotExported):
        write_export(file, b"{}", marked(b""), force=False)


def test_an_empty_file_is_filled(tmp_path: Path) -> None:
    file = tmp_path / "contacts.vcf"
    file.touch()

    assert write_export(file, LATER, OURS, force=False)


@needs_links
def test_a_link_stays_and_what_it_leads_to_is_written(tmp_path: Path) -> None:
    target = tmp_path / "there.vcf"
    target.write_bytes(EARLIER)
    (tmp_path / "link.vcf").symlink_to(target)

    assert write_export(tmp_path / "link.vcf", LATER, OURS, force=False)
    assert (tmp_path / "link.vcf").is_symlink()
    assert target.read_bytes() == LATER


def test_a_folder_and_a_place_that_is_not_there_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NotExported, match="is a folder; --folder"):
        write_export(tmp_path, LATER, OURS, force=True)
    with pytest.raises(NotExported, match="its folder isn't there"):
        write_export(tmp_path / "no" / "new.vcf", LATER, OURS, force=True)
    (tmp_path / "file").touch()
    with pytest.raises(NotExported, match="is a file; a folder belongs there"):
        make_export_folder(tmp_path / "file")
    with pytest.raises(NotExported, match="a file is in the place of a folder"):
        make_export_folder(tmp_path / "file" / "below")


@pytest.mark.skipif(sys.platform == "win32", reason="there is no /dev/null")
def test_a_device_is_written_to() -> None:
    assert write_export(Path("/dev/null"), LATER, OURS, force=False)
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
