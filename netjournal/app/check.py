"""Checking a vault: every problem in its notes, its settings and its templates."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path, PurePosixPath

from netjournal.app.folders import folder_problems
from netjournal.app.pages import draft, in_order, render_settings
from netjournal.app.subject_pages import made_subject_pages
from netjournal.app.workspace import Workspace
from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.names import did_you_mean
from netjournal.reviews.registry import REVIEWS, ReviewPage
from netjournal.vault.reader import Templates, read_templates
from netjournal.vault.repository import path_in_repository
from netjournal.vault.settings_problems import SETTINGS_FILE


def check(workspace: Workspace, as_of: date) -> tuple[Diagnostic, ...]:
    """Every problem of the vault, in reading order.

    The pages of a vault with templates of its own are made for it, and written nowhere.
    """
    templates = read_templates(workspace.root)
    found = check_without_pages(workspace, as_of, templates)
    if not templates.texts:
        return found
    wanted, _ = chosen_pages(workspace.config.build.pages)
    settings = render_settings(workspace, as_of)
    own = made_subject_pages(workspace, as_of, settings, wanted, templates)
    problems = (*found, *own.diagnostics)
    return draft(workspace, as_of, wanted, templates, problems, settings).diagnostics


def check_without_pages(
    workspace: Workspace, as_of: date, templates: Templates
) -> tuple[Diagnostic, ...]:
    """Every problem that shows before a page is made, in reading order."""
    problems = (
        *workspace.diagnostics(as_of),
        *templates.diagnostics,
        *_page_problems(workspace, templates),
        *folder_problems(workspace.root, workspace.settings),
    )
    return in_order(problems)


def in_repository(
    diagnostics: Sequence[Diagnostic], root: Path, here: Path
) -> tuple[Diagnostic, ...]:
    """The problems of a vault, with paths that start at its repository, else at `here`."""
    folder = path_in_repository(root, here)
    prefix = f"{folder}/" if folder else ""
    return tuple([replace(each, path=prefix + each.path) for each in diagnostics])


def chosen_pages(slugs: Sequence[str]) -> tuple[tuple[ReviewPage, ...], tuple[str, ...]]:
    """The pages with these slugs, all when there are none such, and the slugs of no page."""
    known = {page.slug for page in REVIEWS}
    unknown = tuple(slug for slug in slugs if slug not in known)
    chosen = tuple(page for page in REVIEWS if page.slug in slugs)
    return chosen or REVIEWS, unknown


def _page_problems(workspace: Workspace, templates: Templates) -> Iterator[Diagnostic]:
    """What is wrong with the pages that the settings ask for; a template may be one as well."""
    asked = workspace.config.build.pages
    _, unknown = chosen_pages(asked)
    files = [*templates.texts, *(problem.path for problem in templates.diagnostics)]
    own = {PurePosixPath(name).name.partition(".")[0] for name in files}
    for slug in unknown:
        if slug not in own:
            place = workspace.settings.places.value(("build", "pages", asked.index(slug)))
            yield _no_such_page(slug, place.line, place.column)


def _no_such_page(slug: str, line: int, column: int) -> Diagnostic:
    known = [page.slug for page in REVIEWS]
    likely = did_you_mean(slug, known)
    hint = f"did you mean '{likely}'?" if likely else f"the pages are {', '.join(known)}"
    return codes.BAD_SETTING.at(SETTINGS_FILE, line, column, f"there is no page '{slug}'", hint)
