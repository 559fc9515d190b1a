"""Every request and notice of a client that the server takes, by what it is about."""

from collections.abc import Sequence

from lsprotocol import types

from netjournal.app.editing.links import contact_at, renamed_at
from netjournal.app.editing.orders import NotDone, make_contact, rename_contact
from netjournal.app.editing.proposals import proposals
from netjournal.app.editing.telling import of_contact, told_of
from netjournal.lsp import outlining
from netjournal.lsp.acting import NEW_CONTACT, actions
from netjournal.lsp.answers import completions
from netjournal.lsp.publishing import publish_soon, tell
from netjournal.lsp.server import TRIGGERS, Server
from netjournal.model.errors import NetjournalError


def register(server: Server) -> None:
    """Has the server take all of them."""
    for part in (_lifetime, _texts, _writing, _reading, _places, _outlines, _changing):
        part(server)


def _lifetime(server: Server) -> None:
    @server.feature(types.INITIALIZED)
    def initialized(_params: types.InitializedParams) -> None:
        folders = [folder.uri for folder in server.workspace.folders.values()]
        roots = [*folders, *([server.workspace.root_uri] if server.workspace.root_uri else [])]
        vaults = [server.vaults.only(), *map(server.vaults.of_folder, roots)]
        for vault in vaults:
            if vault:
                server.begin(vault)

    @server.feature(types.SHUTDOWN)
    def shutdown(_params: None) -> None:
        server.has_ended = True

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(_params: types.DidChangeWatchedFilesParams) -> None:
        for vault in server.vaults.all():
            if vault.loaded.is_set():
                server.look(vault)


def _texts(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        uri = params.text_document.uri
        found = server.vaults.find(uri)
        if found:
            vault, path = found
            vault.opened(path, uri)
            _take(server, uri)
            if vault.loaded.is_set():
                tell(server, vault, path)
            else:
                vault.untold.add(path)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        _take(server, params.text_document.uri)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        found = server.vaults.find(params.text_document.uri)
        if found and found[0].loaded.is_set():
            vault, path = found
            server.look(vault, [path])

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        found = server.vaults.find(params.text_document.uri)
        if found:
            vault, path = found
            vault.notes.close(path)
            publish_soon(server, vault)


def _take(server: Server, uri: str) -> None:
    """Takes the text of a note as the client has it now."""
    found = server.vaults.find(uri)
    if found:
        vault, path = found
        server.begin(vault)
        vault.notes.open(path, server.workspace.get_text_document(uri).source)
        publish_soon(server, vault)


def _writing(server: Server) -> None:
    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=TRIGGERS)
    )
    async def complete(params: types.CompletionParams) -> types.CompletionList | None:
        found = await server.at(params.text_document.uri)
        if found is None:
            return None
        vault, path, ruler = found
        return completions(proposals(vault.notes, path, *ruler.place(params.position)), ruler)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions([types.CodeActionKind.QuickFix, types.CodeActionKind.Refactor]),
    )
    async def act(params: types.CodeActionParams) -> Sequence[types.CodeAction]:
        found = await server.at(params.text_document.uri)
        if found is None:
            return []
        vault, path, ruler = found
        return actions(vault, path, params, ruler, server.encoding)

    @server.command(NEW_CONTACT)
    async def new_contact(root: str, name: str) -> None:
        vault = server.vaults.of_folder(root)
        if vault:
            await vault.loaded.wait()
            try:
                outcome = make_contact(vault.notes, name, server.clock())
            except NetjournalError as problem:
                outcome = NotDone(str(problem))
            if isinstance(outcome, NotDone):
                server.say(outcome.why, types.MessageType.Error)
            else:
                server.done(vault, outcome)
                server.show(vault, outcome.path)


def _reading(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_HOVER)
    async def hover(params: types.HoverParams) -> types.Hover | None:
        found = await server.at(params.text_document.uri)
        if found is None:
            return None
        vault, path, ruler = found
        told = told_of(vault.notes, path, *ruler.place(params.position))
        if told is None:
            return None
        text = types.MarkupContent(types.MarkupKind.Markdown, told.text)
        return types.Hover(text, ruler.range(told.extent) if told.extent else None)

    @server.feature(types.TEXT_DOCUMENT_CODE_LENS)
    async def lens(params: types.CodeLensParams) -> Sequence[types.CodeLens]:
        found = await server.at(params.text_document.uri)
        return list(outlining.lenses(*found[:2])) if found else []

    @server.command(outlining.TELL)
    async def tell_of(root: str, path: str) -> None:
        vault = server.vaults.of_folder(root)
        if vault and path in vault.notes.index.contacts:
            # A message is plain text.
            server.say(of_contact(vault.notes, path).replace("**", ""))


def _places(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DEFINITION)
    async def define(params: types.DefinitionParams) -> Sequence[types.Location]:
        found = await server.at(params.text_document.uri)
        if found is None:
            return []
        vault, path, ruler = found
        return outlining.definitions(vault, path, *ruler.place(params.position))

    @server.feature(types.TEXT_DOCUMENT_REFERENCES)
    async def refer(params: types.ReferenceParams) -> Sequence[types.Location]:
        found = await server.at(params.text_document.uri)
        if found is None:
            return []
        vault, path, ruler = found
        contact = contact_at(vault.notes, path, *ruler.place(params.position))
        return list(outlining.references(vault, contact.path, server.encoding)) if contact else []


def _outlines(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_SYMBOL)
    async def symbols(params: types.DocumentSymbolParams) -> Sequence[types.DocumentSymbol]:
        found = await server.at(params.text_document.uri)
        return outlining.symbols(*found) if found else []

    @server.feature(types.WORKSPACE_SYMBOL)
    async def contacts(params: types.WorkspaceSymbolParams) -> Sequence[types.WorkspaceSymbol]:
        vaults = server.vaults.all()
        for vault in vaults:
            await vault.loaded.wait()
        return [s for vault in vaults for s in outlining.found_contacts(vault, params.query)]

    @server.feature(types.TEXT_DOCUMENT_FOLDING_RANGE)
    async def fold(params: types.FoldingRangeParams) -> Sequence[types.FoldingRange]:
        found = await server.at(params.text_document.uri)
        return outlining.folding(*found[:2]) if found else []

    @server.feature(types.TEXT_DOCUMENT_DOCUMENT_LINK)
    async def links(params: types.DocumentLinkParams) -> Sequence[types.DocumentLink]:
        found = await server.at(params.text_document.uri)
        return list(outlining.document_links(*found)) if found else []


def _changing(server: Server) -> None:
    @server.feature(types.TEXT_DOCUMENT_PREPARE_RENAME)
    async def prepare(
        params: types.PrepareRenameParams,
    ) -> types.PrepareRenamePlaceholder | None:
        found = await server.at(params.text_document.uri)
        if found is None:
            return None
        vault, path, ruler = found
        named = renamed_at(vault.notes, path, *ruler.place(params.position))
        if named is None:
            return None
        contact, extent = named
        return types.PrepareRenamePlaceholder(ruler.range(extent), contact.name)

    @server.feature(types.TEXT_DOCUMENT_RENAME, types.RenameOptions(prepare_provider=True))
    async def rename(params: types.RenameParams) -> types.WorkspaceEdit | None:
        found = await server.at(params.text_document.uri)
        if found is None:
            return None
        vault, path, ruler = found
        named = renamed_at(vault.notes, path, *ruler.place(params.position))
        if named is None:
            raise server.refused("No contact is named here.")
        contact, _ = named
        try:
            outcome = rename_contact(vault.notes, contact.path, params.new_name, server.clock())
        except NetjournalError as problem:
            raise server.refused(str(problem)) from problem
        if isinstance(outcome, NotDone):
            raise server.refused(outcome.why)
        server.done(vault, outcome)
        # The notes on the disk have been changed, all or none: nothing is left for the client.
        return types.WorkspaceEdit(changes={})
