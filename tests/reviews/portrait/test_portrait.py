"""One contact's whole picture."""

from datetime import date
from typing import Any

from building import config, contact, entry, index, link, parsed, promise

from netjournal.model.cadence import Cadence
from netjournal.model.contact import Contact, FieldValue, Kind, Relationship, Status
from netjournal.model.dates import PartialDate
from netjournal.model.parsed import ParsedFile
from netjournal.model.review import ContactRef, Excerpt, Review, Row
from netjournal.model.source import Place
from netjournal.reviews import news
from netjournal.reviews.assessing import assess
from netjournal.reviews.portrait import LAST_THINGS, portrait

TODAY = date(2026, 3, 1)
ANA = "contacts/ana.md"


def ana(**known: Any) -> Contact:  # noqa: ANN401 - any attribute of Contact
    """Ana, an ally in finance."""
    return contact(ANA, "Ana Lopez", relationship=Relationship.ALLY, **known)


def picture(*notes: ParsedFile | Contact) -> Review:
    """The picture of Ana in a vault of these notes."""
    return portrait(assess(index(*notes), config(), TODAY), ANA)


def rows(review: Review, slug: str) -> tuple[Row, ...]:
    """The rows of a section."""
    return next(tuple(section.rows) for section in review.sections if section.slug == slug)


def texts(review: Review, slug: str, column: str) -> list[str]:
    """The words of the excerpts in a column."""
    cells = [row[column] for row in rows(review, slug)]
    return [cell.text for cell in cells if isinstance(cell, Excerpt)]


def test_the_lead_says_who_and_in_which_state() -> None:
    person = ana(
        title="Head of R&D",
        organization="Acme",
        industries=("finance",),
        met=PartialDate(2019, 5, None),
    )

    review = picture(parsed(person, entry("2025-12-16")))

    assert review.lead[0] == "Ally · Head of R&D at Acme · Finance & insurance."
    assert "Overdue: last in touch 75 days ago (16 December 2025)" in review.lead[1]
    assert "; by default every 30 days." in review.lead[1]
    assert review.lead[2] == "Met 2019-05."


def test_a_cadence_of_the_note_is_a_wish() -> None:
    review = picture(parsed(ana(cadence=Cadence(42)), entry("2025-12-16")))

    assert "; you want to be in touch every 42 days." in review.lead[1]


def test_a_planned_meeting_stands_in_the_lead_and_first_among_the_entries() -> None:
    review = picture(parsed(ana(), entry("2025-12-16", "Call."), entry("2026-03-11", "Dinner.")))

    assert "next planned in 10 days (11 March)" in review.lead[1]
    assert texts(review, "last-things", "said") == ["Dinner.", "Call."]


def test_only_the_newest_entries_are_shown_and_the_others_counted() -> None:
    entries = [entry(f"2025-{month:02d}-01", f"Talk {month}.") for month in range(1, 13)]

    review = picture(parsed(ana(), *entries))

    section = review.sections[0]
    assert len(section.rows) == LAST_THINGS
    assert texts(review, "last-things", "said")[0] == "Talk 12."
    assert section.intro == "4 older interactions in the notes."


def test_open_promises_are_shown_and_done_ones_are_not() -> None:
    note = parsed(ana(), promise("Send the deck", due="2026-04-01"), promise("Call", done=True))

    review = picture(note)

    assert texts(review, "promises", "promise") == ["Send the deck"]
    assert rows(review, "promises")[0]["due"] == date(2026, 4, 1)


def test_needs_are_met_by_the_offers_of_others() -> None:
    ben = contact("contacts/ben.md", "Ben Osei", offers=("Data engineers, mostly junior",))

    review = picture(parsed(ana(needs=("data engineers",), offers=("hiring",))), ben)

    helping = rows(review, "needs-and-offers")
    assert helping[0]["who"] == (ContactRef("Ben Osei", "contacts/ben.md"),)
    assert helping[1]["who"] == ()


def test_who_introduced_whom_is_told_from_both_sides() -> None:
    ben = contact("contacts/ben.md", "Ben Osei", introduced_by=link("ana"))
    cara = contact("contacts/cara.md", "Cara Ruiz", knows=(link("Ana Lopez"),))
    person = ana(introduced_by=link("cara"), knows=(link("Tom Rask"),))

    told = rows(picture(person, ben, cara), "people")

    assert [(row["how"], row["who"]) for row in told] == [
        ("introduced by", ContactRef("Cara Ruiz", "contacts/cara.md")),
        ("knows", "Tom Rask"),
        ("introduced to me", ContactRef("Ben Osei", "contacts/ben.md")),
        ("is known to", ContactRef("Cara Ruiz", "contacts/cara.md")),
    ]


def test_what_happened_since_is_help_and_leads_with_others() -> None:
    ben = contact("contacts/ben.md", "Ben Osei")
    days = [
        parsed(
            "journal/2026-01-05.md",
            entry("2026-01-05", "Before.", link("ben"), kinds=[Kind.LEAD]),
            journal=True,
        ),
        parsed(
            "journal/2026-02-05.md",
            entry("2026-02-05", "A lead.", link("ben"), kinds=[Kind.LEAD]),
            journal=True,
        ),
        parsed("journal/2026-02-06.md", entry("2026-02-06", "Coffee.", link("ben")), journal=True),
        parsed(
            "journal/2026-03-09.md",
            entry("2026-03-09", "Ahead.", link("ben"), kinds=[Kind.LEAD]),
            journal=True,
        ),
    ]

    review = picture(parsed(ana(), entry("2026-02-01", "Call.")), ben, *days)

    assert texts(review, "since", "said") == ["A lead."]


def test_what_happened_since_is_only_the_newest_few() -> None:
    ben = contact("contacts/ben.md", "Ben Osei")
    entries = [
        entry(f"2026-02-{day:02d}", f"Lead {day}.", kinds=[Kind.LEAD]) for day in range(10, 22)
    ]

    review = picture(parsed(ana(), entry("2026-01-01")), parsed(ben, *entries))

    assert texts(review, "since", "said") == [f"Lead {21 - n}." for n in range(news.MOST)]


def test_an_entry_with_several_contacts_names_the_others() -> None:
    ben = contact("contacts/ben.md", "Ben Osei")
    cara = contact("contacts/cara.md", "Cara Ruiz")
    dinner = entry("2026-02-05", "Dinner.", link("cara"), link("ana"), link("ben"), link("nobody"))
    lead = entry("2026-02-06", "A lead.", link("cara"), link("ben"), kinds=[Kind.LEAD])
    told = entry("2026-02-07", "Another, for Cara.", link("cara"), kinds=[Kind.LEAD])
    days = [
        parsed("journal/2026-02-05.md", dinner, journal=True),
        parsed("journal/2026-02-06.md", lead, journal=True),
    ]

    review = picture(ana(), parsed(ben, told), cara, *days)

    ben_ref = ContactRef("Ben Osei", "contacts/ben.md")
    cara_ref = ContactRef("Cara Ruiz", "contacts/cara.md")
    assert [row["with"] for row in rows(review, "last-things")] == [(cara_ref, ben_ref)]
    assert [row["with"] for row in rows(review, "since")] == [(ben_ref,), (cara_ref, ben_ref)]


def test_a_promise_to_several_names_the_others() -> None:
    ben = contact("contacts/ben.md", "Ben Osei")

    alone = picture(parsed(ana(), promise("Send the deck")), ben)
    both = picture(ana(), parsed(ben, promise("Introduce her to", link("ana"))))

    assert rows(alone, "promises")[0]["with"] == ()
    assert rows(both, "promises")[0]["with"] == (ContactRef("Ben Osei", "contacts/ben.md"),)


def test_more_than_five_others_are_counted() -> None:
    crowd = [contact(f"contacts/p{n}.md", f"P{n}") for n in range(8)]
    links = [link(f"p{n}") for n in range(8)]
    party = entry("2026-02-05", "A party.", link("ana"), *links)

    review = picture(ana(), *crowd, parsed("journal/2026-02-05.md", party, journal=True))

    others = rows(review, "last-things")[0]["with"]
    assert isinstance(others, tuple)
    assert (len(others), others[-1]) == (5, "4 others")


def test_own_fields_and_the_note_stand_in_the_details() -> None:
    review = picture(
        contact(ANA, "Ana Lopez", emails=("ana@example.org",), own={"coffee": "flat white"})
    )

    details = {str(row["field"]): row["value"] for row in rows(review, "details")}
    assert details["email"] == "ana@example.org"
    assert details["coffee"] == "flat white"
    assert isinstance(details["note"], Excerpt)
    assert review.lead[1] == "Not sorted yet."


def test_what_could_not_be_read_is_shown_as_typed() -> None:
    typed = {
        name: FieldValue(key, (value,), line, 1)
        for line, (name, key, value) in enumerate(
            (
                ("relationship", "tier", "gold"),
                ("status", "status", "on ice"),
                ("cadence", "cadence", "now and then"),
                ("birthday", "bday", "some day in May"),
                ("last_contact", "last_contact", " "),
            ),
            2,
        )
    }

    review = picture(ana()._replace(relationship=None, fields=typed))

    shown = [(row["field"], row["value"]) for row in rows(review, "details")][:-1]
    assert shown == [
        ("tier", Excerpt("gold (not understood)", Place(ANA, 2))),
        ("status", Excerpt("on ice (not understood)", Place(ANA, 3))),
        ("cadence", Excerpt("now and then (not understood)", Place(ANA, 4))),
        ("bday", Excerpt("some day in May (not understood)", Place(ANA, 5))),
    ]


def test_what_was_read_is_not_called_unread() -> None:
    person = ana(status=Status.ACTIVE, cadence=Cadence(None), birthday=PartialDate(None, 4, 12))

    assert [row["field"] for row in rows(picture(person), "details")] == ["birthday", "note"]
