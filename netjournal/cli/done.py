"""`netjournal done`: ticks a promise."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from netjournal.cli.changes import because, told
from netjournal.cli.options import day_of_review, global_options, is_terminal, vault_root
from netjournal.cli.people import whom
from netjournal.cli.show import complete_contact
from netjournal.model.errors import NetjournalError

if TYPE_CHECKING:
    from netjournal.model.contact import Promise


@click.command("done")
@click.argument("contact", shell_complete=complete_contact)
@click.argument("words", nargs=-1)
@global_options
@click.pass_context
def command(ctx: click.Context, contact: str, words: tuple[str, ...]) -> None:
    """Tick a promise to a contact, in whichever note it stands.

    WORDS are a part of the promise, where there are several.
    """
    from netjournal.app.ticking import tick_promise
    from netjournal.app.who import Desk

    desk = Desk(vault_root(ctx))
    person = whom(desk, contact)
    promises = desk.index_of_promises(person).promises.get(person.note.path, ())
    part = " ".join(words).casefold()
    found = [each for each in promises if not each.done and part in each.text.casefold()]
    promise = _one(found, person.name, " ".join(words))
    day = day_of_review(ctx, desk.settings.config.build.today)
    told(tick_promise(desk, promise, day, because()), f"done: {promise.text}")


def _one(found: "Sequence[Promise]", name: str, words: str) -> "Promise":
    """The promise that is meant; raises NetjournalError unless it is one, or is chosen."""
    from netjournal.render.visible import one_line

    if not found:
        about = f" with '{words}' in it" if words else ""
        raise NetjournalError(f"no open promise to {name}{about}")
    if len(found) == 1:
        return found[0]
    lines = [f"{each.text} ({each.path}:{each.line})" for each in found]
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        shown = "\n".join([f"    {one_line(line)}" for line in lines])
        text = f"{len(found)} promises to {name} are open; add words of one:\n\n{shown}"
        raise NetjournalError(text)
    for number, line in enumerate(lines, 1):
        click.echo(f"{number:>3}  {one_line(line)}", err=True)
    number = click.prompt("Which one", type=click.IntRange(1, len(found)), err=True)
    return found[number - 1]
