"""Starting the server for a client on standard input and output."""

import contextlib
import os
import sys
from pathlib import Path
from typing import BinaryIO, cast

from netjournal.app.workspace import Day
from netjournal.lsp.handlers import register
from netjournal.lsp.server import Clock, Server
from netjournal.lsp.wire import Input


def serve(only: Path | None, day: Day, clock: Clock) -> int:
    """Serves a client on standard input and output until it leaves.

    `only` is the vault, where one was named; else each note's own is found. Gives the exit status:
    1 for a client that went without a word.
    """
    server = Server(only, day, clock)
    register(server)
    # The library closes what it writes to, and nothing else may write there.
    with (
        contextlib.suppress(BrokenPipeError),
        os.fdopen(os.dup(sys.stdout.fileno()), "wb") as output,
        contextlib.redirect_stdout(sys.stderr),
    ):
        server.start_io(cast("BinaryIO", Input(sys.stdin.buffer)), output)
    return 0 if server.has_ended else 1
