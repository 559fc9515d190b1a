"""What the storms have in common: a vault of thousands of notes."""

import shutil
from pathlib import Path

import pytest
from storming import make_vault


@pytest.fixture(scope="session")
def thousands(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault that nobody changes."""
    root = tmp_path_factory.mktemp("thousands") / "vault"
    make_vault(root)
    return root


@pytest.fixture
def root(thousands: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    shutil.copytree(thousands, tmp_path / "vault")
    return tmp_path / "vault"
