"""The cards of a file, each with its properties, and what isn't in any card."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from netjournal.importers.byte_lines import plain_lines
from netjournal.importers.texts import shown
from netjournal.importers.vcard_lines import Property, Stray, properties
from netjournal.model.imported import Skipped

_BEGIN = "BEGIN:VCARD"
_MOST_PROPERTIES = 10_000
"""Of one card; more are no card that a person has."""


@dataclass(slots=True)
class Card:
    """One card, as far as it was read."""

    line: int
    """1-based, of its BEGIN."""
    properties: list[Property] = field(default_factory=list)
    problems: list[Skipped] = field(default_factory=list)
    is_closed: bool = False
    has_agent: bool = False
    """Whether the next card stands inside this one, as its agent."""

    def take(self, each: Property | Stray) -> None:
        """One more property."""
        if isinstance(each, Stray):
            self.problems.append(
                Skipped(each.line, shown(each.text) or "a line", "it is no property of a card")
            )
        elif len(self.properties) == _MOST_PROPERTIES:
            self.problems.append(
                Skipped(each.line, each.name, f"the card has more than {_MOST_PROPERTIES:,} lines")
            )
        elif len(self.properties) < _MOST_PROPERTIES:
            self.properties.append(each)
            if each.is_cut:
                self.problems.append(Skipped(each.line, each.name, "its end: it is too long"))


def cards(lines: Iterable[bytes]) -> Iterator[Card | Skipped]:
    """The cards in the order in which they end; one that never ends is closed by the next."""
    open_cards: list[Card] = []
    is_told = False
    for each in properties(plain_lines(lines)):
        mark = _mark(each)
        if mark == "BEGIN":
            if open_cards and not open_cards[-1].has_agent:
                yield open_cards.pop()
            open_cards.append(Card(each.line))
            is_told = False
        elif mark == "END":
            if open_cards:
                yield _ended(open_cards)
        elif open_cards:
            _inside(open_cards, each)
        elif not is_told:
            text = each.text if isinstance(each, Stray) else f"{each.name}:{each.value}"
            yield Skipped(each.line, shown(text), "it stands in no card, as may the lines below it")
            is_told = True
    yield from reversed(open_cards)


def _ended(open_cards: list[Card]) -> Card:
    """The innermost card, of which the one around it takes the name."""
    done = open_cards.pop()
    done.is_closed = True
    if open_cards:
        named = next((each for each in done.properties if each.name == "FN"), None)
        if named:
            open_cards[-1].take(named._replace(name="AGENT"))
        open_cards[-1].has_agent = False
    return done


def _inside(open_cards: list[Card], each: Property | Stray) -> None:
    """One more line of a card; where it says that an agent's card follows, that card begins."""
    starts = each.value.strip().upper() if isinstance(each, Property) else "-"
    if isinstance(each, Property) and each.name == "AGENT" and starts in ("", _BEGIN):
        open_cards[-1].has_agent = True
        if starts:
            open_cards.append(Card(each.line))
    else:
        open_cards[-1].take(each)


def _mark(each: Property | Stray) -> str:
    """BEGIN or END, of a card."""
    is_edge = isinstance(each, Property) and each.name in ("BEGIN", "END")
    if not is_edge or not isinstance(each, Property):
        return ""
    return each.name if each.value.strip().upper() == "VCARD" else ""
