"""The pages in a real browser, opened from the disk."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from rendering import REVIEWS, settings

from netjournal.model.review import ContactRef
from netjournal.render.site import render

PAGES = ("index", "today", "neglected", "wall")
_EVIL = '<img src="https://evil.example/x.png"><script>document.title = "ran"</script>'

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages on the disk, among them one that would load and run something."""
    root = tmp_path_factory.mktemp("vault")
    for page in render(REVIEWS, settings(), {"html/wall.html.j2": _EVIL}).pages:
        path = root / page.path
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(page.data)
    return root / "site"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_pages_fit_the_screen_and_have_their_style(
    browser: Browser, site: Path, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    for name in PAGES[:3]:
        page.goto((site / f"{name}.html").as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        color = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert color == ("rgb(25, 24, 22)" if scheme == "dark" else "rgb(252, 251, 247)")
    assert complaints == []
    context.close()


def test_no_page_asks_for_anything_from_elsewhere(browser: Browser, site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    blocked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on(
        "requestfailed",
        lambda request: blocked.append(request.url) if request.failure == "csp" else None,
    )
    for name in PAGES:
        page.goto((site / f"{name}.html").as_uri())
    sent = set(asked) - set(blocked)
    assert {url.partition(":")[0] for url in sent} == {"file"}
    assert blocked == ["https://evil.example/x.png"]
    assert page.title() != "ran"
    context.close()


def test_a_row_is_still_a_row_on_a_narrow_screen(browser: Browser, site: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.goto((site / "neglected.html").as_uri())
    assert page.get_by_role("row").count() == 3
    assert page.get_by_role("rowheader").first.inner_text().startswith("Priya Raman")
    label = "getComputedStyle(document.querySelector('td'), '::before').content"
    assert page.evaluate(label) == '"Days"'
    context.close()


def test_the_first_key_press_leads_past_the_navigation(browser: Browser, site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "today.html").as_uri())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the page"
    context.close()


def test_a_script_in_a_name_does_not_run(browser: Browser, tmp_path: Path) -> None:
    name = "<img src=x onerror=\"document.title='ran'\"><script>document.title='ran'</script>"
    section = REVIEWS[0].sections[0]
    row = {"contact": ContactRef(name, f"contacts/{name}.md"), "why": name, "bring": None}
    hostile = REVIEWS[0].__class__(
        "today", "Today", (name,), (), (section.__class__("a", name, section.columns, (row,)),)
    )
    for each in render((hostile,), settings(formats=("html",))).pages:
        (tmp_path / Path(each.path).name).write_bytes(each.data)
    page = browser.new_page()
    for opened in ("today.html", "index.html"):
        page.goto((tmp_path / opened).as_uri())
        assert "ran" not in page.title()
        assert page.locator("img, main script").count() == 0
        assert name in page.locator("main").inner_text()
    page.close()
