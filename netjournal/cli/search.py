"""`netjournal search`: full text."""

import click

from netjournal.cli.opening import open_vault
from netjournal.cli.options import global_options


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print the hits as JSON.")
@global_options
@click.pass_context
def command(ctx: click.Context, words: tuple[str, ...], *, as_json: bool) -> None:
    """Search contacts and journal notes for lines that hold every word.

    Ends with status 1 when there is none.
    """
    from netjournal.app.search import search
    from netjournal.render.text import printable

    workspace, _ = open_vault(ctx)
    hits = list(search(workspace.root, workspace.index, words))
    if as_json:
        import json

        found = [hit._asdict() for hit in hits]
        click.echo(json.dumps({"version": 1, "hits": found}, indent=2, ensure_ascii=False))
    for hit in () if as_json else hits:
        place = click.style(f"{printable(hit.path)}:{hit.line}:", fg="cyan")
        click.echo(f"{place} {printable(hit.text)}")
    if not hits:
        click.echo(f"Nothing holds {' and '.join(words)}.", err=True)
        ctx.exit(1)
