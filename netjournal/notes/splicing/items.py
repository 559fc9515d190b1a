"""A field that is a list: values added at its end, and taken out."""

import re
from collections.abc import Sequence

from yaml.nodes import MappingNode, ScalarNode, SequenceNode

from netjournal.model.names import name_key
from netjournal.notes.splicing.asked import holds_several, values_of, with_values
from netjournal.notes.splicing.fields import NO_VALUE, find_entry, is_value
from netjournal.notes.splicing.head import Entry, Head
from netjournal.notes.splicing.note import Note, Refusal, Splice
from netjournal.notes.splicing.quoting import written

_MARK = re.compile(r"[ \t]*-[ \t]+")
_EMPTY_ITEM = re.compile(r"(?<=\n)([ \t]*-)([ \t]*)(?=\n)")
_BETWEEN = re.compile(r"[ \t]*,\s*")
_COMMA = re.compile(r"\s*,")
_ENDS_LINE = re.compile(r"[ \t]*(?:[ \t]#[^\n]*)?\n")


def add_items(
    note: Note, key: str, values: Sequence[str], *, make_head: bool = False
) -> Note | Refusal:
    """The note with values added to a field, in the style in which its list is written.

    A single value becomes a list. A list that is missing is written as the note's others are.
    The same note when all the values are there already.
    """
    by_hand = f"{key}: [{', '.join(_in_brackets(values))}]"
    for value in values:
        if not is_value(value):
            return Refusal(note.source.path, 1, NO_VALUE, by_hand)
    found = find_entry(note, key, by_hand, make_head=make_head)
    if isinstance(found, Refusal):
        return found
    head, entry = found
    present = values_of(head, key)
    known = {name_key(each) for each in present}
    new = [each for each in dict.fromkeys(values) if name_key(each) not in known]
    if not new:
        return note
    if entry and isinstance(entry.value, MappingNode) and not head.is_text(entry.value):
        return head.refusal(entry, f"{entry.key} holds fields of its own", by_hand)
    splices = _added(head, entry, present, new) if entry else _new_list(head, key, new)
    return with_values(head, key, splices, [*present, *new], by_hand)


def items_of(note: Note, key: str) -> tuple[str, ...]:
    """The values of a field in the front matter; none when it isn't there, or can't be read."""
    found = find_entry(note, key, "")
    return () if isinstance(found, Refusal) else values_of(found[0], key)


def remove_items(note: Note, key: str, values: Sequence[str]) -> Note | Refusal:
    """The note without some values of a field; the same note when they aren't there."""
    by_hand = f"take {', '.join(values)} out of {key}"
    found = find_entry(note, key, by_hand)
    if isinstance(found, Refusal):
        return found
    head, entry = found
    if entry is None:
        return note
    present = values_of(head, key)
    unwanted = {name_key(each) for each in values}
    kept = [each for each in present if name_key(each) not in unwanted]
    if len(kept) == len(present):
        return note
    splices = _removed(head, entry, present, unwanted)
    if splices is None:
        reason = f"the values of {entry.key} stand closely together"
        return head.refusal(entry, reason, by_hand)
    return with_values(head, key, splices, kept, by_hand)


def _in_brackets(values: Sequence[str]) -> list[str]:
    return [written(each, in_brackets=True) for each in values]


def _as_lines(prefix: str, values: Sequence[str]) -> str:
    return "".join(f"{prefix}{written(each)}\n" for each in values)


def _style_of_lists(head: Head) -> str:
    """What stands before the items of the note's lists; empty when they are in brackets."""
    for entry in head.entries:
        if isinstance(entry.value, SequenceNode) and not head.is_text(entry.value):
            return "" if entry.value.flow_style else _prefix(head, entry.value)
    return ""


def _prefix(head: Head, items: SequenceNode) -> str:
    """What stands before the last item of a list below its key."""
    place = head.place(items.value[-1]) if items.value else 0
    text = head.opened.text
    return text[text.rfind("\n", 0, place) + 1 : place]


def _new_list(head: Head, key: str, values: Sequence[str]) -> list[Splice]:
    prefix, indent = _style_of_lists(head), head.indent()
    if prefix:
        text = f"{indent}{key}:\n{_as_lines(prefix, values)}"
    else:
        text = f"{indent}{key}: [{', '.join(_in_brackets(values))}]\n"
    place = head.end_of_fields()
    return [Splice(place, place, text)]


def _added(head: Head, entry: Entry, present: Sequence[str], new: Sequence[str]) -> list[Splice]:
    node = entry.value
    if isinstance(node, SequenceNode) and not head.is_text(node):
        return _in_list(head, node, new) if node.flow_style else _below(head, entry, node, new)
    if not present:
        return _for_nothing(head, entry, new)
    typed = head.opened.text[entry.value_start : entry.value_end]
    if len(present) > 1 or (isinstance(node, ScalarNode) and node.style in ("|", ">")):
        return _behind_commas(head, entry, present, new)
    is_simple = isinstance(node, ScalarNode) and not set(typed) & set(",[]{}\n")
    old = typed if is_simple or typed[0] in "'\"" else _in_brackets(present)[0]
    text = f"[{', '.join([old, *_in_brackets(new)])}]"
    return [Splice(entry.value_start, entry.value_end, text)]


def _behind_commas(
    head: Head, entry: Entry, present: Sequence[str], new: Sequence[str]
) -> list[Splice]:
    """More values behind several that stand in one, or a list in their place if they need one."""
    end = entry.value_end
    if holds_several(head.known(entry.key)) and all(
        written(each, in_brackets=True) == each for each in new
    ):
        return [Splice(end, end, "".join(f", {each}" for each in new))]
    text = f"[{', '.join(_in_brackets([*present, *new]))}]"
    return [Splice(entry.value_start, end, text)]


def _for_nothing(head: Head, entry: Entry, new: Sequence[str]) -> list[Splice]:
    """A list behind a key without a value, or in the place of what means nothing."""
    prefix = _style_of_lists(head)
    nothing = Splice(entry.colon, entry.value_end, "")
    if prefix:
        end = head.opened.text.find("\n", entry.value_end) + 1
        return [nothing, Splice(end, end, _as_lines(prefix, new))]
    return [nothing._replace(text=f" [{', '.join(_in_brackets(new))}]")]


def _in_list(head: Head, node: SequenceNode, new: Sequence[str]) -> list[Splice]:
    """Values behind the last one in brackets; on lines of their own when the others are."""
    text = head.opened.text
    if not node.value:
        place = head.place(node) + 1
        return [Splice(place, place, ", ".join(_in_brackets(new)))]
    last = head.end(node.value[-1])
    start = text.rfind("\n", 0, head.place(node.value[-1])) + 1
    indent = text[start : head.place(node.value[-1])]
    comma = _COMMA.match(text, last)
    behind = comma.end() if comma else last
    if not indent.strip() and "\n" in head.typed(node) and _ENDS_LINE.match(text, behind):
        line_end = text.find("\n", behind)
        more = f",\n{indent}".join(_in_brackets(new)) + ("," if comma else "")
        rows = Splice(line_end, line_end, f"\n{indent}{more}")
        return [rows] if comma else [Splice(last, last, ","), rows]
    return [Splice(last, last, "".join(f", {each}" for each in _in_brackets(new)))]


def _below(head: Head, entry: Entry, node: SequenceNode, new: Sequence[str]) -> list[Splice]:
    """Values on lines below the last item; the first one behind its dash when it is empty."""
    last = node.value[-1]
    if isinstance(last, ScalarNode) and not (last.value or last.style):
        above = head.end(node.value[-2]) if len(node.value) > 1 else entry.colon
        dash = _EMPTY_ITEM.search(head.opened.text, above)
        if dash is None:
            return []
        lines = _as_lines(dash[1] + " ", new)
        gap = "" if dash[2] else " "
        first = lines.removeprefix(dash[1] + " ").removesuffix("\n")
        return [Splice(dash.end(), dash.end(), gap + first)]
    end = head.opened.text.find("\n", head.end(node.value[-1])) + 1
    return [Splice(end, end, _as_lines(_prefix(head, node), new))]


def _removed(
    head: Head, entry: Entry, present: Sequence[str], unwanted: set[str]
) -> list[Splice] | None:
    node = entry.value
    if not isinstance(node, SequenceNode) or head.is_text(node):
        return _out_of_text(head, entry, present, unwanted)
    places = [
        number
        for number, item in enumerate(node.value)
        if isinstance(item, ScalarNode) and name_key(item.value) in unwanted
    ]
    text = head.opened.text
    if not node.flow_style:
        return [_whole_lines(text, head, node, number) for number in places]
    splices = []
    for number in places:
        splice = _out_of_brackets(head, node, number, set(places))
        if splice is None:
            return None
        splices.append(splice)
    return splices


def _whole_lines(text: str, head: Head, node: SequenceNode, number: int) -> Splice:
    item = node.value[number]
    start = text.rfind("\n", 0, head.place(item)) + 1
    return Splice(start, text.find("\n", head.end(item)) + 1, "")


def _out_of_brackets(
    head: Head, node: SequenceNode, number: int, places: set[int]
) -> Splice | None:
    """An item in brackets with the comma that divides it from another one that stays."""
    text, items = head.opened.text, node.value
    start, end = head.place(items[number]), head.end(items[number])
    comma = _COMMA.match(text, end)
    line_start = text.rfind("\n", 0, start) + 1
    behind = comma.end() if comma else end
    is_first_on_line = "\n" in head.typed(node) and not text[line_start:start].strip()
    if is_first_on_line and _ENDS_LINE.match(text, behind):
        return Splice(line_start, text.find("\n", behind) + 1, "")
    stays_before = any(each not in places for each in range(number))
    if number and stays_before:
        gap = _BETWEEN.fullmatch(text, head.end(items[number - 1]), start)
        return Splice(head.end(items[number - 1]), end, "") if gap else None
    if number + 1 < len(items):
        gap = _BETWEEN.fullmatch(text, end, head.place(items[number + 1]))
        return Splice(start, head.place(items[number + 1]), "") if gap else None
    return Splice(start, behind, "")


def _out_of_text(
    head: Head, entry: Entry, present: Sequence[str], unwanted: set[str]
) -> list[Splice] | None:
    """A value out of several between commas, or the only one."""
    kept = [each for each in present if name_key(each) not in unwanted]
    if not kept:
        return [Splice(entry.colon, entry.value_end, "")]
    typed = head.opened.text[entry.value_start : entry.value_end]
    if not isinstance(entry.value, ScalarNode) or entry.value.style or "\n" in typed:
        return None
    parts = typed.split(",")
    left = [each for each in parts if name_key(each) not in unwanted]
    return [Splice(entry.value_start, entry.value_end, ",".join(left).strip())]
