"""One request to the local page, and its answer."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from importlib import resources
from typing import TYPE_CHECKING
from urllib.parse import quote

from netjournal.vault.site_files import OVERVIEW, named_file
from netjournal.web.entries import Done, fulfil
from netjournal.web.foot import NO_OVERVIEW, NO_PAGE, OWN, event, with_foot
from netjournal.web.posted import (
    asked_action,
    asked_from,
    page_to_return_to,
    read_form,
    with_choice,
)
from netjournal.web.shown_files import HTML, ShownFile, shown_file
from netjournal.web.telling import with_words
from netjournal.web.write_page import Asked, write_page

if TYPE_CHECKING:
    from netjournal.web.server import Server

_HEARTBEAT = 15.0
"""Seconds after which a page that waits is written to, so that one that has gone is noticed."""

_NOT_ALLOWED = frozenset({"PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"})
"""What is asked of servers as well, and isn't done here."""

_WRITE = f"{OWN}write"

_STYLES, _SCRIPT = "text/css; charset=utf-8", "text/javascript; charset=utf-8"
_OWN_FILES = {
    f"{OWN}live.css": _STYLES,
    f"{OWN}live.js": _SCRIPT,
    f"{OWN}events.js": _SCRIPT,
    f"{OWN}shared.js": _SCRIPT,
    f"{OWN}write.css": _STYLES,
    f"{OWN}write.js": _SCRIPT,
}


class Handler(BaseHTTPRequestHandler):
    """One request: a page, a note, a file of ours, or the stream of news."""

    server: "Server"
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

    def do_POST(self) -> None:
        """Takes an entry, when it comes from a page of ours."""
        action = None if self.server.read_only else asked_action(self.path)
        why_not = self._why_not() or (None if action else HTTPStatus.METHOD_NOT_ALLOWED)
        fields = why_not or read_form(self, self.server.token)
        if action is None or isinstance(fields, HTTPStatus):
            self._refuse(fields if isinstance(fields, HTTPStatus) else HTTPStatus.NOT_FOUND)
        else:
            self._write(action, with_choice(fields))

    def _write(self, action: str, wish: Mapping[str, str]) -> None:
        """Writes an entry and leads back to the page, or says why not with all that was typed."""
        back, now = page_to_return_to(wish.get("back", "")), datetime.now().astimezone()
        server, when = self.server, now.isoformat(timespec="seconds")
        with server.writing:
            outcome = fulfil(server.root, server.news.state.known, action, wish, when)
            if isinstance(outcome, Done):
                done, time = outcome, f"{now:%H:%M}"
                server.news.change(lambda state: with_words(state, time, done))
        if isinstance(outcome, Done):
            self._begin(HTTPStatus.SEE_OTHER)
            self.send_header("Location", back)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        asked = Asked(server.token, back, wish, outcome)
        # With a status of a mistake browsers would note one, and some show a page of their own.
        self._send(self._form(asked), with_body=True)

    def _form(self, asked: Asked) -> ShownFile:
        state = self.server.news.state
        known, asked = state.known, asked._replace(written=state.written)
        return ShownFile(write_page(known, asked) if known else NO_OVERVIEW, HTML)

    def _answer(self, *, with_body: bool) -> None:
        why_not = self._why_not()
        if why_not:
            self._refuse(why_not)
        elif self.path == f"{OWN}events" and with_body:
            self._stream()
        elif kind := _OWN_FILES.get(self.path):
            own = resources.files("netjournal.web").joinpath(self.path.removeprefix(OWN))
            self._send(ShownFile(own.read_bytes(), kind), with_body=with_body)
        elif self.path.partition("?")[0] == _WRITE and not self.server.read_only:
            asked = Asked(self.server.token, asked_from(self.path))
            self._send(self._form(asked), with_body=with_body)
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
        server, write = self.server, f"{_WRITE}?back={quote(self.path, safe='')}"
        if server.read_only or server.news.state.known is None:
            write = ""
        data = with_foot(file.data, file.tag, server.vault, server.news.state, write)
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
            is_entry = not self.server.read_only and asked_action(self.path)
            self.send_header("Allow", "POST" if is_entry else "GET, HEAD")
        self.send_header("Content-Length", "0")
        self.send_header("Connection", "close")
        self.end_headers()

    def _begin(self, status: HTTPStatus, content_type: str = "") -> None:
        self.send_response(status)
        if content_type:
            self.send_header("Content-Type", content_type)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        # Without the origin, which no-referrer would leave out, an entry isn't taken.
        self.send_header("Referrer-Policy", "same-origin")
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
