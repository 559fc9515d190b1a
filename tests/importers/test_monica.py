"""Monica's JSON export, new and old."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing import ASKED, all_of, found_in

from netjournal.importers.monica import read, recognises
from netjournal.model.contact import Kind
from netjournal.model.imported import ImportedEntry, ImportedPerson, Named, NotReadable


def collection(kind: str, *values: object) -> dict[str, object]:
    return {"count": len(values), "type": kind, "values": list(values)}


ANA: dict[str, object] = {
    "uuid": "u-ana",
    "created_at": "2020-01-01T10:00:00Z",
    "properties": {
        "first_name": "Ana",
        "middle_name": "María",
        "last_name": "López",
        "nickname": "Anita",
        "description": "Runs the #gave shop",
        "is_starred": True,
        "is_partial": False,
        "is_active": True,
        "is_dead": False,
        "job": "Head of R&D",
        "company": "Acme",
        "food_preferences": "No nuts",
        "last_talked_to": "2026-10-01T00:00:00.000000Z",
        "stay_in_touch_frequency": 90,
        "avatar": {"avatar_source": "default"},
        "tags": ["berlin", "python"],
        "gender": "F",
        "birthdate": {
            "is_age_based": False,
            "is_year_unknown": True,
            "date": "1990-04-12T00:00:00.000000Z",
        },
        "first_met_date": {"is_age_based": False, "is_year_unknown": False, "date": "2019-05-17"},
        "first_met_through": "u-ben",
    },
    "data": [
        collection(
            "call",
            {
                "uuid": "c",
                "properties": {"called_at": "2026-10-01T09:00:00Z", "content": "About [[Ben]]"},
            },
        ),
        collection(
            "contact_field",
            {"properties": {"data": "ana@example.com", "type": "t-mail"}},
            {"properties": {"data": "+34 600 000 000", "type": "t-phone"}},
            {"properties": {"data": "https://example.org/ana", "type": "t-web"}},
            {"properties": {"data": "@ana", "type": "t-web"}},
        ),
        collection("debt", {"properties": {"amount": 10, "currency": "EUR", "in_debt": False}}),
        collection("gift", {"properties": {"name": "A book", "status": "offered"}}),
        collection(
            "note",
            {
                "created_at": "2021-02-03T00:00:00Z",
                "properties": {"body": "Likes tea.\n- [ ] not a task"},
            },
        ),
        collection(
            "task",
            {"properties": {"title": "Send the deck", "completed": False}},
            {"properties": {"title": "Call", "completed": True}},
        ),
        collection(
            "reminder",
            {
                "properties": {
                    "title": "Ask",
                    "initial_date": "2026-12-01",
                    "frequency_type": "year",
                }
            },
        ),
        collection(
            "address",
            {
                "properties": {
                    "name": "home",
                    "street": "Calle 1",
                    "city": "Madrid",
                    "postal_code": "28001",
                    "country": "ES",
                }
            },
        ),
        collection("pet", {"properties": {"name": "Rex"}}),
        collection(
            "conversation",
            {
                "properties": {
                    "happened_at": "2026-10-05",
                    "messages": [{"properties": {"content": "Hello", "written_by_me": True}}],
                }
            },
        ),
        collection(
            "life_event", {"properties": {"name": "Moved", "happened_at": "2020-01-01T00:00:00Z"}}
        ),
        collection("activity", "a-1"),
    ],
}
BEN = {
    "uuid": "u-ben",
    "properties": {"first_name": "Ben", "last_name": "Osei", "is_dead": True},
    "data": [collection("activity", "a-1")],
}
KID = {"uuid": "u-kid", "properties": {"first_name": "Mia", "is_partial": True}}
NEW = {
    "version": "1.0-preview.1",
    "app_version": "4.0.0",
    "export_date": "2026-11-24T08:00:00Z",
    "url": "https://example.org",
    "exported_by": "u-me",
    "account": {
        "uuid": "u-account",
        "data": [
            collection("user", {"uuid": "u-me", "properties": {"first_name": "Noor"}}),
            collection("contact", ANA, BEN, KID, {"uuid": "u-x", "properties": {}}),
            collection(
                "relationship",
                {"properties": {"type": "child", "contact_is": "u-kid", "of_contact": "u-ana"}},
                {"properties": {"type": "colleague", "contact_is": "u-ben", "of_contact": "u-ana"}},
            ),
            collection("photo", {"uuid": "p", "properties": {"dataUrl": "data:image/png;base64,"}}),
            collection(
                "activity",
                {
                    "uuid": "a-1",
                    "properties": {
                        "summary": "Lunch",
                        "description": "We spoke of\nthe reorg",
                        "happened_at": "2026-11-03T00:00:00.000000Z",
                    },
                },
            ),
        ],
        "properties": {
            "journal_entries": [
                {
                    "uuid": "j",
                    "properties": {
                        "type": "entry",
                        "title": "A day",
                        "post": "It rained.\nA lot.",
                        "date": "2026-11-04T00:00:00Z",
                    },
                },
                {
                    "properties": {
                        "type": "day",
                        "rate": 3,
                        "comment": "Fine",
                        "day": 5,
                        "month": 11,
                        "year": 2026,
                    }
                },
            ]
        },
        "instance": {
            "contact_field_types": [
                {
                    "uuid": "t-mail",
                    "properties": {"name": "Email", "protocol": "mailto:", "type": "email"},
                },
                {
                    "uuid": "t-phone",
                    "properties": {"name": "Phone", "protocol": "tel:", "type": "phone"},
                },
                {"uuid": "t-web", "properties": {"name": "Twitter"}},
            ]
        },
    },
}
TEXT = json.dumps(NEW, indent=1)


def test_a_contact_is_read_with_all_that_belongs_to_it() -> None:
    ana = found_in(read, TEXT).people[0]

    assert ana.name == "Ana María López"
    assert TEXT.splitlines()[ana.line].strip() == '"uuid": "u-ana",'
    assert dict(ana.fields) == {
        "aliases": ("Anita",),
        "organization": ("Acme",),
        "title": ("Head of R&D",),
        "met": ("2019-05-17",),
        "introduced_by": ("Ben Osei",),
        "cadence": ("90d",),
        "last_contact": ("2026-10-01",),
        "birthday": ("--04-12",),
        "tags": ("berlin", "python", "starred"),
        "uid": ("u-ana",),
        "knows": ("Ben Osei",),
        "email": ("ana@example.com",),
        "phone": ("+34 600 000 000",),
        "url": ("https://example.org/ana",),
        "location": ("Madrid, ES",),
    }
    assert dict(ana.own_fields) == {
        "gender": ("F",),
        "food_preferences": ("No nuts",),
        "pets": ("Rex",),
        "chat": ("twitter:@ana",),
        "child": ("Mia",),
        "address": ("Calle 1, Madrid, 28001, ES (home)",),
    }
    assert ana.notes == (
        "Runs the \\#gave shop\n\n"
        "Note of 2021-02-03: Likes tea.\n- \\[ ] not a task\n\n"
        "- In life, 2020-01-01: Moved\n"
        "- Gift (offered): A book\n"
        "- They owe me: 10 EUR\n"
        "- Reminder: Ask, 2026-12-01, year\n"
        "- [ ] Send the deck\n"
        "- [x] Call"
    )


def test_what_happened_is_read() -> None:
    found = found_in(read, TEXT)

    who = Named("Ana María López", "ana@example.com")
    assert [each._replace(line=0) for each in found.entries] == [
        ImportedEntry(
            0, date(2026, 11, 3), "Lunch. We spoke of the reorg", (who, Named("Ben Osei"))
        ),
        ImportedEntry(0, date(2026, 10, 1), "Call: About \\[[Ben]]", (who,)),
        ImportedEntry(0, date(2026, 10, 5), "Conversation: Hello", (who,), (Kind.OUTREACH,)),
        ImportedEntry(0, date(2026, 11, 4), "A day\nIt rained.\nA lot.", is_journal=True),
        ImportedEntry(0, date(2026, 11, 5), "Day rated 3 of 3\nFine", is_journal=True),
    ]
    assert [each.why for each in found.skipped] == ["it has no name"]


def test_who_is_only_somebodys_relation_is_no_person_and_the_dead_are_closed() -> None:
    people = found_in(read, TEXT).people

    assert [(person.name, person.fields.get("status")) for person in people] == [
        ("Ana María López", None),
        ("Ben Osei", ("closed",)),
    ]


@pytest.mark.parametrize(
    "old",
    [
        {"account": {"contacts": collection("contact", ANA)}},
        {"contacts": [{"uuid": "u", "first_name": "Ana", "last_name": "López"}]},
        [{"first_name": "Ana", "last_name": "López"}],
        {
            "data": [
                {
                    "id": 3,
                    "first_name": "Ana",
                    "information": {
                        "career": {"job": "CTO", "company": "Acme"},
                        "dates": {"birthdate": {"date": "1990-04-12", "is_age_based": True}},
                    },
                    "tags": [{"name": "berlin"}],
                    "contactFields": [
                        {"content": "a@example.com", "contact_field_type": {"type": "email"}}
                    ],
                    "addresses": [{"city": "Madrid", "country": {"name": "Spain"}}],
                    "activities": [{"summary": "Tea", "happened_at": "2026-11-03"}],
                    "notes": [{"body": "Tea"}],
                }
            ]
        },
    ],
)
def test_older_shapes_are_read(old: object) -> None:
    found = found_in(read, json.dumps(old))

    assert [person.name.split()[0] for person in found.people] == ["Ana"]
    assert found.skipped == []


def test_the_flat_shape_says_as_much() -> None:
    flat = {
        "contacts": [
            {
                "id": 3,
                "first_name": "Ana",
                "information": {"career": {"job": "CTO"}},
                "birthdate": {"date": "1990-04-12", "is_age_based": True},
                "contactFields": [
                    {"content": "a@example.com", "contact_field_type": {"type": "email"}}
                ],
                "addresses": [{"city": "Madrid", "country": {"name": "Spain"}}],
                "activities": [{"summary": "Tea", "happened_at": "2026-11-03"}],
                "notes": [{"body": "Drinks tea"}],
            }
        ]
    }

    found = found_in(read, json.dumps(flat))

    assert found.people == [
        ImportedPerson(
            1,
            "Ana",
            {
                "title": ("CTO",),
                "birthday": ("1990",),
                "uid": ("3",),
                "email": ("a@example.com",),
                "location": ("Madrid, Spain",),
            },
            {},
            "Drinks tea",
        )
    ]
    assert found.entries == [
        ImportedEntry(1, date(2026, 11, 3), "Tea", (Named("Ana", "a@example.com"),))
    ]


def test_entries_before_a_day_are_left_out() -> None:
    asked = ASKED._replace(since=date(2026, 11, 4))

    assert [str(each.day) for each in found_in(read, TEXT, asked).entries] == [
        "2026-11-04",
        "2026-11-05",
    ]


def test_a_cut_export_gives_what_stands_before() -> None:
    found = found_in(read, TEXT[: TEXT.index('"u-kid"')])

    assert [person.name for person in found.people] == ["Ana María López", "Ben Osei"]
    assert found.skipped[-1].line == TEXT[: TEXT.index('"u-kid"')].count("\n")


def test_an_sql_export_is_refused_with_what_to_do() -> None:
    data = b"# Monica export\nSET FOREIGN_KEY_CHECKS = 0;\nINSERT IGNORE INTO `contacts` (`id`)\n"

    assert recognises("monica.sql", data)
    with pytest.raises(NotReadable, match="choose JSON"):
        all_of(read, data)


@pytest.mark.parametrize(
    ("head", "is_own"),
    [
        (TEXT.encode(), True),
        (b'{"contacts": [{"first_name": "Ana"', True),
        (b'{"contacts": [{"name": "Ana"', False),
        (b'{"tags": {}, "entries": []}', False),
        (b'BEGIN:VCARD "account": "first_name":', False),
        (b"INSERT INTO `users` (`id`)", False),
        (b"", False),
    ],
)
def test_its_own_files_are_recognised(head: bytes, *, is_own: bool) -> None:
    assert recognises("x", head) is is_own


@given(st.binary())
def test_any_bytes_are_read(data: bytes) -> None:
    recognises("x", data)
    all_of(read, b'{"contacts": ' + data)
    try:
        all_of(read, data)
    except NotReadable:
        return


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(["u", "2026-11-03"]),
    lambda inner: st.lists(inner, max_size=2) | st.fixed_dictionaries({"properties": inner}),
    max_leaves=4,
)
keys = [
    *("first_name", "last_name", "nickname", "description", "is_starred", "is_partial", "is_dead"),
    *("job", "company", "last_talked_to", "stay_in_touch_frequency", "tags", "gender", "birthdate"),
    *("first_met_date", "first_met_through", "information", "contactFields", "notes", "uuid"),
    *("activities", "addresses", "data", "properties"),
]


@given(st.dictionaries(st.sampled_from(keys), json_values), json_values)
def test_any_values_are_read(contact: dict[str, object], other: object) -> None:
    kinds = ("call", "contact_field", "note", "task", "address", "conversation", "activity", "pet")
    inner = [collection(kind, other) for kind in kinds]
    data = [
        collection("contact", {"uuid": "u", "properties": contact, "data": inner}, contact),
        collection("relationship", {"properties": {"type": other, "of_contact": "u"}}, other),
        collection("activity", {"uuid": "u", "properties": {"happened_at": other}}, other),
    ]
    properties = {"journal_entries": [other, {"properties": {"date": "2026-11-03", "post": other}}]}
    export = {"account": {"data": data, "properties": properties}}

    found = found_in(read, json.dumps(export))

    for person in found.people:
        assert all(text and "\n" not in text for texts in person.fields.values() for text in texts)
