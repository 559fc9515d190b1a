"""The JSON Schema of a contact's front matter, made from the FIELDS table.

What netjournal reads without a word about it is valid; what it can't read isn't, as far as a schema
can tell.
"""

from typing import Any

from netjournal.app.schema_patterns import (
    cadence_pattern,
    choice_pattern,
    date_pattern,
    partial_date_pattern,
)
from netjournal.model.fields import FIELDS, Field, FieldType

SCHEMA_VERSION = 1
"""Goes up when a front matter that was valid no longer is, or a property goes away."""

SCHEMA_ID = f"urn:netjournal:front-matter:{SCHEMA_VERSION}"

Schema = dict[str, Any]

_SCALAR: Schema = {"type": ["string", "number", "boolean"]}
_YEARS: Schema = {"type": "integer", "minimum": 1000, "maximum": 9999}
_NOTHING: Schema = {"type": "null"}


def front_matter_schema() -> Schema:
    """The schema: every field under its name and its synonyms; other fields are welcome."""
    properties: Schema = {}
    for field in FIELDS:
        examples = [_example(field)]
        properties[field.name] = {"description": field.help, "examples": examples, **_kind(field)}
        for synonym in field.synonyms:
            same = {"description": f"The same as {field.name}.", **_kind(field)}
            properties.setdefault(synonym, same)
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": SCHEMA_ID,
        "title": "Front matter of a netjournal contact",
        "description": f"Version {SCHEMA_VERSION}. No field is required, and others are welcome.",
        "type": "object",
        "properties": properties,
        "additionalProperties": True,
        "definitions": {_definition(field): _values(field) for field in FIELDS},
    }


def _example(field: Field) -> str | list[str]:
    """The value that the example of a field has when YAML reads it."""
    text = field.example
    if text.startswith("["):
        return [item.strip('"') for item in text[1:-1].split(", ")]
    return text.strip('"')


def _kind(field: Field) -> Schema:
    # A reference stands alone in draft 7: what is beside it would be ignored.
    return {"allOf": [{"$ref": f"#/definitions/{_definition(field)}"}]}


def _definition(field: Field) -> str:
    """The name of what a field's values may be: a choice has words of its own."""
    return field.name if field.choices else field.type.value


def _values(field: Field) -> Schema:
    match field.type:
        case FieldType.CHOICE:
            words = [*field.choices, *(word for word, _ in field.choice_synonyms)]
            # The words for an editor to propose, and the pattern for whoever writes them otherwise.
            return _one({"enum": words}, _text(choice_pattern(words)))
        case FieldType.DATE:
            return _one(_text(date_pattern()))
        case FieldType.PARTIAL_DATE:
            return _one(_text(partial_date_pattern()), _YEARS)
        case FieldType.CADENCE:
            return _one(_text(cadence_pattern()))
        case FieldType.LIST | FieldType.LINKS:
            return {"anyOf": [_SCALAR, _NOTHING, {"type": "array", "items": _one(_SCALAR)}]}
        case FieldType.TEXT | FieldType.LINK:
            return _one(_SCALAR)


def _text(pattern: str) -> Schema:
    return {"type": "string", "pattern": pattern}


def _one(*values: Schema) -> Schema:
    """One of the values, or nothing; also in a list of its own, or as a link without quotes.

    To YAML, `[[ben-osei]]` is a list in a list.
    """
    alone = [*values, _NOTHING]
    linked = {"type": "array", "maxItems": 1, "items": {"anyOf": alone}}
    listed = {"type": "array", "maxItems": 1, "items": {"anyOf": [*alone, linked]}}
    return {"anyOf": [*alone, listed]}
