"""The pages of contacts, industries and organizations in a real browser, hostile ones too."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from nastiness import HOSTILE
from playwright.sync_api import Browser, Dialog

from netjournal.app.build import build
from netjournal.app.workspace import Workspace

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]

SAMPLE = Path(__file__).parents[2] / "sample-vault"
DAY = date(2026, 3, 1)
FIELDS = [
    "name",
    "organization",
    "industry",
    "title",
    "location",
    "email",
    "phone",
    "url",
    "met_at",
]
LISTS = ("aliases", "needs", "offers", "tags", "knows", "my own")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The site of the sample, and that of a vault in which everything is hostile."""
    sample = tmp_path_factory.mktemp("sample") / "vault"
    shutil.copytree(SAMPLE, sample, ignore=shutil.ignore_patterns("review", "site"))
    hostile = tmp_path_factory.mktemp("hostile")
    (hostile / "contacts").mkdir()
    for number, text in enumerate(HOSTILE):
        lines = [f"{key}: {text!r}" for key in FIELDS] + [f"{key}: [{text!r}]" for key in LISTS]
        body = f"{text}\n\n- 2026-01-02 {text}\n- [ ] {text} (due 2026-03-02)\n\n> {text}\n"
        note = "\n".join(["---", *lines, "relationship: ally", "---", body])
        (hostile / "contacts" / f"hostile-{number}.md").write_text(note, encoding="utf-8")
    for vault in (sample, hostile):
        build(Workspace.load(vault), DAY)
    return {"sample": sample / "site", "hostile": hostile / "site"}


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("vault", ["sample", "hostile"])
@pytest.mark.parametrize("kind", ["contacts", "industries", "organizations"])
def test_pages_are_whole_and_ask_nothing_of_anybody(
    browser: Browser, sites: dict[str, Path], kind: str, vault: str, width: int
) -> None:
    site = sites[vault]
    context = browser.new_context(viewport={"width": width, "height": 900})
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

    pages = sorted((site / kind).rglob("*.html"))
    for page in pages:
        view.goto(page.as_uri())
        assert view.evaluate("document.documentElement.scrollWidth") <= width, page
        assert view.locator("h1").count() == 1, page
        assert view.locator("main :is(img, script, iframe, object, form, style)").count() == 0, page
        links = view.eval_on_selector_all("a[href]", "links => links.map(link => link.protocol)")
        assert set(links) <= {"file:", "http:", "https:", "mailto:"}, page

    assert len(pages) > 5
    assert [url for url in asked if not url.startswith(site.as_uri())] == []
    assert troubles == []
    context.close()


def test_a_name_leads_to_the_contact_and_that_page_to_the_note(
    browser: Browser, sites: dict[str, Path]
) -> None:
    site = sites["sample"]
    view = browser.new_page()

    view.goto((site / "industries" / "technology.html").as_uri())
    view.get_by_role("link", name="Priya Raman").first.click()
    view.locator("h1").get_by_text("Priya Raman").wait_for()
    note = view.locator(".facts a").last.get_attribute("href")

    assert (site / "contacts" / str(note)).resolve().read_text("utf-8").startswith("---")
    assert view.locator("#timeline tbody tr").count() > 5
    view.close()
