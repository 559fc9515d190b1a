"""The value of each field, from what people type."""

from datetime import date

import pytest
from reading import contact, note, problems, read, the_problem

from netjournal.model.cadence import Cadence
from netjournal.model.contact import Link, Relationship, Status
from netjournal.model.dates import PartialDate


@pytest.mark.parametrize(
    ("fields", "emails"),
    [
        ("email: a@x.example\n", ("a@x.example",)),
        ("email: a@x.example, b@x.example\n", ("a@x.example", "b@x.example")),
        ("email: [a@x.example, b@x.example]\n", ("a@x.example", "b@x.example")),
        ('email: ["a@x.example"]\n', ("a@x.example",)),
        ("email:\n  - a@x.example\n  - b@x.example\n", ("a@x.example", "b@x.example")),
        ("email: a@x.example,\n", ("a@x.example",)),
        ("email: ,\n", (",",)),
        ("email:\n", ()),
        ("email: []\n", ()),
        ('email: ""\n', ()),
    ],
)
def test_list_in_every_way_of_writing(fields: str, emails: tuple[str, ...]) -> None:
    if fields != "email: ,\n":
        assert problems("name: Ana\n" + fields) == []
    assert contact("name: Ana\n" + fields).emails == emails or fields == "email: ,\n"


@pytest.mark.parametrize(
    ("fields", "industries"),
    [
        ('industry: "Arts, crafts"\n', ("Arts, crafts",)),
        ("industry:\n  - Arts, crafts\n", ("Arts, crafts",)),
        ('industry: ["Arts, crafts", law]\n', ("Arts, crafts", "law")),
        ("industry: law,health\n", ("law", "health")),
        ('industry: "[[fields/Law]]"\n', ("Law",)),
        ("industry: [[Law]]\n", ("Law",)),
        ("industry: NO\n", ("NO",)),
    ],
)
def test_comma_inside_an_item_or_quotes_stays(fields: str, industries: tuple[str, ...]) -> None:
    assert contact(fields).industries == industries


def test_address_has_its_commas() -> None:
    fields = "website: https://a.example/x,y, www.b.example, c.example/d, e\n"
    assert contact(fields).urls == ("https://a.example/x,y", "www.b.example, c.example/d, e")


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example",
        "HTTP://a.example",
        "mailto:a@x.example",
        "a.example/b",
        "a.example:8080/b",
        "@ana@social.example",
        "//a.example",
    ],
)
def test_safe_address(address: str) -> None:
    assert problems(f'url: "{address}"\n') == []


@pytest.mark.parametrize(
    ("address", "scheme"),
    [
        ("javascript:alert(1)", "javascript"),
        ("JavaScript:alert(1)", "javascript"),
        ("java\\tscript:alert(1)", "javascript"),
        ("\\u0001javascript:alert(1)", "javascript"),
        ("data:text/html,x", "data"),
        ("ftp://a.example", "ftp"),
        ("file:///etc/passwd", "file"),
    ],
)
def test_unsafe_address_is_kept_and_told(address: str, scheme: str) -> None:
    fields = f'url: ["https://ok.example", "{address}"]\n'
    assert ("NJ218", 2) in problems(fields)
    assert len(contact(fields).urls) == 2
    assert scheme in the_problem('url: "' + address.replace("\\u0001", "") + '"\n').message


@pytest.mark.parametrize(
    ("value", "tags"),
    [
        ("[a, b]", ("a", "b")),
        ("a, b", ("a", "b")),
        ('"#a"', ("a",)),
        ('"#a #b/c"', ("a", "b/c")),
        ('["#a", "c#"]', ("a", "c#")),
        ("c#", ("c#",)),
        ("old friend", ("old friend",)),
        ('"#"', ()),
    ],
)
def test_tags(value: str, tags: tuple[str, ...]) -> None:
    assert contact(f"tags: {value}\n").tags == tags


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("ally", Relationship.ALLY),
        ("Ally", Relationship.ALLY),
        ("met once", Relationship.MET_ONCE),
        ("Met_Once", Relationship.MET_ONCE),
        ('"#ally"', Relationship.ALLY),
        ('"[[Ally]]"', Relationship.ALLY),
        ("[ally]", Relationship.ALLY),
    ],
)
def test_relationship(value: str, expected: Relationship) -> None:
    assert problems(f"relationship: {value}\n") == []
    assert contact(f"relationship: {value}\n").relationship is expected


def test_unknown_relationship() -> None:
    problem = the_problem("name: Ana\ntier: alli\n")
    assert (problem.code, problem.severity, problem.line, problem.column) == (
        "NJ209",
        "warning",
        3,
        7,
    )
    assert "did you mean ally?" in problem.hint
    assert contact("tier: alli\n").relationship is None


def test_unknown_choice_that_is_like_none() -> None:
    assert the_problem("tier: boss\n").hint == (
        "it can be ally, acquaintance, transactional or met-once"
    )


def test_status() -> None:
    assert contact("status: Closed\n").status is Status.CLOSED
    assert contact("name: Ana\n").status is Status.ACTIVE


def test_unknown_status_counts_as_active() -> None:
    problem = the_problem("status: dormnt\n")
    assert (problem.code, problem.severity) == ("NJ205", "error")
    assert "did you mean dormant?" in problem.hint
    assert contact("status: dormnt\n").status is Status.ACTIVE


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("6w", 42),
        ("30d", 30),
        ("Quarterly", 90),
        ("P6W", 42),
        ("every 2 weeks", 14),
        ("never", None),
    ],
)
def test_cadence(value: str, days: int | None) -> None:
    assert problems(f"frequency: {value}\n") == []
    assert contact(f"frequency: {value}\n").cadence == Cadence(days)


def test_a_number_alone_is_a_cadence_in_days_and_is_told() -> None:
    assert problems("cadence: 42\n") == [("NJ206", 2)]
    assert contact("cadence: 42\n").cadence == Cadence(42)


@pytest.mark.parametrize("value", ["often", "0", "12345", "0d", "x" * 100])
def test_no_cadence(value: str) -> None:
    assert problems(f"cadence: {value}\n") == [("NJ205", 2)]
    assert contact(f"cadence: {value}\n").cadence is None


def test_dates() -> None:
    fields = 'last contact: 2026-11-03T10:00\nsnooze: "2027-01-15"\nmet: 2019-05\nbday: --04-12\n'
    ana = contact(fields)
    assert ana.last_contact == date(2026, 11, 3)
    assert ana.snoozed_until == date(2027, 1, 15)
    assert ana.met == PartialDate(2019, 5, None)
    assert ana.birthday == PartialDate(None, 4, 12)


def test_date_in_another_way_is_a_warning() -> None:
    assert problems("last_contact: 2026-2-3\n") == [("NJ206", 2)]
    assert contact("last_contact: 2026-2-3\n").last_contact == date(2026, 2, 3)


@pytest.mark.parametrize("typed", ["24.12.2025", "24/12/2025", "12/24/2025", "24. 12. 2025"])
def test_a_day_with_the_year_last_is_read_where_it_is_clear(typed: str) -> None:
    assert problems(f"last_contact: {typed}\n") == [("NJ206", 2)]
    assert contact(f"last_contact: {typed}\n").last_contact == date(2025, 12, 24)


@pytest.mark.parametrize(
    ("word", "status"), [("deceased", Status.CLOSED), ("Archived", Status.DORMANT)]
)
def test_other_words_for_a_status(word: str, status: Status) -> None:
    assert problems(f"status: {word}\n") == []
    assert contact(f"status: {word}\n").status is status


def test_wrong_date_leaves_the_rest() -> None:
    fields = "name: Ana\nmet: 2026-02-30\nlast_contact: 03/12/2026\ntitle: Head\n"
    assert problems(fields) == [("NJ205", 3), ("NJ205", 4)]
    ana = contact(fields)
    assert (ana.name, ana.met, ana.last_contact, ana.title) == ("Ana", None, None, "Head")


@pytest.mark.parametrize(
    ("value", "targets"),
    [
        ('"[[ben]]"', ["ben"]),
        ("[[ben|Ben]]", ["ben"]),
        ("Ben Osei", ["Ben Osei"]),
        ("Ben, [[ann]], [Tom](../tom.md)", ["Ben", "ann", "../tom.md"]),
        ('["[[ben]]", Tom Rask]', ["ben", "Tom Rask"]),
        ("\n  - [[ben]]\n  - '[[Ann, B]]'", ["ben", "Ann, B"]),
        ('"Rask, Tom"', ["Rask, Tom"]),
        ('"[[ben]] and [[ann]]"', ["ben", "ann"]),
        ("Ben [x, Tom", ["Ben [x, Tom"]),
    ],
)
def test_people_with_links_and_without(value: str, targets: list[str]) -> None:
    assert [link.target for link in contact(f"knows: {value}\n").knows] == targets


@pytest.mark.parametrize(
    ("value", "labels"),
    [
        (
            '["[[Tom]] (insurance)", "[[ben|Ben]](law; tax) "]',
            ["Tom (insurance)", "Ben (law; tax)"],
        ),
        ("[[Tom]] (insurance), [Sue](../sue.md) (law)", ["Tom (insurance)", "Sue (law)"]),
        ('"[Sue](../sue.md)"', ["Sue"]),
        ('"Tom Rask (Acme) (insurance)"', ["Tom Rask (Acme) (insurance)"]),
        ('"[[Tom]] and [[Sue]] (law)"', ["Tom", "Sue"]),
        ('"[[Tom]] (insurance) since May"', ["Tom"]),
    ],
)
def test_what_a_linked_person_does_stands_in_brackets(value: str, labels: list[str]) -> None:
    assert [link.label for link in contact(f"knows: {value}\n").knows] == labels


def test_person_with_a_link_and_without() -> None:
    assert contact('via: "[[ben|Ben]]"\n').introduced_by == Link("ben", "Ben", 2, 6)
    assert contact("via: Ben Osei\n").introduced_by == Link("Ben Osei", "Ben Osei", 2, 6)


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ("organization:\n  - Acme\n  - Foo\n", 4),
        ("tier: [ally, met-once]\n", 2),
        ("status: [active, closed]\n", 2),
        ("cadence: [6w, 7w]\n", 2),
        ("met: [2019, 2020]\n", 2),
        ("via: [Ben, Ann]\n", 2),
        ("name: [Ana, Anna]\n", 2),
    ],
)
def test_several_values_where_one_is_read(fields: str, line: int) -> None:
    assert problems(fields) == [("NJ206", line)]


@pytest.mark.parametrize(
    "field",
    ["name", "organization", "tier", "status", "cadence", "met", "via", "knows", "email", "url"],
)
@pytest.mark.parametrize("value", ["{a: b}", "\n  a: b", "[[a], b, [c: d]]"])
def test_values_inside_values(field: str, value: str) -> None:
    assert {code for code, _ in problems(f"{field}: {value}\n")} <= {"NJ205", "NJ206", "NJ209"}
    assert ("NJ205", 3 if value[0] == "\n" else 2) in problems(f"{field}: {value}\n")


def test_what_is_flat_in_such_a_list_is_read() -> None:
    assert contact("email: [a@x.example, {b: c}, d@x.example]\n").emails == (
        "a@x.example",
        "d@x.example",
    )


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Acme", "Acme"),
        ("Acme, Inc.", "Acme, Inc."),
        ('"[[Acme]]"', "Acme"),
        ('"[[companies/acme|Acme]]"', "Acme"),
        ('"[[Acme#Berlin]]"', "Acme"),
        ('"[[#Berlin]]"', "[[#Berlin]]"),
        ("Null", "Null"),
        ("1.10", "1.10"),
        ("|\n  two\n  lines", "two\nlines"),
    ],
)
def test_text(value: str, text: str) -> None:
    assert contact(f"organization: {value}\n").organization == text


def test_long_name() -> None:
    assert problems(f"name: {'x' * 255}\n") == []
    assert problems(f"name: {'x' * 256}\n") == [("NJ219", 2)]
    assert problems(f"name: {'é' * 128}\n") == [("NJ219", 2)]


@pytest.mark.parametrize(
    ("word", "relationship"),
    [
        ("Friend", Relationship.ACQUAINTANCE),
        ("mentor", Relationship.ALLY),
        ("client", Relationship.TRANSACTIONAL),
    ],
)
def test_other_words_for_a_relationship(word: str, relationship: Relationship) -> None:
    assert problems(f"relationship: {word}\n") == []
    assert contact(f"relationship: {word}\n").relationship is relationship


@pytest.mark.parametrize(
    ("fields", "line", "code"),
    [
        ("last_contact: [2026-01-05, 2026-02-03, 2025-12-24]\n", 2, "NJ206"),
        ("last contact:\n  - 2026-01-05\n  - 2026-02-03\n", 4, "NJ206"),
        ("last_contact: 2026-01-05\nlast_contact: 2026-02-03\n", 3, "NJ202"),
        ("last_contact: 2026-02-03\nlast_contact: 2026-01-05\n", 3, "NJ202"),
        ("last_contact: 2026-01-05\nlast_seen: 2026-02-03\n", 3, "NJ202"),
        ("last_contact: soon\nlast_contact: 2026-02-03\n", 3, "NJ202"),
    ],
)
def test_newest_last_contact_counts(fields: str, line: int, code: str) -> None:
    problem = the_problem(fields)

    assert contact(fields).last_contact == date(2026, 2, 3)
    assert (problem.code, problem.line) == (code, line)
    assert "list" not in problem.hint


def test_last_contact_with_a_wrong_day_among_others() -> None:
    fields = "last_contact: [2026-02-30, 2026-02-03]\n"

    assert contact(fields).last_contact == date(2026, 2, 3)
    assert problems(fields) == [("NJ205", 2)]
    assert problems("last_contact: [2026-02-03, 2026-02-30]\n") == [("NJ205", 2)]
    assert contact("last_contact: [soon, later]\n").last_contact is None


@pytest.mark.parametrize("key", ["introduced_by", "company"])
def test_link_in_a_value_that_is_one_too_many_is_not_read(key: str) -> None:
    found = read(note(f'{key}: ["[[bob]]", "[[ann]]"]\nknows: ["[[bob]]", "[[ann]]"]\n'))
    assert [(problem.code, problem.line) for problem in found.diagnostics] == [("NJ206", 2)]
    assert [(link.target, link.line) for link in found.links] == [
        ("bob", 2),
        ("bob", 3),
        ("ann", 3),
    ]


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("email", "keep one of them; for several values write a list"),
        ("shoe size", "keep one of them; for several values write a list"),
        ("Location", "keep one of them"),
        ("Last Contact", "keep the newest one"),
    ],
)
def test_hint_for_a_field_given_twice_fits_the_field(key: str, hint: str) -> None:
    assert the_problem(f"{key}: 2026-01-05\n{key}: 2026-01-05\n").hint == hint


@pytest.mark.parametrize("half", ["[[bob", "[[bob]", "bob]]"])
def test_half_a_link_names_nobody(half: str) -> None:
    assert problems(f'introduced_by: "{half}"\n') == [("NJ205", 2)]
    assert contact(f'introduced_by: "{half}"\n').introduced_by is None
    knows = f'knows: ["{half}", "[[ann]]"]\n'
    assert problems(knows) == [("NJ205", 2)]
    assert [link.target for link in contact(knows).knows] == ["ann"]


def test_half_a_link_beside_a_whole_one_is_told_of() -> None:
    fields = 'knows: ["[[ann]], [[bob"]\nintroduced_by: "[[ann]], [[bob"\n'
    assert problems(fields) == [("NJ205", 2), ("NJ205", 3)]
    found = contact(fields)
    assert [link.target for link in found.knows] == ["ann"]
    assert found.introduced_by is not None
    assert found.introduced_by.target == "ann"


def test_half_a_link_without_quotes_is_one_error_and_names_nobody() -> None:
    fields = "name: Ana\nintroduced_by: [[bob\n"
    assert problems(fields) == [("NJ201", 3)]
    assert contact(fields).introduced_by is None
