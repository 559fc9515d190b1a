"""A contact of Monica's as a person."""

from collections.abc import Iterator, Mapping

from netjournal.importers.entry_texts import entry_line, entry_lines
from netjournal.importers.monica_values import (
    Record,
    Values,
    belonging,
    day_of,
    is_true,
    long_text_of,
    mapping,
    special_date,
    text_of,
)
from netjournal.measures.details import email_of, phone_of
from netjournal.model.imported import ImportedPerson, Named

_FAMILY = frozenset(
    (
        *("partner", "spouse", "date", "lover", "inlovewith", "lovedby", "ex", "ex_husband"),
        *("parent", "child", "sibling", "grandparent", "grandchild", "uncle", "nephew", "cousin"),
        *("godfather", "godson", "stepparent", "stepchild", "ex_wife"),
    )
)
_NEW_LINE = "\n"


def name_of(record: Record) -> str:
    """What a contact is called."""
    values = record.values
    parts = (text_of(values, f"{part}_name") for part in ("first", "middle", "last"))
    whole = text_of(values, "complete_name", "name")
    return " ".join(filter(None, parts)) or whole or text_of(values, "nickname")


def named(record: Record, types: Mapping[str, Values]) -> Named:
    """A contact as one with whom something happened."""
    return Named(name_of(record), next(iter(_reaches(record, types)["email"]), ""))


def person_of(
    record: Record,
    types: Mapping[str, Values],
    names: Mapping[str, str],
    related: list[tuple[str, str]],
) -> ImportedPerson:
    """A contact with its fields; the types of its contact fields and other people by uuid.

    Related are words such as `child`, each with a name.
    """
    fields = _fields(record, names)
    reaches = _reaches(record, types)
    own = _own_fields(record, reaches)
    for word, name in related:
        if word in _FAMILY:
            own.setdefault(word, []).append(name)
        else:
            fields.setdefault("knows", []).append(name)
    fields |= {key: reaches[key] for key in ("email", "phone", "url")}
    place, address = _addresses(record)
    fields["location"] = place
    own["address"] = address
    return ImportedPerson(
        record.line, name_of(record), _filled(fields), _filled(own), _notes(record)
    )


def _filled(values: Mapping[str, list[str]]) -> dict[str, tuple[str, ...]]:
    kept = {key: tuple(dict.fromkeys(filter(None, texts))) for key, texts in values.items()}
    return {key: texts for key, texts in kept.items() if texts}


def _fields(record: Record, names: Mapping[str, str]) -> dict[str, list[str]]:
    values = record.values
    career = mapping(mapping(values.get("information")).get("career"))
    met = mapping(mapping(values.get("information")).get("how_you_met"))
    dates = mapping(mapping(values.get("information")).get("dates"))
    nickname = text_of(values, "nickname")
    through = text_of(values, "first_met_through", "first_met_through_contact_id")
    introducer = through or text_of(mapping(met.get("first_met_through_contact")), "uuid", "id")
    born, first_met = (
        values.get("birthdate") or dates.get("birthdate"),
        values.get("first_met_date"),
    )
    days = text_of(values, "stay_in_touch_frequency")
    last = day_of(values.get("last_talked_to"))
    status = "closed" if is_true(values, "is_dead") else ""
    if not status and values.get("is_active") in (False, 0):
        status = "dormant"
    return {
        "aliases": [nickname if nickname != name_of(record) else ""],
        "status": [status],
        "organization": [text_of(values, "company") or text_of(career, "company")],
        "title": [text_of(values, "job") or text_of(career, "job")],
        "met": [special_date(first_met) or special_date(met.get("first_met_date"))],
        "met_at": [
            ", ".join(
                filter(
                    None,
                    (
                        text_of(values, "first_met_where"),
                        text_of(values, "first_met_additional_info", "first_met_info")
                        or text_of(met, "general_information"),
                    ),
                )
            )
        ],
        "introduced_by": [names.get(introducer, "")],
        "cadence": [f"{days}d" if days.isascii() and days.isdigit() and days != "0" else ""],
        "last_contact": [last.isoformat() if last else ""],
        "birthday": [special_date(born)],
        "tags": [*_tags(values), "starred" if is_true(values, "is_starred") else ""],
        "uid": [record.uuid],
    }


def _tags(values: Values) -> Iterator[str]:
    tags = values.get("tags")
    for tag in tags if isinstance(tags, list) else []:
        word = text_of({"name": tag} if isinstance(tag, str) else mapping(tag), "name")
        yield word.replace(",", " ").lstrip("#")


def _own_fields(record: Record, reaches: Mapping[str, list[str]]) -> dict[str, list[str]]:
    values = record.values
    pets = [
        " ".join(filter(None, (text_of(pet, "name"), f"({kind})" if kind else "")))
        for pet in belonging(record, "pet")
        for kind in [text_of(pet, "category", "pet_category")]
    ]
    return {
        "gender": [text_of(values, "gender")],
        "died": [special_date(values.get("deceased_date"))],
        "food_preferences": [text_of(values, "food_preferences")],
        "pets": pets,
        "chat": reaches["chat"],
    }


def _reaches(record: Record, types: Mapping[str, Values]) -> dict[str, list[str]]:
    """E-mail addresses, phone numbers, web addresses, and names on other services."""
    found: dict[str, list[str]] = {"email": [], "phone": [], "url": [], "chat": []}
    for field in belonging(record, "contact_field"):
        said = text_of(field, "data", "content")
        kind = types.get(text_of(field, "type"), mapping(field.get("contact_field_type")))
        name = text_of(kind, "name").casefold()
        sort = text_of(kind, "type").casefold() or name
        protocol = text_of(kind, "protocol").casefold()
        if "mail" in sort or protocol == "mailto:" or (not kind and email_of(said)):
            found["email"].append(said.removeprefix("mailto:"))
        elif "phone" in sort or protocol == "tel:" or (not kind and phone_of(said)):
            found["phone"].append(said.removeprefix("tel:"))
        elif "://" in said:
            found["url"].append(said)
        elif said:
            found["chat"].append(f"{name}:{said}" if name else said)
    return found


def _addresses(record: Record) -> tuple[list[str], list[str]]:
    """City and country of the first address, and all that are more than that."""
    places: list[str] = []
    whole: list[str] = []
    for address in belonging(record, "address"):
        country = text_of(address, "country") or text_of(mapping(address.get("country")), "name")
        city = text_of(address, "city")
        parts = [text_of(address, name) for name in ("street", "postal_code")]
        places.append(", ".join(filter(None, (city, country))))
        said = (parts[0], city, text_of(address, "province"), parts[1], country)
        text = ", ".join(filter(None, said))
        if text != places[0]:
            label = text_of(address, "name")
            whole.append(f"{text} ({label})" if label and text else text)
    return places[:1], whole


def _notes(record: Record) -> str:
    """Free text: the description, notes, and what is no field of a person."""
    values = record.values
    blocks = [_NEW_LINE.join(entry_lines(long_text_of(values, "description")))]
    for note in belonging(record, "note"):
        day = day_of(note.get("created_at"))
        text = _NEW_LINE.join(entry_lines(long_text_of(note, "body")))
        blocks.append(f"Note of {day}: {text}" if day and text else text)
    blocks.append(_NEW_LINE.join(f"- {line}" for line in _lines(record)))
    return "\n\n".join(filter(None, blocks))


def _lines(record: Record) -> Iterator[str]:
    for event in belonging(record, "life_event"):
        day = day_of(event.get("happened_at"))
        said = ": ".join(filter(None, (text_of(event, "name"), text_of(event, "note"))))
        yield _line(f"In life, {day or 'once'}", said)
    for gift in belonging(record, "gift"):
        said = ", ".join(
            filter(None, (text_of(gift, each) for each in ("name", "amount", "date", "comment")))
        )
        yield _line(f"Gift ({text_of(gift, 'status') or 'idea'})", said)
    for debt in belonging(record, "debt"):
        whose = "I owe them" if is_true(debt, "in_debt") else "They owe me"
        amount = " ".join(filter(None, (text_of(debt, "amount"), text_of(debt, "currency"))))
        why = text_of(debt, "reason")
        yield _line(whose, ", ".join(filter(None, (amount, why))))
    for reminder in belonging(record, "reminder"):
        day = day_of(reminder.get("initial_date"))
        often = text_of(reminder, "frequency_type").replace("_", " ")
        said = text_of(reminder, "title", "description")
        yield _line("Reminder", ", ".join(filter(None, (said, str(day or ""), often))))
    for task in belonging(record, "task"):
        said = entry_line(text_of(task, "title", "description"))
        # What is still to do is a promise, as a task in a note is.
        yield f"[{'x' if is_true(task, 'completed') else ' '}] {said}"


def _line(what: str, said: str) -> str:
    return f"{what}: {entry_line(said)}"
