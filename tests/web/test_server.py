"""The local page, asked as a browser asks, and as one that means harm asks."""

import http.client
import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from netjournal.render.finish import POLICY
from netjournal.web.news import News
from netjournal.web.server import ADDRESS, NoPort, Server, open_server

PAGE = f"<!doctype html><html><head>{POLICY}</head><body><p>Ana</p></body></html>"


class Site:
    """A server of a small site, and what it answers."""

    def __init__(self, site: Path) -> None:
        self.news = News()
        self.news.publish('built at 12:00 <"&>')
        self.server: Server = open_server(site, self.news, 0)
        self.server.start()

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
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "own.html").write_text("<p>Own")
    (tmp_path / "style.css").write_text("p { color: red }")
    (tmp_path / "evil.js").write_text("alert(1)")
    (tmp_path / "notes.md").write_text("secret")
    served = Site(tmp_path)
    yield served
    served.server.stop()


def test_page_has_the_state_at_its_foot_and_the_servers_policy(site: Site) -> None:
    status, headers, text = site.ask("GET", "/")
    assert status == 200
    assert "Ana" in text
    assert "built at 12:00 &lt;&quot;&amp;&gt;</aside>" in text
    assert POLICY not in text
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_page_of_the_vaults_own_may_hold_styles_but_no_script(site: Site) -> None:
    _, headers, text = site.ask("GET", "/own.html")
    assert "<p>Own" in text
    assert "style-src 'self' 'unsafe-inline'" in headers["Content-Security-Policy"]
    assert "script-src 'self';" in headers["Content-Security-Policy"]


def test_same_page_has_the_same_tag_whatever_the_state(site: Site) -> None:
    _, first, _ = site.ask("HEAD", "/")
    site.news.publish("built at 12:01")
    _, second, text = site.ask("HEAD", "/")
    assert first["ETag"] == second["ETag"]
    assert text == ""


def test_styles_and_our_scripts_are_there(site: Site) -> None:
    assert site.ask("GET", "/style.css")[1]["Content-Type"].startswith("text/css")
    for name in ("live.js", "shared.js"):
        status, headers, text = site.ask("GET", f"/.netjournal/{name}")
        assert status == 200
        assert headers["Content-Type"].startswith("text/javascript")
        assert "use strict" in text


@pytest.mark.parametrize(
    "path",
    ["/evil.js", "/notes.md", "/../index.html", "/.netjournal/server.py", "/.netjournal/", "/none"],
)
def test_nothing_else_is_there(site: Site, path: str) -> None:
    status, _, text = site.ask("GET", path)
    assert (status, text) == (404, "")


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:18470", "127.0.0.1", "localhost:1", "127.0.0.1.evil:80"]
)
def test_other_hosts_get_nothing(site: Site, host: str) -> None:
    status, _, text = site.ask("GET", "/", host=host)
    assert (status, text) == (421, "")


def test_localhost_is_this_machine(site: Site) -> None:
    assert site.ask("GET", "/", host=f"localhost:{site.server.server_port}")[0] == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
def test_nothing_can_be_done_but_read(site: Site, method: str) -> None:
    status, _, text = site.ask(method, "/", Origin="https://evil.example")
    assert (status, text) == (501, "")


def test_only_this_machine_is_listened_to(site: Site) -> None:
    assert site.server.server_address[0] == "127.0.0.1"


def test_taken_port_gives_the_next_one(tmp_path: Path) -> None:
    first = open_server(tmp_path, News(), 0)
    second = open_server(tmp_path, News(), first.server_port)
    assert second.server_port > first.server_port
    first.server_close()
    second.server_close()


def test_no_free_port_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def taken(*_: object) -> Server:
        raise OSError("taken")

    monkeypatch.setattr("netjournal.web.server.Server", taken)
    with pytest.raises(NoPort, match="--port"):
        open_server(tmp_path, News(), 0)


def test_open_page_is_told_of_every_build(site: Site) -> None:
    port = site.server.server_port
    with socket.create_connection((ADDRESS, port), timeout=10) as connection:
        request = f"GET /.netjournal/events HTTP/1.1\r\nHost: {ADDRESS}:{port}\r\n\r\n"
        connection.sendall(request.encode())
        stream = connection.makefile("r", encoding="utf-8")
        assert next_event(stream)["number"] == 1
        site.news.publish("built again")
        assert next_event(stream) == {"text": "built again", "number": 2}
        site.news.end()
        assert stream.read().strip() == ""
        stream.close()


def next_event(stream: object) -> dict[str, object]:
    """The data of the next event of a stream."""
    for line in stream:  # type: ignore[attr-defined]  # a text file
        if line.startswith("data: "):
            found: dict[str, object] = json.loads(line.removeprefix("data: "))
            return found
    raise AssertionError("the stream has ended")


def test_heartbeat_finds_out_who_has_gone() -> None:
    news = News()
    news.publish("built")
    assert news.after(0, 0.01) == news.state
    assert news.after(1, 0.01) == news.state
    news.end()
    assert news.after(1, 0.01) is None
