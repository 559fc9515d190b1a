"""The page `hygiene`: what is missing or odd in the notes, by how much it would help."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from netjournal.model import codes
from netjournal.model.contact import Contact, Status
from netjournal.model.diagnostic import Diagnostic, Severity
from netjournal.model.review import Advice, Column, Excerpt, Figure, Review, Row, Section
from netjournal.model.source import Place
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.basis import basis, no_contacts
from netjournal.reviews.coverage import unplaced_contacts
from netjournal.reviews.person import Person
from netjournal.reviews.sorting import unsorted_section
from netjournal.reviews.words import ago, counted, listed

SLUG = "hygiene"
TITLE = "Hygiene"

MOST_ROWS = 20
"""Rows of each other table that are shown."""

INCOMPLETE = "incomplete"
"""The section with the contacts that lack an industry or a relationship."""

_ARTICLES = {"industry": "an industry", "relationship": "a relationship"}

_CONTACT = Column("contact", "Contact")

_EXPLANATION = (
    (
        "An error hides something that you wrote, so errors come first; a warning may mislead; "
        "hints are only counted. `netjournal check` lists them all."
    ),
    (
        "No field is required. An industry helps most for contacts whom you are in touch with, "
        "so those with the most contact come first. A contact without a relationship counts as "
        "an acquaintance once there is recorded contact or a cadence."
    ),
    (
        "Contacts to sort have no relationship, no cadence and no recorded contact, as in an "
        "address book. They are in no other list. A few are offered at a time: those whom "
        "your notes mention most, then those in an industry where you have no ally "
        "or acquaintance."
    ),
)


def make(assessment: Assessment, diagnostics: Sequence[Diagnostic]) -> Review:
    """The review `hygiene` of a vault on a day."""
    errors, warnings, infos = (
        [problem for problem in diagnostics if problem.severity is severity]
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO)
    )
    unplaced = unplaced_contacts(assessment)
    unrelated = assessment.those(_is_unrelated)
    unsorted = assessment.unsorted
    misspelt = {
        (problem.path, problem.line)
        for problem in warnings
        if problem.code == codes.MISSPELT_FIELD.code
    }
    own = _own_fields(assessment.index.with_own_fields, misspelt)
    return Review(
        slug=SLUG,
        title=TITLE,
        lead=_lead(len(errors), len(warnings), len(unplaced), assessment),
        figures=(
            Figure("errors", len(errors)),
            Figure("warnings", len(warnings)),
            Figure("infos", len(infos), _hints(len(infos))),
            Figure("without_industry", len(unplaced)),
            Figure("without_relationship", len(unrelated)),
            Figure("unsorted", len(unsorted)),
            Figure("own_fields", len(own)),
        ),
        sections=(
            _problems((*errors, *warnings)),
            _incomplete_section(unplaced, unrelated),
            unsorted_section(unsorted, assessment),
            _own_section(own),
        ),
        basis=assessment.once(basis),
        explanation=_EXPLANATION,
    )


def _is_unrelated(person: Person) -> bool:
    """Whether a contact in use is taken for an acquaintance because its note doesn't say."""
    contact = person.contact
    if contact.relationship is not None or contact.status is not Status.ACTIVE:
        return False
    return person.relationship is not None


def _lead(errors: int, warnings: int, unplaced: int, assessment: Assessment) -> tuple[str, ...]:
    if not assessment.people:
        return (no_contacts(assessment),)
    found = [
        counted(number, one, several)
        for number, one, several in (
            (errors, "error that hides something", "errors that hide something"),
            (warnings, "thing to look at", "things to look at"),
            (unplaced, "contact without an industry", "contacts without an industry"),
        )
        if number
    ]
    return (f"In your notes: {listed(found)}." if found else "Your notes are in order.",)


def _hints(number: int) -> str:
    if not number:
        return ""
    return f"Besides: {counted(number, 'hint')}, which `netjournal check` lists."


def _problems(problems: Iterable[Diagnostic]) -> Section:
    return Section(
        "problems",
        "Problems",
        (
            Column("severity", "Kind"),
            Column("problem", "Problem"),
            Column("where", "Where"),
            Column("todo", "What to do"),
        ),
        tuple(
            [
                {
                    "severity": problem.severity,
                    "problem": Advice(problem.message),
                    "where": Excerpt(
                        f"{problem.path}:{problem.line}", Place(problem.path, problem.line)
                    ),
                    "column": problem.column,
                    "code": problem.code,
                    "todo": Advice(problem.hint) if problem.hint else None,
                }
                for problem in problems
            ]
        ),
        most=MOST_ROWS,
        empty="None.",
    )


def _incomplete_section(unplaced: Sequence[Person], unrelated: Sequence[Person]) -> Section:
    """The contacts whose notes lack an industry, a relationship or both, each of them once."""
    lacks_industry = {person.contact.path for person in unplaced}
    lacks_relationship = {person.contact.path for person in unrelated}
    others = [p for p in unrelated if p.contact.path not in lacks_industry]
    others.sort(key=lambda person: -len(person.contacted))
    return Section(
        INCOMPLETE,
        "Without an industry or a relationship",
        (_CONTACT, Column("missing", "Missing"), Column("known", "Known so far")),
        tuple(
            [
                _incomplete_row(
                    person,
                    (["industry"] if person.contact.path in lacks_industry else [])
                    + (["relationship"] if person.contact.path in lacks_relationship else []),
                )
                for person in (*unplaced, *others)
            ]
        ),
        intro="With `industry` in their notes they count for the spread, and gaps can be seen. "
        "Without a `relationship` they count as acquaintances: is one of them an ally?",
        most=MOST_ROWS,
    )


def _incomplete_row(person: Person, missing: Sequence[str]) -> Row:
    return {
        "contact": person.ref,
        "interactions": len(person.contacted),
        "missing": listed(missing),
        "known": _known(person),
        "place": Excerpt(person.contact.path, Place(person.contact.path, 1)),
        "todo": f"add {listed([_ARTICLES[word] for word in missing])}",
    }


def _known(person: Person) -> str:
    """What the note says that may tell what is missing."""
    contact, stands = person.contact, person.standing
    known = [" at ".join(text for text in (contact.title, contact.organization) if text)]
    known.append(counted(len(person.contacted), "interaction"))
    if stands.days_since is not None:
        known[-1] += f", the last one {ago(stands.days_since)}"
    return "; ".join(text for text in known if text)


def _own_fields(
    contacts: Iterable[Contact], misspelt: AbstractSet[tuple[str, int]]
) -> dict[str, list[Place]]:
    """The fields that netjournal doesn't know, by key, with every place.

    Those that are named as problems already, at their paths and lines, are left out.
    """
    found: dict[str, list[Place]] = {}
    for contact in contacts:
        for key, value in contact.own_fields.items():
            if (contact.path, value.line) not in misspelt:
                found.setdefault(key, []).append(Place(contact.path, value.line))
    return found


def _own_section(own: dict[str, list[Place]]) -> Section:
    rows: list[Row] = [
        {
            "field": key,
            "notes": len(places),
            "where": Excerpt(f"{places[0].path}:{places[0].line}", places[0]),
            "todo": "map it under [fields] in netjournal.toml if it means a known field",
        }
        for key, places in sorted(own.items(), key=lambda item: (-len(item[1]), item[0]))
    ]
    return Section(
        "own-fields",
        "Fields of your own",
        (Column("field", "Field"), Column("notes", "Notes"), Column("where", "First in")),
        tuple(rows),
        intro="They are kept and can be searched for. One that means a known field can be "
        "mapped under `[fields]` in netjournal.toml.",
        most=MOST_ROWS,
    )
