"""Sets up netjournal in `.venv` and runs every check: `python3 .ci/test.py`.

`--all` adds the slow tests and the tests in a browser, with the coverage they reach together.
"""

import os
import sys
from pathlib import Path

from environment import ROOT, python, run

DEFAULT_MARKS = "not slow and not browser"


def main() -> None:
    """Installs the development group, then lints, checks types, and tests."""
    everything = "--all" in sys.argv[1:]
    executable = python()
    run(executable, "-m", "pip", "install", "--quiet", "--group", "dev", "--editable", ".")
    run(executable, "-m", "ruff", "check", ".")
    run(executable, "-m", "ruff", "format", "--check", ".")
    run(executable, "-m", "mypy")
    marks = [] if everything else ["-m", DEFAULT_MARKS]
    # Slow tests stand in few files: who has nothing left to do takes over some of another's.
    sharing = ["-n", _workers(), "--dist", "worksteal"]
    run(executable, "-m", "pytest", *sharing, "--cov", "--cov-report=term", *marks)


def _workers() -> str:
    return str(min(os.cpu_count() or 1, 4))


if __name__ == "__main__":
    os.chdir(ROOT)
    os.environ.setdefault("PYTHONPYCACHEPREFIX", str(Path(ROOT, ".venv", "pycache")))
    main()
