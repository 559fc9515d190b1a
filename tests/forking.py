"""Commands as children of a process that has everything imported: quick, and easily killed."""

import io
import os
import select
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import NamedTuple, NoReturn
from unittest import mock

from netjournal.cli.main import main as netjournal
from netjournal.vault.records import Record, begin
from netjournal.vault.state import changes_folder

Tree = Mapping[str, bytes]
"""All files of a folder by their paths in it."""

_FAILED = 70
_LONGEST = 60.0


class State(NamedTuple):
    """The files of a vault, and what is remembered of its changes."""

    vault: Tree
    changes: Tree


class Taken(NamedTuple):
    """How long a command has taken, in seconds, and how long from when it began to write."""

    seconds: float
    writing: float


class Place(NamedTuple):
    """Where commands run."""

    root: Path
    said: Path
    """The file that gets what they print."""

    def lay(self, state: State) -> None:
        """Makes everything as it was in a state."""
        _lay(self.root, state.vault)
        _lay(changes_folder(self.root), state.changes)

    def state(self) -> State:
        """Everything as it is."""
        return State(_read(self.root), _read(changes_folder(self.root)))

    def run(self, words: Sequence[str]) -> int:
        """The exit status of a command that is left in peace."""
        return os.waitstatus_to_exitcode(os.waitpid(self._start(words), 0)[1])

    def must(self, words: Sequence[str]) -> None:
        """Runs a command; raises AssertionError when it fails."""
        self._check(words, self.run(words))

    def time(self, words: Sequence[str]) -> Taken:
        """How long a command takes that is left in peace and writes something."""
        readable, writable = os.pipe()
        started = time.perf_counter()
        child = self._start(words, writable)
        os.close(writable)
        os.read(readable, 1)
        begun = time.perf_counter()
        self._check(words, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
        ended = time.perf_counter()
        os.close(readable)
        return Taken(ended - started, ended - begun)

    def kill(self, words: Sequence[str], seconds: float, *, when_writing: bool) -> bool:
        """Whether a command was killed so many seconds after it has begun, or begun to write."""
        readable, writable = os.pipe()
        child = self._start(words, writable)
        os.close(writable)
        if when_writing and not select.select([readable], [], [], _LONGEST)[0]:
            raise AssertionError(f"{words} writes nothing")
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        os.close(readable)
        if status != -signal.SIGKILL:
            self._check(words, status)
        return status == -signal.SIGKILL

    def warm_up(self, words: Sequence[str]) -> None:
        """Runs a command in this process, so that those to come have everything imported."""
        silent = io.StringIO()
        with redirect_stdout(silent), redirect_stderr(silent), suppress(SystemExit):
            self._call(words)

    def _start(self, words: Sequence[str], writing: int | None = None) -> int:
        """The process of a command; it says in a pipe that it begins to write, if there is one."""
        child = os.fork()
        if not child:
            self._go(words, writing)
        return child

    def _go(self, words: Sequence[str], writing: int | None) -> NoReturn:
        def tell_and_begin(folder: Path, record: Record) -> None:
            if writing is not None:
                os.write(writing, b".")
            begin(folder, record)

        status = _FAILED
        try:
            said = os.open(self.said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(said, 1)
            os.dup2(said, 2)
            with mock.patch("netjournal.vault.changes.begin", tell_and_begin):
                self._call(words)
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else _FAILED
        finally:
            sys.stdout.flush()
            os._exit(status)

    def _call(self, words: Sequence[str]) -> None:
        os.chdir(self.root)
        sys.argv = ["netjournal", *words]
        netjournal()

    def _check(self, words: Sequence[str], status: int) -> None:
        if status:
            said = self.said.read_text("utf-8")
            raise AssertionError(f"{' '.join(words)} ended with {status}: {said}")


def _read(folder: Path) -> Tree:
    found = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _lay(folder: Path, files: Tree) -> None:
    now = _read(folder)
    for path in now.keys() - files.keys():
        (folder / path).unlink()
    for path, data in files.items():
        if now.get(path) != data:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
