"""The table of those whom a query finds, for people and for programs."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest

from netjournal.app.list_contacts import list_contacts
from netjournal.app.workspace import Workspace
from netjournal.model.review import Review
from netjournal.render.data import reviews_csv, reviews_json
from netjournal.render.html_cells import Opening
from netjournal.render.html_table import html_table
from netjournal.render.links import page_names
from netjournal.render.markdown import Linking
from netjournal.render.markdown_table import markdown_table
from netjournal.render.text import reviews_text

DAY = date(2026, 3, 1)
MANY = "---\nname: Ana\nindustry: [law, falconry, juggling, cooperage, thatching, smithing]\n---\n"
BOTH = "---\nname: Ben\nindustry: [law, falconry]\n---\n"


@pytest.fixture
def listed(tmp_path: Path) -> Review:
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts/ana.md").write_text(MANY, encoding="utf-8")
    (tmp_path / "contacts/ben.md").write_text(BOTH, encoding="utf-8")
    return list_contacts(Workspace.load(tmp_path), DAY, "").review


def test_programs_get_all_industries_once(listed: Review) -> None:
    ana, ben = json.loads(reviews_json([listed], (), DAY))["pages"][0]["sections"][0]["rows"]
    cells = [*csv.DictReader(io.StringIO(reviews_csv([listed])))]

    assert "industries" not in ana.keys() | cells[0].keys()
    assert ana["industry"].count(", ") == 5
    assert ana["industry"].endswith("smithing")
    assert [row["industry"] for row in cells] == [ana["industry"], ben["industry"]]


def test_people_see_three_of_many_industries(listed: Review) -> None:
    (section,) = listed.sections
    for shown in (
        reviews_text([listed], width=200),
        markdown_table(section, Linking(page_names(()), wikilinks=True)),
        html_table(section, Opening(page_names(()), "", "")),
    ):
        assert " and 3 more" in shown.replace("\u00a0", " ")
        assert "smithing" not in shown
        assert "falconry" in shown


def test_a_query_finds_some_of_all(tmp_path: Path, listed: Review) -> None:
    assert listed.title == "2 contacts"
    found = list_contacts(Workspace.load(tmp_path), DAY, "industry:smithing")
    assert found.review.title == "1 of 2 contacts"
    assert [row["organization"] for row in found.review.sections[0].rows] == [""]
