"""What becomes of the people in a file: a new note, more in a note that is there, or a question."""

from collections.abc import Callable, Iterable, Sequence

from netjournal.app.importing.identity import Recognised, Register
from netjournal.app.importing.outcomes import (
    Additions,
    Outcome,
    People,
    Place,
    Verdict,
    Wanted,
)
from netjournal.app.importing.said import (
    Difference,
    Said,
    is_list,
    news,
    said_by_file,
    said_by_note,
)
from netjournal.exporters.uids import made_uid
from netjournal.measures.details import email_of
from netjournal.model.config import Config
from netjournal.model.contact import Contact, Link
from netjournal.model.fields import FIELD_BY_NAME
from netjournal.model.imported import ImportedPerson, Skipped
from netjournal.model.index import Index
from netjournal.model.industry_guess import guess_industry
from netjournal.model.resolve import stem

_NEW = "\0"
"""With it begins what somebody is called here who has no note yet; it is in no path."""

_ADDRESS_JOINTS = str.maketrans("._-+", "    ")

HasText = Callable[[str, str], bool]
"""Whether the note at a path has a text already."""


def plan_people(
    found: Iterable[tuple[str, ImportedPerson]],
    index: Index,
    config: Config,
    wanted: Wanted,
    has_text: HasText,
) -> People:
    """What becomes of the people that files tell of, each with the name of the file."""
    crowd = _Crowd(index, config, wanted, has_text)
    for file, person in found:
        crowd.add(file, person)
    return crowd.people()


class _Crowd:
    """Everybody so far: those of the vault, and those that the files have told of."""

    def __init__(self, index: Index, config: Config, wanted: Wanted, has_text: HasText) -> None:
        self._config = config
        self._answers = wanted.answers
        self._has_text = has_text
        self._mine = {email.key for typed in config.me.emails if (email := email_of(typed))}
        self._register = Register()
        self._known: dict[str, dict[str, tuple[str, ...]]] = {}
        self._outcomes: list[Outcome] = []
        self._skipped: list[tuple[str, Skipped]] = []
        self._new: dict[str, Additions] = {}
        self._more: dict[str, Additions] = {}
        for path, contact in index.contacts.items():
            said = said_by_note(contact)
            for field, links in (("introduced_by", _introducer(contact)), ("knows", contact.knows)):
                found = [index.names.find(link, path) for link in links]
                names = tuple([index.contacts[who[0]].name for who in found if who])
                if field in said:
                    labels = tuple([link.label for link in links])
                    said[field] = (*said[field], *labels, *names)
            self._known[path] = said
            self._register.add(path, said)
            # Journals of other programs name people in one word, as files are named.
            self._register.add(path, {"aliases": (stem(path),), "uid": (made_uid(path),)})
            entries = index.interactions.get(path, ())
            days = [each.date for each in entries if each.two_way and each.date <= wanted.as_of]
            if days:
                last = max(days).isoformat()
                said["last_contact"] = (max((last, *said.get("last_contact", ()))),)

    def people(self) -> People:
        """What becomes of everybody."""
        names = {who: said["name"][0] for who, said in self._known.items()}
        work = {who: text for who, said in self._known.items() if (text := _work(said))}
        return People(
            tuple(self._outcomes),
            tuple(self._skipped),
            self._new,
            self._more,
            self._register,
            names,
            work,
        )

    def add(self, file: str, person: ImportedPerson) -> None:
        """Decides what becomes of somebody."""
        told = said_by_file(person)
        if "name" not in told:
            named = name_from(told)
            if not named:
                why = "it has neither a name nor an e-mail address"
                self._skipped.append((file, Skipped(person.line, _in_short(told), why)))
                return
            told["name"] = (named,)
        if self._mine & {email.key for each in told.get("email", ()) if (email := email_of(each))}:
            why = "it has your own e-mail address"
            self._skipped.append((file, Skipped(person.line, told["name"][0], why)))
            return
        place = (file, person.line)
        answer = self._answers.unclear.get((*place, told["name"][0]))
        found = self._register.recognise(told)
        if answer:
            who = (answer.who,) if answer.who else ()
            found = Recognised("answer", who)
        if not found.who:
            self._add_new(place, told, person)
        elif found.by == "name":
            self._add_named(place, found, told, person)
        elif len(found.who) > 1:
            self._add_shared(place, found, told, person)
        else:
            self._add_more(place, found, told, person)

    def _add_named(
        self, place: Place, found: Recognised, told: Said, person: ImportedPerson
    ) -> None:
        """Decides about somebody of whom only the name is known already."""
        plainly = [who for who in found.who if self._is_plainly(who, told, person.notes)]
        there = [who for who in found.who if not who.startswith(_NEW)]
        if plainly:
            self._add_more(place, found._replace(who=(plainly[0],)), told, person)
        elif there:
            self._outcomes.append(_unclear(place, told, found, there))
        else:
            self._add_new(place, told, person)

    def _add_shared(
        self, place: Place, found: Recognised, told: Said, person: ImportedPerson
    ) -> None:
        """Decides about somebody whose address several have: one who says all of it is meant."""
        plainly = [who for who in found.who if self._is_plainly(who, told, person.notes)]
        if plainly:
            self._add_more(place, found._replace(who=(plainly[0],)), told, person)
        else:
            there = [who for who in found.who if not who.startswith(_NEW)]
            self._outcomes.append(_unclear(place, told, found, there))

    def _is_plainly(self, who: str, told: Said, notes: str) -> bool:
        """Whether all that is told of somebody is known of who has that name."""
        fresh = news(self._known[who], told)
        return not fresh.adds and not fresh.differs and not self._is_new_text(who, notes)

    def _add_new(self, place: Place, told: Said, person: ImportedPerson) -> None:
        who, notes = f"{_NEW}{len(self._new)}", person.notes
        said = {**told, **self._guess(told)}
        if person.is_whole_text:
            self._new[who] = Additions(said, [], notes)
        else:
            self._new[who] = Additions(said, [notes] if notes else [])
        self._known[who] = dict(said)
        self._register.add(who, said)
        name = told["name"][0]
        adds = {field: values for field, values in said.items() if field != "name"}
        self._outcomes.append(Outcome(place, name, Verdict.NEW, who, "", adds, bool(notes)))

    def _add_more(
        self, place: Place, found: Recognised, told: Said, person: ImportedPerson
    ) -> None:
        who, notes = found.who[0], person.notes
        known = self._known[who]
        fresh = news(known, told)
        adds = dict(fresh.adds)
        if adds.get("uid") == (made_uid(who),):
            # Our own export calls it so.
            del adds["uid"]
        kept = []
        for each in fresh.differs:
            if (who, each.field) in self._answers.taken:
                adds["aliases" if each.field == "name" else each.field] = each.theirs
            else:
                kept.append(each)
        if not known.get("industry") and not known.get("industry_guess"):
            adds |= self._guess(adds)
        has_notes = self._is_new_text(who, notes)
        if has_notes and person.is_whole_text:
            has_notes = False
            kept.append(Difference("text", ("another one",), (notes,)))
        outcome = Outcome(
            place,
            known["name"][0],
            Verdict.CHANGED if adds or has_notes else Verdict.SAME,
            who,
            found.by,
            adds,
            has_notes,
            tuple(kept),
        )
        self._outcomes.append(outcome)
        into = self._new.get(who) or self._more.get(who) or Additions({}, [])
        for field, values in adds.items():
            before = known.get(field, ()) if is_list(field) else ()
            known[field] = (*before, *values)
            into.fields[field] = (*(into.fields.get(field, ()) if is_list(field) else ()), *values)
        if has_notes:
            into.texts.append(notes)
        if adds or has_notes:
            self._register.add(who, adds)
            if who not in self._new:
                self._more[who] = into

    def _guess(self, told: Said) -> dict[str, tuple[str, ...]]:
        if told.get("industry") or told.get("industry_guess"):
            return {}
        organization = told.get("organization", ("",))[0]
        title = told.get("title", ("",))[0]
        key = guess_industry(self._config.taxonomy, organization, title)
        return {"industry_guess": (key,)} if key else {}

    def _is_new_text(self, who: str, notes: str) -> bool:
        """Whether a free text isn't in somebody's note yet."""
        if not notes.strip():
            return False
        if who in self._new:
            known = self._new[who]
            return notes not in (*known.texts, known.body)
        if who in self._more and notes in self._more[who].texts:
            return False
        return not self._has_text(who, notes)


def _work(said: Said) -> str:
    known = [said.get(field, ("",)) for field in ("title", "organization")]
    return " at ".join(values[0] for values in known if values and values[0])


def _introducer(contact: Contact) -> tuple[Link, ...]:
    return (contact.introduced_by,) if contact.introduced_by else ()


def _unclear(place: Place, told: Said, found: Recognised, who: Sequence[str]) -> Outcome:
    name = told["name"][0]
    return Outcome(place, name, Verdict.UNCLEAR, "", found.by, told, candidates=tuple(who))


def name_from(told: Said) -> str:
    """What to call somebody of whom only an address is known; empty when there is none."""
    address = told.get("email", ("",))[0]
    box = address.partition("@")[0].translate(_ADDRESS_JOINTS)
    words = box.split()
    if len(words) > 1 and all(word.isalpha() for word in words):
        return " ".join(word.capitalize() for word in words)
    return address


def _in_short(told: Said) -> str:
    values = [value for values in told.values() for value in values]
    return ", ".join(values)[:60]


_ORDER = {name: number for number, name in enumerate(FIELD_BY_NAME)}


def in_field_order(said: Said) -> list[tuple[str, tuple[str, ...]]]:
    """Fields in the order of the table, those of the user's own last."""
    return sorted(said.items(), key=lambda each: _ORDER.get(each[0], len(_ORDER)))
