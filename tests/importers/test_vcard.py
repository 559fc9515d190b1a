"""People from vCards, as Apple, Google, Outlook, Nextcloud and phones write them."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from importing import ASKED, Found, all_of, found_in, lines_of

from netjournal.importers.registry import importer_for
from netjournal.importers.vcard import read, recognises
from netjournal.model.fields import FIELD_BY_NAME, FieldType
from netjournal.model.imported import (
    ImportedGroup,
    ImportedPerson,
    IncomingFile,
    NotReadable,
    Skipped,
)
from netjournal.notes.splicing.fields import is_value

APPLE = r"""BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//macOS 14.0//EN
N:Lopez;Ana;Maria;Dr.;
FN:Ana Lopez
NICKNAME:Anita,Ani
ORG:Acme\, Inc.;Research;Labs
TITLE:Head of R&D
ROLE:Scientist
item1.EMAIL;type=INTERNET:lopez@example.com
item1.X-ABLabel:Choir
EMAIL;type=INTERNET;type=WORK;type=pref:ana@example.org
TEL;type=CELL;type=VOICE;type=pref:+351 911 000 000
TEL;type=WORK;type=FAX:+351 21 000 0001
item2.ADR;type=HOME;type=pref:;;Rua A\, 1;Lisbon;;1000-001;Portugal
item2.X-ABADR:pt
item3.URL;type=pref:https\://example.org/ana
item3.X-ABLabel:_$!<HomePage>!$_
BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12
item4.X-ABDATE;type=pref:2010-06-05
item4.X-ABLabel:_$!<Anniversary>!$_
item5.X-ABRELATEDNAMES;type=pref:Zoe
item5.X-ABLabel:_$!<Spouse>!$_
item6.X-ABRELATEDNAMES:Tom Rask
item6.X-ABLabel:_$!<Friend>!$_
item7.X-ABRELATEDNAMES:Ed
item7.X-ABLabel:Godfather
IMPP;X-SERVICE-TYPE=Skype;type=pref:skype:ana.l
X-SOCIALPROFILE;type=linkedin;x-user=ana:http://www.linkedin.com/in/ana
X-SOCIALPROFILE;type=twitter;x-user=anat:x-apple:anat
NOTE:one\ntwo\, three; four\nC:\\new
CATEGORIES:Friends,Old\, dear
UID:urn:uuid:1234-ABCD
REV:2026-01-01T00:00:00Z
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/
 4AAQSkZJRgABAQAAAQABAAD/
END:VCARD
"""


def card(*lines: str, version: str = "3.0") -> str:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def person(*lines: str, version: str = "3.0") -> ImportedPerson:
    (only,) = found_in(read, card(*lines, version=version)).people
    return only


def test_a_card_of_apple_loses_nothing() -> None:
    found = found_in(read, APPLE)

    assert found.people == [
        ImportedPerson(
            1,
            "Ana Lopez",
            {
                "aliases": ("Anita", "Ani", "Ana Maria Lopez"),
                "organization": ("Acme, Inc.",),
                "title": ("Head of R&D",),
                "birthday": ("--04-12",),
                "knows": ("Tom Rask",),
                "url": ("http://www.linkedin.com/in/ana", "https://example.org/ana"),
                "tags": ("Friends", "Old, dear"),
                "uid": ("1234-ABCD",),
                "email": ("ana@example.org", "lopez@example.com"),
                "phone": ("+351 911 000 000",),
                "location": ("Lisbon, Portugal",),
            },
            {
                "department": ("Research", "Labs"),
                "job_role": ("Scientist",),
                "anniversary": ("2010-06-05",),
                "spouse": ("Zoe",),
                "related": ("Ed (Godfather)",),
                "chat": ("skype:ana.l", "twitter:anat"),
                "labels": ("ana@example.org (work)", "lopez@example.com (Choir)"),
                "fax": ("+351 21 000 0001",),
                "address": ("Rua A, 1, Lisbon, 1000-001, Portugal",),
                "name_prefix": ("Dr.",),
            },
            "one\ntwo, three; four\nC:\\new",
        )
    ]
    assert found.skipped == [
        Skipped(35, "pictures, sounds or keys in 1 card", "notes hold text alone")
    ]


def test_outlook_writes_2_1_with_its_own_encoding() -> None:
    found = found_in(
        read,
        b"BEGIN:VCARD\r\nVERSION:2.1\r\n"
        b"N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg\r\n"
        b"ORG:Foo, Bar;Sales\r\nTEL;WORK;VOICE:030 1234567\r\nEMAIL;PREF;INTERNET:j@example.org\r\n"
        b"NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0A=\r\ntwo=3D=\r\n\r\n"
        b"ADR;HOME;ENCODING=QUOTED-PRINTABLE:;;Weg 1=0D=0Ahinten;Ulm;;;\r\n"
        b"PHOTO;JPEG;BASE64:\r\n/9j/4AAQSkZJRgABAQAAAQABAAD\r\n 4AAQSkZJRgABAQAAAQABAAD/\r\n\r\n"
        b"BDAY:19850412\r\nEND:VCARD\r\n",
    )

    assert found.people == [
        ImportedPerson(
            1,
            "Jörg Müller",
            {
                "organization": ("Foo, Bar",),
                "birthday": ("1985-04-12",),
                "email": ("j@example.org",),
                "phone": ("030 1234567",),
                "location": ("Ulm",),
            },
            {"department": ("Sales",), "address": ("Weg 1, hinten, Ulm",)},
            "one\ntwo=",
        )
    ]
    assert len(found.skipped) == 1


def test_a_fold_may_lie_inside_a_character_and_inside_a_quoted_parameter() -> None:
    found = found_in(
        read,
        b"BEGIN:VCARD\nVERSION:4.0\nFN:Ana L\xc3\n \xb3pez\nNOTE:a\n  b\n\tc\n"
        b'ADR;TYPE=work;LABEL="1 Main: St\n reet":;;;;;;\nEND:VCARD\n',
    ).people

    assert [(each.name, each.notes) for each in found] == [("Ana López", "a bc")]
    assert found[0].own_fields == {"address": ("1 Main: Street",)}


@pytest.mark.parametrize(
    ("typed", "birthday"),
    [
        ("1985-04-12", "1985-04-12"),
        ("19850412T000000Z", "1985-04-12"),
        ("1985-04-12T23:00:00+02:00", "1985-04-12"),
        ("--0412", "--04-12"),
        ("--04-12", "--04-12"),
        ("1985-04", "1985-04"),
        ("1985", "1985"),
        ("1604-02-29", "--02-29"),
        ("0000-04-12", "--04-12"),
    ],
)
def test_birthdays_in_every_form(typed: str, birthday: str) -> None:
    assert person("FN:Ana", f"BDAY:{typed}").fields == {"birthday": (birthday,)}


@pytest.mark.parametrize("typed", ["circa 1800", "1985-02-30", "---12", "04/05/1985"])
def test_a_birthday_that_is_no_day_stays_as_it_is_written(typed: str) -> None:
    assert person("FN:Ana", f"BDAY;VALUE=text:{typed}").own_fields == {"birthday_text": (typed,)}


def test_a_card_4_of_another_person_is_told_by_its_name() -> None:
    first = card(
        "FN:Ben Osei",
        "RELATED;TYPE=friend:urn:uuid:1234-abcd",
        "RELATED;TYPE=spouse;VALUE=text:Zoe",
        "RELATED;TYPE=friend:urn:uuid:ffff",
        'TEL;VALUE=uri;TYPE="voice,home":tel:+1-555-0100;ext=12',
        "TEL;VALUE=uri;PREF=1;TYPE=work:tel:+1-555-0101",
        "GENDER:F",
        version="4.0",
    )

    ben, ana = found_in(read, first + APPLE).people

    assert ben.fields["knows"] == ("Ana Lopez",)
    assert ben.fields["phone"] == ("+1-555-0101", "+1-555-0100 ext. 12")
    assert ben.own_fields == {
        "spouse": ("Zoe",),
        "related": ("urn:uuid:ffff",),
        "gender": ("female",),
        "labels": ("+1-555-0101 (work)", "+1-555-0100 ext. 12 (home)"),
    }
    assert ana.name == "Ana Lopez"


def test_what_netjournal_wrote_comes_back() -> None:
    found = person(
        "FN:Ben",
        "ADR:;;;Porto;;;Portugal",
        "X-NETJOURNAL-RELATIONSHIP:ally",
        "X-NETJOURNAL-CADENCE:6w",
        "X-NETJOURNAL-LOCATION:Porto (old town)",
        "X-NETJOURNAL-KNOWS:Tom\\, Jr.",
        "X-NETJOURNAL-KNOWS:Ana",
        "X-NETJOURNAL-MET-AT:a\\;b",
        "X-NETJOURNAL-OWN;X-KEY=How we met?:cook\\; bake",
        'X-NETJOURNAL-OWN;X-KEY="a:b^nc":1',
        version="4.0",
    )

    assert found.fields == {
        "location": ("Porto (old town)",),
        "relationship": ("ally",),
        "cadence": ("6w",),
        "knows": ("Tom, Jr.", "Ana"),
        "met_at": ("a;b",),
    }
    assert found.own_fields == {"How we met?": ("cook; bake",), "a:b c": ("1",)}


def test_a_note_of_another_program_has_no_marks_and_one_of_ours_keeps_them() -> None:
    note = "NOTE:# Tall\\n- 2026-11-03 Coffee #gave [[ben]]"

    assert person("FN:A", note).notes == "\\# Tall\n- 2026-11-03 Coffee \\#gave \\[[ben]]"
    ours = person("FN:A", "PRODID:-//netjournal//EN", note)
    assert ours.notes == "# Tall\n- 2026-11-03 Coffee #gave [[ben]]"


def test_what_else_a_person_would_miss_becomes_fields_of_their_own() -> None:
    found = person(
        "FN:Lee\\, Bob",
        "N:Lee;Bob",
        "X-EVOLUTION-MANAGER:Big Boss",
        "X-SKYPE:bob",
        "X-HOBBY:chess",
        "TZ:Europe/Lisbon",
        "GEO:38.7;-9.1",
        "X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;Eve;1;;",
        "item1.X-ABDATE:2019-05-01",
        "item1.X-ABLabel:First met",
        "ORG:Acme",
        "item2.ORG:Old Co",
        "X-ABUID:1",
        "CLASS:PUBLIC",
    )

    assert found.name == "Bob Lee"
    assert found.fields == {
        "aliases": ("Lee, Bob",),
        "knows": ("Eve",),
        "met": ("2019-05-01",),
        "organization": ("Acme",),
    }
    assert found.own_fields == {
        "manager": ("Big Boss",),
        "chat": ("skype:bob",),
        "hobby": ("chess",),
        "timezone": ("Europe/Lisbon",),
        "geo": ("38.7,-9.1",),
        "other_organization": ("Old Co",),
    }


@pytest.mark.parametrize("prefix", ["", "X-ADDRESSBOOKSERVER-"])
def test_a_group_is_read_with_its_members(prefix: str) -> None:
    members = [f"{prefix}MEMBER:urn:uuid:A-1", f"{prefix}MEMBER:mailto:ben@example.org"]
    lines = card("FN:The Choir", f"{prefix}KIND:group", "UID:g", *members)

    group = ImportedGroup(1, "The Choir", ("urn:uuid:A-1", "mailto:ben@example.org"))
    assert all_of(read, lines) == [group]


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        (["FN:Choir", "X-ADDRESSBOOKSERVER-KIND:group"], "it is a group, not a person"),
        (["FN:Acme", "KIND:org", "N:;Acme"], "it is an organization, not a person"),
        (["FN:Acme", "ORG:Acme;", "N:;;;;"], "it is an organization, not a person"),
        (["FN:A", "ORG:B", "X-ABShowAs:COMPANY"], "it is an organization, not a person"),
        (["NOTE:x"], "it has no name, e-mail address or phone number"),
    ],
)
def test_what_is_no_person_is_named_with_its_line(lines: list[str], why: str) -> None:
    found = found_in(read, card("FN:Ana") + card(*lines))

    assert [each.name for each in found.people] == ["Ana"]
    assert [(each.line, each.why) for each in found.skipped] == [(5, why)]


def test_a_person_may_be_shown_as_a_company() -> None:
    found = person("FN:Acme", "ORG:Acme", "N:Lopez;Ana", "X-ABShowAs:COMPANY")

    assert (found.name, found.fields) == ("Ana Lopez", {"organization": ("Acme",)})


def test_a_card_without_a_name_has_its_address() -> None:
    found = person("EMAIL:mailto:x@example.com", version="4.0")

    assert (found.name, found.fields) == ("", {"email": ("x@example.com",)})


def test_a_card_that_is_cut_off_is_taken_and_told() -> None:
    found = found_in(read, "BEGIN:VCARD\nFN:Ana\n" + card("FN:Bob") + "BEGIN:VCARD\nFN:Cy\n")

    assert [each.name for each in found.people] == ["Ana", "Bob", "Cy"]
    assert [each.line for each in found.skipped] == [1, 7]
    assert all("no END:VCARD" in each.why for each in found.skipped)


def test_stray_lines_are_told_and_harm_no_card() -> None:
    found = found_in(read, "hello\nworld\n" + card("FN:Ana", "what is this", "TEL:1234567"))

    assert [each.name for each in found.people] == ["Ana"]
    assert [(each.line, each.what) for each in found.skipped] == [(1, "hello"), (6, "what is this")]


def test_an_agent_has_a_card_inside_the_card() -> None:
    found = found_in(
        read,
        "BEGIN:VCARD\nFN:Ana\nAGENT:\nBEGIN:VCARD\nFN:Hal\nEND:VCARD\nTEL:1234567\nEND:VCARD\n",
    )

    assert [(each.name, each.line) for each in found.people] == [("Hal", 4), ("Ana", 1)]
    assert found.people[1].own_fields == {"assistant": ("Hal",)}
    assert found.people[1].fields == {"phone": ("1234567",)}


@pytest.mark.parametrize(
    "as_bytes",
    [
        lambda text: text.encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r\r\n").encode(),
        lambda text: text.encode("utf-16"),
        lambda text: b"\xfe\xff" + text.replace("\n", "\r\n").encode("utf-16-be"),
        lambda text: text.encode("cp1252"),
    ],
    ids=["utf-8", "mark", "cr", "crlf", "crcrlf", "utf-16", "utf-16-be", "windows"],
)
def test_encodings_and_line_endings(as_bytes: object) -> None:
    assert callable(as_bytes)
    data = as_bytes("BEGIN:VCARD\nFN:José\nEND:VCARD\nBEGIN:VCARD\nFN:Zoë\nEND:VCARD\n")

    found = found_in(read, data).people

    assert [(each.line, each.name) for each in found] == [(1, "José"), (4, "Zoë")]
    assert recognises("x", data[:64])


def test_a_value_may_end_in_the_middle_of_a_character() -> None:
    found = person(
        "FN:Ana", "ORG;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=91=C3=", version="2.1"
    )

    assert found.fields == {"organization": ("Ñ\ufffd",)}


def test_a_file_without_any_card_is_no_vcard() -> None:
    with pytest.raises(NotReadable, match="no vCard"):
        all_of(read, "BEGIN:VCALENDAR\nEND:VCALENDAR\n")


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.VCF", b"", True),
        ("a", b"\n begin : vcard \n", True),
        ("a.mbox", b"From x\n\nBEGIN:VCARD\n", False),
        ("a.csv", b"name,email\n", False),
    ],
)
def test_what_is_taken_for_a_vcard(name: str, head: bytes, *, expected: bool) -> None:
    assert recognises(name, head) == expected
    found = importer_for(name, head)
    assert (found is not None and found.slug == "vcard") == expected


def test_a_property_of_a_huge_size_is_cut_and_told() -> None:
    found = found_in(read, card("FN:Ana", "NOTE:x", *[" " + "y" * 1000] * 1200))

    assert 1_000_000 < len(found.people[0].notes) < 1_100_000
    assert [(each.line, each.what) for each in found.skipped] == [(4, "NOTE")]


def test_control_and_direction_characters_stay_outside() -> None:
    found = person("FN:A\x00n\u202ea\x07", "TITLE:x\\ny", "NOTE:a\x0bb\x00", "X-\u202e:1")

    assert (found.name, found.fields["title"], found.notes) == ("Ana", ("x y",), "a\nb")


PIECES = st.sampled_from(
    [
        *(
            b"BEGIN:VCARD\n",
            b"END:VCARD\n",
            b"VERSION:2.1\n",
            b"FN:",
            b"N:",
            b";",
            b":",
            b"\n",
            b"=\n",
        ),
        *(b'ADR;LABEL="', b"ORG:", b"\\", b"\\n", b",", b" ", b"\r", b"AGENT:", b"PHOTO;BASE64:"),
        *(b"X-NETJOURNAL-OWN;X-KEY=", b"NOTE;QUOTED-PRINTABLE;CHARSET=utf-7:", b"=FF", b"\xc3"),
        *(b"BDAY:", b"item1.X-ABLabel:", b"item1.TEL:", b"RELATED:urn:uuid:1", b"UID:1", b"\x00"),
        *(b"X-ABDATE:", b"KIND:group", b"\xff\xfe", b"IMPP:", b"ROLE:", b"LABEL:", b"GENDER:"),
    ]
)


def is_sound(found: Found, lines: int) -> bool:
    """Whether all that is found can stand in a note, and every place lies in the file."""
    values = [
        (key, text)
        for each in found.people
        for fields in (each.fields, each.own_fields)
        for key, texts in fields.items()
        for text in texts
    ]
    single = [
        len(texts) == 1
        for each in found.people
        for key, texts in each.fields.items()
        if FIELD_BY_NAME[key].type not in (FieldType.LIST, FieldType.LINKS)
    ]
    places = [each.line for each in found.people] + [each.line for each in found.skipped]
    return (
        all(is_value(key) and is_value(text) for key, text in values)
        and all(single)
        and all(0 < line <= lines for line in places)
        and all(not each.name or is_value(each.name) for each in found.people)
        and all(is_value(each.what) and is_value(each.why) for each in found.skipped)
    )


@given(st.one_of(st.binary(), st.lists(st.one_of(PIECES, st.binary(max_size=3))).map(b"".join)))
@example(b"\xff\xfe\n")
@example(b"BEGIN:VCARD\n\x00")
@example(b'BEGIN:VCARD\nADR;LABEL="a:b\n')
def test_whatever_the_bytes_it_is_sound_or_not_readable(data: bytes) -> None:
    lines = max(1, len(re.split(b"\r\n|\r|\n", data)))
    try:
        found = found_in(read, data)
    except NotReadable:
        return
    assert is_sound(found, lines)


@given(st.text(min_size=1), st.integers(1, 20))
def test_a_text_comes_back_however_it_is_folded(text: str, width: int) -> None:
    escaped = (
        text.replace("\\", "\\\\").replace("\n", "\\n").replace(";", "\\;").replace(",", "\\,")
    )
    raw = re.sub("[\r\x85\u2028\u2029]", " ", f"NOTE:{escaped}").encode("utf-8", "replace")
    folded = b"\r\n ".join(raw[place : place + width] for place in range(0, len(raw), width))
    plain = raw[len("NOTE:") :]

    data = b"BEGIN:VCARD\r\nFN:Ana\r\n%s\r\nEND:VCARD\r\n"
    (one,) = read(IncomingFile("x", lines_of(data % folded)), ASKED)
    (other,) = read(IncomingFile("x", lines_of(data % (b"NOTE:" + plain))), ASKED)

    assert one == other
