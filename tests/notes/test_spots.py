"""What is being typed at a place of a note; `¦` is the cursor in every text here."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.notes.at_cursor import lines_of
from netjournal.notes.spots import TEXT, Spot, SpotKind, spot_at


def spot(marked: str) -> Spot:
    """The spot at the cursor of a text."""
    before, _, after = marked.partition("¦")
    line = before.replace("\r\n", "\n").count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    return spot_at(before + after, line, column, lambda key: key in ("industry", "tags", "knows"))


def said(marked: str) -> tuple[SpotKind, str, str]:
    """Kind and typed text of the spot at the cursor, and the piece of the line that it replaces."""
    found = spot(marked)
    before, _, after = marked.partition("¦")
    row = lines_of(before)[-1] + lines_of(after)[0]
    return found.kind, found.typed, row[found.start - 1 : found.end - 1] if found.start else ""


def value(fields: str) -> Spot:
    """The spot at the cursor in a front matter that has an end."""
    return spot(f"---\n{fields}\n---\n")


LINK, MENTION, FIELD, VALUE = SpotKind.LINK, SpotKind.MENTION, SpotKind.FIELD, SpotKind.VALUE
HASHTAG, DAY = SpotKind.HASHTAG, SpotKind.DAY


@pytest.mark.parametrize(
    ("marked", "typed", "replaced", "has_more"),
    [
        ("Met [[¦", "", "", False),
        ("Met [[pri¦", "pri", "pri", False),
        ("Met [[pri¦ and went", "pri", "pri", False),
        ("Met [[pri¦]]", "pri", "pri", True),
        ("Met [[pri¦ya]] today", "pri", "priya", True),
        ("Met [[¦priya|Priya]]", "", "priya", True),
        ("| [[pr¦ | cell |", "pr", "pr", False),
        ("| [[pr¦ | [[ana]] |", "pr", "pr", False),
        ("| [[pr¦iya\\|P.]] | cell |", "pr", "priya", True),
        ("| [[pr¦iya]] | cell |", "pr", "priya", True),
        ("[[pr¦iya|P. and [[ana]]", "pr", "pr", False),
        ("Met [[priya raman¦", "priya raman", "priya raman", False),
        ("- [[ana]] and [[be¦", "be", "be", False),
        ("- [[be¦ and [[ana]]", "be", "be", False),
        ("# Call with [[an¦", "an", "an", False),
        ("> [[an¦", "an", "an", False),
        ("![[an¦", "an", "an", False),
        ("🎉 [[an¦", "an", "an", False),
        ("e\u0301 [[Zoe\u0308¦", "Zoe\u0308", "Zoe\u0308", False),
        ("a\u2028b\x0cc [[an¦", "an", "an", False),
    ],
)
def test_a_link_that_is_being_written(
    marked: str, typed: str, replaced: str, *, has_more: bool
) -> None:
    assert said(marked) == (LINK, typed, replaced)
    assert spot(marked).has_more is has_more


def test_a_label_behind_a_link_is_known() -> None:
    assert spot("[[pri¦ya|P.]]").has_label
    assert not spot("[[pri¦ya]] | x").has_label
    assert spot("| [[pri¦ya\\|P.]] |").has_label
    assert not spot("| [[pri¦ | x |").has_label


@pytest.mark.parametrize("marked", ["| [[a¦ |", "  | x | [[a¦]] |", "> | @a¦ |", "|[[a¦"])
def test_a_row_of_a_table_is_known(marked: str) -> None:
    assert spot(marked).in_table
    assert not spot(f"Met {marked}").in_table
    assert not spot(f"---\nname: Ana\n---\nMet {marked}").in_table


@pytest.mark.parametrize(
    "marked", ["Met [[priya]]¦", "Met [[priya|Pri¦", "Met [pri¦", "Met [[priya]] and ¦"]
)
def test_behind_a_link_in_its_label_and_in_one_bracket_there_is_only_text(marked: str) -> None:
    assert spot(marked) == TEXT


@pytest.mark.parametrize(
    ("marked", "typed", "replaced"),
    [
        ("@¦", "", "@"),
        ("Coffee with @¦", "", "@"),
        ("Coffee with @pri¦", "pri", "@pri"),
        ("Coffee with @pri¦ya today", "pri", "@priya"),
        ("Coffee with @Pri¦ya Raman", "Pri", "@Priya"),
        ("Coffee with @Pri¦ya. Then", "Pri", "@Priya"),
        ("Coffee with @O'Ne¦il-Li, then", "O'Ne", "@O'Neil-Li"),
        ("Coffee with @O¦'Neil, then", "O", "@O'Neil"),
        ("Coffee (@Ana Lop¦", "Ana Lop", "@Ana Lop"),
        ("@Ana de la¦", "Ana de la", "@Ana de la"),
        ("@Ana ¦", "Ana ", "@Ana "),
        ("- @O'Nei¦", "O'Nei", "@O'Nei"),
        ("- @Zoë¦", "Zoë", "@Zoë"),
        ("🎉 e\u0301 @Bj¦", "Bj", "@Bj"),
    ],
)
def test_a_mention_is_replaced_with_its_sign(marked: str, typed: str, replaced: str) -> None:
    assert said(marked) == (MENTION, typed, replaced)


@pytest.mark.parametrize(
    "marked", ["ana@exam¦", "x@¦", "@Ana went to the shop¦", "@¦@", "`@an¦`", "@Ana, ¦"]
)
def test_an_address_and_a_whole_sentence_are_no_mention(marked: str) -> None:
    assert spot(marked).kind is (MENTION if marked == "@¦@" else SpotKind.TEXT)


@pytest.mark.parametrize(
    ("fields", "typed", "end", "has_more"),
    [
        ("¦", "", 1, False),
        ("rel¦", "rel", 4, False),
        ("rel¦ationship: ally", "rel", 13, True),
        ("¦relationship: ally", "", 13, True),
        ("how often¦", "how often", 10, False),
        ("name: Ana\nin¦\ntags: []", "in", 3, False),
    ],
)
def test_the_name_of_a_field(fields: str, typed: str, end: int, *, has_more: bool) -> None:
    found = value(fields)
    assert found == Spot(FIELD, typed, 1, end, has_more=has_more)


@pytest.mark.parametrize(
    ("fields", "key", "typed", "end"),
    [
        ("relationship: ¦", "relationship", "", 15),
        ("relationship: al¦", "relationship", "al", 17),
        ("relationship: al¦ly", "relationship", "al", 19),
        ("Tie : al¦", "Tie", "al", 9),
        ("organization: First Nat¦ional Bank", "organization", "First Nat", 34),
        ("industry: finance, le¦", "industry", "le", 22),
        ("industry: finance, ¦", "industry", "", 20),
        ("industry: fin¦, legal", "industry", "fin", 14),
        ("industry: finance, le¦gal ab, x", "industry", "le", 28),
        ("location: Berlin, Ge¦", "location", "Berlin, Ge", 21),
        ("location: Berlin, Ge¦rmany, EU  # now", "location", "Berlin, Ge", 30),
        ("location: Ber¦lin, Germany", "location", "Ber", 26),
        ("met: 2026-¦", "met", "2026-", 11),
        ("relationship: ¦ # since school", "relationship", "", 15),
        ("relationship: al¦ly  # since school", "relationship", "al", 19),
    ],
)
def test_a_plain_value(fields: str, key: str, typed: str, end: int) -> None:
    found = value(fields)
    assert (found.kind, found.key, found.typed, found.end) == (VALUE, key, typed, end)
    assert not found.in_list
    assert not found.is_quoted


@pytest.mark.parametrize(
    ("fields", "typed", "end", "in_list", "is_quoted"),
    [
        ("tags: [¦]", "", 8, True, False),
        ("tags: [¦", "", 8, True, False),
        ("tags: [be¦]", "be", 10, True, False),
        ("tags: [a, be¦rlin, c]", "be", 17, True, False),
        ("tags: [a,  ¦]", "", 12, True, False),
        ('tags: ["be¦"]', "be", 11, True, True),
        ("tags: ['a', 'be¦", "be", 16, True, True),
        ('met_at: "the f¦air, 2"', "the f", 21, False, True),
        ('met_at: "stand #4¦"', "stand #4", 18, False, True),
        ('organization: "A, B¦"', "A, B", 20, False, True),
    ],
)
def test_a_value_in_brackets_or_quotes(
    fields: str, typed: str, end: int, *, in_list: bool, is_quoted: bool
) -> None:
    found = value(fields)
    assert (found.kind, found.typed, found.end) == (VALUE, typed, end)
    assert (found.in_list, found.is_quoted) == (in_list, is_quoted)


@pytest.mark.parametrize(
    ("fields", "key", "typed"),
    [
        ("tags:\n  - be¦", "tags", "be"),
        ("tags:\n- ¦", "tags", ""),
        ("tags: # mine\n- a\n\n- ¦", "tags", ""),
        ("name: Ana\ntags:\n  - a\n  # why\n  - b¦\nmet: 2020", "tags", "b"),
        ('knows:\n  - "¦"', "knows", ""),
        ("industry:\n  - finance, le¦", "industry", "finance, le"),
    ],
)
def test_an_item_of_a_list_below_its_key(fields: str, key: str, typed: str) -> None:
    found = value(fields)
    assert (found.kind, found.key, found.typed) == (VALUE, key, typed)


def test_an_item_whose_key_has_a_value_of_its_own_belongs_to_no_list() -> None:
    assert value("tags:\n  - a\nname: Ana\n  - b¦") == TEXT


@pytest.mark.parametrize(
    ("fields", "typed", "has_more"),
    [
        ('introduced_by: "[[be¦', "be", False),
        ('introduced_by: "[[be¦]]"', "be", True),
        ('knows: ["[[ana]]", "[[be¦"]', "be", False),
        ("knows:\n  - [[be¦", "be", False),
    ],
)
def test_a_link_in_a_field_knows_its_key(fields: str, typed: str, *, has_more: bool) -> None:
    found = value(fields)
    assert (found.kind, found.typed, found.has_more) == (LINK, typed, has_more)
    assert found.key in ("introduced_by", "knows")


@pytest.mark.parametrize("fields", ["# a com¦ment", "  # rel¦", "  rel¦", "name: Ana # not¦"])
def test_in_a_comment_of_the_front_matter_nothing_is_proposed(fields: str) -> None:
    assert value(fields) == TEXT


@pytest.mark.parametrize(
    "marked",
    [
        "---\nrel¦",
        "---\nname: Ana\nrel¦",
        "---\nname: Ana\nrel¦\n\n# Ana\n",
        "\ufeff---\nrel¦\n---\n",
        "--- \r\nname: Ana\r\nrel¦\r\n---\r\n",
    ],
)
def test_front_matter_that_is_not_closed_yet_goes_on_to_a_blank_line(marked: str) -> None:
    assert said(marked) == (FIELD, "rel", "rel")


@pytest.mark.parametrize(
    "marked",
    ["---\n¦", "---\nname: Ana\n¦", "---\nname: Ana\n¦\n# Ana\n", "---\r\nname: A\r\n¦\r\n\r\nx"],
)
def test_in_front_matter_that_is_not_closed_yet_a_blank_line_waits_for_a_field(marked: str) -> None:
    assert spot(marked) == Spot(FIELD, "", 1, 1)


def test_below_a_blank_line_front_matter_that_is_not_closed_has_ended() -> None:
    assert spot("---\nname: Ana\n\n¦") == TEXT
    assert spot("---\nname: Ana\n\nText\n¦") == TEXT


@pytest.mark.parametrize(
    "marked", ["---¦\nname: Ana\n---\n", "---\nname: Ana\n---¦\n", "--¦", "---\nname: Ana\n...¦\nx"]
)
def test_the_lines_of_dashes_are_nobodys(marked: str) -> None:
    assert spot(marked) == TEXT


def test_below_the_front_matter_a_word_is_text_and_a_line_of_a_field_too() -> None:
    assert spot("---\nname: Ana\n---\nrel¦") == TEXT
    assert spot("---\nname: Ana\n---\nrelationship: al¦") == TEXT
    assert spot("---\nname: Ana\n\nrelationship: al¦") == TEXT


@pytest.mark.parametrize(
    ("marked", "typed", "replaced"),
    [
        ("- 2026-11-03 Coffee #¦", "", ""),
        ("- 2026-11-03 Coffee #ga¦", "ga", "ga"),
        ("- 2026-11-03 Coffee #ga¦ve", "ga", "gave"),
        ("Coffee #was-as¦", "was-as", "was-as"),
        ("Coffee #net/ga¦", "net/ga", "net/ga"),
        ("(#ga¦)", "ga", "ga"),
        ("#ga¦", "ga", "ga"),
        ("🎉 #ga¦", "ga", "ga"),
    ],
)
def test_a_hashtag(marked: str, typed: str, replaced: str) -> None:
    assert said(marked) == (HASHTAG, typed, replaced)


@pytest.mark.parametrize("marked", ["#¦", "##¦", "###¦", "  #¦", "# ¦", "# Log¦", "C#¦", "a#b¦"])
def test_a_heading_and_a_sign_inside_a_word_are_no_hashtag(marked: str) -> None:
    assert spot(marked) == TEXT


@pytest.mark.parametrize(
    ("marked", "typed"),
    [
        ("- 2¦", "2"),
        ("- 2026-11¦", "2026-11"),
        ("* yest¦", "yest"),
        ("### 2026-¦", "2026-"),
        ("- **2026-¦", "2026-"),
        ("  - fri¦", "fri"),
        ("- [ ] Send it 📅 ¦", ""),
        ("- [ ] Send it 📅 2026-1¦", "2026-1"),
        ("- [ ] Send it due: tom¦", "tom"),
        ("- [ ] Send it (due 2026-¦", "2026-"),
        ("- [ ] Send it due: 2w¦", "2w"),
        ("- [ ] Send it [due:: 2026-¦", "2026-"),
    ],
)
def test_a_day(marked: str, typed: str) -> None:
    found = spot(marked)
    assert (found.kind, found.typed) == (DAY, typed)
    assert found.is_ahead is ("[ ]" in marked)


@pytest.mark.parametrize(
    "marked", ["She is due t¦", "- The baby is due mar¦", "- due ¦", "In due¦", "- [due tom¦"]
)
def test_a_sentence_with_the_word_due_waits_for_no_day(marked: str) -> None:
    assert spot(marked) == TEXT


@pytest.mark.parametrize(
    "marked",
    [
        "`[[an¦`",
        "```\n[[an¦\n```\n",
        "```\n#ga¦",
        "<!-- [[an¦ -->",
        "%% @an¦ %%",
        "text\n\n~~~\n- 2026-¦\n~~~\n",
    ],
)
def test_in_code_and_in_comments_nothing_is_proposed(marked: str) -> None:
    assert spot(marked) == TEXT
    assert spot(f"---\nname: Ana\n---\n{marked}") == TEXT


def test_behind_code_on_the_same_line_there_is_a_link() -> None:
    assert said("`code` [[an¦") == (LINK, "an", "an")


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\n"])
def test_line_ends_of_any_kind(ending: str) -> None:
    lines = ["---", "name: Ana", "rela", "---", "Met [[an", "text"]
    text = ending.join(lines)
    assert spot_at(text, 3, 5) == Spot(FIELD, "rela", 1, 5)
    assert spot_at(text, 5, 9) == Spot(LINK, "an", 7, 9)


@pytest.mark.parametrize(("line", "column"), [(0, 1), (-3, 1), (99, 1)])
def test_a_line_outside_of_the_note_is_text(line: int, column: int) -> None:
    assert spot_at("[[an", line, column) == TEXT


MEGABYTES = {
    "spaces behind a value": ("name: A¦", " ", "x"),
    "spaces without a key": ("na¦", "me ", " x"),
    "a key of spaces": ("a¦", " ", "x"),
    "spaces before the cursor": ("a", " ", "x¦"),
    "spaces in a value": ("tags: [a¦", " ", "'"),
    "tabs and commas": ("tags: a¦", "\t,", "x"),
    "bars behind a link": ("[[a¦", "|", "x"),
    "backslashes behind a link": ("[[a¦", "\\", "x"),
    "open links": ("", "[[a", "¦"),
    "signs of mentions": ("", " @a", "¦"),
    "quotation marks": ("tags: [", "\"' ", "¦"),
    "words for days": ("", " due: ", "¦"),
}


@pytest.mark.parametrize("name", MEGABYTES)
@pytest.mark.parametrize("above", ["---\n", "", "---\ntags:\n"])
def test_a_line_of_a_megabyte_made_to_be_slow_is_looked_at_in_time(name: str, above: str) -> None:
    first, piece, last = MEGABYTES[name]
    marked = f"{above}{first}{piece * (1_000_000 // len(piece))}{last}"
    begun = process_time()
    spot(marked)
    assert process_time() - begun < 30


def test_a_long_line_above_an_item_is_looked_at_in_time() -> None:
    begun = process_time()
    assert spot(f"---\na{' ' * 1_000_000}x\n- a¦") == TEXT
    assert process_time() - begun < 30


PIECES = st.sampled_from(
    [
        *("---", "\n", "\r\n", "\r", "[[", "]]", "[", "]", "|", "@", "#", "Ana", " ", ", ", ":"),
        *("name: ", "tags: [", "- ", '"', "'", "2026-", "📅", "due: ", "`", "```", "<!--", "%%"),
        *("👩‍👩‍👧", "e\u0301", "\u2028", "\x0c", "\t", "\x00", "ﷺ", "\ufeff", "yest", "(", "\\"),
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=30).map("".join), st.text())
_TYPED_IS_BEFORE = (LINK, FIELD, VALUE, HASHTAG, DAY)


@given(TEXTS, st.integers(-1, 12), st.integers(-1, 60))
def test_any_place_of_any_text(text: str, line: int, column: int) -> None:
    found = spot_at(text, line, column)
    if found.kind is SpotKind.TEXT:
        assert found == TEXT
        return
    row = lines_of(text)[line - 1]
    at = min(max(column, 1), len(row) + 1)
    assert 1 <= found.start <= at <= found.end <= len(row) + 1
    begins = row[found.start - 1 : at - 1]
    assert begins == (f"@{found.typed}" if found.kind is MENTION else found.typed)
    if found.kind in _TYPED_IS_BEFORE:
        assert "\n" not in found.typed
