"""What to bring to a contact: a promise kept, somebody who can help, or what was said last."""

from collections.abc import Sequence
from datetime import date

from netjournal.model.contact import Interaction
from netjournal.model.review import Excerpt
from netjournal.model.source import Place
from netjournal.reviews.assessment import Assessment
from netjournal.reviews.excerpts import excerpt, plain_text, plain_texts
from netjournal.reviews.matching import Offer, offer_for, said_by
from netjournal.reviews.person import Person
from netjournal.reviews.words import listed, named_day


def bring(person: Person, offers: Sequence[Offer], assessment: Assessment) -> Excerpt | None:
    """What to bring: a promise, a need that an offer meets, what was said last, or a need."""
    promised = _promised(person, assessment)
    if promised:
        return promised
    contact, index = person.contact, assessment.index
    place = Place(contact.path, contact.place_of("needs")[0])
    for need in contact.needs:
        offer = offer_for(need, person, offers, index)
        if offer:
            needed = plain_text(need, index, path=contact.path)
            text = (
                f"Tell them who offers {said_by(offer, index)}: {offer.person.ref.label} "
                f"(they need {needed})"
            )
            return Excerpt(text, place)
    said = assessment.kept((bring, contact.path), person, lambda person: _said(person, assessment))
    if said is None and contact.needs:
        needs = listed(plain_texts(contact.needs, index, contact.path), 3)
        return Excerpt(f"Ask about what they need: {needs}", place)
    return said


def _promised(person: Person, assessment: Assessment) -> Excerpt | None:
    if not person.promises:
        return None
    promise = min(person.promises, key=lambda promise: promise.due or date.max)
    due = f" (due {named_day(promise.due, assessment.as_of)})" if promise.due else ""
    before, about = f"Keep your promise{due}: ", person.contact.path
    return excerpt(promise, assessment.index, assessment.config.hashtags, before, about)


def _said(person: Person, assessment: Assessment) -> Excerpt | None:
    entry = _last_talk(person, assessment)
    if entry is None:
        return None
    before = f"Take up what you wrote on {named_day(entry.date, assessment.as_of)}: "
    about = person.contact.path
    return excerpt(entry, assessment.index, assessment.config.hashtags, before, about)


def _last_talk(person: Person, assessment: Assessment) -> Interaction | None:
    """The last entry with any text to take up: not a letter that nobody has answered."""
    last = person.last_entry
    if last is None or last.two_way:
        return last
    entries = assessment.index.interactions.get(person.contact.path, ())
    past = [e for e in entries if e.two_way and e.text and e.date <= assessment.as_of]
    return past[-1] if past else None
