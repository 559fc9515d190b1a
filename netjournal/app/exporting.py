"""What leaves a vault: the contacts of a query, in the form that another program reads."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from netjournal.app.query import find_people, own_field_keys, parse_query, query_notes
from netjournal.app.workspace import Workspace
from netjournal.exporters.registry import EXPORTERS
from netjournal.exporters.uids import uids
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.exported import Export, Exporter
from netjournal.model.source import Source
from netjournal.notes.decode import decode
from netjournal.notes.frontmatter import read_front_matter
from netjournal.reviews.assessment import Assessment
from netjournal.vault.card_folder import CardRules, CardsWritten, write_cards
from netjournal.vault.exports import (
    InTheWay,
    NotExported,
    make_export_folder,
    marked,
    write_export,
)
from netjournal.vault.reader import read_note

Progress = Callable[[int, int], None]


class Prepared(NamedTuple):
    """What is to be exported, and what is to be said of the query."""

    export: Export
    notes: tuple[str, ...]


class Writing(NamedTuple):
    """What may be done with files that are there already."""

    force: bool = False
    """Whether files that are no earlier exports are written over."""
    prune: bool = False
    """Whether cards of contacts that are gone are removed from a folder."""


def exporter_called(slug: str) -> Exporter:
    """The exporter of that slug; raises KeyError for any other word."""
    return {each.slug: each for each in EXPORTERS}[slug]


def prepare_export(
    workspace: Workspace, as_of: date, query: str, *, public: bool = False
) -> Prepared:
    """The contacts that a query finds, by name, with all that is known of them.

    Of the public only the fields that the settings allow, and nothing else, leaves. Raises
    QueryError.
    """
    index = workspace.index
    terms = parse_query(query, own_field_keys(index.contacts.values()))
    assessment = workspace.assessment(as_of)
    people = find_people(terms, assessment)
    texts = _Texts(workspace)
    export = Export(
        index=index,
        config=workspace.config,
        as_of=as_of,
        contacts=tuple([person.contact for person in people]),
        due=_due(assessment),
        states={path: each.standing.state.value for path, each in assessment.people.items()},
        last_contacts=_last_contacts(assessment),
        text_of=texts.text_of,
        body_of=texts.body_of,
        fields=frozenset(workspace.config.export.public) if public else None,
    )
    return Prepared(export, query_notes(terms, assessment))


def exported_bytes(exporter: Exporter, export: Export) -> bytes:
    """The export as one file; raises NotExported for a format that has several."""
    _check_public(exporter, export)
    files = exporter.write(export)
    if len(files) != 1:
        names = " and ".join(file.name for file in files)
        raise NotExported(f"{exporter.title} is several files, {names}: write them with --folder")
    return files[0].data


def export_to_file(exporter: Exporter, export: Export, path: Path, writing: Writing) -> bool:
    """Writes an export; false when the file was the same already. Raises NotExported."""
    data = exported_bytes(exporter, export)
    return write_export(path, data, marked(exporter.mark), force=writing.force)


def export_to_folder(
    exporter: Exporter,
    export: Export,
    folder: Path,
    writing: Writing,
    progress: Progress | None = None,
) -> CardsWritten:
    """Writes one file a contact, or the few files of a format, into a folder.

    Files that are in the way are named; raises NotExported for all else.
    """
    _check_public(exporter, export)
    if exporter.write_folder:
        known = frozenset(uids(export).values())
        rules = CardRules(exporter.mark, known, writing.force, writing.prune)
        return write_cards(folder, exporter.write_folder(export), rules, progress)
    files = exporter.write(export)
    make_export_folder(folder)
    changed: list[str] = []
    in_the_way: list[str] = []
    for file in files:
        try:
            is_new = write_export(
                folder / file.name, file.data, marked(exporter.mark), force=writing.force
            )
        except InTheWay:
            in_the_way.append(file.name)
        else:
            changed += [file.name] if is_new else []
    unchanged = len(files) - len(changed) - len(in_the_way)
    return CardsWritten(tuple(changed), unchanged, tuple(in_the_way), (), (), ())


def _check_public(exporter: Exporter, export: Export) -> None:
    needs = exporter.public_needs
    if export.is_public and needs and not any(map(export.may_leave, needs)):
        raise NotExported(
            f"{exporter.title} has nothing that may leave with --public: it would need "
            f"{' or '.join(needs)} in 'public' under [export] in netjournal.toml"
        )


def _due(assessment: Assessment) -> Mapping[str, date]:
    people = assessment.people.items()
    return {path: each.standing.due_date for path, each in people if each.standing.due_date}


def _last_contacts(assessment: Assessment) -> Mapping[str, date]:
    people = assessment.people.items()
    return {path: each.standing.last_contact for path, each in people if each.standing.last_contact}


class _Texts:
    """The texts of notes, read again when they are asked for."""

    def __init__(self, workspace: Workspace) -> None:
        self._root = workspace.root

    def text_of(self, path: str) -> str:
        """The whole text of a note; empty for one that can't be read."""
        source: Source | Diagnostic = read_note(self._root, path)
        return decode(source).text if isinstance(source, Source) else ""

    def body_of(self, path: str) -> str:
        """The text of a note without its front matter."""
        text = self.text_of(path)
        return text[read_front_matter(text, path).body_start :]
