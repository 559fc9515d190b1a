"""The industries of a vault: the default ones, with those that its settings add or override."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from netjournal.model.industry import Industry, Taxonomy, industry_key
from netjournal.vault.reasons import shown
from netjournal.vault.settings_problems import Problems
from netjournal.vault.settings_values import Reader, Wrong, text, texts

INDUSTRIES = "industries"


def vault_industries(
    entries: Mapping[str, object], default: Taxonomy, problems: Problems
) -> Taxonomy:
    """The taxonomy with the entries of `[industries]`; what an entry leaves out stays as it is.

    A word of an entry means that industry alone: the default industries lose it as an alias.
    """
    industries = dict(default.industries)
    names = {industry_key(word): i.key for i in industries.values() for word in (i.key, i.label)}
    own = set()
    for typed, entry in entries.items():
        key = industry_key(typed).replace(" ", "-")
        if not key:
            wrong = Wrong("must have a name", "as in [industries.insurance]")
            problems.wrong((INDUSTRIES, typed), wrong)
        elif isinstance(entry, Mapping):
            known = industries.get(key) or Industry(key, _label(typed), key)
            readers: Mapping[str, Reader] = {
                "label": _filled(text),
                "group": _filled(text),
                "aliases": _aliases(key, names),
            }
            given: dict[str, Any] = problems.read((INDUSTRIES, typed), entry, readers)
            industries[key] = industry = replace(known, **given)
            for word in (industry.key, industry.label):
                names.setdefault(industry_key(word), key)
            own.add(key)
        else:
            problems.not_a_table((INDUSTRIES, typed), entry)
    claimed = {industry_key(word) for key in own for word in _words(industries[key])}
    for key, industry in industries.items():
        if key not in own:
            kept = tuple(word for word in industry.aliases if industry_key(word) not in claimed)
            industries[key] = replace(industry, aliases=kept)
    return Taxonomy(industries)


def _words(industry: Industry) -> tuple[str, ...]:
    return (industry.key, industry.label, *industry.aliases)


def _label(typed: str) -> str:
    """The label of an industry that was given none."""
    words = typed.strip().replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]


def _filled(read: Callable[[object], str | Wrong]) -> Reader:
    def read_filled(value: object) -> object:
        return read(value) or Wrong("is empty", "leave the key out to keep what is known")

    return read_filled


def _aliases(key: str, names: Mapping[str, str]) -> Reader:
    """The reader of aliases, none of which may be the key or label of another industry."""

    def read(value: object) -> object:
        found = texts(value)
        if isinstance(found, Wrong):
            return found
        for position, word in enumerate(found):
            other = names.get(industry_key(word))
            if other and other != key:
                message = f"has {shown(word)}, which names the industry '{other}'"
                hint = f"leave it out, or change [industries.{other}]"
                return Wrong(message, hint, (position,))
        return found

    return read
