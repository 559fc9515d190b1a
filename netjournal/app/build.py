"""Building the pages: from a vault in memory to files in `review/` and `site/`."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netjournal.app.check import check, check_without_pages, chosen_pages
from netjournal.app.pages import draft, in_order, render_settings
from netjournal.app.search_data import NO_SEARCH
from netjournal.app.subject_pages import made_subject_pages
from netjournal.app.workspace import Progress, Workspace
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.errors import NetjournalError
from netjournal.model.review import Review
from netjournal.reviews import trends
from netjournal.reviews.assessment import Assessment
from netjournal.vault.reader import read_templates
from netjournal.vault.writer import (
    Written,
    check_pages,
    together,
    write_pages,
)

_ENDINGS = (".md", ".html")
"""How the names of pages end."""


class SettingsUnreadable(NetjournalError):
    """Settings that can't be read: pages made with the defaults would stand in for others."""


class Built(NamedTuple):
    """What a build did, and every problem that it met, in reading order."""

    written: Written
    kept: tuple[str, ...]
    """The pages that couldn't be made, whose old text stays, as paths inside the vault."""
    diagnostics: tuple[Diagnostic, ...]
    doubtful: tuple[str, ...] = ()
    """The notes that weren't as they had been read before, when their pages were made."""
    beside: int = 0
    """Files beside the pages that were looked at: the style sheet, and what the search reads."""

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.written.changed) + self.written.unchanged - self.beside

    @property
    def changed_pages(self) -> int:
        """How many of them are new or changed."""
        return sum([is_page(path) for path in self.written.changed])

    @property
    def was_up_to_date(self) -> bool:
        """Whether every page could be made, and stood there already as it was made."""
        return not (self.written.changed or self.written.removed or self.kept)


class Reviewed(NamedTuple):
    """The reviews of a vault on a day, what they rest on, and the vault's problems."""

    reviews: tuple[Review, ...]
    assessment: Assessment
    diagnostics: tuple[Diagnostic, ...]


def review(
    workspace: Workspace, as_of: date, slugs: Sequence[str] = (), since: date | None = None
) -> Reviewed:
    """The reviews with these slugs, or those that the settings ask for, in the registry's order.

    The page trends tells what has changed since a day, which lies before that of the review.
    """
    diagnostics = check(workspace, as_of)
    wanted, _ = chosen_pages(slugs or workspace.config.build.pages)
    assessment = workspace.assessment(as_of)
    reviews = tuple(
        trends.make_since(assessment, since)
        if since and page.slug == trends.SLUG
        else page.make(assessment, diagnostics)
        for page in wanted
    )
    return Reviewed(reviews, assessment, diagnostics)


def build(
    workspace: Workspace, as_of: date, *, write: bool = True, progress: Progress | None = None
) -> Built:
    """Writes the pages that differ from what is on disk, or only says which do.

    `progress` is told of the pages of contacts, industries and organizations, which may be many.
    Raises NetjournalError when a page can't be written, and SettingsUnreadable.
    """
    if not workspace.settings.readable:
        raise SettingsUnreadable(_why_not_built(workspace.settings.diagnostics))
    templates = read_templates(workspace.root)
    found = check_without_pages(workspace, as_of, templates)
    wanted, _ = chosen_pages(workspace.config.build.pages)
    has_search = "html" in workspace.config.build.formats
    search = workspace.search_data(as_of) if has_search else NO_SEARCH
    settings = render_settings(workspace, as_of, search)
    own = made_subject_pages(
        workspace, as_of, settings, wanted, templates, write=write, progress=progress
    )
    pages = draft(workspace, as_of, wanted, templates, (*found, *own.diagnostics), settings)
    shelf = workspace.shelf
    # Those that nobody has touched since they were written need not be read for it.
    files = [page for page in search.pages if shelf.files.get(page.path) is not page]
    every = (*pages.rendered.pages, *files)
    others = (*pages.rendered.kept, *[page.path for page in search.pages])
    paths = (own.paths, *[page.path for page in pages.rendered.pages], *others)
    if not write:
        written = check_pages(workspace.root, every, (*own.paths, *others))
    elif paths == shelf.tidied:
        written = write_pages(workspace.root, every, keep=None)
    else:
        written = write_pages(workspace.root, every, keep=(*own.paths, *others))
    if write:
        shelf.files, shelf.tidied = {page.path: page for page in search.pages}, paths
    refused = {problem.path for problem in written.diagnostics}
    return Built(
        together(written, own.written),
        (*pages.rendered.kept, *own.kept),
        in_order((*pages.diagnostics, *written.diagnostics)),
        own.doubtful,
        sum([not is_page(page.path) and page.path not in refused for page in every]),
    )


def is_page(path: str) -> bool:
    """Whether a generated file is a page, and not one that pages load."""
    return path.endswith(_ENDINGS)


def _why_not_built(problems: Sequence[Diagnostic]) -> str:
    first = problems[0]
    place = f"{first.path}:{first.line}:{first.column}"
    return f"{place}: {first.message}. The pages are left as they are until it is right."
