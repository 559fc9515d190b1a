"""Markdown: the contacts of a query as a document to read, print or send."""

import re
from collections.abc import Iterator

from netjournal.exporters.field_values import fields_of, names_of, own_fields_of
from netjournal.exporters.plain_text import in_words, plain
from netjournal.model.contact import Contact
from netjournal.model.exported import Export, ExportedFile
from netjournal.model.fields import FIELD_BY_NAME

MARK = b"<!-- Exported by netjournal. -->"

_ACTIVE = re.compile(
    r"[\\`*\[\]<>#|$]|(?<!\w)_|_(?!\w)|~(?=~)|=(?==)|%(?=%)|&(?=#?\w+;)"
    r"|(?<=:)/(?=/)|(?<=\w)@(?=\w)"
)
_ADDRESS = re.compile(r"https?://[^\s<>\\]+|[^\s<>@:/\\]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def write(export: Export) -> tuple[ExportedFile, ...]:
    """A section for each contact: its fields, open promises, and what was written down by day."""
    text = "".join([f"{line}\n" for line in _lines(export)])
    return (ExportedFile("contacts.md", text.encode("utf-8")),)


def _lines(export: Export) -> Iterator[str]:
    count = len(export.contacts)
    yield MARK.decode()
    yield ""
    yield "# Contacts"
    yield ""
    yield f"{count:,} contact{'' if count == 1 else 's'}, {export.as_of.isoformat()}"
    called = names_of(export)
    for contact in export.contacts:
        yield ""
        yield f"## {_harmless(called[contact.path])}"
        about = list(_about(export, contact))
        yield from ["", *about] if about else []
        if not export.is_public:
            yield from _log(export, contact)


def _about(export: Export, contact: Contact) -> Iterator[str]:
    fields = {**fields_of(export, contact), **own_fields_of(export, contact)}
    for key, values in fields.items():
        if key != "name":
            label = key.replace("_", " ") if key in FIELD_BY_NAME else key
            yield f"- **{_harmless(label)}**: {', '.join(map(_value, values))}"
    due = export.due.get(contact.path)
    if not export.is_public:
        state = export.states.get(contact.path, "")
        if state:
            yield f"- **state**: {state}"
        if due:
            yield f"- **be in touch**: {due.isoformat()}"


def _log(export: Export, contact: Contact) -> Iterator[str]:
    promises = [each for each in export.index.promises.get(contact.path, ()) if not each.done]
    for number, promise in enumerate(promises):
        if not number:
            yield from ["", "### Promises", ""]
        due = f" (by {promise.due.isoformat()})" if promise.due else ""
        yield f"- {_harmless(in_words(export, promise.text, promise.path))}{due}"
    entries = export.index.interactions.get(contact.path, ())
    for number, entry in enumerate(reversed(entries)):
        if not number:
            yield from ["", "### Log", ""]
        kinds = f" ({', '.join(kind.value for kind in entry.kinds)})" if entry.kinds else ""
        said = _harmless(in_words(export, entry.text, entry.path))
        yield f"- {entry.date.isoformat()}: {said}{kinds}"


def _value(text: str) -> str:
    """A value; a web or mail address is a link."""
    return f"<{text}>" if _ADDRESS.fullmatch(text) else _harmless(text)


def _harmless(text: str) -> str:
    """A text on one line in which nothing is a mark."""
    return _ACTIVE.sub(r"\\\g<0>", " ".join(plain(text).split()))
