"""What the words for states mean, folded away beside a table that has them."""

from collections.abc import Sequence
from typing import Final

from netjournal.model.review import Meaning
from netjournal.render.html_cells import html_sentence, html_text, state_mark

_NAMED: Final = 3
"""Words that stand on the fold itself."""


def html_legend(legend: Sequence[Meaning]) -> str:
    """A list of words and what they mean, which opens without a script; nothing without words."""
    if not legend:
        return ""
    items = [
        f"<dt>{state_mark(each.word)}</dt><dd>{html_sentence(each.text)}</dd>" for each in legend
    ]
    lines = [
        '<details class="legend">',
        f"<summary>What {_first(legend)} {'mean' if len(legend) > 1 else 'means'}</summary>",
        "<dl>",
        *items,
        "</dl>",
        "</details>",
    ]
    return "\n".join(lines)


def _first(legend: Sequence[Meaning]) -> str:
    words = [html_text(each.word.replace("-", " ")) for each in legend]
    return ", ".join(words[:_NAMED]) + (" …" if len(words) > _NAMED else "")
