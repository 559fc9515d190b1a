"""`netjournal lsp`: the language server for editors."""

import sys
from datetime import datetime

import click

from netjournal.cli.options import (
    day_of_review,
    global_options,
    is_terminal,
    remembered,
    vault_root,
)


@click.command("lsp")
@global_options
@click.pass_context
def command(ctx: click.Context) -> None:
    """Serve an editor by the Language Server Protocol, on standard input and output.

    An editor starts it by itself; docs/editors.md has recipes. Each note's vault is found from
    where the note lies, unless --vault names one.
    """
    from netjournal.model.errors import MissingExtra

    try:
        from netjournal.lsp.starting import serve
    except ModuleNotFoundError as problem:
        if (problem.name or "").split(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise MissingExtra("lsp", "Serving an editor") from problem
    if is_terminal(sys.stdin):
        click.echo("netjournal: an editor starts this by itself; Ctrl-D ends it.", err=True)
    only = vault_root(ctx) if remembered(ctx, "vault") else None
    status = serve(
        only,
        lambda pinned: day_of_review(ctx, pinned),
        lambda: datetime.now().astimezone().isoformat(timespec="seconds"),
    )
    ctx.exit(status)
