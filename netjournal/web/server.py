"""The server: it listens on this machine alone, and takes nothing but what its own pages send."""

import os
import sys
from functools import partial
from hashlib import sha256
from http.server import ThreadingHTTPServer
from pathlib import Path
from secrets import token_urlsafe
from socketserver import TCPServer
from threading import Lock, Thread, active_count
from typing import Any

from netjournal.model.errors import NetjournalError
from netjournal.vault.reasons import reason
from netjournal.web.answering import Handler
from netjournal.web.news import News, State

ADDRESS = "127.0.0.1"
PORT = 8470
"""The first port that is tried."""

_PORTS = 20
_POLL = 0.2
"""Seconds that the end may take."""

_MOST = 220
"""Connections at a time: notes must be read as well, and a process may open 256 files at least."""


class NoPort(NetjournalError):
    """No port is free."""


class Server(ThreadingHTTPServer):
    """The site of one vault, served in a thread of its own.

    One that is for reading only takes no entries.
    """

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # elsewhere it would share the port
    request_queue_size = 128

    def __init__(self, root: Path, port: int, *, read_only: bool = False) -> None:
        self.root = root
        self.read_only = read_only
        self.token = token_urlsafe(32)
        """What a page of ours sends with each entry, and no other site knows."""
        self.writing = Lock()
        """Held while an entry is written: of two at once the second sees the first."""
        self.vault = sha256(os.fsencode(root)).hexdigest()[:16]
        """Another one for another vault, which may be served here later."""
        self.news = News(State(root.name or str(root)))
        self._is_answering = False
        super().__init__((ADDRESS, port), Handler)
        self.hosts = frozenset(f"{name}:{self.server_port}" for name in (ADDRESS, "localhost"))

    @property
    def url(self) -> str:
        """Where the overview is."""
        return f"http://{ADDRESS}:{self.server_port}/"

    def start(self) -> None:
        """Answers from now on."""
        self._is_answering = True
        serve = partial(self.serve_forever, poll_interval=_POLL)
        Thread(target=serve, name="netjournal serve", daemon=True).start()

    def stop(self) -> None:
        """Answers no more, if it ever did, and lets all pages go."""
        self.news.end()
        if self._is_answering:
            self.shutdown()
        self.server_close()

    def server_bind(self) -> None:
        """Takes the port, without asking the network for this machine's name."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = ADDRESS, int(self.server_address[1])

    def verify_request(self, request: Any, client_address: Any) -> bool:  # noqa: ANN401 - as inherited
        """Whether there is room for another connection; each has a thread."""
        return active_count() < _MOST

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as inherited
        """Nothing for a page that was closed while it was answered, which is no fault."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


def open_server(root: Path, port: int = PORT, *, read_only: bool = False) -> Server:
    """A server of a vault, on a port or on one of the next if it is taken; raises NoPort."""
    why = ""
    for candidate in range(port, port + _PORTS):
        try:
            return Server(root, candidate, read_only=read_only)
        except OSError as error:
            why = reason(error)
    raise NoPort(
        f"none of the ports {port} to {port + _PORTS - 1} can be had: {why}; "
        "choose another with --port"
    )
