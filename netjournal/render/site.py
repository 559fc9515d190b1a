"""Pages from reviews: every review in every form that the settings ask for, and an overview."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from netjournal.model.diagnostic import Diagnostic
from netjournal.model.review import Page, Review
from netjournal.render.contact_view import contact_view
from netjournal.render.environment import PageEnvironment
from netjournal.render.finish import finished_styles
from netjournal.render.forms import Form, html_form, markdown_form, remembering
from netjournal.render.links import page_names
from netjournal.render.press import (
    NO_TEMPLATES,
    Made,
    People,
    Press,
    RenderSettings,
    make_page,
    variables_of_all,
)
from netjournal.render.remote import remote_styles
from netjournal.render.template_set import STYLE_SHEET, TemplateSet, template_set
from netjournal.render.views import page_view, review_view


class Rendered(NamedTuple):
    """The pages, those that keep their old text as their template failed, and the problems."""

    pages: tuple[Page, ...]
    kept: tuple[str, ...]
    """Paths inside the vault."""
    diagnostics: tuple[Diagnostic, ...]


def render(
    reviews: Sequence[Review],
    settings: RenderSettings,
    templates: Mapping[str, str] = NO_TEMPLATES,
    unread: Sequence[Diagnostic] = (),
) -> Rendered:
    """The pages of these reviews; `templates` are the vault's own, by the names of their files.

    A template of a shipped one's name replaces it, one with a new name is a page of its own. A
    problem in one is a diagnostic: NJ401 for a page that couldn't be made, NJ402 for one that
    loads something from elsewhere. `unread` are the problems of templates that couldn't be read:
    their pages are kept.
    """
    found = template_set(settings.shipped, templates, unread)
    names = page_names(reviews)
    with_subjects = names._replace(
        contacts=settings.places.contacts, subjects=settings.places.by_subject
    )
    makers = {
        "markdown": lambda: markdown_form(settings.config, names),
        "html": lambda: html_form(settings.config, with_subjects, settings.vault_path),
    }
    made: list[Made] = []
    for name in dict.fromkeys(settings.config.build.formats):
        if name in makers:
            form = remembering(makers[name](), settings.remembered)
            made += _pages(form, reviews, settings, found)
    return Rendered(
        tuple([Page(each.path, each.data) for each in made if each.data is not None]),
        tuple([each.path for each in made if each.data is None]),
        tuple(dict.fromkeys([each.problem for each in made if each.problem is not None])),
    )


def _pages(
    form: Form, reviews: Sequence[Review], settings: RenderSettings, templates: TemplateSet
) -> Iterator[Made]:
    """The pages of one form: those of the reviews, the vault's own, the overview, the styles."""
    views = tuple([review_view(review, form) for review in reviews])
    overview = page_view("index", "Overview", form)
    press = Press(
        form,
        templates,
        PageEnvironment(form, templates.find),
        {**_variables(settings, templates), "reviews": views, "overview": overview},
        len(settings.contacts),
    )
    for view in views:
        own_name = form.template(view.slug)
        name = own_name if templates.has(own_name) else form.template("review")
        yield make_page(press, page_view(view.slug, view.title, form), name, review=view)
    people = settings.people if form.name == "html" else None
    taken = {view.slug.casefold() for view in views}
    if people:
        yield _people(people, press)
        taken.add(people.review.slug)
    own_pages = []
    for slug in templates.new_pages(form, frozenset(taken)):
        page = page_view(slug, _title(slug), form)
        made = make_page(press, page, form.template(slug))
        own_pages += [page] if made.data is not None else []
        yield made
    yield make_page(press, overview, form.template("index"), own_pages=tuple(own_pages))
    if form.name == "html":
        yield _styles(templates)


def _people(people: People, press: Press) -> Made:
    """The page of all contacts."""
    view = review_view(people.review, press.form)
    page = page_view(view.slug, view.title, press.form)
    template = press.form.template(view.slug)
    return make_page(press, page, template, review=view, search_data=people.data)


def _styles(templates: TemplateSet) -> Made:
    path = "site/style.css"
    problem = templates.problem(STYLE_SHEET)
    if problem is not None:
        return Made(path, None, problem)
    text = templates.texts[STYLE_SHEET]
    return Made(path, finished_styles(text, path), remote_styles(text, templates))


def _variables(settings: RenderSettings, templates: TemplateSet) -> dict[str, Any]:
    # The shipped templates ask for no contacts: the reviews say all there is to say.
    shown = settings.contacts if templates.own else ()
    contacts = tuple([contact_view(each, settings.apart.get(each.path, "")) for each in shown])
    return {**variables_of_all(settings), "contacts": contacts, "people": contacts}


def _title(slug: str) -> str:
    """A page's title, made from the name of its template."""
    words = slug.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]
