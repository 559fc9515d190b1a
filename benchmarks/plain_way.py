"""The plain way to do a part of what a build does, to measure against.

rglob, `frontmatter.load` for each file, a regular expression for the dated lines, one page.
"""

import re
import sys
from datetime import date
from pathlib import Path

import frontmatter
import jinja2

DATED = re.compile(r"^- (\d{4}-\d{2}-\d{2}) (.*)$", re.MULTILINE)
PAGE = "{% for c in contacts %}- {{ c.name }}: {{ c.last }} ({{ c.count }})\n{% endfor %}"


def main() -> None:
    """Reads every contact of the vault named on the command line and writes one page."""
    root = Path(sys.argv[1])
    contacts = []
    for path in root.rglob("*.md"):
        note = frontmatter.load(str(path))
        entries = [(date.fromisoformat(day), text) for day, text in DATED.findall(note.content)]
        if "name" in note.metadata:
            last = max((day for day, _ in entries), default=None)
            contacts.append({"name": note["name"], "last": last, "count": len(entries)})
    contacts.sort(key=lambda contact: str(contact["last"]))
    page = jinja2.Template(PAGE).render(contacts=contacts[:200])
    (root / "plain.txt").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
