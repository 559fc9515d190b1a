"""The HTML pages of contacts, industries and organizations, one at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import Any, NamedTuple

from markupsafe import Markup

from netjournal import __version__
from netjournal.model.config import Config
from netjournal.model.contact import Contact
from netjournal.model.industry import Industry
from netjournal.model.review import Review
from netjournal.model.subject import Subject, SubjectKind
from netjournal.render.contact_view import contact_view
from netjournal.render.environment import PageEnvironment
from netjournal.render.finish import POLICY
from netjournal.render.forms import html_form
from netjournal.render.html_cells import Opening, html_text, note_opening, state_mark
from netjournal.render.links import PageNames, opening_address, site_address
from netjournal.render.press import Made, Press, RenderSettings, make_page, variables_of_all
from netjournal.render.start import START_SCRIPT
from netjournal.render.template_set import TemplateSet
from netjournal.render.values import marked
from netjournal.render.views import PageView, page_view, review_view
from netjournal.render.visible import visible


class Titled(NamedTuple):
    """A page of the review, as the others link to it."""

    slug: str
    title: str


class Content(NamedTuple):
    """What the page of a subject says."""

    review: Review
    contact: Contact | None = None
    state: str = ""
    """Where a contact stands, in a word."""
    note: str = ""
    """The note of a contact as HTML that is safe already."""
    note_is_whole: bool = True
    industries: Sequence[Industry] = ()
    organization: str = ""
    """The key of a contact's organization."""


@dataclass(frozen=True, slots=True, eq=False)
class NoteView:
    """The note of a contact, on its page."""

    text: Markup
    is_whole: bool
    """False where only its beginning is shown."""
    link: Markup
    """A link that opens the note."""


class Presses:
    """What makes the pages of subjects: one press for each depth of folders, made when needed."""

    def __init__(
        self, settings: RenderSettings, templates: TemplateSet, reviews: Sequence[Titled]
    ) -> None:
        self._settings = settings
        self._templates = templates
        self._reviews = reviews
        self._press = cache(self._made)

    def rests_on(self) -> str:
        """What all these pages rest on beside what they are about: a digest."""
        settings, config = self._settings, self._settings.config
        own = {name: self._templates.texts.get(name, "") for name in self._templates.own}
        inputs = (
            __version__,
            POLICY,
            START_SCRIPT,
            sorted((name, text) for name, text in settings.shipped.items() if _counts(name)),
            sorted((name, text) for name, text in own.items() if _counts(name)),
            [tuple(each) for each in self._reviews],
            _settings_that_count(config),
            settings.vault_path if config.build.open_with else "",
            [(kind.value, key, place) for (kind, key), place in settings.places.numbered],
            # The shipped templates name no day on these pages; one of the vault's own may.
            str(settings.as_of) if any("as_of" in text for text in own.values()) else "",
            settings.pinned,
            # Where the vault has templates, blank lines are left as they are.
            bool(self._templates.own),
        )
        return blake2b(ascii(inputs).encode(), digest_size=16).hexdigest()

    def page(self, subject: Subject, content: Content) -> Made:
        """The page of a subject, or the problem that its template has."""
        place = self._settings.places.by_subject[subject]
        press = self._press("../" * place.count("/"))
        page = page_view(place, content.review.title, press.form)
        template = press.form.template(subject.kind.value)
        more = {"review": review_view(content.review, press.form), **self._more(content, press)}
        return make_page(press, page, template, **more)

    def address(self, contact: str, source: str) -> str:
        """The address of a contact's page on the page of another, by the paths of their notes."""
        place = self._settings.places.by_subject[Subject(SubjectKind.CONTACT, source)]
        return site_address(self._settings.places.contacts[contact], "../" * place.count("/"))

    def note_address(self, note: str, source: str) -> str:
        """The address of a note that is no contact's, likewise."""
        place = self._settings.places.by_subject[Subject(SubjectKind.CONTACT, source)]
        build, up = self._settings.config.build, "../" * place.count("/")
        return opening_address(note, 1, build.open_with, self._settings.vault_path, up)

    def _made(self, up: str) -> Press:
        settings = self._settings
        form = html_form(settings.config, self._names(), settings.vault_path, up)
        reviews = tuple([page_view(each.slug, each.title, form) for each in self._reviews])
        overview = page_view("index", "Overview", form)
        known: Mapping[str, Any] = {
            **variables_of_all(settings),
            "root": up,
            "reviews": reviews,
            "overview": overview,
        }
        environment = PageEnvironment(form, self._templates.find)
        return Press(form, self._templates, environment, known, 0)

    def _names(self) -> PageNames:
        titles = {each.slug: each.title for each in self._reviews}
        places = self._settings.places
        return PageNames(titles, {}, places.contacts, places.by_subject)

    def _more(self, content: Content, press: Press) -> dict[str, object]:
        """What a contact's template is given beside the review; nothing for others."""
        contact, settings = content.contact, self._settings
        if contact is None:
            return {}
        opening = Opening(
            self._names(), settings.config.build.open_with, settings.vault_path, press.form.up
        )
        address = note_opening(contact.path, 1, opening)
        link = marked(f'<a href="{address}">{html_text(contact.path)}</a>')
        return {
            "contact": contact_view(contact, settings.apart.get(contact.path, "")),
            "state": marked(state_mark(content.state)),
            "note": NoteView(marked(visible(content.note)), content.note_is_whole, link),
            "industry_pages": tuple(
                [
                    self._view(Subject(SubjectKind.INDUSTRY, each.key), each.label, press)
                    for each in content.industries
                ]
            ),
            "organization_page": self._view(
                Subject(SubjectKind.ORGANIZATION, content.organization), contact.organization, press
            )
            if content.organization
            else None,
        }

    def _view(self, subject: Subject, title: str, press: Press) -> PageView:
        return page_view(self._settings.places.by_subject[subject], title, press.form)


def _counts(template: str) -> bool:
    """Whether a template may have a part in these pages."""
    return template.endswith(".html.j2")


def _settings_that_count(config: Config) -> object:
    """The settings that decide how a note is read and what is said of it beside its own words."""
    return (
        config.me.name,
        config.me.industry,
        config.build.open_with,
        sorted(config.fields.items()),
        sorted((tag, kind.value) for tag, kind in config.hashtags.items()),
    )
