"""Pages from reviews: every review in every form that the settings ask for, and an overview."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from netjournal.model.config import Config
from netjournal.model.contact import Contact
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.review import Page, Review
from netjournal.render.contact_view import contact_view
from netjournal.render.environment import PageEnvironment
from netjournal.render.failures import TEMPLATE_FAILURES, template_failure
from netjournal.render.finish import POLICY, finished, finished_styles, notice
from netjournal.render.forms import Form, html_form, markdown_form
from netjournal.render.library import STYLE_SHEET, Library, library
from netjournal.render.links import page_names
from netjournal.render.remote import remote_content, remote_styles
from netjournal.render.start import START_SCRIPT
from netjournal.render.values import marked
from netjournal.render.views import MeView, PageView, page_view, review_view

_NO_TEMPLATES: Final[Mapping[str, str]] = MappingProxyType({})


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
    contacts: Sequence[Contact]
    """For the vault's own templates."""
    vault_path: str
    """The absolute path of the vault, for links that open a note in a program."""
    shipped: Mapping[str, str]
    """The shipped templates and the style sheet, by names as in `html/review.html.j2`."""
    apart: Mapping[str, str] = MappingProxyType({})
    """What tells contacts of the same name apart, by path."""
    people: People | None = None
    """The page of all contacts, for HTML."""


class Rendered(NamedTuple):
    """The pages, those that keep their old text as their template failed, and the problems."""

    pages: tuple[Page, ...]
    kept: tuple[str, ...]
    """Paths inside the vault."""
    diagnostics: tuple[Diagnostic, ...]


class _Made(NamedTuple):
    """What became of one page; without bytes, its template failed."""

    path: str
    data: bytes | None
    problem: Diagnostic | None = None


def render(
    reviews: Sequence[Review],
    settings: RenderSettings,
    templates: Mapping[str, str] = _NO_TEMPLATES,
    unread: Sequence[Diagnostic] = (),
) -> Rendered:
    """The pages of these reviews; `templates` are the vault's own, by the names of their files.

    A template of a shipped one's name replaces it, one with a new name is a page of its own. A
    problem in one is a diagnostic: NJ401 for a page that couldn't be made, NJ402 for one that
    loads something from elsewhere. `unread` are the problems of templates that couldn't be read:
    their pages are kept.
    """
    found = library(settings.shipped, templates, unread)
    names = page_names(reviews)
    makers = {
        "markdown": lambda: markdown_form(settings.config, names),
        "html": lambda: html_form(settings.config, names, settings.vault_path),
    }
    made: list[_Made] = []
    for name in dict.fromkeys(settings.config.build.formats):
        if name in makers:
            made += _pages(makers[name](), reviews, settings, found)
    return Rendered(
        tuple([Page(each.path, each.data) for each in made if each.data is not None]),
        tuple([each.path for each in made if each.data is None]),
        tuple(dict.fromkeys([each.problem for each in made if each.problem is not None])),
    )


class _Press(NamedTuple):
    """What makes the pages of one form."""

    form: Form
    templates: Library
    environment: PageEnvironment
    variables: Mapping[str, Any]
    """What every template is given."""
    contacts: int
    """How many contacts there are, by which the budget of a page grows."""


def _pages(
    form: Form, reviews: Sequence[Review], settings: RenderSettings, templates: Library
) -> Iterator[_Made]:
    """The pages of one form: those of the reviews, the vault's own, the overview, the styles."""
    views = tuple([review_view(review, form) for review in reviews])
    overview = page_view("index", "Overview", form)
    press = _Press(
        form,
        templates,
        PageEnvironment(form, templates.find),
        {**_variables(settings, templates), "reviews": views, "overview": overview},
        len(settings.contacts),
    )
    for view in views:
        own_name = form.template(view.slug)
        name = own_name if templates.has(own_name) else form.template("review")
        yield _make(press, page_view(view.slug, view.title, form), name, review=view)
    people = settings.people if form.name == "html" else None
    taken = {view.slug.casefold() for view in views}
    if people:
        yield _people(people, press)
        taken.add(people.review.slug)
    own_pages = []
    for slug in templates.new_pages(form, frozenset(taken)):
        page = page_view(slug, _title(slug), form)
        made = _make(press, page, form.template(slug))
        own_pages += [page] if made.data is not None else []
        yield made
    yield _make(press, overview, form.template("index"), own_pages=tuple(own_pages))
    if form.name == "html":
        yield _styles(templates)


def _people(people: People, press: _Press) -> _Made:
    """The page of all contacts."""
    view = review_view(people.review, press.form)
    page = page_view(view.slug, view.title, press.form)
    template = press.form.template(view.slug)
    return _make(press, page, template, review=view, search_data=people.data)


def _styles(templates: Library) -> _Made:
    path = "site/style.css"
    problem = templates.problem(STYLE_SHEET)
    if problem is not None:
        return _Made(path, None, problem)
    text = templates.texts[STYLE_SHEET]
    return _Made(path, finished_styles(text, path), remote_styles(text, templates))


def _variables(settings: RenderSettings, templates: Library) -> dict[str, Any]:
    me = settings.config.me
    # The shipped templates ask for no contacts: the reviews say all there is to say.
    shown = settings.contacts if templates.own else ()
    contacts = tuple([contact_view(each, settings.apart.get(each.path, "")) for each in shown])
    return {
        "as_of": settings.as_of,
        "pinned": settings.pinned,
        "me": MeView(me.name, me.industry),
        "network": f"{me.name}’s network" if me.name.strip() else "Your network",
        "contacts": contacts,
        "people": contacts,
        "own_pages": (),
        "policy": marked(POLICY),
        "root": "",
        "start_script": marked(START_SCRIPT),
    }


def _make(press: _Press, page: PageView, template: str, **more: object) -> _Made:
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
        return _Made(path, None, problem)
    own = [template] if templates.is_own(template) else list(templates.own)
    remote = remote_content(text, own, templates) if own else None
    return _Made(path, finished(text, press.form, path, own=bool(own)), remote)


def _title(slug: str) -> str:
    """A page's title, made from the name of its template."""
    words = slug.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]
