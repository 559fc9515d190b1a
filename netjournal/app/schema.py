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
        kind = {"title": field.name, "$ref": f"#/definitions/{_definition(field)}"}
        # Draft 7 ignores what stands beside a reference; editors show it.
        properties[field.name] = {"description": field.help, "examples": [_example(field)], **kind}
        for synonym in field.synonyms:
            properties.setdefault(synonym, {"description": f"The same as {field.name}.", **kind})
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


def _definition(field: Field) -> str:
    """The name of what a field's values may be: a choice has words of its own."""
    return field.name if field.choices else field.type.value


def _values(field: Field) -> Schema:
    match field.type:
        case FieldType.CHOICE:
            words = [*field.choices, *(word for word, _ in field.choice_synonyms)]
            # The words for an editor to propose, and the pattern for whoever writes them otherwise.
            said = f"it can be {', '.join(field.choices)}"
            return _one({"enum": words}, _text(choice_pattern(words), said))
        case FieldType.DATE:
            return _one(_text(date_pattern(), "write it as 2026-11-03"))
        case FieldType.PARTIAL_DATE:
            said = "write it as 2026-11-03, 2026-11, 2026, or --11-03 without a year"
            return _one(_text(partial_date_pattern(), said), _YEARS)
        case FieldType.CADENCE:
            said = "write it as 30d, 6w, 3m, 1y, weekly, monthly, quarterly, yearly or never"
            return _one(_text(cadence_pattern(), said))
        case FieldType.LIST | FieldType.LINKS:
            return {"anyOf": [_SCALAR, _NOTHING, {"type": "array", "items": _one(_SCALAR)}]}
        case FieldType.TEXT | FieldType.LINK:
            return _one(_SCALAR)


def _text(pattern: str, said: str) -> Schema:
    # The last is no part of JSON Schema: editors show it in the place of the pattern.
    return {"type": "string", "pattern": pattern, "patternErrorMessage": said}


def _one(*values: Schema) -> Schema:
    """One of the values, or nothing; also in a list of its own, or as a link without quotes.

    To YAML, `[[ben-osei]]` is a list in a list.
    """
    alone = [*values, _NOTHING]
    linked = {"type": "array", "maxItems": 1, "items": {"anyOf": alone}}
    listed = {"type": "array", "maxItems": 1, "items": {"anyOf": [*alone, linked]}}
    return {"anyOf": [*alone, listed]}
