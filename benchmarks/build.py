"""How long a build takes beside the plain way, a start beside Python's, and how both grow.

`python benchmarks/build.py` makes its own vaults and prints ratios; quote those, not seconds.
Takes some minutes with --large.
"""

import argparse
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from make_vault import LAST_DAY, make_vault

HERE = Path(__file__).resolve().parent
NETJOURNAL = (sys.executable, "-m", "netjournal")
TODAY = ("--today", LAST_DAY.isoformat())


class Run(NamedTuple):
    """One run of a process: seconds by the clock, and the most memory it held in MB."""

    seconds: float
    peak_mb: float


ENVIRONMENT = {key: v for key, v in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
"""Modules are compiled once, as after any installation."""


def run(*command: str) -> Run:
    """Runs a command to its end, as the operating system accounts for it."""
    nothing = subprocess.DEVNULL
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=nothing, stderr=nothing, env=ENVIRONMENT)
    if not hasattr(os, "wait4"):
        if process.wait():
            sys.exit(f"{command} failed")
        return Run(time.perf_counter() - started, math.nan)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command} failed")
    divisor = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(time.perf_counter() - started, usage.ru_maxrss / divisor)


def pairs(ours: tuple[str, ...], theirs: tuple[str, ...], rounds: int, clean: Path | None) -> None:
    """Runs two commands in turn and prints the ratio of each pair."""
    ratios, mine, other = [], [], []
    run(*ours)
    for _ in range(rounds):
        if clean:
            shutil.rmtree(clean, ignore_errors=True)
        mine.append(run(*ours))
        other.append(run(*theirs))
        ratios.append(mine[-1].seconds / other[-1].seconds)
    ratio = statistics.median(ratios)
    print(f"  ratio {ratio:.2f} (from {min(ratios):.2f} to {max(ratios):.2f})")
    for label, runs in (("ours", mine), ("theirs", other)):
        seconds = statistics.median(r.seconds for r in runs)
        print(f"  {label:<7} {seconds * 1000:7.0f} ms, {max(r.peak_mb for r in runs):5.0f} MB")


def measure(base: Path, contacts: int, rounds: int) -> float:
    """Prints what a vault of that size costs; returns the median seconds of a cold build."""
    vault = base / f"vault-{contacts}"
    make_vault(vault, contacts, 1000)
    build = (*NETJOURNAL, "build", str(vault), *TODAY)
    print(f"{contacts} contacts: cold build beside the plain way")
    pairs(build, (sys.executable, str(HERE / "plain_way.py"), str(vault)), rounds, vault / "review")
    print(f"{contacts} contacts: a build that changes nothing beside a cold one")
    runs = [run(*build) for _ in range(rounds)]
    print(f"  {statistics.median(r.seconds for r in runs) * 1000:.0f} ms")
    return statistics.median(r.seconds for r in runs)


def main() -> None:
    """Reads the arguments and measures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--large", action="store_true", help="also 100,000 contacts")
    chosen = arguments.parse_args()
    print("start: netjournal --help beside python -c pass")
    pairs((*NETJOURNAL, "--help"), (sys.executable, "-c", "pass"), 15, None)
    with tempfile.TemporaryDirectory() as folder:
        small = measure(Path(folder), 10_000, chosen.rounds)
        if chosen.large:
            large = measure(Path(folder), 100_000, max(1, chosen.rounds // 3))
            print(f"from 10,000 to 100,000: exponent {math.log10(large / small):.2f}")


if __name__ == "__main__":
    main()
