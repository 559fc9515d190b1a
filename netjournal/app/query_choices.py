"""What a query may ask a field with few words for, and what to say of a word it doesn't have."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from netjournal.measures.cadence import State
from netjournal.model.fields import FIELD_BY_NAME, spelling
from netjournal.model.industry import Taxonomy
from netjournal.model.names import did_you_mean, name_key
from netjournal.reviews.assessment import Assessment

PLANNED = "planned"
"""Asked of `state`: anyone with an entry ahead, whatever the state."""

CHOICES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "relationship": FIELD_BY_NAME["relationship"].choices,
        "status": FIELD_BY_NAME["status"].choices,
        "state": (*State, PLANNED),
    }
)
"""Every word that a field can have, for the fields that have few."""


def _spellings(name: str) -> Mapping[str, str]:
    field = FIELD_BY_NAME.get(name)
    others = dict(field.choice_synonyms) if field else {}
    words = {**others, **{choice: choice for choice in CHOICES[name]}}
    return {spelling(word): str(choice) for word, choice in words.items()}


CHOICE_SPELLINGS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {name: _spellings(name) for name in CHOICES}
)
"""The word that each spelling means, by field."""


def choice_of(field: str, typed: str) -> str | None:
    """The word of a field with few words that is meant; None when there is no such word."""
    return CHOICE_SPELLINGS[field].get(spelling(typed.strip()))


def no_such_choice(field: str, typed: str) -> str:
    """What to say of a word that the field can't have."""
    likely = did_you_mean(typed, CHOICES[field])
    hint = f"did you mean '{likely}'?" if likely else f"it can be {', '.join(CHOICES[field])}"
    return f"no {field} is called '{typed}'; {hint}"


def unknown_industries(asked: Iterator[str], assessment: Assessment) -> Iterator[str]:
    """What to say of each industry asked for that neither the taxonomy nor any note knows."""
    taxonomy: Taxonomy = assessment.index.taxonomy
    contacts = assessment.index.contacts.values()
    for word in dict.fromkeys(asked):
        key = name_key(word)
        if taxonomy.resolve(word) or any(
            key in name_key(typed) for contact in contacts for typed in contact.industries
        ):
            continue
        likely = did_you_mean(word, taxonomy.words())
        hint = f"; did you mean '{likely}'?" if likely else ""
        yield f"no industry is called '{word}'{hint}"
