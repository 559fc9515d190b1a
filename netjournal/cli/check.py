"""`netjournal check`: lists the problems in the notes."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import click

from netjournal.cli.opening import open_vault
from netjournal.cli.options import global_options, vault_argument, wants_color
from netjournal.model.diagnostic import Diagnostic, Severity

FORMATS = ("text", "json", "github", "sarif")

_OF_CODE_HOSTS = ("github", "sarif")
"""Formats whose paths start at the repository rather than at the vault."""


@click.command("check")
@vault_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How to print the problems.",
)
@global_options
@click.pass_context
def command(ctx: click.Context, folder: Path | None, form: str) -> None:
    """List the problems in the notes, as path:line:column, with a hint for each.

    Ends with status 1 when there is an error or a warning.
    """
    from netjournal.app.check import check, in_repository
    from netjournal.render import findings

    workspace, as_of = open_vault(ctx, folder)
    diagnostics = check(workspace, as_of)
    writers: dict[str, Callable[[Sequence[Diagnostic]], str]] = {
        "text": partial(findings.findings_text, color=wants_color(ctx)),
        "json": findings.findings_json,
        "github": findings.findings_github,
        "sarif": findings.findings_sarif,
    }
    if form in _OF_CODE_HOSTS:
        diagnostics = in_repository(diagnostics, workspace.root, Path.cwd())
    click.echo(writers[form](diagnostics), nl=False)
    if form == "text":
        click.echo(_count(len(workspace.index.contacts), diagnostics), err=True)
    if any(d.severity is not Severity.INFO for d in diagnostics):
        ctx.exit(1)


def _count(contacts: int, diagnostics: tuple[object, ...]) -> str:
    from netjournal.reviews.words import counted

    what = counted(len(diagnostics), "finding") if diagnostics else "nothing to mend"
    return f"{counted(contacts, 'contact')}, {what}."
