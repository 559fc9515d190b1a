"""Outlines, folds, links, places and lenses as records of the protocol."""

from collections.abc import Iterator, Sequence
from typing import Final

from lsprotocol import types

from netjournal.app.editing.links import leads_to, links_in, links_to
from netjournal.app.editing.outline import Part, PartKind, contacts_found, folds, outline
from netjournal.app.editing.telling import state_of
from netjournal.lsp.positions import Ruler
from netjournal.lsp.vault import OpenVault

TELL: Final = "netjournal.tell"
"""The command of a lens: what is known of a contact, by the addresses of vault and note."""

_KINDS = {
    PartKind.HEADING: types.SymbolKind.String,
    PartKind.ENTRY: types.SymbolKind.Event,
    PartKind.PROMISE: types.SymbolKind.Boolean,
}
_START = types.Range(types.Position(0, 0), types.Position(0, 0))


def symbols(vault: OpenVault, path: str, ruler: Ruler) -> Sequence[types.DocumentSymbol]:
    """The outline of a note, each part below the heading that holds it."""
    top: list[types.DocumentSymbol] = []
    above: list[tuple[Part, list[types.DocumentSymbol]]] = []
    for part in outline(vault.notes, path):
        inside: list[types.DocumentSymbol] = []
        here = types.DocumentSymbol(
            part.title or "…",
            _KINDS[part.kind],
            ruler.whole_lines(part.first, part.last),
            ruler.whole_lines(part.first, part.first),
            children=inside,
        )
        while above and not _holds(above[-1][0], part):
            above.pop()
        (above[-1][1] if above else top).append(here)
        if part.kind is PartKind.HEADING:
            above.append((part, inside))
    return top


def _holds(outer: Part, inner: Part) -> bool:
    return outer.level < inner.level and outer.first <= inner.first and inner.last <= outer.last


def found_contacts(vault: OpenVault, typed: str) -> Sequence[types.WorkspaceSymbol]:
    """The contacts whom a few letters may mean."""
    return [
        types.WorkspaceSymbol(
            types.Location(vault.uri(contact.path), _START),
            contact.name,
            types.SymbolKind.Class,
            container_name=about or None,
        )
        for contact, about in contacts_found(vault.notes, typed)
    ]


def folding(vault: OpenVault, path: str) -> Sequence[types.FoldingRange]:
    """The parts of a note that fold."""
    return [
        types.FoldingRange(each.first - 1, each.last - 1, kind=types.FoldingRangeKind.Region)
        for each in folds(vault.notes, path)
    ]


def document_links(vault: OpenVault, path: str, ruler: Ruler) -> Iterator[types.DocumentLink]:
    """The links of a note that lead to one file, with its address."""
    for here in links_in(vault.notes, path):
        found = here.contacts or here.others
        if len(found) == 1:
            yield types.DocumentLink(ruler.range(here.extent), vault.uri(found[0]))


def definitions(vault: OpenVault, path: str, line: int, column: int) -> Sequence[types.Location]:
    """Where the link at a place leads."""
    places = leads_to(vault.notes, path, line, column)
    return [types.Location(vault.uri(place.path), _START) for place in places]


def references(vault: OpenVault, contact: str, encoding: str) -> Iterator[types.Location]:
    """Every link to a contact."""
    rulers: dict[str, Ruler] = {}
    for found in links_to(vault.notes, contact):
        ruler = rulers.get(found.path) or Ruler(vault.notes.text(found.path), encoding)
        rulers[found.path] = ruler
        yield types.Location(vault.uri(found.path), ruler.range(found.extent))


def lenses(vault: OpenVault, path: str) -> Iterator[types.CodeLens]:
    """Above a contact's note: the state, the last contact, and when it is due."""
    person = vault.notes.assessment().people.get(path)
    if person:
        title = state_of(vault.notes, person)
        command = types.Command(title, TELL, arguments=[vault.root.as_uri(), path])
        yield types.CodeLens(_START, command=command)
