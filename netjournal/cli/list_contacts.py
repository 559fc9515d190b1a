"""`netjournal list`: the contacts that a query finds."""

import click

from netjournal.cli.opening import open_vault
from netjournal.cli.options import global_options, terminal_width, wants_color
from netjournal.cli.query_words import QUERY_SETTINGS, query_of


@click.command("list", context_settings=QUERY_SETTINGS)
@click.argument("query", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print the contacts as JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Print the contacts as CSV.")
@global_options
@click.pass_context
def command(ctx: click.Context, query: tuple[str, ...], *, as_json: bool, as_csv: bool) -> None:
    """List the contacts that a query finds; all of them without one.

    A query is words and field:value pairs, for example

        netjournal list industry:finance relationship:ally state:overdue

        netjournal list tag:berlin "met<2020" -status:dormant

    All must hold; a leading - turns one round, commas mean any of them, quotes keep words together.
    """
    from netjournal.app.list_contacts import list_contacts
    from netjournal.render.data import reviews_csv, reviews_json
    from netjournal.render.text import reviews_text

    asked = query_of(query, ctx)
    if as_json and as_csv:
        raise click.UsageError("choose --json or --csv, not both")
    workspace, as_of = open_vault(ctx)
    review, notes = list_contacts(workspace, as_of, asked)
    for note in notes:
        click.echo(f"netjournal: {note}", err=True)
    if as_json:
        click.echo(reviews_json((review,), (), as_of), nl=False)
    elif as_csv:
        click.echo(reviews_csv((review,)), nl=False)
    else:
        color = wants_color(ctx)
        text = reviews_text((review,), width=terminal_width(), color=color, all_rows=True)
        click.echo(text, nl=False)
