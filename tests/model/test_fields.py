"""The table of fields: complete, without contradictions."""

import pytest

from netjournal.model.cadence import parse_cadence
from netjournal.model.contact import Contact
from netjournal.model.fields import (
    FIELD_BY_NAME,
    FIELDS,
    Field,
    FieldType,
    field_spellings,
    spelling,
)

_ATTRIBUTES = {"industry": "industries", "email": "emails", "phone": "phones", "url": "urls"}

each_field = pytest.mark.parametrize("field", FIELDS, ids=[field.name for field in FIELDS])


def test_no_spelling_means_two_fields() -> None:
    owners: dict[str, set[str]] = {}
    for field in FIELDS:
        for known in (field.name, *field.synonyms):
            owners.setdefault(spelling(known), set()).add(field.name)

    assert {word: names for word, names in owners.items() if len(names) > 1} == {}


@each_field
def test_a_field_has_help_and_an_example(field: Field) -> None:
    assert field.help[0].isupper()
    assert field.help.endswith(".")
    assert field.example


@each_field
def test_a_contact_has_the_field(field: Field) -> None:
    assert hasattr(Contact("a.md", "A"), _ATTRIBUTES.get(field.name, field.name))


@each_field
def test_only_a_choice_has_choices(field: Field) -> None:
    assert (field.type is FieldType.CHOICE) == bool(field.choices)
    assert not field.choices or field.example in field.choices


@each_field
def test_only_a_date_may_lie_ahead_or_not(field: Field) -> None:
    assert field.may_be_future or field.type in (FieldType.DATE, FieldType.PARTIAL_DATE)


def test_the_example_of_a_cadence_is_one() -> None:
    assert parse_cadence(FIELD_BY_NAME["cadence"].example) is not None


@pytest.mark.parametrize(
    "key", ["last_contact", "last-contact", "Last Contact", "LASTCONTACT", "last contacted"]
)
def test_case_and_signs_between_words_make_no_difference(key: str) -> None:
    assert field_spellings({})[spelling(key)] == "last_contact"


def test_the_vaults_own_spelling_wins() -> None:
    spellings = field_spellings({"How often": "cadence", "company": "met_at"})

    assert spellings[spelling("how-often")] == "cadence"
    assert spellings["company"] == "met_at"
    assert spellings["org"] == "organization"
