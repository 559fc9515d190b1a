"""A server from its start to its end, whatever its client does."""

import asyncio
import json
import os
import subprocess
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from editing import VAULT, write
from lsprotocol import types
from protocol import SECONDS, command, editor, environment, within
from running import run as run_command

from netjournal.lsp import loading

DAY = "journal/2026-02-27.md"
TOM = "contacts/tom-rask.md"
KILLS = 20


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = tmp_path / "vault"
    write(root, VAULT)
    return root


class Wire:
    """A server's standard input and output, to which any bytes can be sent."""

    def __init__(self, process: Process) -> None:
        self.process = process

    def send(self, data: bytes) -> None:
        """Sends bytes as they are."""
        assert self.process.stdin is not None
        self.process.stdin.write(data)

    def say(self, method: str, params: object = None, number: int | None = None) -> None:
        """Sends a message as it should be: a request when it has a number."""
        message = {"jsonrpc": "2.0", "method": method, "params": params}
        self.send(framed(message if number is None else {**message, "id": number}))

    async def answer(self, number: int) -> Mapping[str, object]:
        """The answer to a request; what is told meanwhile is left out."""
        async with asyncio.timeout(SECONDS):
            while (message := await self._message()).get("id") != number:
                pass
        return message

    async def _message(self) -> Mapping[str, object]:
        assert self.process.stdout is not None
        size = 0
        while (line := await self.process.stdout.readline()) != b"\r\n":
            assert line, "the server has gone"
            name, _, value = line.partition(b":")
            size = int(value) if name == b"Content-Length" else size
        found = json.loads(await self.process.stdout.readexactly(size))
        assert isinstance(found, dict)
        return found

    async def end(self) -> int:
        """The exit status, once the server is asked to go."""
        self.say("shutdown", number=1000)
        await self.answer(1000)
        self.say("exit")
        return await within(self.process.wait())


def framed(message: object) -> bytes:
    data = json.dumps(message).encode()
    return b"Content-Length: %d\r\n\r\n%b" % (len(data), data)


@asynccontextmanager
async def wire(vault: Path) -> AsyncIterator[Wire]:
    """A server that has been told of a vault."""
    process = await asyncio.create_subprocess_exec(
        *command(), stdin=PIPE, stdout=PIPE, stderr=PIPE, env=environment()
    )
    one = Wire(process)
    folder = {"uri": vault.as_uri(), "name": "vault"}
    one.say("initialize", {"capabilities": {}, "workspaceFolders": [folder]}, 0)
    try:
        await one.answer(0)
        one.say("initialized", {})
        yield one
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


def test_the_real_server_says_hello_helps_and_goes(vault: Path) -> None:
    async def run() -> None:
        async with editor(vault, encoding="utf-8", process=True) as one:
            uri = one.open(vault / DAY, "🎉 [[Nobody]] @pri\n")
            (problem,) = await one.problems(uri, "NJ101")
            assert problem.range.start.character == 5
            (item,) = await one.complete(uri, 0, 20)
            assert item.label == "Priya Raman"

    asyncio.run(run())


def test_a_contact_is_renamed_by_the_real_server_and_undo_takes_it_back(vault: Path) -> None:
    async def run() -> None:
        async with editor(vault, process=True) as one:
            uri = one.open(vault / DAY, VAULT[DAY])
            await one.rename(uri, 0, VAULT[DAY].index("Tom"), "Tom Lund")

    asyncio.run(run())
    assert "[[Tom Lund]]" in (vault / DAY).read_text("utf-8")
    assert run_command("netjournal undo", vault).status == 0
    assert (vault / DAY).read_bytes().decode() == VAULT[DAY]
    assert (vault / TOM).read_bytes().decode() == VAULT[TOM]


HOVER = {"jsonrpc": "2.0", "id": 2, "method": "textDocument/hover"}
NOTHING = {"jsonrpc": "2.0", "id": 2, "method": "no/such", "params": {}}
PLACE = {"textDocument": {"uri": "untitled:1"}, "position": {"line": -1, "character": -5}}
GARBAGE = {
    "an unknown method": framed(NOTHING),
    "an unknown notice": framed({"jsonrpc": "2.0", "method": "no/such", "params": {}}),
    "wrong params": framed({**HOVER, "params": {"x": 1}}),
    "a list for params": framed({**HOVER, "params": [1, 2]}),
    "no params": framed(HOVER),
    "a place before the note": framed({**HOVER, "params": PLACE}),
    "no JSON": b"Content-Length: 5\r\n\r\n{xxx}",
    "a number": b"Content-Length: 1\r\n\r\n7",
    "a list": b"Content-Length: 2\r\n\r\n[]",
    "nothing": b"Content-Length: 0\r\n\r\n",
    "bytes that are no text": b"Content-Length: 3\r\n\r\n\xff\xfe\xfd",
    "a length that is too short": b"Content-Length: 10\r\n\r\n" + json.dumps(NOTHING).encode(),
    "a length below nothing": b"Content-Length: -5\r\n\r\n{}",
    "a length of petabytes": b"Content-Length: 9999999999999999\r\n\r\n{}",
    "no header": b"hello\r\n\r\n",
    "an answer to nothing": framed({"jsonrpc": "2.0", "id": 77, "result": 1}),
}


def test_a_server_goes_on_after_any_garbage(vault: Path) -> None:
    async def run() -> None:
        async with wire(vault) as one:
            for number, (kind, data) in enumerate(GARBAGE.items(), 100):
                one.send(data)
                one.say("workspace/symbol", {"query": "pri"}, number)
                answer = await one.answer(number)
                assert "Priya Raman" in str(answer), (kind, answer)
            assert await one.end() == 0

    asyncio.run(run())


@pytest.mark.parametrize("kind", [kind for kind in GARBAGE if "param" in kind])
def test_a_request_that_says_something_wrong_is_answered(vault: Path, kind: str) -> None:
    async def run() -> None:
        async with wire(vault) as one:
            one.send(GARBAGE[kind])
            answer = await one.answer(2)
            assert isinstance(error := answer["error"], dict)
            assert error["code"] == types.ErrorCodes.InvalidParams.value

    asyncio.run(run())


def test_a_message_that_is_longer_than_was_said_costs_the_next_one(vault: Path) -> None:
    async def run() -> None:
        async with wire(vault) as one:
            one.send(b"Content-Length: 90\r\n\r\n" + json.dumps(NOTHING).encode())
            one.say("workspace/symbol", {"query": "pri"}, 3)
            one.say("workspace/symbol", {"query": "pri"}, 4)
            assert "Priya Raman" in str(await one.answer(4))

    asyncio.run(run())


def test_exit_without_shutdown_is_a_failure_and_ends_the_server(vault: Path) -> None:
    async def run() -> None:
        async with wire(vault) as one:
            one.say("exit")
            assert await within(one.process.wait()) == 1

    asyncio.run(run())


def test_a_client_that_just_dies_takes_the_server_with_it(vault: Path) -> None:
    async def run() -> None:
        async with wire(vault) as one:
            assert one.process.stdin is not None
            assert one.process.stdout is not None
            one.process.stdin.close()
            one.process.stdout._transport.close()  # type: ignore[attr-defined]
            await within(one.process.wait())

    asyncio.run(run())


def test_a_client_that_dies_while_the_vault_is_read(tmp_path: Path) -> None:
    files = {f"contacts/p{n}.md": f"---\nname: Person {n}\n---\n" for n in range(500)}
    write(tmp_path, {"netjournal.toml": "", **files})

    async def run() -> None:
        async with wire(tmp_path) as one:
            assert one.process.stdin is not None
            one.process.stdin.write(b"Content-Length: 99\r\n\r\n{")
            one.process.stdin.close()
            await within(one.process.wait())

    asyncio.run(run())


def test_nothing_but_messages_is_written_and_an_orderly_life_leaves_no_words(vault: Path) -> None:
    async def run() -> None:
        async with wire(vault) as one:
            one.say("workspace/symbol", {"query": ""}, 3)
            await one.answer(3)
            assert await one.end() == 0
            assert one.process.stdout is not None
            assert one.process.stderr is not None
            assert await one.process.stdout.read() == b""
            assert await one.process.stderr.read() == b""

    asyncio.run(run())


def test_progress_is_told_to_a_client_that_shows_it(vault: Path) -> None:
    async def run() -> None:
        async with editor(vault, shows_progress=True) as one:
            await one.ready((vault / DAY).as_uri())
            await one.until(lambda: any("end" in str(each) for each in one.progress))
            kinds = [each["kind"] for each in one.progress]
            assert kinds[0] == "begin"
            assert kinds[-1] == "end"
            assert "report" in kinds

    asyncio.run(run())


def test_a_client_that_never_says_whether_it_shows_progress(
    vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "_PATIENCE", 0.05)

    async def run() -> None:
        async with editor(vault, shows_progress=True, answers_progress=False) as one:
            uri = one.open(vault / DAY, "[[Nobody]]\n")
            await one.problems(uri, "NJ101")
            assert one.progress == []

    asyncio.run(run())


_WITHOUT = """
import sys

class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("pygls", "lsprotocol"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Blocked())
sys.argv = ["netjournal", "lsp"]
from netjournal.cli.main import main
main()
"""


def test_without_its_library_the_line_that_installs_it_is_told(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=SECONDS,
        env=environment(),
    )
    assert done.returncode == 4
    assert 'pip install "netjournal[lsp]"' in done.stderr
    assert done.stdout == ""


def files_of(vault: Path) -> dict[str, str]:
    """The notes on the disk, without what a change that was stopped keeps beside them."""
    found = [path for path in vault.rglob("*") if path.is_file()]
    return {path.relative_to(vault).as_posix(): path.read_bytes().decode() for path in found}


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="a system without SIGKILL")
def test_a_server_that_is_killed_in_a_rename_leaves_the_old_vault_or_the_new(
    tmp_path: Path,
) -> None:
    next_command = "netjournal set zoe-abe location=Oslo"

    async def run(vault: Path, delay: float | None) -> float:
        """The seconds that a rename took that wasn't killed after a delay."""
        async with editor(vault, process=True) as one:
            uri = one.open(vault / DAY, VAULT[DAY])
            await one.ready(uri)
            loop = asyncio.get_running_loop()
            started = loop.time()
            asked = asyncio.ensure_future(one.rename(uri, 0, VAULT[DAY].index("Tom"), "Tom Lund"))
            if delay is None:
                await asked
                return loop.time() - started
            await asyncio.wait([asked], timeout=delay)
            assert one.process is not None
            one.process.kill()
            await asyncio.wait([asked], timeout=SECONDS)
            asked.exception()
            await within(one.process.wait())
            return delay

    def after_next(vault: Path) -> dict[str, str]:
        assert run_command(next_command, vault).status == 0
        return files_of(vault)

    old, new = tmp_path / "old", tmp_path / "new"
    for root in (old, new):
        write(root, VAULT)
    taken = asyncio.run(run(new, None))
    expected = [after_next(old), after_next(new)]
    assert expected[0] != expected[1]
    seen = set()
    for number in range(KILLS):
        vault = tmp_path / f"vault{number}"
        write(vault, VAULT)
        asyncio.run(run(vault, 1.6 * taken * ((number + 0.5) * 0.6180339887 % 1)))
        notes = files_of(vault)
        kept = {path: text for path, text in notes.items() if path in VAULT}
        assert all(text in (VAULT[path], expected[1].get(path)) for path, text in kept.items())
        now = after_next(vault)
        assert now in expected, number
        seen.add(expected.index(now))
    # Else none was killed before it was done, or none after.
    assert seen == {0, 1}
