"""`netjournal build`: writes the pages."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from netjournal.cli.opening import open_vault, progress_bar
from netjournal.cli.options import global_options, vault_argument
from netjournal.cli.problems import print_problems
from netjournal.cli.watch import watch_vault

_NAMED = 3
"""Pages in a folder of `site/` that are named before they are counted."""

_SEARCH = "site/search"


@click.command("build")
@vault_argument
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a page is out of date.")
@click.option("--watch", is_flag=True, help="Go on, as 'netjournal watch' does.")
@global_options
@click.pass_context
def command(ctx: click.Context, folder: Path | None, *, check: bool, watch: bool) -> None:
    """Read the vault and write its review pages, in review/ and site/.

    A page is written only when it changes. Files that netjournal didn't generate stay as they are.
    """
    if watch:
        if check:
            raise click.UsageError("--check looks once, and --watch goes on: choose one")
        watch_vault(ctx, folder)
        return
    from netjournal.app.build import build
    from netjournal.reviews.words import counted

    workspace, as_of = open_vault(ctx, folder)
    with progress_bar("Making pages") as progress:
        built = build(workspace, as_of, write=not check, progress=progress)
    written = built.written
    print_problems(ctx, built.diagnostics)
    for what in _named(written.changed):
        click.echo(f"{'would write' if check else 'wrote'} {what}")
    for what in _named(written.removed):
        click.echo(f"{'would remove' if check else 'removed'} {what}")
    fresh = f"{built.changed_pages:,} changed" if built.changed_pages else "all up to date"
    people, pages = counted(len(workspace.index.contacts), "contact"), counted(built.pages, "page")
    click.echo(f"{people}, {pages}, {fresh}, as of {as_of.isoformat()}.")
    site = workspace.root / "site" / "index.html"
    if not check and "html" in workspace.config.build.formats:
        click.echo(f"Open {site}")
    if check and (written.changed or written.removed):
        ctx.exit(1)


def _named(paths: Sequence[str]) -> Iterator[str]:
    """The files by name; where many stand in one folder inside another, how many.

    Those that the search reads are counted in any case: nobody opens one.
    """
    folders = Counter("/".join(path.split("/")[:2]) for path in paths if path.count("/") > 1)
    told = set[str]()
    for path in paths:
        folder = "/".join(path.split("/")[:2])
        count = folders[folder]
        if count == 0 or (count <= _NAMED and folder != _SEARCH):
            yield path
        elif folder not in told:
            yield f"{folder}/ ({count:,} file{'' if count == 1 else 's'})"
            told.add(folder)
