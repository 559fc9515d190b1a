"""`netjournal import`: people and what happened with them, from the files of other programs."""

import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netjournal.cli.changes import because, told
from netjournal.cli.import_questions import ask
from netjournal.cli.import_report import print_report
from netjournal.cli.opening import progress_bar
from netjournal.cli.options import (
    DateText,
    day_of_review,
    global_options,
    is_terminal,
    vault_root,
)

if TYPE_CHECKING:
    from netjournal.app.importing.plan import Import
    from netjournal.vault.incoming import Opened

_STANDARD_INPUT = "-"
_NEXT_PAIR = re.compile(r",\s*(?=[\w -]+=)")


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="[FORMAT] FILE...")
@click.option("--dry-run", is_flag=True, help="Show what would be made; write nothing.")
@click.option("--since", type=DateText(), help="Nothing that happened before this day.")
@click.option(
    "--map",
    "pairs",
    multiple=True,
    metavar="FIELD=COLUMN,...",
    help='Which column of a table holds which field: --map "name=Full Name,email=Mail".',
)
@click.option(
    "--add-people",
    is_flag=True,
    help="Make notes as well for people whom only meetings and mail tell of.",
)
@click.option("--crowds", is_flag=True, help="Take meetings with more than 30 others as well.")
@click.option("--all", "everything", is_flag=True, help="List everybody, not only the first ones.")
@click.option("--json", "as_json", is_flag=True, help="Print what is done as JSON.")
@global_options
@click.pass_context
def command(  # noqa: PLR0913 - an option each
    ctx: click.Context,
    files: tuple[str, ...],
    *,
    dry_run: bool,
    since: date | None,
    pairs: tuple[str, ...],
    add_people: bool,
    crowds: bool,
    everything: bool,
    as_json: bool,
) -> None:
    """Bring people, and what happened with them, from the files of other programs.

    FILE is a file, a folder of them, or - for standard input; what it is shows from its contents,
    or say the FORMAT first. A person is recognised by uid, e-mail, profile address or phone, never
    by the name alone. What your notes say stays: only what they leave open is filled in. A second
    import of the same file changes nothing, and netjournal undo takes an import back.
    """
    from netjournal.app.importing.outcomes import Wanted
    from netjournal.app.importing.plan import plan_import, write_import
    from netjournal.app.importing.reading import read_all, slugs
    from netjournal.app.importing.report import as_json as json_of
    from netjournal.model.imported import Asked
    from netjournal.vault.settings import load_settings

    is_named = len(files) > 1 and files[0] in slugs() and not Path(files[0]).exists()
    slug, paths = (files[0], files[1:]) if is_named else ("csv" if pairs else "", files)
    if pairs and slug != "csv":
        raise click.UsageError("--map is for a table: leave the format out, or say csv")
    root = vault_root(ctx)
    config = load_settings(root).config
    as_of = day_of_review(ctx, config.build.today)
    asked = Asked(as_of, config.me.emails, since, _columns(pairs), crowds)
    total = _megabytes(paths)
    with progress_bar("Reading", " MB") as progress:
        bar = (lambda done: progress(done // 10**6, total)) if progress else None
        found = read_all(_opened(paths), slug, asked, several=_is_several(paths), progress=bar)
    wanted = Wanted(as_of, since, add_people)

    def plan() -> "Import":
        with progress_bar("Planning") as progress:
            return plan_import(root, found, wanted, progress)

    planned = plan()
    if not dry_run and not as_json and _can_ask(paths):
        answers = ask(planned)
        if answers:
            wanted = wanted._replace(answers=answers)
            planned = plan()
    if dry_run:
        if as_json:
            click.echo(json_of(planned, is_written=False))
        else:
            print_report(found, planned, everything=everything, is_written=False)
        return
    with progress_bar("Writing") as writing:
        planned, done = write_import(root, planned, plan, because(), writing)
    from netjournal.app.changing import Changed

    if not isinstance(done, Changed):
        told(done, "")
    elif as_json:
        click.echo(json_of(planned, is_written=True))
    else:
        print_report(found, planned, everything=everything, is_written=True)


def _columns(pairs: tuple[str, ...]) -> dict[str, str]:
    """Columns by field, from `name=Full Name,email=Mail`; a comma may stand in a header."""
    columns: dict[str, str] = {}
    for text in pairs:
        for pair in _NEXT_PAIR.split(text):
            field, sign, column = pair.partition("=")
            if not sign or not field.strip() or not column.strip():
                raise click.BadParameter(f"'{pair}': write it as field=column", param_hint="--map")
            columns[field.strip()] = column.strip()
    return columns


def _opened(paths: tuple[str, ...]) -> "Iterator[Opened]":
    from netjournal.vault.incoming import incoming, incoming_stream

    for path in paths:
        if path == _STANDARD_INPUT:
            yield incoming_stream(sys.stdin.buffer, "standard input")
        else:
            yield from incoming(Path(path))


def _megabytes(paths: tuple[str, ...]) -> int:
    """How large a single file is; 0 where nobody knows before it is read."""
    only = Path(paths[0])
    return only.stat().st_size // 10**6 if len(paths) == 1 and only.is_file() else 0


def _is_several(paths: tuple[str, ...]) -> bool:
    return len(paths) > 1 or Path(paths[0]).is_dir()


def _can_ask(paths: tuple[str, ...]) -> bool:
    is_free = _STANDARD_INPUT not in paths
    return is_free and is_terminal(sys.stdin) and is_terminal(sys.stderr)
