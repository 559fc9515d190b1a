"""Two real Syncthings on this machine, which keep two folders the same."""

import os
import re
import shutil
import signal
import socket
import subprocess
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path

SECONDS = 60.0
"""How long the two may take until their folders are the same."""

_QUIET = {
    "globalAnnounceEnabled": "false",
    "localAnnounceEnabled": "false",
    "relaysEnabled": "false",
    "natEnabled": "false",
    "startBrowser": "false",
    "urAccepted": "-1",
    "crashReportingEnabled": "false",
    "autoUpgradeIntervalH": "0",
    "reconnectionIntervalS": "1",
    "setLowPriority": "false",
}
"""Options by which it asks nobody else for anything."""


def is_installed() -> bool:
    """Whether there is a Syncthing that takes the words and settings used here."""
    program = shutil.which("syncthing")
    if program is None:
        return False
    told = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    return told.stdout.startswith("syncthing v1.")


def free_ports(count: int) -> list[int]:
    """Ports of this machine on which nothing listens."""
    with ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [int(each.getsockname()[1]) for each in sockets]


class Node:
    """A Syncthing of its own, and the folder that it keeps."""

    def __init__(self, home: Path, folder: Path) -> None:
        self.home, self.folder = home, folder
        self.port, self.asked = free_ports(2)
        self._run("generate", "--no-default-folder")
        tree = ET.parse(home / "config.xml")  # noqa: S314 - Syncthing has just written it
        self.key = tree.findtext("gui/apikey", "")
        found = re.search(r"[0-9A-Z]{7}(?:-[0-9A-Z]{7}){7}", self._run("--device-id"))
        assert found is not None
        self.device = found[0]
        self._tree = tree

    def knows(self, other: "Node") -> None:
        """Writes the settings: the other one at its port, the folder, and nobody else."""
        root = self._tree.getroot()
        options = root.find("options")
        assert options is not None
        for name, value in {**_QUIET, "listenAddress": f"tcp://127.0.0.1:{self.port}"}.items():
            for old in options.findall(name):
                options.remove(old)
            ET.SubElement(options, name).text = value
        for name in ("device", "folder"):
            for old in root.findall(name):
                root.remove(old)
        folder = ET.SubElement(root, "folder")
        ET.SubElement(folder, "maxConflicts").text = "10"
        told = {"fsWatcherEnabled": "true", "fsWatcherDelayS": "1", "rescanIntervalS": "3600"}
        for name, value in {"id": "notes", "path": str(self.folder), **told}.items():
            folder.set(name, value)
        for node in (self, other):
            device = ET.SubElement(root, "device", id=node.device)
            ET.SubElement(device, "address").text = f"tcp://127.0.0.1:{node.port}"
            ET.SubElement(folder, "device", id=node.device)
        address = root.find("gui/address")
        assert address is not None
        address.text = f"127.0.0.1:{self.asked}"
        self._tree.write(self.home / "config.xml")

    @contextmanager
    def running(self) -> Iterator[None]:
        """Runs it, and ends it whatever happens."""
        words = ["syncthing", "serve", f"--home={self.home}", "--no-browser", "--no-restart"]
        with (self.home / "log").open("wb") as log:
            process = subprocess.Popen(
                [*words, "--no-upgrade"], stdout=log, stderr=log, env=self._environment()
            )
            try:
                wait_until(self._answers)
                yield
            finally:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(timeout=10)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait(timeout=10)

    def looks(self) -> None:
        """Has it look for changes now."""
        self._ask("POST", "/rest/db/scan?folder=notes")

    def pauses(self, *, on: bool) -> None:
        """Has it talk to nobody, or talk again."""
        self._ask("POST", f"/rest/system/{'pause' if on else 'resume'}")

    def _answers(self) -> bool:
        try:
            return self._ask("GET", "/rest/system/ping") == 200
        except OSError:
            return False

    def _ask(self, method: str, path: str) -> int:
        connection = HTTPConnection("127.0.0.1", self.asked, timeout=SECONDS)
        connection.request(method, path, headers={"X-API-Key": self.key})
        status = connection.getresponse().status
        connection.close()
        return status

    def _run(self, *words: str) -> str:
        done = subprocess.run(
            ["syncthing", *words, f"--home={self.home}"],
            check=True,
            capture_output=True,
            text=True,
            env=self._environment(),
        )
        return done.stdout

    def _environment(self) -> dict[str, str]:
        return {**os.environ, "HOME": str(self.home), "STNOUPGRADE": "1", "STNODEFAULTFOLDER": "1"}


@contextmanager
def pair(folder: Path, other: Path, state: Path) -> Iterator[tuple[Node, Node]]:
    """A Syncthing for each of two folders, of which the second is a copy of the first."""
    shutil.copytree(folder, other)
    for name, each in (("here", folder), ("there", other)):
        (state / name).mkdir(parents=True)
        (each / ".stfolder").mkdir()
        (each / ".stignore").write_text("/review\n/site\n")
    here, there = Node(state / "here", folder), Node(state / "there", other)
    here.knows(there)
    there.knows(here)
    with here.running(), there.running():
        yield here, there


def wait_until(is_so: Callable[[], bool]) -> None:
    """Waits until something is so; fails when it takes too long."""
    end = time.monotonic() + SECONDS
    while not is_so():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)
