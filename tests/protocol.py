"""An editor for tests of the language server: `async with editor(root) as one: ...`.

It talks to a server in this process, or with `process=True` to `python -m netjournal lsp`. It waits
for what the server tells it, never for time to pass.
"""

import asyncio
import os
import sys
from asyncio.subprocess import Process
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from threading import Event
from typing import Any, TypeVar

from editing import TODAY
from lsprotocol import types
from pygls.io_ import run_async
from pygls.lsp.client import LanguageClient

from netjournal.lsp.handlers import register
from netjournal.lsp.server import Server

SECONDS = 60.0
"""For which something is waited at the longest; the machine may be busy."""

WHEN = "2026-03-01T10:00:00+00:00"
T = TypeVar("T")


class Editor:
    """A client that remembers what the server has told it."""

    def __init__(self, *, answers_progress: bool = True) -> None:
        self.client = LanguageClient("editor", "1")
        self.diagnostics: dict[str, list[types.Diagnostic]] = {}
        self.messages: list[types.ShowMessageParams] = []
        self.progress: list[dict[str, Any]] = []
        self.shown: list[str] = []
        self.commands: list[str] = []
        """Titles of the actions that are commands, of the last answer."""
        self.process: Process | None = None
        self._versions: defaultdict[str, int] = defaultdict(int)
        self._news = asyncio.Event()
        self._listen(answers_progress=answers_progress)

    def _listen(self, *, answers_progress: bool) -> None:
        feature: Callable[[str], Callable[[T], T]] = self.client.feature

        @feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: types.PublishDiagnosticsParams) -> None:
            self.diagnostics[params.uri] = list(params.diagnostics)
            self._news.set()

        @feature(types.WINDOW_SHOW_MESSAGE)
        def message(params: types.ShowMessageParams) -> None:
            self.messages.append(params)
            self._news.set()

        @feature(types.WINDOW_WORK_DONE_PROGRESS_CREATE)
        async def create(_params: types.WorkDoneProgressCreateParams) -> None:
            if not answers_progress:
                await asyncio.Event().wait()

        @feature(types.PROGRESS)
        def progress(params: types.ProgressParams) -> None:
            assert isinstance(params.value, dict)
            self.progress.append(params.value)
            self._news.set()

        @feature(types.WINDOW_SHOW_DOCUMENT)
        def show(params: types.ShowDocumentParams) -> types.ShowDocumentResult:
            self.shown.append(params.uri)
            self._news.set()
            return types.ShowDocumentResult(success=True)

    async def until(self, what: Callable[[], T]) -> T:
        """What a function gives, once that is something; fails when it never is."""
        async with asyncio.timeout(SECONDS):
            while not (found := what()):
                self._news.clear()
                await self._news.wait()
        return found

    async def initialize(
        self, folders: Sequence[Path], encoding: str | None, *, shows_progress: bool = False
    ) -> types.InitializeResult:
        """Says hello with some folders, as an editor that counts columns in an encoding."""
        general = types.GeneralClientCapabilities(
            position_encodings=[types.PositionEncodingKind(encoding)] if encoding else None
        )
        window = types.WindowClientCapabilities(
            work_done_progress=shows_progress,
            show_document=types.ShowDocumentClientCapabilities(support=True),
        )
        result = await within(
            self.client.initialize_async(
                types.InitializeParams(
                    types.ClientCapabilities(general=general, window=window),
                    workspace_folders=[
                        types.WorkspaceFolder(folder.as_uri(), folder.name) for folder in folders
                    ],
                )
            )
        )
        self.client.initialized(types.InitializedParams())
        return result

    def open(self, file: Path, text: str) -> str:
        """Opens a text, which needn't be what is on the disk; gives its address."""
        uri = file.as_uri()
        self._versions[uri] += 1
        document = types.TextDocumentItem(uri, "markdown", self._versions[uri], text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(document))
        return uri

    def type(self, uri: str, text: str) -> None:
        """Changes an open text to another."""
        self._versions[uri] += 1
        document = types.VersionedTextDocumentIdentifier(self._versions[uri], uri)
        change = types.TextDocumentContentChangeWholeDocument(text)
        self.client.text_document_did_change(types.DidChangeTextDocumentParams(document, [change]))

    def save(self, uri: str) -> None:
        """Says that an open text is on the disk now."""
        document = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(document))

    def close(self, uri: str) -> None:
        """Closes a text."""
        document = types.TextDocumentIdentifier(uri)
        self.client.text_document_did_close(types.DidCloseTextDocumentParams(document))

    async def problems(self, uri: str, *codes: str) -> list[types.Diagnostic]:
        """The problems of a file, once they have just these codes."""

        def found() -> list[types.Diagnostic] | None:
            now = self.diagnostics.get(uri)
            return now if now is not None and [each.code for each in now] == list(codes) else None

        try:
            async with asyncio.timeout(SECONDS):
                while (now := found()) is None:
                    self._news.clear()
                    await self._news.wait()
        except TimeoutError:
            said = self.diagnostics.get(uri)
            raise AssertionError(f"{uri} has {said}, not {codes}") from None
        return now

    async def complete(self, uri: str, line: int, character: int) -> list[types.CompletionItem]:
        """What is proposed at a position of the protocol."""
        document = types.TextDocumentIdentifier(uri)
        at = types.Position(line, character)
        found = await within(
            self.client.text_document_completion_async(types.CompletionParams(document, at))
        )
        return list(found.items) if isinstance(found, types.CompletionList) else list(found or [])

    async def ready(self, uri: str) -> None:
        """Waits until the vault of a note has been read."""
        await self.hover(uri, 0, 0)

    async def hover(self, uri: str, line: int, character: int) -> types.Hover | None:
        """What is told of a position."""
        document = types.TextDocumentIdentifier(uri)
        at = types.Position(line, character)
        return await within(self.client.text_document_hover_async(types.HoverParams(document, at)))

    async def leads_to(self, uri: str, line: int, character: int) -> list[str]:
        """The addresses that a position leads to."""
        document = types.TextDocumentIdentifier(uri)
        params = types.DefinitionParams(document, types.Position(line, character))
        found = await within(self.client.text_document_definition_async(params))
        several = found if isinstance(found, list) else []
        return [each.uri for each in several if isinstance(each, types.Location)]

    async def rename(self, uri: str, line: int, character: int, name: str) -> Any:  # noqa: ANN401 - an edit
        """Asks to rename whoever stands at a position."""
        document = types.TextDocumentIdentifier(uri)
        params = types.RenameParams(document, types.Position(line, character), name)
        return await within(self.client.text_document_rename_async(params))

    async def actions(self, uri: str, line: int, character: int) -> dict[str, types.CodeAction]:
        """By title what can be done at a position, with an edit; `commands` has the others."""
        at = types.Position(line, character)
        params = types.CodeActionParams(
            types.TextDocumentIdentifier(uri), types.Range(at, at), types.CodeActionContext([])
        )
        found = await within(self.client.text_document_code_action_async(params))
        # This client takes an action with a command for a command.
        self.commands = [each.title for each in found or [] if isinstance(each, types.Command)]
        return {each.title: each for each in found or [] if isinstance(each, types.CodeAction)}


async def within(asked: Awaitable[T]) -> T:
    """An answer, if it comes in time; fails with what was asked otherwise."""
    try:
        async with asyncio.timeout(SECONDS):
            return await asked
    except TimeoutError:
        raise AssertionError(f"nothing comes of {asked}") from None


class _Feed:
    """The end of a pipe inside this process at which one writes."""

    def __init__(self, reader: asyncio.StreamReader) -> None:
        self._reader = reader

    def write(self, data: bytes) -> None:
        """Hands data on."""
        self._reader.feed_data(data)

    async def close(self) -> None:
        """Ends it."""
        self._reader.feed_eof()


@asynccontextmanager
async def editor(
    *folders: Path,
    encoding: str | None = "utf-16",
    only: Path | None = None,
    shows_progress: bool = False,
    answers_progress: bool = True,
    process: bool = False,
) -> AsyncIterator[Editor]:
    """An editor with some folders open, whose server has said hello."""
    one = Editor(answers_progress=answers_progress)
    where = _started(one, only) if process else _inside(one, only)
    async with where:
        await one.initialize(folders, encoding, shows_progress=shows_progress)
        yield one


@asynccontextmanager
async def _inside(one: Editor, only: Path | None) -> AsyncIterator[None]:
    """With the server in this process."""
    server = Server(only, lambda pinned: pinned or TODAY, lambda: WHEN)
    register(server)
    server._stop_event = Event()
    to_server, to_client = asyncio.StreamReader(), asyncio.StreamReader()
    server.protocol.set_writer(_Feed(to_client))  # type: ignore[arg-type]
    one.client.protocol.set_writer(_Feed(to_server))  # type: ignore[arg-type]
    tasks = [
        asyncio.create_task(run_async(server._stop_event, to_server, server.protocol)),
        asyncio.create_task(run_async(one.client._stop_event, to_client, one.client.protocol)),
    ]
    try:
        yield
    finally:
        server.has_ended = True
        to_server.feed_eof()
        to_client.feed_eof()
        await within(asyncio.gather(*tasks))
        server.shutdown()  # type: ignore[no-untyped-call]


def command(*words: str) -> tuple[str, ...]:
    """The words that start the server."""
    return (sys.executable, "-m", "netjournal", *words, "lsp")


def environment() -> dict[str, str]:
    """The environment of a server: the day is fixed, and no vault is named."""
    hidden = ("NETJOURNAL_VAULT", "NETJOURNAL_TODAY")
    return {k: v for k, v in os.environ.items() if k not in hidden} | {
        "NETJOURNAL_TODAY": TODAY.isoformat()
    }


@asynccontextmanager
async def _started(one: Editor, only: Path | None) -> AsyncIterator[None]:
    """With the server in a process of its own, which ends when it is asked to."""
    words = command(*(["--vault", str(only)] if only else []))
    await one.client.start_io(*words, env=environment())
    one.process = one.client._server
    assert one.process is not None
    try:
        yield
        if one.process.returncode is None:
            await within(one.client.shutdown_async(None))
            one.client.exit(None)
            assert await within(one.process.wait()) == 0
    finally:
        with suppress(ProcessLookupError):
            one.process.kill()
        await within(one.client.stop())  # type: ignore[no-untyped-call]
