"""What a card or row says of one person, gathered value by value until the person is complete."""

from collections.abc import Iterable

from netjournal.importers.entry_texts import entry_lines
from netjournal.importers.texts import note_text, one_line, own_key
from netjournal.model.fields import FIELD_BY_NAME, FieldType
from netjournal.model.imported import ImportedPerson

_OF_SEVERAL = (FieldType.LIST, FieldType.LINKS)
_REACHES = ("email", "phone", "url")


class Gathering:
    """The fields, own fields and notes of one person; no value twice, all of them writable."""

    def __init__(self) -> None:
        # Keys of a dictionary are a list without doubles, however long.
        self._fields: dict[str, dict[str, None]] = {}
        self._own: dict[str, dict[str, None]] = {}
        self._notes: dict[str, None] = {}
        self._is_whole_text = False

    def add(self, field: str, *texts: str) -> None:
        """Values of a field of the table; where it has one value, others go to `other_…`."""
        for text in texts:
            value = one_line(text)
            kept = self._fields.setdefault(field, {})
            if not kept or not value or FIELD_BY_NAME[field].type in _OF_SEVERAL:
                _append(kept, value)
            elif value not in kept:
                self.own(f"other_{field}", value)

    def first(self, field: str, texts: Iterable[str]) -> None:
        """Values that come before all others of a field, or in place of the one that it has."""
        values = [value for value in map(one_line, texts) if value]
        if not values:
            return
        is_list = FIELD_BY_NAME[field].type in _OF_SEVERAL
        others = self._fields.pop(field, {}) if is_list else {}
        self._fields[field] = {}
        self.add(field, *values, *others)

    def own(self, label: str, *texts: str) -> None:
        """Values of a field of the user's own, by what another program calls it."""
        self.own_as_it_is(own_key(label), *texts)

    def own_as_it_is(self, key: str, *texts: str) -> None:
        """Values of a field of the user's own by its key in a note."""
        for text in texts:
            _append(self._own.setdefault(key, {}), one_line(text))

    def note(self, text: str) -> None:
        """Free text of any number of lines, in which nothing is a mark of a note."""
        _append(self._notes, "\n".join(entry_lines(text)))

    def note_as_it_is(self, text: str) -> None:
        """The text of a note, which netjournal itself has written."""
        _append(self._notes, note_text(text))
        self._is_whole_text = True

    def values(self, field: str) -> tuple[str, ...]:
        """What is known of a field so far."""
        return tuple(self._fields.get(field, ()))

    def person(self, line: int, name: str) -> ImportedPerson | None:
        """The person, called so if the name isn't empty; None for somebody without any address."""
        called = one_line(name)
        aliases = self._fields.get("aliases", {})
        if not called:
            called = next(iter(aliases), "")
        aliases.pop(called, None)
        if not called and not any(self._fields.get(field) for field in _REACHES):
            return None
        self._fields.pop("name", None)
        fields = {field: tuple(values) for field, values in self._fields.items() if values}
        own = {key: tuple(values) for key, values in self._own.items() if values}
        notes = "\n\n".join(self._notes)
        return ImportedPerson(line, called, fields, own, notes, self._is_whole_text)


def _append(values: dict[str, None], value: str) -> None:
    if value:
        values.setdefault(value)
