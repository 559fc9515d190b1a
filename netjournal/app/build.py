"""Building the pages: from a vault in memory to files in `review/` and `site/`."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netjournal.app.workspace import Workspace
from netjournal.model import codes
from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic, in_reading_order
from netjournal.model.names import did_you_mean
from netjournal.model.review import Review
from netjournal.render.site import RenderSettings, render
from netjournal.reviews.assessment import Assessment, assess
from netjournal.reviews.registry import REVIEWS, ReviewPage
from netjournal.vault.create import shipped
from netjournal.vault.reader import read_templates
from netjournal.vault.settings_problems import SETTINGS_FILE
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
    diagnostics = workspace.diagnostics(as_of)
    wanted, unknown = chosen_pages(slugs or workspace.config.build.pages)
    diagnostics += tuple(_no_such_page(slug) for slug in unknown)
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


def chosen_pages(slugs: Sequence[str]) -> tuple[tuple[ReviewPage, ...], tuple[str, ...]]:
    """The pages with these slugs, all when there are none, and the slugs that name no page."""
    known = {page.slug for page in REVIEWS}
    unknown = tuple(slug for slug in slugs if slug not in known)
    chosen = tuple(page for page in REVIEWS if page.slug in slugs) if slugs else REVIEWS
    return chosen, unknown


def _no_such_page(slug: str) -> Diagnostic:
    known = [page.slug for page in REVIEWS]
    likely = did_you_mean(slug, known)
    hint = f"did you mean '{likely}'?" if likely else f"the pages are {', '.join(known)}"
    return codes.BAD_SETTING.at(SETTINGS_FILE, 1, 1, f"there is no page '{slug}'", hint)


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
