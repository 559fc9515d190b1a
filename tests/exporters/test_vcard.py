"""vCards: what each property carries, and that other readers and our own importer read them."""

import re
from collections.abc import Iterable
from types import ModuleType

import pytest
import vobject  # type: ignore[import-untyped]
from building import contact, index, link
from exporting import export, lines_of
from hypothesis import given
from hypothesis import strategies as st
from importing import found_in

from netjournal.exporters import vcard, vcard3
from netjournal.exporters.field_values import fields_of
from netjournal.exporters.plain_text import plain
from netjournal.importers import texts
from netjournal.importers import vcard as importing
from netjournal.model.cadence import Cadence
from netjournal.model.contact import Contact, FieldValue, Relationship, Status
from netjournal.model.dates import PartialDate
from netjournal.model.exported import Export
from netjournal.model.fields import FIELD_BY_NAME

ANA = contact(
    "contacts/ana-lopez.md",
    "Ana Lopez",
    aliases=("Ana", "A, L"),
    relationship=Relationship.ALLY,
    industries=("finance", "fin, tech"),
    organization="Acme; Widgets, Inc.",
    title="Head of R&D",
    location="Rotterdam, Netherlands",
    emails=("ana@example.org", "al@example.com"),
    phones=("+31 10 555 0143",),
    urls=("https://example.org/a,b;c",),
    met=PartialDate(2019, 5, None),
    met_at="The café\nby the port",
    introduced_by=link("ben-osei"),
    knows=(link("ben-osei"), link("Tom Rask (insurance)")),
    offers=("hiring", "tea; cake"),
    needs=("a data engineer",),
    birthday=PartialDate(1984, 12, 19),
    tags=("berlin", "python"),
    uid="ana-1",
    own={"coffee": "flat white", 'odd: "key"': "x, y; z"},
)
BEN = contact("contacts/ben-osei.md", "Ben Osei", birthday=PartialDate(None, 4, 12))
NOTE = "# Ana Lopez\n\nLikes; commas, and \\ signs.\n\n## Log\n- 2026-01-02 Tea\n"


def whole(*, public: Iterable[str] | None = None) -> Export:
    """Ana and Ben, with everything."""
    return export(ANA, BEN, texts={ANA.path: NOTE}, last={ANA.path: "2026-11-03"}, public=public)


def card(exported: Export, module: ModuleType = vcard) -> dict[str, list[str]]:
    """The first card of an export: values as they are written, by property."""
    (file,) = module.write(exported)
    found: dict[str, list[str]] = {}
    for name, value in lines_of(file.data):
        if (name, value) == ("END", "VCARD"):
            break
        found.setdefault(name, []).append(value)
    return found


def test_everything_has_its_property() -> None:
    assert card(whole()) == {
        "BEGIN": ["VCARD"],
        "VERSION": ["4.0"],
        "PRODID": ["-//netjournal//vCard//EN"],
        "UID": ["ana-1"],
        "FN": ["Ana Lopez"],
        "N": ["Lopez;Ana;;;"],
        "NICKNAME": ["Ana,A\\, L"],
        "ORG": ["Acme\\; Widgets\\, Inc."],
        "TITLE": ["Head of R&D"],
        "EMAIL": ["ana@example.org", "al@example.com"],
        "TEL": ["+31 10 555 0143"],
        "ADR": [";;;Rotterdam\\, Netherlands;;;"],
        "URL": ["https://example.org/a,b;c"],
        "BDAY": ["19841219"],
        "CATEGORIES": ["berlin,python"],
        "RELATED;TYPE=contact;VALUE=text": ["Ben Osei", "Tom Rask (insurance)"],
        "NOTE": ["Likes\\; commas\\, and \\\\ signs.\\n\\n## Log\\n- 2026-01-02 Tea"],
        "X-NETJOURNAL-RELATIONSHIP": ["ally"],
        "X-NETJOURNAL-INDUSTRY": ["finance", "fin\\, tech"],
        "X-NETJOURNAL-MET": ["2019-05"],
        "X-NETJOURNAL-MET-AT": ["The café\\nby the port"],
        "X-NETJOURNAL-INTRODUCED-BY": ["Ben Osei"],
        "X-NETJOURNAL-KNOWS": ["Ben Osei", "Tom Rask (insurance)"],
        "X-NETJOURNAL-OFFERS": ["hiring", "tea\\; cake"],
        "X-NETJOURNAL-NEEDS": ["a data engineer"],
        "X-NETJOURNAL-LAST-CONTACT": ["2026-11-03"],
        "X-NETJOURNAL-OWN;X-KEY=coffee": ["flat white"],
        "X-NETJOURNAL-OWN;X-KEY=\"odd: ^'key^'\"": ["x\\, y\\; z"],
    }


def test_the_older_form_has_hyphens_and_no_relations() -> None:
    found = card(whole(), vcard3)

    assert found["VERSION"] == ["3.0"]
    assert found["BDAY"] == ["1984-12-19"]
    assert not any(name.startswith("RELATED") for name in found)
    assert found["X-NETJOURNAL-KNOWS"] == ["Ben Osei", "Tom Rask (insurance)"]


@pytest.mark.parametrize(
    ("birthday", "new", "old"),
    [
        (
            PartialDate(None, 4, 12),
            ("BDAY", "--0412"),
            ("BDAY;X-APPLE-OMIT-YEAR=1604", "1604-04-12"),
        ),
        (PartialDate(1984, None, None), *[("X-NETJOURNAL-BIRTHDAY", "1984")] * 2),
        (PartialDate(1984, 5, None), *[("X-NETJOURNAL-BIRTHDAY", "1984-05")] * 2),
    ],
)
def test_birthdays_that_are_not_whole(
    birthday: PartialDate, new: tuple[str, str], old: tuple[str, str]
) -> None:
    exported = export(contact(name="Ana", birthday=birthday))

    for module, (name, value) in ((vcard, new), (vcard3, old)):
        found = card(exported, module)
        assert found[name] == [value]
        assert sum("BDAY" in each or "BIRTHDAY" in each for each in found) == 1


def test_what_is_not_understood_stays_as_it_is_typed() -> None:
    typed = {
        name: FieldValue(name, (text,), 2, 1)
        for name, text in (
            ("relationship", "buddy"),
            ("birthday", "circa 1950"),
            ("cadence", "6 weeks"),
            ("status", "moved"),
            ("met", "ages ago"),
        )
    }

    found = card(export(contact(name="Ana", cadence=Cadence(42), fields=typed)))

    assert {name: values for name, values in found.items() if name.startswith("X-")} == {
        "X-NETJOURNAL-RELATIONSHIP": ["buddy"],
        "X-NETJOURNAL-STATUS": ["moved"],
        "X-NETJOURNAL-CADENCE": ["6 weeks"],
        "X-NETJOURNAL-MET": ["ages ago"],
        "X-NETJOURNAL-BIRTHDAY": ["circa 1950"],
    }
    assert "BDAY" not in found
    assert card(export(contact(name="Ana", status=Status.CLOSED)))["X-NETJOURNAL-STATUS"] == [
        "closed"
    ]


def test_names_of_one_and_of_many_words() -> None:
    assert card(export(contact(name="Ana")))["N"] == [";Ana;;;"]
    assert card(export(contact(name="Ana Maria de Sá")))["N"] == ["Sá;Ana Maria de;;;"]
    assert card(export(contact(name="Lopez, Ana; MD")))["N"] == ["MD;Lopez\\, Ana\\;;;;"]


def test_a_person_of_a_name_that_two_have_stays_as_linked() -> None:
    exported = export(
        contact("contacts/ana.md", "Ana Lopez", knows=(link("ben-2"), link("Nobody Here"))),
        contact("contacts/ben-1.md", "Ben"),
        contact("contacts/ben-2.md", "Ben"),
    )

    assert card(exported)["X-NETJOURNAL-KNOWS"] == ["ben-2", "Nobody Here"]


def test_only_what_is_public_leaves() -> None:
    found = card(whole(public=("name", "organization", "title", "industry")))

    assert list(found) == [
        *("BEGIN", "VERSION", "PRODID", "UID", "FN", "N", "ORG", "TITLE", "X-NETJOURNAL-INDUSTRY")
    ]
    assert re.fullmatch(r"nj-ana-lopez-[0-9a-f]{10}", found["UID"][0])


def test_people_whose_names_may_not_leave_are_numbered() -> None:
    (file,) = vcard.write(whole(public=("industry",)))
    text = file.data.decode()

    assert "FN:Contact 1\r\n" in text
    assert "UID:nj-contact\r\n" in text
    assert "UID:nj-contact-2\r\n" in text
    assert not re.search("ana|lopez|ben|osei", text, re.IGNORECASE)


def test_a_folder_has_a_file_for_each_uid() -> None:
    files = vcard.write_folder(whole())

    assert files[0].name == "ana-1.vcf"
    assert re.fullmatch(r"nj-ben-osei-[0-9a-f]{10}\.vcf", files[1].name)
    assert b"".join(file.data for file in files) == vcard.write(whole())[0].data


@pytest.mark.parametrize("module", [vcard, vcard3])
def test_vobject_reads_them(module: ModuleType) -> None:
    (file,) = module.write(whole())

    ana, ben = vobject.readComponents(file.data.decode())

    assert ana.fn.value == "Ana Lopez"
    assert (ana.n.value.family, ana.n.value.given) == ("Lopez", "Ana")
    assert ana.org.value == ["Acme; Widgets, Inc."]
    assert [each.value for each in ana.contents["email"]] == ["ana@example.org", "al@example.com"]
    assert ana.note.value == "Likes; commas, and \\ signs.\n\n## Log\n- 2026-01-02 Tea"
    assert ana.adr.value.city == "Rotterdam, Netherlands"
    assert ana.categories.value == ["berlin", "python"]
    assert ben.fn.value == "Ben Osei"


# Back again.

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
some_texts = st.lists(words, max_size=3).map(tuple)


def as_imported(values: Iterable[str]) -> tuple[str, ...]:
    """Values as an importer keeps them: on one line, none twice."""
    return tuple(dict.fromkeys(each for each in map(one_line, values) if each))


def one_line(text: str) -> str:
    """A text as it comes back: the importer has the same idea of what a note holds."""
    return texts.one_line(plain(text))


@st.composite
def contacts(draw: st.DrawFn) -> Contact:
    """A contact of any words."""
    return contact(
        name=draw(words.filter(lambda text: bool(one_line(text)))),
        organization=draw(words),
        title=draw(words),
        met_at=draw(words),
        emails=draw(some_texts),
        industries=draw(some_texts),
        offers=draw(some_texts),
        tags=draw(some_texts.map(lambda tags: tuple(tag.lstrip("#") for tag in tags))),
        own={draw(words.filter(lambda key: bool(one_line(key)))): draw(words)},
    )


@given(contacts(), st.sampled_from([vcard, vcard3]))
def test_any_contact_is_one_card_and_comes_back(someone: Contact, module: ModuleType) -> None:
    exported = export(someone, texts={someone.path: "Text,\nof a note."})
    (file,) = module.write(exported)

    assert [line for line in lines_of(file.data) if line.name in ("BEGIN", "END")] == [
        ("BEGIN", "VCARD"),
        ("END", "VCARD"),
    ]
    people, _, skipped = found_in(importing.read, file.data)
    assert skipped == []
    (person,) = people
    assert person.name == one_line(someone.name)
    assert person.notes == "Text,\nof a note."
    sent = fields_of(exported, someone)
    for field in ("organization", "title", "met_at", "industry", "offers"):
        assert person.fields.get(field, ()) == as_imported(sent.get(field, ())), field
    own = {one_line(key): as_imported(each.values) for key, each in someone.own_fields.items()}
    assert person.own_fields == {key: values for key, values in own.items() if values}


def test_everything_comes_back() -> None:
    exported = whole()
    (file,) = vcard.write(exported)

    ana, _ = found_in(importing.read, file.data).people

    assert ana.name == "Ana Lopez"
    assert ana.notes == "Likes; commas, and \\ signs.\n\n## Log\n- 2026-01-02 Tea"
    expected = {
        field: tuple(map(one_line, values)) for field, values in fields_of(exported, ANA).items()
    }
    assert {"name": (ana.name,), **ana.fields} == expected
    assert ana.own_fields == {"coffee": ("flat white",), 'odd: "key"': ("x, y; z",)}


def test_every_field_of_the_table_has_a_place() -> None:
    given = dict.fromkeys(FIELD_BY_NAME, FieldValue("x", ("a word",), 2, 1))
    (file,) = vcard.write(export(contact(name="Ana", fields=given)))

    (person,) = found_in(importing.read, file.data).people

    assert {"name", *person.fields} == {*FIELD_BY_NAME}


def test_a_uid_that_is_no_file_name_comes_back() -> None:
    (file,) = vcard.write(export(contact(name="Ana", uid="ana@example.org/1")))

    (person,) = found_in(importing.read, file.data).people

    assert person.fields["uid"] == ("ana@example.org/1",)
    assert index(contact(name="Ana")).by_uid == {}
