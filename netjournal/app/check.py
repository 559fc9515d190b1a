"""Checking a vault: every problem in its notes, its settings, and what they ask for."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePosixPath

from netjournal.app.workspace import Workspace
from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic, in_reading_order
from netjournal.model.names import did_you_mean
from netjournal.reviews.registry import REVIEWS, ReviewPage
from netjournal.vault.reader import read_templates
from netjournal.vault.settings_problems import SETTINGS_FILE


def check(workspace: Workspace, as_of: date) -> tuple[Diagnostic, ...]:
    """Every problem of the vault, in reading order."""
    problems = [*workspace.diagnostics(as_of), *_page_problems(workspace)]
    return tuple(sorted(problems, key=in_reading_order))


def chosen_pages(slugs: Sequence[str]) -> tuple[tuple[ReviewPage, ...], tuple[str, ...]]:
    """The pages with these slugs, all when there are none such, and the slugs of no page."""
    known = {page.slug for page in REVIEWS}
    unknown = tuple(slug for slug in slugs if slug not in known)
    chosen = tuple(page for page in REVIEWS if page.slug in slugs)
    return chosen or REVIEWS, unknown


def _page_problems(workspace: Workspace) -> Iterator[Diagnostic]:
    """What is wrong with the pages that the settings ask for; a template may be one as well."""
    asked = workspace.config.build.pages
    _, unknown = chosen_pages(asked)
    own = {PurePosixPath(name).name.partition(".")[0] for name in read_templates(workspace.root)}
    for slug in unknown:
        if slug not in own:
            place = workspace.settings.places.value(("build", "pages", asked.index(slug)))
            yield _no_such_page(slug, place.line, place.column)


def _no_such_page(slug: str, line: int, column: int) -> Diagnostic:
    known = [page.slug for page in REVIEWS]
    likely = did_you_mean(slug, known)
    hint = f"did you mean '{likely}'?" if likely else f"the pages are {', '.join(known)}"
    return codes.BAD_SETTING.at(SETTINGS_FILE, line, column, f"there is no page '{slug}'", hint)
