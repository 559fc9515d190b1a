"""`netjournal review`: the pages in the terminal, or as data."""

from datetime import date

import click

from netjournal.cli.opening import open_vault
from netjournal.cli.options import DateText, global_options, terminal_width, wants_color


@click.command("review")
@click.argument("pages", nargs=-1, metavar="[PAGE]...")
@click.option("--json", "as_json", is_flag=True, help="Print the data as JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Print the tables as CSV.")
@click.option("--all", "everything", is_flag=True, help="Show every row, not only the first ones.")
@click.option(
    "--since",
    type=DateText(),
    help="What the page trends compares with; the month's end a quarter back when left out.",
)
@global_options
@click.pass_context
def command(
    ctx: click.Context,
    pages: tuple[str, ...],
    *,
    as_json: bool,
    as_csv: bool,
    everything: bool,
    since: date | None,
) -> None:
    """Show the review pages here, such as today or balance; all when none is named."""
    from netjournal.app.build import review
    from netjournal.app.check import chosen_pages
    from netjournal.render.data import reviews_csv, reviews_json
    from netjournal.render.text import reviews_text
    from netjournal.reviews.registry import REVIEWS

    if as_json and as_csv:
        raise click.UsageError("choose --json or --csv, not both")
    _, unknown = chosen_pages(pages)
    if unknown:
        known = ", ".join(page.slug for page in REVIEWS)
        raise click.UsageError(f"there is no page '{unknown[0]}'; the pages are {known}")
    if since and pages and "trends" not in pages:
        raise click.UsageError(
            "--since is for the page trends: netjournal review trends --since ..."
        )
    workspace, as_of = open_vault(ctx)
    if since and since >= as_of:
        raise click.UsageError(f"--since {since} isn't before the day of the review, {as_of}")
    slugs = pages or tuple(page.slug for page in REVIEWS)
    reviewed = review(workspace, as_of, slugs, since)
    if as_json:
        click.echo(reviews_json(reviewed.reviews, reviewed.diagnostics, as_of), nl=False)
    elif as_csv:
        click.echo(reviews_csv(reviewed.reviews), nl=False)
    else:
        click.echo(
            reviews_text(
                reviewed.reviews,
                width=terminal_width(),
                color=wants_color(ctx),
                all_rows=everything,
            ),
            nl=False,
        )
