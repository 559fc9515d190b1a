"""The search of the HTML pages while somebody types: what a key does, and what is said."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from netjournal.app.build import build
from netjournal.app.workspace import Workspace
from netjournal.web.news import State
from netjournal.web.server import Server, open_server

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]

DAY = date(2026, 11, 24)
COUNT = 260
FIRST, MOST = 20, 100
"""Rows that are there at once, and those that come by themselves."""


def note(number: int) -> str:
    """A contact's note."""
    return (
        f"---\nname: Person {number}\nrelationship: {('ally', 'acquaintance')[number % 2]}\n"
        f"organization: Harbour Works\ntags: [berlin]\ncoffee: black\n---\n\n## Log\n"
        f"- 2026-11-{number % 20 + 1:02d} **Tea** with [[Person {number - 1}|a friend]].\n"
    )


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault with more people than a page shows, whose pages have been built."""
    root = tmp_path_factory.mktemp("typing") / "vault"
    (root / "contacts").mkdir(parents=True)
    for number in range(COUNT):
        (root / "contacts" / f"person-{number:03d}.md").write_text(note(number), encoding="utf-8")
    build(Workspace.load(root), DAY)
    return root


@pytest.fixture
def page(browser: Browser, root: Path) -> Iterator[Page]:
    """The page of all contacts, on which something has been found before."""
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.goto((root / "site" / "people.html").as_uri())
    page.wait_for_function("window.netjournal?.all")
    ask(page, "tea")
    yield page
    page.close()
    assert troubles == []


def ask(page: Page, query: str) -> None:
    """Types a query, and waits until everything of its answer is there."""
    page.get_by_role("searchbox").fill(query)
    answered(page, query)


def answered(page: Page, query: str) -> None:
    page.locator(f"[data-answered='{query}']").wait_for(state="attached")


def status(page: Page) -> str:
    return page.locator(".found [role=status]").inner_text()


TYPE = """async (query) => {
  const field = document.querySelector(".search input");
  field.value = query;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise(requestAnimationFrame);
  return [
    document.querySelectorAll(".results tbody tr").length,
    document.querySelector(".found [role=status]").textContent,
  ];
}"""


def test_a_key_shows_a_screen_of_rows_and_the_others_come_by_themselves(page: Page) -> None:
    rows, said = page.evaluate(TYPE, "person")
    assert (rows, said) == (FIRST, f"{COUNT} of {COUNT} contacts")

    answered(page, "person")

    assert page.locator(".results tbody tr").count() == MOST


def test_all_that_is_found_is_shown_when_asked_for(page: Page) -> None:
    ask(page, "person")
    page.get_by_role("button", name=f"Show all {COUNT}").click()

    expect(page.locator(".results tbody tr")).to_have_count(COUNT)
    expect(page.locator(".results tbody tr").nth(MOST).get_by_role("link")).to_be_focused()
    expect(page.get_by_role("button", name="Show all")).to_have_count(0)


def test_the_next_key_begins_with_a_screen_again(page: Page) -> None:
    ask(page, "person")
    page.get_by_role("button", name=f"Show all {COUNT}").click()
    expect(page.locator(".results tbody tr")).to_have_count(COUNT)

    rows, _ = page.evaluate(TYPE, "person ")

    assert rows == FIRST


def test_lines_of_the_words_before_are_reached_by_nobody(page: Page) -> None:
    ask(page, "tea")
    expect(page.get_by_role("heading", name="In the notes")).to_be_visible()

    page.evaluate(TYPE, "nobody")
    reached = page.evaluate("document.querySelector('.lines')?.closest('[inert]') !== null")

    assert reached
    answered(page, "nobody")
    expect(page.get_by_role("heading", name="In the notes")).to_have_count(0)


def test_whoever_empties_the_search_sees_everybody_again(page: Page) -> None:
    ask(page, "person 7")
    expect(page.locator("[data-everyone]")).to_be_hidden()
    assert page.evaluate("document.querySelector('[data-everyone] a').checkVisibility()") is False

    page.keyboard.press("Escape")

    expect(page.locator("[data-everyone]")).to_be_visible()
    assert page.locator(".results tbody tr").count() == 0


def test_the_address_says_what_was_searched_for_once_somebody_pauses(page: Page) -> None:
    ask(page, "person 7")
    page.wait_for_url("**/people.html?q=person+7")


def test_who_comes_back_from_a_person_finds_the_search(page: Page) -> None:
    page.get_by_role("searchbox").fill('"person 77"')
    expect(page.locator(".results tbody tr")).to_have_count(1)
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Person 77").wait_for()

    page.go_back()

    expect(page.get_by_role("searchbox")).to_have_value('"person 77"')
    expect(page.locator(".results tbody tr")).to_have_count(1)


NARROWS = """([terms, earlier]) => {
  const { narrows, parse } = netjournalQuery;
  const { tables } = netjournal.all;
  return narrows(parse(terms, tables), parse(earlier, tables), tables);
}"""


@pytest.mark.parametrize(
    ("query", "earlier", "does"),
    [
        ("anab", "ana", True),
        ("ana lopez", "ana", True),
        ("ana state:due", "ana", True),
        ("organization:tern", "organization:te", True),
        ("-ana", "ana", False),
        ("-anab", "-ana", False),
        ("ana", "anab", False),
        ("ana,bo", "ana", False),
        ("tag:ana", "tag:an", False),
        ("ana", "ana state:due", False),
        ("ana,b", '"ana,b"', False),
    ],
)
def test_only_a_query_that_grew_looks_among_whom_the_one_before_found(
    page: Page, query: str, earlier: str, *, does: bool
) -> None:
    assert page.evaluate(NARROWS, [query, earlier]) is does


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- 2026-11-03 **Tea** with [[Ana Lopez]]", "2026-11-03 Tea with Ana Lopez"),
        ("- [ ] Send [[ana|her]] the _deck_ 📅 2026-12-01", "Send her the deck 📅 2026-12-01"),
        ("needs:: a *good* lawyer", "needs: a good lawyer"),
        ("She [offers:: lessons] now", "She [offers: lessons] now"),
        ("> [!note] A call", "A call"),
        ("### 2026-11-03 Lunch ^a1", "2026-11-03 Lunch"),
        ("![[photo.png]] and [words](https://a.example/b_c_d)", "photo.png and words"),
        ("<b>Bold</b> &amp; <!-- hidden --> `code` ~~old~~ ==new==", "Bold & hidden code old new"),
        ("[[note#Heading]] and [[note#^b1|that]]", "note, Heading and that"),
        ("snake_case_name 2*3*4 a < b > c \\*star\\*", "snake_case_name 2*3*4 a < b > c *star*"),
        ("1. <ana@a.example> <https://a.example>", "ana@a.example https://a.example"),
    ],
)
def test_a_line_is_shown_as_it_reads(page: Page, line: str, words: str) -> None:
    shown = page.evaluate("(line) => netjournalLines.excerpt(line, [''])", line)
    assert shown == words


def test_a_word_in_an_address_alone_is_shown_with_it(page: Page) -> None:
    line = "- [Her page](https://cello.example)"
    shown = page.evaluate("(line) => netjournalLines.excerpt(line, ['cello'])", line)
    assert shown == "Her page (https://cello.example)"


def test_a_line_leads_to_its_place_on_the_page_of_the_person(page: Page) -> None:
    page.get_by_role("searchbox").fill('tea name:"person 77"')
    page.locator(".lines:not([inert] *)").get_by_role("link", name="Person 77", exact=True).click()

    page.wait_for_url("**/contacts/person-077.html#L10")
    expect(page.locator(":target")).to_have_text("2026-11-18 Tea with a friend.")


def test_a_field_that_is_not_there_is_told_with_the_nearest(page: Page) -> None:
    ask(page, "organizaton:harbour person")

    said = status(page)
    assert "There is no field ‘organizaton’" in said
    assert "Did you mean organization:harbour person? Other fields: " in said

    page.get_by_role("link", name="organization:harbour person").click()
    answered(page, "organization:harbour person")
    assert status(page) == f"{COUNT} of {COUNT} contacts"


def test_a_field_of_two_words_is_told_as_one(page: Page) -> None:
    ask(page, "-last contact<2026")
    assert "Did you mean -last_contact<2026? How to search" in status(page)


def test_a_word_of_the_notes_alone_is_not_told_as_nobody(page: Page) -> None:
    ask(page, "friend")
    assert status(page) == "In no contact’s fields, but in the notes"


def test_a_field_of_ones_own_can_be_meant(page: Page) -> None:
    ask(page, "cofee:black")
    assert "Did you mean coffee:black?" in status(page)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("met:", "A date, as in met<2020"),
        ("days>", "A number, as in days>=30"),
        ("state:", "It can be fresh, due"),
        ("state:overd", "It can be overdue, "),
        ("-", "A word is missing"),
        ('"tea', "needs another one"),
    ],
)
def test_half_a_query_is_told_how_to_go_on(page: Page, query: str, words: str) -> None:
    page.get_by_role("searchbox").fill(query)
    expect(page.locator(".found [role=status]")).to_contain_text(words)


def test_a_value_that_nobody_has_is_told_with_one_that_somebody_has(page: Page) -> None:
    ask(page, "tag:berln relationship:ally")

    hints = page.locator(".results .hint").all_inner_texts()
    assert hints == [
        "Did you mean tag:berlin relationship:ally?",
        f"With one condition less: relationship:ally ({COUNT // 2} contacts).",
    ]
    page.get_by_role("link", name="tag:berlin relationship:ally").click()
    answered(page, "tag:berlin relationship:ally")
    assert status(page) == f"{COUNT // 2} of {COUNT} contacts"


def test_where_nothing_is_found_it_says_what_was_searched(page: Page) -> None:
    ask(page, "zzqqx")
    expect(page.locator(".results .hint")).to_contain_text("every line of the notes")

    page.locator(".results").get_by_role("link", name="How to search").click()

    expect(page.get_by_text("All of them must be found")).to_be_visible()
    expect(page.locator("[data-fields]")).to_contain_text("coffee")


@pytest.fixture
def server(root: Path) -> Iterator[Server]:
    server = open_server(root, 0)
    server.news.publish(State("net", "first", "", (), frozenset()))
    server.start()
    yield server
    server.stop()


def test_what_was_found_stays_while_the_notes_change(
    browser: Browser, root: Path, server: Server
) -> None:
    page = browser.new_page(viewport={"width": 1200, "height": 600})
    page.goto(f"{server.url}people.html")
    ask(page, "person")
    page.get_by_role("button", name=f"Show all {COUNT}").click()
    expect(page.locator(".results tbody tr")).to_have_count(COUNT)
    last = page.get_by_role("link", name="Person 99", exact=True)
    last.focus()
    top = page.evaluate("document.body.dataset.kept = 'yes', scrollY")

    changed = root / "contacts" / "person-099.md"
    changed.write_text(note(99).replace("Harbour Works", "Elsewhere"), encoding="utf-8")
    build(Workspace.load(root), DAY)
    server.news.publish(State("net", "second", "", (), frozenset()))

    expect(page.locator(".results tbody tr").last).to_contain_text("Elsewhere")
    expect(page.locator(".results tbody tr")).to_have_count(COUNT)
    expect(last).to_be_focused()
    assert page.locator("body").get_attribute("data-kept") == "yes"
    assert page.evaluate("scrollY") == top
    page.close()
    changed.write_text(note(99), encoding="utf-8")
    build(Workspace.load(root), DAY)
