"""Opening an address in the user's browser, out of the way of what the terminal shows."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from threading import Thread

_OPEN = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"
_IN_A_TERMINAL = frozenset({"browsh", "elinks", "links", "links2", "lynx", "w3m", "www-browser"})


def open_browser(url: str, warn: Callable[[str], None]) -> Thread:
    """Opens an address; warns when no browser takes it. The thread ends when that is known.

    A process of its own opens it, as a browser may write to the terminal, or keep its caller
    waiting until it is closed. One that shows pages in the terminal itself isn't taken.
    """

    def open_it() -> None:
        done = subprocess.run(  # noqa: S603 - this Python, isolated from the folder that it is in
            [sys.executable, "-I", "-c", _OPEN, url],
            check=False,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_without_terminal(os.environ),
            start_new_session=True,  # Ctrl-C is meant for us
        )
        if done.returncode:
            warn("no browser could be opened here; the address above is for any browser")

    thread = Thread(target=open_it, name="netjournal browser", daemon=True)
    thread.start()
    return thread


def _without_terminal(environment: Mapping[str, str]) -> dict[str, str]:
    """An environment in which no browser is found that needs a terminal."""
    # Without TERM, Python offers none but those that BROWSER names.
    kept = {name: value for name, value in environment.items() if name not in ("TERM", "BROWSER")}
    named = environment.get("BROWSER", "").split(os.pathsep)
    others = [each for each in named if each and _program(each) not in _IN_A_TERMINAL]
    return {**kept, "BROWSER": os.pathsep.join(others)} if others else kept


def _program(command: str) -> str:
    words = command.split()
    return Path(words[0]).stem if words else ""
