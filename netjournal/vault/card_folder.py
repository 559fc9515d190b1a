"""A folder with one card a contact, which other programs read, change and add to as well."""

import os
import re
import stat
from collections.abc import Callable, Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from netjournal.model.exported import ExportedFile
from netjournal.vault.atomic import create_file, replace_file
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
    """Whether cards that aren't ours are written over."""
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

    A card that lies there under another name keeps that name. Nothing but earlier cards of ours is
    replaced, unless forced, and nothing is removed unless it is asked for. Raises NotExported.
    """
    make_export_folder(folder)
    there = _there(folder, rules.mark)
    by_uid = {each.uid: each for each in there.values() if each.uid}
    # Of two with one uid, the one that is called so.
    by_uid |= {uid: there[name] for uid in by_uid if (name := f"{uid}{ENDING}") in there}
    changed: list[str] = []
    in_the_way: list[str] = []
    unchanged = 0
    for number, (name, data) in enumerate(cards):
        if progress:
            progress(number, len(cards))
        card = by_uid.get(name.removesuffix(ENDING)) or there.get(name)
        if card and card.data == data:
            unchanged += 1
        elif card and not _may_be_replaced(card, name.removesuffix(ENDING), rules):
            in_the_way.append(card.name)
        else:
            file = folder / (card.name if card else name)
            with refusals(file):
                _write(str(file), data, is_new=card is None)
            changed.append(file.name)
    gone = tuple([each.name for each in there.values() if _is_gone(each, rules)])
    for name in gone if rules.prune else ():
        with refusals(folder / name):
            (folder / name).unlink(missing_ok=True)
    return CardsWritten(
        tuple(sorted(changed)),
        unchanged,
        tuple(sorted(in_the_way)),
        gone=() if rules.prune else gone,
        removed=gone if rules.prune else (),
    )


def _may_be_replaced(card: _Card, uid: str, rules: CardRules) -> bool:
    is_forced = rules.force and card.data is not None
    return is_forced or (card.is_ours and card.uid == uid)


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
