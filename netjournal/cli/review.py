"""`netjournal review`: the pages in the terminal, or as data."""

import click

from netjournal.cli.opening import open_vault
from netjournal.cli.options import global_options, terminal_width, wants_color


@click.command("review")
@click.argument("pages", nargs=-1, metavar="[PAGE]...")
@click.option("--json", "as_json", is_flag=True, help="Print the data as JSON.")
@click.option("--csv", "as_csv", is_flag=True, help="Print the tables as CSV.")
@click.option("--all", "everything", is_flag=True, help="Show every row, not only the first ones.")
@global_options
@click.pass_context
def command(
    ctx: click.Context, pages: tuple[str, ...], *, as_json: bool, as_csv: bool, everything: bool
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
    workspace, as_of = open_vault(ctx)
    reviewed = review(workspace, as_of, pages or tuple(page.slug for page in REVIEWS))
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
