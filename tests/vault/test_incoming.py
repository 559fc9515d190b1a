"""Files to import: single ones, folders, maildirs, a stream."""

import io
import os
from pathlib import Path

import pytest

from netjournal.vault.incoming import CannotImport, incoming, incoming_stream


def test_a_file_is_given_line_by_line_with_its_beginning(tmp_path: Path) -> None:
    (tmp_path / "a.vcf").write_bytes(b"one\r\ntwo")
    (only,) = incoming(tmp_path / "a.vcf")
    assert (only.head, list(only.file.lines)) == (b"one\r\ntwo", [b"one\r\n", b"two"])


def test_a_long_file_has_a_short_beginning_and_loses_nothing(tmp_path: Path) -> None:
    data = b"x" * 99 + b"\n"
    (tmp_path / "a.csv").write_bytes(data * 3_000)
    (only,) = incoming(tmp_path / "a.csv")
    assert (len(only.head), b"".join(only.file.lines)) == (65_536, data * 3_000)


def test_a_folder_gives_its_files_by_name_and_no_hidden_one(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("b.vcf", "a.vcf", "sub/c.vcf", ".hidden.vcf"):
        (tmp_path / name).write_bytes(name.encode())
    assert [each.head for each in incoming(tmp_path)] == [b"a.vcf", b"b.vcf", b"sub/c.vcf"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_in_a_folder_and_a_ring_of_folders_are_left_out(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "ring").symlink_to(tmp_path)
    (tmp_path / "a.vcf").write_bytes(b"a")
    assert [each.head for each in incoming(tmp_path)] == [b"a"]


def test_a_maildir_is_one_mailbox(tmp_path: Path) -> None:
    for part in ("cur", "new", "tmp"):
        (tmp_path / part).mkdir()
    (tmp_path / "cur/1").write_bytes(b"Subject: a\n")
    (tmp_path / "new/2").write_bytes(b"Subject: b\n")
    (only,) = incoming(tmp_path)
    assert b"".join(only.file.lines) == (
        b"From maildir/cur/1\nSubject: a\n\nFrom maildir/new/2\nSubject: b\n\n"
    )


def test_a_stream_is_read_as_a_file_is() -> None:
    only = incoming_stream(io.BytesIO(b"a\nb"), "standard input")
    assert (only.file.name, list(only.file.lines)) == ("standard input", [b"a\n", b"b"])


def test_a_file_that_isnt_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotImport, match="isn't there"):
        list(incoming(tmp_path / "nobody.vcf"))
