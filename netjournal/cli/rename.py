"""`netjournal rename`: another name for a contact, in its note, its file name and all links."""

import sys
from typing import TYPE_CHECKING

import click

from netjournal.cli.changes import because, told
from netjournal.cli.options import global_options, is_terminal, vault_root
from netjournal.cli.people import whom
from netjournal.cli.show import complete_contact

if TYPE_CHECKING:
    from netjournal.app.following import Renaming


@click.command("rename")
@click.argument("contact", shell_complete=complete_contact)
@click.argument("name", metavar="NEW-NAME")
@click.option("--keep-alias", is_flag=True, help="Keep the old name as an alias.")
@click.option("--dry-run", is_flag=True, help="Show what would change, as a diff; write nothing.")
@global_options
@click.pass_context
def command(
    ctx: click.Context, contact: str, name: str, *, keep_alias: bool, dry_run: bool
) -> None:
    """Give a contact another name: in its note, its file name and every link to it.

    Either all of it is changed or nothing is.
    """
    from netjournal.app.renaming import Wish, plan_renaming, rename
    from netjournal.app.who import Desk
    from netjournal.notes.splicing.fields import is_value
    from netjournal.notes.splicing.note import Refusal

    name = name.strip()
    if not is_value(name):
        raise click.UsageError("a name is text on one line, without control characters")
    desk = Desk(vault_root(ctx))
    person = whom(desk, contact)
    wish = Wish(person.note.path, name, keep_alias)
    if dry_run:
        done = plan_renaming(desk.workspace, wish)
    else:
        done = rename(desk.workspace, wish, because())
    if isinstance(done, Refusal):
        told(done, "")
    elif dry_run:
        show_diff(done)
    else:
        was = f"was {done.old}, " if done.old != done.new else ""
        tell_links(done, f"{done.new}: {was}is called {name}")


def show_diff(planned: "Renaming") -> None:
    """Prints what would change, as a diff."""
    from netjournal.render.diff import diff_text
    from netjournal.render.text import printable

    text = ""
    for new, before, after in planned.texts():
        old = planned.moved_from(new)
        text += diff_text(old, new, before, after)
    show_text(text)
    for remark in planned.remarks:
        click.echo(printable(remark), err=True)


def show_text(text: str) -> None:
    """Prints a diff."""
    from netjournal.render.text import printable

    if is_terminal(sys.stdout):
        # Control characters from notes are for programs that apply the diff, not for a terminal.
        text = "".join([f"{printable(line)}\n" for line in text.split("\n")[:-1]])
    click.echo(text, nl=False)


def tell_links(done: "Renaming", what: str) -> None:
    """Says what was done, and where links have changed."""
    from netjournal.render.text import printable
    from netjournal.reviews.words import counted

    if not done.files:
        click.echo("Nothing to change: it says so already.")
        return
    click.echo(printable(what))
    for remark in done.remarks:
        click.echo(printable(remark))
    for path, count in done.links.items():
        click.echo(printable(f"{path}: {counted(count, 'link')}"))
    links, notes = sum(done.links.values()), len(done.links)
    if links:
        click.echo(f"{counted(links, 'link')} in {counted(notes, 'note')} changed.")
    for warning in done.warnings:
        click.echo(printable(f"warning: {warning}"), err=True)
