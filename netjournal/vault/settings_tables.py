"""The tables and keys that netjournal.toml may have, and the settings that they give."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from netjournal.model.config import (
    HASHTAGS,
    BuildSettings,
    CadenceDefaults,
    Config,
    Duplicates,
    ExportSettings,
    Me,
    OwnTargets,
    Targets,
    VaultLayout,
)
from netjournal.model.contact import Kind
from netjournal.model.industry import Taxonomy
from netjournal.vault.settings_industries import INDUSTRIES, vault_industries
from netjournal.vault.settings_meanings import (
    day,
    days,
    field_name,
    field_names,
    folders,
    groups,
    hashtags,
    industry_keys,
    opener,
    tag,
)
from netjournal.vault.settings_problems import Problems
from netjournal.vault.settings_values import (
    Reader,
    Wrong,
    bounds,
    number,
    one_of,
    some_of,
    text,
    texts,
    whole_number,
)

Readers = Mapping[str, Reader]


def _as_given(value: object) -> object:
    return value


ME: Readers = {"name": text, "industry": text, "emails": texts}
VAULT: Readers = {
    "contacts": folders,
    "contact_tag": tag,
    "contact_type": text,
    "journal": folders,
    "ignore": texts,
}
CADENCE: Readers = {"ally": days, "acquaintance": days, "tags": _as_given}
TARGETS: Readers = {
    "allies": bounds,
    "own_field_allies": whole_number(0),
    "effective_industries": number(1.1, 1000),
    "outside": number(0.01, 1),
    "acquaintances": whole_number(1),
}
BUILD: Readers = {
    "pages": texts,
    "formats": some_of(BuildSettings().formats),
    "links": one_of(("wikilink", "markdown")),
    "open_with": opener,
    "missing": _as_given,
    "today": day,
}
DUPLICATES: Readers = {"not_the_same": groups}
EXPORT: Readers = {"public": field_names}
_TABLES: Mapping[str, Readers] = {
    "me": ME,
    "vault": VAULT,
    "fields": {},
    "cadence": CADENCE,
    "targets": TARGETS,
    INDUSTRIES: {},
    "tags": {},
    "build": BUILD,
    "duplicates": DUPLICATES,
    "export": EXPORT,
}
_ELSEWHERE: Mapping[str, str] = {key: name for name, keys in _TABLES.items() for key in keys}
_KINDS: Mapping[str, Kind] = {kind.value: kind for kind in Kind}


def read_config(document: Mapping[str, object], default: Taxonomy, problems: Problems) -> Config:
    """The settings of a TOML document; whatever is wrong in it is reported and has its default."""
    tables = _tables(document, problems)
    taxonomy = vault_industries(tables[INDUSTRIES], default, problems)

    def read(name: str, readers: Readers) -> dict[str, Any]:
        return problems.read((name,), tables[name], readers, _ELSEWHERE)

    cadence = read("cadence", CADENCE)
    if "tags" in cadence:
        cadence["tags"] = _cadence_by_tag(cadence["tags"], problems)
    targets = read("targets", TARGETS)
    build = read("build", {**BUILD, "missing": industry_keys(taxonomy)})
    return Config(
        taxonomy=taxonomy,
        me=replace(Me(), **read("me", ME)),
        vault=replace(VaultLayout(), **read("vault", VAULT)),
        fields=problems.read_entries(("fields",), tables["fields"], field_name),
        cadence=replace(CadenceDefaults(), **cadence),
        targets=replace(OwnTargets(), **targets) if targets else Targets(),
        hashtags=_hashtags(tables["tags"], problems),
        build=replace(BuildSettings(), **build),
        duplicates=replace(Duplicates(), **read("duplicates", DUPLICATES)),
        export=replace(ExportSettings(), **read("export", EXPORT)),
    )


def _tables(
    document: Mapping[str, object], problems: Problems
) -> Mapping[str, Mapping[str, object]]:
    """Every known table of the document, empty when it is missing or no table."""
    tables: dict[str, Mapping[str, object]] = {name: {} for name in _TABLES}
    for name, value in document.items():
        if name not in _TABLES:
            problems.unknown((name,), _TABLES, _ELSEWHERE)
        elif isinstance(value, Mapping):
            tables[name] = value
        else:
            problems.not_a_table((name,), value)
    return tables


def _cadence_by_tag(value: object, problems: Problems) -> Mapping[str, int]:
    entries = problems.read_entries(("cadence", "tags"), value, days)
    return {tag.strip().removeprefix("#").lower(): count for tag, count in entries.items()}


def _hashtags(table: Mapping[str, object], problems: Problems) -> Mapping[str, Kind]:
    """Kind by hashtag: a kind that the settings name has their words instead of its own."""
    readers = dict.fromkeys(_KINDS, hashtags)
    given = problems.read(("tags",), table, readers)
    kept = {word: kind for word, kind in HASHTAGS.items() if kind.value not in given}
    own: dict[str, Kind] = {}
    for name, words in given.items():
        for position, word in enumerate(words):
            taken = own.setdefault(word, _KINDS[name])
            if taken is not _KINDS[name]:
                message = f"has '{word}', which means '{taken.value}' already"
                problems.wrong(
                    ("tags", name), Wrong(message, "leave it out there or here", (position,))
                )
    return {**kept, **own}
