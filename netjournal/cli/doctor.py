"""`netjournal doctor`: what is installed, and what is found."""

from collections.abc import Iterable

import click

from netjournal.cli.opening import open_vault
from netjournal.cli.options import global_options
from netjournal.model.errors import VaultNotFound


@click.command("doctor")
@global_options
@click.pass_context
def command(ctx: click.Context) -> None:
    """Say what is installed, which vault is found, and what is in it."""
    from netjournal.app.doctor import found, installed, watched

    _print(installed())
    try:
        workspace, as_of = open_vault(ctx)
    except VaultNotFound as problem:
        click.echo(f"\n{problem}")
        return
    click.echo()
    _print(found(workspace, as_of))
    click.echo()
    _print(watched(workspace))


def _print(lines: Iterable[tuple[str, str]]) -> None:
    from netjournal.render.text import printable

    for what, value in lines:
        click.echo(f"{what:<20} {printable(value)}")
