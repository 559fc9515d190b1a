"""Every kind of page in a real browser against WCAG 2.2 AA, as far as axe-core can tell."""

import shutil
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from browsers import chromium
from playwright.sync_api import Browser, sync_playwright

from netjournal.app.build import build
from netjournal.app.workspace import Workspace

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]

SAMPLE = Path(__file__).parents[2] / "sample-vault"
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = resources.files("axe_playwright_python").joinpath("axe.min.js")
OF_A_KIND = 2
"""Pages of a folder below `site/` that are looked at: they are all alike."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    executable = chromium()
    if executable is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


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
    """The pages to look at: all at the top, some of each folder, and what a search finds."""
    folders: dict[Path, int] = {}
    for page in sorted(site.rglob("*.html")):
        seen = folders[page.parent] = folders.get(page.parent, 0) + 1
        if page.parent == site or seen <= OF_A_KIND:
            yield page.as_uri()
    for query in ("state:overdue", "rotterdam", "leyla", "nobody:here"):
        yield f"{(site / 'people.html').as_uri()}?q={query}"


def violations(browser: Browser, address: str, width: int, *, dark: bool) -> list[str]:
    """What axe-core has to say against a page."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    page.goto(address)
    if "?q=" in address:
        page.locator(".results[data-answered]").wait_for(state="attached")
    page.evaluate(AXE.read_text("utf-8"))
    # The headings in a note are as its writer has set them, and are no matter of the standard.
    as_written = {"heading-order": {"enabled": "/contacts/" not in address}}
    options = {"runOnly": {"type": "tag", "values": STANDARDS}, "rules": as_written}
    found: dict[str, Any] = page.evaluate("(options) => axe.run(document, options)", options)
    context.close()
    assert len(found["passes"]) > 10
    return [
        f"{address.rpartition('/')[2]} {each['id']}: {node['html'][:200]} {node['failureSummary']}"
        for each in found["violations"]
        for node in each["nodes"][:3]
    ]


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (390, True)], ids=["wide", "narrow"])
def test_no_page_has_a_violation(browser: Browser, site: Path, width: int, *, dark: bool) -> None:
    found = [
        violation
        for address in addresses(site)
        for violation in violations(browser, address, width, dark=dark)
    ]
    assert found == []
