"""Reviews made by hand, and what it takes to render them, for the tests of `render`."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from netjournal.model.config import BuildSettings, Config, Me
from netjournal.model.contact import Contact
from netjournal.model.industry import Taxonomy
from netjournal.model.review import (
    Column,
    ContactRef,
    Excerpt,
    Figure,
    Page,
    Reference,
    Review,
    Section,
)
from netjournal.model.source import Place
from netjournal.render.press import RenderSettings
from netjournal.render.site import Rendered, render

AS_OF = date(2026, 11, 24)
NOOR = Me("Noor Haddad", "technology")

_TEMPLATES = Path(__file__).parent.parent / "templates"
SHIPPED: Mapping[str, str] = {
    path.relative_to(_TEMPLATES).as_posix(): path.read_text("utf-8")
    for path in sorted(_TEMPLATES.rglob("*"))
    if path.suffix in (".j2", ".css")
}

PRIYA = ContactRef("Priya Raman", "contacts/priya-raman.md")
TOMAS = ContactRef("Tomáš Novák", "contacts/tomas-novak.md")
_LUNCH = Excerpt("Lunch in Brno; the pilot starts in spring.", Place("journal/2025-09-02.md", 7))

NEGLECTED = Review(
    slug="neglected",
    title="Neglected",
    lead=("2 people have waited longer than you wanted.", "Nobody is quieter than usual."),
    figures=(
        Figure("overdue", 2),
        Figure("mean_ratio", 2.9777777777777779, "On average three times as long as you wanted."),
        Figure("undefined", None),
    ),
    sections=(
        Section(
            "overdue",
            "Time to be in touch",
            (
                Column("contact", "Contact"),
                Column("days", "Days"),
                Column("last_contact", "Last contact"),
                Column("why", "Why"),
                Column("said", "Said last"),
            ),
            (
                {
                    "contact": PRIYA,
                    "relationship": "ally",
                    "last_contact": date(2026, 8, 12),
                    "days": 104,
                    "overdue_ratio": 3.4666666666666668,
                    "state": "overdue",
                    "why": "you wanted every 30 days",
                    "said": None,
                },
                {
                    "contact": TOMAS,
                    "relationship": "acquaintance",
                    "last_contact": date(2025, 9, 2),
                    "days": 448,
                    "overdue_ratio": 2.488888888888889,
                    "state": "fading",
                    "why": "your only contact in Energy | utilities",
                    "said": _LUNCH,
                },
            ),
            intro="The first ones matter most; see `cadence` in the notes.",
        ),
        Section("drifting", "Quieter than usual", (Column("contact", "Contact"),), ()),
        Section("never", "No contact so far", (Column("contact", "Contact"),), (), empty="None."),
    ),
    basis="Based on 2 contacts. What isn't written down isn't counted.",
    explanation=("A contact is due once the days reach the cadence.",),
)

TODAY = Review(
    slug="today",
    title="Today",
    lead=("This week: 1 person to be in touch with.",),
    figures=(),
    sections=(
        Section(
            "people",
            "People this week",
            (Column("contact", "Contact"), Column("why", "Why"), Column("bring", "What to bring")),
            (
                {
                    "contact": PRIYA,
                    "why": "ally, last in touch 104 days ago",
                    "bring": (
                        "the deck",
                        Excerpt("You promised the plan", Place("contacts/priya-raman.md", 22)),
                    ),
                },
            ),
        ),
        Section(
            "elsewhere",
            "Everything else",
            (Column("what", "What"),),
            (
                {"what": Reference("neglected", "2 contacts overdue", "overdue")},
                {"what": Reference("balance", "a page that isn't there")},
                {"what": (PRIYA, TOMAS, "3 others")},
            ),
        ),
    ),
)

REVIEWS = (TODAY, NEGLECTED)


def settings(
    contacts: Sequence[Contact] = (),
    *,
    pinned: bool = False,
    me: Me = NOOR,
    vault_path: str = "/home/noor/my network",
    shipped: Mapping[str, str] = SHIPPED,
    **build: Any,  # noqa: ANN401 - any setting of BuildSettings
) -> RenderSettings:
    """The settings of a small vault; `build` are those of its section [build]."""
    config = Config(Taxonomy({}), me=me, build=BuildSettings(**build))
    return RenderSettings(AS_OF, pinned, config, contacts, vault_path, shipped)


def pages_of(rendered: Rendered) -> dict[str, str]:
    """The text of every page, by its path."""
    return {page.path: page.data.decode("utf-8") for page in rendered.pages}


def page_from(
    template: str, form: str = "html", contacts: Sequence[Contact] = (), **others: str
) -> str:
    """What a template of a vault's own makes, without what is added to every page.

    Fails when there is any problem. `others` are more templates of the form, by name.
    """
    rendered = own_page(template, form, contacts, **others)
    assert rendered.diagnostics == ()
    folder, suffix = ("site", "html") if form == "html" else ("review", "md")
    text = pages_of(rendered)[f"{folder}/own.{suffix}"]
    return text.split("form-action 'none'\">\n" if form == "html" else "-->\n", 1)[1]


def own_page(
    template: str, form: str = "html", contacts: Sequence[Contact] = (), **others: str
) -> Rendered:
    """Everything that is rendered when a vault has a template `own` of a form."""
    suffix = "html" if form == "html" else "md"
    texts = {f"{name}.{suffix}.j2": text for name, text in {"own": template, **others}.items()}
    return render(REVIEWS, settings(contacts, formats=(form,)), texts)


def with_rows(rows: Sequence[Mapping[str, Any]], *columns: str) -> Review:
    """A review of one section with these rows."""
    shown = tuple(Column(key, key.title()) for key in columns)
    return Review("page", "Page", (), (), (Section("rows", "Rows", shown, tuple(rows)),))


def page(review: Review, path: str, **build: Any) -> str:  # noqa: ANN401 - as in settings()
    """One page of one review."""
    found: dict[str, Page] = {p.path: p for p in render((review,), settings(**build)).pages}
    return found[path].data.decode("utf-8")
