"""The text of a note as HTML that can neither run nor load anything, for the contact's page."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import unquote

from netjournal.model.addresses import is_followed
from netjournal.model.source import Source
from netjournal.notes.conflicts import without_conflicts
from netjournal.notes.decode import decode
from netjournal.notes.frontmatter import read_front_matter
from netjournal.notes.hidden import without_comments
from netjournal.notes.line_names import LineName, line_numbers, name_lines
from netjournal.notes.links import WIKILINK

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

LONGEST = 20_000
"""Characters of a note that are shown; its file has the rest."""

Addresses = Mapping[tuple[str, bool], str]
"""Where the links of a note lead: address by what is linked, and whether that is a path."""

_MOST_BRACKETS = 2_000
"""Brackets above which a note is shown as it is typed: those never closed take very long."""

_BOXES = {"[ ] ": "☐ ", "[x] ": "☑ ", "[X] ": "☑ "}
_FIELD = re.compile(r"(?<=\w)::(?=\s|$)")
"""Behind the name of an inline field: on a page, it is a colon."""

_HEADINGS_ABOVE = 2
"""Levels of headings that the page has above those of the note."""


class ShownNote(NamedTuple):
    """A note as it stands on a page."""

    html: str
    is_whole: bool
    """False for a note of which only the beginning is shown."""


def note_html(
    source: Source, addresses: Addresses, title: str = "", line_name: LineName | None = None
) -> ShownNote:
    """The text of a note below its front matter, as HTML.

    Markup in the note stays text, and comments are left out. A link leads to an address of the
    web, or to what `addresses` say; any other is its words alone, as is a picture or an embedded
    note. A heading that says the `title` once more is left out. Lines are named, if
    `line_name` says how, by their numbers in the note.
    """
    text = without_conflicts(decode(source).text, source.path).text
    head = read_front_matter(text, source.path)
    typed = text[head.body_start :] if head.present else text
    body = without_comments(typed)
    is_whole = len(body) <= LONGEST
    body = body[:LONGEST]
    if body.count("[") > _MOST_BRACKETS:
        return ShownNote(f"<pre>{escape(body)}</pre>", is_whole)
    parser = _parser()
    tokens = parser.parse(body)
    if line_name:
        first = head.body_line if head.present else 1
        name_lines(tokens, line_numbers(typed, first), line_name)
    shown = list(_without_title(tokens, title))
    _set_headings(shown)
    for place, token in enumerate(shown):
        if token.children:
            token.children = list(_safe(token.children, addresses))
            if place > 1 and shown[place - 2].type == "list_item_open":
                _tick(token.children[0] if token.children else token)
    return ShownNote(parser.renderer.render(shown, parser.options, {}).strip(), is_whole)


@cache
def _parser() -> "MarkdownIt":
    # It takes a while to import, and most commands show no note.
    from markdown_it import MarkdownIt

    parser = MarkdownIt("js-default", {"html": False, "linkify": False, "typographer": False})
    parser.inline.ruler.before("link", "wikilink", _wikilink)
    return parser


def _wikilink(state: "StateInline", silent: bool) -> bool:  # noqa: FBT001 - as the library calls it
    """Reads `[[note]]`, `[[note|words]]` and `![[note]]`, as the library reads other links."""
    is_embed = state.src.startswith("![[", state.pos)
    match = WIKILINK.match(state.src, state.pos + is_embed)
    if match is None:
        return False
    if not silent:
        target = match["target"].strip().rstrip("\\")
        words = " ".join((match["label"] or target).split())
        if not is_embed:
            state.push("link_open", "a", 1).meta = {"note": target}
        state.push("text", "", 0).content = words
        if not is_embed:
            state.push("link_close", "a", -1)
    state.pos = match.end()
    return True


def _without_title(tokens: Sequence["Token"], title: str) -> Sequence["Token"]:
    """The tokens without a heading at their beginning that says the title."""
    if len(tokens) < 3 or tokens[0].type != "heading_open":
        return tokens
    said = " ".join(tokens[1].content.split())
    return tokens[3:] if said == " ".join(title.split()) else tokens


def _set_headings(tokens: Sequence["Token"]) -> None:
    """Gives headings the levels below those of the page: one deeper than what each stands under.

    A note may begin with `## Log`, or leave a level out; who hears a page by its headings would
    look for what isn't there.
    """
    under: list[int] = []
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1])
            under = [*(above for above in under if above < level), level]
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(_HEADINGS_ABOVE + len(under), 6)}"


def _safe(tokens: Sequence["Token"], addresses: Addresses) -> Iterator["Token"]:
    """The tokens of a line, with links that lead somewhere, and without what would be loaded."""
    dropped = False
    for token in tokens:
        if token.type == "link_open":
            address = _address(token, addresses)
            dropped = not address
            token.attrs = {"href": address}
        if token.type == "text" and "::" in token.content:
            token.content = _FIELD.sub(":", token.content)
        if token.type == "image":
            token.type, token.tag = "text", ""
        if token.type not in ("link_open", "link_close") or not dropped:
            yield token


def _address(link: "Token", addresses: Addresses) -> str:
    """Where a link leads; nothing if nowhere."""
    note: Any = link.meta.get("note")
    if note is not None:
        return addresses.get((str(note), False), "")
    written = str(link.attrs.get("href", ""))
    if is_followed(written):
        return written
    return addresses.get((unquote(written.partition("#")[0]).strip(), True), "")


def _tick(first: "Token") -> None:
    """Shows the box of a task as a sign."""
    sign = _BOXES.get(first.content[:4])
    if sign and first.type == "text":
        first.content = sign + first.content[4:]
