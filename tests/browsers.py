"""The browser that tests look at pages with."""

import os
import shutil


def chromium() -> str | None:
    """A browser on this machine: the one that CHROMIUM names, or an installed one."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
