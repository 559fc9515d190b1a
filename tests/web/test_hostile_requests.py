"""The local page, asked as one asks who means harm, or whose machine is slow."""

import socket
from collections.abc import Iterator

import pytest

from netjournal.web.news import State
from netjournal.web.server import ADDRESS, Server, open_server

CONNECTIONS = 200


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The server of a vault with secrets in it and beside it."""
    above = tmp_path_factory.mktemp("above")
    root = above / "vault"
    (root / "site").mkdir(parents=True)
    (root / "contacts").mkdir()
    (root / "site" / "index.html").write_text("<p>Overview</p>")
    (root / "contacts" / "ana.md").write_text("Ana")
    for secret in (above, root, root / "contacts", root / "site"):
        (secret / "secret.md").write_text("SECRET")
    (above / "secret.html").write_text("SECRET")
    server = open_server(root, 0)
    server.news.publish(State("vault", "12:00", taken=frozenset({"contacts/ana.md"})))
    server.start()
    yield server
    server.stop()


@pytest.fixture
def server(running: Server, capfd: pytest.CaptureFixture[str]) -> Iterator[Server]:
    """The same, of which it is seen that it has said nothing, and goes on."""
    yield running
    assert "Overview" in said(running, f"GET / HTTP/1.0\r\n{host(running)}\r\n\r\n")
    assert capfd.readouterr() == ("", "")


def host(server: Server) -> str:
    """The header that names the server."""
    return f"Host: {ADDRESS}:{server.server_port}"


def connected(server: Server) -> socket.socket:
    return socket.create_connection((ADDRESS, server.server_port), timeout=10)


def said(server: Server, request: str) -> str:
    """All that is answered to a request."""
    with connected(server) as connection:
        connection.sendall(request.encode("latin-1"))
        with connection.makefile("r", encoding="latin-1") as answer:
            return answer.read()


def status(answer: str) -> str:
    """The status of an answer; nothing where there was none, as for the oldest kind of request."""
    return answer.partition("\n")[0][9:12]


def body(answer: str) -> str:
    return answer.partition("\n\n")[2]


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.md",
        "/%2e%2e/secret.md",
        "/%2e%2e/%2e%2e/secret.html",
        "/..%2f..%2fsecret.html",
        "/..\\..\\secret.html",
        "/..%5c..%5csecret.html",
        "/%252e%252e/secret.md",
        "/contacts/../secret.md",
        "/contacts/ana.md/../secret.md",
        "/contacts/secret.md",
        "/contacts/",
        "/contacts",
        "//secret.md",
        "///secret.md",
        "/secret.md",
        "/site/secret.md",
        "/contacts/ana.md%00.html",
        "/%00",
        "/index.html%00",
        "/%ff%fe",
        "/%",
        "/index.html/",
        "/\xe9.html",
        "/" + "a" * 60_000,
        "/" + "a/" * 30_000,
        "http://evil.example/",
        "//evil.example/index.html",
        "*",
        "secret.md",
    ],
)
def test_odd_path_leads_nowhere(server: Server, path: str) -> None:
    answer = said(server, f"GET {path} HTTP/1.1\r\n{host(server)}\r\nConnection: close\r\n\r\n")
    assert status(answer) == "404"
    assert body(answer) == ""


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("GET /" + "a" * 70_000 + " HTTP/1.1", "414"),
        ("GET / HTTP/9.9", ""),
        ("GET / HTTP/1.1 and more", ""),
        ("GET / FTP/1.1", ""),
        ("\x00\x01\x02 / HTTP/1.1", "501"),
        ("\x16\x03\x01\x02\x00\x01 \x03\x03 HTTP/1.1", "501"),
    ],
)
def test_request_that_is_none_is_refused(server: Server, line: str, wanted: str) -> None:
    answer = said(server, f"{line}\r\n{host(server)}\r\n\r\n")
    assert status(answer) == wanted
    assert body(answer) == ""


@pytest.mark.parametrize(
    "headers",
    [
        "",
        "Host:",
        "Host: evil.example",
        "Host: evil.example:{port}",
        "Host: 127.0.0.1",
        "Host: localhost:1",
        "Host: 127.0.0.1.evil.example:{port}",
        "Host: 127.0.0.1:{port}@evil.example",
        "Host: evil.example@127.0.0.1:{port}",
        "Host: 127.0.0.1:{port}\r\nHost: evil.example",
        "Host: 127.0.0.1:{port}, evil.example",
        "Host: 2130706433:{port}",
        "Host: 0.0.0.0:{port}",
        "X-Forwarded-Host: 127.0.0.1:{port}\r\nHost: evil.example",
    ],
)
@pytest.mark.parametrize("version", ["1.0", "1.1"])
@pytest.mark.parametrize("path", ["/", "/contacts/ana.md", "/.netjournal/events"])
def test_other_hosts_get_nothing(server: Server, headers: str, version: str, path: str) -> None:
    headers = headers.format(port=server.server_port)
    answer = said(server, f"GET {path} HTTP/{version}\r\n{headers}\r\n\r\n")
    assert status(answer) == "421"
    assert body(answer) == ""


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "http://localhost:1", "http://127.0.0.1", "file://"]
)
@pytest.mark.parametrize("path", ["/", "/contacts/ana.md", "/.netjournal/events"])
def test_other_sites_get_nothing(server: Server, origin: str, path: str) -> None:
    answer = said(server, f"GET {path} HTTP/1.1\r\n{host(server)}\r\nOrigin: {origin}\r\n\r\n")
    assert status(answer) == "403"
    assert body(answer) == ""


@pytest.mark.parametrize(
    ("method", "refusal"),
    [
        *((each, "403") for each in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH")),
        ("X", "501"),
    ],
)
def test_nothing_can_be_done_but_read(server: Server, method: str, refusal: str) -> None:
    answer = said(
        server,
        f"{method} / HTTP/1.1\r\n{host(server)}\r\nOrigin: https://evil.example\r\n"
        "Content-Type: text/plain\r\nContent-Length: 4\r\n\r\nx=1\n",
    )
    assert status(answer) == refusal
    assert body(answer) == ""


def test_host_may_be_asked_in_the_old_way(server: Server) -> None:
    assert "Overview" in said(server, f"GET / HTTP/1.0\r\n{host(server)}\r\n\r\n")


@pytest.mark.parametrize(
    "headers", ["X: " + "a" * 70_000, "\r\n".join(f"X-{number}: a" for number in range(200))]
)
def test_huge_headers_are_refused(server: Server, headers: str) -> None:
    answer = said(server, f"GET / HTTP/1.1\r\n{host(server)}\r\n{headers}\r\n\r\n")
    assert status(answer) == "431"


def test_many_connections_are_all_answered(server: Server) -> None:
    connections = [connected(server) for _ in range(CONNECTIONS)]
    for connection in connections:
        request = f"GET /.netjournal/events HTTP/1.1\r\n{host(server)}\r\n\r\n"
        connection.sendall(request.encode())
    streams = [connection.makefile("r", encoding="utf-8") for connection in connections]
    for stream in streams:
        assert stream.readline().split()[1] == "200"
    server.news.publish(State("vault", "12:01"))
    for stream in streams:
        assert any("built at 12:01" in line for line in stream)
    for stream, connection in zip(streams, connections, strict=True):
        stream.close()
        connection.close()


def test_more_connections_than_there_is_room_for_are_closed(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netjournal.web.server._MOST", 0)
    assert said(server, f"GET / HTTP/1.1\r\n{host(server)}\r\n\r\n") == ""
    monkeypatch.undo()


def test_client_that_says_nothing_holds_nobody_up(server: Server) -> None:
    with connected(server), connected(server) as half:
        half.sendall(b"GET / HTT")
        assert "Overview" in said(
            server, f"GET / HTTP/1.1\r\n{host(server)}\r\nConnection: close\r\n\r\n"
        )


def test_client_that_leaves_in_the_middle_is_no_fault(server: Server) -> None:
    big = server.root / "site" / "big.html"
    big.write_text("x" * 20_000_000)
    with connected(server) as connection:
        connection.sendall(f"GET /big.html HTTP/1.1\r\n{host(server)}\r\n\r\n".encode())
        assert connection.recv(10)
