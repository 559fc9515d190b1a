"""Code actions: what can be done at a place, as changes of open texts or as commands."""

from collections.abc import Sequence
from typing import Final

from lsprotocol import types

from netjournal.app.editing.remedies import Remedy, remedies
from netjournal.lsp.answers import diagnostic, edits
from netjournal.lsp.positions import Ruler
from netjournal.lsp.vault import OpenVault

NEW_CONTACT: Final = "netjournal.newContact"
"""The command that makes a note for somebody new: the address of the vault, and the name."""


def actions(
    vault: OpenVault, path: str, asked: types.CodeActionParams, ruler: Ruler, encoding: str
) -> Sequence[types.CodeAction]:
    """What can be done in a range of a note, of the kinds that are asked for."""
    first, column = ruler.place(asked.range.start)
    last, end = ruler.place(asked.range.end)
    # What ends at the beginning of a line holds nothing of it.
    last = last - 1 if last > first and end == 1 else last
    found = remedies(vault.notes, path, first, last, column)
    made = [_action(vault, each, ruler, encoding, number) for number, each in enumerate(found)]
    only = asked.context.only
    return [each for each in made if only is None or any(_is_of(each, kind) for kind in only)]


def _is_of(action: types.CodeAction, kind: types.CodeActionKind | str) -> bool:
    """Whether an action is of a kind, or of one below it."""
    own = str(getattr(action.kind, "value", action.kind))
    asked = str(getattr(kind, "value", kind))
    return not asked or own == asked or own.startswith(f"{asked}.")


def _action(
    vault: OpenVault, remedy: Remedy, ruler: Ruler, encoding: str, number: int
) -> types.CodeAction:
    problem, change = remedy.problem, remedy.change
    edit = command = None
    if change:
        measure = Ruler(change.before, encoding)
        edit = types.WorkspaceEdit({vault.uri(change.path): list(edits(change, measure))})
    else:
        arguments = [vault.root.as_uri(), remedy.new_name]
        command = types.Command(remedy.title, NEW_CONTACT, arguments=arguments)
    return types.CodeAction(
        remedy.title,
        kind=types.CodeActionKind.QuickFix if problem else types.CodeActionKind.Refactor,
        diagnostics=[diagnostic(problem, ruler)] if problem else None,
        is_preferred=bool(problem and problem.fixes and number == 0) or None,
        edit=edit,
        command=command,
    )
