"""Links of a note that lead elsewhere from now on, in whatever form they are written."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import quote, unquote

from yaml.nodes import Node, ScalarNode

from netjournal.model.contact import Link
from netjournal.model.fields import FieldType
from netjournal.notes.links import path_of, path_span, written_links
from netjournal.notes.linkvalues import between_commas
from netjournal.notes.splicing.entries import read_body
from netjournal.notes.splicing.facts import Facts, facts_of, new_problem
from netjournal.notes.splicing.head import Entry, Head, children_of, read_head
from netjournal.notes.splicing.note import Note, Opened, Refusal, Splice, open_note, spliced
from netjournal.notes.splicing.quoting import quoted, written

Retarget = Callable[[Link], str | None]
"""Gives what a link is to name instead; None for a link that stays as it is.

For a Markdown link, and only for that, it is a path relative to the note.
"""

_UNSAFE = re.compile(r'[\s()<>\\"%#?\[\]`\x00-\x1f\x7f]')
_UNSAFE_POINTED = re.compile(r"[<>\\%#?\n`\x00-\x1f\x7f]")
_DEFINITION = re.compile(
    r"^ {0,3}\[(?!\^)(?P<label>[^\[\]\n]+)\]:[ \t]+(?:<(?P<pointed>[^<>\n]*)>|(?P<bare>[^\s<]\S*))",
    re.MULTILINE,
)
"""Where the links `[text][label]` lead."""
_NOT_IN_WIKILINKS = re.compile(r"[\[\]|#`\n^\\]")
_PEOPLE = (FieldType.LINK, FieldType.LINKS)


class Occurrence(NamedTuple):
    """A link as it stands in a note: where its target is typed, and how to type another."""

    start: int
    end: int
    link: Link
    retyped: Callable[[str], str | None]
    """The text for another target; None when it can't be one."""


def rewrite_links(note: Note, retarget: Retarget) -> Note | Refusal:
    """The note with links that lead elsewhere: wikilinks, Markdown links, embeds, in fields too.

    Headings, aliases and titles in them stay, and so does what stands in code or in a comment. The
    same note when no link changes.
    """
    opened = open_note(note, "")
    if isinstance(opened, Refusal):
        return opened
    found = occurrences(opened)
    if isinstance(found, Refusal):
        return found
    splices = []
    expected = []
    for each in found:
        target = retarget(each.link)
        expected.append((target if target is not None else each.link.target, each.link.is_path))
        if target is None or target == each.link.target:
            continue
        typed = each.retyped(target)
        if typed is None:
            by_hand = f"write a link to {target} on line {each.link.line}"
            return opened.refusal(each.start, f"a link can't name {target}", by_hand)
        splices.append(Splice(each.start, each.end, typed))
    if not splices:
        return note
    changed = spliced(opened, splices)
    reason = _difference(note, changed, expected)
    return opened.refusal(splices[0].start, reason) if reason else changed


def links_of(note: Note) -> tuple[Link, ...] | Refusal:
    """Every link that `rewrite_links` can change, in order of place."""
    opened = open_note(note, "")
    found = opened if isinstance(opened, Refusal) else occurrences(opened)
    return found if isinstance(found, Refusal) else tuple(each.link for each in found)


def occurrences(opened: Opened) -> list[Occurrence] | Refusal:
    """The links of a note, embeds as well, in order of place."""
    inside = list(_in_body(opened))
    if opened.block is None:
        return inside
    head = read_head(opened, "")
    if isinstance(head, Refusal):
        # What can't be read links nobody, unless it looks as if it did.
        return head if "[[" in opened.block.text or "](" in opened.block.text else inside
    return [*_in_head(head), *inside]


def _in_body(opened: Opened) -> Iterator[Occurrence]:
    reading = read_body(opened)
    plain, shift = reading.plain, opened.body_start
    definitions = [
        (match.start(), match, match.span("label"), True) for match in _DEFINITION.finditer(plain)
    ]
    found = [*written_links(plain), *definitions]
    for start, match, label, is_path in sorted(found, key=lambda each: each[1].start()):
        if start and plain[start - 1] == "\\":
            continue
        text = " ".join(reading.shown[slice(*label)].split()) if label[1] > 0 else ""
        if is_path:
            first, last = path_span(match)
            target, retyped = path_of(plain[first:last]), _path_typing(match)
        else:
            first, last = _trimmed(plain, *match.span(1))
            if label[1] > 0 and plain[last - 1] == "\\":
                last -= 1
            target, retyped = plain[first:last], _in_wikilink
        if target and "://" not in target:
            line, column = reading.place_in_text(start)
            link = Link(target, text or target, line, column, is_path)
            yield Occurrence(shift + first, shift + last, link, retyped)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the white space at its ends."""
    typed = text[start:end]
    return start + len(typed) - len(typed.lstrip()), start + len(typed.rstrip())


def _in_wikilink(target: str) -> str | None:
    is_name = target and target == target.strip() and not _NOT_IN_WIKILINKS.search(target)
    return target if is_name else None


def _path_typing(match: re.Match[str]) -> Callable[[str], str | None]:
    """How a path is typed in the place of one that a destination names."""
    is_pointed = match["pointed"] is not None
    typed = match.string[slice(*path_span(match))]
    unsafe = _UNSAFE_POINTED if is_pointed else _UNSAFE
    encodes_all = unquote(typed) != typed and not unquote(typed).isascii() and typed.isascii()

    def retyped(path: str) -> str:
        if encodes_all:
            path = quote(path, safe="/!$&'*+,;=:@~-_.()")
            return re.sub(r"[()]", lambda sign: quote(sign[0], safe=""), path)
        return unsafe.sub(lambda sign: quote(sign[0], safe=""), path)

    return retyped


def _in_head(head: Head) -> Iterator[Occurrence]:
    for entry in head.entries:
        known = head.known(entry.key)
        names_people = known is not None and known.type in _PEOPLE
        for node in _scalars(head, entry):
            yield from _in_value(head, node, names_people=names_people)


def _scalars(head: Head, entry: Entry) -> Iterator[Node]:
    """The texts in a value; links that YAML takes for lists are texts."""
    waiting = [entry.value]
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if head.is_text(node):
            yield node
        else:
            waiting += reversed(list(children_of(node)))


def _in_value(head: Head, node: Node, *, names_people: bool) -> Iterator[Occurrence]:
    start, end = head.place(node), head.end(node)
    text = head.opened.text
    style = node.style if isinstance(node, ScalarNode) else None
    typed = text[start:end]
    line, column = head.opened.line_of(start), start - text.rfind("\n", 0, start)
    found = [each for each in written_links(typed) if not typed.startswith("\\", each[0] - 1)]
    for _, match, label, is_path in found:
        first, last = path_span(match) if is_path else _trimmed(typed, *match.span(1))
        target = path_of(typed[first:last]) if is_path else _untyped(typed[first:last], style)
        retyped = _path_typing(match) if is_path else _inside(style)
        if target and "://" not in target:
            shown = typed[slice(*label)] if label[1] > 0 else target
            link = Link(target, shown, line, column, is_path)
            yield Occurrence(start + first, start + last, link, retyped)
    if names_people and not found and isinstance(node, ScalarNode) and "[" not in node.value:
        yield from _named(node, start, typed, (line, column))


def _named(
    node: ScalarNode, start: int, typed: str, place: tuple[int, int]
) -> Iterator[Occurrence]:
    """People who are named without a link."""
    if node.style or "," not in typed:
        if node.value and (not node.style or node.style in "'\""):
            link = Link(node.value, node.value, *place)
            style = node.style or ""
            yield Occurrence(
                start,
                start + len(typed),
                link,
                lambda name: written(name, quote=style, in_brackets=True),
            )
        return
    offset = 0
    for name in between_commas(typed):
        offset = typed.index(name, offset)
        link = Link(name, name, *place)
        yield Occurrence(start + offset, start + offset + len(name), link, _between_commas)
        offset += len(name)


def _between_commas(name: str) -> str | None:
    return name if written(name, in_brackets=True) == name else None


def _untyped(typed: str, style: str | None) -> str:
    """What a piece of a value in quotes says."""
    if style == "'":
        return typed.replace("''", "'")
    return re.sub(r"\\([\"\\])", r"\1", typed) if style == '"' else typed


def _inside(style: str | None) -> Callable[[str], str | None]:
    """How the target of a wikilink is typed in a value with these quotes."""

    def retyped(target: str) -> str | None:
        name = _in_wikilink(target)
        return quoted(name, style)[1:-1] if name and style and style in "'\"" else name

    return retyped


def _difference(note: Note, changed: Note, expected: list[tuple[str, bool]]) -> str:
    """Why more than links would change, or they wouldn't lead where they should."""
    before, after = facts_of(note), facts_of(changed)
    opened = open_note(changed, "")
    found = opened if isinstance(opened, Refusal) else occurrences(opened)
    if before is None or after is None or isinstance(found, Refusal):
        return "the note couldn't be read after the change"
    if [(each.link.target, each.link.is_path) for each in found] != expected:
        return "the links wouldn't be read as they are meant"
    if _shape(before) != _shape(after):
        return "more than links would change"
    return new_problem(before, after)


def _shape(facts: Facts) -> object:
    """What a note says apart from texts, which hold links."""
    return (
        [(key, len(values), is_list) for key, values, is_list in facts.fields],
        [(day, kinds) for day, _, kinds, _ in facts.interactions],
        [(due, done) for _, due, done, _ in facts.promises],
        facts.body.count("\n"),
    )
