"""What a rebuild means for the open pages, in words."""

from collections.abc import Collection, Sequence
from pathlib import Path

from netjournal.app.watch import Rebuilt
from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic, Severity
from netjournal.render.links import opening_address
from netjournal.web.entries import Done
from netjournal.web.news import Problem, State, Written


def state_after(before: State, rebuilt: Rebuilt, root: Path, time: str) -> State:
    """The state after a rebuild at a time; one that failed leaves what was shown as it was."""
    if rebuilt.built is None:
        return before._replace(trouble=rebuilt.error, is_away=rebuilt.is_away)
    found = rebuilt.built.diagnostics
    others = {each.path for each in found} - rebuilt.taken
    named = frozenset([path for path in others if (root / path).is_file()])
    return before._replace(
        built=time,
        trouble=why_no_html(rebuilt.config),
        problems=_problems(found, rebuilt.config, root, rebuilt.taken | named),
        taken=rebuilt.taken,
        named=named,
        is_away=False,
        known=rebuilt.known,
        said=before.said if before.said_for else "",
        said_for=max(0, before.said_for - 1),
    )


def with_words(state: State, time: str, done: Done) -> State:
    """The state once something was asked for at a time; it is said until something else changes."""
    if not (done.number or done.is_undo):
        return state._replace(said=done.said, said_for=1)
    said = f"{'taken back' if done.is_undo else 'written'} at {time}: {done.said}"
    written = Written(done.number, said) if done.number else state.written
    return state._replace(said=said, said_for=1, written=None if done.is_undo else written)


def why_no_html(config: Config) -> str:
    """Why there is nothing to show, if these settings build no HTML; else nothing."""
    if "html" in config.build.formats:
        return ""
    return 'the settings build no HTML: add "html" to [build] formats in netjournal.toml'


def _problems(
    found: Sequence[Diagnostic], config: Config, root: Path, shown: Collection[str]
) -> tuple[Problem, ...]:
    """The errors, then the warnings; hints are told by a check."""
    open_with = config.build.open_with

    def problem(found: Diagnostic) -> Problem:
        # A plain address leads from a page to the file above the site, which is shown there.
        address = opening_address(found.path, found.line, open_with, root.as_posix())
        is_shown = found.path in shown or not address.startswith("../")
        place = f"{found.path}:{found.line}:{found.column}"
        return Problem(place, found.message, address.removeprefix("..") if is_shown else "")

    errors, warnings = (
        [problem(each) for each in found if each.severity is severity]
        for severity in (Severity.ERROR, Severity.WARNING)
    )
    return (*errors, *warnings)
