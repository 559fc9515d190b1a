"""What every test may use: golden files, and how hypothesis looks for counterexamples."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browsers import chromium
from building import Golden
from hypothesis import settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if "CI" in os.environ else "default")


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option that rewrites golden files instead of comparing with them."""
    parser.addoption(
        "--golden-update",
        action="store_true",
        help="write the golden files anew; read the difference before committing it",
    )


def pytest_configure() -> None:
    """Lets Ctrl-C reach what tests start: a script's background jobs, and all below, ignore it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _state_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keeps the tests out of the user's own folder for programs' state."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """Chromium, without a window; tests that need it are skipped where there is none."""
    # Most tests look at no page, and needn't wait for this.
    from playwright.sync_api import sync_playwright

    executable = chromium()
    if executable is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def golden(pytestconfig: pytest.Config) -> Golden:
    """The check that some output is what its golden file holds, or the writer of that file."""
    update = bool(pytestconfig.getoption("--golden-update"))

    def check(path: Path, actual: str | bytes) -> None:
        data = actual.encode("utf-8") if isinstance(actual, str) else actual
        if update:
            _write_if_changed(path, data)
            return
        assert path.is_file(), f"no golden file {path}; --golden-update writes it"
        expected = path.read_bytes()
        if isinstance(actual, str):
            assert expected.decode("utf-8") == actual, f"not as in {path}"
        else:
            assert expected == actual, f"not as in {path}"

    return check


def _write_if_changed(path: Path, data: bytes) -> None:
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
