"""`netjournal init --editor`: says what would be written for an editor, asks, and writes it."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netjournal.cli.changes import because
from netjournal.cli.options import day_of_review, is_terminal
from netjournal.model.errors import NetjournalError

if TYPE_CHECKING:
    from netjournal.app.homes.settling_in import Plan, Step

EDITORS = ("obsidian", "vscode", "neovim")
"""What the command calls the editors; importing what writes for them would make --help slow."""

OPENING = ("obsidian", "vscode")
"""Those that the pages can open a note in."""

_MOST_KEPT = 5


def settle_in(ctx: click.Context, root: Path, editors: tuple[str, ...], *, may_write: bool) -> None:
    """Settles in at some editors; asks unless it may write.

    Raises NetjournalError where there is something to write, and nobody to ask.
    """
    from netjournal.app.homes.settling_in import editor_called, plan_home, write_home
    from netjournal.app.workspace import Workspace

    workspace = Workspace.load(root)
    as_of = day_of_review(ctx, workspace.config.build.today)
    plans = [plan_home(workspace, editor_called(slug), as_of) for slug in dict.fromkeys(editors)]
    for plan in plans:
        _show(plan)
    if any(plan.changes for plan in plans):
        if not (may_write or _said_yes()):
            click.echo("Nothing was written for the editor.")
            return
        done = write_home(root, plans, because())
        for path in done.paths:
            click.echo(f"Wrote {root / path}.")
    for plan in plans:
        # Who has everything already has been told.
        for line in plan.said if plan.changes or not plan.steps else ():
            click.echo(line)


def _said_yes() -> bool:
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        raise NetjournalError(
            "nothing was written for the editor, as there is no terminal to ask on; say --yes"
        )
    return click.confirm("Write this?", err=True)


def _show(plan: "Plan") -> None:
    from netjournal.render.visible import one_line

    click.echo(f"{plan.title}:")
    for step in plan.steps:
        click.echo(f"  {step.path} {one_line(step.what)}")
        if step.kept:
            click.echo(f"    stays as you have it: {one_line(_kept(step))}")
        for line in step.by_hand.splitlines():
            click.echo(f"    {line}")


def _kept(step: "Step") -> str:
    more = len(step.kept) - _MOST_KEPT
    return ", ".join(step.kept[:_MOST_KEPT]) + (f" and {more} more" if more > 0 else "")
