"""Every kind of page in a real browser against WCAG 2.2 AA, as far as axe-core can tell."""

import shutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from netjournal.app.build import build
from netjournal.app.workspace import Workspace

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]

SAMPLE = Path(__file__).parents[2] / "sample-vault"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = resources.files("axe_playwright_python").joinpath("axe.min.js")
OPTIONS = {"runOnly": {"type": "tag", "values": STANDARDS}, "resultTypes": ["violations"]}
SEARCHES = ("state:overdue", "rotterdam", "nobody:here")
LOOKS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((1280, "light"), (390, "dark"))
"""How each page is looked at: its width, and its colours."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the sample vault."""
    vault = tmp_path_factory.mktemp("accessible") / "vault"
    shutil.copytree(SAMPLE, vault, ignore=shutil.ignore_patterns("review", "site"))
    workspace = Workspace.load(vault)
    day = workspace.config.build.today
    assert day is not None
    build(workspace, day)
    return vault / "site"


def addresses(site: Path) -> Iterator[str]:
    """The pages to look at: all at the top, the fullest of each folder, and what searches find."""
    yield from [page.as_uri() for page in sorted(site.glob("*.html"))]
    for kind in ("contacts", "industries", "organizations"):
        pages = sorted((site / kind).rglob("*.html"))
        yield max(pages, key=lambda page: page.stat().st_size).as_uri()
    for query in SEARCHES:
        yield f"{(site / 'people.html').as_uri()}?q={query}"


def violations(page: Page, address: str) -> Iterator[str]:
    """What axe-core has to say against a page, which is loaded once and then looked at twice."""
    page.goto(address)
    if "?q=" in address:
        page.locator(".results[data-answered]").wait_for(state="attached")
    page.evaluate(AXE.read_text("utf-8"))
    for width, colours in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=colours)
        found: dict[str, Any] = page.evaluate("(options) => axe.run(document, options)", OPTIONS)
        assert len(found["passes"]) > 10
        where = f"{address.rpartition('/')[2]} ({colours})"
        for each in found["violations"]:
            for node in each["nodes"][:3]:
                yield f"{where} {each['id']}: {node['html'][:200]} {node['failureSummary']}"


def test_no_page_has_a_violation(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    pages = list(addresses(site))

    found = [violation for address in pages for violation in violations(page, address)]

    assert len(pages) > 15
    assert found == []
