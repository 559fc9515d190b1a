"""A template that loads something from another address.

Whoever owns that address learns when you open the page, and with a form or a script also what is
on it. Your notes are about other people, so nothing should leave your machine unasked.

```html
<img src="https://example.org/pixel.png?who={{ contact.email }}">
```

Keep pictures, fonts and styles beside the page:

```html
<img src="pixel.png">
```

A plain link to another site is fine: it is only followed when you click it.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, reported_elsewhere

RULE = Rule(codes.REMOTE_CONTENT, __doc__, reported_elsewhere)
