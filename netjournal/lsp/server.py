"""The server: which requests it takes, and what it does with each."""

import asyncio
import contextlib
import threading
from collections.abc import Callable, Collection, Coroutine
from pathlib import Path
from typing import Final

from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcException, PyglsError
from pygls.lsp.server import LanguageServer

from netjournal import __version__
from netjournal.app.editing.orders import Done
from netjournal.app.workspace import Day
from netjournal.lsp.loading import listen, load
from netjournal.lsp.positions import Ruler
from netjournal.lsp.publishing import encoding_of, publish_soon
from netjournal.lsp.vault import OpenVault, Vaults
from netjournal.lsp.wire import Protocol
from netjournal.model.errors import NetjournalError

TRIGGERS: Final = ("[", "@", "#", ":", " ", ",")
"""Characters behind which a client asks what may be written."""

Clock = Callable[[], str]
"""Gives the time as an ISO date and time, for `undo --list`."""


class Server(LanguageServer):
    """The language server of a client, with the vaults that it has notes of open."""

    def __init__(self, only: Path | None, day: Day, clock: Clock) -> None:
        # Whole texts: a piece would be put in by lines that are split at more characters than
        # editors split them at.
        super().__init__(
            "netjournal",
            __version__,
            text_document_sync_kind=types.TextDocumentSyncKind.Full,
            protocol_cls=Protocol,
        )
        self.vaults = Vaults(only, day)
        self.clock = clock
        self.has_ended = False
        self._begun: set[OpenVault] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def encoding(self) -> str:
        """How the client counts along a line."""
        return encoding_of(self)

    def begin(self, vault: OpenVault) -> None:
        """Reads a vault and listens to its changes from now on, if that hasn't begun."""
        if vault in self._begun:
            return
        self._begun.add(vault)
        self._keep(self._load(vault))

    async def _load(self, vault: OpenVault) -> None:
        # What changes while the notes are read is heard of, and looked at afterwards.
        await self._listen(vault)
        try:
            await load(self, vault)
        except NetjournalError as problem:
            self.say(str(problem), types.MessageType.Error)
        publish_soon(self, vault)

    async def _listen(self, vault: OpenVault) -> None:
        """Listens in a thread of its own to what other programs change; returns once it does."""
        loop = asyncio.get_running_loop()
        begun = asyncio.Event()

        def in_loop(do: Callable[..., object], *given: object) -> None:
            # The client may leave in any moment, and the loop ends with it.
            with contextlib.suppress(RuntimeError):
                loop.call_soon_threadsafe(do, *given)

        def attend() -> None:
            try:
                listen(
                    vault.root,
                    lambda: in_loop(begun.set),
                    lambda marked: in_loop(self._heard, vault, marked),
                    lambda: self.has_ended or loop.is_closed(),
                )
            finally:
                in_loop(begun.set)

        threading.Thread(target=attend, daemon=True).start()
        await begun.wait()

    def _heard(self, vault: OpenVault, marked: Collection[str]) -> None:
        async def look() -> None:
            await vault.loaded.wait()
            self.look(vault, marked)

        self._keep(look())

    def _keep(self, work: Coroutine[object, object, None]) -> None:
        """Does something in turn with everything else; the loop alone would forget it."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def look(self, vault: OpenVault, marked: Collection[str] = ()) -> None:
        """Looks at what other programs have changed in a vault, and tells the problems."""
        if vault.notes.look(marked):
            publish_soon(self, vault)

    async def at(self, uri: str) -> tuple[OpenVault, str, Ruler] | None:
        """The vault of a note once it has been read, its path there, and how it is measured."""
        found = self.vaults.find(uri)
        if found is None:
            return None
        vault, path = found
        self.begin(vault)
        await vault.loaded.wait()
        return vault, path, Ruler(vault.notes.text(path), self.encoding)

    def say(self, text: str, kind: types.MessageType = types.MessageType.Info) -> None:
        """Shows a sentence to the person."""
        self.window_show_message(types.ShowMessageParams(kind, text))

    def done(self, vault: OpenVault, outcome: Done) -> None:
        """Tells what was done to a vault, and looks at what that has changed."""
        vault.notes.look()
        publish_soon(self, vault)
        self.say(outcome.said)

    def show(self, vault: OpenVault, path: str) -> None:
        """Has the client open a note, where it can."""
        window = self.client_capabilities.window
        if window and window.show_document and window.show_document.support:
            self.window_show_document(types.ShowDocumentParams(vault.uri(path), take_focus=True))

    def report_server_error(
        self, error: Exception, source: type[PyglsError | JsonRpcException]
    ) -> None:
        """Puts a problem that no request can be told of into the client's log, not before it."""
        if source is not FeatureRequestError:
            text = f"{type(error).__name__}: {error}"
            self.window_log_message(types.LogMessageParams(types.MessageType.Error, text))

    def refused(self, why: str) -> JsonRpcException:
        """The answer to a request that can't be done, with the reason for the person."""
        return JsonRpcException(why, code=types.LSPErrorCodes.RequestFailed)
