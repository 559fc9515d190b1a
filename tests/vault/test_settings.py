"""Finding a vault, and what its netjournal.toml says, whatever bytes it holds."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netjournal.model.config import (
    HASHTAGS,
    BuildSettings,
    CadenceDefaults,
    Config,
    Me,
    OwnTargets,
    VaultLayout,
)
from netjournal.model.contact import Kind
from netjournal.model.diagnostic import Severity
from netjournal.vault.create import shipped
from netjournal.vault.settings import Settings, find_vault, load_settings, read_settings
from netjournal.vault.taxonomy import default_taxonomy

DEFAULTS = Config(default_taxonomy())


def settings(text: str) -> Config:
    """The settings of a text in which nothing is wrong."""
    found = read_settings(text.encode())
    assert found.diagnostics == ()
    return found.config


def problem(text: str | bytes) -> tuple[str, int, int, str, str]:
    """Code, line, column, message and hint of the one problem of a text."""
    data = text.encode() if isinstance(text, str) else text
    found = read_settings(data).diagnostics
    assert len(found) == 1, found
    one = found[0]
    assert one.path == "netjournal.toml"
    return (one.code, one.line, one.column, one.message, one.hint)


def test_the_vault_is_the_nearest_folder_with_settings(tmp_path: Path) -> None:
    for folder in ("outer/inner/deep", "outer/inner/contacts"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "outer/netjournal.toml").touch()
    assert find_vault(tmp_path / "outer/inner/deep") == tmp_path / "outer"
    (tmp_path / "outer/inner/netjournal.toml").touch()
    assert find_vault(tmp_path / "outer/inner/deep") == tmp_path / "outer/inner"


def test_without_settings_the_vault_is_the_nearest_folder_with_contacts(tmp_path: Path) -> None:
    (tmp_path / "vault/contacts/office").mkdir(parents=True)
    assert find_vault(tmp_path / "vault/contacts/office") == tmp_path / "vault"


def test_there_may_be_no_vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "netjournal.toml").mkdir()
    (tmp_path / "contacts").touch()
    assert find_vault(tmp_path) is None

    def refuse(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", refuse)
    monkeypatch.setattr(Path, "resolve", lambda path: path)
    assert find_vault(tmp_path) is None


def test_without_a_file_every_setting_has_its_default(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings(DEFAULTS, ())


@pytest.mark.parametrize("text", ["", "\n# nothing\n", "\ufeff", "[me]\n[vault]\r\n[build]"])
def test_a_file_that_says_nothing_gives_the_defaults(text: str) -> None:
    assert settings(text) == DEFAULTS


def test_every_setting_is_read(tmp_path: Path) -> None:
    text = """
[me]
name = "Noor Haddad"
industry = "technology"
emails = ["noor@example.org"]
[vault]
contacts = ["People/Work", "./friends/"]
contact_tag = "#person"
contact_type = "person"
journal = "Daily"
ignore = ["archive/**"]
[fields]
"how often" = "cadence"
boss_at = "Company"
[cadence]
ally = "6w"
acquaintance = "yearly"
tags = { Berlin = "60d", "#supper" = "monthly" }
[targets]
allies = [3, 3]
own_field_allies = 0
effective_industries = 4.5
outside = 1
acquaintances = 20
[tags]
gave = ["Gave", "#helped"]
[build]
pages = ["today"]
formats = ["html"]
links = "markdown"
open_with = "obsidian"
missing = ["Banking", "health", "finance"]
today = 2026-11-24
"""
    (tmp_path / "netjournal.toml").write_text(text, encoding="utf-8-sig")
    config, diagnostics, *_ = load_settings(tmp_path)
    kept = {word: kind for word, kind in HASHTAGS.items() if kind is not Kind.GAVE}
    assert diagnostics == ()
    assert config == Config(
        taxonomy=default_taxonomy(),
        me=Me("Noor Haddad", "technology", ("noor@example.org",)),
        vault=VaultLayout(
            ("People/Work", "friends"), "person", "person", ("Daily",), ("archive/**",)
        ),
        fields={"how often": "cadence", "boss_at": "organization"},
        cadence=CadenceDefaults(42, 365, {"berlin": 60, "supper": 30}),
        targets=OwnTargets((3, 3), 0, 4.5, 1, 20),
        hashtags={**kept, "gave": Kind.GAVE, "helped": Kind.GAVE},
        build=BuildSettings(
            pages=("today",),
            formats=("html",),
            links="markdown",
            open_with="obsidian",
            missing=("finance", "health"),
            today=date(2026, 11, 24),
        ),
    )


def test_the_settings_of_the_sample_vault_are_right() -> None:
    found = load_settings(shipped("sample_vault"))
    assert found.diagnostics == ()
    assert found.config.build.today == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("text", "line", "column", "hint"),
    [
        ("[biuld]\n", 1, 2, "did you mean 'build'?"),
        ("\n\n[me]\nnaem = 'x'\n", 4, 1, "did you mean 'name'?"),
        ("[me]\n  ally = '30d'\n", 2, 3, "'ally' belongs in [cadence]"),
        ("name = 'x'\n", 1, 1, "'name' belongs in [me]"),
        ("me.naem = 'x'\n", 1, 4, "did you mean 'name'?"),
        ("me = { name = 'x', naem = 'y' }\n", 1, 20, "did you mean 'name'?"),
        ('[vault]\n"contact tag" = "x"\n', 2, 1, "did you mean 'contact_tag'?"),
        ("[me]\nq = 1\n", 2, 1, "what is known here: name, industry, emails"),
        ("[tags]\nwas_asked = []\n", 2, 1, "did you mean 'was-asked'?"),
        ("[industries.x]\nlabels = 'X'\n", 2, 1, "did you mean 'label'?"),
        ("[[extra]]\n", 1, 3, "what is known here: me, vault, fields, cadence, targets, "),
        ("[me] # [build]\n'a' = 1", 2, 1, "what is known here"),
    ],
)
def test_an_unknown_key_is_named_with_what_was_meant(
    text: str, line: int, column: int, hint: str
) -> None:
    code, at_line, at_column, message, found = problem(text)
    assert (code, at_line, at_column) == ("NJ501", line, column)
    assert message.startswith("there is no setting '")
    assert found.startswith(hint)


@pytest.mark.parametrize(
    ("text", "line", "column", "message"),
    [
        ("me = 3", 1, 6, "me must be a table; it is 3"),
        ("[cadence]\ntags = '30d'", 2, 8, "cadence.tags must be a table; it is '30d'"),
        ("[industries]\nx = 1", 2, 5, "industries.x must be a table; it is 1"),
        ("[[fields]]", 1, 3, "fields must be a table; it is a list"),
        ("[me]\nname = 3", 2, 8, "me.name must be a text in quotes; it is 3"),
        ("[me]\nname = true", 2, 8, "me.name must be a text in quotes; it is true"),
        ("[me]\nname = {a=1}", 2, 8, "me.name must be a text in quotes; it is a table"),
        ("[me]\nname = 07:32:00", 2, 8, "me.name must be a text in quotes; it is 07:32:00"),
        (
            f"[me]\nname = 0x1{'0' * 5000}",
            2,
            8,
            "me.name must be a text in quotes; it is a huge number",
        ),
        ("[me]\nemails = 3", 2, 10, "me.emails must be a list of texts; it is 3"),
        ("[me]\nemails = [\n 'a',\n  3]", 4, 3, "me.emails must be a list of texts; it has 3"),
        ("[me]\nemails = ['a', ' ']", 2, 16, "me.emails has an empty text in it"),
        ("[vault]\ncontacts = [3]", 2, 13, "vault.contacts must be a list of texts; it has 3"),
        (
            "[vault]\njournal = ['../x']",
            2,
            12,
            "vault.journal has '../x', which isn't inside the vault",
        ),
        ("[vault]\ncontacts = '/x'", 2, 12, "vault.contacts has '/x', which isn't inside"),
        ("[vault]\ncontacts = 'C:/x'", 2, 12, "vault.contacts has 'C:/x', which isn't inside"),
        ("[vault]\ncontacts = 'a\\..\\..'", 2, 12, "vault.contacts has 'a\\..\\..', which isn't"),
        (
            "[vault]\ncontacts = ['a', 'site/x']",
            2,
            18,
            "vault.contacts has 'site/x', in which no notes are read",
        ),
        ("[vault]\ncontact_tag = 3", 2, 15, "vault.contact_tag must be a text in quotes; it is 3"),
        ("[fields]\nboss = 'x'", 2, 8, "fields.boss must be the name of a field; it is 'x'"),
        ("[fields]\nboss = 3", 2, 8, "fields.boss must be the name of a field; it is 3"),
        ("[cadence]\nally = 30", 2, 8, "cadence.ally needs a unit; it is 30"),
        ("[cadence]\nally = 'never'", 2, 8, "cadence.ally can't be 'never'"),
        ("[cadence]\nally = 'x'", 2, 8, "cadence.ally must be how often to be in touch; it is"),
        ("[cadence]\nally = 0", 2, 8, "cadence.ally must be how often to be in touch; it is 0"),
        ("[cadence]\ntags = {a = '1d', b = ''}", 2, 23, "cadence.tags.b must be how often"),
        ("[cadence.tags]\n'ü b' = 'x'", 2, 9, "cadence.tags.'ü b' must be how often to be in"),
        ("[targets]\nallies = 5", 2, 10, "targets.allies must be two whole numbers"),
        (
            "[duplicates]\nnot_the_same = 'a'",
            2,
            16,
            "duplicates.not_the_same must be a list of groups of contacts",
        ),
        (
            "[duplicates]\nnot_the_same = [['a', 'b'], ['c']]",
            2,
            29,
            "duplicates.not_the_same has a group that isn't of two contacts or more",
        ),
        (
            "[duplicates]\nnot_the_same = [['a', 3]]",
            2,
            23,
            "duplicates.not_the_same has a group that must be a list of texts",
        ),
        ("[targets]\nallies = [5, 'x']", 2, 14, "targets.allies has a bound that must be a whole"),
        ("[targets]\nallies = [0, 5]", 2, 11, "targets.allies has a bound that must be between"),
        ("[targets]\nallies = [9, 5]", 2, 10, "targets.allies must have its lower number first"),
        (
            "[targets]\nacquaintances = 3.5",
            2,
            17,
            "targets.acquaintances must be a whole number; it is 3.5",
        ),
        (
            "[targets]\nown_field_allies = true",
            2,
            20,
            "targets.own_field_allies must be a whole number; it is true",
        ),
        ("[targets]\noutside = 'x'", 2, 11, "targets.outside must be a number; it is 'x'"),
        ("[targets]\noutside = 60", 2, 11, "targets.outside must be between 0.01 and 1; it is 60"),
        (
            "[targets]\noutside = nan",
            2,
            11,
            "targets.outside must be between 0.01 and 1",
        ),
        ("[targets]\neffective_industries = 1", 2, 24, "targets.effective_industries must be bet"),
        ("[industries.x]\nlabel = ''", 2, 9, "industries.x.label is empty"),
        ("[industries.x]\ngroup = 3", 2, 9, "industries.x.group must be a text in quotes; it is"),
        ("[industries.x]\naliases = 3", 2, 11, "industries.x.aliases must be a list of texts"),
        (
            "[industries.x]\naliases = ['y', 'Health care']",
            2,
            17,
            "industries.x.aliases has 'Health care', which names the industry 'health'",
        ),
        ("[industries]\n'-' = {}", 2, 7, "industries.'-' must have a name"),
        ("[tags]\ngave = 3", 2, 8, "tags.gave must be a list of texts; it is 3"),
        ("[tags]\ngave = ['a b']", 2, 9, "tags.gave has 'a b', which is no hashtag"),
        ("[tags]\ngave = ['#']", 2, 9, "tags.gave has '', which is no hashtag"),
        (
            "[tags]\ngave = ['x']\nasked = ['y', 'X']",
            3,
            15,
            "tags.asked has 'x', which means 'gave' already",
        ),
        ("[build]\nformats = ['pdf']", 2, 12, "build.formats has 'pdf', which isn't one of them"),
        ("[build]\nformats = []", 2, 11, "build.formats is empty"),
        ("[build]\nformats = 3", 2, 11, "build.formats must be a list of texts; it is 3"),
        (
            "[build]\nlinks = 'wikilinks'",
            2,
            9,
            "build.links must be 'wikilink' or 'markdown'; it is 'wikilinks'",
        ),
        ("[build]\nlinks = 3", 2, 9, "build.links must be 'wikilink' or 'markdown'; it is 3"),
        ("[build]\nopen_with = 3", 2, 13, "build.open_with must be a text in quotes; it is 3"),
        (
            "[build]\nopen_with = 'vscod'",
            2,
            13,
            "build.open_with must be 'vscode' or 'obsidian', or an address with {path}",
        ),
        ("[build]\nopen_with = 'a:{path}{x}'", 2, 13, "build.open_with has {x} in it"),
        ("[build]\nopen_with = ' JavaScript:{path}'", 2, 13, "build.open_with would run code"),
        (
            '[build]\nopen_with = "java\\nscript:{path}"',
            2,
            13,
            "build.open_with would run code",
        ),
        ("[build]\nmissing = 3", 2, 11, "build.missing must be a list of texts; it is 3"),
        ("[build]\nmissing = ['x']", 2, 12, "build.missing has 'x', which is no known industry"),
        ("[build]\ntoday = 'soon'", 2, 9, "build.today must be a day; it is 'soon'"),
        ("[build]\ntoday = '20261124'", 2, 9, "build.today must be a day; it is '20261124'"),
        ("[build]\ntoday = '2026-02-30'", 2, 9, "build.today is '2026-02-30', a day that doesn't"),
        ("[build]\ntoday = 2026-11-24T10:00:00", 2, 9, "build.today must be a day; it is 2026-11"),
        ("[build]\ntoday = 0001-01-01", 2, 9, "build.today must be between the years 1900 and 2"),
    ],
)
def test_a_wrong_value_is_named_where_it_stands_and_keeps_its_default(
    text: str, line: int, column: int, message: str
) -> None:
    code, at_line, at_column, found, _ = problem(text)
    assert (code, at_line, at_column) == ("NJ502", line, column)
    assert found.startswith(message)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("[fields]\nx = 'cadense'", "did you mean 'cadence'?"),
        ("[fields]\nx = 'q'", "the fields are name, aliases"),
        ("[build]\nmissing = ['helth']", "did you mean 'health'?"),
        ("[build]\nmissing = ['q']", "the industries are technology, "),
        ("[build]\nformats = ['markdow']", "did you mean 'markdown'?"),
        ("[build]\nformats = ['q']", "it may have 'markdown' or 'html'"),
        ("[build]\nlinks = 'markdwn'", "did you mean 'markdown'?"),
        ("[build]\nopen_with = 'vscod'", "did you mean 'vscode'?"),
        ("[build]\nopen_with = 'q'", "an address has {path} in it"),
        ("[cadence]\nally = 30", "write '30d' for 30 days"),
        ("[targets]\nallies = [9, 5]", "write [5, 9]"),
    ],
)
def test_the_hint_says_what_to_write(text: str, hint: str) -> None:
    assert problem(text)[4].startswith(hint)


def test_a_wrong_value_costs_no_other_key() -> None:
    found = read_settings(
        b"""
[me]
name = 3
industry = "legal"
[vault]
contacts = ["../x"]
journal = ["Daily"]
[cadence]
ally = "never"
tags = { a = "x", b = "3w" }
[fields]
x = "nothing"
y = "company"
[tags]
gave = ["two words"]
lead = ["tip"]
[build]
today = "soon"
links = "markdown"
"""
    )
    config = found.config
    assert [problem.line for problem in found.diagnostics] == [3, 6, 9, 10, 12, 15, 18]
    assert {problem.severity for problem in found.diagnostics} == {Severity.ERROR}
    assert config.me == Me("", "legal")
    assert config.vault == VaultLayout(journal=("Daily",))
    assert config.cadence == CadenceDefaults(tags={"b": 21})
    assert config.fields == {"y": "organization"}
    assert (config.hashtags["gave"], config.hashtags["tip"]) == (Kind.GAVE, Kind.LEAD)
    assert "lead" not in config.hashtags
    assert config.build == BuildSettings(links="markdown")


def test_folders_may_be_the_vault_itself() -> None:
    layout = settings("[vault]\ncontacts = ['.', './']\njournal = []").vault
    assert (layout.contacts, layout.journal) == ((".",), ())


@pytest.mark.parametrize("pattern", ["", "vscode", "editor://open?file={path}&line={line}"])
def test_a_note_opens_in_an_editor(pattern: str) -> None:
    assert settings(f"[build]\nopen_with = '{pattern}'").build.open_with == pattern


def test_a_hashtag_may_move_from_one_kind_to_another() -> None:
    hashtags = settings("[tags]\ngave = ['gave', 'lead']").hashtags
    assert hashtags["lead"] is Kind.GAVE


def test_an_industry_is_added_and_takes_its_words() -> None:
    text = """
[industries.insurance]
label = "Insurance"
group = "business"
aliases = ["underwriting", "fintech"]
[industries.Space_Law]
"""
    taxonomy = settings(text).taxonomy
    words = ("insurance", "Underwriting", "fintech", "banking", "space law")
    found = [industry.key for word in words if (industry := taxonomy.resolve(word))]
    assert found == ["insurance", "insurance", "insurance", "finance", "space-law"]
    assert list(taxonomy.industries)[-2:] == ["insurance", "space-law"]
    own = taxonomy.industries["space-law"]
    assert (own.label, own.group, own.aliases) == ("Space Law", "space-law", ())


def test_an_industry_is_overridden_in_part() -> None:
    taxonomy = settings("[industries.legal]\nlabel = 'Law & order'").taxonomy
    default = default_taxonomy().industries["legal"]
    found = taxonomy.industries["legal"]
    assert (found.label, found.group, found.aliases) == (
        "Law & order",
        default.group,
        default.aliases,
    )
    assert list(taxonomy.industries) == list(default_taxonomy().industries)


def test_an_industry_of_the_vault_may_be_missing() -> None:
    text = "[industries.ports]\naliases = ['harbour']\n[build]\nmissing = ['Harbour']"
    assert settings(text).build.missing == ("ports",)


@pytest.mark.parametrize(
    ("data", "place", "message"),
    [
        (b"[me]\nname = Noor\n", (2, 8), "not TOML: invalid value"),
        (b"\xef\xbb\xbf[me\n", (1, 4), "not TOML: "),
        (b"[me]\r\nname = 'a'\r\nname = 'b'", (3, 11), "not TOML: a key or table of this name"),
        (b"[a]\n[a]", (2, 3), "not TOML: the table 'a' stands above already"),
        (
            b"[a.'b c']\n[a]\n[a.\"b c\"]",
            (3, 9),
            "not TOML: the table 'a.b c', or the one around it",
        ),
        (b'["it\'s"]\n["it\'s"]', (2, 8), "not TOML: the table 'it's' stands above already"),
        (
            b"[a.b]\n[a]\nb.c = 1",
            (3, 8),
            "not TOML: the table 'a.b', or the one around it, stands above already",
        ),
        (b"a = {}\n[a.b]", (2, 5), "not TOML: the table 'a.b', or the one around it, stands"),
        (b"a = []\n[[a]]", (2, 4), "not TOML: the table 'a' is complete"),
        (b"[me]\nemails = [\n 'a',\n", (4, 1), "not TOML: "),
        (b"a = " + b"[" * 5000, (1, 1), "not TOML: lists and tables are nested too deeply"),
        (b"x = 1\ny = {" + b"a." * 40_000 + b"a = 1}", (2, 7), "a key has too many parts"),
        (b"[" + b"'a' . " * 60 + b"a]", (1, 6), "a key has too many parts"),
        (b"a = " + b"1" * 5000, (1, 1), "not TOML: a number is too long"),
    ],
)
def test_broken_toml_is_one_problem_and_all_defaults(
    data: bytes, place: tuple[int, int], message: str
) -> None:
    code, line, column, found, hint = problem(data)
    assert (code, (line, column)) == ("NJ502", place)
    assert found.startswith(message)
    assert hint.endswith("every setting has its default")
    assert read_settings(data).config == DEFAULTS


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\xff\xfe[\0m\0e\0]\0", (1, 1)),
        ("[me]\nname = 'José'".encode("latin-1"), (2, 12)),
        ("[me]\nname = 'éé".encode() + b"\xc3", (2, 11)),
    ],
)
def test_wrong_encoding_is_named_where_it_starts(data: bytes, place: tuple[int, int]) -> None:
    code, line, column, _, _ = problem(data)
    assert (code, (line, column)) == ("NJ002", place)


def test_settings_that_are_a_folder_or_too_large_are_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "netjournal.toml"
    path.mkdir()
    found = load_settings(tmp_path)
    assert [problem.code for problem in found.diagnostics] == ["NJ001"]
    assert found.config == DEFAULTS
    path.rmdir()
    path.write_bytes(b"#" * 200_001)
    assert [problem.code for problem in load_settings(tmp_path).diagnostics] == ["NJ005"]


@pytest.mark.skipif(os.name == "nt", reason="needs links")
def test_settings_that_lead_nowhere_are_a_problem(tmp_path: Path) -> None:
    (tmp_path / "netjournal.toml").symlink_to("nowhere")
    assert [problem.code for problem in load_settings(tmp_path).diagnostics] == ["NJ001"]


def test_a_message_stays_on_one_line() -> None:
    found = read_settings(b'"a\\nb" = 1\n[me]\nname = ["\\u001b"]\n"x\\ny" = 1').diagnostics
    assert all(problem.message.isprintable() for problem in found)
    assert all(problem.hint.isprintable() for problem in found)


NAMES = """
me vault fields cadence targets industries tags build name contacts journal
contact_tag ignore ally acquaintance allies outside label group aliases gave pages
formats links open_with missing today emails x ''
"""
KEYS = st.sampled_from(NAMES.split())
VALUES = st.recursive(
    st.sampled_from(
        ["''", "'x'", "'30d'", "3", "-1", "1.5", "nan", "true", "2026-11-24", "07:32:00"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(KEYS, inner, max_size=2).map(
            lambda items: "{" + ", ".join(f"{key} = {value}" for key, value in items.items()) + "}"
        )
    ),
    max_leaves=6,
)
LINES = (
    st.tuples(KEYS, VALUES).map(" = ".join)
    | KEYS.map(lambda key: f"[{key}]")
    | st.tuples(KEYS, KEYS).map(lambda keys: f"[{'.'.join(keys)}]")
    | KEYS.map(lambda key: f"[[{key}]]")
)


@given(st.lists(LINES, max_size=8).map("\n".join))
def test_no_toml_makes_the_settings_fail_and_every_problem_is_inside(text: str) -> None:
    found = read_settings(text.encode())
    lines = text.split("\n")
    for problem in found.diagnostics:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 2
    assert found == read_settings(text.encode())


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
@example(b"a.b.c.d.e.f.g.h.i.j = {k.l.m = [[[[[[[[[1]]]]]]]]]}")
@example(b"'' = ''")
@example(b'"\\u0000" = """"a""b"""""')
def test_no_bytes_make_the_settings_fail(data: bytes) -> None:
    assert read_settings(data).config.taxonomy.industries


def test_the_defaults_written_out_change_nothing_but_that_the_targets_are_ones_own() -> None:
    config = settings(
        "[cadence]\nally = '30d'\nacquaintance = '180d'\n[targets]\nallies = [5, 15]\n"
        "own_field_allies = 2\neffective_industries = 6\noutside = 0.6\nacquaintances = 35\n"
        "[build]\nformats = ['markdown', 'html']\nlinks = 'wikilink'"
    )
    assert config == replace(DEFAULTS, targets=OwnTargets())
