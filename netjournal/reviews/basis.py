"""What a page rests on: only what is written down can be counted."""

from collections.abc import Sequence

from netjournal.model.diagnostic import Diagnostic, Severity
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.words import counted


def basis(assessment: Assessment) -> str:
    """How many contacts have an interaction, and how many a known industry."""
    people = assessment.people.values()
    if not people:
        return "Based on no contacts."
    logged = len([person for person in people if person.contacted])
    placed = len([person for person in people if person.industries])
    return (
        f"Based on {counted(len(people), 'contact')}: {_some(logged)} with an interaction, "
        f"{_some(placed)} with a known industry. What isn't written down isn't counted."
    )


def _some(number: int) -> str:
    return f"{number:,}" if number else "none"


def full_basis(assessment: Assessment, diagnostics: Sequence[Diagnostic]) -> str:
    """The same, with the notes and entries that were read, and the problems in them."""
    index = assessment.index
    journal = len([file for file in index.files.values() if file.is_journal])
    interactions = index.entry_count
    problems = sum(1 for problem in diagnostics if problem.severity is not Severity.INFO)
    return (
        f"Read from {counted(len(index.files), 'note')}: "
        f"{counted(len(index.contacts), 'contact')} and {counted(journal, 'journal note')}, with "
        f"{counted(interactions, 'interaction')}; {counted(problems, 'problem')}. "
        f"{assessment.once(basis)}"
    )


def no_contacts(assessment: Assessment) -> str:
    """What to do in a vault without contacts."""
    layout = assessment.config.vault
    folder = layout.contacts[0] if layout.contacts else "contacts"
    where = f"the folder {folder}/"
    if layout.contact_tag:
        where = f"any folder, with the tag {layout.contact_tag}"
    elif layout.contact_type:
        where = f"any folder, with `type: {layout.contact_type}`"
    return f"There are no contacts yet. Put a note for each person into {where}."
