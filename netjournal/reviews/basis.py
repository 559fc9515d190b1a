"""What a page rests on: only what is written down can be counted."""

from collections.abc import Sequence

from netjournal.model.diagnostic import Diagnostic, Severity
from netjournal.model.parsed import ParsedFile
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.keepsakes import Parts
from netjournal.reviews.person import Person
from netjournal.reviews.words import counted


def basis(assessment: Assessment) -> str:
    """How many contacts have an interaction, and how many a known industry."""
    if not assessment.people:
        return "Based on no contacts."
    logged, placed = len(assessment.those(is_logged)), len(assessment.those(is_placed))
    contacts = counted(len(assessment.people), "contact")
    return (
        f"Based on {contacts}: {_some(logged)} with an interaction, "
        f"{_some(placed)} with a known industry. What isn't written down isn't counted."
    )


def is_logged(person: Person) -> bool:
    """Whether there was any contact."""
    return bool(person.contacted)


def is_placed(person: Person) -> bool:
    """Whether an industry is known."""
    return bool(person.industries)


def _some(number: int) -> str:
    return f"{number:,}" if number else "none"


def full_basis(assessment: Assessment, diagnostics: Sequence[Diagnostic]) -> str:
    """The same, with the notes and entries that were read, and the problems in them."""
    index = assessment.index
    journal = assessment.sums_over(index.files, _kind_of_note).get("journal", 0)
    interactions = index.entry_count
    problems = sum(1 for problem in diagnostics if problem.severity is not Severity.INFO)
    return (
        f"Read from {counted(len(index.files), 'note')}: "
        f"{counted(len(index.contacts), 'contact')} and {counted(journal, 'journal note')}, with "
        f"{counted(interactions, 'interaction')}; {counted(problems, 'problem')}. "
        f"{assessment.once(basis)}"
    )


def _kind_of_note(file: ParsedFile, _assessment: Assessment) -> Parts:
    return [("journal", 1)] if file.is_journal else ()


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
