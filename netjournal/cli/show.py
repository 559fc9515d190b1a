"""`netjournal show`: one contact's whole picture."""

import os
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from netjournal.cli.opening import open_vault
from netjournal.cli.options import global_options, remembered, terminal_width, wants_color
from netjournal.cli.people import choices_text, nobody
from netjournal.model.errors import NetjournalError


def complete_contact(
    ctx: click.Context, _param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """The contacts whose file name begins so: one word each, which every shell takes."""
    from netjournal.app.completion import contact_names

    start = remembered(ctx, "vault") or os.environ.get("NETJOURNAL_VAULT") or Path.cwd()
    return [CompletionItem(name) for name in contact_names(Path(start), incomplete)]


@click.command("show")
@click.argument("contact", nargs=-1, required=True, shell_complete=complete_contact)
@click.option("--json", "as_json", is_flag=True, help="Print the data as JSON.")
@global_options
@click.pass_context
def command(ctx: click.Context, contact: tuple[str, ...], *, as_json: bool) -> None:
    """Show one contact's whole picture before a meeting.

    State and why, last things said, open promises, needs and offers, who introduced whom, and
    what happened to you since. CONTACT is a file name, a name, an alias, or a part of one.
    """
    from netjournal.app.find import find_contacts, likely_name
    from netjournal.render.data import reviews_json
    from netjournal.render.text import reviews_text
    from netjournal.reviews.assessing import assess
    from netjournal.reviews.portrait import portrait

    typed = " ".join(contact)
    workspace, as_of = open_vault(ctx)
    found = find_contacts(workspace.index, typed)
    if not found:
        raise NetjournalError(nobody(typed, likely_name(workspace.index, typed) or ""))
    if len(found) > 1:
        people = [
            (
                each.name,
                ", ".join(text for text in (each.title, each.organization) if text),
                each.path,
            )
            for each in found
        ]
        raise NetjournalError(choices_text(typed, people, ["netjournal", "show", typed]))
    review = portrait(assess(workspace.index, workspace.config, as_of), found[0].path)
    if as_json:
        click.echo(reviews_json((review,), (), as_of), nl=False)
    else:
        color = wants_color(ctx)
        click.echo(reviews_text((review,), width=terminal_width(), color=color), nl=False)
