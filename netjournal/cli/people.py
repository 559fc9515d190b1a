"""Whom a command is about: found by what was typed, and chosen when several may be meant."""

import shlex
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from netjournal.cli.options import is_terminal
from netjournal.model.errors import NetjournalError

if TYPE_CHECKING:
    from netjournal.app.who import Desk, Someone

MOST_CHOICES = 20
"""Contacts that are listed when a name may mean several."""


def whom(desk: "Desk", typed: str, hint: str = "") -> "Someone":
    """The contact that is meant; one of several is asked for on a terminal.

    `hint` is what else may be wrong when it is nobody. Raises NetjournalError for nobody, and
    where several may be meant and nobody can be asked.
    """
    meant = desk.meant(typed)
    if not meant.people:
        raise NetjournalError(nobody(typed, meant.likely) + hint)
    if len(meant.people) == 1:
        return meant.people[0]
    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        choices = [(each.name, each.about, each.note.path) for each in meant.people]
        raise NetjournalError(choices_text(typed, choices, ["netjournal", *sys.argv[1:]]))
    return _asked(typed, meant.people[:MOST_CHOICES])


def nobody(typed: str, likely: str) -> str:
    """What to say when nobody is called so."""
    hint = f"did you mean '{likely}'?" if likely else "netjournal list shows them all"
    return f"no contact is called '{typed}'; {hint}"


def choices_text(typed: str, people: Sequence[tuple[str, str, str]], command: Sequence[str]) -> str:
    """Those whom a text may mean, by name, what they do and path, with what picks each alone.

    `command` is what was typed, and each path stands in the place of the text.
    """
    from netjournal.render.visible import one_line

    lines = [f"'{typed}' may be any of {len(people)} contacts. Pick one by its path:", ""]
    for name, about, path in people[:MOST_CHOICES]:
        lines.append(one_line(f"{name}, {about}" if about else name))
        words = [one_line(path) if word == typed else word for word in command]
        lines.append(f"    {shlex.join(words)}")
    if len(people) > MOST_CHOICES:
        lines.append(f"and {len(people) - MOST_CHOICES} more, in netjournal list")
    return "\n".join(lines)


def _asked(typed: str, people: "Sequence[Someone]") -> "Someone":
    from netjournal.render.visible import one_line

    click.echo(f"'{typed}' may be:", err=True)
    for number, each in enumerate(people, 1):
        about = f", {each.about}" if each.about else ""
        shown = one_line(f"{each.name}{about} ({each.note.path})")
        click.echo(f"{number:>3}  {shown}", err=True)
    number = click.prompt("Which one", type=click.IntRange(1, len(people)), err=True)
    return people[number - 1]
