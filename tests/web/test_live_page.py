"""Open pages in a real browser: they show each build by themselves, where the reader was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsers import chromium
from playwright.sync_api import BrowserContext, sync_playwright

from netjournal.render.finish import POLICY
from netjournal.web.news import News
from netjournal.web.server import Server, open_server

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]

TABS = 12
PAGE = (
    f"<!doctype html><html><head><title>A page</title>{POLICY}</head><body>"
    "<p id=said>SAID</p><input type=search><div>" + "<br>" * 300 + "</div></body></html>"
)


@pytest.fixture
def tabs() -> Iterator[BrowserContext]:
    """A window of Chromium that nobody sees."""
    executable = chromium()
    if executable is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser.new_context(viewport={"width": 900, "height": 600})
        browser.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    news = News()
    news.publish("first build")
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "other.html").write_text(PAGE)
    server = open_server(tmp_path, news, 0)
    server.start()
    yield server
    server.stop()


def test_page_that_has_changed_is_shown_where_the_reader_was(
    tabs: BrowserContext, server: Server
) -> None:
    page = tabs.new_page()
    page.goto(server.url)
    page.locator("input").fill("ana")
    page.evaluate("scrollTo(0, 700)")

    (server.site / "index.html").write_text(PAGE.replace("SAID", "something new"))
    server.news.publish("second build")

    page.get_by_text("something new").wait_for()
    page.locator('.live[data-number="2"]').wait_for()
    assert page.locator("input").input_value() == "ana"
    assert page.evaluate("scrollY") == 700
    assert page.locator(".live").inner_text() == "second build"


def test_every_one_of_many_tabs_is_told(tabs: BrowserContext, server: Server) -> None:
    pages = [tabs.new_page() for _ in range(TABS)]
    for page in pages:
        page.goto(server.url)

    server.news.publish("second build")

    for page in pages:
        page.get_by_text("second build").wait_for()


def test_page_that_is_the_same_is_not_loaded_again(tabs: BrowserContext, server: Server) -> None:
    page = tabs.new_page()
    page.goto(server.url)
    page.locator(".live").wait_for()
    page.evaluate("document.body.dataset.kept = 'yes'")

    (server.site / "other.html").write_text("changed")
    server.news.publish("second build")

    page.get_by_text("second build").wait_for()
    assert page.locator("body").get_attribute("data-kept") == "yes"
