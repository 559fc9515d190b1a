"""How long `netjournal log` and its like take with 10,000 contacts, beside Python's own start.

`python benchmarks/log.py` makes its own vault and prints the median and the 95th percentile of the
whole command, from its start to its end with the note on the disk. Seconds depend on the machine
and on what else it does; quote the ratio to `python -c pass`, which is run in turn with it.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from make_vault import make_vault

START = (sys.executable, "-c", "pass")
NETJOURNAL = (sys.executable, "-m", "netjournal")
PERSON, OTHER = "person-000003", "person-000004"
NAME, ALIAS = "Nadia Haas 3", "Nadia3"
"""Of the first of them, as `make_vault` calls them."""
COMMANDS = {
    "python -c pass": START,
    "--help": (*NETJOURNAL, "--help"),
    "log": (*NETJOURNAL, "log", PERSON, "Coffee near the station"),
    "log of two people": (*NETJOURNAL, "log", PERSON, OTHER, "Lunch by the harbour"),
    "log by name": (*NETJOURNAL, "log", NAME, "Coffee near the station"),
    "log by alias": (*NETJOURNAL, "log", ALIAS, "Coffee near the station"),
    "set": (*NETJOURNAL, "set", PERSON, "location=Rotterdam"),
    "done by name": (*NETJOURNAL, "done", NAME),
    "undo": (*NETJOURNAL, "undo"),
    "new": (*NETJOURNAL, "new", "Zelda Costa", "email=zelda@example.org"),
    "undo of new": (*NETJOURNAL, "undo"),
}
"""By what they are called in the report, in the order in which they are run."""


def seconds_of(command: tuple[str, ...], vault: Path) -> float:
    """The seconds from the start of a command in a vault to its end."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["XDG_STATE_HOME"] = str(vault.parent / "state")
    nothing = subprocess.DEVNULL
    started = time.perf_counter()
    subprocess.run(command, cwd=vault, env=environment, stdout=nothing, check=True)
    return time.perf_counter() - started


def one_round(vault: Path) -> dict[str, float]:
    """The seconds of each command, run once."""
    return {name: seconds_of(command, vault) for name, command in COMMANDS.items()}


def report(rounds: list[dict[str, float]]) -> None:
    """Prints what each command took, by the clock and beside Python's start."""
    for name in COMMANDS:
        ordered = sorted(each[name] for each in rounds)
        high = ordered[round(0.95 * (len(ordered) - 1))]
        ratio = statistics.median(each[name] / each["python -c pass"] for each in rounds)
        middle = statistics.median(ordered)
        print(f"  {name:<18}{middle * 1000:5.0f} ms, p95 {high * 1000:5.0f} ms, ratio {ratio:5.1f}")


def main() -> None:
    """Reads the arguments and measures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--contacts", type=int, default=10_000)
    arguments.add_argument("--rounds", type=int, default=30)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        vault = Path(folder) / "vault"
        make_vault(vault, chosen.contacts, 1000)
        # Each round ticks it, and takes that back.
        promise = f"- [ ] Send [[{PERSON}]] the draft\n"
        (vault / "journal" / "2026-11-25.md").write_text(promise, encoding="utf-8")
        # Modules are compiled once, as after any installation.
        one_round(vault)
        print(f"{chosen.contacts} contacts")
        report([one_round(vault) for _ in range(chosen.rounds)])


if __name__ == "__main__":
    main()
