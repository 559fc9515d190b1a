"""The hashtags of a vault, as they are typed into a note."""

from netjournal.model.config import Config
from netjournal.model.contact import Kind


def hashtag(kind: Kind, config: Config) -> str:
    """The first hashtag that a vault has for a kind, as something to type."""
    words = (word for word, means in config.hashtags.items() if means is kind)
    return f"`#{next(words, kind.value)}`"
