"""Starting the server for a client on standard input and output."""

from pathlib import Path

from netjournal.app.editing.open_notes import Day
from netjournal.lsp.handlers import register
from netjournal.lsp.server import Clock, Server


def serve(only: Path | None, day: Day, clock: Clock) -> None:
    """Serves a client on standard input and output until it leaves.

    `only` is the vault, where one was named; else each note's own is found.
    """
    server = Server(only, day, clock)
    register(server)
    server.start_io()
