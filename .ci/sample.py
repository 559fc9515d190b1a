"""Sets up netjournal in `.venv` and builds the sample vault: `python3 .ci/sample.py`."""

from environment import ROOT, python, run


def main() -> None:
    """Installs what is needed, builds the sample, and says what to open."""
    executable = python()
    run(executable, "-m", "pip", "install", "--quiet", ".")
    run(executable.parent / "netjournal", "build", ROOT / "sample-vault")


if __name__ == "__main__":
    main()
