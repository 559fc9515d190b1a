"""jrnl: its journal files, old and new, and its JSON export."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from netjournal.importers.entry_texts import entry_line, entry_lines, plain_line
from netjournal.importers.json_items import BrokenAt, Item, items, whole_text
from netjournal.model.imported import Asked, Imported, ImportedEntry, IncomingFile, Named, Skipped

_ENDINGS = (".txt", ".jrnl", ".journal")
_STAMP = re.compile(
    r"(?P<open>\[)?(?P<day>[0-9]{4}-[0-9]{1,2}-[0-9]{1,2})"
    r"(?:[T ](?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::[0-9]{2})?(?:[ ]?(?P<half>[AaPp][Mm]))?)?"
    r"(?(open)\])(?:[ \t]+|$)"
)
_OTHER_STAMP = re.compile(r"\[(?=[^\]]{0,40}[0-9]{1,2}:[0-9]{2})[^\[\]]{6,60}\](?:\s|$)")
_SENTENCE = re.compile(r"(?<=[.!?…])(?P<gap>[\"'”’)\]]*\s+)")
_TAG = re.compile(r"(?<!\S)@([-+*/\w]+)")
_JSON = re.compile(rb'\s*(?:\xef\xbb\xbf)?\{\s*"(?:tags"\s*:\s*\{|entries"\s*:\s*\[)')
_JRNL_ENTRY = re.compile(rb'"(?:title|body)"\s*:\s*"')
_STAR = " ★"
_MOST_LINES = 10_000


class _Stamp(NamedTuple):
    """Of an entry when it was written: a day as typed, and a time such as `09:00`, or none."""

    day: str
    time: str


def recognises(name: str, head: bytes) -> bool:
    """Whether it is a JSON export of jrnl, or a text whose first line is a date and a time."""
    if _JSON.match(head):
        return b'"entries"' not in head or bool(_JRNL_ENTRY.search(head))
    last = name.rpartition("/")[2]
    if "." in last and not last.lower().endswith(_ENDINGS):
        return False
    first = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].decode("utf-8", "replace")
    found = _STAMP.match(first)
    return bool(found and found["hour"])


def read(file: IncomingFile, asked: Asked) -> Iterator[Imported]:
    """The entries of a journal, each for the journal of its day, with the `@tags` as people."""
    lines = iter(file.lines)
    first = next(lines, b"")
    begun = first
    while not begun.strip(b"\xef\xbb\xbf \t\r\n") and (more := next(lines, b"")):
        begun = first = first + more
    rest = _joined(first, lines)
    if begun.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        yield from _from_json(whole_text(rest), asked)
    else:
        yield from _from_text(rest, asked)


def _joined(first: bytes, lines: Iterator[bytes]) -> Iterator[bytes]:
    yield from first.splitlines(keepends=True)
    yield from lines


# The JSON export.


def _from_json(text: str, asked: Asked) -> Iterator[Imported]:
    try:
        for item in items(text, lambda path: path in ((), ("entries",))):
            if item.path == ("entries", "[]"):
                found = _of_json(item)
                if not _is_before(found, asked):
                    yield found
    except BrokenAt as broken:
        yield Skipped(broken.line, "the rest of the file", "it isn't JSON from here on")


def _of_json(item: Item) -> ImportedEntry | Skipped:
    value = item.value
    if not isinstance(value, dict):
        return Skipped(item.line, "an entry", "it has no date")
    texts = {key: value[key] for key in value if isinstance(value[key], str)}
    stamp = _STAMP.match(f"{texts.get('date', '')} {texts.get('time', '')}".strip())
    title, body = texts.get("title", ""), texts.get("body", "")
    tags = value.get("tags")
    named = (
        [plain_line(tag) for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
    )
    people = [tag.removeprefix("@") for tag in named if tag.startswith("@")]
    is_starred = value.get("starred") is True
    if stamp is None:
        return Skipped(item.line, plain_line(title)[:60] or "an entry", "its date can't be read")
    return _entry(item.line, _read(stamp), title, body.split("\n"), people, is_starred=is_starred)


# The text of a journal.


def _from_text(lines: Iterator[bytes], asked: Asked) -> Iterator[Imported]:
    begun: tuple[int, _Stamp, list[str]] | None = None
    has_brackets = False
    for number, line in enumerate(lines, 1):
        text = _decoded(line)
        stamp = _STAMP.match(text)
        if stamp and (stamp["open"] or (stamp["hour"] and not has_brackets)):
            has_brackets = has_brackets or bool(stamp["open"])
            yield from _finished(begun, asked)
            begun = (number, _read(stamp), [text[stamp.end() :]])
        elif begun is None and _OTHER_STAMP.match(text):
            yield Skipped(number, plain_line(text)[:60], "its date can't be read")
        elif begun:
            if len(begun[2]) < _MOST_LINES:
                begun[2].append(text)
        elif text.strip() and number == 1:
            yield Skipped(number, plain_line(text)[:60], "it belongs to no entry")
    yield from _finished(begun, asked)


def _finished(begun: tuple[int, _Stamp, list[str]] | None, asked: Asked) -> Iterator[Imported]:
    if begun is None:
        return
    line, stamp, (first, *body) = begun
    people = _TAG.findall("\n".join(begun[2]))
    first = first.strip()
    is_starred = first.startswith("* ") or first.endswith(" *")
    first = first.strip("*").strip() if is_starred else first
    sentence = _SENTENCE.search(first)
    if sentence:
        closing = sentence["gap"].rstrip()
        body = [first[sentence.end() :], *body]
        first = first[: sentence.start()] + closing
    if first.endswith(" *"):
        first, is_starred = first[:-2], True
    found = _entry(line, stamp, first, body, people, is_starred=is_starred)
    if not _is_before(found, asked):
        yield found


def _decoded(line: bytes) -> str:
    return line.decode("utf-8-sig", "replace").rstrip("\r\n")


# Both.


def _read(stamp: re.Match[str]) -> _Stamp:
    if not stamp["hour"]:
        return _Stamp(stamp["day"], "")
    hour = int(stamp["hour"])
    if stamp["half"]:
        hour = hour % 12 + (12 if stamp["half"].lower() == "pm" else 0)
    return _Stamp(stamp["day"], f"{hour:02d}:{stamp['minute']}")


def _entry(
    line: int, stamp: _Stamp, title: str, body: list[str], people: list[str], *, is_starred: bool
) -> ImportedEntry | Skipped:
    year, month, day = (int(part) for part in stamp.day.split("-"))
    try:
        when = date(year, month, day)
    except ValueError:
        return Skipped(line, plain_line(title)[:60] or stamp.day, f"there is no day {stamp.day}")
    said = " ".join(filter(None, (stamp.time, entry_line(title)))) + _STAR * is_starred
    lines = [said.strip(), *entry_lines("\n".join(body))]
    named = tuple(Named(name) for name in dict.fromkeys(people) if name)
    return ImportedEntry(line, when, "\n".join(lines), named, is_journal=True)


def _is_before(found: ImportedEntry | Skipped, asked: Asked) -> bool:
    return isinstance(found, ImportedEntry) and asked.since is not None and found.day < asked.since
