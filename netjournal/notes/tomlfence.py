"""Front matter in TOML, between lines of `+++`: no field of it is read."""

import re

from netjournal.model import codes
from netjournal.notes.fences import Block, offset_of

_FENCE = re.compile(r"\+{3}[ \t]*\Z")
_FIELD = re.compile(r"""[\w"'][\w \t."'-]*+=|\[""")
_LONGEST = 300
"""Lines in which the closing line is looked for."""


def toml_block(text: str, path: str) -> Block | None:
    """An empty block in the place of TOML, with a warning; None where no field or fence follows."""
    lines = text.split("\n") if text.startswith("+++") else [""]
    if not _FENCE.match(lines[0]):
        return None
    closing = next((n for n, line in enumerate(lines[1:_LONGEST], 1) if _FENCE.match(line)), 0)
    if not any(map(_FIELD.match, lines[1:closing])):
        return None
    message = "`+++` opens front matter in TOML, which is not read"
    hint = "write the fields as YAML, such as `name: ...`, between two lines of ---"
    problem = codes.ODD_FENCE.at(path, 1, 1, message, hint, width=3)
    return Block("", 2, offset_of(lines, closing + 1), closing + 2, (problem,))
