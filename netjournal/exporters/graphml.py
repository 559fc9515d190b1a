"""GraphML: introductions and acquaintance as a graph, for networkx, Gephi, yEd and others."""

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from netjournal.exporters.connections import picture
from netjournal.model.exported import Export, ExportedFile

MARK = b"<!-- Exported by netjournal as GraphML. -->"


def write(export: Export) -> tuple[ExportedFile, ...]:
    """A directed graph; every node has a name and a kind, every edge a kind."""
    text = "".join([f"{line}\n" for line in _lines(export)])
    return (ExportedFile("netjournal.graphml", text.encode("utf-8")),)


def _lines(export: Export) -> Iterator[str]:
    nodes, arrows = picture(export)
    keys = dict.fromkeys(["name", "kind", *(key for node in nodes for key, _ in node.attributes)])
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield MARK.decode()
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for key in keys:
        yield f'  <key id="{key}" for="node" attr.name="{key}" attr.type="string"/>'
    yield '  <key id="edge-kind" for="edge" attr.name="kind" attr.type="string"/>'
    yield '  <graph id="netjournal" edgedefault="directed">'
    for node in nodes:
        yield f"    <node id={quoteattr(node.id)}>"
        for key, value in (("name", node.name), ("kind", node.kind), *node.attributes):
            yield f'      <data key="{key}">{escape(value)}</data>'
        yield "    </node>"
    for number, (source, target, kind) in enumerate(arrows, 1):
        yield f'    <edge id="e{number}" source={quoteattr(source)} target={quoteattr(target)}>'
        yield f'      <data key="edge-kind">{kind}</data>'
        yield "    </edge>"
    yield "  </graph>"
    yield "</graphml>"
