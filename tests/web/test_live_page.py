"""Open pages in a real browser: they show each build by themselves, where the reader was."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from netjournal.render.finish import POLICY
from netjournal.web.news import Problem, State
from netjournal.web.server import Server, open_server

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]

TABS = 12
PAGE = (
    f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>{POLICY}'
    '<link rel="icon" href="data:,"></head><body><p id="said">SAID</p><input type="search">'
    f'<a href="../contacts/ana.md">Ana</a><div>{"<br>" * 300}</div></body></html>'
)
PROBLEM = Problem("contacts/ana.md:6:19", "no contact is named 'Bo'", "/contacts/ana.md")


@pytest.fixture
def tabs(browser: Browser) -> Iterator[BrowserContext]:
    """A browser's window, in which nothing has been opened yet."""
    context = browser.new_context(viewport={"width": 900, "height": 600})
    yield context
    context.close()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    vault = vault_at(tmp_path / "net")
    (vault / "contacts").mkdir()
    (vault / "contacts" / "ana.md").write_text("# Ana\n")
    return vault


@pytest.fixture
def server(root: Path) -> Iterator[Server]:
    server = started(root)
    yield server
    server.stop()


def vault_at(root: Path) -> Path:
    """A vault with two pages."""
    (root / "site").mkdir(parents=True)
    for name in ("index", "other"):
        (root / "site" / f"{name}.html").write_text(PAGE)
    return root


def started(root: Path, port: int = 0) -> Server:
    """A server whose pages have been built once."""
    server = open_server(root, port)
    server.news.publish(state("first"))
    server.start()
    return server


def state(built: str, trouble: str = "", problems: tuple[Problem, ...] = ()) -> State:
    """The state after a build."""
    return State("net", built, trouble, problems, frozenset({"contacts/ana.md"}))


def edit(server: Server, text: str, name: str = "index") -> None:
    """Writes a page anew that says something else."""
    (server.root / "site" / f"{name}.html").write_text(PAGE.replace("SAID", text))


def shown(tabs: BrowserContext, url: str) -> Page:
    """An open page, which makes no complaints."""
    page = tabs.new_page()
    page.goto(url)
    return page


def expect_status(page: Page, words: str) -> None:
    expect(page.get_by_role("status")).to_contain_text(words, timeout=20_000)


def test_page_that_has_changed_is_shown_where_the_reader_was(
    tabs: BrowserContext, server: Server
) -> None:
    page = shown(tabs, server.url)
    page.locator("input").fill("ana")
    page.evaluate("scrollTo(0, 700)")

    edit(server, "something new")
    server.news.publish(state("second"))

    page.get_by_text("something new").wait_for()
    expect_status(page, "built at second")
    expect(page.locator("input")).to_have_value("ana")
    expect(page.locator("input")).to_be_focused()
    assert page.evaluate("scrollY") == 700


def test_place_of_the_reader_is_kept_for_once(tabs: BrowserContext, server: Server) -> None:
    page = shown(tabs, server.url)
    page.locator("input").fill("ana")
    edit(server, "something new")
    server.news.publish(state("second"))
    page.get_by_text("something new").wait_for()
    expect(page.locator("input")).to_have_value("ana")

    assert page.evaluate("history.state.netjournal") is None


def test_every_one_of_many_tabs_is_told(tabs: BrowserContext, server: Server) -> None:
    pages = [shown(tabs, server.url) for _ in range(TABS)]

    server.news.publish(state("second"))

    for page in pages:
        expect_status(page, "built at second")


def test_page_that_is_the_same_is_not_loaded_again(tabs: BrowserContext, server: Server) -> None:
    page = shown(tabs, server.url)
    page.evaluate("document.body.dataset.kept = 'yes'")

    edit(server, "changed", "other")
    for built in ("second", "third"):
        with page.expect_response(lambda answer: answer.request.method == "HEAD"):
            server.news.publish(state(built))
        expect_status(page, f"built at {built}")

    assert page.locator("body").get_attribute("data-kept") == "yes"


def test_page_of_all_contacts_is_loaded_again_once_something_is_searched_for(
    tabs: BrowserContext, server: Server
) -> None:
    def data(digest: str) -> None:
        edit(server, f'<span data-search="{digest}">everybody</span>')

    data("0a")
    page = shown(tabs, server.url)
    page.evaluate("document.body.dataset.kept = 'yes'")
    data("0b")
    for built in ("second", "third"):
        with page.expect_response(lambda answer: answer.request.method == "HEAD"):
            server.news.publish(state(built))
    expect_status(page, "built at third")
    assert page.locator("body").get_attribute("data-kept") == "yes"

    page.evaluate("document.querySelector('[data-search]').dataset.asked = ''")
    data("0c")
    server.news.publish(state("fourth"))
    page.locator("[data-search='0c']").wait_for()
    assert page.locator("body").get_attribute("data-kept") is None


def test_page_stays_while_the_vault_is_gone(tabs: BrowserContext, server: Server) -> None:
    page = shown(tabs, server.url)
    (server.root / "site").rename(server.root / "gone")
    server.news.publish(state("first", "the vault is gone")._replace(is_away=True))
    expect_status(page, "the vault is gone")
    assert page.get_by_text("SAID").is_visible()

    (server.root / "gone").rename(server.root / "site")
    edit(server, "something new")
    server.news.publish(state("second"))
    page.get_by_text("something new").wait_for()


def test_note_is_shown_at_a_line_and_stays_there_when_it_is_saved(
    tabs: BrowserContext, server: Server
) -> None:
    note = server.root / "contacts" / "ana.md"
    lines = [f"Line {number}\n" for number in range(1, 201)]
    note.write_text("".join(lines))
    page = shown(tabs, f"{server.url}contacts/ana.md#L150")
    expect(page.get_by_text("Line 150")).to_be_in_viewport()
    top = page.evaluate("scrollY")

    lines[149] = "Something new\n"
    note.write_text("".join(lines))
    server.news.publish(state("second"))

    expect(page.get_by_text("Something new")).to_be_in_viewport()
    assert page.evaluate("scrollY") == top


def test_problems_open_and_stay_open(tabs: BrowserContext, server: Server) -> None:
    page = shown(tabs, server.url)
    expect_status(page, "no problems")

    server.news.publish(state("second", problems=(PROBLEM,)))
    page.get_by_text("1 problem").click()
    server.news.publish(state("third", problems=(PROBLEM, PROBLEM._replace(place="b.md:1:1"))))
    page.get_by_text("2 problems").wait_for()
    assert page.get_by_text("b.md:1:1").is_visible()
    edit(server, "something new")
    server.news.publish(state("fourth", problems=(PROBLEM,)))
    page.get_by_text("something new").wait_for()

    page.get_by_role("link", name=PROBLEM.place).click()
    page.get_by_text("# Ana").wait_for()
    assert page.url == f"{server.url}contacts/ana.md"


def test_name_of_a_contact_leads_to_the_note(tabs: BrowserContext, server: Server) -> None:
    page = shown(tabs, server.url)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))

    page.get_by_role("link", name="Ana").click()

    page.get_by_text("# Ana").wait_for()
    assert complaints == []


def test_page_that_is_gone_says_so_and_comes_back(tabs: BrowserContext, server: Server) -> None:
    page = shown(tabs, server.url)

    (server.root / "site" / "index.html").unlink()
    server.news.publish(state("second", trouble="the settings build no HTML"))
    page.get_by_role("heading", name="No pages yet").wait_for()
    expect_status(page, "the settings build no HTML")

    edit(server, "here again")
    server.news.publish(state("third"))
    page.get_by_text("here again").wait_for()


def test_page_says_when_the_end_has_come_and_goes_on_after_it(
    tabs: BrowserContext, root: Path
) -> None:
    first = started(root)
    page = shown(tabs, first.url)
    first.stop()
    expect_status(page, "netjournal serve has ended")
    assert page.get_by_text("SAID").is_visible()

    edit(first, "what is new since then")
    second = started(root, first.server_port)
    assert second.server_port == first.server_port

    page.get_by_text("what is new since then").wait_for()
    expect_status(page, "Watching net · built at first")
    second.stop()


def test_page_never_turns_into_one_of_another_vault(
    tabs: BrowserContext, root: Path, tmp_path: Path
) -> None:
    first = started(root)
    page = shown(tabs, first.url)
    first.stop()
    expect_status(page, "netjournal serve has ended")

    second = started(vault_at(tmp_path / "another"), first.server_port)
    edit(second, "somebody else")
    second.news.publish(state("second"))

    expect_status(page, "Another vault is shown at this address now")
    assert page.get_by_text("SAID").is_visible()
    page.reload()
    page.get_by_text("somebody else").wait_for()
    second.stop()


def test_browser_that_shares_no_connection_is_told_as_well(
    tabs: BrowserContext, server: Server
) -> None:
    tabs.add_init_script("delete window.SharedWorker")
    page = shown(tabs, server.url)

    edit(server, "something new")
    server.news.publish(state("second"))

    page.get_by_text("something new").wait_for()
