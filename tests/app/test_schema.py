"""The JSON Schema says what the FIELDS table says."""

import re

from netjournal.app.schema import front_matter_schema
from netjournal.model.cadence import WORDS, parse_cadence
from netjournal.model.fields import FIELDS


def test_every_field_and_synonym_is_a_property() -> None:
    properties = front_matter_schema()["properties"]

    expected = {spelling for field in FIELDS for spelling in (field.name, *field.synonyms)}
    assert expected == set(properties)


def test_every_choice_is_an_enum() -> None:
    properties = front_matter_schema()["properties"]

    for field in FIELDS:
        if field.choices:
            words = [*field.choices, *(word for word, _ in field.choice_synonyms), None]
            assert words == properties[field.name]["enum"]


def test_the_cadence_pattern_takes_what_the_parser_takes() -> None:
    pattern = re.compile(front_matter_schema()["properties"]["cadence"]["pattern"])

    for text in (
        *WORDS,
        "30d",
        "6w",
        "3m",
        "1y",
        "P6W",
        "every 2 weeks",
        "every other week",
        "once a month",
        "Half yearly",
        "semi-annual",
        "bi-weekly",
        "never",
    ):
        assert parse_cadence(text) is not None
        assert pattern.match(text)


def test_no_field_is_required() -> None:
    assert "required" not in front_matter_schema()
