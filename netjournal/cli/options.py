"""Options that every command takes, before or after its name."""

import os
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TextIO

import click

from netjournal.model.errors import VaultNotFound

COLOR_CHOICES = ("auto", "always", "never")


class DateText(click.ParamType[date]):
    """A day as ISO text, `today`, or `yesterday`."""

    name = "DATE"

    def convert(
        self,
        value: object,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> date:
        """The day that the text means; a usage error for any other text."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value).strip())
        except ValueError:
            self.fail(f"{value!r} is not a date; write it as 2026-11-24", param, ctx)


vault_argument = click.argument(
    "folder",
    metavar="[VAULT]",
    required=False,
    type=click.Path(file_okay=False, path_type=Path),
)
"""The decorator that lets a command take the vault as an argument."""


def global_options(function: Callable[..., None]) -> Callable[..., None]:
    """The decorator that gives a command `--vault`, `--today` and `--color`."""
    decorators = (
        click.option(
            "--vault",
            type=click.Path(file_okay=False, path_type=Path),
            help="The folder of notes; looked for from here upwards when left out.",
            expose_value=False,
            callback=_remember,
        ),
        click.option(
            "--today",
            type=DateText(),
            help="The day of the review; today when left out.",
            expose_value=False,
            callback=_remember,
        ),
        click.option(
            "--color",
            type=click.Choice(COLOR_CHOICES),
            help="Colours in the terminal: auto, always or never.",
            expose_value=False,
            callback=_remember,
        ),
    )
    for decorate in reversed(decorators):
        function = decorate(function)
    return function


def _remember(ctx: click.Context, param: click.Parameter, value: object) -> object:
    """Keeps the option for the whole call, whether it stood before or after the command."""
    options = ctx.find_root().ensure_object(dict)
    if value is not None and param.name:
        options[param.name] = value
    # What is printed asks the context of its own command.
    ctx.color = ctx.find_root().color = _color(ctx)
    return value


def _color(ctx: click.Context) -> bool | None:
    """Whether to colour: the option, then NO_COLOR, then FORCE_COLOR, else the terminal decides."""
    choice = (ctx.find_root().obj or {}).get("color", "auto")
    if choice != "auto":
        return bool(choice == "always")
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def remembered(ctx: click.Context, name: str) -> Any:  # noqa: ANN401 - an option's value is of any type
    """The value of a global option, or None."""
    return (ctx.find_root().obj or {}).get(name)


def vault_root(ctx: click.Context, given: Path | None = None) -> Path:
    """The vault: the argument, `--vault`, NETJOURNAL_VAULT, or the one that this folder is in.

    Raises VaultNotFound when there is none.
    """
    from netjournal.vault.settings import find_vault

    asked = given or remembered(ctx, "vault") or os.environ.get("NETJOURNAL_VAULT")
    if asked:
        root = Path(asked)
        if not root.is_dir():
            raise VaultNotFound(f"there is no folder '{root}'")
        return root
    found = find_vault(Path.cwd())
    if found is None:
        raise VaultNotFound(
            "no vault here or above: a vault has a netjournal.toml or a contacts folder. "
            "Start one with 'netjournal init', or name it with --vault."
        )
    return found


def day_of_review(ctx: click.Context, pinned: date | None) -> date:
    """The day of the review: `--today`, NETJOURNAL_TODAY, the settings' pinned day, or today."""
    asked = remembered(ctx, "today")
    if isinstance(asked, date):
        return asked
    from_environment = os.environ.get("NETJOURNAL_TODAY")
    if from_environment:
        try:
            return date.fromisoformat(from_environment.strip())
        except ValueError:
            raise click.UsageError(
                f"NETJOURNAL_TODAY is '{from_environment}'; write it as 2026-11-24"
            ) from None
    return pinned or date.today()


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal; a closed one is None."""
    return stream is not None and stream.isatty()


def wants_color(ctx: click.Context, stream: TextIO | None = None) -> bool:
    """Whether what is printed on a stream, standard output when none is given, is coloured."""
    chosen = ctx.find_root().color
    return is_terminal(stream or sys.stdout) if chosen is None else chosen


def terminal_width() -> int:
    """Columns to fill: the terminal's, at most 120; 100 when the output is no terminal."""
    if not is_terminal(sys.stdout):
        return 100
    import shutil

    return min(120, shutil.get_terminal_size().columns)
