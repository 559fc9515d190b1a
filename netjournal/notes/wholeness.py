"""Whether a note looks as its writer left it, and not as a program is just writing it."""

from netjournal.model import codes
from netjournal.model.source import Source
from netjournal.notes.decode import decode
from netjournal.notes.fences import find_block
from netjournal.notes.frontmatter import read_front_matter

_DAMAGED = frozenset({codes.EMPTY_FILE.code, codes.DAMAGED_FILE.code, codes.WRONG_ENCODING.code})


def looks_whole(source: Source) -> bool:
    """False for an empty or damaged note, or one whose front matter has no end.

    It may stay so: a note that is half-written now and one that was written so look alike.
    """
    decoded = decode(source)
    if any(problem.code in _DAMAGED for problem in decoded.diagnostics):
        return False
    if not decoded.text.startswith("---"):
        return True
    block = find_block(decoded.text, source.path)
    if block and not block.diagnostics:
        return True  # as nearly all: what stands in it doesn't matter
    problems = read_front_matter(decoded.text, source.path).diagnostics
    return all(problem.code != codes.UNCLOSED_FRONT_MATTER.code for problem in problems)
