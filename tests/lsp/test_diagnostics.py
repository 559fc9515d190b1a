"""Problems while typing: of the open note, of others, and in what the client counts columns in."""

import asyncio
from pathlib import Path

import pytest
from editing import VAULT, write
from lsprotocol import types
from protocol import editor

DAY = "journal/2026-02-27.md"
TOM = "contacts/tom-rask.md"
WIDTHS = {"utf-8": 1, "utf-16": 2, "utf-32": 4}
CODECS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}


def units(text: str, encoding: str) -> int:
    """The length of a text as a client counts that has this encoding."""
    return len(text.encode(CODECS[encoding])) // WIDTHS[encoding]


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    write(tmp_path, VAULT)
    return tmp_path


BEFORE = {
    "nothing": "",
    "an emoji": "🎉 ",
    "an emoji of several": "👩‍👩‍👧 ",
    "a combining character": "e\u0301 ",
    "U+2028 and a form feed": "a\u2028b\x0cc ",
    "a letter of three bytes": "ﷺ日本 ",
}


@pytest.mark.parametrize("encoding", WIDTHS)
@pytest.mark.parametrize("before", BEFORE.values(), ids=BEFORE)
def test_the_range_of_a_problem_behind_any_characters(
    vault: Path, encoding: str, before: str
) -> None:
    async def run() -> None:
        async with editor(vault, encoding=encoding) as one:
            text = f"first\n{before}[[Nobody Here]] 🎉\n"
            uri = one.open(vault / "journal/2026-03-01.md", text)
            (problem,) = await one.problems(uri, "NJ101")
            start = units(before, encoding)
            assert problem.range == types.Range(
                types.Position(1, start),
                types.Position(1, start + units("[[Nobody Here]]", encoding)),
            )
            assert problem.source == "netjournal"
            assert problem.severity == types.DiagnosticSeverity.Warning

    asyncio.run(run())


def test_the_client_chooses_how_to_count_and_utf_16_is_usual(vault: Path) -> None:
    async def run(encoding: str | None, chosen: str) -> None:
        async with editor(vault, encoding=encoding) as one:
            uri = one.open(vault / "journal/2026-03-01.md", "🎉 [[Nobody]]\n")
            (problem,) = await one.problems(uri, "NJ101")
            assert problem.range.start.character == units("🎉 ", chosen)

    asyncio.run(run(None, "utf-16"))
    asyncio.run(run("utf-8", "utf-8"))


def test_problems_come_and_go_with_what_is_typed(vault: Path) -> None:
    async def run() -> None:
        async with editor(vault) as one:
            uri = one.open(vault / DAY, VAULT[DAY])
            one.type(uri, "- Met [[priya-ramen]].\n")
            (problem,) = await one.problems(uri, "NJ101")
            assert "\n" in problem.message
            one.type(uri, "- Met [[priya-raman]].\n")
            await one.problems(uri)

    asyncio.run(run())


def test_lines_that_end_with_two_characters(vault: Path) -> None:
    async def run() -> None:
        async with editor(vault) as one:
            uri = one.open(
                vault / TOM, "---\r\nname: Tom\r\nrelationship: aly\r\n---\r\n[[No]]\r\n"
            )
            first, second = await one.problems(uri, "NJ209", "NJ101")
            assert first.range == types.Range(types.Position(2, 14), types.Position(2, 17))
            assert second.range == types.Range(types.Position(4, 0), types.Position(4, 6))

    asyncio.run(run())


def test_a_change_of_one_note_changes_the_problems_of_another(vault: Path) -> None:
    async def run() -> None:
        async with editor(vault) as one:
            day = one.open(vault / DAY, VAULT[DAY])
            tom = one.open(vault / TOM, VAULT[TOM])
            one.type(tom, "---\nname: Tom Lund\n---\n")
            await one.problems(day, "NJ101")
            one.type(tom, VAULT[TOM])
            await one.problems(day)
            one.type(tom, "---\nname: Tom Lund\n---\n")
            await one.problems(day, "NJ101")
            one.close(tom)
            await one.problems(day)

    asyncio.run(run())


def test_a_problem_in_a_note_that_isnt_open_is_told_as_well(vault: Path) -> None:
    write(vault, {"contacts/odd.md": "---\nrelationship: aly\n---\n"})

    async def run() -> None:
        async with editor(vault) as one:
            await one.problems((vault / "contacts/odd.md").as_uri(), "NJ209")

    asyncio.run(run())


def test_another_program_changes_adds_and_removes_notes(vault: Path) -> None:
    async def run() -> None:
        async with editor(vault) as one:
            day = one.open(vault / DAY, VAULT[DAY])
            await one.ready(day)
            write(vault, {TOM: "---\nname: Tom Lund\n---\n"})
            await one.problems(day, "NJ101")
            (vault / TOM).unlink()
            write(vault, {"contacts/new.md": VAULT[TOM]})
            await one.problems(day)

    asyncio.run(run())


def test_a_client_may_say_that_files_have_changed(vault: Path) -> None:
    async def run() -> None:
        async with editor(vault) as one:
            day = one.open(vault / DAY, VAULT[DAY])
            await one.ready(day)
            write(vault, {TOM: "---\nname: Tom Lund\n---\n"})
            one.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([]))
            await one.problems(day, "NJ101")
            write(vault, {TOM: VAULT[TOM]})
            one.save(day)
            await one.problems(day)

    asyncio.run(run())


def test_changed_settings_count_at_once(vault: Path) -> None:
    async def run() -> None:
        async with editor(vault) as one:
            uri = one.open(vault / TOM, "---\nname: Tom\nhow-often: sometimes\n---\n")
            await one.ready(uri)
            write(vault, {"netjournal.toml": '[fields]\nhow-often = "cadence"\n'})
            await one.problems(uri, "NJ205")
            write(vault, {"netjournal.toml": "[fields\n"})
            settings = (vault / "netjournal.toml").as_uri()
            assert await one.until(lambda: one.diagnostics.get(settings))

    asyncio.run(run())


def test_a_file_that_was_never_saved_and_one_that_is_no_note(vault: Path) -> None:
    async def run() -> None:
        async with editor(vault) as one:
            new = one.open(vault / "contacts/new.md", "---\nname: Ana\nrelationship: aly\n---\n")
            await one.problems(new, "NJ209")
            page = one.open(vault / "review/today.md", "[[Nobody]]\n")
            await one.problems(page)
            one.close(new)
            await one.problems(new)

    asyncio.run(run())


def test_an_address_in_the_clients_own_spelling_is_used_again(vault: Path) -> None:
    file = vault / "contacts/an a.md"

    async def run() -> None:
        async with editor(vault) as one:
            uri = (vault / "contacts/x").as_uri().removesuffix("x") + "%61n%20a.md"
            document = types.TextDocumentItem(uri, "markdown", 1, "---\nrelationship: aly\n---\n")
            one.client.text_document_did_open(types.DidOpenTextDocumentParams(document))
            await one.problems(uri, "NJ209")
            assert file.as_uri() not in one.diagnostics

    asyncio.run(run())
