"""A template of your own that can't be used.

The page that it makes keeps its last version, and all other pages are written. The message names
the template and the line: a mistake in its syntax, a name that it doesn't have, something that
templates may not do, or a loop that doesn't end.

```jinja
{% for contact in contacts %}
- {{ contact.nmae }}
```

Every `{% for %}` needs its `{% endfor %}`, and the hint suggests the name that may be meant:

```jinja
{% for contact in contacts %}
- {{ contact.name }}
{% endfor %}
```

To get the page as netjournal makes it, move your template out of `templates/`.
"""

from netjournal.model import codes
from netjournal.rules.rule import Rule, reported_elsewhere

RULE = Rule(codes.TEMPLATE_ERROR, __doc__, reported_elsewhere)
