"""`netjournal snooze`: lets a contact rest until a day."""

import click

from netjournal.cli.changes import because, told
from netjournal.cli.options import day_of_review, global_options, vault_root
from netjournal.cli.people import whom
from netjournal.cli.show import complete_contact


@click.command("snooze")
@click.argument("contact", shell_complete=complete_contact)
@click.argument("until", default="")
@click.option("--off", is_flag=True, help="End the rest now.")
@global_options
@click.pass_context
def command(ctx: click.Context, contact: str, until: str, *, off: bool) -> None:
    """Let a contact rest until a day: nobody is proposed who rests.

    UNTIL is a day to come: `2w`, `3 months`, friday, 2027-01-15.
    """
    from netjournal.app.set_fields import Assignment, set_fields
    from netjournal.app.who import Desk
    from netjournal.model.spoken_days import spoken_day

    if off == bool(until):
        raise click.UsageError("until when? Name a day, as in 2w or 2027-01-15, or --off")
    desk = Desk(vault_root(ctx))
    today = day_of_review(ctx, desk.settings.config.build.today)
    day = spoken_day(until, today, ahead=True) if until else None
    if until and (day is None or day <= today):
        raise click.UsageError(f"'{until}' is no day to come; write it as 2w, friday or 2027-01-15")
    person = whom(desk, contact)
    asked = Assignment("snoozed_until", "", day.isoformat() if day else "")
    done = set_fields(desk, person, [asked], because())
    told(done, f"rests until {day.isoformat()}" if day else "rests no more")
