"""Links lead elsewhere, and stay as they were written."""

import pytest
from splicing import a_note, refused, text_of

from netjournal.model.contact import Link
from netjournal.notes.splicing.links import links_of, rewrite_links
from netjournal.notes.splicing.note import Refusal

NEW = {
    "ana": "anna lee",
    "contacts/ana": "contacts/anna lee",
    "ana.md": "anna lee.md",
    "../contacts/ana.md": "../contacts/anna (lee).md",
    "../contacts/änä.md": "../contacts/ännä lee.md",
    "Ana O'Hara": 'Anna "O\'Hara"',
}


def retarget(link: Link) -> str | None:
    return NEW.get(link.target)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[[ana]]", "[[anna lee]]"),
        ("[A][a]\n\n[a]: ana.md 'x'\n", "[A][a]\n\n[a]: anna%20lee.md 'x'\n"),
        ("[a]: <ana.md>\n[^1]: ana.md\n", "[a]: <anna lee.md>\n[^1]: ana.md\n"),
        (
            "[[ana|Ana]] [[ana#Log]] [[ana#Log|log]]",
            "[[anna lee|Ana]] [[anna lee#Log]] [[anna lee#Log|log]]",
        ),
        ("![[ana]] ![[ana#Log|300]]", "![[anna lee]] ![[anna lee#Log|300]]"),
        ("[[ ana ]]", "[[ anna lee ]]"),
        ("| [[ana\\|Ana]] |", "| [[anna lee\\|Ana]] |"),
        ("[[contacts/ana]] [[ana.md]]", "[[contacts/anna lee]] [[anna lee.md]]"),
        ("[A](ana.md)", "[A](anna%20lee.md)"),
        ("[A](<ana.md> 'title')", "[A](<anna lee.md> 'title')"),
        ("[A](../contacts/ana.md#log)", "[A](../contacts/anna%20%28lee%29.md#log)"),
        ("[A](../contacts/%C3%A4n%C3%A4.md)", "[A](../contacts/%C3%A4nn%C3%A4%20lee.md)"),
        ("[A](../contacts/änä.md)", "[A](../contacts/ännä%20lee.md)"),
        (
            "![A](ana.md) [![[ana]]](https://ana.md)",
            "![A](anna%20lee.md) [![[anna lee]]](https://ana.md)",
        ),
        ("> [[ana]]\n- [ ] [[ana]]", "> [[anna lee]]\n- [ ] [[anna lee]]"),
        ("[[ana]]\r\n[[ana]]\n", "[[anna lee]]\r\n[[anna lee]]\n"),
        ('---\nknows: "[[ana]]"\n---\n', '---\nknows: "[[anna lee]]"\n---\n'),
        ("---\nknows: [[ana]]\n---\n", "---\nknows: [[anna lee]]\n---\n"),
        (
            "---\nknows:\n  - '[[ana|A]]' # x\n  - ana\n---\n",
            "---\nknows:\n  - '[[anna lee|A]]' # x\n  - anna lee\n---\n",
        ),
        ("---\nknows: ana, ben\n---\n", "---\nknows: anna lee, ben\n---\n"),
        ("---\nvia: Ana O'Hara\n---\n", '---\nvia: Anna "O\'Hara"\n---\n'),
        ("---\nvia: 'Ana O''Hara'\n---\n", "---\nvia: 'Anna \"O''Hara\"'\n---\n"),
        ('---\nvia: "[[Ana O\'Hara]]"\n---\n', '---\nvia: "[[Anna \\"O\'Hara\\"]]"\n---\n'),
        (
            '---\nown: ana\nmore: {a: "[[ana]]"}\n---\n',
            '---\nown: ana\nmore: {a: "[[anna lee]]"}\n---\n',
        ),
    ],
)
def test_a_link_leads_elsewhere(before: str, after: str) -> None:
    assert text_of(rewrite_links(a_note(before), retarget)) == after


@pytest.mark.parametrize(
    "text",
    [
        "`[[ana]]`",
        "```\n[[ana]]\n```",
        "    [[ana]]",
        "%% [[ana]] %% <!-- [[ana]] -->",
        "\\[[ana]]",
        "[[#ana]] [x](#ana) [x](https://x.org/ana.md) [x](mailto:ana)",
        "[[anas]] ana",
        "[x]: https://x.org/ana.md",
        "---\nname: ana # [[ana]]\n---\n",
    ],
)
def test_what_is_no_link_stays(text: str) -> None:
    note = a_note(text)
    assert rewrite_links(note, retarget) is note


def test_a_name_that_no_link_can_have_is_refused() -> None:
    refusal = refused(rewrite_links(a_note("x\n[[ana]]"), lambda _: "a|b"))
    assert (refusal.line, "a|b" in refusal.reason) == (2, True)


def test_links_in_front_matter_that_is_no_yaml_are_not_overlooked() -> None:
    refused(rewrite_links(a_note('---\nknows: ["[[ana]]\n---\n'), retarget))
    assert text_of(rewrite_links(a_note('---\nname: "x\n---\n[[ana]]'), retarget)).endswith("lee]]")


def test_every_link_is_told_of_in_order() -> None:
    note = a_note("---\nknows: [[ana]]\n---\n![[ben]] [C](cy.md)")
    found = links_of(note)
    assert not isinstance(found, Refusal)
    assert [(each.target, each.line, each.is_path) for each in found] == [
        ("ana", 2, False),
        ("ben", 4, False),
        ("cy.md", 4, True),
    ]
