"""What HTML pages cost a build that changes nothing, and how many pages one changed note rewrites.

`python benchmarks/site.py` makes its own vault of 10,000 contacts; the first build takes a minute.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from build import NETJOURNAL, TODAY, run
from make_vault import make_vault


def main() -> None:
    """Reads the arguments and measures."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--contacts", type=int, default=10_000)
    arguments.add_argument("--rounds", type=int, default=5)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        both, plain = Path(folder) / "both", Path(folder) / "plain"
        for vault, formats in ((both, '"markdown", "html"'), (plain, '"markdown"')):
            make_vault(vault, chosen.contacts, 1000)
            (vault / "netjournal.toml").write_text(f"[build]\nformats = [{formats}]\n", "utf-8")
        builds = [(*NETJOURNAL, "build", str(vault), *TODAY) for vault in (both, plain)]
        print(f"{chosen.contacts} contacts: first build {run(*builds[0]).seconds:.1f} s")
        run(*builds[1])
        ratios = [run(*builds[0]).seconds / run(*builds[1]).seconds for _ in range(chosen.rounds)]
        print(f"  nothing changed, beside Markdown only: ratio {statistics.median(ratios):.2f}")
        note = sorted((both / "contacts").glob("*.md"))[1]
        with note.open("a", encoding="utf-8") as text:
            text.write("\nPlays the cello.\n")
        told = subprocess.run(builds[0], capture_output=True, check=True, text=True).stdout
        pages = [line for line in told.splitlines() if line.startswith("wrote ")]
        print("  one changed note:", *pages, sep="\n    ")


if __name__ == "__main__":
    sys.exit(main())
