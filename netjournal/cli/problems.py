"""Problems on the terminal: a few lines after a build, all of them for a check."""

import sys
from collections.abc import Sequence

import click

from netjournal.cli.options import wants_color
from netjournal.model.diagnostic import Diagnostic, Severity

SHOWN_AFTER_A_BUILD = 10


def print_problems(ctx: click.Context, diagnostics: Sequence[Diagnostic]) -> None:
    """Prints the first errors and warnings on the error stream, and how many more there are."""
    from netjournal.render.findings import findings_text

    serious = _serious(diagnostics)
    shown = serious[:SHOWN_AFTER_A_BUILD]
    if shown:
        click.echo(findings_text(shown, color=wants_color(ctx, sys.stderr)), err=True, nl=False)
    more = len(serious) - len(shown)
    if more:
        click.echo(f"... and {more} more: netjournal check", err=True)


def print_mended(ctx: click.Context, diagnostics: Sequence[Diagnostic]) -> None:
    """Prints the first errors and warnings that are gone, and how many more are."""
    from netjournal.render.visible import one_line

    mended = _serious(diagnostics)
    for problem in mended[:SHOWN_AFTER_A_BUILD]:
        place = f"{problem.path}:{problem.line}:{problem.column}"
        text = one_line(f"{place}: mended: {problem.message}")
        click.echo(click.style(text, dim=True) if wants_color(ctx) else text)
    more = len(mended) - SHOWN_AFTER_A_BUILD
    if more > 0:
        click.echo(f"... and {more} more mended")


def _serious(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The errors, and then the warnings."""
    serious = [d for d in diagnostics if d.severity is not Severity.INFO]
    return sorted(serious, key=lambda d: d.severity is not Severity.ERROR)
