"""Where the command starts."""

import os
import sys

from netjournal.cli.main import main


def run() -> None:
    """Runs the command, and leaves without taking its memory apart, which takes a while."""
    try:
        main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        except OSError:
            status = status or 1
        os._exit(status)


if __name__ == "__main__":
    run()
