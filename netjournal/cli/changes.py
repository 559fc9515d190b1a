"""How a command that changes notes ends: what it wrote and where, or why it wrote nothing."""

import shlex
import sys
from datetime import datetime
from typing import TYPE_CHECKING

import click

from netjournal.model.errors import NetjournalError

if TYPE_CHECKING:
    from netjournal.app.changing import Because, Changed
    from netjournal.notes.splicing.note import Refusal


class NothingWritten(NetjournalError):
    """A change that was refused, as more than what was asked for would have changed."""

    exit_status = 3


def because() -> "Because":
    """The command as it was typed, and the time, for `netjournal undo --list`."""
    from netjournal.app.changing import Because

    typed = shlex.join(["netjournal", *sys.argv[1:]])
    return Because(typed, datetime.now().astimezone().isoformat(timespec="seconds"))


def told(done: "Changed | Refusal", what: str) -> None:
    """Says what was written, and where; `what` says it in the words of the command.

    Raises NothingWritten for a refusal, with the line to add by hand.
    """
    from netjournal.app.changing import Changed
    from netjournal.render.visible import one_line

    if not isinstance(done, Changed):
        raise NothingWritten("\n".join(_why(done)))
    if not done.paths:
        click.echo("Nothing to change: it says so already.")
        return
    for path in done.paths:
        click.echo(one_line(f"{path}: {what}"))
    for warning in done.warnings:
        click.echo(one_line(f"warning: {warning}"), err=True)


def _why(refusal: "Refusal") -> list[str]:
    from netjournal.render.visible import one_line

    reason = f"{refusal.path}:{refusal.line}: {refusal.reason}; nothing was written."
    lines = [one_line(reason)]
    if refusal.by_hand:
        by_hand = [f"    {one_line(line)}" for line in refusal.by_hand.split("\n")]
        lines += ["By hand it would be:", "", *by_hand]
    return lines
