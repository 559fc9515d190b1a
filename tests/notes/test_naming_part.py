"""A look at a note's bytes never misses a name, and leaves most notes unread."""

import pytest
from building import config
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.glimpse import clue_of
from netjournal.model.source import Source
from netjournal.notes.naming_part import may_promise, may_tell
from netjournal.notes.parse import parse_note

KATE = [clue_of("Kate Smith")]
FIELDS = "---\nindustry: law\n---\n"
NAMING = [
    "---\nname: Kate Smith\n---\n",
    "# Kate Smith\n",
    FIELDS + "# Kate Smith\n",
    FIELDS + "#\tKate Smith\n",
    FIELDS + "#\u00a0Kate Smith\n",
    FIELDS + "#\u202fKate Smith\n",
    FIELDS + "\u200b# Kate Smith\n",
    "# **Ka**te Smith\n",
    FIELDS + "# **Ka**te Smith\n",
    FIELDS + "# **Ka**te Smith \u00e9\n",
    FIELDS + "# ~~Ka~~te Smith\n",
    FIELDS + "# ==Ka==te Smith\n",
    FIELDS + "# [Ka](http://x)te Smith\n",
    FIELDS + "# _Ka_.te Smith\n",
    FIELDS + "# Ka\\te Smith\n",
    "Kate Smith\n===\n",
    FIELDS + "Kate Smith\n===\n",
    FIELDS + "Kate Smith\n  ===\n",
    FIELDS + "Kate Smith\n\t=\n",
    FIELDS + "Kate Smith\n\u00a0===\n",
    FIELDS + "Kate Smith\n\u200b ===\n",
    FIELDS + "Kate Smith\n<!-- a -->===\n",
    FIELDS + "#<!-- a -->Kate Smith\n",
    FIELDS + "**Ka**te Smith\n===\n",
    FIELDS + "**Ka**te Smith \u00e9\n===\n",
    (FIELDS + "Kate Smith\n===\n").replace("\n", "\r"),
    (FIELDS + "Kate Smith\n ===\n").replace("\n", "\r\n"),
    FIELDS + "\rKate Smith\r ===\r",
    FIELDS + "\rKate Smith \u00e9\r ===\r",
    FIELDS + "\raliases:: Kate Smith\r",
    FIELDS + "\r---\rname: Kate Smith\r---\r",
    FIELDS + "aliases:: Kate Smith\n",
    "---\nneeds: |\n  a\n---\n  b\nname: Kate Smith\n---\n",
    "---\nindustry: law\n---x\nname: Kate Smith\n",
    "---\nindustry: law\n----\n# Kate Smith\n",
    "+++\nindustry = 'law'\nname = 'Kate Smith'\n+++\n",
    f"<<<<<<< a\n{FIELDS}=======\n---\nname: Kate Smith\n---\n>>>>>>> b\n",
    '---\nname: "Ka\\x74e Smith"\n---\n',
    "---\nname: Kate\n  Smith\n---\n",
]
OTHERS = [
    FIELDS + "# Ben Osei\n\nMet Kate Smith.\n",
    FIELDS + "# Ben Osei\n\n## 2026-01-01 **Ka**te Smith\n",
    FIELDS + "# Ben Osei\n- **Lunch** = tea with Kate Smith\n",
    "---\nname: Ben Osei\n---\n\n#kate-smith\n",
]
PIECES = [
    *("---", "---\n", "----", "+++", "...", "<<<<<<<", "=======", ">>>>>>>", "===", "=", "name: "),
    *("aliases: ", "aliases:: ", "needs: |", "industry: law", "# ", "## ", "#", "\n", "\n", "\n"),
    *("\r", "\r\n", " ", "  ", "\t", "\u00a0", "\u200b", "\u202f", "\f", "Kate", "Smith", "Ka"),
    *(
        "te",
        "**",
        "_",
        "~~",
        "==",
        "`",
        "[",
        "](x)",
        "[[",
        "]]",
        "|",
        "<!--",
        "-->",
        "- ",
        "> ",
        "é",
    ),
    *("é", "Kate Smith\n", "# Kate", FIELDS, "'", '"', ":", ",", "```\n", "$", "1. "),
]


def told(text: str) -> set[str]:
    """What the contact of a note is called, as reading it tells."""
    source = Source("contacts/x.md", text.encode())
    contact = parse_note(source, config(), in_contacts=True, in_journal=False).contact
    return {contact.name, *contact.aliases} if contact else set()


@pytest.mark.parametrize("text", NAMING)
def test_a_note_that_names_somebody_may_tell(text: str) -> None:
    assert may_tell(Source("contacts/x.md", text.encode()), KATE)


@pytest.mark.parametrize("text", OTHERS)
def test_a_note_that_names_somebody_else_is_left_unread(text: str) -> None:
    assert "Kate Smith" not in told(text)
    assert not may_tell(Source("contacts/x.md", text.encode()), KATE)


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_no_name_is_missed(text: str) -> None:
    for name in told(text):
        assert may_tell(Source("contacts/x.md", text.encode()), [clue_of(name)]), name


def test_a_file_name_is_looked_at() -> None:
    assert may_tell(Source("contacts/kate-smith.md", b"# Ben\n"), KATE)


def test_bytes_that_are_no_text_may_tell() -> None:
    assert may_tell(Source("contacts/x.md", b"---\nx: \xff\n---\n"), KATE)
    assert may_promise(Source("contacts/x.md", b"- [ ] \xff"), KATE)


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("- [ ] Ring [[Kate Smith]]\n", True),
        ("- [/] Ring [Kate](../contacts/kate%20smith.md)\n", True),
        ("- [x] Ring [[Kate Smith]]\n", False),
        ("- [ ] Ring [[Ben Osei]]\n", False),
    ],
)
def test_open_tasks_that_name_somebody_may_be_promises(text: str, may: bool) -> None:  # noqa: FBT001
    assert may_promise(Source("journal/x.md", text.encode()), KATE) is may
