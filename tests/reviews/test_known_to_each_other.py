"""Who knows whom among my contacts."""

from datetime import date

from building import config, contact, index, link

from netjournal.model.charts import TieLines
from netjournal.model.contact import Contact
from netjournal.model.review import ContactRef, Section
from netjournal.reviews.assessing import assess
from netjournal.reviews.known_to_each_other import ties_section
from netjournal.reviews.reaching import paths


def section_of(*notes: Contact) -> Section:
    """The section of these contacts."""
    assessment = assess(index(*notes), config(), date(2026, 3, 1))
    return ties_section(paths(assessment), assessment)


def test_nobody_who_knows_anybody_is_no_section() -> None:
    section = section_of(contact("contacts/ana.md"), contact("contacts/bo.md"))
    assert not section.rows
    assert section.chart is None


def test_a_tie_stands_at_both_ends_and_the_best_connected_is_first() -> None:
    section = section_of(
        contact("contacts/ana.md", knows=(link("bo"),)),
        contact("contacts/bo.md", knows=(link("ana"),)),
        contact("contacts/cy.md", introduced_by=link("bo")),
    )
    told = []
    for row in section.rows:
        who, knows = row["contact"], row["knows"]
        assert isinstance(who, ContactRef)
        assert isinstance(knows, tuple)
        told.append((who.name, [each.name for each in knows if isinstance(each, ContactRef)]))
    assert told == [("bo", ["ana", "cy"]), ("ana", ["bo"]), ("cy", ["bo"])]
    assert section.intro == "As far as your notes say: 2 ties."
    assert section.chart
    assert isinstance(section.chart.drawing, TieLines)
    assert {tie.kind for tie in section.chart.drawing.ties} == {"introduced", "knows"}
