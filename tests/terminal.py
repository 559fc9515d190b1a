"""A terminal that a test types into: what an editor runs in when nobody sits before the screen."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Condition, Thread
from types import TracebackType
from typing import Self

_SIZE = (24, 80)

# Full-screen programs open /dev/tty, so the terminal must be the one that controls the process.
_IN_CONTROL = """\
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""


class Terminal:
    """A program that runs in a terminal of its own, until the end of `with` at the latest.

    Its home folder is the one given, and it is told of no other setting of the person who tests.
    """

    def __init__(self, command: Sequence[str], folder: Path, home: Path) -> None:
        import termios  # not on Windows, where a test that needs a terminal is skipped

        self._screen = b""
        self._shown = Condition()
        self._keys, theirs = os.openpty()
        termios.tcsetwinsize(theirs, _SIZE)
        self.process = subprocess.Popen(
            [sys.executable, "-c", _IN_CONTROL, *command],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=folder,
            env={"PATH": os.environ["PATH"], "HOME": str(home), "TERM": "xterm"},
            start_new_session=True,
        )
        os.close(theirs)
        self._reader = Thread(target=self._read)
        self._reader.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.wait()
        self._reader.join()
        os.close(self._keys)

    def press(self, keys: str) -> None:
        """Types some keys; Enter is a carriage return."""
        os.write(self._keys, keys.encode())

    def wait_for(self, words: str, seconds: float) -> None:
        """Waits until the program has shown some words; fails when it doesn't in time."""
        with self._shown:
            assert self._shown.wait_for(lambda: words.encode() in self._screen, seconds), self

    def __repr__(self) -> str:
        return f"a terminal that was last told to show {self._screen[-2000:]!r}"

    def _read(self) -> None:
        """Takes what the program shows, since one that nobody reads stands still."""
        while shown := self._next():
            with self._shown:
                self._screen += shown
                self._shown.notify_all()

    def _next(self) -> bytes:
        try:
            return os.read(self._keys, 65536)
        except OSError:
            return b""  # Linux says it this way when the program has ended
