"""Telling the client the problems of a vault: those alone that have changed since."""

import asyncio
from typing import Final

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from netjournal.lsp.answers import diagnostic
from netjournal.lsp.positions import Ruler
from netjournal.lsp.vault import OpenVault

SOON: Final = 0.01
"""Seconds after a change within which further ones are told together with it."""

_AT_ONCE: Final = 50
"""Files whose problems are told before other requests have their turn."""


def encoding_of(server: LanguageServer) -> str:
    """How the client counts along a line: in units of this encoding."""
    chosen = server.workspace.position_encoding or types.PositionEncodingKind.Utf16
    # The usual one comes as a member, of which `str` would give the name of its class.
    return chosen.value if isinstance(chosen, types.PositionEncodingKind) else chosen


def publish_soon(server: LanguageServer, vault: OpenVault) -> None:
    """Has the problems told in a moment, once for all changes until then."""
    if not vault.is_publishing and vault.loaded.is_set():
        vault.is_publishing = True
        loop = asyncio.get_running_loop()
        loop.call_later(SOON, lambda: loop.create_task(_publish(server, vault)))


async def _publish(server: LanguageServer, vault: OpenVault) -> None:
    vault.is_publishing = False
    before, now = vault.published, vault.notes.problems()
    vault.published = now
    known = {**before, **now, **dict.fromkeys(vault.untold)}
    changed = [
        path for path in known if path in vault.untold or before.get(path, ()) != now.get(path, ())
    ]
    vault.untold.clear()
    # What a person looks at comes first.
    changed.sort(key=lambda path: (not vault.notes.is_open(path), path))
    for number, path in enumerate(changed, 1):
        tell(server, vault, path)
        if number % _AT_ONCE == 0:
            await asyncio.sleep(0)


def tell(server: LanguageServer, vault: OpenVault, path: str) -> None:
    """Tells the client the problems of one file as they are known now."""
    problems = vault.published.get(path, ())
    encoding = encoding_of(server)
    found = []
    if problems:
        ruler = Ruler(vault.notes.text(path), encoding)
        found = [diagnostic(problem, ruler) for problem in problems]
    server.text_document_publish_diagnostics(types.PublishDiagnosticsParams(vault.uri(path), found))
