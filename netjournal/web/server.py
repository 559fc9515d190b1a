"""The server: it listens on this machine alone, and answers nothing but reading."""

import os
import sys
from contextlib import suppress
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from socketserver import TCPServer
from threading import Thread, active_count
from typing import Any

from netjournal.model.errors import NetjournalError
from netjournal.vault.reasons import reason
from netjournal.vault.site_files import OVERVIEW, named_file
from netjournal.web.foot import NO_OVERVIEW, NO_PAGE, OWN, event, with_foot
from netjournal.web.news import News, State
from netjournal.web.shown_files import HTML, ShownFile, shown_file

ADDRESS = "127.0.0.1"
PORT = 8470
"""The first port that is tried."""

_PORTS = 20
_HEARTBEAT = 15.0
"""Seconds after which a page that waits is written to, so that one that has gone is noticed."""

_POLL = 0.2
"""Seconds that the end may take."""

_MOST = 220
"""Connections at a time: notes must be read as well, and a process may open 256 files at least."""

_NOT_ALLOWED = frozenset({"POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"})
"""What is asked of servers as well, and nothing of which is reading."""

_STYLES, _SCRIPT = "text/css; charset=utf-8", "text/javascript; charset=utf-8"
_OWN_FILES = {
    f"{OWN}live.css": _STYLES,
    f"{OWN}live.js": _SCRIPT,
    f"{OWN}events.js": _SCRIPT,
    f"{OWN}shared.js": _SCRIPT,
}


class NoPort(NetjournalError):
    """No port is free."""


class Server(ThreadingHTTPServer):
    """The site of one vault, served in a thread of its own."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # elsewhere it would share the port
    request_queue_size = 128

    def __init__(self, root: Path, port: int) -> None:
        self.root = root
        self.vault = sha256(os.fsencode(root)).hexdigest()[:16]
        """Another one for another vault, which may be served here later."""
        self.news = News(State(root.name or str(root)))
        self._is_answering = False
        super().__init__((ADDRESS, port), _Handler)
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


def open_server(root: Path, port: int = PORT) -> Server:
    """A server of a vault, on a port or on one of the next if it is taken; raises NoPort."""
    why = ""
    for candidate in range(port, port + _PORTS):
        try:
            return Server(root, candidate)
        except OSError as error:
            why = reason(error)
    raise NoPort(
        f"none of the ports {port} to {port + _PORTS - 1} can be had: {why}; "
        "choose another with --port"
    )


class _Handler(BaseHTTPRequestHandler):
    """One request: a page, a note, a file of ours, or the stream of news."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "netjournal"
    sys_version = ""
    timeout = 60
    disable_nagle_algorithm = True  # or the body waits until the head has arrived

    def do_GET(self) -> None:
        """Answers with a body."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answers without one."""
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        why_not = self._why_not()
        if why_not:
            self._refuse(why_not)
        elif self.path == f"{OWN}events" and with_body:
            self._stream()
        elif kind := _OWN_FILES.get(self.path):
            own = resources.files("netjournal.web").joinpath(self.path.removeprefix(OWN))
            self._send(ShownFile(own.read_bytes(), kind), with_body=with_body)
        elif file := self._shown():
            self._send(self._live(file), with_body=with_body)
        elif self.path == "/favicon.ico":
            # The pages bring their icon; this is for a note, and for a page of the vault's own.
            self._begin(HTTPStatus.NO_CONTENT)
            self.end_headers()
        else:
            self._miss(with_body=with_body)

    def _shown(self) -> ShownFile | None:
        state = self.server.news.state
        return shown_file(self.server.root, self.path, state, as_page=self._is_reader)

    @property
    def _is_reader(self) -> bool:
        """Whether somebody reads in a browser, and not a program."""
        return "text/html" in self.headers.get("Accept", "")

    def _why_not(self) -> HTTPStatus | None:
        """Why the one who asks gets nothing, if so."""
        hosts = [host.lower() for host in self.headers.get_all("Host", ())]
        if len(hosts) != 1 or hosts[0] not in self.server.hosts:
            # Another name for this machine is another site's way to read these pages.
            return HTTPStatus.MISDIRECTED_REQUEST
        origin = self.headers.get("Origin")
        if origin is not None and origin.lower() != f"http://{hosts[0]}":
            return HTTPStatus.FORBIDDEN
        return None

    def _live(self, file: ShownFile) -> ShownFile:
        """A page with what keeps it fresh; any other file as it is."""
        if file.content_type != HTML:
            return file
        data = with_foot(file.data, file.tag, self.server.vault, self.server.news.state)
        return file._replace(data=data)

    def _miss(self, *, with_body: bool) -> None:
        """Nothing is there; who reads in a browser is told so, and shown it once it is there."""
        name = named_file(self.path)
        if name is None or not self._is_reader:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        page = ShownFile(NO_OVERVIEW if name == OVERVIEW else NO_PAGE, HTML)
        self._send(self._live(page), HTTPStatus.NOT_FOUND, with_body=with_body)

    def _send(
        self, file: ShownFile, status: HTTPStatus = HTTPStatus.OK, *, with_body: bool
    ) -> None:
        self._begin(status, file.content_type)
        self.send_header("Content-Length", str(len(file.data)))
        self.send_header("Content-Security-Policy", file.policy)
        if file.tag:
            self.send_header("ETag", file.tag)
        self.end_headers()
        if with_body:
            self.wfile.write(file.data)

    def _refuse(self, status: HTTPStatus) -> None:
        """Nothing, and the end of the connection: what else was sent on it isn't read."""
        self._begin(status)
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()

    def _begin(self, status: HTTPStatus, content_type: str = "") -> None:
        self.send_response(status)
        if content_type:
            self.send_header("Content-Type", content_type)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")

    def _stream(self) -> None:
        """Tells the page of every build until one of both ends."""
        self._begin(HTTPStatus.OK, "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        number = -1
        with suppress(OSError):
            self.wfile.write(b"retry: 1000\n\n")
            while state := self.server.news.after(number, _HEARTBEAT):
                is_new = state.number != number
                self.wfile.write(event(self.server.vault, state) if is_new else b": here\n\n")
                number = state.number

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuses what isn't reading, without a word of what was asked."""
        del message, explain
        if code == HTTPStatus.NOT_IMPLEMENTED and self.command in _NOT_ALLOWED:
            self._refuse(self._why_not() or HTTPStatus.METHOD_NOT_ALLOWED)
        else:
            self._refuse(HTTPStatus(code))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as inherited
        """Nothing: the terminal tells of builds."""
