"""`netjournal watch`: keeps the pages right while notes are edited."""

from contextlib import ExitStack
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netjournal.cli.opening import progress_bar
from netjournal.cli.options import day_of_review, global_options, vault_argument, vault_root

if TYPE_CHECKING:
    # Completion and --help import every command, and must not wait for what it works with.
    from collections.abc import Callable

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
    watching = Watching(ctx, vault_root(ctx, folder))
    watching.run(watching.tell)


class Watching:
    """A watch on the terminal: the first build is told otherwise than those that follow."""

    def __init__(self, ctx: click.Context, root: Path) -> None:
        self._ctx = ctx
        self._root = root
        self.is_first = True
        self._was_away = self._has_failed = False
        self._end: KeyboardInterrupt | None = None

    def run(self, tell: "Callable[[Rebuilt], None]") -> None:
        """Watches until it is interrupted, and has every rebuild told."""
        from netjournal.app.keep_watching import keep_watching

        def day(pinned: date | None) -> date:
            return day_of_review(self._ctx, pinned)

        def warn(why: str) -> None:
            click.echo(f"netjournal: {why}.", err=True)

        first = ExitStack()

        def told(rebuilt: "Rebuilt") -> None:
            first.close()
            tell(rebuilt)

        try:
            with first:
                progress = first.enter_context(progress_bar("Making pages"))
                keep_watching(self._root, day, told, warn, progress=progress)
        except KeyboardInterrupt as interrupt:
            # What was known of the vault hangs on it: taking that apart would take a while.
            self._end = interrupt
            click.echo()

    def tell(self, rebuilt: "Rebuilt") -> None:
        """Prints what one rebuild did."""
        if self.is_first:
            click.echo(_first_line(self._root, rebuilt))
        elif self._has_failed or not _is_nothing(rebuilt):
            click.echo(f"{clock_time()} {_line(rebuilt, was_away=self._was_away)}")
        _tell_problems(self._ctx, rebuilt, is_first=self.is_first)
        self.is_first = False
        self._was_away, self._has_failed = rebuilt.is_away, rebuilt.built is None


def _first_line(root: Path, rebuilt: "Rebuilt") -> str:
    built = rebuilt.built
    done = rebuilt.error.removesuffix(".")
    if built:
        done = f"{built.pages:,} pages, {built.changed_pages:,} of them changed"
    return f"{done}. Watching {root.resolve()}; Ctrl-C ends it."


def _is_nothing(rebuilt: "Rebuilt") -> bool:
    """Whether no page has come of a change that no note, template or setting was part of."""
    return not rebuilt.changed and rebuilt.built is not None and rebuilt.built.was_up_to_date


def _line(rebuilt: "Rebuilt", *, was_away: bool) -> str:
    """What changed, how many pages, and how long it took."""
    from netjournal.render.visible import one_line

    if rebuilt.is_away:
        return rebuilt.error
    names = [one_line(path) for path in rebuilt.changed[:_NAMED]]
    if len(rebuilt.changed) > _NAMED:
        names.append(f"{len(rebuilt.changed) - _NAMED:,} more")
    what = ", ".join(names) or "a new day or other files"
    if was_away:
        what = f"the vault is back, with {what}" if names else "the vault is back"
    built = rebuilt.built
    if built is None:
        return rebuilt.error if rebuilt.error.startswith(f"{what}:") else f"{what}: {rebuilt.error}"
    count = built.changed_pages + len(built.written.removed)
    pages = f"{count} page{'' if count == 1 else 's'} written" if count else "no page changed"
    return f"{what}: {pages}, {1000 * rebuilt.seconds:.0f} ms"


def _tell_problems(ctx: click.Context, rebuilt: "Rebuilt", *, is_first: bool) -> None:
    from netjournal.cli.problems import print_mended, print_problems

    print_problems(ctx, rebuilt.appeared)
    if not is_first:
        print_mended(ctx, rebuilt.gone)


def clock_time() -> str:
    """The time of day, as a line about a rebuild gives it."""
    return datetime.now().astimezone().strftime("%H:%M:%S")
