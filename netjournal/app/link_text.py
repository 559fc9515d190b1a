"""Links to contacts as the vault's settings want them written."""

from collections.abc import Sequence

from netjournal.model.resolve import stem, target_by_path

_ESCAPES = {" ": "%20", "(": "%28", ")": "%29", "%": "%25", "<": "%3C", ">": "%3E"}
_NOT_IN_LINKS = frozenset("[]|#^\n")


def link_text(path: str, name: str, source: str, style: str, *, is_only_one: bool) -> str:
    """A link in a note to the contact at a path, with the name as people say it.

    `style` is `wikilink` or `markdown`, as in the settings. A file name stands alone where it is
    the only one of the vault.
    """
    if not name or _NOT_IN_LINKS & set(name):
        name = stem(path)
    if style == "markdown":
        up = "../" * source.count("/")
        address = "".join(_ESCAPES.get(each, each) for each in f"{up}{path}")
        return f"[{name}]({address})"
    target = stem(path) if is_only_one else target_by_path(path)
    return f"[[{target}]]" if name == target else f"[[{target}|{name}]]"


def listed_links(links: Sequence[str]) -> str:
    """Links as a sentence lists them."""
    *others, last = links
    return f"{', '.join(others)} and {last}" if others else last
