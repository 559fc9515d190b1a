"""What the words mean that a note may hold: relationships, hashtags, and the fields."""

from collections.abc import Mapping

from netjournal.model.contact import Kind, Relationship, Status
from netjournal.model.fields import Field

RELATIONSHIPS: Mapping[str, str] = {
    Relationship.ALLY: "Somebody you help and ask for advice; few, and kept by giving first.",
    Relationship.ACQUAINTANCE: "Somebody you know and meet now and then, on friendly terms.",
    Relationship.TRANSACTIONAL: "Somebody you do business with.",
    Relationship.MET_ONCE: "Somebody you met once, and leave in peace.",
}
"""By the word for each relationship."""

STATUSES: Mapping[str, str] = {
    Status.ACTIVE: "You keep in touch; the same as when no status is there.",
    Status.DORMANT: "The tie rests: no reminders, until you revive it.",
    Status.CLOSED: "It has ended: in no list any more.",
}
"""By the word for each status."""

KINDS: Mapping[Kind, str] = {
    Kind.GAVE: "I helped them.",
    Kind.RECEIVED: "They helped me.",
    Kind.ASKED: "I asked them for something.",
    Kind.WAS_ASKED: "They asked me for something.",
    Kind.INTRO: "I introduced them to the other contact who is linked.",
    Kind.INTRODUCED_ME: "They introduced me to somebody.",
    Kind.LEAD: "They brought information, an opportunity or an offer.",
    Kind.DEAL: "Paid business.",
    Kind.OUTREACH: "I wrote, and there is no answer yet: it doesn't count as contact.",
    Kind.ANSWERED: "With the hashtag for outreach: they answered, so it counts as contact.",
    Kind.ABOUT: "It only talks about them: no contact.",
}
"""What the hashtags of each kind say of an entry."""


def of_field(field: Field) -> str:
    """A field's help in Markdown: what it is, what it can be, how else it is written."""
    lines = [f"**{field.name}**: {field.help}", f"Example: `{field.name}: {field.example}`"]
    if field.choices:
        lines.append(f"It can be {', '.join(f'`{choice}`' for choice in field.choices)}.")
    if field.synonyms:
        lines.append(f"Also written {', '.join(f'`{each}`' for each in field.synonyms)}.")
    return "\n\n".join(lines)
