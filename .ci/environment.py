"""A virtual environment in `.venv`, made with nothing but Python 3.11 and the network."""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
OLDEST = (3, 11)


def python() -> Path:
    """The environment's Python; made if it isn't there."""
    if sys.version_info < OLDEST:
        sys.exit(f"netjournal needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
    folder = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
    executable = folder / ("python.exe" if os.name == "nt" else "python")
    if not executable.exists():
        print(f"Making a virtual environment in {ENVIRONMENT} ...", flush=True)
        try:
            venv.create(ENVIRONMENT, with_pip=True)
        except subprocess.CalledProcessError:
            sys.exit(
                "Python could not make a virtual environment with pip. "
                "On Debian and Ubuntu: apt install python3-venv, then try again."
            )
        run(executable, "-m", "pip", "install", "--quiet", "--upgrade", "pip>=25.1")
    return executable


def run(*command: str | Path) -> None:
    """Runs a command in the project's folder; ends with its status if it fails."""
    status = subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode
    if status:
        sys.exit(status)
