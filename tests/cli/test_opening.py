"""The bar that long work shows."""

import pytest

from netjournal.cli import opening


@pytest.fixture(autouse=True)
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "is_terminal", lambda _stream: True)
    monkeypatch.setattr(opening, "SECONDS_BEFORE_A_BAR", 0.0)


@pytest.mark.parametrize(
    ("done", "total", "shown"),
    [
        (1200, 2400, "Reading [############------------] 1,200/2,400 MB"),
        (3, 2, "Reading [########################] 3/2 MB"),
        (1200, 0, "Reading 1,200 MB"),
    ],
)
def test_the_bar_says_how_much_is_done(
    done: int, total: int, shown: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with opening.progress_bar("Reading", " MB") as progress:
        assert progress
        progress(done, total)

    assert capsys.readouterr().err == f"\r{shown}\r"
