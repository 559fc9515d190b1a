"""How quickly `netjournal lsp` answers an editor, through the protocol, with 10,000 contacts.

`python benchmarks/lsp.py` makes its own vault, starts the server as an editor does, and types. It
prints the time to the first answer, what a completion takes after a keystroke, and what it takes
until the problems of the changed text are told, in a journal note and in a contact's, with 20
notes open. Seconds depend on the machine and on what else it does, processor time less so.
"""

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO, Any, NamedTuple

from make_vault import LAST_DAY, file_name, make_vault

OPEN = 20
"""Notes that are open while somebody types in one of them."""

PAUSE = 0.05
"""Seconds between two keystrokes, as a quick writer takes."""

TYPED = "ana haas"
"""Typed letter by letter behind `[[`."""

RENAMED = "Zelda "
"""What a name begins with of which every keystroke makes another."""

COMMAND = (sys.executable, "-m", "netjournal", "lsp")


class Server(NamedTuple):
    """A server in a process of its own, and the requests that it was sent."""

    process: "subprocess.Popen[bytes]"
    reads: IO[bytes]
    writes: IO[bytes]

    def say(self, method: str, params: object, number: int | None = None) -> None:
        """Sends a request when it has a number, else a notice."""
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        data = json.dumps(message if number is None else {**message, "id": number}).encode()
        self.writes.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self.writes.flush()

    def until(self, is_it: Callable[[Mapping[str, Any]], bool]) -> Mapping[str, Any]:
        """The next message for which something holds; those before it are left out."""
        while not is_it(message := self._message()):
            pass
        return message

    def answer(self, number: int) -> Mapping[str, Any]:
        """The answer to a request."""
        return self.until(lambda message: message.get("id") == number and "method" not in message)

    def _message(self) -> Mapping[str, Any]:
        size = 0
        while (line := self.reads.readline()) != b"\r\n":
            if not line:
                sys.exit("the server has gone")
            name, _, value = line.partition(b":")
            size = int(value) if name == b"Content-Length" else size
        message: Mapping[str, Any] = json.loads(self.reads.read(size))
        return message

    def open(self, uri: str, text: str) -> None:
        """Opens a text."""
        document = {"uri": uri, "languageId": "markdown", "version": 1, "text": text}
        self.say("textDocument/didOpen", {"textDocument": document})

    def type(self, uri: str, text: str, version: int) -> None:
        """Changes an open text."""
        change = {
            "textDocument": {"uri": uri, "version": version},
            "contentChanges": [{"text": text}],
        }
        self.say("textDocument/didChange", change)

    def cpu_seconds(self) -> float:
        """The processor time that the server has taken so far; Linux alone tells."""
        status = Path(f"/proc/{self.process.pid}/stat")
        if not status.exists():
            return 0.0
        fields = status.read_text("ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_mb(self) -> float:
        """The memory that the server holds; Linux alone tells."""
        pages = Path(f"/proc/{self.process.pid}/statm").read_text("ascii").split()[1]
        return int(pages) * resource.getpagesize() / 1024 / 1024


@contextmanager
def serving(vault: Path) -> Iterator[Server]:
    """A server that has been told of a vault."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["NETJOURNAL_TODAY"] = LAST_DAY.isoformat()
    pipe = subprocess.PIPE
    process = subprocess.Popen(COMMAND, stdin=pipe, stdout=pipe, env=environment)
    if process.stdout is None or process.stdin is None:
        sys.exit("the server has no pipes")
    server = Server(process, process.stdout, process.stdin)
    folder = {"uri": vault.as_uri(), "name": "vault"}
    server.say("initialize", {"capabilities": {}, "workspaceFolders": [folder]}, 0)
    server.answer(0)
    server.say("initialized", {})
    try:
        yield server
        server.say("shutdown", None, -1)
        server.answer(-1)
        server.say("exit", None)
        process.wait(timeout=10)
    finally:
        process.kill()
        process.wait()


def to_first_answer(vault: Path) -> float:
    """The seconds from the start of the server to what it tells of a contact."""
    started = time.perf_counter()
    with serving(vault) as server:
        uri = (vault / "contacts" / f"{file_name(3)}.md").as_uri()
        place = {"textDocument": {"uri": uri}, "position": {"line": 1, "character": 2}}
        server.say("textDocument/hover", place, 1)
        server.answer(1)
        return time.perf_counter() - started


def completions(server: Server, uri: str, text: str, rounds: int) -> list[float]:
    """The seconds from each keystroke behind `[[` to what is proposed there."""
    found = []
    line = text.count("\n")
    version = 1000
    for number in range(rounds):
        for count in range(len(TYPED) + 1):
            version += 1
            row = f"- Talked with [[{TYPED[:count]}"
            place = {"line": line, "character": len(row)}
            started = time.perf_counter()
            server.type(uri, f"{text}{row}\n", version)
            asked = {"textDocument": {"uri": uri}, "position": place}
            server.say("textDocument/completion", asked, version)
            answer = server.answer(version)
            found.append(time.perf_counter() - started)
            if not answer["result"]["items"]:
                sys.exit(f"nothing is proposed for {row!r} in round {number}")
            time.sleep(PAUSE)
    return found


def problems(server: Server, uri: str, text: str, count: int) -> list[float]:
    """The seconds from each keystroke in a link to the problems of the text that has it.

    Where the text names a contact, each keystroke also makes it another name.
    """
    found = []
    for number in range(count):
        name = f"Nobody {number}"
        started = time.perf_counter()
        renamed = text.replace(RENAMED, f"{RENAMED}{number}")
        server.type(uri, f"{renamed}- Talked with [[{name}]]\n", 10_000 + number)

        def tells(message: Mapping[str, Any], name: str = name) -> bool:
            params = message.get("params") or {}
            is_told = message.get("method") == "textDocument/publishDiagnostics"
            return is_told and params["uri"] == uri and f"'{name}'" in str(params["diagnostics"])

        server.until(tells)
        found.append(time.perf_counter() - started)
        time.sleep(PAUSE)
    return found


def report(what: str, server: Server, measured: Callable[[], list[float]]) -> None:
    """Measures, and prints the times and the processor time that a key has cost."""
    before = server.cpu_seconds()
    found = measured()
    each = (server.cpu_seconds() - before) / len(found)
    cost = f"; {1000 * each:.0f} ms of processor time a key" if each else ""
    print(f"  {what}: {told(found)}{cost}")


def told(seconds: list[float]) -> str:
    """The median, the 95th percentile and the longest of some times."""
    ordered = sorted(seconds)
    high = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    middle = statistics.median(ordered)
    return f"{1000 * middle:.0f} ms, p95 {1000 * high:.0f} ms, at most {1000 * ordered[-1]:.0f} ms"


def measure(vault: Path, rounds: int, keys: int) -> None:
    """Opens notes, types in two of them, and prints what that took."""
    starts = [to_first_answer(vault) for _ in range(3)]
    print(f"  to the first answer: {statistics.median(starts):.2f} s")
    contacts = [vault / "contacts" / f"{file_name(number)}.md" for number in range(3, OPEN + 2)]
    day = vault / "journal" / f"{LAST_DAY.isoformat()}.md"
    with serving(vault) as server:
        for file in (*contacts, day):
            server.open(file.as_uri(), file.read_text("utf-8"))
        # Nobody types before the notes have been read.
        server.say("workspace/symbol", {"query": TYPED}, 2)
        server.answer(2)
        for kind, file in (("journal", day), ("contact", contacts[0])):
            uri, text = file.as_uri(), file.read_text("utf-8")
            completed = partial(completions, server, uri, text, rounds)
            report(f"completion in a {kind} note", server, completed)
            checked = partial(problems, server, uri, text, keys)
            report(f"problems in a {kind} note", server, checked)
        named = text.replace("name: ", f"name: {RENAMED}", 1)
        checked = partial(problems, server, uri, named, keys)
        report("problems while a name is typed", server, checked)
        if Path("/proc/self/statm").exists():
            print(f"  memory: {server.memory_mb():.0f} MB")


def main() -> None:
    """Reads the arguments and measures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--contacts", type=int, default=10_000)
    arguments.add_argument("--rounds", type=int, default=20)
    arguments.add_argument("--keys", type=int, default=200)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder) / "vault"
        make_vault(vault, chosen.contacts, 1000)
        print(f"{chosen.contacts} contacts, {OPEN} notes open")
        measure(vault, chosen.rounds, chosen.keys)


if __name__ == "__main__":
    main()
