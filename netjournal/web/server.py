"""The server: it listens on this machine alone, and answers nothing but reading."""

import os
from contextlib import suppress
from html import escape
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from threading import Thread
from typing import Any

from netjournal.model.errors import NetjournalError
from netjournal.web.news import News, event
from netjournal.web.shown_files import STRICT, ShownFile, shown_file

ADDRESS = "127.0.0.1"
PORT = 8470
"""The first port that is tried."""

_PORTS = 20
_HEARTBEAT = 15.0
"""Seconds after which a page that waits is written to, so that one that has gone is noticed."""

_OWN = "/.netjournal/"
_SCRIPTS = ("live.js", "shared.js")


class NoPort(NetjournalError):
    """No port is free."""


class Server(ThreadingHTTPServer):
    """The site of one vault, served in a thread of its own."""

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # elsewhere it would share the port

    def __init__(self, site: Path, news: News, port: int) -> None:
        self.site = site
        self.news = news
        self._is_answering = False
        super().__init__((ADDRESS, port), _Handler)
        names = (ADDRESS, "localhost", "[::1]")
        self.hosts = frozenset(f"{name}:{self.server_port}" for name in names)

    @property
    def url(self) -> str:
        """Where the overview is."""
        return f"http://{ADDRESS}:{self.server_port}/"

    def start(self) -> None:
        """Answers from now on."""
        self._is_answering = True
        Thread(target=self.serve_forever, name="netjournal serve", daemon=True).start()

    def stop(self) -> None:
        """Answers no more, if it ever did, and lets all pages go."""
        self.news.end()
        if self._is_answering:
            self.shutdown()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - as inherited
        """Nothing: a page that was closed while it was answered is no fault."""


def open_server(site: Path, news: News, port: int = PORT) -> Server:
    """A server on a port, or on one of the next if it is taken; raises NoPort."""
    for candidate in range(port, port + _PORTS):
        with suppress(OSError):
            return Server(site, news, candidate)
    raise NoPort(f"the ports {port} to {port + _PORTS - 1} are taken; choose another with --port")


class _Handler(BaseHTTPRequestHandler):
    """One request: a file of the site, a script of ours, or the stream of news."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "netjournal"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        """Answers with a body."""
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """Answers without one."""
        self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        if self.headers.get("Host", "").lower() not in self.server.hosts:
            # Another name for this machine is another site's way to read these pages.
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
        elif self.path == f"{_OWN}events" and with_body:
            self._stream()
        elif self.path.removeprefix(_OWN) in _SCRIPTS:
            script = resources.files("netjournal.web").joinpath(self.path.removeprefix(_OWN))
            data = script.read_bytes()
            self._send(ShownFile(data, "text/javascript; charset=utf-8", STRICT, '""'), with_body)
        elif file := shown_file(self.server.site, self.path):
            self._send(self._live(file), with_body)
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def _live(self, file: ShownFile) -> ShownFile:
        """A page with the line at its foot, and the script that keeps it fresh."""
        if not file.content_type.startswith("text/html"):
            return file
        state = self.server.news.state
        foot = (
            f'<aside class="live" role="status" data-tag="{escape(file.tag)}" '
            f'data-number="{state.number}">{escape(state.text)}</aside>\n'
            f'<script src="{_OWN}live.js"></script>\n'
        ).encode()
        before, end, after = file.data.rpartition(b"</body>")
        data = before + foot + end + after if end else after + foot
        return file._replace(data=data)

    def _send(self, file: ShownFile, with_body: bool) -> None:  # noqa: FBT001 - handed on
        self.send_response(HTTPStatus.OK)
        self._headers(file.content_type, len(file.data))
        self.send_header("Content-Security-Policy", file.policy)
        self.send_header("ETag", file.tag)
        self.end_headers()
        if with_body:
            self.wfile.write(file.data)

    def _refuse(self, status: HTTPStatus) -> None:
        self.send_response(status)
        self._headers("text/plain; charset=utf-8", 0)
        self.end_headers()
        self.close_connection = True

    def _headers(self, content_type: str, length: int | None) -> None:
        self.send_header("Content-Type", content_type)
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")

    def _stream(self) -> None:
        """Tells the page of every build until one of both ends."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self._headers("text/event-stream", None)
        self.end_headers()
        number = -1
        with suppress(OSError):
            while state := self.server.news.after(number, _HEARTBEAT):
                is_new = state.number != number
                self.wfile.write(event(state) if is_new else b": still here\n\n")
                self.wfile.flush()
                number = state.number

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuses what isn't reading, without a word of what was asked."""
        del message, explain
        self._refuse(HTTPStatus(code))

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as inherited
        """Nothing: the terminal tells of builds."""
