"""The search of the HTML pages in a real browser: it answers as the command line does."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect

from netjournal.app.build import build
from netjournal.app.query import QueryError, find_people, own_field_keys, parse_query
from netjournal.app.search import search
from netjournal.app.workspace import Workspace
from netjournal.web.server import open_server

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]

SAMPLE = Path(__file__).parents[2] / "sample-vault"
DAY = date(2026, 11, 24)
ASK = """async (queries) => {
  const paths = (text) => {
    try {
      const terms = netjournalQuery.parse(text, netjournal.all.tables);
      const found = netjournalQuery.find(terms, netjournal.all.people, netjournal.all.tables);
      return found.map(({ path }) => path);
    } catch (problem) {
      if (problem instanceof netjournalQuery.QueryError) return problem.message;
      throw problem;
    }
  };
  await netjournal.all.ready();
  return queries.map(paths);
}"""


ODD = {
    "contacts/odd.md": "---\nname: Straße İstanbul\naliases: [ΣΑΣ, Ｆｕｌｌ, Øla Łuk]\n"
    "__proto__: polluted\n"
    'coffee: flat white\nknows: ["[[ana]]"]\ncadence: 6w\nmet: 2019-05\ntags: ["Café"]\n---\n'
    "- 2026-11-01 Talked about the <b>cello</b>\n",
    "contacts/e\u0301.md": '---\nindustry: [falconry, "R&D"]\nbirthday: --04-12\nuid: X-1\n---\n'
    "The cello of 𝒜da, Zo\u00eb\n",
    "contacts/ana.md": "---\nname: ana\nCoffee: none\nsnoozed_until: 2027-01-01\n---\n",
    "contacts/𝒜da.md": '---\nname: 𝒜da\nphone: "+31 20 1"\nstatus: closed\n---\n',
    "contacts/\ue000.md": "---\nname: \ue000\nrelationship: ally\n---\n- 2020-01-01 Met.\n",
    "journal/2026-11-20.md": "Saw [[ana]] with her cello.\n",
}


@pytest.fixture(scope="module", params=["sample", "odd"])
def vault(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A vault whose pages have been built."""
    root = tmp_path_factory.mktemp("search") / "vault"
    if request.param == "sample":
        shutil.copytree(SAMPLE, root, ignore=shutil.ignore_patterns("review", "site"))
    else:
        for path, text in ODD.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
    workspace = Workspace.load(root)
    build(workspace, DAY)
    return workspace


@pytest.fixture(scope="module")
def page(browser: Browser, vault: Workspace) -> Iterator[Page]:
    """The page of all contacts, which makes no complaint and asks nothing of anybody."""
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    troubles: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto((vault.root / "site" / "people.html").as_uri())
    page.wait_for_function("window.netjournal?.all")
    yield page
    page.close()
    assert troubles == []
    assert [url for url in asked if not url.startswith((vault.root / "site").as_uri())] == []


def expected(vault: Workspace, query: str) -> list[str] | None:
    """What the command line finds; None for a query that makes no sense."""
    try:
        terms = parse_query(query, own_field_keys(vault.index.contacts.values()))
        return [p.contact.path for p in find_people(terms, vault.assessment(DAY))]
    except QueryError:
        return None


QUERIES = """
ana|LEILA|"Thursday table"|hospital|-hospital|strasse|istanbul|σας|cafe|café|zoe|full|ada
ola luk|"øla łuk"|last contact<2026
industry:finance|industry:health,legal|-industry:technology|industry:falconry|industry:R&D
industry:nothing|relationship:ally|relationship:ally,acquaintance -status:dormant|tier:mentor
state:overdue|state:planned|state:due,overdue,fading|-state:fresh|status:closed|tag:cafe|tag:Café
group:business|uid:x-1|path:contacts/ana.md|name:ana|company:tern|aliases:σας|knows:ana
introduced_by:priya|offers:naming|met<2020|met<=2019-05|met:2019|met>2010|met>=2019-05-01
last<2026|last_contact>=2026-10|due<2027|birthday<1990|snoozed_until>2026|days>=180
days<30 relationship:ally|ratio>=1|ratio<2|cadence<=6w|cadence:42|cadence<"every 2 weeks"
priority>1|has:birthday|-has:industry|has:coffee|has:Coffee|has:email|has:state|coffee:flat
Coffee:none|__proto__:pol|has:__proto__|constructor|toString|industry:|"open|met:soon|days:many
name<3|nofield:x|state:overdu|-|--|a-b:c|-name:ana|met<2020-13|met<9999-12|days>inf|days<nan
met<2020-02-30|met<2020-02-29|days>1_0|a,b|name:a,e|,|"a,b"|=|:|x=y
"""


def test_every_kind_of_query_finds_whom_the_command_line_finds(
    vault: Workspace, page: Page
) -> None:
    queries = [each for line in QUERIES.strip().splitlines() for each in line.split("|")]
    answers = page.evaluate(ASK, queries)
    found = {q: a if isinstance(a, list) else None for q, a in zip(queries, answers, strict=True)}
    assert found == {query: expected(vault, query) for query in queries}


@given(
    st.lists(
        st.text(alphabet='aeißİΣé𝒜:<>=-,". 0129_&', max_size=24)
        | st.tuples(
            st.sampled_from(["name", "tag", "met", "days", "industry", "coffee", "state", "has"]),
            st.sampled_from([":", "<", ">=", "="]),
            st.text(alphabet='aelnort-,"019 ', max_size=8),
        ).map("".join),
        min_size=20,
        max_size=20,
    )
)
@settings(
    max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_finds_whom_the_command_line_finds(
    vault: Workspace, page: Page, queries: list[str]
) -> None:
    answers = page.evaluate(ASK, queries)
    found = [answer if isinstance(answer, list) else None for answer in answers]
    assert found == [expected(vault, query) for query in queries]


@pytest.mark.parametrize("words", ["cello", "met", "the pilot", "coffee", "zoe"])
def test_the_lines_of_the_notes_are_those_that_the_command_line_finds(
    vault: Workspace, page: Page, words: str
) -> None:
    hits = search(vault.root, vault.index, tuple(words.split()))
    wanted = [f"{hit.path}:{hit.line}" for hit in hits]

    lines = page.evaluate(
        """async (words) => {
          const lines = await netjournal.all.lines(words);
          return lines.map(({ path, line }) => `${path}:${line}`);
        }""",
        words,
    )

    assert lines == wanted


def test_what_is_typed_is_found_and_reached_by_keys(vault: Workspace, page: Page) -> None:
    everybody = len(vault.index.contacts)
    page.keyboard.press("/")
    field = page.get_by_role("searchbox")
    expect(field).to_be_focused()

    page.keyboard.type("ana")
    found = expected(vault, "ana") or []
    expect(page.get_by_role("status")).to_contain_text(f"{len(found)} of {everybody} contacts")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".results th a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    page.keyboard.press("Escape")

    expect(field).to_have_value("")
    expect(page.locator("[data-everyone]")).to_be_visible()
    assert page.locator(".results a").count() == 0


def test_the_local_server_shows_what_a_search_finds(browser: Browser, vault: Workspace) -> None:
    server = open_server(vault.root, 0)
    server.start()
    page = browser.new_page()
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))

    page.goto(f"{server.url}index.html")
    page.keyboard.press("/")
    page.keyboard.type("ana")
    page.keyboard.press("Enter")

    found = expected(vault, "ana") or []
    expect(page.get_by_role("searchbox")).to_have_value("ana")
    expect(page.locator(".found [role=status]")).to_contain_text(f"{len(found)} of ")
    assert page.url == f"{server.url}people.html?q=ana"
    assert troubles == []
    page.close()
    server.stop()
