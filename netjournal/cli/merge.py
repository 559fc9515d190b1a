"""`netjournal merge`: two contacts who are the same person made one."""

import shlex
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import click

from netjournal.cli.changes import NothingWritten, because, told
from netjournal.cli.options import global_options, is_terminal, vault_root
from netjournal.cli.people import whom
from netjournal.cli.rename import show_diff, tell_links
from netjournal.cli.show import complete_contact

if TYPE_CHECKING:
    from netjournal.app.workspace import Workspace
    from netjournal.notes.splicing.pairs import Clash


_SIDES = ("one", "other")


@click.command("merge")
@click.argument("one", shell_complete=complete_contact)
@click.argument("into", metavar="INTO-OTHER", shell_complete=complete_contact)
@click.option(
    "--prefer",
    "prefer",
    multiple=True,
    metavar="[one|other|FIELD=one|FIELD=other]",
    help="Whose value stays where the two have different ones: of every field, or of one field; "
    "may be given several times.",
)
@click.option("--dry-run", is_flag=True, help="Show what would change, as a diff; write nothing.")
@global_options
@click.pass_context
def command(
    ctx: click.Context, one: str, into: str, *, prefer: tuple[str, ...], dry_run: bool
) -> None:
    """Make two contacts one: both texts, all fields, and every link to either.

    The first one's note goes, and its name becomes an alias of the other. Where both have a value
    of a field that can have only one, a terminal asks which is right, or --prefer says it. Of
    last_contact and snoozed_until the later day stays, of met the earlier one.
    """
    from netjournal.app.duplicates import told_different
    from netjournal.app.merging import Two, no_such_field
    from netjournal.app.who import Desk

    sides = _sides(prefer)
    desk = Desk(vault_root(ctx))
    first = whom(desk, one, "netjournal merge").note.path
    second = whom(desk, into, "netjournal merge").note.path
    if first == second:
        raise click.UsageError(f"'{one}' and '{into}' are one contact already")
    workspace = desk.workspace
    for field in filter(None, sides):
        reason = no_such_field(workspace, Two(first, second), field)
        if reason:
            raise click.BadParameter(reason, param_hint="--prefer")
    line = told_different(workspace.index, workspace.settings, first, second)
    if line:
        what = "says that these two are not the same, so nothing was written"
        raise NothingWritten(f"netjournal.toml:{line}: {what}. If they are, take it out there")
    merge_two(workspace, (first, second), sides, dry_run=dry_run)


def _sides(prefer: "Sequence[str]") -> dict[str, str]:
    """Which side each field is to be of, as typed; under no name that of all others."""
    sides: dict[str, str] = {}
    for each in prefer:
        field, _, side = each.rpartition("=")
        if side not in _SIDES or each == f"={side}":
            reason = f"'{each}': say one, other or a field, such as title=one"
            raise click.BadParameter(reason, param_hint="--prefer")
        if sides.setdefault(field.strip(), side) != side:
            reason = f"'{each}': the opposite was said before"
            raise click.BadParameter(reason, param_hint="--prefer")
    return sides


def merge_two(
    workspace: "Workspace",
    paths: tuple[str, str],
    sides: "Mapping[str, str] | None" = None,
    *,
    dry_run: bool,
) -> None:
    """Merges the contact at the first path into the other one, and says what was done.

    `sides` says by field, or under no name for all others, whether `one` or the `other` is right.
    Raises NothingWritten when that is refused or nobody can decide.
    """
    from netjournal.app.merging import Two, Undecided, field_key, merge, plan_merging
    from netjournal.notes.splicing.note import Refusal

    two, config = Two(*paths), workspace.config
    said = {field_key(config, field): side for field, side in (sides or {}).items()}
    answers: dict[Clash, str] = {}

    def choose(differing: "Sequence[Clash]") -> Mapping[str, str]:
        # A note that is saved meanwhile is read again; what has been answered isn't asked again.
        for each in differing:
            side = said.get(field_key(config, each.field), said.get(""))
            if side:
                answers[each] = each.one if side == "one" else each.into
        if is_terminal(sys.stdin) and is_terminal(sys.stderr):
            answers.update({each: _asked(each) for each in differing if each not in answers})
        return {each.field: answers[each] for each in differing if each in answers}

    if dry_run:
        done = plan_merging(workspace, two, choose)
    else:
        done = merge(workspace, two, choose, because())
    if isinstance(done, Undecided):
        raise NothingWritten(_list(done.clashes, two.one, two.into))
    if isinstance(done, Refusal):
        told(done, "")
    elif dry_run:
        show_diff(done)
    else:
        tell_links(done, f"{done.new}: has all of {done.old} now")


def _asked(clash: "Clash") -> str:
    from netjournal.render.text import printable

    click.echo(f"{printable(clash.field)}:", err=True)
    values = (clash.into, clash.one)
    for number, value in enumerate(values, 1):
        lines = [printable(line) for line in value.split("\n")]
        click.echo(f"{number:>3}  " + "\n     ".join(lines), err=True)
    return values[click.prompt("Which one", type=click.IntRange(1, 2), err=True) - 1]


def _list(differing: "Sequence[Clash]", one: str, into: str) -> str:
    from netjournal.render.text import printable

    lines = ["the two differ, so nothing was written. Say which is right of each:", ""]
    for each in differing:
        for side, value, place in (
            ("one", each.one, f"{one}:{each.one_line}"),
            ("other", each.into, f"{into}:{each.into_line}"),
        ):
            option = printable(shlex.quote(f"{each.field}={side}"))
            said = printable(f"{each.field}: {value} ({place})")
            lines.append(f"    {said}  --prefer {option}")
    lines += ["", "--prefer one or --prefer other says it of all."]
    return "\n".join(lines)
