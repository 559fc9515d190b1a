"""The JSON Schema of a contact's front matter, made from the FIELDS table."""

from typing import Any

from netjournal.model.fields import FIELDS, Field, FieldType

SCHEMA_VERSION = 1

_DATE = r"^\d{4}-\d{1,2}-\d{1,2}"
_PARTIAL_DATE = r"^(\d{4}(-\d{1,2}(-\d{1,2})?)?|--\d{2}-\d{2})$"
_UNIT = r"(d|w|m|q|y|days?|weeks?|months?|quarters?|years?|wks?|mths?|mo|yrs?)"
_CADENCE = (
    rf"^\s*((every\s+)?(\d*|a|one|two|other|second|three|third|four|five|six)\s*{_UNIT}"
    rf"|(once|twice|\dx|\d times) (a|per|every) {_UNIT}"
    r"|P\d+[DWMYdwmy]|never|none|[A-Za-z][A-Za-z -]*ly|([Ss]emi|[Bb]i)?[ -]?[Aa]nnual)\s*$"
)

Schema = dict[str, Any]


def front_matter_schema() -> Schema:
    """The schema: every field under its name and its synonyms; other fields are welcome."""
    properties: Schema = {}
    for field in FIELDS:
        properties[field.name] = _schema_of(field)
        for synonym in field.synonyms:
            properties.setdefault(
                synonym,
                {**_value(field), "description": f"The same as {field.name}."},
            )
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Front matter of a netjournal contact",
        "description": f"Version {SCHEMA_VERSION}. No field is required.",
        "type": "object",
        "properties": properties,
        "additionalProperties": True,
    }


def _schema_of(field: Field) -> Schema:
    return {**_value(field), "description": field.help, "examples": [field.example.strip('"')]}


def _value(field: Field) -> Schema:
    text: Schema = {"type": ["string", "number", "null"]}
    match field.type:
        case FieldType.CHOICE:
            synonyms = [word for word, _ in field.choice_synonyms]
            return {"enum": [*field.choices, *synonyms, None]}
        case FieldType.DATE:
            return {"type": ["string", "null"], "pattern": _DATE}
        case FieldType.PARTIAL_DATE:
            return {
                "anyOf": [
                    {"type": "string", "pattern": _PARTIAL_DATE},
                    {"type": ["integer", "null"]},
                ]
            }
        case FieldType.CADENCE:
            return {"type": ["string", "null"], "pattern": _CADENCE}
        case FieldType.LIST | FieldType.LINKS:
            return {"anyOf": [text, {"type": "array", "items": text}]}
        case _:
            return text
