"""What may be written at a place: what is offered, in which order, and what each one inserts."""

from datetime import date
from pathlib import Path

import pytest
from editing import VAULT, cursor, notes_of
from hypothesis import given
from hypothesis import strategies as st

from netjournal.app.editing.contact_proposals import contacts_called
from netjournal.app.editing.day_proposals import days_called, days_of_field, months_and_years
from netjournal.app.editing.open_notes import OpenNotes
from netjournal.app.editing.proposal import MOST, Proposal, Proposals
from netjournal.app.editing.proposals import proposals
from netjournal.model.contact import Kind

NEW = "contacts/new.md"
DAY = "journal/2026-03-01.md"


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> OpenNotes:
    return notes_of(tmp_path_factory.mktemp("vault"), VAULT)


def at(notes: OpenNotes, path: str, marked: str) -> Proposals:
    """What is proposed at the cursor of a note that is open with a text, and closed again."""
    text, line, column = cursor(marked)
    notes.open(path, text)
    try:
        return proposals(notes, path, line, column)
    finally:
        notes.close(path)


def labels(notes: OpenNotes, path: str, marked: str) -> list[str]:
    return [each.label for each in at(notes, path, marked).found]


def values(notes: OpenNotes, fields: str) -> list[str]:
    """What is proposed in the front matter of a new contact."""
    return [each.insert for each in at(notes, NEW, f"---\n{fields}\n---\n").found]


def after(notes: OpenNotes, path: str, marked: str, number: int = 0) -> str:
    """The text once a proposal has been taken."""
    found = at(notes, path, marked)
    text, _, _ = cursor(marked)
    rows = text.split("\n")
    row = rows[found.line - 1]
    start = found.start - found.sign - 1
    rows[found.line - 1] = row[:start] + found.found[number].insert + row[found.end - 1 :]
    return "\n".join(rows)


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("Met [[pri¦", "Met [[priya-raman|Priya Raman]]"),
        ("Met [[pri¦ today", "Met [[priya-raman|Priya Raman]] today"),
        ("Met [[pri¦]] today", "Met [[priya-raman|Priya Raman]] today"),
        ("Met [[zo¦|Z.]]", "Met [[zoe-abe|Z.]]"),
        ("Met [[zoe¦", "Met [[zoe-abe|Zoë Abe]]"),
        ("Met @pri¦", "Met [[priya-raman|Priya Raman]]"),
        ("Met @Tom Ra¦ there", "Met [[tom-rask|Tom Rask]] there"),
        ("🎉 e\u0301 @kim l¦", "🎉 e\u0301 [[contacts/home/kim|Kim Lund]]"),
        ("Met [[kim p¦", "Met [[contacts/office/kim|Kim Park]]"),
        ("- [[2026-02-2¦", "- [[2026-02-28]]"),
        ("| [[pri¦ | cell |", "| [[priya-raman\\|Priya Raman]] | cell |"),
        ("| @pri¦ | cell |", "| [[priya-raman\\|Priya Raman]] | cell |"),
        ("| [[pri¦x\\|P.]] | cell |", "| [[priya-raman\\|P.]] | cell |"),
        ("Met @Pri¦ya Raman", "Met [[priya-raman|Priya Raman]] Raman"),
    ],
)
def test_somebody_becomes_a_link_that_means_nobody_else(
    notes: OpenNotes, marked: str, text: str
) -> None:
    assert after(notes, DAY, marked) == text


def test_a_link_in_the_style_of_the_vault(tmp_path: Path) -> None:
    settings = '[build]\ntoday = "2026-03-01"\nlinks = "markdown"\n'
    notes = notes_of(tmp_path, {**VAULT, "netjournal.toml": settings})
    assert after(notes, DAY, "Met @pri¦") == "Met [Priya Raman](../contacts/priya-raman.md)"


def test_a_contact_at_the_top_of_the_vault(tmp_path: Path) -> None:
    settings = '[vault]\ncontacts = ["."]\n\n[build]\ntoday = "2026-03-01"\n'
    files = {
        "netjournal.toml": settings,
        "kim.md": "---\nname: Kim Top\n---\n",
        "home/kim.md": "---\nname: Kim Home\n---\n",
        "home/ana.md": "---\nname: Ana\n---\n",
    }
    notes = notes_of(tmp_path, files)
    assert after(notes, "x.md", "Met @kim t¦") == "Met [[/kim|Kim Top]]"
    assert after(notes, "x.md", "Met [[kim t¦") == "Met [[/kim|Kim Top]]"
    assert after(notes, "x.md", "Met @kim h¦") == "Met [[home/kim|Kim Home]]"
    assert after(notes, "x.md", "Met @ana¦") == "Met [[ana|Ana]]"


def test_a_name_that_no_label_can_hold_is_left_out_of_it(tmp_path: Path) -> None:
    notes = notes_of(tmp_path, {"contacts/a.md": "---\nname: 'Ana [x]'\n---\n"})
    assert after(notes, DAY, "Met [[ana¦") == "Met [[a]]"


def test_without_anything_typed_those_last_in_touch_come_first(notes: OpenNotes) -> None:
    found = labels(notes, DAY, "Met [[¦")
    assert found == ["Priya Raman", "Tom Rask", "Zoë Abe", "Kim Lund", "Kim Park"]


def test_names_that_begin_so_then_words_then_parts(tmp_path: Path) -> None:
    files = {
        "contacts/a.md": "---\nname: Joan Xu\n---\n- 2026-02-28 Call.\n",
        "contacts/b.md": "---\nname: Bo Anders\n---\n",
        "contacts/c.md": "---\nname: Anna Lund\n---\n- 2026-01-01 Call.\n",
        "contacts/d.md": "---\nname: Ande Berg\n---\n- 2026-02-01 Call.\n",
        "contacts/e.md": "---\nname: Max\naliases: [Änni]\n---\n",
        "contacts/f.md": "---\nname: Tim\n---\n",
    }
    notes = notes_of(tmp_path, files)
    assert labels(notes, DAY, "[[an¦") == ["Ande Berg", "Anna Lund", "Max", "Bo Anders", "Joan Xu"]
    assert [each.name for each, _ in contacts_called(notes, "an", 2)] == ["Ande Berg", "Anna Lund"]


def test_nobody_is_proposed_in_the_own_note(notes: OpenNotes) -> None:
    path = "contacts/tom-rask.md"
    assert "Tom Rask" not in labels(notes, path, "---\nname: Tom Rask\n---\n- With [[¦")
    assert labels(notes, path, "---\nname: Tom Rask\nknows: [to¦]\n---\n") == []


def test_who_somebody_is_stands_beside_the_name(notes: OpenNotes) -> None:
    (found,) = at(notes, DAY, "[[pri¦").found
    assert (found.label, found.detail) == ("Priya Raman", "First National Bank")


def test_no_more_than_a_hundred_are_proposed(tmp_path: Path) -> None:
    files = {f"contacts/p{n}.md": f"---\nname: Person {n}\n---\n" for n in range(MOST + 5)}
    assert len(at(notes_of(tmp_path, files), DAY, "[[pe¦").found) == MOST


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("rel", ["relationship"]),
        ("nick", ["aliases"]),
        ("how_we", ["met_at"]),
        ("Snooz", ["snoozed_until"]),
        ("na", []),
        ("zzz", []),
    ],
)
def test_fields_by_any_of_their_names_but_not_those_that_are_there(
    notes: OpenNotes, typed: str, found: list[str]
) -> None:
    assert labels(notes, NEW, f"---\nname: Ana\n{typed}¦\n---\n") == found


def test_all_fields_in_the_order_of_the_table_and_the_colon_is_written_once(
    notes: OpenNotes,
) -> None:
    assert labels(notes, NEW, "---\n¦\n---\n")[:3] == ["name", "aliases", "relationship"]
    assert after(notes, NEW, "---\nrel¦\n---\n") == "---\nrelationship: \n---\n"
    assert after(notes, NEW, "---\nrel¦: ally\n---\n") == "---\nrelationship: ally\n---\n"
    (field,) = at(notes, NEW, "---\nfreq¦\n---\n").found
    assert field.detail == "the same as frequency"
    assert "**cadence**" in field.help


def test_before_a_key_that_is_there_no_other_is_proposed(notes: OpenNotes) -> None:
    assert labels(notes, NEW, "---\n¦relationship: ally\n---\n") == []
    assert labels(notes, NEW, "---\n¦: ally\n---\n")[:2] == ["name", "aliases"]


def test_a_note_begins_with_its_fields(notes: OpenNotes) -> None:
    assert labels(notes, NEW, "---\n¦")[:2] == ["name", "aliases"]
    assert labels(notes, NEW, "---\nname: Ana\n¦")[:2] == ["aliases", "relationship"]


def test_a_comma_ends_one_of_several_values_and_is_part_of_a_text(tmp_path: Path) -> None:
    other = "---\nlocation: Berlin, Germany\ntags: [work, home]\n---\n"
    notes = notes_of(tmp_path, {"contacts/x.md": other})
    assert after(notes, NEW, "---\nlocation: Berlin, Ge¦\n---\n") == (
        "---\nlocation: Berlin, Germany\n---\n"
    )
    assert after(notes, NEW, "---\nlocation: Ber¦lin, Ge\n---\n") == (
        "---\nlocation: Berlin, Germany\n---\n"
    )
    assert after(notes, NEW, "---\ntags: work, ho¦\n---\n") == "---\ntags: work, home\n---\n"


def test_a_journal_note_has_no_fields_of_contacts(notes: OpenNotes) -> None:
    assert labels(notes, DAY, "---\nrel¦\n---\n") == []


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("relationship: ¦", ["ally", "acquaintance", "transactional", "met-once"]),
        ("tie: a¦", ["ally", "acquaintance"]),
        ("relationship: frie¦", ["acquaintance"]),
        ("status: d¦", ["dormant", "closed"]),
        ("cadence: m¦", ["monthly"]),
        ("cadence: 3¦", ["30d", "3m"]),
        ("industry: bank¦", ["finance"]),
        ("industry: [finance, fin¦]", ["arts"]),
        ("industry: fin¦ance", ["finance", "arts"]),
        ("industry: Insur¦", ["finance"]),
        ("industry: zzzz¦", []),
        ("tags: [¦]", ["berlin", "work"]),
        ("tags: b¦", ["berlin"]),
        ("tags: [berlin, ¦]", ["work"]),
        ("tags:\n  - w¦", ["work"]),
        ("organization: nat¦", ["First National Bank"]),
        ("introduced_by: pri¦", ['"[[priya-raman]]"']),
        ('introduced_by: "pri¦"', ["[[priya-raman]]"]),
        ("knows: [kim l¦]", ['"[[contacts/home/kim]]"']),
        ('knows: ["[[pri¦"]', ["priya-raman]]"]),
        ("met: 2026-02¦", ["2026-02-28", "2026-02"]),
        ("met: yes¦", ["2026-02-28"]),
        ("last_contact: ¦", ["2026-03-01", "2026-02-28"]),
        ("snoozed_until: fri¦", ["2026-03-06"]),
        ("snoozed_until: in 2¦", ["2026-03-15"]),
        ("birthday: ¦", []),
        ("email: ¦", []),
        ("mood: ¦", []),
    ],
)
def test_values_of_a_field(notes: OpenNotes, fields: str, found: list[str]) -> None:
    assert values(notes, fields) == found


def test_values_with_signs_that_yaml_reads_are_put_in_quotes(tmp_path: Path) -> None:
    other = '---\norganization: "Fair: Trade"\ntags: ["a, b", "@home"]\n---\n'
    notes = notes_of(tmp_path, {"contacts/x.md": other})
    assert values(notes, "organization: f¦") == ['"Fair: Trade"']
    assert values(notes, 'organization: "f¦"') == ["Fair: Trade"]
    assert sorted(values(notes, "tags: [¦]")) == ['"@home"', '"a, b"']


def test_the_most_frequent_value_comes_first(notes: OpenNotes) -> None:
    found = at(notes, NEW, "---\ntags: ¦\n---\n").found
    assert [(each.label, each.detail) for each in found] == [
        ("berlin", "in 2 notes"),
        ("work", "in one note"),
    ]


def test_an_industry_says_its_group_and_the_word_by_which_it_was_found(notes: OpenNotes) -> None:
    def details(fields: str) -> list[str]:
        return [each.detail for each in at(notes, NEW, f"---\n{fields}\n---\n").found]

    assert details("industry: finan¦") == ["Finance & insurance, Business services"]
    assert details("industry: fintech¦") == ["fintech: Finance & insurance"]


def test_an_industry_of_ones_own_is_proposed_to_others_and_half_a_word_is_not(
    tmp_path: Path,
) -> None:
    notes = notes_of(tmp_path, {"contacts/x.md": "---\nindustry: Falconry\n---\n"})
    assert values(notes, "industry: falc¦") == ["falconry"]
    assert values(notes, "industry: weav¦") == []


def test_hashtags_in_the_words_of_the_vault_with_what_they_mean(tmp_path: Path) -> None:
    settings = '[tags]\ngave = ["gave", "helped"]\n'
    notes = notes_of(tmp_path, {**VAULT, "netjournal.toml": settings})
    assert labels(notes, DAY, "- Lunch #g¦") == ["gave"]
    (found,) = at(notes, DAY, "- Lunch #he¦").found
    assert (found.insert, found.detail) == ("helped", "I helped them.")
    assert len(labels(notes, DAY, "- Lunch #¦")) == len(Kind) + 1


@pytest.mark.parametrize(
    "marked", ["Just te¦xt", "`[[pri¦`", "# Hea¦ding", "- ¦", "[[zzzzzz¦", "---\n# x¦\n---\n"]
)
def test_where_nothing_is_meant_nothing_is_proposed(notes: OpenNotes, marked: str) -> None:
    assert labels(notes, NEW, marked) == []


def test_days_of_what_happened_the_nearest_first(notes: OpenNotes) -> None:
    found = at(notes, DAY, "- 2026-0¦").found
    assert [(each.insert, each.detail) for each in found] == [
        ("2026-03-01", "today, Sunday"),
        ("2026-02-28", "yesterday, Saturday"),
        ("2026-02-27", "Friday"),
        ("2026-02-26", "Thursday"),
        ("2026-02-25", "Wednesday"),
        ("2026-02-24", "Tuesday"),
        ("2026-02-23", "Monday"),
        ("2026-03-02", "tomorrow, Monday"),
    ]


def test_days_by_which_something_is_to_be_done_are_ahead(notes: OpenNotes) -> None:
    assert labels(notes, DAY, "- [ ] Send it 📅 ¦")[:3] == [
        "2026-03-01",
        "2026-03-02",
        "2026-03-03",
    ]
    assert labels(notes, DAY, "- [ ] Send it due: fri¦") == ["2026-03-06"]
    assert labels(notes, DAY, "- [ ] Send it (due 2w¦") == ["2026-03-15"]


def _inserted(found: list[Proposal]) -> list[date]:
    return [date.fromisoformat(each.insert) for each in found]


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)), st.text(max_size=12), st.booleans())
def test_days_of_any_text_on_any_day(today: date, typed: str, ahead: bool) -> None:  # noqa: FBT001 - hypothesis calls by place
    for found in (
        days_called(typed, today, ahead=ahead),
        days_of_field(typed, today, ahead=ahead),
    ):
        days = _inserted(found)
        assert len(days) == len(set(days))
    months_and_years(typed, today)


@given(st.dates(date(1950, 1, 1), date(2100, 1, 1)))
def test_seven_days_back_and_one_ahead_or_those_to_come(today: date) -> None:
    behind = _inserted(days_called("", today, ahead=False))
    assert [(today - day).days for day in behind] == [0, 1, 2, 3, 4, 5, 6, -1]
    ahead = _inserted(days_called("", today, ahead=True))
    assert [(day - today).days for day in ahead][:9] == [0, 1, 2, 3, 4, 5, 6, 7, 14]
