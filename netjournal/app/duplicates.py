"""Likely doubles, and what the vault's settings say of them: two who are not the same person."""

from collections.abc import Iterator, Sequence

from netjournal.app.changing import Because, Changed, Read, Vault, change_vault
from netjournal.app.workspace import Workspace
from netjournal.model.index import Index
from netjournal.model.namesakes import Distinction, distinctions
from netjournal.model.resolve import link_target
from netjournal.model.review import Column, ContactRef, Review, Section
from netjournal.notes.splicing.note import Refusal
from netjournal.reviews.doubles import Double, Pair, find_doubles
from netjournal.reviews.words import counted
from netjournal.vault.changes import FileChange
from netjournal.vault.nicknames import full_names_of
from netjournal.vault.settings import Settings
from netjournal.vault.settings_problems import SETTINGS_FILE
from netjournal.vault.settings_splice import NotSpliced, settings_bytes, with_not_the_same

_VERY_LIKELY, _LIKELY = 0.8, 0.55

_COLUMNS = (
    Column("contact", "Contact"),
    Column("other", "Other"),
    Column("likelihood", "How sure"),
    Column("reasons", "Why"),
    Column("against", "But"),
)


def duplicates(workspace: Workspace) -> tuple[Double, ...]:
    """The likely doubles of a vault that its settings don't say to be different people."""
    different = frozenset(each.pair for each in _distinctions(workspace.index, workspace.settings))
    return find_doubles(workspace.index, full_names_of(), different)


def told_different(index: Index, settings: Settings, one: str, other: str) -> int:
    """The line of the settings that says two contacts to be different people; 0 for none."""
    for each in _distinctions(index, settings):
        if each.pair == tuple(sorted((one, other))):
            return settings.places.value(("duplicates", "not_the_same", each.number)).line
    return 0


def in_words(strength: float) -> str:
    """How sure it is that two are one person."""
    if strength >= _VERY_LIKELY:
        return "very likely"
    return "likely" if strength >= _LIKELY else "perhaps"


def as_review(found: Sequence[Double], index: Index) -> Review:
    """The likely doubles as a review of one table."""
    section = Section(
        slug="pairs",
        title="May be one person",
        columns=_COLUMNS,
        rows=tuple(
            {
                "contact": ContactRef(index.contacts[each.one].name, each.one),
                "other": ContactRef(index.contacts[each.other].name, each.other),
                "strength": each.strength,
                "likelihood": in_words(each.strength),
                "reasons": tuple([reason.text for reason in each.reasons]),
                "against": each.against,
            }
            for each in found
        ),
    )
    lead = (f"{counted(len(found), 'pair')} of contacts who may be one person.",)
    return Review("duplicates", "Likely doubles", lead, (), (section,))


def staying(double: Double, index: Index) -> Pair:
    """Whose note would go in a merge, and whose would stay: the one that says more."""
    said = {path: _said(path, index) for path in (double.one, double.other)}
    goes, stays = sorted(said, key=lambda path: (said[path], path == double.one))
    return goes, stays


def tell_apart(workspace: Workspace, one: str, other: str, because: Because) -> Changed | Refusal:
    """Writes into the settings that two contacts, by their paths, are different people.

    Raises NotChanged.
    """
    named = [link_target(workspace.index.names, path) for path in sorted((one, other))]

    def plan(_read: Read) -> tuple[FileChange, ...] | Refusal:
        before = settings_bytes(workspace.root)
        if isinstance(before, NotSpliced):
            return Refusal(SETTINGS_FILE, *before)
        after = with_not_the_same(before, *named)
        if isinstance(after, NotSpliced):
            return Refusal(SETTINGS_FILE, *after)
        return (FileChange(SETTINGS_FILE, before, after),)

    if told_different(workspace.index, workspace.settings, one, other):
        return Changed(())
    return change_vault(Vault(workspace.root, workspace.config), plan, because)


def _distinctions(index: Index, settings: Settings) -> Iterator[Distinction]:
    return distinctions(settings.config.duplicates.not_the_same, index.names)


def _said(path: str, index: Index) -> tuple[int, int, int]:
    contact = index.contacts[path]
    entries = len(index.interactions.get(path, ()))
    return entries, len(index.backlinks.get(path, ())), len(contact.fields)
