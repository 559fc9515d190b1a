"""The pages in a real browser: nothing from outside, nothing that runs, nothing cut off."""

import re
import shutil
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlencode

import pytest
from nastiness import HOSTILE
from playwright.sync_api import Browser, Dialog

from netjournal.app.build import build
from netjournal.app.workspace import Workspace
from netjournal.reviews.registry import REVIEWS

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]

SAMPLE = Path(__file__).parents[2] / "sample-vault"
PAGES = ("index", "people", *(page.slug for page in REVIEWS))
SIZES = ((1280, "light"), (390, "dark"))


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample vault."""
    vault = tmp_path_factory.mktemp("site") / "vault"
    shutil.copytree(SAMPLE, vault, ignore=shutil.ignore_patterns("review", "site"))
    return site_of(vault)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a vault in which every field of every contact is hostile."""
    vault = tmp_path_factory.mktemp("hostile")
    (vault / "contacts").mkdir()
    for number, text in enumerate(HOSTILE):
        note = f"""\
---
name: {text!r}
relationship: ally
industry: [{text!r}]
organization: {text!r}
needs: [{text!r}]
tags: [{text!r}]
---
- 2026-01-02 {text}
- [ ] {text} (due 2026-03-02)
"""
        (vault / "contacts" / f"hostile-{number}.md").write_text(note, encoding="utf-8")
    return site_of(vault)


def site_of(vault: Path) -> Path:
    """The site, built as of a day."""
    workspace = Workspace.load(vault)
    pinned = workspace.config.build.today
    build(workspace, pinned or date(2026, 3, 1))
    return vault / "site"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}-{size[1]}")
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("vault", ["sample", "hostile"])
def test_a_page_is_whole_and_asks_nothing_of_anybody(
    browser: Browser, request: pytest.FixtureRequest, vault: str, page: str, size: tuple[int, str]
) -> None:
    site: Path = request.getfixturevalue(vault)
    width, scheme = size
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    view = context.new_page()
    asked: list[str] = []
    troubles: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        troubles.append(dialog.message)
        dialog.dismiss()

    view.on("request", lambda request: asked.append(request.url))
    view.on("console", lambda message: troubles.append(message.text))
    view.on("pageerror", lambda error: troubles.append(str(error)))
    view.on("dialog", dismiss)

    view.goto((site / f"{page}.html").as_uri())

    folder = site.as_uri()
    assert [url for url in asked if not url.startswith(folder)] == []
    assert troubles == []
    assert view.locator("script[src]").count() == int(page == "people")
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    assert view.locator("h1").count() == 1
    links = view.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
    assert [url for url in links if not url.startswith("file://")] == []
    context.close()


def test_every_link_leads_somewhere(sample: Path) -> None:
    lost = set()
    for page in sample.rglob("*.html"):
        for link in re.findall(r'(?:href|action)="([^"]*)"', page.read_text("utf-8")):
            address, _, anchor = unescape(link).partition("#")
            if re.match(r"[a-z]+:", address):
                continue
            target = (
                (page.parent / unquote(address.partition("?")[0])).resolve() if address else page
            )
            if not (target.is_file() and (not anchor or has_place(target, anchor))):
                lost.add((page.name, link))
    assert lost == set()


def has_place(target: Path, anchor: str) -> bool:
    """Whether a page has an element of that name, or a note so many lines."""
    text = target.read_text("utf-8")
    if target.suffix == ".md":
        return re.fullmatch(r"L\d+", anchor) is not None and int(anchor[1:]) <= text.count("\n") + 1
    return f'id="{anchor}"' in text


@pytest.mark.parametrize("query", ["alert", "relationship:ally", "<script>alert(1)</script>", "-x"])
def test_what_a_search_finds_in_hostile_notes_is_text(
    browser: Browser, hostile: Path, query: str
) -> None:
    page = browser.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("dialog", lambda dialog: troubles.append(dialog.message))

    page.goto(f"{(hostile / 'people.html').as_uri()}?{urlencode({'q': query})}")
    page.locator(".results[data-answered]").wait_for(state="attached")

    assert page.locator("main :is(img, script, svg, iframe)").count() == 0
    links = page.eval_on_selector_all(".results a", "links => links.map(link => link.protocol)")
    assert set(links) == {"file:"}
    assert HOSTILE[0] in page.locator(".results").inner_text()
    assert troubles == []
    page.close()
