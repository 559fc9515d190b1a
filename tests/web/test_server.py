"""The local page, asked as a browser asks."""

import http.client
import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from netjournal.render.finish import POLICY
from netjournal.web.news import State
from netjournal.web.server import ADDRESS, NoPort, Server, open_server

PAGE = f"<!doctype html><html><head>{POLICY}</head><body><p>Ana</p></body></html>"
BROWSER = {"Accept": "text/html,*/*;q=0.8"}


class Site:
    """A server of a small vault, and what it answers."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.server: Server = open_server(root, 0)
        self.publish("12:00")
        self.server.start()

    def publish(self, built: str, *notes: str) -> None:
        """Tells of a build at a time, after which these notes may be shown."""
        self.server.news.publish(State('net <"&>', built, taken=frozenset(notes)))

    def ask(
        self, method: str, path: str, host: str | None = None, **headers: str
    ) -> tuple[int, dict[str, str], str]:
        """Status, headers and text of an answer."""
        connection = http.client.HTTPConnection(ADDRESS, self.server.server_port, timeout=10)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"{ADDRESS}:{self.server.server_port}")
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, dict(answer.getheaders()), text


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "index.html").write_text(PAGE)
    (folder / "own.html").write_text("<p>Own")
    (folder / "style.css").write_text("p { color: red }")
    (folder / "evil.js").write_text("alert(1)")
    (folder / "notes.md").write_text("secret")
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts" / "ana lópez.md").write_text("# Ana <script>", encoding="utf-8")
    (tmp_path / "netjournal.toml").write_text("[me]")
    served = Site(tmp_path)
    yield served
    served.server.stop()


def test_page_has_the_state_at_its_foot_and_the_servers_policy(site: Site) -> None:
    status, headers, text = site.ask("GET", "/")
    assert status == 200
    assert "Ana" in text
    assert "Watching net &lt;&quot;&amp;&gt; · built at 12:00 · no problems</p>" in text
    assert POLICY not in text
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"


def test_page_of_the_vaults_own_may_hold_styles_but_no_script(site: Site) -> None:
    _, headers, text = site.ask("GET", "/own.html")
    assert "<p>Own" in text
    assert "style-src 'self' 'unsafe-inline'" in headers["Content-Security-Policy"]
    assert "script-src 'self';" in headers["Content-Security-Policy"]


def test_same_page_has_the_same_tag_whatever_the_state(site: Site) -> None:
    _, first, _ = site.ask("HEAD", "/")
    site.publish("12:01")
    _, second, text = site.ask("HEAD", "/")
    assert first["ETag"] == second["ETag"]
    assert text == ""


@pytest.mark.parametrize("asked", [{}, {"If-None-Match": "*"}, {"Range": "bytes=0-3"}])
def test_page_is_always_whole_and_new(site: Site, asked: dict[str, str]) -> None:
    _, first, _ = site.ask("GET", "/", **asked)
    (site.root / "site" / "index.html").write_text(PAGE.replace("Ana", "Ben"))
    status, second, text = site.ask("GET", "/", **{"If-None-Match": first["ETag"], **asked})
    assert status == 200
    assert "Ben" in text
    assert text.endswith("</html>")
    assert first["ETag"] != second["ETag"]


def test_length_of_an_answer_is_the_same_without_its_body(site: Site) -> None:
    _, headers, text = site.ask("GET", "/")
    assert int(headers["Content-Length"]) == len(text.encode())
    assert site.ask("HEAD", "/")[1]["Content-Length"] == headers["Content-Length"]


def test_styles_and_our_files_are_there(site: Site) -> None:
    assert site.ask("GET", "/style.css")[1]["Content-Type"].startswith("text/css")
    assert ".live" in site.ask("GET", "/.netjournal/live.css")[2]
    for name in ("live.js", "events.js", "shared.js"):
        status, headers, text = site.ask("GET", f"/.netjournal/{name}")
        assert status == 200
        assert headers["Content-Type"].startswith("text/javascript")
        assert "use strict" in text


def test_icon_that_a_browser_asks_for_by_itself_is_no_error(site: Site) -> None:
    status, headers, text = site.ask("GET", "/favicon.ico")
    assert (status, text) == (204, "")
    assert "Content-Length" not in headers
    (site.root / "site" / "favicon.ico").write_bytes(b"icon")
    assert site.ask("GET", "/favicon.ico")[2] == "icon"


def test_note_is_shown_as_text(site: Site) -> None:
    site.publish("12:01", "contacts/ana lópez.md")
    status, headers, text = site.ask("GET", "/contacts/ana%20l%C3%B3pez.md")
    assert (status, text) == (200, "# Ana <script>")
    assert headers["Content-Type"] == "text/plain; charset=utf-8"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]


def test_file_that_is_no_note_of_the_vault_is_not_shown(site: Site) -> None:
    assert site.ask("GET", "/contacts/ana%20l%C3%B3pez.md")[0] == 404
    site.publish("12:01", "contacts/ana lópez.md")
    assert site.ask("GET", "/netjournal.toml")[0] == 404


def test_note_is_a_page_for_a_browser(site: Site) -> None:
    site.publish("12:01", "contacts/ana lópez.md")
    status, headers, text = site.ask("GET", "/contacts/ana%20l%C3%B3pez.md", **BROWSER)
    assert status == 200
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert '<span id="L1" data-line="1"># Ana &lt;script&gt;\n</span>' in text
    assert 'role="status"' in text
    assert site.ask("HEAD", "/contacts/ana%20l%C3%B3pez.md")[1]["ETag"] == headers["ETag"]


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
def test_what_is_not_reading_is_not_allowed(site: Site, method: str) -> None:
    status, headers, text = site.ask(method, "/")
    assert (status, headers["Allow"], text) == (405, "GET, HEAD", "")
    status, headers, _ = site.ask(method, "/", host="evil.example")
    assert (status, headers.get("Allow")) == (421, None)


@pytest.mark.parametrize(
    "path",
    ["/evil.js", "/notes.md", "/../index.html", "/.netjournal/server.py", "/.netjournal/", "/none"],
)
def test_nothing_else_is_there(site: Site, path: str) -> None:
    status, _, text = site.ask("GET", path)
    assert (status, text) == (404, "")


def test_reader_of_a_page_that_is_not_there_is_told_so(site: Site) -> None:
    status, headers, text = site.ask("GET", "/none.html", **BROWSER)
    assert status == 404
    assert "<h1>Not here</h1>" in text
    assert 'role="status"' in text
    assert "ETag" not in headers
    assert site.ask("GET", "/%2e%2e/none.html", **BROWSER)[2] == ""


def test_reader_who_comes_before_the_pages_is_told_so(site: Site) -> None:
    (site.root / "site" / "index.html").unlink()
    status, _, text = site.ask("GET", "/", **BROWSER)
    assert status == 404
    assert "<h1>No pages yet</h1>" in text


def test_localhost_is_this_machine(site: Site) -> None:
    assert site.ask("GET", "/", host=f"localhost:{site.server.server_port}")[0] == 200
    assert site.ask("GET", "/", host=f"LOCALHOST:{site.server.server_port}")[0] == 200


def test_only_this_machine_is_listened_to(site: Site) -> None:
    assert site.server.server_address[0] == "127.0.0.1"


def test_taken_port_gives_the_next_one(tmp_path: Path) -> None:
    first = open_server(tmp_path, 0)
    second = open_server(tmp_path, first.server_port)
    assert second.server_port > first.server_port
    first.server_close()
    second.server_close()


def test_no_free_port_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*_: object, **__: object) -> Server:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("netjournal.web.server.Server", taken)
    with pytest.raises(NoPort, match=r"ports 80 to 99 can be had: permission denied; .*--port"):
        open_server(tmp_path, 80)


def test_nobody_is_asked_for_the_name_of_this_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(*_: object) -> str:
        raise AssertionError("asked the network")

    monkeypatch.setattr("socket.getfqdn", ask)
    open_server(tmp_path, 0).server_close()


def test_open_page_is_told_of_every_build(site: Site) -> None:
    port = site.server.server_port
    with socket.create_connection((ADDRESS, port), timeout=10) as connection:
        request = f"GET /.netjournal/events HTTP/1.1\r\nHost: {ADDRESS}:{port}\r\n\r\n"
        connection.sendall(request.encode())
        stream = connection.makefile("r", encoding="utf-8")
        first = next_event(stream)
        assert (first["number"], first["vault"]) == (1, site.server.vault)
        site.publish("12:01")
        second = next_event(stream)
        assert second["number"] == 2
        assert "built at 12:01" in str(second["status"])
        site.server.stop()
        assert stream.read().strip() == ""
        stream.close()


def next_event(stream: IO[str]) -> dict[str, object]:
    """The data of the next event of a stream."""
    for line in stream:
        if line.startswith("data: "):
            found: dict[str, object] = json.loads(line.removeprefix("data: "))
            return found
    raise AssertionError("the stream has ended")
