"""A folder with one card a contact, which other programs read, change and add to as well."""

import os
import re
import stat
from collections.abc import Callable, Collection, Mapping, Sequence
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from netjournal.model.exported import ExportedFile
from netjournal.vault.atomic import create_file, replace_file
from netjournal.vault.card_records import Records, card_digest, read_records, write_records
from netjournal.vault.exports import make_export_folder, refusals
from netjournal.vault.reader import TooLarge, read_bytes

MAX_CARD_BYTES = 20_000_000
"""The size above which a file of the folder isn't looked at."""

ENDING = ".vcf"

_FOLD = re.compile(rb"\r?\n[ \t]")
_UID = re.compile(rb"(?im)^UID(?:;[^:\r\n]*)?:[ \t]*([^\r\n]*?)[ \t]*\r?$")


class CardsWritten(NamedTuple):
    """What became of the cards: names of files in the folder, sorted."""

    changed: tuple[str, ...]
    unchanged: int
    in_the_way: tuple[str, ...]
    """Cards of the same uid or name that netjournal didn't write, which were left alone."""
    edited: tuple[str, ...]
    """Cards that netjournal wrote and another program has changed since, left alone too."""
    gone: tuple[str, ...]
    """Cards that netjournal wrote, of contacts that the vault doesn't have any more."""
    removed: tuple[str, ...]
    """Those of them that were removed, as it was asked for."""


class CardRules(NamedTuple):
    """What may be done with the files of the folder."""

    mark: bytes
    """What a card of ours holds."""
    known: Collection[str]
    """The uids of all contacts of the vault, also of those that aren't exported."""
    force: bool = False
    """Whether cards that aren't ours, or not as we wrote them, are written over."""
    prune: bool = False
    """Whether cards of ours are removed when nobody in the vault has their uid."""


class _Card(NamedTuple):
    """A file of the folder."""

    name: str
    uid: str = ""
    """Empty for one that has none, or several, or can't be read."""
    is_ours: bool = False
    data: bytes | None = None
    """None for what is no plain file, and for one that can't be read."""


Progress = Callable[[int, int], None]


def write_cards(
    folder: Path, cards: Sequence[ExportedFile], rules: CardRules, progress: Progress | None = None
) -> CardsWritten:
    """Writes one card a contact into a folder, which is made when it isn't there.

    A card that lies there under another name keeps that name. Nothing is replaced but cards of ours
    that are as we wrote them, unless forced, and nothing is removed unless it is asked for. Raises
    NotExported.
    """
    make_export_folder(folder)
    there = _there(folder, rules.mark)
    before = read_records(folder)
    planned = _plan(cards, there, rules, before)
    gone = tuple([each.name for each in there.values() if _is_gone(each, rules)])
    removed = gone if rules.prune else ()
    kept = {name: each for name, each in before.items() if name in there and name not in removed}
    ours = {
        each.file: card_digest(each.data)
        for each in planned
        if each.outcome in (_Outcome.CHANGED, _Outcome.SAME)
    }
    if ours.items() - before.items() or kept != before:
        # Whenever it ends, each card is as before or as it is to be.
        both = {name: f"{before.get(name, '')} {digest}".strip() for name, digest in ours.items()}
        _remember(folder, {**kept, **both})
    for number, each in enumerate(planned):
        if progress:
            progress(number, len(planned))
        if each.outcome is _Outcome.CHANGED:
            with refusals(folder / each.file):
                _write(f"{folder}/{each.file}", each.data, is_new=each.file not in there)
    for name in removed:
        with refusals(folder / name):
            (folder / name).unlink(missing_ok=True)
    if {**kept, **ours} != before:
        _remember(folder, {**kept, **ours})
    named = {outcome: _named(planned, outcome) for outcome in _Outcome}
    return CardsWritten(
        named[_Outcome.CHANGED],
        len(named[_Outcome.SAME]),
        named[_Outcome.IN_THE_WAY],
        named[_Outcome.EDITED],
        gone=() if rules.prune else gone,
        removed=removed,
    )


class _Outcome(Enum):
    """What becomes of a card."""

    CHANGED = auto()
    SAME = auto()
    IN_THE_WAY = auto()
    EDITED = auto()


class _Planned(NamedTuple):
    """What is to become of a file."""

    outcome: _Outcome
    file: str
    data: bytes


def _plan(
    cards: Sequence[ExportedFile], there: Mapping[str, _Card], rules: CardRules, before: Records
) -> list[_Planned]:
    """What becomes of each card; nothing is written."""
    by_uid = {each.uid: each for each in there.values() if each.uid}
    # Of two with one uid, the one that is called so.
    by_uid |= {uid: there[name] for uid in by_uid if (name := f"{uid}{ENDING}") in there}
    planned = []
    for name, data in cards:
        uid = name.removesuffix(ENDING)
        card = by_uid.get(uid) or there.get(name)
        outcome = _outcome(card, uid, data, rules, before) if card else _Outcome.CHANGED
        planned.append(_Planned(outcome, card.name if card else name, data))
    return planned


def _outcome(card: _Card, uid: str, data: bytes, rules: CardRules, before: Records) -> _Outcome:
    """What becomes of a card that is there in the place of a new one."""
    if card.data == data:
        return _Outcome.SAME
    if card.data is None:
        return _Outcome.IN_THE_WAY
    if rules.force:
        return _Outcome.CHANGED
    if not card.is_ours or card.uid != uid:
        return _Outcome.IN_THE_WAY
    known = before.get(card.name, "").split()
    is_edited = bool(known) and card_digest(card.data) not in known
    return _Outcome.EDITED if is_edited else _Outcome.CHANGED


def _named(planned: Sequence[_Planned], outcome: _Outcome) -> tuple[str, ...]:
    return tuple(sorted([each.file for each in planned if each.outcome is outcome]))


def _remember(folder: Path, records: Records) -> None:
    with refusals(folder):
        write_records(folder, records)


def _is_gone(card: _Card, rules: CardRules) -> bool:
    return card.is_ours and card.uid not in rules.known


def _write(path: str, data: bytes, *, is_new: bool) -> None:
    """Writes a card; what a power cut leaves of it is written again by the next export."""
    if is_new:
        create_file(path, data, durable=False)
    else:
        mode = stat.S_IMODE(os.stat(path).st_mode)  # noqa: PTH116 - beside os.scandir
        replace_file(path, data, mode, durable=False)


def _there(folder: Path, mark: bytes) -> Mapping[str, _Card]:
    """The cards in a folder by file name, in the order of names."""
    with refusals(folder), os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    cards = [entry for entry in entries if entry.name.lower().endswith(ENDING)]
    return {entry.name: _card(entry, mark) for entry in cards}


def _card(entry: os.DirEntry[str], mark: bytes) -> _Card:
    """What a file is; what isn't a plain file is nobody's to write over."""
    if not entry.is_file(follow_symlinks=False):
        return _Card(entry.name)
    try:
        data = read_bytes(entry.path, MAX_CARD_BYTES)
    except (OSError, TooLarge):
        return _Card(entry.name)
    whole = _FOLD.sub(b"", data)
    uids = _UID.findall(whole)
    # A file with many cards is no card of a folder.
    uid = uids[0].decode("utf-8", "replace") if len(uids) == 1 else ""
    return _Card(entry.name, uid, bool(uid) and mark in whole, data)
