"""Two files that change places, on Windows, where what is displaced gets a name of its own."""

import ctypes
import os
import sys
import time

_TRIES = 10
_SECONDS_BETWEEN_TRIES = 0.05


def exchange_on_windows(one: str, other: str) -> None:
    """Puts the first file in the place of the second, whose rights stay, and the other way round.

    It waits a little for a program that has the file open. Raises OSError.
    """
    if sys.platform == "win32":
        aside = f"{os.path.dirname(one)}/.netjournal-{os.urandom(6).hex()}.tmp"  # noqa: PTH120
        for number in range(_TRIES):
            if ctypes.windll.kernel32.ReplaceFileW(other, one, aside, 0, None, None):
                os.replace(aside, one)  # noqa: PTH105
                return
            if number + 1 < _TRIES:
                time.sleep(_SECONDS_BETWEEN_TRIES)
        raise ctypes.WinError()
