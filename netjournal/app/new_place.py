"""Where the note of a new contact lies: a folder, and a file name that nothing else has."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count, islice
from pathlib import PurePosixPath

from netjournal.app.who import Desk
from netjournal.model.contact import Link
from netjournal.model.file_names import NAMELESS, file_stem
from netjournal.model.glimpse import clue_of
from netjournal.model.names import name_key
from netjournal.model.resolve import NameTable, stem
from netjournal.notes.splicing.note import Refusal
from netjournal.vault.folders import names_in
from netjournal.vault.leftovers import conflict_copies, without_leftovers
from netjournal.vault.patterns import path_matcher
from netjournal.vault.scan import FoundNote

_STYLE = "ana-lopez"
"""How files are named in a vault that has none."""

_MOST_TRIES = 10_000
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""With it begins the name of a day's note, whatever follows."""


class Places:
    """The places of new notes in a vault: each that is given counts as taken from then on."""

    def __init__(self, desk: Desk) -> None:
        folder, layout = _folder(desk), desk.settings.config.vault
        self._desk = desk
        self._prefix = f"{folder}/" if folder else ""
        self._beside = [*names_in(desk.root, folder)]
        # A note that is called like its folder is about that.
        about_the_folder = f"{folder.rpartition('/')[2]}.md"
        self._taken = {name_key(each) for each in (*self._beside, about_the_folder)}
        self._style = style_of([*map(stem, desk.contact_paths)])
        self._ignores = path_matcher(layout.ignore)
        self._in_contacts = folder in map(_plain, layout.contacts)

    def take(self, name: str, organization: str) -> FoundNote | Refusal:
        """The place for somebody's note.

        When another one has that file name, in any case or Unicode form, or a link by it means
        somebody already, the organization tells them apart, else a number.
        """
        usable = _readable(name, self._style, self._beside)
        first = f"{self._prefix}{file_stem(usable, self._style)}.md"
        if self._ignores(first):
            return Refusal(first, 1, "the settings say that a note called so is ignored")
        # Every candidate begins like the first one.
        names = self._desk.index_of_those(clue_of(file_stem(usable, self._style))).names
        for candidate in islice(_candidates(usable, organization, self._style), _MOST_TRIES):
            file = f"{candidate}.md"
            is_free = name_key(file) not in self._taken
            if is_free and not _means_something(candidate, names):
                self._taken.add(name_key(file))
                self._beside.append(file)
                path = self._prefix + file
                return FoundNote(path, in_contacts=self._in_contacts, in_journal=False)
        return Refusal(first, 1, f"there are {_MOST_TRIES:,} notes called so")


def style_of(stems: Sequence[str]) -> str:
    """A file name in the style that most of some contacts' have, for `file_stem` to follow.

    Empty where most are written as names are.
    """
    in_one_word = [each for each in stems if each == each.lower() and len(each.split()) == 1]
    if stems and 2 * len(in_one_word) < len(stems):
        return ""
    several = [each for each in in_one_word if "-" in each or "_" in each]
    styles = Counter(["_" in each and "-" not in each for each in several])
    like = "ana_lopez" if styles[True] > styles[False] else _STYLE
    with_accents = [each for each in in_one_word if not each.isascii()]
    return f"{like}-é" if 2 * len(with_accents) > len(in_one_word) else like


def _readable(name: str, style: str, beside: Sequence[str]) -> str:
    """A name whose file is read as a contact's, and not as a program's copy or as a day's note."""
    for each in (name, file_stem(name, _STYLE), f"{NAMELESS} {file_stem(name, _STYLE)}"):
        candidate = file_stem(each, style)
        if _is_read(f"{candidate}.md", beside) and not _DAY.match(candidate):
            return each
    return NAMELESS


def _candidates(name: str, organization: str, style: str) -> Iterator[str]:
    """File names for somebody, the best one first; they never end."""
    base = file_stem(name, style)
    yield base
    if organization:
        yield file_stem(f"{name} {organization}", style)
    for number in count(2):
        yield f"{base}-{number}" if style else f"{base} ({number})"


def _means_something(candidate: str, names: NameTable) -> bool:
    """Whether a link by a file name means a contact, another file or a day already."""
    link = Link(candidate, candidate, 1, 1)
    # A link by name or alias would be taken over: a file name wins over them.
    return bool(names.find(link, "")) or names.names_a_file(link)


def _is_read(file: str, beside: Sequence[str]) -> bool:
    """Whether a note of that name would be read, and not taken for a program's copy."""
    return bool(without_leftovers([file])) and file not in conflict_copies([file], beside)


def _folder(desk: Desk) -> str:
    """The first folder of contacts; where it isn't there, the one in which most contacts lie."""
    folders = [_plain(each) for each in desk.settings.config.vault.contacts]
    for folder in folders:
        if not folder or names_in(desk.root, folder):
            return folder
    lying = Counter([_above(path) for path in desk.contact_paths])
    if lying:
        most = max(lying.values())
        return min(folder for folder, number in lying.items() if number == most)
    return folders[0] if folders else ""


def _above(path: str) -> str:
    parent = PurePosixPath(path).parent.as_posix()
    return _plain(parent)


def _plain(folder: str) -> str:
    return "" if folder == "." else folder
