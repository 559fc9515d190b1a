"""A line around the front matter that isn't exactly three dashes on the line where it belongs.

netjournal understands what is meant, but Obsidian, GitHub and others show the fields as text and
don't offer them. Four dashes, spaces before them, empty lines above them, or `...` at the end are
all read by few programs. So are `--`, `---yaml`, and the long dash `—` that some keyboards make of
two hyphens: below such a line fields are read when they begin at once and a line closes them.

Fields in TOML, between lines of `+++`, are not read. Write them as YAML, between lines of `---`.

```markdown
----
name: Ana Lopez
----
```

Three dashes, at the very start of the line and of the note:

```markdown
---
name: Ana Lopez
---
```
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.ODD_FENCE, __doc__, found_while_reading(codes.ODD_FENCE))
