"""Two notes of the same person: what is joined, what has to be decided, and what is refused."""

import pytest
from splicing import a_note, refused, text_of

from netjournal.model.contact import Link
from netjournal.notes.parse import parse_note
from netjournal.notes.splicing.joining import clashes, joined
from netjournal.notes.splicing.note import Note

LAUGHS = "a0: &a0 [x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
)
"""Lists of lists: nobody counts what they hold."""
ONE, INTO = "contacts/ann.md", "contacts/ana.md"


def meaning(link: Link) -> object:
    return None if link.target in ("ann", "ana") else link.target.lower()


def join(one: str, into: str, choices: dict[str, str] | None = None) -> Note:
    changed = joined(a_note(one, ONE), a_note(into, INTO), choices or {}, meaning)
    assert isinstance(changed, Note), changed
    return changed


@pytest.mark.parametrize(
    ("one", "into", "after"),
    [
        (
            "---\nname: Ann\ntitle: CEO\nindustry: [finance, Law]\n---\n\n- 2026-01-02 Call\n",
            "---\nname: Ana # x\nindustry: law\n---\n\n- 2026-01-01 Lunch\n",
            (
                "---\nname: Ana # x\nindustry: [law, finance]\naliases: [Ann]\ntitle: CEO\n---\n\n"
                "- 2026-01-01 Lunch\n\n## Ann\n\n- 2026-01-02 Call\n"
            ),
        ),
        ("# Ana\n\ntext", "# Ana\n\nmore", "# Ana\n\nmore\n\n# Ana\n\ntext\n"),
        (
            '---\nname: Ana\nknows: ["[[Ben]]", "[[ana]]", "[[cy|Cy]]"]\nvia: "[[ana]]"\n---\n',
            '---\nname: Ana\nknows:\n  - "[[ann]]"\n  - "[[ben]]"\n---\n',
            '---\nname: Ana\nknows:\n  - "[[ben]]"\n  - "[[cy|Cy]]"\n---\n',
        ),
        (
            "---\nname: Ana\n---\n",
            '---\nname: Ana\nknows: "[[ann]]"\nvia: "[[ann]]"\ntags: [x]\n---\n',
            "---\nname: Ana\ntags: [x]\n---\n",
        ),
        ("# Ana\n\nx\n", "", "---\nname: ana\n---\n# Ana\n\nx\n"),
        (
            "---\nname: Ana\nbadge: 7\nshoes: [a, b]\n---\n",
            "---\r\nname: Ana\r\nBadge: 7\r\n---\r\n",
            "---\r\nname: Ana\r\nBadge: 7\r\nshoes: [a, b]\r\n---\r\n",
        ),
        (
            "---\nname: Ana\n---\n\nIndustry:: finance\nCompany:: Acme\n",
            "---\nname: Ana\nindustry: [law]\n---\n",
            (
                "---\nname: Ana\nindustry: [law, finance]\norganization: Acme\n---\n"
                "\n## Ana\n\nIndustry:: finance\nCompany:: Acme\n"
            ),
        ),
    ],
)
def test_nothing_that_either_says_is_lost(one: str, into: str, after: str) -> None:
    assert text_of(join(one, into)) == after


def test_values_that_differ_have_to_be_decided() -> None:
    one = '---\nname: Ann\ntitle: CEO\nvia: "[[Ben]]"\nmet: 2019-05\nshoe: 40\n---\n'
    into = '---\nname: Ana\nrole: CTO\nvia: "[[ben]]"\nmet: 2019-05\nShoe: 41\n---\n'

    found = clashes(a_note(one, ONE), a_note(into, INTO), meaning)

    assert [(each.field, each.into, each.into_line, each.one, each.one_line) for each in found] == [
        ("title", "CTO", 3, "CEO", 3),
        ("Shoe", "41", 6, "40", 6),
    ]
    after = text_of(join(one, into, {"title": "CEO", "Shoe": "41"}))
    assert "role: CEO\n" in after
    assert "Shoe: 41\n" in after


@pytest.mark.parametrize(
    ("one", "into", "words"),
    [
        ("---\nname: Ana\nx: {a: b}\n---\n", "# Ana\n", "fields of its own"),
        ("---\nname: Ana\n# secret\n---\n", "# Ana\n", "comment"),
        ("---\nname: Ana\ntags: [a] # secret\n---\n", "# Ana\n", "comment"),
        ("---\nname: Ana\ntitle: [a, b]\n---\n", "# Ana\n", "several values"),
        ("---\nname: Ana\ntitle: a\ntitle: b\n---\n", "# Ana\n", ""),
        ("---\nname: Ana\ncadence: banana\n---\n", "# Ana\n", ""),
        ("---\nname: Ana\nx: |\n  a\n  b\n---\n", "# Ana\n", "one line"),
        (f"---\nname: Ana\n{LAUGHS}---\n", "# Ana\n", ""),
        ("- 2026-01-02 Call\n", "# Ana\n\n```\ncode\n", "interaction"),
        ("- [ ] Send it\n", "# Ana\n\n<!--\n", "promise"),
        ("<<<<<<< a\nx\n=======\n>>>>>>> b\n", "# Ana\n", ""),
    ],
)
def test_what_would_be_lost_or_read_otherwise_is_refused(one: str, into: str, words: str) -> None:
    refusal = refused(joined(a_note(one, ONE), a_note(into, INTO), {}, meaning))

    assert words in refusal.reason


def test_the_joined_note_has_the_history_of_both() -> None:
    one = "# Ana\n\n## Log\n\n### 2026-01-02 Lunch\n\nLong talk with [[ben]].\n\n- [ ] Send it\n"
    into = "# Ana\n\n## Log\n\n- 2026-01-01 Call\n- [x] Wrote\n"

    after = join(one, into)

    parsed = parse_note(after.source, after.config, in_contacts=True, in_journal=False)
    assert [each.date.day for each in parsed.interactions] == [1, 2]
    assert [(each.text, each.done) for each in parsed.promises] == [
        ("Wrote", True),
        ("Send it", False),
    ]
