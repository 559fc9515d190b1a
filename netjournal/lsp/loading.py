"""Reading a vault for a client, in a thread of its own, with progress; and hearing of changes."""

import asyncio
import contextlib
import uuid
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Final

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

from netjournal.lsp.vault import OpenVault
from netjournal.vault.noticing import Noticed
from netjournal.vault.watching import Watcher

_PATIENCE: Final = 0.3
"""Seconds for which the reading waits for the client to say that it shows progress."""

TICK: Final = 1.0
"""Seconds after which a thread asks whether it has to end."""

LOOK: Final = 5.0
"""Seconds between two looks where the system doesn't tell of changes."""


async def load(server: LanguageServer, vault: OpenVault) -> None:
    """Reads all notes of a vault, and tells the client how far it is, if it wants to know."""
    loop = asyncio.get_running_loop()
    beginning = loop.create_task(_begin(server, vault))
    await asyncio.wait({beginning}, timeout=_PATIENCE)

    def show(part: types.WorkDoneProgressReport) -> None:
        if beginning.done() and beginning.result():
            server.work_done_progress.report(beginning.result(), part)

    def report(done: int, total: int) -> None:
        part = types.WorkDoneProgressReport(
            message=f"{done:,} of {total:,} notes", percentage=100 * done // max(total, 1)
        )
        loop.call_soon_threadsafe(show, part)

    try:
        loaded = await loop.run_in_executor(None, vault.notes.read, report)
        vault.notes.take(loaded)
    finally:
        vault.loaded.set()
        if beginning.done() and beginning.result():
            server.work_done_progress.end(beginning.result(), types.WorkDoneProgressEnd())


async def _begin(server: LanguageServer, vault: OpenVault) -> str:
    """The token of a progress that has begun; empty where the client shows none, or says so late.

    It may never say it at all.
    """
    window = server.client_capabilities.window
    if not (window and window.work_done_progress):
        return ""
    token = str(uuid.uuid4())
    with contextlib.suppress(JsonRpcException):
        await server.work_done_progress.create_async(token)
        if not vault.loaded.is_set():
            begin = types.WorkDoneProgressBegin("Reading the notes", percentage=0)
            server.work_done_progress.begin(token, begin)
            return token
    return ""


def listen(
    root: Path,
    begun: Callable[[], None],
    tell: Callable[[Collection[str]], None],
    has_ended: Callable[[], bool],
) -> None:
    """Tells of files that other programs may have changed, until it has ended.

    `begun` is called once no change is missed any more. `tell` is given their paths inside the
    vault, and none when any file may have changed.
    """
    noticed = Noticed()
    with Watcher(root, noticed) as watcher:
        begun()
        silent = 0.0
        while not has_ended():
            if noticed.wait(TICK):
                marked = noticed.take()
                is_known = not (watcher.follow() or watcher.polls)
                if marked or not is_known or not noticed.only_pages:
                    tell(marked if is_known else ())
                continue
            silent += TICK
            if watcher.follow() or (watcher.polls and silent >= LOOK):
                silent = 0.0
                tell(())
