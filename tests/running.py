"""Runs the command inside the test's process, as a person would type it."""

import io
import os
import shlex
from collections.abc import Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from unittest import mock

from netjournal.cli.main import main

QUIET = {"NETJOURNAL_VAULT": "", "NETJOURNAL_TODAY": "", "NO_COLOR": "", "FORCE_COLOR": ""}


class Outcome(NamedTuple):
    """What a command printed on both streams together, and its exit status."""

    output: str
    status: int


def run(command: str, folder: Path, environment: Mapping[str, str] | None = None) -> Outcome:
    """Runs `netjournal ...` in a folder."""
    words = shlex.split(command)
    before = Path.cwd()
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with (
        mock.patch("sys.argv", words),
        mock.patch.dict(os.environ, {**QUIET, **(environment or {})}),
        redirect_stdout(stream),
        redirect_stderr(stream),
    ):
        os.chdir(folder)
        try:
            main()
        except SystemExit as end:
            status = end.code
        finally:
            os.chdir(before)
    stream.seek(0)
    return Outcome(stream.read(), status if isinstance(status, int) else 1)
