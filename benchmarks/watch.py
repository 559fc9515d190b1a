"""How long a save takes to reach a page under `netjournal watch`, and what the watch costs.

`python benchmarks/watch.py` makes its own vault of 10,000 contacts. It prints the time from the
end of a save to the new page on the disk, what of it is netjournal's own work, processor time
while nothing happens, and memory after many rebuilds.
"""

import argparse
import os
import re
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import IO, NamedTuple

from make_vault import LAST_DAY, make_vault

QUIET_SECONDS = 0.6
"""Seconds between two saves, as a person takes at least."""

LONGEST = 30.0
"""Seconds after which a page has been waited for in vain."""

SURE = 3.0
"""Seconds after a save in which the watch looks at everything once more."""

_OWN_WORK = re.compile(rb", (\d+) ms$")
TODAY = ("--today", LAST_DAY.isoformat())
DUE = (LAST_DAY + timedelta(days=1)).isoformat()


class Save(NamedTuple):
    """One save: seconds until the page on the disk told of it, and those of our own work."""

    seconds: float
    own: float
    cpu: float
    """Processor seconds: as many on a busy machine as on a quiet one, more or less."""


class Watch(NamedTuple):
    """A watch of a vault in a process of its own."""

    process: "subprocess.Popen[bytes]"
    root: Path
    output: IO[bytes]

    def own_work(self) -> float:
        """The seconds that the last rebuild took, as the watch itself says."""
        self.output.seek(0)
        told = [match for line in self.output if (match := _OWN_WORK.search(line.rstrip()))]
        return int(told[-1][1]) / 1000 if told else 0.0

    def cpu_seconds(self) -> float:
        """The processor time that the watch has taken so far; Linux alone tells."""
        told = Path(f"/proc/{self.process.pid}/stat").read_text("ascii")
        fields = told.rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory_mb(self) -> float:
        """The memory that the watch holds; Linux alone tells."""
        pages = Path(f"/proc/{self.process.pid}/statm").read_text("ascii").split()[1]
        return int(pages) * resource.getpagesize() / 1024 / 1024


@contextmanager
def watching(root: Path) -> Iterator[Watch]:
    """A watch of a vault, once its first build is there."""
    command = (sys.executable, "-m", "netjournal", "watch", str(root), *TODAY)
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            (*command, "--today", LAST_DAY.isoformat()),
            stdout=output,
            stderr=output,
            env=environment,
        )
        try:
            wait((root / "review" / "today.md").exists)
            time.sleep(SURE)
            yield Watch(process, root, output)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


def wait(is_there: Callable[[], bool]) -> float:
    """Waits until something holds; gives the seconds that it took."""
    started = time.perf_counter()
    while not is_there():
        if time.perf_counter() - started > LONGEST:
            sys.exit("the page did not change")
        time.sleep(0.002)
    return time.perf_counter() - started


def save(watch: Watch, note: Path, text: str, marker: bytes) -> Save:
    """Saves a note and waits until the page `today` has the marker."""
    page = watch.root / "review" / "today.md"
    before = watch.cpu_seconds()
    note.write_text(text, encoding="utf-8")
    seconds = wait(lambda: marker in page.read_bytes())
    cpu = watch.cpu_seconds() - before
    time.sleep(QUIET_SECONDS)
    return Save(seconds, watch.own_work(), cpu)


def saves(watch: Watch, kind: str, notes: list[Path]) -> None:
    """Saves some notes with a promise that the page must tell, and prints how long it took."""
    done = []
    for number, note in enumerate(notes):
        before = note.read_text("utf-8") if note.exists() else ""
        promise = f"\n- [ ] Promise {kind} {number} to [[person-000001]] (due {DUE})\n"
        marker = f"Promise {kind} {number} ".encode()
        done.append(save(watch, note, before + promise, marker))
        if before:
            note.write_text(before, encoding="utf-8")
        else:
            note.unlink()
        time.sleep(QUIET_SECONDS if before else SURE)
    print(f"  {kind}: to the page {told([each.seconds for each in done])}")
    print(f"  {kind}: own work {told([each.own for each in done])}")
    cpu = statistics.mean(each.cpu for each in done)
    print(f"  {kind}: {1000 * cpu:.0f} ms of processor time a save")


def told(seconds: list[float]) -> str:
    """The median and the 95th percentile of some times."""
    ordered = sorted(seconds)
    high = ordered[min(len(ordered) - 1, round(0.95 * (len(ordered) - 1)))]
    return f"{1000 * statistics.median(ordered):.0f} ms, 95th percentile {1000 * high:.0f} ms"


def idle(watch: Watch, seconds: float) -> None:
    """Prints the share of a processor that the watch takes while nothing happens."""
    time.sleep(SURE)
    before = watch.cpu_seconds()
    time.sleep(seconds)
    share = (watch.cpu_seconds() - before) / seconds
    print(f"  idle: {100 * share:.2f} % of one processor over {seconds:.0f} s")


def many_rebuilds(watch: Watch, count: int) -> None:
    """Prints the memory that the watch holds as it rebuilds again and again."""
    note = watch.root / "contacts" / "person-000002.md"
    text = note.read_text("utf-8")
    held = []
    for number in range(count):
        marker = f"Promise number {number} "
        save_quickly(watch, note, f"{text}\n- [ ] {marker}(due {DUE})\n", marker.encode())
        if number in {0, count // 10, count // 2, count - 1}:
            held.append(f"{watch.memory_mb():.0f} MB after {number + 1:,}")
    print(f"  memory: {', '.join(held)} rebuilds")


def save_quickly(watch: Watch, note: Path, text: str, marker: bytes) -> None:
    """Saves a note and waits for the page, and for nothing else."""
    page = watch.root / "review" / "today.md"
    note.write_text(text, encoding="utf-8")
    wait(lambda: marker in page.read_bytes())


def main() -> None:
    """Reads the arguments and measures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--contacts", type=int, default=10_000)
    arguments.add_argument("--saves", type=int, default=40)
    arguments.add_argument("--rebuilds", type=int, default=200)
    arguments.add_argument("--idle", type=float, default=20)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "vault"
        make_vault(root, chosen.contacts, 1000)
        contacts = sorted((root / "contacts").glob("*.md"))[3 :: max(1, chosen.contacts // 50)]
        days = sorted((root / "journal").glob("*.md"))[-chosen.saves :]
        few = max(3, chosen.saves // 8)
        print(f"{chosen.contacts} contacts")
        with watching(root) as watch:
            saves(watch, "contact", contacts[: chosen.saves])
            saves(watch, "journal", days)
            saves(watch, "new-contact", [root / "contacts" / f"new-{n}.md" for n in range(few)])
            saves(
                watch, "new-day", [root / "journal" / f"2026-12-{n + 1:02d}.md" for n in range(few)]
            )
            if Path("/proc/self/stat").exists():
                idle(watch, chosen.idle)
                many_rebuilds(watch, chosen.rebuilds)


if __name__ == "__main__":
    main()
