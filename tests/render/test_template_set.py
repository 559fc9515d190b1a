"""Which template is which."""

import pytest
from rendering import settings

from netjournal.model import codes
from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.industry import Taxonomy
from netjournal.render.forms import html_form, markdown_form
from netjournal.render.links import page_names
from netjournal.render.template_set import TemplateUnread, full_name, template_set

NAMES = page_names(())
CONFIG = Config(Taxonomy({}))
HTML = html_form(CONFIG, NAMES, "/vault")
MARKDOWN = markdown_form(CONFIG, NAMES)


def test_a_name_without_a_folder_belongs_to_its_form() -> None:
    assert full_name("wall.html.j2") == "html/wall.html.j2"
    assert full_name("wall.md.j2") == "markdown/wall.md.j2"
    assert full_name("style.css") == "html/style.css"
    assert full_name("html/wall.html.j2") == "html/wall.html.j2"
    assert full_name("wall.txt.j2") == "wall.txt.j2"


def test_the_vaults_own_come_before_the_shipped_ones() -> None:
    found = template_set({"html/review.html.j2": "theirs"}, {"review.html.j2": "mine"})
    assert found.find("html/review.html.j2") == "mine"
    assert found.find("shipped/html/review.html.j2") == "theirs"
    assert found.find("nothing") is None


def test_a_template_in_its_folder_comes_before_one_at_the_top() -> None:
    found = template_set({}, {"html/a.html.j2": "folder", "a.html.j2": "top"})
    assert found.find("a.html.j2") == "folder"
    assert found.path("a.html.j2") == "templates/html/a.html.j2"


def test_a_path_is_where_the_file_stands() -> None:
    found = template_set({"html/x.html.j2": ""}, {"a.html.j2": ""})
    assert found.path("html/a.html.j2") == "templates/a.html.j2"
    assert found.path("html/x.html.j2") == "templates/html/x.html.j2"
    assert found.is_own("a.html.j2")
    assert not found.is_own("html/x.html.j2")


def unread(path: str) -> Diagnostic:
    """The problem of a template, or a folder of them, that couldn't be read."""
    return codes.TEMPLATE_ERROR.at(path, 1, 1, "the template can't be read")


def test_a_template_that_could_not_be_read_is_there_and_gives_its_problem() -> None:
    problem = unread("templates/today.md.j2")
    found = template_set({"markdown/review.md.j2": "theirs"}, {}, (problem,))
    assert found.has("markdown/today.md.j2")
    assert found.is_own("today.md.j2")
    assert found.find("markdown/review.md.j2") == "theirs"
    with pytest.raises(TemplateUnread) as caught:
        found.find("markdown/today.md.j2")
    assert problem == caught.value.problem


def test_a_template_in_its_folder_comes_before_an_unread_one_at_the_top() -> None:
    found = template_set({}, {"markdown/a.md.j2": "folder"}, (unread("templates/a.md.j2"),))
    assert found.find("a.md.j2") == "folder"
    found = template_set({}, {"a.md.j2": "top"}, (unread("templates/markdown/a.md.j2"),))
    assert found.problem("a.md.j2") == unread("templates/markdown/a.md.j2")


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("templates", ["html/a/b.html.j2", "html/style.css", "markdown/review.md.j2"]),
        ("templates/html", ["html/a/b.html.j2", "html/style.css"]),
        ("templates/html/a", ["html/a/b.html.j2"]),
    ],
)
def test_nobody_knows_what_is_in_a_folder_that_could_not_be_read(
    path: str, kept: list[str]
) -> None:
    shipped = {"html/style.css": "", "markdown/review.md.j2": ""}
    found = template_set(shipped, {}, (unread(path),))
    names = ["html/a/b.html.j2", *shipped]
    assert kept == [name for name in names if found.problem(name) == unread(path)]
    assert found.find("shipped/markdown/review.md.j2") == ""


def test_new_pages_are_those_with_a_name_of_their_own() -> None:
    names = ("wall", "Today", "today", "_part", ".hidden", "review", "index", "layout", "a/b", "")
    found = template_set({}, {f"html/{name}.html.j2": "" for name in names} | {"phones.md.j2": ""})
    assert found.new_pages(HTML, frozenset({"today"})) == ("wall",)
    assert found.new_pages(MARKDOWN, frozenset()) == ("phones",)


def test_every_shipped_template_has_its_place() -> None:
    assert sorted(settings().shipped) == [
        "html/contact.html.j2",
        "html/index.html.j2",
        "html/industry.html.j2",
        "html/layout.html.j2",
        "html/organization.html.j2",
        "html/people.html.j2",
        "html/review.html.j2",
        "html/style.css",
        "markdown/index.md.j2",
        "markdown/layout.md.j2",
        "markdown/review.md.j2",
    ]
