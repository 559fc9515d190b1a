"""What open pages are told of a rebuild."""

from pathlib import Path

import pytest

from netjournal.app.build import Built
from netjournal.app.watch import Rebuilt
from netjournal.model.config import BuildSettings, Config
from netjournal.model.diagnostic import Diagnostic, Severity
from netjournal.vault.taxonomy import default_taxonomy
from netjournal.vault.writer import Written
from netjournal.web.news import Problem, State
from netjournal.web.telling import state_after

ROOT = Path("/net")
DEFAULTS = BuildSettings()
BEFORE = State("net", "11:00", problems=(Problem("a", "b", ""),), taken=frozenset({"a.md"}))
INFO, WARNING, ERROR = (
    Diagnostic("NJ000", severity, path, 3, 5, f"{severity} here")
    for severity, path in (
        (Severity.INFO, "contacts/ana.md"),
        (Severity.WARNING, "contacts/ana b.md"),
        (Severity.ERROR, "netjournal.toml"),
    )
)


def rebuilt(*problems: Diagnostic, settings: BuildSettings = DEFAULTS) -> Rebuilt:
    config = Config(default_taxonomy(), build=settings)
    built = Built(Written((), (), 0, ()), (), problems)
    taken = frozenset({"contacts/ana.md", "contacts/ana b.md"})
    return Rebuilt((), built, "", (), (), 0.0, config, taken)


def test_build_gives_its_time_its_problems_and_the_files_that_may_be_shown() -> None:
    state = state_after(BEFORE, rebuilt(INFO, WARNING, ERROR), ROOT, "12:00")
    assert (state.built, state.trouble) == ("12:00", "")
    assert state.taken == {"contacts/ana.md", "contacts/ana b.md"}
    assert state.problems == (
        Problem("netjournal.toml:3:5", "error here", ""),
        Problem("contacts/ana b.md:3:5", "warning here", "/contacts/ana%20b.md#L3"),
    )
    assert state.named == frozenset()


def test_file_that_a_problem_is_named_in_may_be_shown_if_it_is_one(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts" / "ana 2.md").write_text("A copy")
    copy, folder = (
        Diagnostic("NJ000", Severity.WARNING, path, 1, 1, "odd")
        for path in ("contacts/ana 2.md", "contacts")
    )
    state = state_after(BEFORE, rebuilt(copy, folder), tmp_path, "12:00")
    assert state.named == {"contacts/ana 2.md"}
    assert [each.address for each in state.problems] == ["/contacts/ana%202.md", ""]


def test_pages_of_a_vault_that_is_gone_had_better_stay() -> None:
    gone = rebuilt()._replace(built=None, error="the vault is gone", is_away=True)
    away = state_after(BEFORE, gone, ROOT, "12:00")
    assert away == BEFORE._replace(trouble="the vault is gone", is_away=True)
    assert not state_after(away, rebuilt(), ROOT, "12:01").is_away


def test_problem_opens_in_the_program_of_the_settings() -> None:
    state = state_after(
        BEFORE, rebuilt(ERROR, settings=BuildSettings(open_with="vscode")), ROOT, "12:00"
    )
    assert state.problems[0].address == "vscode://file/net/netjournal.toml:3"


def test_build_that_failed_leaves_what_is_shown() -> None:
    failed = rebuilt()._replace(built=None, error="the disk is full", taken=frozenset())
    assert state_after(BEFORE, failed, ROOT, "12:00") == BEFORE._replace(trouble="the disk is full")


@pytest.mark.parametrize("formats", [("markdown",), ()])
def test_build_without_html_is_trouble(formats: tuple[str, ...]) -> None:
    state = state_after(BEFORE, rebuilt(settings=BuildSettings(formats=formats)), ROOT, "12:00")
    assert 'add "html" to [build] formats' in state.trouble
    assert state_after(state, rebuilt(), ROOT, "12:01").trouble == ""
