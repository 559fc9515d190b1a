"""The templates of a vault: those that are shipped, and its own, which replace or add to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from netjournal.model.diagnostic import Diagnostic
from netjournal.model.subject import SubjectKind
from netjournal.render.forms import Form

FOLDER: Final = "templates"
"""The folder of the vault's own templates."""

STYLE_SHEET: Final = "html/style.css"

SHIPPED: Final = "shipped/"
"""What stands before a name to mean the shipped template, for one that only adds to it."""

_FOLDERS: Final = (
    (".md.j2", "markdown/"),
    (".html.j2", "html/"),
    (".css", "html/"),
)
"""The folder that a template without one belongs to, by the end of its name."""

_ENDINGS: Final = (".j2", ".css")

_PARTS: Final = frozenset({"layout", "review", "index"})
"""Templates that every page of a form stands on: no pages of their own."""

_HTML_PARTS: Final = _PARTS | {kind.value for kind in SubjectKind}
"""The same for HTML, where every contact, industry and organization has a page."""


class TemplateUnread(Exception):
    """A template of the vault that is asked for and couldn't be read from the disk."""

    def __init__(self, problem: Diagnostic) -> None:
        super().__init__(problem.message)
        self.problem = problem


@dataclass(frozen=True, slots=True)
class TemplateSet:
    """Every template by its name, as in `html/review.html.j2`."""

    texts: Mapping[str, str]
    """The vault's own before the shipped ones; a shipped one also with `shipped/` before it."""
    own: Mapping[str, str]
    """The path inside the vault of each template that is its own, an unread one included."""
    unread: Mapping[str, Diagnostic]
    """Why a template, or a folder of them, couldn't be read; the folder of all has no name."""

    def has(self, name: str) -> bool:
        """Whether there is such a template, be it one that couldn't be read."""
        full = full_name(name)
        return name in self.texts or full in self.texts or full in self.own

    def find(self, name: str) -> str | None:
        """The text of a template; one at the top of the folder is found by its short name too.

        Raises TemplateUnread for one of the vault that couldn't be read.
        """
        problem = self.unread and self.problem(name)
        if problem:
            raise TemplateUnread(problem)
        text = self.texts.get(name)
        return self.texts.get(full_name(name)) if text is None else text

    def problem(self, name: str) -> Diagnostic | None:
        """What kept a template from being read."""
        full = full_name(name)
        if full.startswith(SHIPPED):
            return None
        folders = full.split("/")[:-1]
        places = [full, *("/".join(folders[:depth]) for depth in range(len(folders), -1, -1))]
        return next((self.unread[place] for place in places if place in self.unread), None)

    def path(self, name: str) -> str:
        """Where a template stands, for a person who looks for it."""
        full = name if name in self.texts else full_name(name)
        return self.own.get(full, f"{FOLDER}/{full}")

    def is_own(self, name: str) -> bool:
        """Whether a template is the vault's own."""
        return name in self.own or full_name(name) in self.own

    def new_pages(self, form: Form, taken: frozenset[str]) -> tuple[str, ...]:
        """The names of the pages that the vault's own templates add, in order.

        `taken` are the pages that are there already. A template in a deeper folder, or with `_`
        before its name, is a part for others to include.
        """
        start, end = form.template("\0").split("\0")
        slugs = [
            name[len(start) : -len(end)]
            for name in self.own
            if name.startswith(start) and name.endswith(end)
        ]
        parts = _HTML_PARTS if form.name == "html" else _PARTS
        return tuple(sorted(slug for slug in slugs if _is_new(slug, taken, parts)))


def template_set(
    shipped: Mapping[str, str], own: Mapping[str, str], unread: Sequence[Diagnostic] = ()
) -> TemplateSet:
    """The templates of a vault, by their full names; `unread` are those that couldn't be read."""
    problems = {problem.path.removeprefix(FOLDER).lstrip("/"): problem for problem in unread}
    files = [name for name in problems if name.endswith(_ENDINGS)]
    # A template in its folder comes before one of the same name at the top.
    names = {
        full_name(name): name
        for name in sorted([*own, *files], key=lambda name: ("/" in name, name))
    }
    originals = {SHIPPED + name: text for name, text in shipped.items()}
    texts = {full: own[name] for full, name in names.items() if name in own}
    refused = {full: problems[name] for full, name in names.items() if name in problems}
    folders = {name: problem for name, problem in problems.items() if name not in files}
    return TemplateSet(
        {**originals, **shipped, **texts},
        {full: f"{FOLDER}/{name}" for full, name in names.items()},
        {**folders, **refused},
    )


def full_name(name: str) -> str:
    """The name of a template with its folder: `loop.html.j2` is `html/loop.html.j2`."""
    if "/" not in name:
        for end, folder in _FOLDERS:
            if name.endswith(end):
                return folder + name
    return name


def _is_new(slug: str, taken: frozenset[str], parts: frozenset[str]) -> bool:
    if not slug or slug.startswith(("_", ".")) or "/" in slug or "\\" in slug:
        return False
    # Some file systems don't tell `Today.md` from `today.md`.
    return slug.casefold() not in taken and slug not in parts
