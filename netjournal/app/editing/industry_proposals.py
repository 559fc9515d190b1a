"""The industries that a few typed letters may mean, each with the word by which it was found."""

from collections.abc import Iterator
from typing import NamedTuple

from netjournal.app.editing.open_notes import OpenNotes
from netjournal.app.editing.proposal import Proposal, ProposalKind
from netjournal.model.industry import Industry, industry_key


class _Found(NamedTuple):
    """An industry, and the word that begins as typed: 0 its own, 1 an alias, 2 one inside."""

    rank: int
    word: str
    industry: Industry


def industries_called(notes: OpenNotes, path: str, typed: str, whole: str) -> list[Proposal]:
    """The industries of which a word begins as typed, those called so themselves first.

    Not those that the note has already; `whole` is the one at the cursor.
    """
    taxonomy = notes.index.taxonomy
    at_cursor = taxonomy.resolve(whole)
    present = {each.key for each in notes.index.industries.get(path, ()) if each != at_cursor}
    key = industry_key(typed)
    listed = notes.workspace.config.taxonomy.industries
    found = [
        match
        for each in taxonomy.industries.values()
        if each.key not in present and (match := _match(each, key))
        if each.key in listed or _is_elsewhere(notes, path, each)
    ]
    found.sort(key=lambda each: each.rank)
    return [_proposal(notes, each) for each in found]


def _is_elsewhere(notes: OpenNotes, path: str, industry: Industry) -> bool:
    """Whether another note has an industry: one that only this note has may be half a word."""
    return any(each != path for each in notes.index.by_industry.get(industry.key, ()))


def _match(industry: Industry, typed: str) -> _Found | None:
    return next(iter(sorted(_matches(industry, typed), key=lambda each: each.rank)), None)


def _matches(industry: Industry, typed: str) -> Iterator[_Found]:
    own = (industry.key, industry.label)
    for word in (*own, *industry.aliases):
        key = industry_key(word)
        if key.startswith(typed):
            yield _Found(0 if word in own else 1, word, industry)
        elif f" {typed}" in key:
            yield _Found(2, word, industry)


def _proposal(notes: OpenNotes, found: _Found) -> Proposal:
    industry = found.industry
    group = notes.index.taxonomy.group_label(industry.group)
    is_alias = found.word in industry.aliases
    detail = f"{found.word}: {industry.label}" if is_alias else f"{industry.label}, {group}"
    help_text = f"**{industry.label}**, in the group {group}"
    return Proposal(industry.key, industry.key, ProposalKind.VALUE, detail, help_text)
