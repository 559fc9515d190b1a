"""Templates are compiled once, and again when their text is another."""

from unittest.mock import patch

from jinja2.sandbox import ImmutableSandboxedEnvironment
from rendering import own_page


def text(template: str) -> bytes:
    """The one page that a template of the vault makes, besides those of netjournal."""
    pages = {page.path: page.data for page in own_page(template, "markdown", ()).pages}
    return pages["review/own.md"]


def test_same_template_is_not_compiled_again() -> None:
    first = text("{{ 20 + 3 }}")
    with patch.object(ImmutableSandboxedEnvironment, "compile") as compiled:
        second = text("{{ 20 + 3 }}")
    assert b"23" in first
    assert first == second
    assert not compiled.called


def test_changed_template_is_compiled_again() -> None:
    assert b"23" in text("{{ 20 + 3 }}")
    assert b"24" in text("{{ 20 + 4 }}")
