"""Errors of the environment: what stops a command, with the exit status that it ends with."""


class NetjournalError(Exception):
    """A condition outside the notes that stops the command; its text is shown to the person."""

    exit_status = 2


class VaultNotFound(NetjournalError):
    """No vault where the command looked for one."""
