"""`netjournal duplicates`: contacts who may be one person, and what to do about them."""

import sys
from typing import TYPE_CHECKING

import click

from netjournal.cli.changes import because, told
from netjournal.cli.merge import merge_two
from netjournal.cli.opening import open_vault
from netjournal.cli.options import global_options, is_terminal, terminal_width, vault_root
from netjournal.cli.people import whom
from netjournal.cli.show import complete_contact
from netjournal.model.errors import NetjournalError

if TYPE_CHECKING:
    from netjournal.app.workspace import Workspace
    from netjournal.reviews.doubles import Double

MOST_PAIRS = 20
"""Pairs that are listed unless all are asked for."""

_WHAT_NOW = (
    ("make two of them one", "netjournal merge ONE OTHER"),
    ("they are different people", "netjournal duplicates --not-the-same ONE OTHER"),
    ("go through them", "netjournal duplicates --one-by-one"),
)


@click.command("duplicates")
@click.option("--json", "as_json", is_flag=True, help="Print the pairs as JSON.")
@click.option("--all", "everything", is_flag=True, help="List every pair, not only the first ones.")
@click.option(
    "--one-by-one", is_flag=True, help="Ask of each pair what to do, on a terminal; q ends it."
)
@click.option(
    "--not-the-same",
    nargs=2,
    metavar="ONE OTHER",
    shell_complete=complete_contact,
    help="Remember in netjournal.toml that two contacts are different people.",
)
@global_options
@click.pass_context
def command(
    ctx: click.Context,
    *,
    as_json: bool,
    everything: bool,
    one_by_one: bool,
    not_the_same: tuple[str, str] | None,
) -> None:
    """List contacts who may be one person, the likeliest first, each pair with its reasons.

    Nothing is changed, unless you ask for it: `--one-by-one` offers to merge each pair, or to
    remember that they are two people.
    """
    if as_json + one_by_one + bool(not_the_same) > 1:
        raise click.UsageError("choose one of --json, --one-by-one and --not-the-same")
    if not_the_same:
        _tell_apart(ctx, *not_the_same)
        return
    if one_by_one and not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        raise click.UsageError("--one-by-one asks, and there is no terminal to ask on")
    from netjournal.app.duplicates import as_review, duplicates
    from netjournal.render.data import reviews_json

    workspace, as_of = open_vault(ctx)
    found = duplicates(workspace)
    if as_json:
        review = as_review(found, workspace.index)
        click.echo(reviews_json((review,), (), as_of), nl=False)
    elif one_by_one:
        _ask_of_each(workspace, found)
    else:
        _list(workspace, found, everything=everything)


def _tell_apart(ctx: click.Context, one: str, other: str) -> None:
    from netjournal.app.who import Desk

    desk = Desk(vault_root(ctx))
    paths = [whom(desk, typed).note.path for typed in (one, other)]
    if paths[0] == paths[1]:
        raise click.UsageError(f"'{one}' and '{other}' are one contact already")
    _remember(desk.workspace, paths[0], paths[1])


def _remember(workspace: "Workspace", one: str, other: str) -> None:
    from netjournal.app.duplicates import tell_apart

    names = [workspace.index.contacts[path].name for path in (one, other)]
    done = tell_apart(workspace, one, other, because())
    told(done, f"{names[0]} ({one}) and {names[1]} ({other}) are not the same")


def _list(workspace: "Workspace", found: "tuple[Double, ...]", *, everything: bool) -> None:
    from netjournal.reviews.words import counted

    if not found:
        click.echo("No two contacts look like one person.")
        return
    click.echo(f"{counted(len(found), 'pair')} of contacts who may be one person:")
    shown = found if everything else found[:MOST_PAIRS]
    for number, double in enumerate(shown, 1):
        click.echo("")
        click.echo(_pair_text(workspace, double, f"{number}."))
    left = len(found) - len(shown)
    click.echo("")
    if left:
        click.echo(f"And {left} more, less sure: netjournal duplicates --all")
        click.echo("")
    for when, what in _WHAT_NOW:
        click.echo(f"{when.capitalize() + ':':<27} {what}")


def _pair_text(workspace: "Workspace", double: "Double", number: str) -> str:
    """A pair and its reasons, on lines that fit the terminal."""
    from netjournal.app.duplicates import in_words
    from netjournal.render.visible import one_line
    from netjournal.render.width import wrapped

    contacts, width = workspace.index.contacts, min(terminal_width(), 92) - 5
    one, other = (
        one_line(f"{contacts[path].name} ({path})") for path in (double.one, double.other)
    )
    why = "; ".join([reason.text for reason in double.reasons])
    lines = [f"{number:>4} {one}", f"     {other}"]
    texts = [f"{in_words(double.strength)}: {why}"]
    if double.against:
        texts.append(f"but {'; '.join(double.against)}")
    for text in texts:
        lines += [f"     {line}" for line in wrapped(one_line(text), width)]
    return "\n".join(lines)


def _ask_of_each(workspace: "Workspace", found: "tuple[Double, ...]") -> None:
    """Asks what to do with each pair, and does it; what is refused is told, and asked no more."""
    from netjournal.app.duplicates import staying
    from netjournal.app.workspace import Workspace

    gone: set[str] = set()
    for number, double in enumerate(found, 1):
        if {double.one, double.other} & gone:
            continue
        goes, stays = staying(double, workspace.index)
        click.echo(_pair_text(workspace, double, f"{number}."), err=True)
        click.echo(f"     merge would put {goes} into {stays}", err=True)
        answer = _asked(number, len(found))
        if answer == "q":
            break
        try:
            if answer == "m":
                merge_two(workspace, (goes, stays), dry_run=False)
                gone.add(goes)
                workspace = Workspace.load(workspace.root)
            elif answer == "n":
                _remember(workspace, double.one, double.other)
        except NetjournalError as problem:
            click.echo(f"netjournal: {problem}", err=True)
        click.echo("", err=True)


def _asked(number: int, of_all: int) -> str:
    text = f"{number} of {of_all}: [m]erge, [n]ot the same, [l]ater, [q]uit"
    choice = click.Choice(("m", "n", "l", "q"), case_sensitive=False)
    answer: str = click.prompt(text, type=choice, default="l", show_choices=False, err=True)
    return answer.lower()
