"""Reading notes and templates, and everything that may be in the place of one."""

import os
from pathlib import Path

import pytest

from netjournal.model.diagnostic import Diagnostic
from netjournal.model.source import Source
from netjournal.vault.reader import MAX_NOTE_BYTES, read_note, read_templates

posix_only = pytest.mark.skipif(os.name == "nt", reason="needs links and pipes")


def problem(found: Source | Diagnostic) -> tuple[str, int, int, str]:
    """Code, line, column and message of what should be a diagnostic."""
    assert isinstance(found, Diagnostic)
    return (found.code, found.line, found.column, found.message)


@pytest.mark.parametrize("data", [b"", b"one\r\ntwo\r\n", bytes(range(256)), b"x" * 200_000])
def test_a_note_is_read_byte_for_byte(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "ana.md").write_bytes(data)
    assert Source("ana.md", data) == read_note(tmp_path, "ana.md")


def test_a_note_that_vanished_is_a_diagnostic(tmp_path: Path) -> None:
    found = problem(read_note(tmp_path, "contacts/ana.md"))
    assert found == ("NJ001", 1, 1, "the file can't be read: it is gone")


def test_a_folder_is_no_note(tmp_path: Path) -> None:
    (tmp_path / "ana.md").mkdir()
    found = problem(read_note(tmp_path, "ana.md"))
    assert found == ("NJ001", 1, 1, "the file can't be read: it is a folder")


def test_a_note_of_ten_million_bytes_is_read_and_a_larger_one_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "ana.md").open("wb") as file:
        file.truncate(MAX_NOTE_BYTES)
    found = read_note(tmp_path, "ana.md")
    assert isinstance(found, Source)
    assert len(found.data) == 10_000_000
    with (tmp_path / "ana.md").open("ab") as file:
        file.write(b"x")
    code, line, column, message = problem(read_note(tmp_path, "ana.md"))
    assert (code, line, column) == ("NJ005", 1, 1)
    assert "10,000,001 bytes" in message


@posix_only
def test_a_pipe_is_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo(tmp_path / "ana.md")

    def opened(*_args: object) -> int:
        raise AssertionError("opened")

    monkeypatch.setattr(os, "open", opened)
    found = problem(read_note(tmp_path, "ana.md"))
    assert found == ("NJ001", 1, 1, "the file can't be read: it is no file")


@posix_only
def test_a_device_is_no_note(tmp_path: Path) -> None:
    (tmp_path / "ana.md").symlink_to("/dev/zero")
    assert "it is no file" in problem(read_note(tmp_path, "ana.md"))[3]


def test_a_note_that_may_not_be_read_is_a_diagnostic(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ana.md").write_text("text", encoding="utf-8")

    def refuse(*_args: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    found = read_note(tmp_path, "ana.md")
    assert "permission denied" in problem(found)[3]
    assert isinstance(found, Diagnostic)
    assert found.hint == "let your user read it"


def test_an_unknown_error_keeps_the_systems_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ana.md").write_text("text", encoding="utf-8")

    def refuse(*_args: object) -> int:
        raise OSError(9999, "Flux capacitor missing")

    monkeypatch.setattr(os, "open", refuse)
    assert "flux capacitor missing" in problem(read_note(tmp_path, "ana.md"))[3]


def growing(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """Makes every file look as if it had been so small when it was looked at."""
    look = os.stat

    class Status:
        def __init__(self, path: str) -> None:
            self.st_mode = look(path).st_mode
            self.st_size = size

    monkeypatch.setattr(os, "stat", Status)


@pytest.mark.parametrize("size", [0, 10, 5000])
def test_a_note_that_grows_or_shrinks_meanwhile_is_read_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    data = b"x" * 3000
    (tmp_path / "ana.md").write_bytes(data)
    growing(monkeypatch, size)
    assert Source("ana.md", data) == read_note(tmp_path, "ana.md")


def test_a_note_that_grows_too_large_meanwhile_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "ana.md").open("wb") as file:
        file.truncate(MAX_NOTE_BYTES + 1)
    growing(monkeypatch, 10)
    assert problem(read_note(tmp_path, "ana.md"))[0] == "NJ005"


def write(root: Path, **files: bytes) -> None:
    """Makes template files; `__` in a name is a folder's `/`, and `_` is a dot."""
    for name, data in files.items():
        path = root / "templates" / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def test_templates_are_read_by_name(tmp_path: Path) -> None:
    write(tmp_path, today_md_j2=b"a\r\nb", markdown__today_md_j2=b"\xef\xbb\xbfc", style_css=b"d")
    assert read_templates(tmp_path).texts == {
        "markdown/today.md.j2": "c",
        "style.css": "d",
        "today.md.j2": "a\nb",
    }


def test_other_programs_templates_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, person_md=b"a", _hidden_j2=b"b", _git__x_j2=b"c")
    assert read_templates(tmp_path).texts == {}


@pytest.mark.parametrize("in_the_way", [False, True])
def test_a_vault_need_not_have_templates(tmp_path: Path, *, in_the_way: bool) -> None:
    if in_the_way:
        (tmp_path / "templates").write_text("a file", encoding="utf-8")
    assert read_templates(tmp_path).texts == {}


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize(
    ("data", "place"), [(b"caf\xe9", (1, 4)), (b"a\r\n\xc3\xa9\xe9", (2, 2)), (b"\xe9", (1, 1))]
)
def test_a_template_that_is_no_utf_8_is_a_diagnostic(
    tmp_path: Path, mark: bytes, data: bytes, place: tuple[int, int]
) -> None:
    write(tmp_path, today_md_j2=mark + data, zoo_css=b"b")
    found = read_templates(tmp_path)
    (problem,) = found.diagnostics
    assert (problem.code, problem.path) == ("NJ401", "templates/today.md.j2")
    assert (problem.line, problem.column) == place
    assert problem.message == "the template isn't UTF-8 text: byte 0xe9 can't be read"
    assert found.texts == {"zoo.css": "b"}


def unread(root: Path) -> list[tuple[str, str, int, str, str]]:
    """What couldn't be read of a vault's templates."""
    problems = read_templates(root).diagnostics
    return [(d.code, d.path, d.line, d.message, d.hint) for d in problems]


def test_a_template_that_is_too_large_is_a_diagnostic_and_the_others_are_read(
    tmp_path: Path,
) -> None:
    write(tmp_path, big_md_j2=b"x" * 1_000_001, markdown__today_md_j2=b"a", zoo_css=b"b")

    message = "the template is too large: 1,000,001 bytes"
    hint = "templates of up to 1,000,000 bytes are read"
    assert [("NJ401", "templates/big.md.j2", 1, message, hint)] == unread(tmp_path)
    assert list(read_templates(tmp_path).texts) == ["markdown/today.md.j2", "zoo.css"]


@posix_only
def test_a_template_that_can_not_be_read_is_a_diagnostic(tmp_path: Path) -> None:
    write(tmp_path, html__a_html_j2=b"a")
    (tmp_path / "templates/html/today.html.j2").symlink_to("nowhere")

    message = "the template can't be read: it is gone"
    hint = "it may have been moved while it was read; run the command again"
    assert [("NJ401", "templates/html/today.html.j2", 1, message, hint)] == unread(tmp_path)
    assert read_templates(tmp_path).texts == {"html/a.html.j2": "a"}


@posix_only
def test_a_pipe_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    os.mkfifo(tmp_path / "templates/today.md.j2")

    message = "the template can't be read: it is no file"
    assert [("NJ401", "templates/today.md.j2", 1, message, "")] == unread(tmp_path)


@pytest.mark.parametrize(("refused", "path"), [("", "templates"), ("/html", "templates/html")])
def test_a_templates_folder_that_can_not_be_read_is_a_diagnostic(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str, path: str
) -> None:
    write(tmp_path, html__a_html_j2=b"a")
    look = os.scandir

    def refuse(folder: str) -> object:
        if folder == f"{tmp_path}/templates{refused}":
            raise PermissionError(13, "Permission denied", folder)
        return look(folder)

    monkeypatch.setattr(os, "scandir", refuse)

    message = "the folder can't be read: permission denied"
    assert [("NJ401", path, 1, message, "let your user read it")] == unread(tmp_path)
