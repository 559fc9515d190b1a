"""A file, or the front matter of a note, that is too large to be a person's work.

A note of more than 10 MB is no longer something that a person wrote: a picture, a log or an
export has got the ending `.md`. It is left alone, so that it can't slow everything else down.
Front matter has a limit as well, of a million characters; above it the text below is still read.

```text
contacts/export.md:1:1: error: the file is too large to be a note: 48,210,332 bytes [NJ005]
```

Move it out of the folders with your notes, give it its own ending, or leave it out:

```toml
[vault]
ignore = ["contacts/export.md"]
```

If it really is a journal of many years, split it into a note for each year.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, found_while_reading

RULE = Rule(codes.FILE_TOO_LARGE, __doc__, found_while_reading(codes.FILE_TOO_LARGE))
