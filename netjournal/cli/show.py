"""`netjournal show`: one contact's whole picture."""

import os
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from netjournal.cli.opening import open_vault
from netjournal.cli.options import global_options, remembered, terminal_width, wants_color
from netjournal.model.errors import NetjournalError

if TYPE_CHECKING:
    from netjournal.model.contact import Contact

MOST_CHOICES = 20
"""Contacts that are listed when a name may mean several."""


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
        likely = likely_name(workspace.index, typed)
        hint = f"; did you mean '{likely}'?" if likely else "; netjournal list shows them all"
        raise NetjournalError(f"no contact is called '{typed}'{hint}")
    if len(found) > 1:
        raise NetjournalError(_choices(typed, found))
    review = portrait(assess(workspace.index, workspace.config, as_of), found[0].path)
    if as_json:
        click.echo(reviews_json((review,), (), as_of), nl=False)
    else:
        color = wants_color(ctx)
        click.echo(reviews_text((review,), width=terminal_width(), color=color), nl=False)


def _choices(typed: str, found: "Sequence[Contact]") -> str:
    """The contacts that are meant, each with the path that picks it alone."""
    from netjournal.render.text import printable

    lines = [f"'{typed}' may be any of {len(found)} contacts. Pick one by its path:", ""]
    for each in found[:MOST_CHOICES]:
        about = ", ".join(text for text in (each.title, each.organization) if text)
        lines.append(printable(f"{each.name}, {about}" if about else each.name))
        lines.append(f"    netjournal show {shlex.quote(printable(each.path))}")
    if len(found) > MOST_CHOICES:
        lines.append(f"and {len(found) - MOST_CHOICES} more, in netjournal list")
    return "\n".join(lines)
