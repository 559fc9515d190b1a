"""Reading notes and templates: whole files, never a pipe or a device, never more than a limit."""

import errno
import os
import stat
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.source import Source
from netjournal.vault.reasons import reason

MAX_NOTE_BYTES = 10_000_000
"""The size above which a note is refused."""

MAX_TEMPLATE_BYTES = 1_000_000
"""The size above which a template is refused."""

TEMPLATES_FOLDER = "templates"
CONTACT_TEMPLATE = f"{TEMPLATES_FOLDER}/contact.md"
"""The note after which new notes of contacts are made."""

_TEMPLATE_ENDINGS = (".j2", ".css")
# O_NONBLOCK: should a file turn into a pipe between the look and the opening, opening can't hang.
_READ = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NOINHERIT", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NONBLOCK", 0)
)


class Templates(NamedTuple):
    """The templates in a folder, and what kept others from being read."""

    texts: Mapping[str, str]
    """By the name inside `templates/`, such as `markdown/today.md.j2`."""
    diagnostics: tuple[Diagnostic, ...]
    """NJ401, each at the template, or at the folder, that can't be read."""


class TooLarge(Exception):
    """A file that has more bytes than its reader accepts."""

    def __init__(self, size: int) -> None:
        super().__init__(size)
        self.size = size


def read_note(root: Path, path: str) -> Source | Diagnostic:
    """The bytes of a note at a path inside the vault, or the problem that kept it from being read.

    Raises nothing: a note that is gone, unreadable or no file at all is NJ001, and one of more
    than 10,000,000 bytes is NJ005.
    """
    try:
        return Source(path, read_bytes(f"{root}/{path}", MAX_NOTE_BYTES))
    except TooLarge as error:
        return codes.FILE_TOO_LARGE.at(
            path,
            1,
            1,
            f"the file is too large to be a note: {error.size:,} bytes",
            f"notes of up to {MAX_NOTE_BYTES:,} bytes are read; split it, or ignore it in "
            "netjournal.toml",
        )
    except OSError as error:
        return codes.UNREADABLE_FILE.at(
            path, 1, 1, f"the file can't be read: {reason(error)}", _hint(error)
        )


def read_contact_template(root: Path) -> Source | Diagnostic | None:
    """The vault's template of a contact's note; None when it has none. Raises nothing."""
    if not os.path.lexists(f"{root}/{CONTACT_TEMPLATE}"):
        return None
    return read_note(root, CONTACT_TEMPLATE)


def read_bytes(path: str, limit: int) -> bytes:
    """The bytes of a regular file.

    Raises TooLarge above the limit, and OSError for what can't be read or is no regular file.
    """
    status = os.stat(path)  # noqa: PTH116 - a Path for each of 11,000 notes takes too long
    if not stat.S_ISREG(status.st_mode):
        is_folder = stat.S_ISDIR(status.st_mode)
        kind = (errno.EISDIR, "it is a folder") if is_folder else (errno.EINVAL, "it is no file")
        raise OSError(*kind, path)
    size = status.st_size
    if size > limit:
        raise TooLarge(size)
    descriptor = os.open(path, _READ)
    try:
        data = os.read(descriptor, size + 1)
        # One read gives a file that stays as it was; anything else is read on to its end.
        return data if len(data) == size else _read_on(descriptor, data, limit)
    finally:
        os.close(descriptor)


def read_head(path: str, count: int) -> bytes:
    """The first bytes of a file that is known to be a regular one; raises OSError."""
    descriptor = os.open(path, _READ)
    try:
        return os.read(descriptor, count)
    finally:
        os.close(descriptor)


def read_templates(root: Path) -> Templates:
    """The vault's own templates, those in the folders inside `templates/` as well.

    Only `.j2` and `.css` files count, so that other programs' templates are left alone. One that
    isn't UTF-8 text can't be read. Raises nothing.
    """
    folder = f"{root}/{TEMPLATES_FOLDER}"
    texts: dict[str, str] = {}
    problems: list[Diagnostic] = []
    for name in sorted(_template_names(folder, "", problems)):
        try:
            texts[name] = _text(read_bytes(f"{folder}/{name}", MAX_TEMPLATE_BYTES))
        except TooLarge as error:
            what = f"the template is too large: {error.size:,} bytes"
            hint = f"templates of up to {MAX_TEMPLATE_BYTES:,} bytes are read"
            problems.append(_unread_template(name, what, hint))
        except OSError as error:
            what = f"the template can't be read: {reason(error)}"
            problems.append(_unread_template(name, what, _hint(error)))
        except UnicodeDecodeError as error:
            problems.append(_not_utf8(name, error))
    return Templates(texts, tuple(problems))


def _unread_template(name: str, message: str, hint: str) -> Diagnostic:
    path = f"{TEMPLATES_FOLDER}/{name}".rstrip("/")
    return codes.TEMPLATE_ERROR.at(path, 1, 1, message, hint)


def _text(data: bytes) -> str:
    """A template as text, without the mark that some editors put first; raises for no UTF-8."""
    return data.removeprefix(BOM_UTF8).decode("utf-8").replace("\r\n", "\n")


def _not_utf8(name: str, error: UnicodeDecodeError) -> Diagnostic:
    """The problem of a template at its first byte that is no UTF-8."""
    before = error.object[: error.start].decode("utf-8")
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    byte = error.object[error.start]
    message = f"the template isn't UTF-8 text: byte 0x{byte:02x} can't be read"
    path, hint = f"{TEMPLATES_FOLDER}/{name}", "save the file as UTF-8"
    return codes.TEMPLATE_ERROR.at(path, line, column, message, hint, width=1)


def _read_on(descriptor: int, data: bytes, limit: int) -> bytes:
    parts = [data]
    size = len(data)
    while data and size <= limit:
        data = os.read(descriptor, 1 << 20)
        parts.append(data)
        size += len(data)
    if size > limit:
        raise TooLarge(size)
    return b"".join(parts)


def _template_names(folder: str, prefix: str, problems: list[Diagnostic]) -> Iterator[str]:
    """The templates in a folder and its real sub-folders; none when there is no such folder.

    What keeps a folder from being read is added to the problems.
    """
    try:
        with os.scandir(folder) as entries:
            found = list(entries)
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        what = f"the folder can't be read: {reason(error)}"
        problems.append(_unread_template(prefix, what, _hint(error)))
        return
    for entry in found:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _template_names(entry.path, f"{prefix}{entry.name}/", problems)
        elif entry.name.endswith(_TEMPLATE_ENDINGS):
            yield prefix + entry.name


def _hint(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "it may have been moved while it was read; run the command again"
    if isinstance(error, PermissionError):
        return "let your user read it"
    return ""
