"""How a command opens the vault: find it, read it with a bar if it takes long, take the day."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from netjournal.cli.options import day_of_review, is_terminal, vault_root

if TYPE_CHECKING:
    # Completion and --help import every command, and must not wait for what it works with.
    from netjournal.app.workspace import Progress, Workspace

SECONDS_BEFORE_A_BAR = 1.0
SECONDS_BETWEEN = 0.1
"""Faster than that nobody reads, and showing thousands of steps takes time."""


class Opened(NamedTuple):
    """A vault that was read, and the day of the review."""

    workspace: "Workspace"
    as_of: date


def open_vault(ctx: click.Context, given: Path | None = None) -> Opened:
    """The vault that the command works on; raises VaultNotFound when there is none."""
    from netjournal.app.workspace import Workspace

    root = vault_root(ctx, given)
    with progress_bar("Reading notes") as progress:
        workspace = Workspace.load(root, progress)
    return Opened(workspace, day_of_review(ctx, workspace.config.build.today))


@contextmanager
def progress_bar(label: str, unit: str = "") -> Iterator["Progress | None"]:
    """A bar on the error stream once the work has taken a second; None when it isn't a terminal.

    Where nobody knows how much there is to do, the total is 0, and there is a count alone.
    """
    if not is_terminal(sys.stderr):
        yield None
        return
    started = time.monotonic()
    shown = 0.0

    def progress(done: int, total: int) -> None:
        nonlocal shown
        now = time.monotonic()
        if now - started < SECONDS_BEFORE_A_BAR or now - shown < SECONDS_BETWEEN:
            return
        shown = now
        filled = 24 * min(done, total) // max(total, 1)
        bar = "#" * filled + "-" * (24 - filled)
        text = f"[{bar}] {done:,}/{total:,}" if total else f"{done:,}"
        click.echo(f"\r{label} {text}{unit}", nl=False, err=True)

    try:
        yield progress
    finally:
        if shown:
            click.echo("\r\x1b[K", nl=False, err=True)
