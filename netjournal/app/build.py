"""Building the pages: from a vault in memory to files in `review/` and `site/`."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netjournal.app.check import check, chosen_pages
from netjournal.app.workspace import Workspace
from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic, in_reading_order
from netjournal.model.review import Review
from netjournal.render.site import RenderSettings, render
from netjournal.reviews.assessment import Assessment, assess
from netjournal.vault.create import shipped
from netjournal.vault.reader import read_templates
from netjournal.vault.writer import Written, check_pages, write_pages


class Built(NamedTuple):
    """What a build did, and every problem that it met, in reading order."""

    written: Written
    diagnostics: tuple[Diagnostic, ...]


class Reviewed(NamedTuple):
    """The reviews of a vault on a day, what they rest on, and the vault's problems."""

    reviews: tuple[Review, ...]
    assessment: Assessment
    diagnostics: tuple[Diagnostic, ...]


def review(workspace: Workspace, as_of: date, slugs: Sequence[str] = ()) -> Reviewed:
    """The reviews with these slugs, or those that the settings ask for, in the registry's order."""
    diagnostics = check(workspace, as_of)
    wanted, _ = chosen_pages(slugs or workspace.config.build.pages)
    assessment = assess(workspace.index, workspace.config, as_of)
    reviews = tuple(page.make(assessment, diagnostics) for page in wanted)
    return Reviewed(reviews, assessment, diagnostics)


def build(workspace: Workspace, as_of: date, *, write: bool = True) -> Built:
    """Writes the pages that differ from what is on disk, or only says which do.

    Raises NetjournalError when a page can't be written.
    """
    reviewed = review(workspace, as_of)
    rendered = render(
        reviewed.reviews,
        _render_settings(workspace, as_of),
        read_templates(workspace.root),
    )
    put = write_pages if write else check_pages
    written = put(workspace.root, rendered.pages, rendered.kept)
    problems = (*reviewed.diagnostics, *rendered.diagnostics, *written.diagnostics)
    return Built(written, tuple(sorted(problems, key=in_reading_order)))


def _render_settings(workspace: Workspace, as_of: date) -> RenderSettings:
    config: Config = workspace.config
    return RenderSettings(
        as_of=as_of,
        pinned=config.build.today == as_of,
        config=config,
        contacts=tuple(workspace.index.contacts.values()),
        vault_path=workspace.root.resolve().as_posix(),
        shipped=read_templates(shipped("templates").parent),
    )
