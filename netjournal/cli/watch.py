"""`netjournal watch`: keeps the pages right while notes are edited."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netjournal.cli.options import (
    day_of_review,
    global_options,
    vault_argument,
    vault_root,
    wants_color,
)

if TYPE_CHECKING:
    # Completion and --help import every command, and must not wait for what it works with.
    from netjournal.app.watch import Rebuilt

_NAMED = 3
"""Changed files that a line names before it counts the others."""


@click.command("watch")
@vault_argument
@global_options
@click.pass_context
def command(ctx: click.Context, folder: Path | None) -> None:
    """Write the pages, and write them again whenever a note is saved. Ctrl-C ends it.

    A note that is half-written or missing for a moment changes no page.
    """
    watch_vault(ctx, folder)


def watch_vault(ctx: click.Context, folder: Path | None) -> None:
    """Watches the vault that the command works on until it is interrupted."""
    from netjournal.app.keep_watching import keep_watching
    from netjournal.vault.settings import load_settings

    root = vault_root(ctx, folder)
    pinned = load_settings(root).config.build.today
    is_first = True

    def day() -> date:
        return day_of_review(ctx, pinned)

    def tell(rebuilt: "Rebuilt") -> None:
        nonlocal is_first
        for line in _first_lines(root, rebuilt) if is_first else _lines(rebuilt):
            click.echo(line)
        _tell_problems(ctx, rebuilt, is_first=is_first)
        is_first = False

    try:
        keep_watching(root, day, tell, lambda why: click.echo(f"netjournal: {why}.", err=True))
    except KeyboardInterrupt:
        click.echo()


def _first_lines(root: Path, rebuilt: "Rebuilt") -> list[str]:
    built = rebuilt.built
    done = rebuilt.error
    if built:
        pages = len(built.written.changed) + built.written.unchanged
        done = f"{pages} pages, {len(built.written.changed)} of them changed"
    return [f"{done}. Watching {root.resolve()}; Ctrl-C ends it."]


def _lines(rebuilt: "Rebuilt") -> list[str]:
    """What changed, how many pages, and how long it took, in one line."""
    names = list(rebuilt.changed[:_NAMED])
    if len(rebuilt.changed) > _NAMED:
        names.append(f"{len(rebuilt.changed) - _NAMED:,} more")
    what = ", ".join(names) or "a new day or folder"
    built = rebuilt.built
    if built is None:
        return [f"{_time()} {what}: {rebuilt.error}"]
    count = len(built.written.changed) + len(built.written.removed)
    pages = f"{count} page{'' if count == 1 else 's'} written" if count else "no page changed"
    return [f"{_time()} {what}: {pages}, {1000 * rebuilt.seconds:.0f} ms"]


def _tell_problems(ctx: click.Context, rebuilt: "Rebuilt", *, is_first: bool) -> None:
    from netjournal.cli.problems import print_problems

    print_problems(ctx, rebuilt.appeared)
    for problem in () if is_first else rebuilt.gone:
        place = f"{problem.path}:{problem.line}:{problem.column}"
        text = f"{place}: mended: {problem.message}"
        click.echo(click.style(text, dim=True) if wants_color(ctx) else text)


def _time() -> str:
    return datetime.now().astimezone().strftime("%H:%M:%S")
