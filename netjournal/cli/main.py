"""The `netjournal` command: which commands there are, and how it ends."""

import importlib
import io
import os
import sys
from typing import NamedTuple, NoReturn

import click

from netjournal import __version__
from netjournal.cli.options import global_options
from netjournal.model.errors import NetjournalError


class _Entry(NamedTuple):
    """A command that isn't imported before it is called: its module, and its line in the help."""

    module: str
    help: str


COMMANDS = {
    "init": _Entry("netjournal.cli.init", "Start a vault, or settle in a folder of notes."),
    "build": _Entry("netjournal.cli.build", "Write the review pages."),
    "watch": _Entry("netjournal.cli.watch", "Write the pages whenever a note is saved."),
    "serve": _Entry("netjournal.cli.serve", "Show the pages; they reload at every save."),
    "review": _Entry("netjournal.cli.review", "Show the review pages here."),
    "check": _Entry("netjournal.cli.check", "List the problems in the notes."),
    "list": _Entry("netjournal.cli.list_contacts", "List the contacts that a query finds."),
    "show": _Entry("netjournal.cli.show", "Show one contact's whole picture."),
    "search": _Entry("netjournal.cli.search", "Search the text of the notes."),
    "new": _Entry("netjournal.cli.new", "Write a note for somebody new."),
    "log": _Entry("netjournal.cli.log", "Write down what happened."),
    "done": _Entry("netjournal.cli.done", "Tick a promise."),
    "set": _Entry("netjournal.cli.set_fields", "Change fields of a contact's note."),
    "snooze": _Entry("netjournal.cli.snooze", "Let a contact rest until a day."),
    "rename": _Entry("netjournal.cli.rename", "Give a contact another name, in all links as well."),
    "merge": _Entry("netjournal.cli.merge", "Make two contacts one."),
    "duplicates": _Entry("netjournal.cli.duplicates", "List contacts who may be one person."),
    "edit": _Entry("netjournal.cli.edit", "Open a contact's note in an editor."),
    "undo": _Entry("netjournal.cli.undo", "Take back the last change."),
    "export": _Entry("netjournal.cli.export", "Take contacts to other programs."),
    "import": _Entry("netjournal.cli.import_files", "Bring people from other programs' files."),
    "doctor": _Entry("netjournal.cli.doctor", "Say what is installed and what is found."),
    "lsp": _Entry("netjournal.cli.lsp", "Serve an editor: the language server."),
    "schema": _Entry("netjournal.cli.schema", "Print the JSON Schema of the front matter."),
}
"""Every command by name, in the order of the help."""


class _Commands(click.Group):
    """The group whose commands are imported one by one."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the words name; an unknown one is answered with the likeliest."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as unknown:
            # The group looks for likely names among imported commands, of which there are none.
            raise click.exceptions.NoSuchCommand(
                unknown.command_name, possibilities=COMMANDS, ctx=ctx
            ) from None

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        command = importlib.import_module(entry.module).command
        if not isinstance(command, click.Command):
            raise TypeError(f"{entry.module}.command is not a command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the list of commands, without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items()])


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="netjournal")
@global_options
def netjournal() -> None:
    """Keep your professional network as plain notes, and see whom you neglect.

    Each person is one Markdown file; `netjournal build` reads the folder and writes review pages.
    Start with `netjournal init --sample DIR`.
    """


def main() -> NoReturn:
    """Runs the command and ends with its exit status, as SystemExit."""
    for stream in (sys.stdout, sys.stderr):
        # A name that the terminal can't show must not end the command; a closed stream is None.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = netjournal.main(standalone_mode=False, prog_name="netjournal")
        if sys.stdout is not None and not sys.stdout.closed:
            sys.stdout.flush()
    except click.ClickException as problem:
        problem.show()
        status = problem.exit_code
    except click.Abort:
        click.echo("Stopped.", err=True)
        status = 130
    except NetjournalError as problem:
        click.echo(f"netjournal: {problem}", err=True)
        status = problem.exit_status
    except BrokenPipeError:
        # The reader of the pipe has gone (as `head` does); there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 1
    except OSError as problem:
        click.echo(f"netjournal: {problem.strerror or problem}", err=True)
        status = 2
    sys.exit(status if isinstance(status, int) else 0)
