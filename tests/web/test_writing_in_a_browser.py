"""Something is written down in a real browser, with and without scripts."""

from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from serving import ANA, Served

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]

AXE = resources.files("axe_playwright_python").joinpath("axe.min.js")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    found = Served(tmp_path / "vault")
    yield found
    found.server.stop()


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(java_script_enabled=request.param)
    yield context.new_page()
    context.close()


def form_about_ana(page: Page, served: Served) -> None:
    page.goto(f"{served.server.url}contacts/ana-lopez.html")
    page.get_by_role("link", name="Write something down").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Write down, with Ana Lopez")


def test_an_entry(page: Page, served: Served) -> None:
    form_about_ana(page, served)
    expect(page.get_by_label("What happened")).to_be_focused()
    page.keyboard.type("Coffee <b>&</b> cake. #gave")
    page.get_by_role("button", name="Write it down").click()
    expect(page).to_have_url(f"{served.server.url}contacts/ana-lopez.html")
    expect(page.locator("aside.live")).to_contain_text(
        "contacts/ana-lopez.md: 2026-11-24 Coffee <b>&</b> cake. #gave"
    )
    assert "- 2026-11-24 Coffee <b>&</b> cake. #gave\n" in served.text("contacts/ana-lopez.md")


def test_a_name_that_may_be_several(page: Page, served: Served) -> None:
    page.goto(f"{served.server.url}today.html")
    page.get_by_role("link", name="Write something down").click()
    expect(page.get_by_label("With whom")).to_be_focused()
    page.keyboard.type("ben")
    page.get_by_label("What happened").fill("Tea.")
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_role("alert")).to_contain_text("Which one?")
    expect(page.get_by_label("What happened")).to_have_value("Tea.")
    page.get_by_role("button", name="Ben Ito, Acme").click()
    expect(page).to_have_url(f"{served.server.url}today.html")
    assert "- 2026-11-24 Tea.\n" in served.text("contacts/ben-ito.md")


def test_an_entry_is_taken_back(page: Page, served: Served) -> None:
    form_about_ana(page, served)
    page.get_by_label("What happened").fill("Coffee at Siemens.")
    page.get_by_role("button", name="Write it down").click()
    expect(page).to_have_url(f"{served.server.url}contacts/ana-lopez.html")
    assert served.text("contacts/ana-lopez.md") != ANA
    page.get_by_role("link", name="Take it back").click()
    expect(page.locator("#written")).to_contain_text("2026-11-24 Coffee at Siemens.")
    page.get_by_role("button", name="Take it back").click()
    expect(page).to_have_url(f"{served.server.url}contacts/ana-lopez.html")
    expect(page.locator("aside.live")).to_contain_text("taken back at")
    expect(page.get_by_role("link", name="Take it back")).to_have_count(0)
    assert served.text("contacts/ana-lopez.md") == ANA


def test_somebody_new(page: Page, served: Served) -> None:
    noted: list[str] = []
    page.on("console", lambda message: noted.append(message.text))
    page.goto(f"{served.server.url}today.html")
    page.get_by_role("link", name="Write something down").click()
    page.get_by_label("With whom").fill("Zoë Quist, ana")
    page.get_by_label("What happened").fill("Lunch.")
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_role("alert")).to_have_text("No contact is called “Zoë Quist”.")
    assert noted == []
    page.get_by_role("button", name="Make a note for Zoë Quist").click()
    expect(page).to_have_url(f"{served.server.url}today.html")
    links = "[[ana-lopez|Ana Lopez]] and [[zoe-quist|Zoë Quist]]: Lunch."
    assert links in served.text("journal/2026-11-24.md")
    assert "name: Zoë Quist\n" in served.text("contacts/zoe-quist.md")


def test_a_double_click_sends_once(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    form_about_ana(page, served)
    page.get_by_label("What happened").fill("Coffee.")
    button = page.get_by_role("button", name="Write it down")
    # With an answer that has nothing, the page stays as it was left.
    page.route("**/log", lambda route: route.fulfill(status=204))
    button.dblclick()
    expect(button).to_be_disabled()
    assert sent.count("POST") == 1
    page.close()


def test_a_promise_and_a_rest(page: Page, served: Served) -> None:
    form_about_ana(page, served)
    page.get_by_role("button", name="Done: Send the book (due 30 Nov 2026)").click()
    expect(page).to_have_url(f"{served.server.url}contacts/ana-lopez.html")
    ticked = ANA.replace("[ ]", "[x]")
    assert served.text("contacts/ana-lopez.md") == ticked
    page.goto("about:blank")  # the open page would load itself again just now
    served.build()
    form_about_ana(page, served)
    expect(page.get_by_role("button", name="Done")).to_have_count(0)
    page.get_by_label("Until when").fill("2w")
    page.get_by_role("button", name="Let them rest").click()
    expect(page).to_have_url(f"{served.server.url}contacts/ana-lopez.html")
    rests = ticked.replace("ally\n", "ally\nsnoozed_until: 2026-12-08\n")
    assert served.text("contacts/ana-lopez.md") == rests


def test_another_sites_form_is_refused(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    page.goto("data:text/html,<p>evil")
    page.set_content(
        f'<form method="post" action="{served.server.url}.netjournal/log">'
        f'<input name="token" value="{served.token()}"><input name="who" value="ana">'
        '<input name="text" value="evil"><button>Go</button></form>'
    )
    with page.expect_response("**/log") as answer:
        page.get_by_role("button").click()
    assert answer.value.status == 403
    assert served.text("contacts/ana-lopez.md") == ANA
    page.close()


def test_the_form_has_no_violation(browser: Browser, served: Served) -> None:
    page = browser.new_page()
    noted: list[str] = []
    page.on("console", lambda message: noted.append(message.text))
    served.send("log", who="ana", text="Coffee.")
    form_about_ana(page, served)
    page.get_by_label("With whom").fill("ben")
    page.get_by_label("What happened").fill("Tea.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    assert noted == []
    for width, colours in ((1280, "light"), (390, "dark")):
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=colours)  # type: ignore[arg-type]
        page.evaluate(AXE.read_text("utf-8"))
        found: dict[str, Any] = page.evaluate("() => axe.run()")
        assert len(found["passes"]) > 10
        assert found["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()
