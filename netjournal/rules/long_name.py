"""A name that is too long to be the name of a file.

File systems allow 255 bytes for a file name. The contact's page, and its note when netjournal
makes one, would need more, so a shortened name is used for the file. Often a whole paragraph has
slipped into the field.

```yaml
name: "Ana Lopez, whom I met at the harbour festival, where she told me about … (300 characters)"
```

The name alone is enough, and the story can go below the front matter:

```markdown
---
name: Ana Lopez
---

Met at the harbour festival, where she told me about …
```

Everything else works with a long name, so it can stay.
"""

from collections.abc import Iterator
from datetime import date

from netjournal.model import codes
from netjournal.model.config import Config
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.index import Index
from netjournal.rules.rule import Rule

LONGEST = 255 - len(".html")
"""Bytes of a file name, without the longest ending that a page may get."""

_MOST_BYTES = 4
"""Bytes of one character in UTF-8, at most."""


def _find(index: Index, _config: Config, _as_of: date) -> Iterator[Diagnostic]:
    for contact in index.contacts.values():
        name = contact.name
        if len(name) * _MOST_BYTES > LONGEST and _bytes(name) > LONGEST:
            yield codes.LONG_NAME.at(
                contact.path,
                *contact.place_of("name"),
                f"the name has {len(name)} characters; its file gets a shortened name",
                "shorten the name, and move the rest into the note",
            )


def _bytes(name: str) -> int:
    return len(name.encode("utf-8", "surrogatepass"))


RULE = Rule(codes.LONG_NAME, __doc__, _find)
