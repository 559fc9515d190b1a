"""Making the pages of contacts, industries and organizations that don't stand as they should."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from netjournal.app.shelf import Trouble
from netjournal.app.workspace import Progress, Workspace
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.names import name_key
from netjournal.model.review import Page
from netjournal.model.subject import Subject, SubjectKind
from netjournal.notes.as_html import note_html
from netjournal.notes.parse import digest_of
from netjournal.render.links import line_anchor
from netjournal.render.places import NOWHERE
from netjournal.render.press import RenderSettings
from netjournal.render.subject_pages import Content, Presses, Titled
from netjournal.render.template_set import template_set
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.contact_page import contact_page
from netjournal.reviews.group_page import group_page
from netjournal.reviews.registry import ReviewPage
from netjournal.reviews.traces import notes_linked
from netjournal.rules.own_fields import meant
from netjournal.vault.reader import Templates, read_note
from netjournal.vault.standing import sealed, standing
from netjournal.vault.writer import (
    NOTHING_WRITTEN,
    Written,
    add_pages,
    check_added_pages,
    refusal_to_read,
    together,
)

_AT_ONCE = 100
"""Pages that are held in memory before they are written."""


class SubjectPages(NamedTuple):
    """What became of the pages of contacts, industries and organizations."""

    paths: tuple[str, ...]
    """All of them, as paths inside the vault."""
    written: Written
    kept: tuple[str, ...]
    """Those that couldn't be made, whose old text stays."""
    diagnostics: tuple[Diagnostic, ...]
    doubtful: tuple[str, ...]
    """The notes that weren't as they had been read before, when their pages were made."""


NONE = SubjectPages((), NOTHING_WRITTEN, (), (), ())


def made_subject_pages(
    workspace: Workspace,
    as_of: date,
    settings: RenderSettings,
    wanted: Sequence[ReviewPage],
    templates: Templates,
    *,
    write: bool = False,
    progress: Progress | None = None,
) -> SubjectPages:
    """Makes the pages that don't stand as they should, and writes them or says which would be.

    There are none unless the settings ask for HTML. Raises PageNotWritten.
    """
    if settings.places is NOWHERE:
        return NONE
    assessment, shelf = workspace.assessment(as_of), workspace.shelf
    found = template_set(settings.shipped, templates.texts, templates.diagnostics)
    presses = Presses(settings, found, [Titled(page.slug, page.title) for page in wanted])
    rests_on = shelf.rests_on(assessment, presses.rests_on())
    misspelt = meant(workspace.index, workspace.config) if shelf.unsure else {}
    work = _Work(workspace, assessment, presses, set(), misspelt)
    waiting = _waiting(work, rests_on)
    written = NOTHING_WRITTEN
    for start in range(0, len(waiting), _AT_ONCE):
        if progress:
            progress(start, len(waiting))
        batch = waiting[start : start + _AT_ONCE]
        pages = {each: page for each in batch if (page := _made(work, each, rests_on[each]))}
        put = add_pages if write else check_added_pages
        done = put(workspace.root, tuple(pages.values()))
        written = together(written, done)
        if write:
            in_the_way = {problem.path for problem in done.diagnostics}
            right = [each for each, page in pages.items() if page.path not in in_the_way]
            shelf.unsure.difference_update(e for e in right if e.key not in work.doubtful)
    if progress and waiting:
        progress(len(waiting), len(waiting))
    troubles, files = shelf.troubles.values(), settings.places.files
    return SubjectPages(
        tuple(files.values()),
        written._replace(unchanged=len(rests_on) - len(waiting) + written.unchanged),
        tuple([files[each] for each, trouble in shelf.troubles.items() if trouble.is_kept]),
        (*dict.fromkeys([each.problem for each in troubles]), *written.diagnostics),
        tuple(work.doubtful),
    )


def _waiting(work: "_Work", rests_on: Mapping[Subject, str]) -> list[Subject]:
    """The subjects whose pages have to be made."""
    shelf, root = work.workspace.shelf, work.workspace.root
    files = shelf.places.files
    unsure = {files[each]: each for each in sorted(shelf.unsure - shelf.troubles.keys())}
    with refusal_to_read():
        asked = {path: rests_on[each] for path, each in unsure.items()}
        right = list(standing(root, asked))
    shelf.unsure.difference_update([unsure.pop(path) for path in right])
    return list(unsure.values())


def _made(work: "_Work", subject: Subject, rests_on: str) -> Page | None:
    """The page of a subject; None where its template fails."""
    made = work.presses.page(subject, work.content(subject))
    if made.problem:
        work.workspace.shelf.troubles[subject] = Trouble(made.problem, made.data is None)
    if made.data is None:
        return None
    page = Page(made.path, made.data)
    # Without a seal it is made again by the next build, so that its problem is told again.
    is_doubtful = subject.key in work.doubtful
    return page if made.problem or is_doubtful else sealed(page, rests_on)


class _Work(NamedTuple):
    """What the contents of the pages are taken from."""

    workspace: Workspace
    assessment: Assessment
    presses: Presses
    doubtful: set[str]
    misspelt: Mapping[str, str]
    """The fields that unknown ones seem to mean, by their keys."""

    def content(self, subject: Subject) -> Content:
        """What the page of a subject says."""
        if subject.kind is not SubjectKind.CONTACT:
            return Content(group_page(subject, self.assessment))
        path = subject.key
        person = self.assessment.people[path]
        source = read_note(self.workspace.root, path)
        read_before = self.assessment.index.files[path].digest
        if isinstance(source, Diagnostic) or digest_of(source) != read_before:
            self.doubtful.add(path)
        addresses = {
            (link.target, link.is_path): self.presses.address(contact, path)
            for _, link, contact in self.assessment.index.links.get(path, ())
        }
        addresses |= {
            (target, is_path): self.presses.note_address(note, path)
            for target, is_path, note in notes_linked(path, self.assessment.index)
        }
        note = None
        if not isinstance(source, Diagnostic):
            note = note_html(source, addresses, person.contact.name, line_anchor)
        return Content(
            contact_page(self.assessment, path, self.misspelt),
            person.contact,
            person.standing.state,
            note.html if note else "",
            note.is_whole if note else True,
            person.industries,
            name_key(person.contact.organization),
        )
