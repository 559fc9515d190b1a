"""`netjournal init`: starts a vault."""

import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netjournal.cli.init_editors import EDITORS, OPENING, settle_in
from netjournal.cli.options import global_options, remembered, vault_argument

if TYPE_CHECKING:
    from netjournal.app.look import Sighting
    from netjournal.app.start import Started

FIRST_NOTE = """\
Write your first note, for example contacts/ana-lopez.md:

  ---
  name: Ana Lopez
  relationship: ally
  industry: finance
  ---
  ## Log
  - 2026-11-03 Lunch; she offered to look over my plan. #received
"""


@click.command("init")
@vault_argument
@click.option("--sample", is_flag=True, help="Copy the sample vault: a made-up person's notes.")
@click.option(
    "--editor",
    "editors",
    multiple=True,
    type=click.Choice(EDITORS),
    help="Write what helps in an editor as well; it asks before.",
)
@click.option("--yes", is_flag=True, help="Write for the editor without asking.")
@global_options
@click.pass_context
def command(
    ctx: click.Context, folder: Path | None, *, sample: bool, editors: tuple[str, ...], yes: bool
) -> None:
    """Start a vault in a folder; here when none is named.

    In a folder that already holds notes it looks at them, says what it found, and writes nothing
    but netjournal.toml. It never overwrites a file. With --editor it adds to the settings that an
    editor has for this folder, once you have said yes; what they say already stays.
    """
    from netjournal.app.start import start_sample, start_vault
    from netjournal.vault.folders import names_in

    if yes and not editors:
        raise click.UsageError("--yes answers what --editor asks")
    root = folder or remembered(ctx, "vault") or Path.cwd()
    is_empty = not names_in(root, "")
    opens = next((each for each in editors if each in OPENING), "")
    started = start_sample(root) if sample else start_vault(root, opens)
    where = "" if root == Path.cwd() else f" {root}"
    if started.sighting:
        _tell(started.sighting)
    _tell_files(started, root)
    if started.created and not sample and not started.sighting:
        click.echo(f"\n{FIRST_NOTE}")
    if editors:
        settle_in(ctx, root, editors, may_write=yes or is_empty)
    click.echo(f"Next: netjournal build{where}")


def _tell_files(started: "Started", root: Path) -> None:
    if len(started.created) > 3:
        click.echo(f"Wrote {len(started.created)} files in {root}.")
    else:
        for path in started.created:
            click.echo(f"Wrote {root / path}.")
    if len(started.left) > 3:
        click.echo(f"Left {len(started.left)} files in {root} as they are.")
    else:
        for path in started.left:
            click.echo(f"Left {root / path} as it is.")


def _tell(sighting: "Sighting") -> None:
    from netjournal.reviews.words import counted

    layout = sighting.layout
    click.echo(f"Looked at {counted(sighting.notes, 'note')}; none was changed.")
    where = [f"in {', '.join(layout.contacts)}"] if layout.contacts else []
    where += [f"tagged #{layout.contact_tag}"] if layout.contact_tag else []
    where += [f"with type: {layout.contact_type}"] if layout.contact_type else []
    if sighting.people:
        click.echo(f"  People: {counted(len(sighting.people), 'note')}, {' or '.join(where)}.")
    else:
        click.echo("  People: none found. Set contacts or contact_tag in netjournal.toml.")
    if sighting.days:
        days = f"{counted(len(sighting.days), 'note')} in {', '.join(layout.journal)}"
        click.echo(f"  Journal: {days}.")
    _tell_fields(sighting)


def _tell_fields(sighting: "Sighting") -> None:
    from netjournal.reviews.words import counted

    if sighting.read_as:
        _tell_list("Fields", _fields_in_words(sighting))
    for key, name in sighting.own_spellings.items():
        click.echo(f"  '{key}' seems to mean {name}: see [fields] in netjournal.toml.")
    if sighting.kept:
        most = sorted(sighting.kept.items(), key=lambda item: (-item[1], item[0]))[:8]
        _tell_list("Kept as your own", [f"{key} ({count})" for key, count in most])
    if sighting.unread:
        first = sighting.unread[0]
        number = counted(len(sighting.unread), "value")
        click.echo(f"  Can't read {number}, first {first.path}:{first.line}: {first.message}.")
        click.echo("  netjournal check names them all.")
    if sighting.has_review:
        click.echo("  There is a review folder: the pages go there, it isn't read, and what is")
        click.echo("  yours in it stays as it is.")


def _fields_in_words(sighting: "Sighting") -> list[str]:
    """Each field that is read, the other ways in which it is spelled, and in how many notes."""
    counts: dict[str, int] = {}
    spelled: dict[str, set[str]] = {}
    for key, (name, count) in sighting.read_as.items():
        counts[name] = counts.get(name, 0) + count
        spelled.setdefault(name, set()).add(key.lower())
    words = []
    for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        others = sorted(spelled[name] - {name})
        written = f", written {', '.join(others)}" if others else ""
        words.append(f"{name} ({count}{written})")
    return words


def _tell_list(label: str, words: list[str]) -> None:
    text = f"{label}: {', '.join(words)}."
    click.echo(textwrap.fill(text, 88, initial_indent="  ", subsequent_indent="    "))
