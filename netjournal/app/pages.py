"""The pages of a vault before they are written, and what is found wrong while they are made."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netjournal.app.list_contacts import people_page
from netjournal.app.search_data import NO_SEARCH, SearchData
from netjournal.app.workspace import Workspace
from netjournal.model.diagnostic import Diagnostic, in_reading_order
from netjournal.model.errors import NetjournalError
from netjournal.model.review import Review
from netjournal.render.places import NOWHERE
from netjournal.render.press import People, RenderSettings
from netjournal.render.site import Rendered, render
from netjournal.reviews.registry import ReviewPage
from netjournal.vault.create import shipped
from netjournal.vault.reader import Templates, read_templates


class Draft(NamedTuple):
    """The pages as they would be written, and every problem known by then, in reading order."""

    rendered: Rendered
    diagnostics: tuple[Diagnostic, ...]


def draft(
    workspace: Workspace,
    as_of: date,
    wanted: Sequence[ReviewPage],
    templates: Templates,
    problems: Sequence[Diagnostic],
    settings: RenderSettings,
) -> Draft:
    """The wanted pages, and what the templates add; `problems` are those known before."""
    assessment = workspace.assessment(as_of)

    def made(known: Sequence[Diagnostic]) -> Rendered:
        reviews: tuple[Review, ...] = tuple(page.make(assessment, known) for page in wanted)
        return render(reviews, settings, templates.texts, templates.diagnostics)

    known = in_order(problems)
    rendered = made(known)
    everything = in_order((*known, *rendered.diagnostics))
    if everything != known:
        # The pages tell of the problems, those of their own templates as well.
        rendered = made(everything)
    return Draft(rendered, everything)


def in_order(problems: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Problems in reading order, each of them once."""
    return tuple(sorted(dict.fromkeys(problems), key=in_reading_order))


def render_settings(
    workspace: Workspace, as_of: date, search: SearchData = NO_SEARCH
) -> RenderSettings:
    """What the pages need to know; raises NetjournalError when our templates can't be read.

    `search` is what the HTML pages search in.
    """
    assessment = workspace.assessment(as_of)
    config, index = workspace.config, workspace.index
    has_html = "html" in config.build.formats
    found = read_templates(shipped("templates").parent)
    if found.diagnostics:
        problem = found.diagnostics[0]
        raise NetjournalError(f"netjournal's own {problem.path}: {problem.message}")
    return RenderSettings(
        as_of=as_of,
        pinned=config.build.today == as_of,
        config=config,
        contacts=index.contacts.values(),
        apart=assessment.apart,
        vault_path=workspace.root.resolve().as_posix(),
        shipped=found.texts,
        people=People(people_page(assessment, search.by_name), search.digest) if has_html else None,
        places=workspace.shelf.place(index) if has_html else NOWHERE,
        remembered=workspace.shelf.remembered,
    )
