"""How one page is made from a template, whatever it is about, and what all pages are given."""

from collections.abc import Collection, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from netjournal.model.config import Config
from netjournal.model.contact import Contact
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.review import Review
from netjournal.render.environment import PageEnvironment
from netjournal.render.failures import TEMPLATE_FAILURES, template_failure
from netjournal.render.finish import POLICY, finished, notice
from netjournal.render.forms import Form
from netjournal.render.places import NOWHERE, Places
from netjournal.render.remembered import Remembered
from netjournal.render.remote import remote_content
from netjournal.render.start import START_SCRIPT
from netjournal.render.template_set import TemplateSet
from netjournal.render.values import marked
from netjournal.render.views import MeView, PageView

NO_TEMPLATES: Final[Mapping[str, str]] = MappingProxyType({})


class People(NamedTuple):
    """The page of all contacts, on which one searches."""

    review: Review
    data: str
    """What is searched, by its digest: an open page is loaded again when it has changed."""


class RenderSettings(NamedTuple):
    """What pages need to know beside the reviews."""

    as_of: date
    pinned: bool
    """Whether the settings hold the date still, which every page says."""
    config: Config
    contacts: Collection[Contact]
    """For the vault's own templates."""
    vault_path: str
    """The absolute path of the vault, for links that open a note in a program."""
    shipped: Mapping[str, str]
    """The shipped templates and the style sheet, by names as in `html/review.html.j2`."""
    apart: Mapping[str, str] = MappingProxyType({})
    """What tells contacts of the same name apart, by path."""
    people: People | None = None
    """The page of all contacts, for HTML."""
    places: Places = NOWHERE
    """The pages that contacts, industries and organizations have of their own."""
    remembered: Remembered | None = None
    """The tables and charts of the pages that were made before."""


class Press(NamedTuple):
    """What makes the pages of one form."""

    form: Form
    templates: TemplateSet
    environment: PageEnvironment
    variables: Mapping[str, Any]
    """What every template is given."""
    contacts: int
    """How many contacts there are, by which the budget of a page grows."""


class Made(NamedTuple):
    """What became of one page; without bytes, its template failed."""

    path: str
    data: bytes | None
    problem: Diagnostic | None = None


def variables_of_all(settings: RenderSettings) -> dict[str, Any]:
    """What the templates of all pages are given."""
    me = settings.config.me
    return {
        "as_of": settings.as_of,
        "pinned": settings.pinned,
        "me": MeView(me.name, me.industry),
        "network": f"{me.name}’s network" if me.name.strip() else "Your network",
        "own_pages": (),
        "policy": marked(POLICY),
        "root": "",
        "start_script": marked(START_SCRIPT),
    }


def make_page(press: Press, page: PageView, template: str, **more: object) -> Made:
    """One page, or the problem that its template has."""
    path = press.form.page(page.slug)
    templates = press.templates
    variables = {**press.variables, "page": page, "notice": marked(notice(path)), **more}
    try:
        text = press.environment.page(template, variables, press.contacts)
    except TEMPLATE_FAILURES as error:
        problem = template_failure(error, template, templates)
        if problem is None:
            raise
        return Made(path, None, problem)
    own = [template] if templates.is_own(template) else list(templates.own)
    remote = remote_content(text, own, templates) if own else None
    return Made(path, finished(text, press.form, path, own=bool(own)), remote)
