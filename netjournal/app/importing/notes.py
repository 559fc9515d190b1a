"""The notes that an import makes and adds to, as they will be; nothing is written here."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from netjournal.app.blank_note import blank_note, contact_template
from netjournal.app.changing import read_for_change
from netjournal.app.importing.happenings import Happening, Happenings, Kept, plain_words, tells_of
from netjournal.app.importing.note_fields import fields_of_new, fields_to_write
from netjournal.app.importing.outcomes import Additions, People, Place
from netjournal.app.importing.said import is_list
from netjournal.app.journal_notes import journal_note
from netjournal.app.link_text import link_text, listed_links
from netjournal.app.log_entry import with_hashtags
from netjournal.app.new_place import Places
from netjournal.app.who import Desk
from netjournal.model.imported import Skipped
from netjournal.model.resolve import stem
from netjournal.model.source import Source
from netjournal.notes.splicing.fields import set_field
from netjournal.notes.splicing.items import add_items
from netjournal.notes.splicing.journal import add_to_journal
from netjournal.notes.splicing.more_entries import Entry, add_entries
from netjournal.notes.splicing.new_fields import add_fields
from netjournal.notes.splicing.note import Note, Refusal
from netjournal.notes.splicing.quotes import add_quote
from netjournal.notes.splicing.template import Filling
from netjournal.notes.splicing.whole_body import with_body
from netjournal.vault.changes import FileChange

_MENTION = "@"
_STEP = 50
"""After how many entries the bar moves."""

Progress = Callable[[int, int], None]


class Drafted(NamedTuple):
    """The files as they will be, what of the import can't be written, and where people are."""

    changes: tuple[FileChange, ...]
    refused: tuple[tuple[str, Skipped], ...]
    paths: Mapping[str, str]
    """By what somebody new is called here, the path of the note."""
    there: frozenset[Happening]
    """What the journal tells of already."""


def draft_notes(
    desk: Desk,
    people: People,
    happenings: Happenings,
    day: date,
    progress: Progress | None = None,
) -> Drafted:
    """The notes of an import as they will be; `day` fills a template."""
    return _Draft(desk, people, day).drafted(happenings, progress)


class _Draft:
    """The notes so far."""

    def __init__(self, desk: Desk, people: People, day: date) -> None:
        self._desk = desk
        self._people = people
        self._day = day
        self._template = contact_template(desk.root)
        self._notes: dict[str, Note] = {}
        self._before: dict[str, bytes | None] = {}
        self._refused: list[tuple[str, Skipped]] = []
        self._there: set[Happening] = set()
        self._paths: dict[str, str] = {}
        self._there_before = frozenset(note.path for note in desk.notes)
        self._journal = [note for note in desk.notes if note.in_journal]
        # By name first: a look at thousands of them for each of thousands of days takes minutes.
        self._by_day = {stem(note.path): note for note in reversed(self._journal)}
        self._stems = Counter(stem(note.path).casefold() for note in desk.notes)
        self._places = {each.who: each.place for each in reversed(people.outcomes) if each.who}

    def drafted(self, happenings: Happenings, progress: Progress | None) -> Drafted:
        """All notes, with everything that comes into them."""
        people = self._people
        total = 2 * len(people.new) + len(people.more)
        places = Places(self._desk)
        # Everybody has a file name before anything is linked.
        for number, (who, additions) in enumerate(people.new.items()):
            if progress:
                progress(number, total)
            self._take_place(places, who, additions)
        for number, who in enumerate((*people.new, *people.more), len(people.new)):
            if progress:
                progress(number, total)
            additions = people.new.get(who) or people.more[who]
            self._fill(who, additions)
        self._write_entries(happenings, progress)
        changes = [
            FileChange(path, self._before[path], note.source.data)
            for path, note in self._notes.items()
            if self._before[path] != note.source.data
        ]
        there = frozenset(self._there)
        return Drafted(tuple(changes), tuple(self._refused), self._paths, there)

    def _take_place(self, places: Places, who: str, additions: Additions) -> None:
        name = additions.fields["name"][0]
        organization = additions.fields.get("organization", ("",))[0]
        found = places.take(name, organization)
        if isinstance(found, Refusal):
            self._refuse(self._places[who], name, found.reason)
            return
        if isinstance(self._template, Refusal):
            note: Note | Refusal = self._template
        else:
            filling = Filling(name, self._day)
            note = blank_note(found, self._template, filling, self._desk.settings.config)
        if isinstance(note, Refusal):
            self._refuse(self._places[who], name, note.reason)
            return
        self._paths[who] = found.path
        self._stems[stem(found.path).casefold()] += 1
        self._before[found.path] = None
        self._notes[found.path] = note

    def _path(self, who: str) -> str:
        """Where somebody's note is; empty for one that can't be made."""
        return self._paths.get(who, "") if who in self._people.new else who

    def _note(self, path: str, place: Place) -> Note | None:
        """The note at a path as it is by now; None when it can't be read."""
        if path not in self._notes:
            note = read_for_change(self._desk.vault, self._desk.note_at(path))
            if isinstance(note, Refusal):
                self._refuse(place, path, note.reason)
                return None
            self._notes[path] = note
            self._before[path] = note.source.data
        return self._notes[path]

    def _fill(self, who: str, additions: Additions) -> None:
        """Puts what is new of somebody into the note."""
        path, place = self._path(who), self._places[who]
        note = self._note(path, place) if path else None
        if note is None:
            return
        fields_of = fields_of_new if who in self._people.new else fields_to_write
        fields = fields_of(note, additions, self._link_to)
        self._notes[path] = self._with_texts(
            self._with_fields(note, fields, place), additions, place
        )

    def _with_fields(self, note: Note, fields: Mapping[str, Sequence[str]], place: Place) -> Note:
        together = add_fields(note, fields)
        if not isinstance(together, Refusal):
            return together
        # One by one, so that a field that can't be written hides no other.
        for field, values in fields.items():
            one = (
                add_items(note, field, values, make_head=True) if _is_list(field, values) else None
            )
            changed = one or set_field(note, field, values[0], make_head=True)
            if isinstance(changed, Refusal):
                self._refuse(place, f"{field}: {', '.join(values)}"[:80], changed.reason)
            else:
                note = changed
        return note

    def _with_texts(self, note: Note, additions: Additions, place: Place) -> Note:
        if additions.body:
            whole = with_body(note, additions.body)
            if isinstance(whole, Refusal):
                self._refuse(place, "the text of the note", whole.reason)
            else:
                note = whole
        for text in additions.texts:
            quoted = add_quote(note, text)
            if isinstance(quoted, Refusal):
                self._refuse(place, " ".join(text.split())[:80], quoted.reason)
            else:
                note = quoted
        return note

    def _write_entries(self, happenings: Happenings, progress: Progress | None) -> None:
        by_note: defaultdict[str, list[tuple[Place, Entry]]] = defaultdict(list)
        config = self._desk.settings.config
        for number, each in enumerate(happenings.outcomes):
            if progress and number % _STEP == 0:
                progress(number, len(happenings.outcomes))
            entry = each.entry
            text = with_hashtags(entry.text, entry.kinds, config)
            if each.kept is Kept.IN_NOTE and self._path(each.who[0]):
                by_note[self._path(each.who[0])].append((each.place, (entry.day, text)))
            elif each.kept is Kept.IN_JOURNAL:
                self._write_in_journal(each, text)
        for path, entries in by_note.items():
            self._write_in_note(path, entries)

    def _write_in_note(self, path: str, entries: Sequence[tuple[Place, Entry]]) -> None:
        note = self._note(path, entries[0][0])
        if note is None:
            return
        together = add_entries(note, [entry for _, entry in entries])
        if isinstance(together, Refusal):
            for place, entry in entries:
                one = add_entries(note, [entry])
                if isinstance(one, Refusal):
                    self._refuse(place, f"{entry[0].isoformat()} {entry[1]}"[:80], one.reason)
                else:
                    note = one
            together = note
        self._notes[path] = together

    def _write_in_journal(self, happening: Happening, text: str) -> None:
        """An entry in the journal note of its day, which links everybody in it."""
        day, config = happening.entry.day, self._desk.settings.config
        name = day.isoformat()
        found = self._by_day.get(name) or journal_note(self._journal, config.vault, day)
        self._by_day[name] = found
        is_new = found.path not in self._notes and found.path not in self._there_before
        if is_new:
            self._before[found.path] = None
            empty = Source(found.path, b"")
            self._notes[found.path] = Note(empty, config, found.in_contacts, found.in_journal)
        note = self._note(found.path, happening.place)
        if note is None:
            return
        text = self._linked(happening, text, found.path)
        if tells_of(plain_words(text), note.source.data.decode(errors="replace")):
            self._there.add(happening)
            return
        links_somebody = any(self._path(who) for who in happening.who)
        changed = add_to_journal(note, day, text, links_somebody=links_somebody)
        if isinstance(changed, Refusal):
            self._refuse(happening.place, f"{day.isoformat()} {text}"[:80], changed.reason)
            if is_new:
                del self._notes[found.path], self._before[found.path]
        else:
            self._notes[found.path] = changed

    def _linked(self, happening: Happening, text: str, source: str) -> str:
        """The text with links to everybody in it, where they are mentioned, else before it."""
        before = []
        for who, called in zip(happening.who, happening.called, strict=True):
            link = self._link(who, source)
            if not link:
                continue
            if called and f"{_MENTION}{called}" in text:
                text = text.replace(f"{_MENTION}{called}", link)
            else:
                before.append(link)
        return f"{listed_links(before)}: {text}" if before else text

    def _link_to(self, name: str, source: str) -> str:
        """A link in a note to the one contact of a name; empty for nobody, or several."""
        who = self._people.register.called(name).who
        return self._link(who[0], source) if len(who) == 1 else ""

    def _link(self, who: str, source: str) -> str:
        path = self._path(who)
        if not path or path == source:
            return ""
        is_only_one = self._stems[stem(path).casefold()] == 1
        style = self._desk.settings.config.build.links
        return link_text(path, self._people.names[who], source, style, is_only_one=is_only_one)

    def _refuse(self, place: Place, what: str, why: str) -> None:
        file, line = place
        self._refused.append((file, Skipped(line, " ".join(what.split()), why)))


def _is_list(field: str, values: Sequence[str]) -> bool:
    return is_list(field) or len(values) > 1
