"""A link that names no contact and no other note.

What you wrote about the person counts for nobody: the meeting is missing from their page, and
they may be listed as neglected. Often a letter is wrong, or the note was renamed.

```markdown
Coffee with [[Pryia Raman]].
```

The hint suggests whom you may have meant, by file names, names and aliases:

```markdown
Coffee with [[Priya Raman]].
```

If the person has no note yet, make one, or write the name without brackets until you know that
you want to keep in touch:

```markdown
Coffee with Pryia from the design team.
```

Links to other notes and files of the vault, and to days such as `[[2026-11-24]]`, are never
reported, whether or not the day has a note yet.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from urllib.parse import unquote

from netjournal.model import codes
from netjournal.model.config import Config
from netjournal.model.contact import Link
from netjournal.model.diagnostic import Diagnostic, Fix
from netjournal.model.index import Index
from netjournal.model.parsed import ParsedFile
from netjournal.rules.people import Called, directory_of
from netjournal.rules.rule import Rule
from netjournal.rules.wording import either, quoted

_DAY = re.compile(r"(?:.*/)?[0-9]{4}-[0-9]{2}-[0-9]{2}(?:\.md)?", re.DOTALL)


def _find(index: Index, _config: Config, _as_of: date) -> Iterator[Diagnostic]:
    if not index.unresolved:
        return
    people = directory_of(index)
    meant: dict[Link, tuple[Called, ...]] = {}
    for source, link, _ in index.unresolved:
        if _DAY.fullmatch(link.target) and _is_told_of(index.files[source], link):
            continue
        wanted = Link(link.target, "", 0, 0, link.is_path)
        if wanted not in meant:
            meant[wanted] = people.likely(unquote(link.target) if link.is_path else link.target)
        likely = meant[wanted]
        missing = "no note is at" if link.is_path else "no contact or note is named"
        yield codes.UNRESOLVED_LINK.at(
            source,
            link.line,
            link.column,
            f"{missing} {quoted(link.target)}",
            _hint(link, likely),
            fixes=() if link.is_path else tuple([Fix(link.target, each.text) for each in likely]),
        )


def _is_told_of(file: ParsedFile, link: Link) -> bool:
    """Whether the day that a link names has been found impossible where an entry has it."""
    end = link.column + len("[[") + len(link.target)
    return any(
        problem.code == codes.BAD_VALUE.code
        and problem.line == link.line
        and link.column < problem.column < end
        for problem in file.diagnostics
    )


def _hint(link: Link, likely: Sequence[Called]) -> str:
    if likely:
        names = [quoted(called.path if link.is_path else called.text) for called in likely]
        return f"did you mean {either(names)}?"
    return "make a note for it, or write the name without a link"


RULE = Rule(codes.UNRESOLVED_LINK, __doc__, _find)
