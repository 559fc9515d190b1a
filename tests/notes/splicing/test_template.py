"""A note from a template: the name and the day come where they belong, and nothing else changes."""

from datetime import date

import pytest
from reading import CONFIG

from netjournal.model.source import Source
from netjournal.notes.splicing.note import Note, Refusal
from netjournal.notes.splicing.template import Filling, contact_in, from_template

DAY = date(2026, 3, 1)


def made(template: str, name: str = "Ana Lopez") -> str | Refusal:
    note = Note(Source("contacts/a.md", template.encode()), CONFIG, True, False)
    found = from_template(note, Filling(name, DAY))
    if isinstance(found, Refusal):
        return found
    contact = contact_in(found)
    assert contact
    assert contact.name == name
    return found.source.data.decode()


@pytest.mark.parametrize(
    ("template", "note"),
    [
        ("", "---\nname: Ana Lopez\n---\n"),
        ("# {{name}}\n", "# Ana Lopez\n"),
        ("# {{ Title }}\n\n{{date}} {{other}}\n", "# Ana Lopez\n\n2026-03-01 {{other}}\n"),
        ("---\nname:\nmet: {{date}}\n---\n", "---\nname: Ana Lopez\nmet: 2026-03-01\n---\n"),
        ("---\nFull name: ''\n---\n", "---\nFull name: 'Ana Lopez'\n---\n"),
        ("---\nname: Somebody\n---\n# {{name}}\n", "---\nname: Ana Lopez\n---\n# Ana Lopez\n"),
        ("---\naliases: [x, '{{name}}']\n---\n# {{name}}\n", None),
        (
            "---\r\nname: {{name}} # as said\r\n---\r\n",
            "---\r\nname: Ana Lopez # as said\r\n---\r\n",
        ),
        (
            "\ufeff---\nname: {{name}}\ntags: [a]\n---\n## Log",
            "\ufeff---\nname: Ana Lopez\ntags: [a]\n---\n## Log",
        ),
    ],
)
def test_the_name_and_the_day_are_filled_in(template: str, note: str | None) -> None:
    expected = note or "---\naliases: [x, Ana Lopez]\n---\n# Ana Lopez\n"

    assert made(template) == expected


@pytest.mark.parametrize("name", ["no", "007", 'Zoë: "Q"', "{{date}}", "- [ ] x", "# a"])
def test_a_name_in_the_front_matter_is_read_as_it_is(name: str) -> None:
    assert isinstance(made("---\nname: {{name}}\ntags: [a]\n---\n\n## Log\n", name), str)


@pytest.mark.parametrize("name", ["2026-03-01 Lunch", "[[ben]]", "a [x](b.md)"])
def test_a_name_that_would_be_more_than_a_name_in_the_text_is_refused(name: str) -> None:
    refusal = made("---\nname: {{name}}\n---\n\n### {{name}}\n", name)

    assert isinstance(refusal, Refusal)
    assert "more than a name" in refusal.reason


@pytest.mark.parametrize(
    "template",
    ["---\nname: {{name}}\nx: {{name}} y\n---\n", "---\nname: x\n", "---\n- {{name}}\n---\n"],
)
def test_a_template_that_cant_be_read_for_certain_is_refused(template: str) -> None:
    assert isinstance(made(template), Refusal)


def test_a_name_that_is_written_as_a_link_is_refused() -> None:
    assert isinstance(made("---\nname: {{name}}\n---\n", "[[b]]"), Refusal)
