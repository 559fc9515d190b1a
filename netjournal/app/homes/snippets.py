"""Snippets for notes, in the form that VS Code and many plug-ins of other editors read."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from netjournal.model.config import Config
from netjournal.model.contact import Relationship

_TODAY = "$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE"

_DEFAULT = re.compile(r"\$\{[0-9]:([^{}]*)\}")
_SIGN, _ESCAPED = re.compile(r"[\\,|]"), r"\\\g<0>"
"""What means something within a choice."""

_PLACE = re.compile(r"\$\{[0-9]\|[^{}]*\|\}|\$[0-9]")


class Snippet(NamedTuple):
    """A piece of a note that a word stands for."""

    title: str
    word: str
    """What is typed for it."""
    lines: tuple[str, ...]
    """With places to fill in, as `$1`, `${2:a default}` or `${3|one,of|}`."""


def snippets(config: Config) -> tuple[Snippet, ...]:
    """A contact's note, an entry, an entry with a hashtag of the vault, a promise, and a day."""
    relationships = _choice(2, Relationship)
    hashtags = _choice(2, [f"#{word}" for word in config.hashtags])
    return (
        Snippet(
            "A contact",
            "njcontact",
            (
                "---",
                "name: $1",
                f"relationship: {relationships}",
                "industry: $3",
                "organization: $4",
                f"met: {_TODAY}",
                "---",
                "",
                "$0",
                "",
                "## Log",
                "",
            ),
        ),
        Snippet("An entry", "njlog", (f"- {_TODAY} $0",)),
        Snippet("An entry of a kind", "njkind", (f"- {_TODAY} $1 {hashtags}",)),
        Snippet("A promise", "njpromise", (f"- [ ] $1 (due ${{2:{_TODAY}}})",)),
        Snippet("A day in a journal", "njday", (f"## {_TODAY}", "", "- $0")),
    )


def _choice(place: int, words: Iterable[str]) -> str:
    """A place to fill in with one of some words."""
    return f"${{{place}|{','.join([_SIGN.sub(_ESCAPED, word) for word in words])}|}}"


def as_members(found: tuple[Snippet, ...]) -> dict[str, dict[str, str | list[str]]]:
    """The snippets as members of a `.code-snippets` file."""
    return {
        f"netjournal: {each.title}": {
            "scope": "markdown",
            "prefix": each.word,
            "description": each.title,
            "body": list(each.lines),
        }
        for each in found
    }


def as_plain_text(snippet: Snippet) -> str:
    """The text with its defaults, nothing in the other places to fill in, and `%Y-%m-%d` for today.

    Spaces that would stand at the end of a line are left out.
    """
    text = "\n".join(snippet.lines).replace(_TODAY, "%Y-%m-%d")
    text = _PLACE.sub("", _DEFAULT.sub(r"\1", text))
    return "\n".join([line.rstrip() for line in text.split("\n")])
