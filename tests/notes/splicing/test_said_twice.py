"""What two notes say word for word stands once where that is sure, and twice everywhere else."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from splicing import a_note, text_of

from netjournal.model.contact import Link
from netjournal.notes.splicing.joining import joined, pair_of
from netjournal.notes.splicing.note import Refusal
from netjournal.notes.splicing.pairs import Pair

HEAD = "---\nname: Ana\naliases: [Ann]\n---\n"
TWICE = "\n# Ana\n\nMet at the fair.\nLikes tea.\n\n## Plans\n\n- [ ] Call\n- walk\n  - far\n"


def meaning(link: Link) -> object:
    return link.target


def together(one: str, into: str) -> str | None:
    """The text of the note that stays; nothing when the two can't be merged."""
    notes = a_note(f"---\nname: Ann\n---\n{one}", "contacts/ann.md"), a_note(f"{HEAD}{into}")
    pair = pair_of(*notes, meaning)
    assert isinstance(pair, Pair), pair
    whole = joined(pair, {})
    return None if isinstance(whole, Refusal) else text_of(whole).removeprefix(HEAD)


@pytest.mark.parametrize(
    ("one", "below"),
    [
        (TWICE.replace("Ana", "Ann"), ""),
        ("\n# Ann\n\nMet at the fair.\nLikes tea.\n\nHas a dog.\n", "\n## Ann\n\nHas a dog.\n"),
        ("\n## Plans\n\n- walk\n  - far\n- rest\n", "\n## Plans\n\n- rest\n"),
        ("\n## Plans\n\n- [ ] Call\n", ""),
        ("\n## Plans\n\n- [ ] Call\n- [ ] Call\n", "\n## Plans\n\n- [ ] Call\n"),
        ("\n## Plans\n\n- [x] Call\n", "\n## Plans\n\n- [x] Call\n"),
        ("\n## Plans\n\n- walk\n  - near\n", "\n## Plans\n\n- walk\n  - near\n"),
        ("\nMet at the fair.\n", "\n## Ann\n\nMet at the fair.\n"),
        ("\n> Met at the fair.\n> Likes tea.\n", "\n## Ann\n\n> Met at the fair.\n> Likes tea.\n"),
        ("\n## Plans\n\n- rest\n- walk\n  - far\n\nSoon.\n", "\n## Plans\n\n- rest\n\nSoon.\n"),
    ],
)
def test_what_both_say_word_for_word_in_one_place_stands_there_once(one: str, below: str) -> None:
    assert together(one, TWICE) == f"{TWICE}{below}"


@pytest.mark.parametrize(
    ("one", "into"),
    [
        ("## Dogs\n\n- Max\n", "## Kids\n\n- Max\n"),
        ("## Kids\n\nMax\n\nLena\n", "## Colleagues\n\nMax\n"),
        ("## Kids\n\n### Names\n\n- Max\n- Tom\n", "## Dogs\n\n### Names\n\n- Max\n"),
        ("### Pets\n\nMax\n", "## Work\n\n### Pets\n\nMax\n"),
        ("## Food\n\nTo avoid:\n\n- b\n", "## Food\n\n- b\n"),
        ("## Food\n\nTo avoid:\n- b\n", "## Food\n\nTo avoid:\n- a\n- b\n"),
        ("## Food\n\nTo avoid:\n\nb\n", "## Food\n\nb\n\nc\n"),
        ("## Food\n\n**Never**\n\n- a\n- b\n", "## Food\n\n- b\n"),
        ("## Food\n\nWith her sister\n\n- a\n- b\n", "## Food\n\n- b\n"),
        ("Does she want it?\n\nYes\n\nDoes he?\n\nNo\n", "Yes\n\nNo\n"),
        ("Does she want it?\n\nNo\n", "Does she want it?\n\nYes\n"),
        ("- a\n\nText\n\n    code\n", "Text\n\nmore\n"),
        ("- a\n\nText\n\n  more of a\n", "Text\n\nmore\n"),
        ("```\ncode\n```\nText\n", "Text\n\nmore\n"),
        ("> Sell.\n\nI disagree.\n", "I disagree.\n\nHire.\n"),
        ("Text\n\n> So she said.\n", "Text\n\nmore\n"),
        ("1. rest\n2. walk\n", "2. walk\n"),
        ("- a\n  - far\n", "- far\n- b\n"),
        ("**2026-01-03** Lunch\n\nNo.\n", "No.\n\nmore\n"),
        ("## Kids #two\n\n- Max\n", "## Kids #two\n\n- Max\n- Lena\n"),
    ],
)
def test_what_may_be_about_something_else_is_kept_twice(one: str, into: str) -> None:
    after = together(one, f"# Ana\n\n{into}")

    assert after in (f"# Ana\n\n{into}\n{one}", f"# Ana\n\n{into}\n## Ann\n\n{one}")


def test_a_section_that_says_only_what_is_known_goes_with_the_headings_above_it() -> None:
    into = "# Ana\n\n## Kids\n\n- Max\n\n### Ages\n\n- 5\n- 7\n"

    assert together("## Kids\n\n### Ages\n\n- 5\n", into) == into


def test_equal_sections_stand_once_with_all_that_they_hold() -> None:
    section = "## Food\n\nTo avoid:\n\n1. a\n\n    code\n\n> b\n"

    assert together(f"{section}\n## Kids\n\nx\n", f"{section}") == f"{section}\n## Kids\n\nx\n"


def test_what_stood_below_a_text_without_a_blank_line_isnt_drawn_into_it() -> None:
    after = together("## Plans\n\n- a\n- b\n\nMore\n", "## Plans\n\n- b\n")

    assert after == "## Plans\n\n- b\n\n## Plans\n\n- a\n\nMore\n"


def test_an_entry_isnt_moved_out_from_below_its_heading() -> None:
    into = "## Log\n\n- 2026-01-03 C\n"
    one = "## Log\n\n### With Ben\n\n- 2026-01-03 C\n"

    assert together(one, into) == f"{into}\n### With Ben\n\n- 2026-01-03 C\n"
    assert together(into, one) == f"{one}\n{into}"


_LINES = st.sampled_from(
    [
        *("Max", "Lena", "To avoid:", "Does she?", "**Old**", "> said", "    code", "```\nx\n```"),
        *("- Max", "- Lena", "- Max\n  - sub", "  - sub", "1. Max", "- To avoid:", "- [ ] Call"),
        *("| a | b |", "%% note %%", "- 2026-01-03 C", "- 2026-01-04 D", "**2026-01-05** E", "***"),
    ]
)
_HEADINGS = st.sampled_from(
    ["## Kids", "## Dogs", "### Kids", "### Ages", "## Kids #two", "## Log"]
)
_NAMES = ("# Ana", "# Ann", "## Ann")


@st.composite
def _bodies(draw: st.DrawFn, title: str) -> str:
    pieces = draw(st.lists(st.one_of(_LINES, _LINES, _LINES, _HEADINGS), max_size=9))
    rows = [each + draw(st.sampled_from(["\n", "\n\n"])) for each in pieces]
    head = draw(st.sampled_from(["", f"{title}\n\n"]))
    return head + "".join(rows)


def _said(text: str) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """The headings above each line, the line before it, and the line."""
    path: list[str] = []
    above = ""
    fenced = False
    for line in filter(str.strip, text.split("\n")):
        fenced = fenced != (line == "```")
        if line.startswith("#") and not fenced:
            level = line.index(" ")
            path = [each for each in path if each.index(" ") < level]
            path = [] if line in _NAMES else [*path, line]
        yield tuple(path), above, line
        above = line


@given(_bodies("# Ann"), _bodies("# Ana"))
def test_no_line_goes_that_stands_under_other_headings_or_belongs_to_the_one_above(
    one: str, into: str
) -> None:
    after = together(one, into)
    if after is None:
        return
    known = {*_said(into), *_said(after)}
    under = {(path, line) for path, _, line in known}
    beside = {(path, above, line) for path, above, line in known}
    for path, above, line in _said(one):
        if line in path or line in _NAMES:
            continue
        assert (path, line) in under
        if above[-1] in ":?" if above else False:
            assert "## Log" in path or (path, above, line) in beside


@given(_bodies("# Ann"), _bodies("# Ana"))
def test_no_heading_is_left_without_what_stood_below_it(one: str, into: str) -> None:
    after = together(one, into)
    if after is None:
        return

    assert _empty(after) <= _empty(one) | _empty(into)


def _empty(text: str) -> set[tuple[str, ...]]:
    """The paths of the headings below which nothing stands."""
    said = [*_said(text), ((), "", "")]
    return {
        path
        for (path, _, line), (below, _, _) in pairwise(said)
        if path and line == path[-1] and below[: len(path)] != path
    }
