"""The values of a field one by one, and a place to take down what is wrong with them."""

import re
from dataclasses import dataclass, field

from netjournal.model import codes
from netjournal.model.diagnostic import Code, Diagnostic, Fix
from netjournal.model.fields import Field
from netjournal.notes.raw import RawField, RawValue

SHOWN = 60
"""Characters of a value that a message repeats."""

_NEXT_ADDRESS = re.compile(r",\s+(?=[A-Za-z][A-Za-z0-9+.-]*:|www\.)")


@dataclass(slots=True)
class Notebook:
    """What has been found wrong with the values of a note so far."""

    path: str
    problems: list[Diagnostic] = field(default_factory=list)

    def note(
        self, code: Code, value: RawValue, message: str, hint: str = "", better: str = ""
    ) -> None:
        """Takes down a problem at a value, and what may be meant."""
        fixes = (Fix(value.text, better),) if better else ()
        place = (value.line, value.column)
        self.problems.append(code.at(self.path, *place, message, hint, fixes=fixes))


def texts_of(notebook: Notebook, raw: RawField, known: Field) -> tuple[RawValue, ...]:
    """The values of a list, which may stand in one value with commas between them."""
    values = raw.values
    if len(values) == 1:
        text, line, column, quoted, nested = values[0]
        if not nested:
            if quoted or raw.is_list or "," not in text:
                return values
            return tuple([RawValue(part, line, column) for part in _parts(text, known)])
    for value in values:
        if value.nested:
            return tuple([value for value in values if is_flat(notebook, value, known)])
    return values


def _parts(text: str, known: Field) -> list[str]:
    if known.is_address:
        return [part for part in _NEXT_ADDRESS.split(text) if part]
    return [part for part in map(str.strip, text.split(",")) if part] or [text]


def is_flat(notebook: Notebook, value: RawValue, known: Field) -> bool:
    """Whether a value is a plain one; notes it when it isn't."""
    if value.nested:
        message = f"{known.name} holds a list or fields of its own; only plain values are read"
        notebook.note(codes.BAD_VALUE, value, message, f"write it as {known.name}: {known.example}")
    return not value.nested


def only_value(notebook: Notebook, raw: RawField, known: Field) -> RawValue | None:
    """The value of a field that has one; the first of several."""
    values = raw.values
    first = values[0]
    if len(values) > 1:
        message = f"{known.name} has one value; `{first.text[:SHOWN]}` is read"
        hint = "keep one value here, and write the others in the note's text"
        notebook.note(codes.LOOSE_VALUE, values[1], message, hint)
    return first if not first.nested or is_flat(notebook, first, known) else None
