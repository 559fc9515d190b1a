"""How the command ends when there is nowhere to write."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "sample-vault"


def run(*words: str, redirect: str) -> subprocess.CompletedProcess[str]:
    """Runs the command in a shell with its output redirected."""
    command = f'"{sys.executable}" -m netjournal {" ".join(words)} {redirect}'
    return subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True, check=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_one_line() -> None:
    done = run("list", "--vault", str(SAMPLE), redirect=">/dev/full")

    assert done.returncode == 2
    assert done.stderr == "netjournal: No space left on device\n"


@pytest.mark.skipif(os.name == "nt", reason="a shell closes the output")
def test_a_closed_output_is_no_traceback() -> None:
    done = run("check", str(SAMPLE), redirect=">&-")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name == "nt", reason="a shell makes the pipe")
def test_a_reader_that_leaves_early_is_no_error_message() -> None:
    done = run("check", str(SAMPLE), redirect="2>/dev/null | head -1")

    assert done.stdout.startswith("contacts/")
    assert done.stderr == ""
