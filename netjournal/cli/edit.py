"""`netjournal edit`: opens a contact's note in an editor."""

import os
import shlex
import subprocess
from pathlib import Path

import click

from netjournal.cli.options import global_options, vault_root
from netjournal.cli.people import whom
from netjournal.cli.show import complete_contact
from netjournal.model.errors import NetjournalError

_PLUS = ("vim", "vi", "nvim", "nano", "emacs", "micro", "kak", "joe", "ed")
_COLON = ("hx", "helix", "subl", "zed")


@click.command("edit")
@click.argument("contact", shell_complete=complete_contact)
@click.option("--line", type=click.IntRange(1), default=1, help="The line to begin at.")
@global_options
@click.pass_context
def command(ctx: click.Context, contact: str, line: int) -> None:
    """Open a contact's note in the editor that VISUAL or EDITOR names."""
    from netjournal.app.who import Desk

    the_editor()
    root = vault_root(ctx)
    person = whom(Desk(root), contact)
    ctx.exit(open_in_editor(root / person.note.path, line))


def the_editor() -> str:
    """The editor that VISUAL or EDITOR names; raises NetjournalError when there is none."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not editor:
        raise NetjournalError("no editor is named: set EDITOR, as in EDITOR=nano")
    return editor


def open_in_editor(path: Path, line: int = 1) -> int:
    """Opens a file in the editor and waits for it; its exit status."""
    editor = the_editor()
    words = editor_words(editor, str(path), line)
    try:
        return subprocess.run(words, check=False).returncode  # noqa: S603 - the user's editor
    except OSError as error:
        raise NetjournalError(f"'{editor}' can't be started: {error.strerror}") from error


def editor_words(editor: str, path: str, line: int) -> list[str]:
    """The command that opens a file at a line in an editor; at its beginning if it isn't known."""
    words = shlex.split(editor, posix=os.name != "nt")
    name = os.path.basename(words[0]).removesuffix(".exe")  # noqa: PTH119 - of a command
    if name in _PLUS:
        return [*words, f"+{line}", path]
    if name in _COLON:
        return [*words, f"{path}:{line}"]
    if name in ("code", "codium"):
        return [*words, "--goto", f"{path}:{line}"]
    return [*words, path]
