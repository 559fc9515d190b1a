"""What an editor asks about notes, through the protocol."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import unquote

import pytest
from editing import VAULT, write
from lsprotocol import types
from protocol import Editor, editor, within
from pygls.exceptions import JsonRpcException

from netjournal.lsp.acting import NEW_CONTACT

DAY = "journal/2026-02-27.md"
NEW_DAY = "journal/2026-03-01.md"
TOM = "contacts/tom-rask.md"
PRIYA = "contacts/priya-raman.md"


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    root = tmp_path / "vault"
    write(root, VAULT)
    return root


def with_editor(*folders: Path, act: Callable[[Editor], Awaitable[None]]) -> None:
    """Lets somebody act in an editor."""

    async def run() -> None:
        async with editor(*folders) as one:
            await act(one)

    asyncio.run(run())


def applied(text: str, edit: types.TextEdit | types.InsertReplaceEdit | None) -> str:
    """A text of plain letters after an edit."""
    assert isinstance(edit, types.TextEdit)
    rows = text.split("\n")

    def offset(at: types.Position) -> int:
        return sum(len(row) + 1 for row in rows[: at.line]) + at.character

    return text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]


def test_somebody_is_completed_and_the_text_is_right(vault: Path) -> None:
    async def act(one: Editor) -> None:
        text = "# Day\n\n- Met [[pri and more\n"
        uri = one.open(vault / NEW_DAY, text)
        (item,) = await one.complete(uri, 2, len("- Met [[pri"))
        assert (item.label, item.kind) == ("Priya Raman", types.CompletionItemKind.Reference)
        assert item.detail == "First National Bank"
        assert applied(text, item.text_edit) == text.replace("pri", "priya-raman|Priya Raman]]", 1)

    with_editor(vault, act=act)


def test_what_is_completed_behind_an_emoji_begins_behind_it(vault: Path) -> None:
    async def act(one: Editor) -> None:
        uri = one.open(vault / NEW_DAY, "🎉 e\u0301 @pri 🎉\n")
        (item,) = await one.complete(uri, 0, 10)
        assert isinstance(item.text_edit, types.TextEdit)
        assert item.text_edit.range == types.Range(types.Position(0, 7), types.Position(0, 10))
        (sign,) = item.additional_text_edits or ()
        assert sign == types.TextEdit(
            types.Range(types.Position(0, 6), types.Position(0, 7)), new_text=""
        )
        assert (await one.complete(uri, 0, 1)) == []

    with_editor(vault, act=act)


def test_no_client_drops_what_was_found_by_another_name_or_mixes_the_order(vault: Path) -> None:
    async def act(one: Editor) -> None:
        uri = one.open(vault / NEW_DAY, "[[zoe\n[[\n")
        (zoe,) = await one.complete(uri, 0, 5)
        assert (zoe.label, (zoe.filter_text or zoe.label)[:3]) == ("Zoë Abe", "zoe")
        found = await one.complete(uri, 1, 2)
        assert [each.label for each in sorted(found, key=lambda each: each.sort_text or "")] == [
            each.label for each in found
        ]
        at = types.CompletionParams(types.TextDocumentIdentifier(uri), types.Position(1, 2))
        listed = await within(one.client.text_document_completion_async(at))
        assert isinstance(listed, types.CompletionList)
        assert listed.is_incomplete

    with_editor(vault, act=act)


def test_hover_tells_of_a_contact_and_names_its_range(vault: Path) -> None:
    async def act(one: Editor) -> None:
        uri = one.open(vault / NEW_DAY, "🎉 [[priya-raman|P.]] #gave\n")
        told = await one.hover(uri, 0, 6)
        assert told is not None
        assert isinstance(told.contents, types.MarkupContent)
        assert told.contents.value.startswith("**Priya Raman**, First National Bank")
        assert told.range == types.Range(types.Position(0, 3), types.Position(0, 21))
        assert await one.hover(uri, 0, 1) is None
        gave = await one.hover(uri, 0, 25)
        assert gave is not None
        assert gave.range is None

    with_editor(vault, act=act)


def test_places_symbols_folds_and_links(vault: Path) -> None:
    async def act(one: Editor) -> None:
        text = (
            "# Day\n\n- Met [[Tom Rask]] and\n  [Kim](../contacts/home/kim.md)\n- [[kim]] [[no]]\n"
        )
        uri = one.open(vault / NEW_DAY, text)
        document = types.TextDocumentIdentifier(uri)
        at = types.Position(2, 9)
        client = one.client
        assert await one.leads_to(uri, 2, 9) == [(vault / TOM).as_uri()]
        context = types.ReferenceContext(include_declaration=False)
        found = await within(
            client.text_document_references_async(types.ReferenceParams(context, document, at))
        )
        assert [each.uri.rpartition("/")[2] for each in found or []] == [
            "priya-raman.md",
            "2026-02-27.md",
            "2026-03-01.md",
        ]
        (heading,) = (
            await within(
                client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
            )
            or []
        )
        assert isinstance(heading, types.DocumentSymbol)
        assert heading.name == "Day"
        assert [each.name for each in heading.children or []] == [
            "2026-03-01 Met Tom Rask and Kim",
            "2026-03-01 kim no",
        ]
        folds = await within(
            client.text_document_folding_range_async(types.FoldingRangeParams(document))
        )
        assert [(each.start_line, each.end_line) for each in folds or []] == [(0, 4), (2, 3)]
        links = await within(
            client.text_document_document_link_async(types.DocumentLinkParams(document))
        )
        assert [(each.target or "").rpartition("/")[2] for each in links or []] == [
            "tom-rask.md",
            "kim.md",
        ]

    with_editor(vault, act=act)


def test_contacts_by_name_and_the_line_above_a_note(vault: Path) -> None:
    async def act(one: Editor) -> None:
        uri = one.open(vault / PRIYA, VAULT[PRIYA])
        await one.ready(uri)
        found = await within(one.client.workspace_symbol_async(types.WorkspaceSymbolParams("pri")))
        assert [each.name for each in found or []] == ["Priya Raman"]
        document = types.TextDocumentIdentifier(uri)
        (lens,) = (
            await within(one.client.text_document_code_lens_async(types.CodeLensParams(document)))
            or []
        )
        assert lens.command is not None
        assert lens.command.title.startswith("In touch: last contact 2 days ago")
        arguments = lens.command.arguments
        await within(
            one.client.workspace_execute_command_async(
                types.ExecuteCommandParams(lens.command.command, arguments)
            )
        )
        await one.until(lambda: one.messages)
        assert one.messages[0].message.startswith("Priya Raman")

    with_editor(vault, act=act)


def test_an_action_is_an_edit_of_the_lines_that_differ(vault: Path) -> None:
    async def act(one: Editor) -> None:
        text = "---\nname: Ana\nrelationship: aly\n---\n- [ ] Write"
        uri = one.open(vault / "contacts/ana.md", text)
        action = (await one.actions(uri, 2, 15))["Change 'aly' to 'ally'"]
        assert (action.kind, action.is_preferred) == (types.CodeActionKind.QuickFix, True)
        assert [each.code for each in action.diagnostics or []] == ["NJ209"]
        assert action.edit is not None
        (edit,) = (action.edit.changes or {})[uri]
        assert edit == types.TextEdit(
            types.Range(types.Position(2, 0), types.Position(3, 0)), "relationship: ally\n"
        )
        tick = (await one.actions(uri, 4, 0))["Tick the promise"]
        assert tick.edit is not None
        (edit,) = (tick.edit.changes or {})[uri]
        assert applied(text, edit) == text.replace("[ ]", "[x]")

    with_editor(vault, act=act)


def test_a_note_is_made_and_shown_for_somebody_who_has_none(vault: Path) -> None:
    async def act(one: Editor) -> None:
        uri = one.open(vault / NEW_DAY, "- Met [[Dora Novak]]\n")
        await one.problems(uri, "NJ101")
        await one.actions(uri, 0, 8)
        assert one.commands == ["Make a note for Dora Novak"]
        asked = types.ExecuteCommandParams(NEW_CONTACT, [vault.as_uri(), "Dora Novak"])
        await within(one.client.workspace_execute_command_async(asked))
        await one.problems(uri)
        assert "name: Dora Novak" in (vault / "contacts/dora-novak.md").read_text("utf-8")
        assert await one.until(lambda: one.shown) == [(vault / "contacts/dora-novak.md").as_uri()]

    with_editor(vault, act=act)


def test_a_contact_is_renamed_on_the_disk_with_all_links(vault: Path) -> None:
    async def act(one: Editor) -> None:
        uri = one.open(vault / DAY, VAULT[DAY])
        at = types.Position(0, VAULT[DAY].index("Tom"))
        params = types.PrepareRenameParams(types.TextDocumentIdentifier(uri), at)
        prepared = await within(one.client.text_document_prepare_rename_async(params))
        assert isinstance(prepared, types.PrepareRenamePlaceholder)
        assert prepared.placeholder == "Tom Rask"
        assert prepared.range.start == at
        edit = await one.rename(uri, 0, at.character, "Tom Lund")
        assert not edit.changes
        assert not (vault / TOM).exists()
        assert "name: Tom Lund" in (vault / "contacts/tom-lund.md").read_text("utf-8")
        assert "[[Tom Lund]]" in (vault / DAY).read_text("utf-8")
        assert "[[tom-lund]]" in (vault / PRIYA).read_text("utf-8")
        await one.until(lambda: one.messages)
        assert one.messages[-1].message.startswith("Tom Rask is now called Tom Lund")
        # The editor still has the old text until it reads the file again.
        await one.problems(uri, "NJ101")
        one.type(uri, (vault / DAY).read_text("utf-8"))
        await one.problems(uri)

    with_editor(vault, act=act)


def test_why_a_contact_isnt_renamed_is_said_and_nothing_is_done(vault: Path) -> None:
    async def act(one: Editor) -> None:
        uri = one.open(vault / DAY, VAULT[DAY])
        one.type(uri, VAULT[DAY] + "more\n")
        with pytest.raises(JsonRpcException, match=f"Save {DAY} first"):
            await one.rename(uri, 0, VAULT[DAY].index("Tom"), "Tom Lund")
        with pytest.raises(JsonRpcException, match="No contact is named here"):
            await one.rename(uri, 0, 2, "Tom Lund")
        one.type(uri, VAULT[DAY])
        with pytest.raises(JsonRpcException, match="is there already"):
            await one.rename(uri, 0, VAULT[DAY].index("Tom"), "Priya Raman")
        assert (vault / TOM).read_text("utf-8") == VAULT[TOM]

    with_editor(vault, act=act)


async def everything(one: Editor, uri: str, line: int, character: int) -> list[object]:
    """The answers to every request about a position."""
    document, at = types.TextDocumentIdentifier(uri), types.Position(line, character)
    client, context = one.client, types.ReferenceContext(include_declaration=True)
    asked: list[Awaitable[object]] = [
        client.text_document_hover_async(types.HoverParams(document, at)),
        client.text_document_definition_async(types.DefinitionParams(document, at)),
        client.text_document_references_async(types.ReferenceParams(context, document, at)),
        client.text_document_document_symbol_async(types.DocumentSymbolParams(document)),
        client.text_document_folding_range_async(types.FoldingRangeParams(document)),
        client.text_document_document_link_async(types.DocumentLinkParams(document)),
        client.text_document_code_lens_async(types.CodeLensParams(document)),
        client.text_document_prepare_rename_async(types.PrepareRenameParams(document, at)),
    ]
    found = [await within(each) for each in asked]
    found.append(await one.complete(uri, line, character))
    found.append(await one.actions(uri, line, character))
    return found


def test_a_note_outside_of_any_vault_has_no_answers_and_no_errors(
    vault: Path, tmp_path: Path
) -> None:
    async def act(one: Editor) -> None:
        uri = one.open(tmp_path / "elsewhere" / "a.md", "Met [[pri\n")
        assert not any(await everything(one, uri, 0, 9))
        assert not any(await everything(one, "untitled:Untitled-1", 0, 0))
        assert await one.rename(uri, 0, 6, "X") is None
        one.type(uri, "Met [[nobody]]\n")
        one.save(uri)
        one.close(uri)
        day = one.open(vault / DAY, VAULT[DAY])
        await one.ready(day)
        assert uri not in one.diagnostics
        assert not one.messages

    with_editor(act=act)


@pytest.mark.parametrize(
    ("line", "character"), [(0, 9_999), (9_999, 0), (9_999, 9_999), (2**31 - 1, 2**31 - 1)]
)
def test_positions_far_outside_of_a_note(vault: Path, line: int, character: int) -> None:
    async def act(one: Editor) -> None:
        for text in ("", "🎉 [[tom-rask]]", VAULT[DAY]):
            uri = one.open(vault / NEW_DAY, text)
            await everything(one, uri, line, character)
        assert not one.messages

    with_editor(vault, act=act)


def test_a_file_that_was_never_opened_is_asked_about(vault: Path) -> None:
    async def act(one: Editor) -> None:
        await everything(one, (vault / DAY).as_uri(), 0, 9)
        await everything(one, (vault / "journal/not-there.md").as_uri(), 3, 9)
        await everything(one, (vault / "review/today.md").as_uri(), 0, 0)
        assert not one.messages

    with_editor(vault, act=act)


def test_two_vaults_at_once_know_nothing_of_each_other(vault: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write(other, {"netjournal.toml": "", "contacts/ana.md": "---\nname: Ana Lopez\n---\n"})

    async def act(one: Editor) -> None:
        first = one.open(vault / NEW_DAY, "[[Ana Lopez]] [[Tom Rask]]\n")
        second = one.open(other / NEW_DAY, "[[Ana Lopez]] [[Tom Rask]]\n")
        (problem,) = await one.problems(first, "NJ101")
        assert problem.range.start.character == 0
        (problem,) = await one.problems(second, "NJ101")
        assert problem.range.start.character == 14
        found = await within(one.client.workspace_symbol_async(types.WorkspaceSymbolParams("")))
        assert {each.name for each in found or []} >= {"Ana Lopez", "Tom Rask"}

    with_editor(vault, other, act=act)


def test_the_vault_that_is_named_is_the_only_one(vault: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write(other, {"netjournal.toml": "", "contacts/ana.md": "---\nname: Ana Lopez\n---\n"})

    async def run() -> None:
        async with editor(other, only=vault) as one:
            uri = one.open(other / "contacts/ana.md", "[[Nobody]]\n")
            assert not any(await everything(one, uri, 0, 3))
            day = one.open(vault / DAY, "[[Nobody]]\n")
            await one.problems(day, "NJ101")

    asyncio.run(run())


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_vault_and_a_folder_of_it_that_are_links(vault: Path, tmp_path: Path) -> None:
    (vault / "contacts").rename(tmp_path / "people")
    (vault / "contacts").symlink_to(tmp_path / "people")
    linked = tmp_path / "linked"
    linked.symlink_to(vault)

    async def act(one: Editor) -> None:
        day = one.open(linked / DAY, "- Met [[Nobody]] and [[priya-raman]].\n")
        await one.problems(day, "NJ101")
        assert await one.leads_to(day, 0, 25) == [(linked / PRIYA).as_uri()]
        priya = one.open(linked / PRIYA, "[[Nobody]]\n")
        await one.problems(priya, "NJ101", "NJ214")

    with_editor(vault, act=act)


def test_a_vault_that_is_made_later_is_found(tmp_path: Path) -> None:
    async def act(one: Editor) -> None:
        text = "[[Nobody]]\n"
        uri = one.open(tmp_path / "new/contacts/ana.md", text)
        assert await one.hover(uri, 0, 3) is None
        write(tmp_path / "new", {"netjournal.toml": "", "contacts/ana.md": text})
        one.type(uri, text)
        assert await one.until(lambda: one.diagnostics.get(uri))

    with_editor(tmp_path, act=act)


def test_only_the_actions_that_are_asked_for(vault: Path) -> None:
    async def act(one: Editor) -> None:
        uri = one.open(vault / "contacts/ana.md", "---\nrelationship: aly\n---\n- [ ] Write\n")
        document = types.TextDocumentIdentifier(uri)

        async def titles(last: int, *only: str) -> list[str]:
            asked = types.Range(types.Position(1, 0), types.Position(last, 0))
            context = types.CodeActionContext([], only=list(only) or None)
            found = await within(
                one.client.text_document_code_action_async(
                    types.CodeActionParams(document, asked, context)
                )
            )
            return [each.title for each in found or []]

        assert "Change 'aly' to 'ally'" in await titles(2)
        assert "Tick the promise" not in await titles(3)
        assert "Tick the promise" in await titles(4)
        assert await titles(4, "quickfix") == ["Change 'aly' to 'ally'"]
        assert "Change 'aly' to 'ally'" not in await titles(4, "refactor")
        assert await titles(4, "source") == []

    with_editor(vault, act=act)


def test_names_of_files_with_spaces_and_accents(vault: Path) -> None:
    async def act(one: Editor) -> None:
        file = vault / "contacts/Zoë & Ana #1.md"
        uri = one.open(file, "---\nname: Zoë Berg\n---\n")
        day = one.open(vault / NEW_DAY, "[[Zoë Berg]]\n")
        await one.problems(day)
        assert await one.leads_to(day, 0, 4) == [uri]
        assert unquote(uri).endswith("/contacts/Zoë & Ana #1.md")

    with_editor(vault, act=act)
