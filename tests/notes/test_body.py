"""The body of a note, whatever is in it: both ways through it agree, and nothing breaks it."""

import time
from collections.abc import Callable
from datetime import date
from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.model.config import HASHTAGS
from netjournal.notes.body import read_any_body, read_body
from netjournal.notes.dated import dated_at
from netjournal.notes.plain_log import read_plain_log
from netjournal.notes.raw import Body, BodyContext

CONTACT = BodyContext("contacts/ana.md", None, False, HASHTAGS)
JOURNAL = BodyContext("journal/2026-11-24.md", date(2026, 11, 24), True, HASHTAGS)

# Pieces of lines, and lines, of which notes consist; most are as people write them.
WORDS = st.sampled_from(
    ["2026-11-03", "2026-02-30", "2026-11-03T14:00", "2026-W45-2", "Coffee", "[[bob]]", "[[bob|B]]",
     "[Bob](../bob%20s.md)", "![[bob]]", "[[2026-11-01]]", "#gave", "#gave-up", "#Intro,", "x#lead",
     "https://x.example/#deal", "📅 2026-12-01", "due: 2026-12-01", "(due 2026-02-30)", "⏫", "**",
     "*", "_", "[[", "]]", "](", "(", ")", ":", "-", "—", "|", "é🙂", "\u2028", "\u00a0", "\\", "!",
     "📅 2026-12-1", "(due 1 Dec 2026)", "due: 1/2/27", "due: 2026-12-011",
     "[", "]", "[x]", "#", "2026-2-20", "14.10.2026", "Oct 14, 2026", "03/11/2026", "2026.1", "Tue",
     "\u200b2026-11-03", "2026\u201311\u201303"]
)  # fmt: skip
STARTS = st.sampled_from(
    ["- ", "- ", "- ", "- 2026-11-03 ", "- 2026-11-03 ", "- **2026-11-03**: ", "- [[2026-11-03]] ",
     "- 14.10.2026 ", "- **2026/11/3** ", "- Oct 4, 2026 ", "- 03/11/2026 ", "## May 4, 2026 ",
     "- [ ] ", "- [x] 2026-11-03 ", "- [x] 14.10.2026 ", "- [ ] 2026-2-20 ", "- \u200b2026-11-03 ",
     "- [ ] 2026-12-01 ", "- [-] ", "", "", "# ", "## ", "#", "\n"]
)  # fmt: skip
ODD_STARTS = st.sampled_from(
    ["  - ", "* ", "1. ", "> ", "  ", "\t- ", "- > ", "### 2026-11-03 ", "## [[2026-11-03]] ", "| ",
     "> [!note]- 2026-11-03 ", "> - 2026-11-03 ", "| 2026-11-03 | ", "**2026-11-03** ",
     "*Oct 4, 2026:* ", "2026-11-03 ", "_2026-02-30_ ", "---", "-\u00a0", "\u200b- ", "#\u00a0",
     "1.\u00a0", "\u00a0", "## \u200b2026-11-03 ", "-2026-11-03 ", "##2026-11-03", "• 2026-11-03 ",
     "- [] ", "-[ ] ", "*[x] ", "- [x]a", "- [ ]",
     "- 📅 2026-11-03 ", "- 2026-11-03x", "- 2026- 11-03", "## 2026-1O-03 ", '- "2026-11-03" ',
     '"2026-11-03" ', "2026 May 4 ", "- 2026 May 4 ", "- [ ] 2026-11-033 ", "## 📅 2026-11-03", "•",
     "===", "```", "~~~", "<!--", "-->", "%%", "`", "``", "key:: ", "-", "- - ", "    - [x] "]
)  # fmt: skip


def lines_of(starts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    line = st.tuples(starts, st.lists(WORDS, max_size=5)).map(
        lambda parts: parts[0] + " ".join(parts[1])
    )
    return st.lists(line, max_size=12).map("\n".join)


PLAIN_BODIES = lines_of(STARTS)
ANY_BODIES = lines_of(STARTS | ODD_STARTS)


@given(PLAIN_BODIES)
def test_both_ways_through_a_plain_body_agree(text: str) -> None:
    body = read_plain_log(text, 5, CONTACT)
    assert body is None or body == read_any_body(text, 5, CONTACT)


@given(ANY_BODIES)
def test_both_ways_through_any_body_agree(text: str) -> None:
    body = read_plain_log(text, 5, CONTACT)
    assert body is None or body == read_any_body(text, 5, CONTACT)


@given(PLAIN_BODIES)
def test_code_at_the_end_changes_nothing_above(text: str) -> None:
    with_code = read_body(text + "\n\n# Code\n\n`code`", 1, CONTACT)
    without = read_body(text + "\n\n# Code\n\ncode", 1, CONTACT)
    assert without == with_code


def test_plain_body_is_read_the_fast_way() -> None:
    head = "# Ana\n\nMet at [[PyCon]].\n\n## Log\n"
    text = f"{head}- 2026-11-03 Coffee: 12:30. #gave\n- **2026-11-02** x"
    assert read_plain_log(text, 1, CONTACT) is not None


def check_places(body: Body, text: str, first_line: int) -> None:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    places = [(found.line, found.column) for found in body.interactions]
    places += [(found.line, found.column) for found in body.links]
    for line_number, column in places:
        assert 0 <= line_number - first_line < len(lines)
        assert 1 <= column <= len(lines[line_number - first_line]) + 1
    for problem in body.diagnostics:
        line = lines[problem.line - first_line]
        start = problem.message.partition(" ")[0][:6]
        hidden = problem.message.startswith("an invisible")
        assert line[problem.column - 1 :].startswith("" if hidden else start)
    for link in body.links:
        line = lines[link.line - first_line]
        assert line[link.column - 1] == "["
    for promise in body.promises:
        line = lines[promise.line - first_line]
        assert line[promise.column - 1] == "["
    for field in body.inline_fields:
        assert lines[field.line - first_line][field.column - 1 :].startswith(field.key)
        for value in field.values:
            assert lines[value.line - first_line][value.column - 1 :].startswith(value.text[:1])


@pytest.mark.parametrize("context", [CONTACT, JOURNAL], ids=["contact", "journal"])
@given(text=ANY_BODIES | st.text(max_size=80), first_line=st.integers(1, 50))
def test_every_place_lies_where_it_says(context: BodyContext, text: str, first_line: int) -> None:
    check_places(read_body(text, first_line, context), text, first_line)


@given(ANY_BODIES)
def test_date_of_an_entry_stands_at_its_place(text: str) -> None:
    lines = text.split("\n")
    for entry in read_body(text, 1, CONTACT).interactions:
        dated = dated_at(lines[entry.line - 1], entry.column - 1)
        assert dated is not None
        assert (dated.value, dated.hidden) == (entry.date, "")


@given(ANY_BODIES)
def test_links_of_entries_are_links_of_the_body(text: str) -> None:
    for context in (CONTACT, JOURNAL):
        body = read_body(text, 1, context)
        found = [entry.links for entry in body.interactions]
        found += [promise.links for promise in body.promises]
        assert set(chain(*found)) <= set(body.links)


@given(ANY_BODIES)
def test_no_link_belongs_to_two_entries(text: str) -> None:
    for context in (CONTACT, JOURNAL):
        links = [link for entry in read_body(text, 1, context).interactions for link in entry.links]
        assert len(links) == len(set(links))


@given(ANY_BODIES)
def test_texts_are_on_one_line(text: str) -> None:
    body = read_body(text, 1, JOURNAL)
    texts = [entry.text for entry in body.interactions]
    texts += [promise.text for promise in body.promises]
    assert texts == [" ".join(text.split()) for text in texts]


@given(ANY_BODIES, st.sampled_from(["\r\n", "\r"]))
def test_line_ends_make_no_difference(text: str, end: str) -> None:
    for context in (CONTACT, JOURNAL):
        assert read_body(text, 1, context) == read_body(text.replace("\n", end), 1, context)


def repeated(piece: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda size: before + piece * (size // len(piece)) + after


def nested(line: str) -> Callable[[int], str]:
    return lambda size: "\n".join("  " * depth + line for depth in range(int(size**0.5)))


HOSTILE: dict[str, Callable[[int], str]] = {
    "brackets": repeated("["),
    "closing brackets": repeated("]"),
    "brackets and one link": repeated("[", after="](x.md)"),
    "empty links": repeated("[]("),
    "open destinations": repeated("[a](b("),
    "open titles": repeated('[a](b "'),
    "open wikilinks": repeated("[[a"),
    "one long wikilink": repeated("a", "[["),
    "closed brackets": repeated("[a]"),
    "parentheses": repeated("()", "]("),
    "wikilinks": repeated("[[a]]"),
    "boxes in a line": repeated("- [ ] "),
    "boxes": repeated("- [ ] a\n"),
    "dated boxes": repeated("- [ ] 2026-02-30 a\n"),
    "nested boxes": nested("- [ ] a"),
    "boxes open and done": nested("- [ ] a\n  - [x] b"),
    "headings": repeated("# a\n"),
    "dated headings": repeated("## 2026-11-03 a\n"),
    "deepening headings": repeated("# 2026-11-03\n## 2026-11-03\n### 2026-11-03\n"),
    "dated items": repeated("- 2026-11-03 [[a]] #gave\n"),
    "nested dated items": nested("- 2026-11-03 a"),
    "wrong dates": repeated("- 2026-02-30 a\n"),
    "comment signs": repeated("%%", after="%"),
    "open comments": repeated("a <!-- "),
    "open comments on lines": repeated("a <!-- b\n"),
    "backticks": repeated("`"),
    "runs of backticks": lambda size: "a".join("`" * n for n in range(1, int((2 * size) ** 0.5))),
    "backticks apart": repeated("` a `` b\n"),
    "open fences": repeated("```\n", after="```"),
    "fences in quotes": repeated("> ```\n"),
    "marks": repeated("- "),
    "marks and a word": repeated("- ", after="a"),
    "quotes": repeated(">"),
    "quote lines": repeated("> a\n"),
    "numbers": repeated("1. "),
    "hashes": repeated("#"),
    "hashtags": repeated("#gave ", "- 2026-11-03 "),
    "hashtags in an address": repeated("#gave", "- 2026-11-03 x://"),
    "hashes in a heading": repeated("#", "# a ", "a"),
    "spaces": repeated(" ", "- 2026-11-03 a", "b"),
    "blank lines": repeated("\n", "- 2026-11-03 a", "b"),
    "spaces behind a mark": repeated(" ", "# a\n-"),
    "underscores": repeated("_", "- "),
    "stars": repeated("**a", "- 2026-11-03 "),
    "bars": repeated("|"),
    "table heads": repeated("|-", "a | b\n-"),
    "colons": repeated(":", "a"),
    "fields": repeated("a:: b [c:: d] (e:: f)\n"),
    "open fields": repeated("[a::"),
    "due dates": repeated("due: 2026-12-01 📅 2026-12-01 ", "- [ ] "),
    "open due dates": repeated("(due ", "- [ ] "),
    "mistyped dates": repeated("2026- 11-0", "- "),
    "near entries": repeated("-2026-11-03 a\n"),
    "signs": repeated("📅", "- "),
    "loose due dates": repeated("📅 1 Dec 2026 due: 2026-12-1 due: 1/2/2027 ", "- [ ] "),
    "near boxes": repeated("- [] a\n"),
    "glued boxes": repeated("-[ ] [[a]]\n"),
    "half links": repeated("[[a\n[a]]\n"),
    "half paths": repeated("[a](a.md\n"),
    "half paths in a line": repeated("](.md"),
    "suffixes": repeated(".md", "[a]("),
    "folders": repeated("a/", "- [["),
    "digits": repeated("1", "- "),
    "one long paragraph": repeated("a\n"),
}


def seconds(text: str, context: BodyContext) -> float:
    started = time.process_time()
    read_body(text, 1, context)
    return time.process_time() - started


@pytest.mark.parametrize("context", [CONTACT, JOURNAL], ids=["contact", "journal"])
@pytest.mark.parametrize("name", HOSTILE)
def test_time_for_a_body_made_to_be_slow_is_linear(name: str, context: BodyContext) -> None:
    small, large = (seconds(HOSTILE[name](size), context) for size in (40_000, 160_000))
    assert large < 8 * small + 2


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_megabyte_made_to_be_slow_is_read_in_time(name: str) -> None:
    assert seconds(HOSTILE[name](1_000_000), CONTACT) < 30
