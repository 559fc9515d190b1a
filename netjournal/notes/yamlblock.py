"""Front matter that only a YAML reader can read, and what is wrong with it as YAML."""

from yaml.nodes import MappingNode, Node, ScalarNode

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.notes.fences import Block, notes_in, offset_of, swallowed
from netjournal.notes.listhashtags import without_hashtags
from netjournal.notes.nodefields import fields_of
from netjournal.notes.raw import Fields
from netjournal.notes.salvage import REFUSED, salvage
from netjournal.notes.yamlnodes import HANDLER


def read_block(block: Block, text: str, path: str) -> tuple[Block, Fields]:
    """The fields of a block, and the block: shorter when it had swallowed notes."""
    yaml, hashtags = without_hashtags(block.text, block.line, path)
    if hashtags:
        block = block._replace(text=yaml, diagnostics=(*block.diagnostics, *hashtags))
    try:
        root: Node | None = HANDLER.load(block.text)
    except REFUSED as error:
        lines = block.text.split("\n")[:-1]
        notes = notes_in(lines)
        if notes and notes[0] > 0:
            return read_block(_cut(block, *notes, text, path), text, path)
        return block, salvage(block.text, block.line, path, error)
    if isinstance(root, MappingNode):
        return block, fields_of(root, block.text, block.line, path)
    if root is None:
        return block, Fields((), () if block.diagnostics else (_empty(block, path),))
    line, column = root.start_mark.line + block.line, root.start_mark.column + 1
    what = "text" if isinstance(root, ScalarNode) else "a list"
    message = f"front matter must be `key: value` lines, and this is {what}"
    hint = "write a key before it, such as `name:`, or move it below the front matter"
    return block, Fields((), (codes.NOT_FIELDS.at(path, line, column, message, hint),))


def _cut(block: Block, body: int, notes: int, text: str, path: str) -> Block:
    """The block up to the line at which the body begins in truth; lines of the block from 0.

    `notes` is the line to name.
    """
    first = block.line - 1
    problem = swallowed(path, first + notes + 1, block.body_line - 1)
    return Block(
        "".join(line + "\n" for line in block.text.split("\n")[:body]),
        block.line,
        offset_of(text.split("\n"), first + body),
        first + body + 1,
        (*block.diagnostics, problem),
    )


def _empty(block: Block, path: str) -> Diagnostic:
    message = "the front matter is empty, so the name is taken from the heading or the file"
    return codes.EMPTY_FRONT_MATTER.at(path, block.line - 1, 1, message, "write `name: ...` in it")
