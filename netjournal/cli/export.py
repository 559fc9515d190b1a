"""`netjournal export`: takes contacts to other programs."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from netjournal.cli.opening import open_vault, progress_bar
from netjournal.cli.options import global_options
from netjournal.cli.query_words import QUERY_SETTINGS, query_of

if TYPE_CHECKING:
    from netjournal.vault.card_folder import CardsWritten

FORMATS = (
    *("vcard", "vcard3", "ical", "csv", "json", "jsonl"),
    *("graphml", "dot", "markdown", "obsidian"),
)
"""What the command calls the formats; importing what writes them would make --help slow."""

_STANDARD_OUTPUT = "-"


class _WithQuery(click.Command):
    """The command, to which `-organization:acme` is a term of the query, and no `-o`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parses the words; those that would be `-o` with its value in one are kept apart."""
        return super().parse_args(ctx, [f" {each}" if _is_term(each) else each for each in args])


def _is_term(word: str) -> bool:
    return word.startswith("-o") and len(word) > 2


@click.command("export", cls=_WithQuery, context_settings=QUERY_SETTINGS)
@click.argument("format_", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("query", nargs=-1)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file to write; `-`, or nothing, for standard output.",
)
@click.option(
    "--folder",
    type=click.Path(path_type=Path),
    help="The folder to write into: one card a contact, or the files of the format.",
)
@click.option("--public", is_flag=True, help="Only what the settings let everybody know.")
@click.option("--force", is_flag=True, help="Write over what others wrote or changed.")
@click.option("--prune", is_flag=True, help="Remove cards of contacts that are gone from a folder.")
@global_options
@click.pass_context
def command(  # noqa: PLR0913 - an option each
    ctx: click.Context,
    format_: str,
    query: tuple[str, ...],
    *,
    output: Path | None,
    folder: Path | None,
    public: bool,
    force: bool,
    prune: bool,
) -> None:
    """Export contacts: all of them, or those that a query finds.

    It is written to standard output, unless a file or folder is named:

        netjournal export vcard -o contacts.vcf

        netjournal export vcard --folder ~/.contacts/netjournal

        netjournal export csv relationship:ally --public

    No file is written over that isn't an earlier export.
    """
    from netjournal.app.exporting import (
        Writing,
        export_to_file,
        export_to_folder,
        exported_bytes,
        exporter_called,
        prepare_export,
    )
    from netjournal.render.visible import one_line

    asked = query_of([word.removeprefix(" ") for word in query], ctx)
    if output and folder:
        raise click.UsageError("choose --output or --folder, not both")
    exporter, writing = exporter_called(format_), Writing(force, prune)
    if prune and not (folder and exporter.write_folder):
        raise click.UsageError("--prune is for a --folder with one card a contact")
    workspace, as_of = open_vault(ctx)
    export, notes = prepare_export(workspace, as_of, asked, public=public)
    for note in notes:
        click.echo(f"netjournal: {note}", err=True)
    if folder:
        with progress_bar("Writing cards") as progress:
            done = export_to_folder(exporter, export, folder, writing, progress)
        _tell(folder, done)
        if done.in_the_way or done.edited:
            ctx.exit(1)
    elif output and str(output) != _STANDARD_OUTPUT:
        changed = export_to_file(exporter, export, output, writing)
        count = len(export.contacts)
        said = f"{count:,} contact{'' if count == 1 else 's'}"
        click.echo(one_line(f"{output}: {said}{'' if changed else ', the same as before'}"))
    else:
        click.echo(exported_bytes(exporter, export), nl=False)


_MOST_NAMED = 10


def _tell(folder: Path, done: "CardsWritten") -> None:
    """Says what became of the files of a folder."""
    from netjournal.render.visible import one_line

    click.echo(
        one_line(f"{folder}: {len(done.changed):,} written, {done.unchanged:,} the same as before")
    )
    _name("removed, as nobody in the vault has it any more", done.removed, err=False)
    _name("nobody in the vault has it any more; --prune removes it", done.gone, err=False)
    _name("left alone, as it was changed since: import it, then use --force", done.edited, err=True)
    _name("left alone, as netjournal didn't write it; --force does", done.in_the_way, err=True)


def _name(what: str, files: tuple[str, ...], *, err: bool) -> None:
    from netjournal.render.visible import one_line

    for file in files[:_MOST_NAMED]:
        click.echo(f"  {one_line(file)}: {what}", err=err)
    if len(files) > _MOST_NAMED:
        click.echo(f"  and {len(files) - _MOST_NAMED:,} more", err=err)
