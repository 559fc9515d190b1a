"""`netjournal new`: a note for somebody new."""

from typing import TYPE_CHECKING

import click

from netjournal.cli.changes import because, told
from netjournal.cli.edit import open_in_editor, the_editor
from netjournal.cli.options import day_of_review, global_options, vault_root
from netjournal.cli.rename import show_text

if TYPE_CHECKING:
    from netjournal.app.new_contact import Made


@click.command("new")
@click.argument("name", metavar="FULL-NAME")
@click.argument("fields", nargs=-1)
@click.option("--edit", is_flag=True, help="Open the note in an editor afterwards.")
@click.option("--dry-run", is_flag=True, help="Show the note, as a diff; write nothing.")
@global_options
@click.pass_context
def command(
    ctx: click.Context, name: str, fields: tuple[str, ...], *, edit: bool, dry_run: bool
) -> None:
    """Write a note for somebody new, from the vault's template if it has one.

    FIELDS are `field=value` as for `netjournal set`: netjournal new "Ana Lopez" relationship=ally
    industry=finance "title=Head of R&D".
    """
    from netjournal.app.new_contact import Wish, new_contact, plain_name, plan_contact
    from netjournal.app.set_fields import read_assignment
    from netjournal.app.who import Desk
    from netjournal.notes.splicing.fields import is_value
    from netjournal.notes.splicing.head import field_of
    from netjournal.notes.splicing.note import Refusal

    called = plain_name(name)
    if not is_value(called):
        raise click.UsageError("a name is text, without control characters")
    if edit and dry_run:
        raise click.UsageError("choose --edit or --dry-run, not both")
    if edit:
        the_editor()
    desk = Desk(vault_root(ctx))
    config = desk.settings.config
    day = day_of_review(ctx, config.build.today)
    wanted = []
    for typed in fields:
        each = read_assignment(typed, config)
        if isinstance(each, str):
            raise click.UsageError(each)
        known = field_of(config, each.key)
        if known and known.name == "name":
            raise click.UsageError(f"the name is '{called}' already; leave {each.key}= out")
        wanted.append(each)
    wish = Wish(called, wanted, day)
    done = plan_contact(desk, wish) if dry_run else new_contact(desk, wish, because())
    if isinstance(done, Refusal):
        told(done, "")
        return
    if dry_run:
        _show(done)
    _tell(done, called, is_written=not dry_run)
    if edit:
        ctx.exit(open_in_editor(desk.root / done.path))


def _show(made: "Made") -> None:
    from netjournal.render.diff import diff_text

    show_text(diff_text(made.path, made.path, None, made.data))


def _tell(made: "Made", name: str, *, is_written: bool) -> None:
    """Says what was written and where, and who is called so already."""
    from netjournal.render.visible import one_line

    if is_written:
        after = f", from {made.template}" if made.template else ""
        click.echo(one_line(f"{made.path}: a new note for {name}{after}"))
    for each in made.namesakes:
        about = f", {each.about}" if each.about else ""
        called = "has that alias" if each.is_alias else "has that name"
        warning = f"warning: {each.name}{about} ({each.path}) {called} already"
        click.echo(one_line(warning), err=True)
    for other in made.likely:
        warning = f"warning: {other.name} ({other.path}) may be the same: {'; '.join(other.why)}"
        click.echo(one_line(warning), err=True)
    if (made.namesakes or made.likely) and is_written:
        click.echo("If it is the same person, netjournal undo takes the new note back.", err=True)
    for text in made.warnings:
        click.echo(one_line(f"warning: {text}"), err=True)
