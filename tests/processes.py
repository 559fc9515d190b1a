"""A netjournal that goes on until it is interrupted, as a process of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Thread

LINES = 50
"""Lines of output after which a test has waited in vain."""

SECONDS = 30.0
"""The same for a single line."""


class Process:
    """A watch that runs, and what it prints on both streams."""

    def __init__(self, words: Sequence[str], state: Path, **environment: str) -> None:
        self.process = subprocess.Popen(
            words,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            env={
                **os.environ,
                "XDG_STATE_HOME": str(state),
                "HOME": str(state),
                "PYTHONUNBUFFERED": "1",
                "NETJOURNAL_TODAY": "2026-11-24",
                **environment,
            },
        )
        self._lines: Queue[str] = Queue()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)
        self._lines.put("")

    def line(self, words: str) -> str:
        """The next line that holds some words; fails when the process ends without it."""
        for _ in range(LINES):
            line = self._lines.get(timeout=SECONDS)
            if words in line:
                return line
            assert line, f"ended without {words!r}"
        raise AssertionError(words)

    def rest(self) -> str:
        """All that is printed until the process ends, and was not read yet."""
        return "".join(iter(lambda: self._lines.get(timeout=SECONDS), ""))

    def interrupt(self) -> int:
        """The exit status after Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=10)

    def kill(self) -> None:
        """Ends it, if it hasn't ended."""
        self.process.kill()
        self.process.wait(timeout=10)
        self._reader.join(timeout=10)
        if self.process.stdout is not None:
            self.process.stdout.close()


@contextmanager
def netjournal(
    *arguments: str | Path, state: Path, before: Sequence[str] = (), **environment: str
) -> Iterator[Process]:
    """A netjournal that runs, with its state in a folder, and is ended whatever happens.

    `before` are the words of a command that starts it under conditions of its own.
    """
    words = [*before, sys.executable, "-m", "netjournal", *map(str, arguments)]
    process = Process(words, state, **environment)
    try:
        yield process
    finally:
        process.kill()
