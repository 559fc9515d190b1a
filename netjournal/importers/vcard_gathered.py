"""What is known of the person of a card while its properties are read."""

from collections.abc import Mapping
from typing import NamedTuple

from netjournal.importers.address_book import Address, Labelled
from netjournal.importers.gathering import Gathering
from netjournal.importers.vcard_cards import Card
from netjournal.importers.vcard_values import labels_of, parts_of


class Gathered(NamedTuple):
    """What is known of the person of a card so far."""

    person: Gathering
    labels: Mapping[str, str]
    """By group."""
    reaches: dict[str, list[Labelled]]
    addresses: list[Address]
    said: dict[str, list[str]]
    """What netjournal itself has written, by field."""
    kinds: list[str]
    is_ours: bool = False
    """Whether netjournal wrote the card: then its note is one of netjournal's."""

    @property
    def kind(self) -> str:
        """What the card is about, in lower case; empty for a person."""
        return self.kinds[-1] if self.kinds else ""


def gathered_for(card: Card) -> Gathered:
    """Nothing so far."""
    is_ours = any(
        each.name.startswith("X-NETJOURNAL-")
        or (each.name == "PRODID" and "netjournal" in each.value.casefold())
        for each in card.properties
    )
    return Gathered(Gathering(), labels_of(card.properties), {}, [], {}, [], is_ours)


def organization_of(card: Card) -> str:
    """The organization that a card names first."""
    named = [parts_of(each.value)[0].strip() for each in card.properties if each.name == "ORG"]
    return next(filter(None, named), "")
