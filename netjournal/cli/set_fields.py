"""`netjournal set`: changes fields of a contact's note."""

import click

from netjournal.cli.changes import because, told
from netjournal.cli.options import global_options, vault_root
from netjournal.cli.people import whom
from netjournal.cli.show import complete_contact


@click.command("set")
@click.argument("contact", shell_complete=complete_contact)
@click.argument("fields", nargs=-1, required=True)
@global_options
@click.pass_context
def command(ctx: click.Context, contact: str, fields: tuple[str, ...]) -> None:
    """Change fields of a contact's note, and nothing else in it.

    FIELDS are `field=value`, `field+=value` and `field-=value` to add to a list and take from it,
    and `field=` to take a field away, as in `netjournal set ana cadence=6w industry+=finance
    industry-=legal title="Head of R&D"`.
    """
    from netjournal.app.set_fields import read_assignment, set_fields
    from netjournal.app.who import Desk

    desk = Desk(vault_root(ctx))
    asked = [read_assignment(each, desk.settings.config) for each in fields]
    for each in asked:
        if isinstance(each, str):
            raise click.UsageError(each)
    person = whom(desk, contact)
    wanted = [each for each in asked if not isinstance(each, str)]
    told(set_fields(desk, person, wanted, because()), ", ".join(fields))
