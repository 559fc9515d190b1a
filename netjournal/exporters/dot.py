"""DOT: introductions and acquaintance as a picture, for Graphviz."""

from collections.abc import Iterator

from netjournal.exporters.connections import picture
from netjournal.model.exported import Export, ExportedFile

MARK = b"// Exported by netjournal."


def write(export: Export) -> tuple[ExportedFile, ...]:
    """A directed graph: whole arrows for introductions, dashed ones for who knows whom."""
    text = "".join([f"{line}\n" for line in _lines(export)])
    return (ExportedFile("netjournal.dot", text.encode("utf-8")),)


def _lines(export: Export) -> Iterator[str]:
    nodes, arrows = picture(export)
    yield MARK.decode()
    yield "digraph netjournal {"
    yield '  graph [rankdir="LR"];'
    yield '  node [shape="box", style="rounded"];'
    for node in nodes:
        style = ', style="rounded,dashed"' if node.kind == "mentioned" else ""
        about = "".join([f", {key}={_quoted(value)}" for key, value in node.attributes])
        yield f"  {_quoted(node.id)} [label={_quoted(node.name)}{style}{about}];"
    for source, target, kind in arrows:
        style = ', style="dashed"' if kind == "knows" else ""
        yield f'  {_quoted(source)} -> {_quoted(target)} [kind="{kind}"{style}];'
    yield "}"


def _quoted(text: str) -> str:
    """A text in quotes: Graphviz reads backslashes in labels, and nothing else."""
    inside = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{inside}"'
