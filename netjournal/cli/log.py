"""`netjournal log`: writes down what happened, in five seconds."""

import sys
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from netjournal.cli.changes import because, told
from netjournal.cli.options import day_of_review, global_options, vault_root
from netjournal.cli.people import whom
from netjournal.cli.show import complete_contact
from netjournal.model.errors import NetjournalError

if TYPE_CHECKING:
    from netjournal.app.who import Desk

_KINDS = {
    "gave": "I helped them.",
    "received": "They helped me.",
    "asked": "I asked for something.",
    "was-asked": "They asked me.",
    "intro": "I introduced them to somebody.",
    "introduced-me": "They introduced me.",
    "lead": "They brought news or an opening.",
    "deal": "Paid business.",
    "outreach": "I wrote; no answer yet.",
    "answered": "They answered my letter.",
    "about": "It is only about them.",
}
"""An option for every kind, and its help."""


def _kinds(function: Callable[..., None]) -> Callable[..., None]:
    for name, text in reversed(_KINDS.items()):
        option = click.option(f"--{name}", is_flag=True, help=text)
        function = option(function)
    return function


_MANY_WORDS = 3
_QUOTED = "Add a text in quotes"
_IN_QUOTES = '\n(what happened goes in quotes: netjournal log ana "Call about the lease")'


@click.command("log")
@click.argument("words", nargs=-1, required=True, shell_complete=complete_contact)
@click.option(
    "--on",
    "day",
    metavar="DAY",
    default="today",
    help="2026-11-03, yesterday, '3d ago', friday; today when left out.",
)
@click.option(
    "--journal/--note",
    default=None,
    help="Into the day's journal note, or the contact's own; several people: the journal.",
)
@_kinds
@global_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    words: tuple[str, ...],
    day: str,
    *,
    journal: bool | None,
    **kinds: bool,
) -> None:
    """Write down what happened with one contact or several.

    The last of WORDS is the text, all before it are contacts: a file name, a name, an alias, or a
    part of one, each in quotes if it has spaces. `-` reads the text from standard input; with one
    word alone, an editor opens for the text.
    """
    from netjournal.app.log_entry import log_in_journal, log_in_note, with_hashtags
    from netjournal.app.who import Desk
    from netjournal.model.contact import Kind

    desk = Desk(vault_root(ctx))
    on = _day(ctx, desk, day)
    names, text = _parts(desk, words)
    hint = _IN_QUOTES if len(words) >= _MANY_WORDS else ""
    found = [whom(desk, name, hint) for name in names]
    people = list({each.note.path: each for each in found}.values())
    chosen = [Kind(name.replace("_", "-")) for name, is_so in kinds.items() if is_so]
    said = with_hashtags(text or _typed(), chosen, desk.settings.config)
    several = len(people) > 1
    if several and journal is False:
        raise click.UsageError("several people are logged in the journal: leave --note out")
    if journal or several:
        done = log_in_journal(desk, people, on, said, because())
    else:
        done = log_in_note(desk, people[0], on, said, because())
    told(done, f"{on.isoformat()} {said.splitlines()[0]}")


def _day(ctx: click.Context, desk: "Desk", typed: str) -> date:
    from netjournal.model.spoken_days import spoken_day

    today = day_of_review(ctx, desk.settings.config.build.today)
    day = spoken_day(typed, today)
    if day is None:
        raise click.UsageError(
            f"'{typed}' names no day; write it as 2026-11-03, yesterday, '3d ago' or friday"
        )
    return day


def _parts(desk: "Desk", words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The contacts, and the text; the text is empty when it has to be asked for."""
    if words[-1] == "-":
        text = sys.stdin.read().strip()
        if not text:
            raise click.UsageError("standard input holds no text")
        names = words[:-1]
    elif len(words) == 1:
        return words, ""
    else:
        names, text = words[:-1], words[-1].strip()
        for typed in (text, " ".join(words)):
            if desk.called_by_file(typed):
                # A forgotten text would turn a person, or a family name, into what happened.
                raise click.UsageError(f"'{typed}' is a contact: what happened? {_QUOTED}")
    if not names:
        raise click.UsageError("with whom? Name a contact before the text")
    if not text:
        raise click.UsageError("the text is empty")
    return names, text


def _typed() -> str:
    """The text that is typed in an editor; lines that begin with `#` and a space are hints."""
    if not (sys.stdin and sys.stdin.isatty()):
        raise click.UsageError("what happened? Add a text in quotes, or - for standard input")
    hint = "\n# What happened? Lines that begin like this one are left out.\n"
    try:
        found: Any = click.edit(hint, extension=".md")
    except click.ClickException as error:
        raise NetjournalError(f"{error.message}; add a text in quotes, or set EDITOR") from error
    lines = [line for line in (found or "").splitlines() if not line.startswith("# ")]
    text = "\n".join(lines).strip()
    if not text:
        raise NetjournalError("nothing was typed, so nothing was written")
    return text
