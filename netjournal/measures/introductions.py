"""How ready somebody is to introduce me, how good a path is, and whom introductions led to.

Only paths of two steps: what helps in a search for work mostly came from somebody, or through one
person between (Granovetter 1973). The formula of a path is our own choice.
"""

from collections import Counter
from collections.abc import Mapping
from math import pow  # noqa: A004 - of floats, and a float

KNOWS = 1.0
"""The link of somebody who is known to know a person in the industry."""

IS_NEAR = 0.5
"""The link of somebody who works in the same group of industries, and may know a person there."""


def readiness(tier: str | None, overdue_ratio: float | None) -> float:
    """How ready a contact is to introduce me: from 0 to 1, halved with each cadence of silence.

    The weight is 1 for an ally and one half for an acquaintance; 0 for others, and without a
    ratio.
    """
    if overdue_ratio is None:
        return 0.0
    weight = {"ally": 1.0, "acquaintance": 0.5}.get(tier or "", 0.0)
    return weight * pow(2.0, -overdue_ratio)


def path_score(ready: float, link: float) -> float:
    """How good a path is that leads over one person: its readiness times its link."""
    return ready * link


def descendants(introducers: Mapping[str, str]) -> Mapping[str, int]:
    """How many people I know through each introducer, directly or through those introduced.

    `introducers` says of a person who introduced them. In a ring, which can't be, everybody has
    all others once.
    """
    sizes = Counter({person: 1 for each in introducers.items() for person in each})
    waiting = Counter(introducers.values())
    ready = [person for person in introducers if not waiting[person]]
    in_ring = dict.fromkeys(introducers)
    while ready:
        person = ready.pop()
        del in_ring[person]
        parent = introducers[person]
        sizes[parent] += sizes[person]
        waiting[parent] -= 1
        if not waiting[parent] and parent in introducers:
            ready.append(parent)
    while in_ring:
        ring = _ring_of(next(iter(in_ring)), introducers)
        total = sum(sizes[person] for person in ring)
        for person in ring:
            sizes[person] = total
            del in_ring[person]
    return {person: sizes[person] - 1 for person in set(introducers.values())}


def _ring_of(start: str, introducers: Mapping[str, str]) -> list[str]:
    """The ring in which a person stands."""
    ring = [start]
    while introducers[ring[-1]] != start:
        ring.append(introducers[ring[-1]])
    return ring
