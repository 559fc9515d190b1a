"""Every command that changes notes killed at many moments; `tests/killing.py` does it oftener."""

import os
import re
import subprocess
import sys
from pathlib import Path

import killing
import pytest

KILLS = 10
"""For each command."""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="a system without fork")
def test_every_command_killed_at_many_moments() -> None:
    done = subprocess.run(
        [sys.executable, str(Path(killing.__file__)), "--kills", str(KILLS)],
        check=False,
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    kills = re.findall(r"^([\w-]+): (\d+) kills", done.stdout, re.MULTILINE)
    assert kills == [(name, str(KILLS)) for name in killing.COMMANDS]
    # Some were killed while they wrote, else this has shown nothing.
    assert sum(map(int, re.findall(r"(\d+) middle", done.stdout))) > KILLS
