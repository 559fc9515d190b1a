"""Mail: mbox files and maildirs as programs write them."""

import tracemalloc
from collections.abc import Iterator
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importing import ASKED, all_of, found_in

from netjournal.importers.mbox import read, recognises
from netjournal.model.contact import Kind
from netjournal.model.imported import (
    Asked,
    ImportedEntry,
    IncomingFile,
    Named,
    NotReadable,
    Skipped,
)

THUNDERBIRD = """From - Tue Nov 03 09:12:44 2026\r
X-Mozilla-Status: 0001\r
From: Noor Haddad <noor@example.org>\r
To: =?UTF-8?Q?Ana_L=C3=B3pez?= <ana@example.com>,\r
 "Osei, Ben" <ben@example.com>\r
Subject: Re: [Plan] =?UTF-8?B?w5xiZXI=?= #gave\r
Date: Tue, 3 Nov 2026 09:12:44 +0100\r
Content-Type: text/plain\r
\r
From here on it is body\r
\r
From that day on too\r
From: nobody@example.com\r
To: noor@example.org\r
"""

MUTT = """From ana@example.com Tue Nov  3 23:50:00 2026
Return-Path: <ana@example.com>
Received: from mail.example.com by mail.example.org; Tue, 3 Nov 2026 22:50:03 +0000
Date: Tue, 3 Nov 2026 23:50:00 +0100 (CET)
From: Ana Lopez <Ana@Example.com>
To: noor.haddad@example.com
Subject: AW: Plan
Lines: 1

Yes.

From newsletter@example.net Wed Nov  4 08:00:00 2026
From: The Paper <editor@example.net>
To: noor@example.org
Subject: Morning
Date: Wed, 4 Nov 2026 08:00:00 +0000
List-Unsubscribe: <https://example.net/u>

News

"""

TAKEOUT = """From 1781234567890123456@xxx Thu Nov 05 10:00:00 +0000 2026
X-GM-THRID: 1781234567890123456
X-Gmail-Labels: Inbox,Opened
Delivered-To: noor.haddad@example.com
Date: Thu, 5 Nov 2026 10:00:00 +0000
From: ben@example.com (Ben Osei)
To: undisclosed-recipients:;
Subject:

x

From 1781234567890123457@xxx Thu Nov 05 11:00:00 +0000 2026
X-Gmail-Labels: Spam
Date: Thu, 5 Nov 2026 11:00:00 +0000
From: rich@example.net
To: noor@example.org
Subject: Money

x
"""


def test_a_letter_of_mine_is_outreach_to_everybody_in_it() -> None:
    entries = found_in(read, THUNDERBIRD).entries

    text = r"Mail: \[Plan] Über \#gave"
    assert entries == [
        ImportedEntry(
            1,
            date(2026, 11, 3),
            text,
            (Named("Ana López", "ana@example.com"),),
            (Kind.OUTREACH,),
        ),
        ImportedEntry(
            1, date(2026, 11, 3), text, (Named("Osei, Ben", "ben@example.com"),), (Kind.OUTREACH,)
        ),
    ]


def test_an_answer_makes_it_two_way_and_lists_are_counted() -> None:
    found = found_in(read, THUNDERBIRD.replace("\r\n", "\n") + "\n" + MUTT)

    assert [(each.people[0].email, each.kinds) for each in found.entries] == [
        ("ana@example.com", ()),
        ("ben@example.com", (Kind.OUTREACH,)),
    ]
    assert found.skipped == [
        Skipped(27, "1 mail of lists and robots", "nobody wrote them to you"),
    ]


def test_googles_takeout_is_read_without_spam() -> None:
    found = found_in(read, TAKEOUT)

    assert found.entries == [
        ImportedEntry(1, date(2026, 11, 5), "Mail", (Named("Ben Osei", "ben@example.com"),))
    ]
    assert [each.what for each in found.skipped] == ["1 mail of lists and robots"]


def message(date_: str = "Tue, 3 Nov 2026 09:00:00 +0000", **headers: str) -> str:
    given = {"From": "ana@example.com", "To": "noor@example.org", "Date": date_, **headers}
    lines = [f"{name.replace('_', '-')}: {value}\n" for name, value in given.items()]
    return "".join(lines) + "\nbody"


def test_a_maildir_is_read_as_one_file() -> None:
    lines = []
    for name, each in [
        ("1700000002.M2.host:2,S", message(Subject="Later", Date="Tue, 3 Nov 2026 11:00:00 +0000")),
        ("1700000001.M1.host:2,RS", message(Subject="Fwd: Re: First")),
        ("1700000003.M3.host:2,", message(From="ben@example.com", Subject="Third")),
    ]:
        lines += [f"From maildir/{name}\n".encode(), *each.encode().splitlines(keepends=True)]

    given = list(read(IncomingFile("maildir", iter(lines)), ASKED))

    assert given == [
        ImportedEntry(8, date(2026, 11, 3), "Mail: First", (Named("", "ana@example.com"),)),
        ImportedEntry(15, date(2026, 11, 3), "Mail: Third", (Named("", "ben@example.com"),)),
    ]


def test_an_envelope_may_be_bare() -> None:
    data = f"From \n{message()}\n\nFrom ben@example.com\n{message(From='ben@example.com')}"

    assert len(found_in(read, data).entries) == 2


def test_one_message_without_an_envelope_is_read() -> None:
    (entry,) = found_in(read, message(Subject="Hello")).entries

    assert (entry.line, entry.text) == (1, "Mail: Hello")


def test_the_day_is_the_one_that_its_sender_wrote() -> None:
    data = message("Tue, 3 Nov 2026 23:59:00 -0800") + "\n\nFrom x Thu Jan  1 00:00:00 2026\n"
    data += message("Sun, 01 Nov 26 10:00 EST", From="ben@example.com")

    assert [each.day for each in found_in(read, data).entries] == [
        date(2026, 11, 1),
        date(2026, 11, 3),
    ]


@pytest.mark.parametrize(
    ("headers", "line"),
    [
        ({"Date": "not a date"}, 3),
        ({"Date": ""}, 3),
        ({"Date": "Tue, 31 Feb 2026 10:00:00 +0000"}, 3),
        ({"Date": "Thu, 1 Jan 1970 00:00:00 +0000"}, 3),
        ({"Date": "Tue, 3 Nov 2099 10:00:00 +0000"}, 3),
        ({"From": "nobody"}, 1),
    ],
)
def test_a_letter_that_cannot_be_read_is_named(headers: dict[str, str], line: int) -> None:
    found = found_in(read, message(**headers))

    assert not found.entries
    assert [each.line for each in found.skipped] == [line]


@pytest.mark.parametrize(
    ("headers", "what"),
    [
        ({"List-Id": "<dev.example.org>"}, "lists and robots"),
        ({"Precedence": "bulk"}, "lists and robots"),
        ({"Auto-Submitted": "auto-replied"}, "lists and robots"),
        ({"From": "No-Reply@example.com"}, "lists and robots"),
        ({"To": "somebody@example.net"}, "neither from you nor to you"),
        (
            {"From": "noor@example.org", "To": ", ".join(f"p{n}@example.org" for n in range(11))},
            "more than 10 people",
        ),
        ({"Cc": ", ".join(f"p{n}@example.org" for n in range(9_000))}, "more than 10 people"),
    ],
)
def test_what_is_no_letter_is_counted(headers: dict[str, str], what: str) -> None:
    found = found_in(read, message(**headers))

    assert not found.entries
    assert what in found.skipped[0].what


def test_a_letter_to_ten_people_and_a_manual_one_counts() -> None:
    to = ", ".join(f"p{n}@example.org" for n in range(10))

    found = found_in(read, message(From="noor@example.org", To=to, Auto_Submitted="no"))

    assert len(found.entries) == 10


def test_nobody_writes_to_oneself() -> None:
    assert all_of(read, message(From="noor@example.org")) == []


def test_letters_before_a_day_are_left_out() -> None:
    asked = ASKED._replace(since=date(2026, 11, 4))

    assert all_of(read, message(), asked) == []


def test_without_my_addresses_it_cannot_be_read() -> None:
    with pytest.raises(NotReadable, match="`emails` under `\\[me\\]`"):
        all_of(read, message(), Asked(date(2026, 11, 24)))


def test_the_hostile_file_loses_only_what_is_broken() -> None:
    hostile = (
        "From x Thu Jan  1 00:00:00 2026\nFrom: =?utf-8?Q?Ana_L=C3?= <ana@example.com>\n"
        "Date: not a date\nSubject: =?x-unknown?B?!!!!?=\n\nFrom here on it is body\n\n"
        "From y Thu Jan  1 00:00:00 2026\n" + message()
    )

    found = found_in(read, hostile)

    assert [each.line for each in found.skipped] == [3]
    assert len(found.entries) == 1


@pytest.mark.parametrize(
    ("name", "head", "is_own"),
    [
        ("Inbox", THUNDERBIRD.encode(), True),
        ("x", MUTT.encode(), True),
        ("All mail.mbox", TAKEOUT.encode(), True),
        ("maildir", b"From maildir/1:2,S\n", True),
        ("1700000001.M1.host:2,RS", message(Subject="x").encode(), True),
        ("a.eml", b"Subject: x\n", True),
        ("empty.mbox", b"", True),
        ("cards.vcf", b"BEGIN:VCARD\nFN:x\n", False),
        ("letter.txt", b"From here on it is text", False),
        ("note.md", b"---\nname: Ana\n", False),
        ("a.csv", b"From,Date\n", False),
        ("empty", b"", False),
    ],
)
def test_its_own_files_are_recognised(name: str, head: bytes, *, is_own: bool) -> None:
    assert recognises(name, head) is is_own


def test_many_large_messages_are_never_held() -> None:
    body = [b"word " * 20 + b"\n"] * 200
    head = [f"{each}\n".encode() for each in message(To="noor@example.org").splitlines()[:3]]

    def lines() -> Iterator[bytes]:
        for _ in range(300):
            yield b"From x Thu Jan  1 00:00:00 2026\n"
            yield from head
            yield b"X-Long: " + b"x" * 100 + b"\n"
            yield from [b" folded\n"] * 50
            yield b"\n"
            yield from body
            yield b"\n"

    tracemalloc.start()
    given = list(read(IncomingFile("x", lines()), ASKED))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert len(given) == 1
    assert peak < 1_000_000


@given(st.binary() | st.text(alphabet="From: \n@,<>Datexy\r").map(str.encode))
def test_any_bytes_are_read(data: bytes) -> None:
    all_of(read, data)
    all_of(read, b"From x Thu Jan  1 00:00:00 2026\n" + data)
    all_of(read, b"From: a@example.com\nTo: noor@example.org\nDate: " + data)
    recognises("x", data)
