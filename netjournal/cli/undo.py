"""`netjournal undo`: takes back the last change."""

from datetime import datetime

import click

from netjournal.cli.options import global_options, vault_root
from netjournal.model.errors import NetjournalError


@click.command("undo")
@click.option("--list", "only_list", is_flag=True, help="List what can be taken back.")
@global_options
@click.pass_context
def command(ctx: click.Context, *, only_list: bool) -> None:
    """Take back the last change that a command made; once more, the one before.

    A note that has been changed since is left as it is, and nothing is taken back.
    """
    from netjournal.render.visible import one_line
    from netjournal.vault.changes import undo_last, undoable

    root = vault_root(ctx)
    if only_list:
        for each in undoable(root):
            click.echo(one_line(f"{each.when}  {each.command}"))
            for path in each.paths:
                click.echo(f"    {one_line(path)}")
        return
    undone = undo_last(root, datetime.now().astimezone().isoformat(timespec="seconds"))
    if undone is None:
        raise NetjournalError("there is nothing to take back")
    change, written = undone
    click.echo(one_line(f"Taken back: {change.command}"))
    for path in written.paths:
        click.echo(f"    {one_line(path)}")
