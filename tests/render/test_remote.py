"""Pages that would load something from elsewhere."""

import pytest
from rendering import REVIEWS, own_page, settings

from netjournal.render.remote import remote_styles
from netjournal.render.site import render
from netjournal.render.template_set import template_set

EVIL = "https://evil.example/x"


@pytest.mark.parametrize(
    "template",
    [
        f'<img src="{EVIL}">',
        f"<IMG SRC={EVIL}>",
        '<img src="//evil.example/x">',
        f'<img alt="" srcset="{EVIL} 2x">',
        f'<script src="{EVIL}"></script>',
        f'<iframe src="{EVIL}"></iframe>',
        f'<link rel="stylesheet" href="{EVIL}">',
        f'<video poster="{EVIL}"></video>',
        f'<object data="{EVIL}"></object>',
        f'<p style="background: url({EVIL})">x</p>',
        f"<style>@import '{EVIL}';</style>",
        f"<style>p {{ background: url( '{EVIL}' ) }}</style>",
        '<img src="&#104;ttps://evil.example/x">',
        '{% set h = "https://evil.example" %}<img src="{{ h }}/x">',
    ],
)
def test_what_loads_something_is_warned_of(template: str) -> None:
    rendered = own_page("\n" + template)
    (found,) = rendered.diagnostics
    assert (found.code, found.path) == ("NJ402", "templates/own.html.j2")
    assert found.line == 2
    assert "from evil.example " in found.message
    assert rendered.kept == ()


@pytest.mark.parametrize(
    "template",
    [
        f'<a href="{EVIL}">x</a>',
        '<img src="picture.png">',
        '<img src="data:image/png;base64,xx">',
        f"<p>{EVIL} and url({EVIL})</p>",
        "<style>p { background: url(picture.png) }</style>",
        f"{{{{ '<img src={EVIL}>' }}}}",
    ],
)
def test_what_loads_nothing_from_elsewhere_is_fine(template: str) -> None:
    assert own_page(template).diagnostics == ()


def test_a_page_that_leaves_at_once_is_warned_of() -> None:
    (found,) = own_page(f'<meta http-equiv="refresh" content="0;url={EVIL}">').diagnostics
    assert found.code == "NJ402"
    assert found.message.startswith("the page loads something when it is opened")


def test_a_host_put_together_from_parts_is_told_at_the_first_line() -> None:
    (found,) = own_page('\n<img src="https://{{ "evil" }}.example/x">').diagnostics
    assert found.line == 1


def test_a_picture_from_elsewhere_in_markdown_is_warned_of() -> None:
    (found,) = own_page(f"![x]({EVIL})", "markdown").diagnostics
    assert (found.code, found.path) == ("NJ402", "templates/own.md.j2")


def test_a_layout_is_told_once_for_all_its_pages() -> None:
    template = f'\n<img src="{EVIL}">{{% block content %}}{{% endblock %}}'
    rendered = render(REVIEWS, settings(), {"html/layout.html.j2": template, "a.md.j2": "x"})
    (found,) = rendered.diagnostics
    assert (found.path, found.line) == ("templates/html/layout.html.j2", 2)


def test_a_style_sheet_that_loads_something_is_warned_of() -> None:
    templates = {"html/style.css": f"p {{}}\np {{ background: url({EVIL}) }}"}
    (found,) = render(REVIEWS, settings(), templates).diagnostics
    assert (found.code, found.path, found.line) == ("NJ402", "templates/html/style.css", 2)


def test_a_style_sheet_with_files_of_its_own_is_fine() -> None:
    assert remote_styles("p { background: url(x.png) }", template_set({}, {})) is None
