"""The charts in a real browser: every word can be read, and nothing sticks out."""

import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from nastiness import HOSTILE
from playwright.sync_api import Browser

from netjournal.app.build import build
from netjournal.app.workspace import Workspace
from netjournal.reviews.registry import REVIEWS

pytestmark = [pytest.mark.browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]

SAMPLE = Path(__file__).parents[2] / "sample-vault"
AS_OF = date(2026, 3, 1)
SMALLEST = 11
"""Pixels of the smallest words."""

NAMES = (
    *HOSTILE,
    "Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh of the Northern Marches",
    "محمد عبد الرحمن بن عبد العزيز الأنصاري",
    "欧阳修远司马相如诸葛孔明上官婉儿",
    "👩‍👩‍👧‍👦" * 12,
    "W" * 80,
    "a" + "\u0301" * 200,
)

# The first letter may lean out a little, as J does in some fonts: nothing is cut off there.
_WORDS_THAT_STICK_OUT = """
texts => texts.filter(text => {
    const clipped = text.closest('svg[width]:not([role])');
    if (clipped) return false;
    const edge = text.closest('svg[role]').getBoundingClientRect();
    const box = text.getBoundingClientRect();
    return box.left < edge.left - 3 || box.right > edge.right + 1
        || box.top < edge.top - 4 || box.bottom > edge.bottom + 1;
}).map(text => text.textContent)
"""

_SIZES = """
texts => texts.map(text => {
    const drawing = text.closest('svg[role]');
    const scale = drawing.viewBox.baseVal.width
        ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width : 1;
    return parseFloat(getComputedStyle(text).fontSize) * scale;
})
"""


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sites of the sample vault, of one with long and hostile names, and of a large one."""
    root = tmp_path_factory.mktemp("charts")
    shutil.copytree(SAMPLE, root / "sample", ignore=shutil.ignore_patterns("review", "site"))
    for number, name in enumerate(NAMES):
        write(root / "names", number, f"name: {name!r}\nindustry: [{name!r}, law]")
    for number in range(400):
        industry = ("law", "finance", "health", "energy", f"trade {number % 90}")[number % 5]
        write(root / "large", number, f"industry: [{industry}]")
    return {vault.name: site_of(vault) for vault in sorted(root.iterdir())}


def write(vault: Path, number: int, fields: str) -> None:
    """A contact, in touch some days before, with help given and received."""
    (vault / "contacts").mkdir(parents=True, exist_ok=True)
    kind = "ally" if number % 3 else "acquaintance"
    links = f"knows: ['[[c{number + 1}]]']\nintroduced_by: '[[c{number // 2}]]'"
    days = [AS_OF - timedelta(number * 7 % 300), AS_OF - timedelta(30 + number * 11 % 300)]
    text = f"---\n{fields}\nrelationship: {kind}\n{links}\n---\n"
    text += f"- {days[0]} Lunch #gave\n- {days[1]} Call #received #lead\n"
    (vault / "contacts" / f"c{number}.md").write_text(text, encoding="utf-8")


def site_of(vault: Path) -> Path:
    """The site, built as of a day."""
    workspace = Workspace.load(vault)
    build(workspace, workspace.config.build.today or AS_OF)
    return vault / "site"


@pytest.mark.parametrize(("width", "scheme"), [(390, "light"), (1280, "dark")])
@pytest.mark.parametrize("vault", ["sample", "names", "large"])
def test_every_word_of_every_chart_can_be_read(
    browser: Browser, sites: dict[str, Path], vault: str, width: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    charts = 0
    for review in REVIEWS:
        page.goto((sites[vault] / f"{review.slug}.html").as_uri())
        charts += page.locator("figure.chart").count()
        words = ".chart text"
        assert page.eval_on_selector_all(words, _WORDS_THAT_STICK_OUT) == [], review.slug
        sizes = page.eval_on_selector_all(words, _SIZES)
        assert min(sizes, default=SMALLEST) >= SMALLEST, review.slug
        names = page.eval_on_selector_all("svg[role=img]", "all => all.map(each => each.id)")
        assert len(names) == page.locator("figure.chart").count()
    assert charts >= 3
    context.close()


def test_a_chart_has_its_title_and_description_as_its_name(
    browser: Browser, sites: dict[str, Path]
) -> None:
    page = browser.new_page()
    page.goto((sites["sample"] / "neglected.html").as_uri())
    assert page.get_by_role("img", name="How long they have waited", exact=True).count() == 1
    page.close()
