"""Where the command starts."""

import gc
import os
import sys
from contextlib import suppress

from netjournal.cli.main import main


def run() -> None:
    """Runs the command, and leaves without taking its memory apart, which takes a while."""
    # A command makes records that live until it ends: looking for garbage finds none.
    gc.disable()
    try:
        main()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 1
        for stream in (sys.stdout, sys.stderr):
            # What could not be written has been told, or there is nobody to tell.
            with suppress(OSError, AttributeError):
                stream.flush()
        os._exit(status)


if __name__ == "__main__":
    run()
