"""What `app.editing` answers, as records of the protocol."""

from collections.abc import Sequence

from lsprotocol import types

from netjournal.app.editing.proposal import Proposal, ProposalKind, Proposals
from netjournal.app.editing.remedies import TextChange
from netjournal.lsp.positions import Ruler
from netjournal.model.diagnostic import Diagnostic, Severity
from netjournal.notes.at_cursor import Extent, lines_with_ends, width_at

SOURCE = "netjournal"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_KINDS = {
    ProposalKind.CONTACT: types.CompletionItemKind.Reference,
    ProposalKind.FIELD: types.CompletionItemKind.Field,
    ProposalKind.VALUE: types.CompletionItemKind.Value,
    ProposalKind.HASHTAG: types.CompletionItemKind.Keyword,
    ProposalKind.DAY: types.CompletionItemKind.Event,
}


def diagnostic(problem: Diagnostic, ruler: Ruler) -> types.Diagnostic:
    """A problem with its range; the hint is on a line of its own."""
    line = min(max(problem.line, 1), len(ruler.lines))
    column = problem.column if line == problem.line else 1
    width = problem.width or width_at(ruler.lines[line - 1], column)
    message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return types.Diagnostic(
        ruler.range(Extent(line, column, column + width)),
        message,
        severity=_SEVERITIES[problem.severity],
        code=problem.code,
        source=SOURCE,
    )


def completions(found: Proposals, ruler: Ruler) -> types.CompletionList:
    """The proposals as a list that is asked for again when more is typed.

    No client can filter it: it doesn't know the other names by which something is found.
    """
    span = ruler.range(Extent(found.line, found.start, found.end))
    typed = ruler.lines[found.line - 1][found.start - 1 : found.end - 1]
    items = [_item(each, span, typed, number) for number, each in enumerate(found.found)]
    if found.sign:
        # Clients compare what is typed with letters alone, so that the sign goes by itself.
        sign = ruler.range(Extent(found.line, found.start - found.sign, found.start))
        for item in items:
            item.additional_text_edits = [types.TextEdit(sign, "")]
    return types.CompletionList(is_incomplete=bool(items), items=items)


def _item(proposal: Proposal, span: types.Range, typed: str, number: int) -> types.CompletionItem:
    help_text = types.MarkupContent(types.MarkupKind.Markdown, proposal.help)
    return types.CompletionItem(
        proposal.label,
        kind=_KINDS[proposal.kind],
        detail=proposal.detail or None,
        documentation=help_text if proposal.help else None,
        sort_text=f"{number:04}",
        # What fits was found here, by aliases, without accents and in any case: no client may drop
        # it, and some compare letter by letter.
        filter_text=None if proposal.label.startswith(typed) else f"{typed} {proposal.label}",
        text_edit=types.TextEdit(span, proposal.insert),
    )


def edits(change: TextChange, ruler: Ruler) -> Sequence[types.TextEdit]:
    """A change of a text, as the replacement of the lines that differ."""
    before, after = lines_with_ends(change.before), lines_with_ends(change.after)
    start = 0
    while start < min(len(before), len(after)) and before[start] == after[start]:
        start += 1
    end = 0
    while end < min(len(before), len(after)) - start and before[-1 - end] == after[-1 - end]:
        end += 1
    text = "".join(after[start : len(after) - end])
    return [types.TextEdit(types.Range(_at(start, ruler), _at(len(before) - end, ruler)), text)]


def _at(lines: int, ruler: Ruler) -> types.Position:
    """The position behind so many lines."""
    if lines < len(ruler.lines):
        return types.Position(lines, 0)
    return ruler.position(len(ruler.lines), len(ruler.lines[-1]) + 1)
