"""The doctor: what is installed, and what is found in the vault."""

import platform
import sys
from collections.abc import Iterator
from datetime import date
from importlib import metadata

from netjournal import __version__
from netjournal.app.workspace import Workspace
from netjournal.model.diagnostic import Severity
from netjournal.model.errors import install_line
from netjournal.vault.native_watching import limits, silent_file_system
from netjournal.vault.watch_lock import is_watched

LIBRARIES = (
    "python-frontmatter",
    "pyyaml",
    "jinja2",
    "watchdog",
    "click",
    "markdown-it-py",
    "mdit-py-plugins",
    "platformdirs",
    "filelock",
)
"""The libraries that netjournal stands on, by their names in the package index."""

EXTRAS = (
    ("icalendar", "calendar", "reads calendars"),
    ("pygls", "lsp", "serves editors"),
)
"""Libraries that are installed on demand: their names, their extras, and what for."""

Line = tuple[str, str]
"""What is told, and its value."""


def installed() -> Iterator[Line]:
    """The versions of netjournal, Python and the libraries, and whether YAML is read fast."""
    import yaml

    yield "netjournal", __version__
    yield "Python", f"{platform.python_version()} on {platform.system()}"
    for library in LIBRARIES:
        try:
            yield library, metadata.version(library)
        except metadata.PackageNotFoundError:
            yield library, "missing: reinstall netjournal"
    for library, extra, purpose in EXTRAS:
        try:
            yield library, metadata.version(library)
        except metadata.PackageNotFoundError:
            yield library, f"not installed: {install_line(extra)} {purpose}"
    fast = getattr(yaml, "__with_libyaml__", False)
    yield "YAML reader", "libyaml" if fast else "Python only: right, but ten times slower"
    yield "text encoding", sys.getfilesystemencoding()


def found(workspace: Workspace, as_of: date) -> Iterator[Line]:
    """What the vault holds: contacts, notes, entries, links and problems."""
    index, layout = workspace.index, workspace.config.vault
    journals = sum(file.is_journal for file in index.files.values())
    entries = index.entry_count
    problems = workspace.diagnostics(as_of)
    yield "vault", str(workspace.root.resolve())
    yield "contacts", f"{len(index.contacts)} {_where(layout.contacts)}"
    if layout.contact_tag or layout.contact_type:
        marks = [f"#{layout.contact_tag}"] if layout.contact_tag else []
        marks += [f"type: {layout.contact_type}"] if layout.contact_type else []
        yield "contacts are marked", " or ".join(marks)
    yield "journal notes", f"{journals} {_where(layout.journal)}"
    yield "interactions", str(entries)
    yield "links to contacts", str(sum(len(links) for links in index.links.values()))
    counts = {s: sum(d.severity is s for d in problems) for s in Severity}
    yield "problems", ", ".join(f"{count} {severity}" for severity, count in counts.items())
    yield "day of the review", as_of.isoformat()


def watched(workspace: Workspace) -> Iterator[Line]:
    """Whether a process watches the vault, how one would, and the limits of the system."""
    root = workspace.root
    yield "watched now", "yes" if is_watched(root) else "no"
    kind = silent_file_system(root)
    if kind:
        how = f"by looking every few seconds: {kind} doesn't tell of every change"
    elif workspace.links:
        how = f"by looking every few seconds: {workspace.links[0]} is a link"
    else:
        how = "by the system"
    yield "changes are noticed", how
    for name, limit in limits():
        yield name, f"{limit:,}"


def _where(folders: tuple[str, ...]) -> str:
    return f"in {', '.join(folders)}" if folders else ""
