"""Names for the lines of a note that is shown as HTML, so that a link can lead to one."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from netjournal.notes.hidden import comments

if TYPE_CHECKING:
    from markdown_it.token import Token

LineName = Callable[[int], str]
"""What the line with a number is called, in letters and digits."""

_NAMED = frozenset({"paragraph_open", "heading_open", "list_item_open", "fence", "code_block"})


def line_numbers(body: str, first: int) -> Sequence[int]:
    """The line in the note of each line that is left of a body without its comments.

    `first` is the line at which the body begins.
    """
    spans = [(0, 0), *comments(body), (len(body), len(body))]
    numbers = [line := first]
    for (start, end), (next_start, _) in pairwise(spans):
        line += body.count("\n", start, end)
        kept = body.count("\n", end, next_start)
        numbers += range(line + 1, line + kept + 1)
        line += kept
    return numbers


def name_lines(tokens: Sequence["Token"], numbers: Sequence[int], name: LineName) -> None:
    """Names each block by its first line, and each further line of a paragraph by itself."""
    named: set[int] = set()
    for token in tokens:
        if token.map is None or token.map[0] >= len(numbers):
            continue
        if token.type in _NAMED and not token.hidden and token.map[0] not in named:
            named.add(token.map[0])
            token.attrSet("id", name(numbers[token.map[0]]))
        if token.children:
            further = numbers[token.map[0] + 1 : token.map[1]]
            token.children = list(_with_names(token.children, [name(line) for line in further]))


def _with_names(tokens: Sequence["Token"], names: Sequence[str]) -> Iterator["Token"]:
    left = iter(names)
    for token in tokens:
        yield token
        if token.type in {"softbreak", "hardbreak"} and (name := next(left, "")):
            yield _place(token, name)


def _place(like: "Token", name: str) -> "Token":
    place = like.copy()
    place.type, place.tag = "html_inline", ""
    place.content = f'<span id="{name}"></span>'
    return place
