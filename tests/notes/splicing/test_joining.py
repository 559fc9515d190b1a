"""Two notes of the same person: what is joined, what has to be decided, and what is refused."""

import textwrap

import pytest
from splicing import a_note, refused, text_of

from netjournal.model.contact import Link
from netjournal.notes.parse import parse_note
from netjournal.notes.splicing.joining import joined, pair_of
from netjournal.notes.splicing.note import Note, Refusal
from netjournal.notes.splicing.pairs import Clash, Pair

LAUGHS = "a0: &a0 [x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30)
)
"""Lists of lists: nobody counts what they hold."""
ONE, INTO = "contacts/ann.md", "contacts/ana.md"


def meaning(link: Link) -> object:
    return None if link.target in ("ann", "ana") else link.target.lower()


def tried(one: str, into: str, choices: dict[str, str] | None = None) -> Note | Refusal:
    pair = pair_of(a_note(one, ONE), a_note(into, INTO), meaning)
    return joined(pair, choices or {}) if isinstance(pair, Pair) else pair


def clashes(one: str, into: str) -> list[Clash]:
    pair = pair_of(a_note(one, ONE), a_note(into, INTO), meaning)
    assert isinstance(pair, Pair), pair
    return [each for each in pair.differing() if isinstance(each, Clash)]


def join(one: str, into: str, choices: dict[str, str] | None = None) -> Note:
    changed = tried(one, into, choices)
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
        ("# Ana\n\ntext", "# Ana\n\nmore", "# Ana\n\nmore\n\n## Ana\n\ntext\n"),
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


CARRIED = [
    "x: {a: b}\n",
    "# of both\nx:\n  - {a: 1} # one\n  # between\n  - b\n  # after\n",
    "tags: [a] # secret\n",
    "title: [a, b]\n",
    "title: a\ntitle: b\n",
    "cadence: banana\n",
    "x: |\n  a\n  b # no comment\n\n  c\n",
    "x: >-\n  a\n  b\ny: 'c\n  d'\n",
    "base: &base {title: CEO, Shoe: 40}\n<<: *base\n",
    "tags: &t [a, b]\noffers: *t\nneeds: *t\n",
    "title: !secret x\n",
    "? [a, b]\n: c\n",
    "x: |+\n  a\n\n\ny: b\n",
    LAUGHS,
]


@pytest.mark.parametrize("lines", CARRIED)
def test_a_field_that_only_the_other_has_is_carried_over_as_it_is_typed(lines: str) -> None:
    into = "---\nname: Ana\nteam: red # x\n---\n\ntext\n"

    after = text_of(join(f"---\nname: Ana\n{lines}---\n", into))

    assert after == into.replace("# x\n", f"# x\n{lines}")
    indented = f"---\n{textwrap.indent(f'name: Ana{chr(10)}{lines}', '  ')}---\n"
    assert text_of(join(indented, into)) == after


@pytest.mark.parametrize(
    ("one", "into", "after"),
    [
        ("# top\n\nA: x # tall\n", "a: x\n", "a: x\n# top\n# A: x # tall\n"),
        ("tags: [a, b] # of old\n", "tags: [a]\n", "tags: [a, b]\n# tags: [a, b] # of old\n"),
        ("title: #c\n", "title: x\n# y\n", "title: x\n# y\n# title: #c\n"),
        ("# the same\ntitle:\n", "# the same\ntitle: x\n", "# the same\ntitle: x\n"),
        ("title: x # c\n", "title: # c\n", "title: x # c\n"),
        ("x: {a: b} # c\n", "x: # d\n", "x: {a: b} # c\n# x: # d\n"),
        ("# c\n", "x: |+\n  a\n\n", "x: |+\n  a\n\n# c\n"),
    ],
)
def test_every_comment_is_kept(one: str, into: str, after: str) -> None:
    changed = join(f"---\n{one}name: Ana\n---\n", f"---\nname: Ana\n{into}---\n")

    assert text_of(changed) == f"---\nname: Ana\n{after}---\n"


def test_comments_come_below_the_text_where_there_is_no_front_matter() -> None:
    after = text_of(join("---\n# see ```x```\nname: Ana\n---\n", "# Ana\n\ntext\n"))

    assert after == "# Ana\n\ntext\n\n## Comments\n\n````\n# see ```x```\n````\n"


@pytest.mark.parametrize(
    ("one", "into", "after"),
    [
        ("name: [Ana, Anita]\n", "name: Ana\n", "name: Ana\naliases: [Anita]\n"),
        ("x: a\nname: Ana\n", "name: Ana\nx: []\n", "name: Ana\nx: [a]\n"),
        ("city: a\nname: Ana\n", "name: Ana\nlocation: []\n", "name: Ana\ncity: a\n"),
        (
            "name: Ana\naliases: [{{x}}, '[[b]]']\n",
            "name: Ana\naliases: [[c]]\n",
            'name: Ana\naliases: ["[[c]]", "{{x}}", b]\n',
        ),
        ("x: [~, a]\nname: Ana\n", "name: Ana\nx:\n", "name: Ana\nx: [a]\n"),
        ("x: [~]\nname: Ana\n", "name: Ana\n", "name: Ana\n"),
        ("x: a\nname: Ana\n", "name: Ana\nx: [b, c]\n", "name: Ana\nx: [b, c, a]\n"),
        ("cadence: [6w]\nname: Ana\n", "name: Ana\ncadence: 6w\n", "name: Ana\ncadence: 6w\n"),
        ("x: b\nname: Ana\n", "y: |+\n  a\n\nname: Ana\n", "y: |+\n  a\n\nname: Ana\nx: b\n"),
        ("x: b\nname: Ana\n", "name: Ana\ny: |+\n  a\n\n", "name: Ana\ny: |+\n  a\n\nx: b\n"),
    ],
)
def test_values_and_lists_find_together(one: str, into: str, after: str) -> None:
    assert text_of(join(f"---\n{one}---\n", f"---\n{into}---\n")) == f"---\n{after}---\n"


def test_a_value_that_is_not_understood_can_be_chosen() -> None:
    one, into = "---\nname: Ana\ncadence: {{x}}\n---\n", "---\nname: Ana\nfrequency: 6w\n---\n"

    assert text_of(join(one, into, {"cadence": "{{x}}"})) == one


def test_fields_of_their_own_that_differ_are_decided_as_a_whole() -> None:
    one = "---\nname: Ana\n# new\nx:\n  a: 1 # one\n---\n"
    into = "---\nname: Ana\n# old\nX: {a: 2} # two\ny: z\n---\n"

    found = clashes(one, into)

    assert [(each.field, each.one, each.into) for each in found] == [("X", "a: 1", "{a: 2}")]
    assert text_of(join(one, into, {"X": "a: 1"})) == (
        "---\nname: Ana\n# old\n# new\nx:\n  a: 1 # one\ny: z\n# X: {a: 2} # two\n---\n"
    )
    assert text_of(join(one, into, {"X": "{a: 2}"})) == (
        "---\nname: Ana\n# old\nX: {a: 2} # two\ny: z\n# new\n# a: 1 # one\n---\n"
    )
    assert not clashes(one, "---\nname: Ana\nx: {a:   1}\n---\n")


def test_values_that_differ_have_to_be_decided() -> None:
    one = '---\nname: Ann\ntitle: CEO\nvia: "[[Ben]]"\nmet: 2019-05\nshoe: 40\n---\n'
    into = '---\nname: Ana\nrole: CTO\nvia: "[[ben]]"\nmet: 2019-05\nShoe: 41\n---\n'

    found = clashes(one, into)

    assert [(each.field, each.into, each.into_line, each.one, each.one_line) for each in found] == [
        ("title", "CTO", 3, "CEO", 3),
        ("Shoe", "41", 6, "40", 6),
    ]
    after = text_of(join(one, into, {"title": "CEO", "Shoe": "41"}))
    assert "role: CEO\n" in after
    assert "Shoe: 41\n" in after


@pytest.mark.parametrize(
    ("one", "into", "after"),
    [
        ("last_contact: 2026-03-01", "last_seen: 2026-02-01", "last_seen: 2026-03-01"),
        ("last_contact: 2026-01-01", "last_seen: 2026-02-01", "last_seen: 2026-02-01"),
        ("snooze: 2027-03-01", "snoozed_until: 2027-02-01", "snoozed_until: 2027-03-01"),
        ("met: 2019-05", "met: 2020-01-01", "met: 2019-05"),
        ("met: 2019", "met: 2019-05", "met: 2019-05"),
        ("met: 2019-05-03", "met: 2019-05", "met: 2019-05-03"),
        ("phone: +351 21 000-0000", "phone: 00351 210000000", "phone: 00351 210000000"),
        ("email: ANA@x.org", "email: ana@x.org", "email: ana@x.org"),
        ("title: chief  Cook", "title: Chief Cook", "title: Chief Cook"),
        ("cadence: 6w", "cadence: P6W", "cadence: P6W"),
    ],
)
def test_what_needs_no_question_is_not_asked(one: str, into: str, after: str) -> None:
    one, into = f"---\nname: Ana\n{one}\n---\n", f"---\nname: Ana\n{into}\n---\n"

    assert not clashes(one, into)
    assert text_of(join(one, into)) == f"---\nname: Ana\n{after}\n---\n"


@pytest.mark.parametrize(
    ("one", "into"),
    [
        ("title: Señor", "title: Senor"),
        ("last_contact: soon", "last_contact: 2026-02-01"),
        ("birthday: --04-12", "birthday: 1980-04-12"),
        ("code: ab", "code: AB"),
        ("uid: ab", "uid: AB"),
    ],
)
def test_what_may_mean_something_else_is_asked(one: str, into: str) -> None:
    assert clashes(f"---\nname: Ana\n{one}\n---\n", f"---\nname: Ana\n{into}\n---\n")


@pytest.mark.parametrize(
    ("one", "into", "words"),
    [
        ("---\nname: Ana\ntags: &a [x]\nz: {b: *a}\n---\n", "---\nname: Ana\ntags: y\n---\n", "z"),
        ("+++\nname = 'Ana'\n+++\n", "# Ana\n", "is TOML"),
        ("---\nname: Ana\n{\n---\n", "# Ana\n", ""),
        ("- 2026-01-02 Call\n", "# Ana\n\n```\ncode\n", "interaction"),
        ("- [ ] Send it\n", "# Ana\n\n<!--\n", "promise"),
        ("<<<<<<< a\nx\n=======\n>>>>>>> b\n", "# Ana\n", ""),
    ],
)
def test_what_would_be_lost_or_read_otherwise_is_refused(one: str, into: str, words: str) -> None:
    refusal = refused(tried(one, into))

    assert words in refusal.reason


def test_a_field_that_is_given_twice_takes_no_other_place() -> None:
    one = "---\nname: Ana\ntitle: a\ntitle: b\n---\n"
    into = "---\nrole: [c, d]\n---\n# Ana\n"

    assert [each.one for each in clashes(one, into)] == ["a\nb"]
    assert "twice" in refused(tried(one, into, {"title": "a\nb"})).reason


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
