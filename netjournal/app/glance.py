"""An index of the few notes that a question is about, told from the others by a look at bytes."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from netjournal.model.config import Config
from netjournal.model.index import Index
from netjournal.model.indexing import build_index
from netjournal.model.source import Source
from netjournal.notes.parse import Found, parse_notes
from netjournal.vault.reader import read_note
from netjournal.vault.scan import FoundNote

_AT_ONCE = 64
"""Notes that are read before they are parsed together."""


def read_notes(root: Path, notes: Iterable[FoundNote]) -> tuple[Found, ...]:
    """Those notes of a vault that can be read, unparsed."""
    read = [(read_note(root, note.path), note) for note in notes]
    return tuple(
        [
            (source, note.in_contacts, note.in_journal)
            for source, note in read
            if isinstance(source, Source)
        ]
    )


def index_of_some(wanted: Sequence[Found], others: Iterable[str], config: Config) -> Index:
    """The index of some notes; others are files of which only the path counts.

    It answers as the whole vault's does whatever rests on these notes and paths alone.
    """
    files = [
        parsed
        for start in range(0, len(wanted), _AT_ONCE)
        for parsed in parse_notes(wanted[start : start + _AT_ONCE], config)
        if parsed.says_something
    ]
    read = {file.path for file in files}
    paths = [*others, *(source.path for source, _, _ in wanted)]
    return build_index(files, config, [path for path in paths if path not in read])
