"""What an editor's home is made of: files that it is to have, and lines for the person to add."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from netjournal.app.homes.commented_json import Wanted
from netjournal.app.workspace import Workspace


class JsonFile(NamedTuple):
    """A file of JSON that is to have some members among others."""

    path: str
    """Inside the vault."""
    holds: str
    """What the members are, for people: `property types`."""
    members: Wanted
    any_case: bool = False
    """Whether names that differ in case only are the same."""
    together: frozenset[str] = frozenset()
    """Members that make sense together only: where one is set otherwise, none is added."""


class WholeFile(NamedTuple):
    """A file that is written whole where there is none."""

    path: str
    holds: str
    data: bytes
    mark: bytes = b""
    """Bytes by which an earlier one is known, which is written over; empty where it is the user's
    once it is there."""
    told_by: bytes = b""
    """Bytes that a user's own file has once the lines were added to it by hand; empty for a file
    that nothing need be added to."""


class Home(NamedTuple):
    """What an editor is to have in a vault."""

    files: tuple[JsonFile | WholeFile, ...]
    said: tuple[str, ...] = ()
    """Lines for people to read after the files are there."""


class Editor(NamedTuple):
    """An editor for which `init` does something."""

    slug: str
    """What the command calls it."""
    title: str
    home: Callable[[Workspace, date], Home]
    opens: str = ""
    """The value of `open_with` in the settings for it, if there is one."""
