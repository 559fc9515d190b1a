"""The settings of a vault, frozen; every one has a default."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from netjournal.model.contact import Kind
from netjournal.model.industry import Taxonomy

HASHTAGS: Mapping[str, Kind] = {kind.value: kind for kind in Kind}
"""The hashtag words for each kind when a vault doesn't rename them, without `#`."""


@dataclass(frozen=True, slots=True)
class Me:
    """The person whose vault it is."""

    name: str = ""
    industry: str = ""
    """My own field, as typed."""
    emails: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class VaultLayout:
    """Where the notes are; with a tag or a type, a note that carries it is a contact anywhere."""

    contacts: tuple[str, ...] = ("contacts",)
    contact_tag: str = ""
    contact_type: str = ""
    journal: tuple[str, ...] = ("journal",)
    ignore: tuple[str, ...] = ()
    """Patterns of paths that are not read, as in `archive/**`."""


@dataclass(frozen=True, slots=True)
class CadenceDefaults:
    """Days between contacts for those whose note doesn't say."""

    ally: int = 30
    acquaintance: int = 180
    tags: Mapping[str, int] = field(default_factory=dict)
    """Days by tag, in lower case; the shortest of a contact's tags wins over its relationship."""


@dataclass(frozen=True, slots=True)
class Targets:
    """What a balanced network looks like to this person."""

    allies: tuple[int, int] = (5, 15)
    own_field_allies: int = 2
    effective_industries: float = 6
    outside: float = 0.6
    acquaintances: int = 35


@dataclass(frozen=True, slots=True)
class OwnTargets(Targets):
    """Targets of which the file says at least one: a wish, be it for just what is usual."""


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """Which pages are written, and how."""

    pages: tuple[str, ...] = ()
    """Slugs of the pages to write; all when empty."""
    formats: tuple[str, ...] = ("markdown", "html")
    links: str = "wikilink"
    """`wikilink` or `markdown`, in review/*.md."""
    open_with: str = ""
    """`vscode`, `obsidian`, or a pattern with {path} and {line}; a plain file link when empty."""
    missing: tuple[str, ...] = ()
    """Industry keys to look for; the whole taxonomy when empty."""
    today: date | None = None
    """A pinned date, for samples and archives."""


@dataclass(frozen=True, slots=True)
class Duplicates:
    """What the writer of the vault has said of likely doubles."""

    not_the_same: tuple[tuple[str, ...], ...] = ()
    """Contacts who are different people, each group as links name them."""


@dataclass(frozen=True, slots=True)
class ExportSettings:
    """What leaves the vault."""

    public: tuple[str, ...] = ("name", "organization", "title", "industry")
    """The names of the only fields that leave with `export --public`."""


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that netjournal.toml can say."""

    taxonomy: Taxonomy
    me: Me = Me()
    vault: VaultLayout = VaultLayout()
    fields: Mapping[str, str] = field(default_factory=dict)
    """A vault's own spellings: key as typed to field name."""
    cadence: CadenceDefaults = CadenceDefaults()
    targets: Targets = Targets()
    hashtags: Mapping[str, Kind] = field(default_factory=lambda: HASHTAGS)
    """Kind by hashtag word, in lower case, without `#`."""
    build: BuildSettings = BuildSettings()
    duplicates: Duplicates = Duplicates()
    export: ExportSettings = ExportSettings()
