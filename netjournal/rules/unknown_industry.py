"""An industry that is not in the list of industries.

The word is kept as an industry of its own, in a group of its own. If it is another word for an
industry in the list, its contacts are counted apart: the list's industry may look missing though
you know somebody there, and your network looks more diverse than it is. The message comes once
for each word, at the first note that has it.

```yaml
industry: heathcare
```

A word that netjournal knows, as the hint suggests it:

```yaml
industry: healthcare
```

Several industries are a list, not a sentence:

```yaml
industry: [healthcare, finance]
```

If the list lacks what you need, add it to netjournal.toml, and the message goes away:

```toml
[industries.falconry]
label = "Falconry"
group = "nature"
aliases = ["hawking"]
```

Leave it when an industry of its own is what you want.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from netjournal.model import codes
from netjournal.model.config import Config
from netjournal.model.contact import Contact
from netjournal.model.diagnostic import Diagnostic, Fix
from netjournal.model.index import Index
from netjournal.model.industry import industry_key, own_industry
from netjournal.rules.likeness import KnownWords
from netjournal.rules.rule import Rule
from netjournal.rules.wording import in_notes, quoted


def _find(index: Index, config: Config, _as_of: date) -> Iterator[Diagnostic]:
    unknown = [key for key in index.taxonomy.industries if key not in config.taxonomy.industries]
    if not unknown:
        return
    known = KnownWords(config.taxonomy.words(), 2)
    first = {key: index.by_industry[key][0] for key in unknown}
    typed = {path: _as_typed(index.contacts[path]) for path in set(first.values())}
    for key, path in first.items():
        contact, word = index.contacts[path], typed[path][key]
        likely = known.most_like(industry_key(word))
        yield codes.UNKNOWN_INDUSTRY.at(
            path,
            *contact.place_of("industry", word),
            f"no industry is called {quoted(word)}; it counts as one of its own, "
            f"{in_notes(len(index.by_industry[key]))}",
            f"did you mean {quoted(likely)}?"
            if likely
            else "use a word of the list, or add this one to [industries] in netjournal.toml",
            fixes=(Fix(word, likely),) if likely else (),
        )


def _as_typed(contact: Contact) -> Mapping[str, str]:
    """A contact's words for its industries, the first for each key that an own one would have."""
    return {own_industry(word).key: word for word in reversed(contact.industries)}


RULE = Rule(codes.UNKNOWN_INDUSTRY, __doc__, _find)
