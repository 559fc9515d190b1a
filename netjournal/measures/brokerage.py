"""How far apart my contacts are from each other, from who knows whom among them.

Managers whose contacts knew each other little had better evaluations and ideas (Burt 2004). What
nobody has written down looks like a gap, so these numbers flatter.
"""

from collections.abc import Iterable
from math import fsum
from typing import NamedTuple


class Brokerage(NamedTuple):
    """My ego network: me, my contacts, and the ties between them; None where undefined."""

    contacts: int
    ties: int
    """Pairs of contacts who know each other, each counted once."""
    open_pairs: int
    """Pairs of contacts who don't, as far as is known."""
    effective_size: float | None
    """Contacts minus the mean number of ties of each (Borgatti 1997)."""
    efficiency: float | None
    """The effective size divided by the contacts."""
    constraint: float | None
    """How much all roads lead to the same people (Burt 1992), within the ego network alone."""


def brokerage(contacts: Iterable[str], ties: Iterable[tuple[str, str]]) -> Brokerage:
    """The brokerage of somebody who knows all these contacts, by the ties between them.

    A tie in both directions, or twice, is one; one with oneself or with a stranger is none.
    """
    known: dict[str, set[str]] = {contact: set() for contact in contacts}
    for one, other in ties:
        if one != other and one in known and other in known:
            known[one].add(other)
            known[other].add(one)
    number = len(known)
    count = sum(map(len, known.values())) // 2
    possible = number * (number - 1) // 2
    if not number:
        return Brokerage(0, 0, 0, None, None, None)
    size = number - 2 * count / number
    return Brokerage(
        number, count, possible - count, size, size / number, _constraint(known, number)
    )


def _constraint(known: dict[str, set[str]], number: int) -> float:
    """The sum over contacts of (direct share + shares through others), squared.

    I give each contact the share 1/n; a contact with d ties gives each of its 1 + d neighbours,
    me among them, the share 1/(1 + d).
    """
    shares = {contact: 1 / (1 + len(others)) for contact, others in known.items()}
    # fsum rounds once, so that the order of contacts can't change a bit.
    through = [1 + fsum([shares[other] for other in others]) for others in known.values()]
    return fsum([each * each for each in through]) / (number * number)
