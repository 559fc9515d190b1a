"""People from tables of any program."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing import ASKED, all_of, found_in

from netjournal.importers.csv import read, recognises
from netjournal.importers.registry import importer_for
from netjournal.importers.table_rows import MOST_CHARACTERS, MOST_LINES
from netjournal.model.fields import FIELDS
from netjournal.model.imported import Asked, ImportedPerson, NotReadable, Skipped


def asked(**columns: str) -> Asked:
    return Asked(date(2026, 11, 24), columns=columns)


def person(text: str, mapped: Asked = ASKED) -> ImportedPerson:
    (only,) = found_in(read, text, mapped).people
    return only


def test_a_table_in_which_nobody_is_named_is_told_with_its_columns_below_a_preamble() -> None:
    text = 'Notes:,,\n"Some fields, as you know, may be empty.",,\n,,\nFirm,Job,On\nAcme,CFO,x\n'
    with pytest.raises(NotReadable, match="its columns are `Firm`, `Job`, `On`: say which"):
        all_of(read, text)


def test_outlook_writes_a_column_for_everything() -> None:
    titles = (
        "Title,First Name,Last Name,Suffix,Company,Department,Job Title,Business Street,"
        "Business City,Business Postal Code,Business Country/Region,Home City,Business Fax,"
        "Business Phone,Mobile Phone,Anniversary,Birthday,Categories,E-mail Address,E-mail Type,"
        "E-mail 2 Address,Gender,Hobby,Manager's Name,Notes,Priority,Private,Spouse,Web Page"
    )
    cells = (
        "Dr.,Ana,Lopez,Jr.,Acme,Labs,CTO,1 Main St,Lisbon,1000,Portugal,Porto,+351 21 1,+351 21 2,"
        "+351 91 3,0/0/00,12.4.1985,Friends;Work,ana@example.org,SMTP,a@example.com,Unspecified,"
        'chess,Eve,"one\ntwo",Normal,False,Zoe,www.example.org'
    )

    assert person(f"{titles}\n{cells}\n") == ImportedPerson(
        2,
        "Dr. Ana Lopez Jr.",
        {
            "organization": ("Acme",),
            "title": ("CTO",),
            "birthday": ("1985-04-12",),
            "tags": ("Friends", "Work"),
            "phone": ("+351 21 2", "+351 91 3"),
            "email": ("ana@example.org", "a@example.com"),
            "url": ("www.example.org",),
            "location": ("Porto",),
        },
        {
            "department": ("Labs",),
            "hobby": ("chess",),
            "manager": ("Eve",),
            "spouse": ("Zoe",),
            "fax": ("+351 21 1",),
            "labels": ("+351 21 2 (work)", "+351 91 3 (mobile)"),
            "address": ("1 Main St, Lisbon, 1000, Portugal (work)",),
        },
        "one\ntwo",
    )


def test_every_field_is_known_by_its_name() -> None:
    examples = {
        "aliases": "Pri; PR",
        "relationship": "mentor",
        "status": "Dormant",
        "cadence": "6w",
        "met": "May 2019",
        "snoozed_until": "2027-01-15",
        "last_contact": "03 Nov 2026",
        "birthday": "--04-12",
        "knows": "Ben Osei; Tom",
        "email": "p@example.org",
    }
    row = [examples.get(field.name, "x") for field in FIELDS]

    found = person("\t".join(field.name for field in FIELDS) + "\n" + "\t".join(row))

    assert set(found.fields) == {field.name for field in FIELDS} - {"name"}
    assert found.own_fields == {}
    assert found.fields["aliases"] == ("Pri", "PR")
    assert found.fields["relationship"] == ("ally",)
    assert found.fields["met"] == ("2019-05",)
    assert found.fields["last_contact"] == ("2026-11-03",)
    assert found.fields["knows"] == ("Ben Osei", "Tom")


def test_what_no_field_can_hold_stays_as_it_is_written() -> None:
    found = person(
        "Name;Status;Relationship;Cadence;Met;Last contact;Shirt size;;Date\n"
        "Ana;Hot lead;Neighbour;sometimes;long ago;2019;M;blue;today\n"
    )

    assert found.fields == {}
    assert found.own_fields == {
        "status_text": ("Hot lead",),
        "relationship_text": ("Neighbour",),
        "cadence_text": ("sometimes",),
        "met_text": ("long ago",),
        "last_contact_text": ("2019",),
        "shirt_size": ("M",),
        "column_8": ("blue",),
        "other_date": ("today",),
    }


def test_the_user_says_what_the_columns_are() -> None:
    text = "Vorn,Nachn,Wo,Sonst,E-Mail\nAna,Lopez,Messe,viel,a@example.org\n"

    found = person(text, asked(name="vorn+Nachn", met_at="WO", notes="Sonst", hobby="Wo+Nachn"))

    assert (found.name, found.notes) == ("Ana", "viel")
    found = person(text, asked(name="vorn+Nachn", met_at="WO", notes="Sonst"))
    assert (found.name, found.fields) == (
        "Ana Lopez",
        {"met_at": ("Messe",), "email": ("a@example.org",)},
    )


def test_a_mapped_name_leaves_other_names_as_fields_of_their_own() -> None:
    found = person("Name,Call\nLopez,Ana L.\n", asked(name="call"))

    assert (found.name, found.own_fields) == ("Ana L.", {"other_name": ("Lopez",)})


@pytest.mark.parametrize(
    ("text", "mapped", "why"),
    [
        (
            "a,b\n1,2\n",
            ASKED,
            "its columns are `a`, `b`: say which is which, such as --map name='a'",
        ),
        ("a,b\n1,2\n", asked(name="c"), "it has no column `c`; its columns are `a`, `b`"),
        ("a,b\n1,2\n", asked(met_at="b"), "no column is known to be a name or an e-mail address"),
        ("", ASKED, "it has no rows"),
        ("\n\n", ASKED, "it has no rows"),
        ("PK\x03\x04abc", ASKED, "it is a spreadsheet, not text"),
    ],
)
def test_a_table_without_people_says_what_it_has(text: str, mapped: Asked, why: str) -> None:
    with pytest.raises(NotReadable) as refused:
        all_of(read, text, mapped)

    assert why in str(refused.value)


@pytest.mark.parametrize(
    "data",
    [
        "name;email\r\nJosé;a@example.org\r\n".encode("utf-8-sig"),
        "sep=;\nname;email\nJosé;a@example.org\n".encode(),
        "name\temail\nJosé\ta@example.org\n".encode("utf-16"),
        "name,email\rJosé,a@example.org\r".encode("cp1252"),
        'email | "name"\na@example.org | "José"\n'.encode(),
    ],
    ids=["mark", "sep", "utf-16", "windows", "bars"],
)
def test_encodings_and_delimiters(data: bytes) -> None:
    (only,) = found_in(read, data).people

    assert (only.name, only.fields) == ("José", {"email": ("a@example.org",)})


def test_every_row_that_is_left_out_is_named() -> None:
    rows = [
        "name,email,phone",
        "Ana,a@example.org",
        '"Bob ""B"" Lee",b@example.org,1,extra',
        '"Multi',
        'line",m@example.org,2,,',
        "Nul\x00l,,",
        ",,",
        ",,   ",
        f'Long,"{"x" * MOST_CHARACTERS}",',
        '"open,o@example.org,',
        'Eve "E" Day,e@example.org,',
        " , ,-",
    ]

    found = found_in(read, "\n".join(rows))

    named = [(each.line, each.name) for each in found.people]
    assert named == [(2, "Ana"), (4, "Multi line"), (6, "Null"), (11, 'Eve "E" Day'), (12, "")]
    assert [(each.line, each.why) for each in found.skipped] == [
        (3, "it has 4 cells under 3 headers, so they may be shifted"),
        (9, "it has more than 200,000 characters"),
        (10, "a quote in it never closes"),
    ]


def test_an_open_quote_costs_one_row_however_far_the_end_is() -> None:
    text = 'name,email\n"open,x\n' + "Ana,a@example.org\n" * (MOST_LINES * 2)

    found = found_in(read, text)

    assert len(found.people) == MOST_LINES * 2
    assert [each.line for each in found.people] == list(range(3, MOST_LINES * 2 + 3))
    assert found.skipped == [Skipped(2, '"open,x', "a quote in it never closes")]


def test_what_keeps_a_cell_from_being_reckoned_is_no_part_of_it() -> None:
    found = person("name,phone,title\n'Ana,'+351 911 000 000,'=1+1\n")

    assert (found.name, found.fields) == (
        "'Ana",
        {"phone": ("+351 911 000 000",), "title": ("=1+1",)},
    )


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("people.CSV", b"whatever", True),
        ("people.txt", b"Name\tE-mail\tPhone\nAna\ta@example.org\t1\n", True),
        ("note.md", b"# Ana\n\nname, email\n", False),
        ("note.md", b"Name, the one I gave, is long.\n", False),
        ("x.bin", b"name,email\n\x00\x01", False),
    ],
)
def test_what_is_taken_for_a_table(name: str, head: bytes, *, expected: bool) -> None:
    assert recognises(name, head) == expected
    found = importer_for(name, head)
    assert (found is not None and found.slug == "csv") == expected


CELLS = st.lists(
    st.text(max_size=5)
    | st.sampled_from(['"', ",", "\n", ";", "\r\n", '""', "+", "0", "@", "\x00"]),
    max_size=40,
)


@given(CELLS, st.lists(st.sampled_from([field.name for field in FIELDS]), unique=True))
def test_whatever_the_cells_every_line_is_named_at_most_once(
    pieces: list[str], titles: list[str]
) -> None:
    text = f"name,email,{','.join(titles)}\n{''.join(pieces)}"

    found = all_of(read, text.encode("utf-8", "replace"))

    lines = [each.line for each in found]
    assert len(set(lines)) == len(lines)
    assert all(1 < line <= len(text) for line in lines)


@given(st.binary())
def test_whatever_the_bytes_it_is_sound_or_not_readable(data: bytes) -> None:
    try:
        found = all_of(read, b"name;email\n" + data)
    except NotReadable:
        return
    assert all(each.line > 1 for each in found)


@given(
    st.lists(
        st.tuples(st.sampled_from(["Ana", 'B "b"', "C,c", "D\nd"]), st.sampled_from(["", "x;y"])),
        min_size=1,
    )
)
def test_tables_are_read_as_python_writes_them(people: list[tuple[str, str]]) -> None:
    import csv
    import io

    text = io.StringIO()
    csv.writer(text).writerows([("name", "title"), *people])

    found = found_in(read, text.getvalue()).people

    assert [each.name for each in found] == [" ".join(name.split()) for name, _ in people]
    assert [each.fields.get("title", ("",))[0] for each in found] == [title for _, title in people]
