"""`netjournal serve` as a process of its own: what it shows, says and opens, and how it ends."""

import os
import socket
import stat
import sys
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browsers import chromium
from playwright.sync_api import sync_playwright
from processes import Process, netjournal
from running import run

NOTE = "---\nname: Ana\nrelationship: ally\n---\n- 2026-01-05 Lunch.\n"
SECONDS = 20.0
"""How long a test waits for what has to happen."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends by a signal")


def vault_at(root: Path) -> Path:
    (root / "contacts").mkdir(parents=True)
    (root / "contacts" / "ana.md").write_text(NOTE)
    return root


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return vault_at(tmp_path / "vault")


@pytest.fixture
def serve(root: Path, tmp_path: Path) -> Iterator[Process]:
    with netjournal("serve", root, state=tmp_path) as serve:
        yield serve


def address(serve: Process) -> str:
    """The address that a serve has printed."""
    return serve.line("Open http://127.0.0.1:").split("Open ")[1].strip()


def page(url: str, name: str = "") -> str:
    """What a browser is answered, whatever the status, with plain spaces."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.netloc, timeout=10)
    connection.request("GET", f"/{name}", headers={"Accept": "text/html"})
    text = connection.getresponse().read().decode()
    connection.close()
    return text.replace("\u00a0", " ").replace("&nbsp;", " ")


def wait_until(is_so: Callable[[], bool]) -> None:
    """Waits until something is so; fails when it takes too long."""
    end = time.monotonic() + SECONDS
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_served_page_shows_each_save(root: Path, serve: Process) -> None:
    url = address(serve)
    assert "last in touch 11 months ago (5 January)" in page(url, "neglected.html")
    (root / "contacts" / "ana.md").write_text(NOTE + "- 2026-11-20 Call [[Nobody]].\n")
    serve.line("contacts/ana.md: ")
    after = page(url, "neglected.html")
    assert "(5 January)" not in after
    assert "Watching vault · built at" in after
    assert "contacts/ana.md:6:19</a>: no contact or note is named" in after
    assert serve.interrupt() == 0


def test_names_on_a_page_lead_to_notes_that_are_shown(root: Path, serve: Process) -> None:
    url = address(serve)
    assert 'href="../contacts/ana.md#L5"' in page(url, "neglected.html")
    assert "name: Ana" in page(url, "contacts/ana.md")
    (root / "contacts" / "ben.md").write_text(NOTE.replace("Ana", "Ben"))
    serve.line("contacts/ben.md: ")
    assert "name: Ben" in page(url, "contacts/ben.md")
    (root / "contacts" / "ben.md").rename(root / "ben.md")
    serve.line("contacts/ben.md: ")
    assert "Not here" in page(url, "ben.md")
    assert "Not here" in page(url, "contacts/ben.md")


@pytest.mark.parametrize("path", ["netjournal.toml", "templates/html/today.html.j2"])
def test_settings_and_templates_are_shown_as_text(root: Path, serve: Process, path: str) -> None:
    url = address(serve)
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text("# <b>mine</b>\n")
    serve.line(f"{path}: ")
    assert "# &lt;b&gt;mine&lt;/b&gt;" in page(url, path)


def test_notes_behind_a_linked_folder_are_shown(root: Path, tmp_path: Path, serve: Process) -> None:
    url = address(serve)
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "ben.md").write_text(NOTE.replace("Ana", "Ben"))
    (tmp_path / "people" / "secret.txt").write_text("SECRET")
    (root / "contacts" / "more").symlink_to(tmp_path / "people", target_is_directory=True)
    serve.line("contacts/more/ben.md")
    assert "name: Ben" in page(url, "contacts/more/ben.md")
    assert "SECRET" not in page(url, "contacts/more/secret.txt")


def test_vault_that_is_gone_is_told_until_it_is_back(
    root: Path, tmp_path: Path, serve: Process
) -> None:
    url = address(serve)
    root.rename(tmp_path / "elsewhere")
    assert "it is watched again as soon as it is back" in serve.line("vault' is gone")
    assert "vault&#x27; is gone" in page(url)
    (tmp_path / "elsewhere").rename(root)
    assert "no page changed" in serve.line("the vault is back")
    assert "is gone" not in page(url)
    (root / "contacts" / "ana.md").write_text(NOTE.replace("01-05", "02-06"))
    serve.line("contacts/ana.md: ")
    assert serve.interrupt() == 0


def test_settings_that_build_no_html_are_refused(root: Path) -> None:
    (root / "netjournal.toml").write_text('[build]\nformats = ["markdown"]\n')
    outcome = run(f"netjournal serve {root}", root)
    assert outcome.status == 2
    assert 'add "html" to [build] formats in netjournal.toml' in outcome.output


def test_settings_that_come_to_build_no_html_are_told_until_they_do(
    root: Path, serve: Process
) -> None:
    url = address(serve)
    (root / "netjournal.toml").write_text('[build]\nformats = ["markdown"]\n')
    serve.line('the settings build no HTML: add "html" to [build] formats in netjournal.toml')
    text = page(url)
    assert "No pages yet" in text
    assert "the settings build no HTML" in text
    (root / "netjournal.toml").write_text("[build]\n")
    serve.line("netjournal.toml: ")
    wait_until(lambda: "your network" in page(url).lower())
    assert "the settings build no HTML" not in page(url)


def test_settings_that_cannot_be_read_are_told_and_the_pages_stay(
    root: Path, serve: Process
) -> None:
    url = address(serve)
    (root / "netjournal.toml").write_text("[build\n")
    serve.line("not TOML")
    text = page(url, "neglected.html")
    assert "Ana" in text
    assert "netjournal.toml:1:7: not TOML" in text
    assert "name: Ana" in page(url, "contacts/ana.md")


def test_settings_that_cannot_be_read_at_first_are_waited_for(root: Path, tmp_path: Path) -> None:
    (root / "netjournal.toml").write_text("[build\n")
    with netjournal("serve", root, state=tmp_path) as serve:
        assert "until it is right. Watching /" in serve.line("not TOML")
        url = address(serve)
        text = page(url)
        assert "No pages yet" in text
        assert "not built yet · <strong>netjournal.toml:1:7: not TOML" in text
        (root / "netjournal.toml").write_text("[build]\n")
        serve.line("netjournal.toml: ")
        wait_until(lambda: "built at" in page(url))


def test_vault_that_is_watched_is_not_served(root: Path, tmp_path: Path) -> None:
    for first, second in (("watch", "serve"), ("serve", "watch"), ("serve", "serve")):
        with netjournal(first, root, state=tmp_path) as running:
            running.line("Watching")
            with netjournal(second, root, state=tmp_path) as late:
                output = late.rest()
                assert late.process.wait(timeout=10) == 2
            assert "another netjournal watches" in output
            assert "end that one first" in output
            assert "Open" not in output
            assert running.interrupt() == 0


def test_two_vaults_have_two_addresses(root: Path, tmp_path: Path) -> None:
    other = vault_at(tmp_path / "other")
    with netjournal("serve", root, state=tmp_path) as first:
        url = address(first)
        port = urlsplit(url).port
        with netjournal("serve", other, "--port", str(port), state=tmp_path) as second:
            line = second.line("Open ")
            assert f"Port {port} is taken. Open http://127.0.0.1:" in line
            assert "Watching other" in page(line.split("Open ")[1].strip())
            assert "Watching vault" in page(url)


def test_end_is_at_once_though_pages_are_open(serve: Process) -> None:
    parts = urlsplit(address(serve))
    pages = []
    for path in ("/.netjournal/events", "/.netjournal/events", "/"):
        connection = socket.create_connection((parts.hostname, parts.port), timeout=10)
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode())
        assert connection.recv(12) == b"HTTP/1.1 200"
        pages.append(connection)
    started = time.monotonic()
    assert serve.interrupt() == 0
    assert time.monotonic() - started < 3
    assert "Traceback" not in serve.rest()
    for connection in pages:
        while connection.recv(65536):
            pass
        connection.close()


def a_browser(folder: Path, script: str) -> Path:
    """A program that stands in for a browser."""
    program = folder / "my-browser"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return program


def test_browser_is_opened_and_neither_waited_for_nor_heard(root: Path, tmp_path: Path) -> None:
    opened, closed = tmp_path / "opened", tmp_path / "closed"
    browser = a_browser(
        tmp_path,
        f'echo CHATTER; echo CHATTER >&2; echo "$1" > {opened}\n'
        f"while [ ! -e {closed} ]; do sleep 0.1; done",
    )
    with netjournal("serve", root, "--open", state=tmp_path, BROWSER=str(browser)) as serve:
        url = address(serve)
        wait_until(lambda: opened.exists() and opened.read_text().strip() == url)
        (root / "contacts" / "ana.md").write_text(NOTE + "- 2026-11-20 Call.\n")
        serve.line("contacts/ana.md: ")
        assert serve.interrupt() == 0
        assert "CHATTER" not in serve.rest()
    closed.touch()


@pytest.mark.skipif(sys.platform == "darwin", reason="there is a browser on every Mac")
@pytest.mark.parametrize("named", ["", "w3m:lynx", "/nowhere/browser"])
def test_address_stands_there_when_no_browser_is_found(
    root: Path, tmp_path: Path, named: str
) -> None:
    # The text browser is there, and would take the terminal.
    a_browser(tmp_path, f"touch {tmp_path}/took-the-terminal").rename(tmp_path / "w3m")
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    away = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "TERM": "xterm", "PATH": path}
    with netjournal("serve", root, "--open", state=tmp_path, BROWSER=named, **away) as serve:
        url = address(serve)
        serve.line("no browser could be opened here")
        assert "Watching vault" in page(url)
        assert not (tmp_path / "took-the-terminal").exists()


@pytest.mark.browser
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_open_page_shows_a_note_that_is_saved(root: Path, serve: Process) -> None:
    executable = chromium()
    if executable is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        view = browser.new_page()
        complaints: list[str] = []
        view.on("console", lambda message: complaints.append(message.text))
        view.on("pageerror", lambda error: complaints.append(str(error)))
        view.goto(f"{address(serve)}neglected.html")
        view.get_by_text("(5 January)").first.wait_for()

        (root / "contacts" / "ana.md").write_text(NOTE.replace("01-05", "02-06"))

        view.get_by_text("(6 February)").first.wait_for()
        assert complaints == []
        browser.close()
