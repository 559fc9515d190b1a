"""Errors of the environment: what stops a command, with the exit status that it ends with."""

import sys


class NetjournalError(Exception):
    """A condition outside the notes that stops the command; its text is shown to the person."""

    exit_status = 2


class VaultNotFound(NetjournalError):
    """No vault where the command looked for one."""


class MissingExtra(NetjournalError):
    """A library that an extra of the package brings isn't installed."""

    exit_status = 4

    def __init__(self, extra: str, what: str) -> None:
        """The extra, and what it is needed for, as the beginning of a sentence."""
        super().__init__(f"{what} needs more libraries: {install_line(extra)}")
        self.extra = extra


def install_line(extra: str) -> str:
    """The line that adds an extra where netjournal is installed, whichever pip is on the PATH."""
    python = sys.executable or "python"
    typed = f'"{python}"' if " " in python else python
    return f'{typed} -m pip install "netjournal[{extra}]"'
