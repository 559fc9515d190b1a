"""Where links lead."""

import pytest

from netjournal.render.links import note_address, opening_address, readable_address

VAULT = "/home/noor/my network"


def test_a_note_from_a_page() -> None:
    assert note_address("contacts/ana.md") == "../contacts/ana.md"
    assert note_address("contacts/a b#c?d.md") == "../contacts/a%20b%23c%3Fd.md"


def test_a_name_that_looks_like_an_address_stays_a_path() -> None:
    assert note_address("javascript:alert(1).md") == "../javascript%3Aalert%281%29.md"


def test_a_file_name_that_is_not_utf_8_keeps_its_bytes() -> None:
    assert note_address("a\udcff.md") == "../a%FF.md"
    assert readable_address("é\udcff.md") == "../é%FF.md"


def test_half_a_character_is_replaced() -> None:
    assert note_address("a\ud83d.md") == "../a%3F.md"


@pytest.mark.parametrize(
    ("program", "address"),
    [
        ("", "../contacts/ana%20b.md#L7"),
        ("vscode", "vscode://file/home/noor/my%20network/contacts/ana%20b.md:7"),
        ("obsidian", "obsidian://open?path=%2Fhome%2Fnoor%2Fmy%20network%2Fcontacts%2Fana%20b.md"),
        (
            "subl://open?url=file://{path}&line={line}",
            "subl://open?url=file:///home/noor/my%20network/contacts/ana%20b.md&line=7",
        ),
        ("javascript:alert('{path}')", "../contacts/ana%20b.md#L7"),
        ("JavaScript:alert(1)", "../contacts/ana%20b.md#L7"),
        ("data:text/html,{path}", "../contacts/ana%20b.md#L7"),
        ("no scheme {path}", "../contacts/ana%20b.md#L7"),
    ],
)
def test_a_note_opened_with_a_program(program: str, address: str) -> None:
    assert opening_address("contacts/ana b.md", 7, program, VAULT) == address


def test_the_first_line_of_a_note_needs_no_name() -> None:
    assert opening_address("contacts/ana.md", 1, "", VAULT) == "../contacts/ana.md"


def test_a_vault_on_a_drive_of_windows() -> None:
    assert opening_address("a.md", 1, "vscode", "C:\\Users\\noor\\vault") == (
        "vscode://file/C:/Users/noor/vault/a.md:1"
    )


def test_braces_in_a_path_are_no_places_to_fill_in() -> None:
    assert opening_address("{line}.md", 3, "x://{path}:{line}", "/v") == "x:///v/%7Bline%7D.md:3"
