"""`netjournal undo`: takes back the last change."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

import click

from netjournal.cli.options import global_options, vault_root
from netjournal.model.errors import NetjournalError

if TYPE_CHECKING:
    from netjournal.vault.taking_back import Undoable

_TO_THE_MINUTE = len("2026-11-28T10:00")
_SKIP = "netjournal undo --skip leaves that as it is, and takes back the change before it"


@click.command("undo")
@click.option("--list", "only_list", is_flag=True, help="List what can be taken back.")
@click.option("--skip", is_flag=True, help="Pass over changes whose notes have been changed since.")
@global_options
@click.pass_context
def command(ctx: click.Context, *, only_list: bool, skip: bool) -> None:
    """Take back the last change that a command made; once more, the one before.

    A note that has been changed since is left as it is, and nothing is taken back. --skip goes on
    to the last change that can be.
    """
    from netjournal.render.visible import one_line
    from netjournal.vault.changes import ChangedSince, undo_last, undoable

    root = vault_root(ctx)
    known = undoable(root)
    if only_list:
        _list(known)
        return
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    try:
        undone = undo_last(root, when, passes_over=skip)
    except ChangedSince as refusal:
        way_past = "" if all(each.changed for each in known) else f"\n{_SKIP}"
        raise ChangedSince(one_line(str(refusal)) + way_past) from None
    if undone is None:
        more = ": in each change a note has been changed since" if known else ""
        raise NetjournalError(f"there is nothing to take back{more}")
    change, written = undone
    for each in known:
        if each.number > change.number:
            _tell(
                f"Left as it is: {each.command}",
                [f"{path} (changed since)" for path in each.changed],
            )
    _tell(f"Taken back: {change.command}", written.paths)


def _list(known: "Iterable[Undoable]") -> None:
    for each in known:
        lines = [f"{path} (changed since)" if path in each.changed else path for path in each.paths]
        _tell(f"{each.when[:_TO_THE_MINUTE].replace('T', ' ')}  {each.command}", lines)


def _tell(what: str, paths: Iterable[str]) -> None:
    from netjournal.render.visible import one_line

    click.echo(one_line(what))
    for path in paths:
        click.echo(f"    {one_line(path)}")
