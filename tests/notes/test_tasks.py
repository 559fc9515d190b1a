"""Tasks, the promises that they are, and their due dates."""

from datetime import date

import pytest

from netjournal.model.config import HASHTAGS
from netjournal.model.contact import Promise
from netjournal.notes.body import read_body
from netjournal.notes.raw import Body, BodyContext

DUE = date(2026, 12, 1)


def read(text: str, *, journal: bool = False) -> Body:
    day = date(2026, 11, 24) if journal else None
    return read_body(text, 1, BodyContext("contacts/ana.md", day, journal, HASHTAGS))


def only(text: str) -> Promise:
    (promise,) = read(text).promises
    return promise


def test_promise_has_everything_that_its_line_says() -> None:
    body = read("# Ana\n\n- [ ] Send [[bob]] the deck 📅 2026-12-01\n")
    expected = Promise("Send [[bob]] the deck", DUE, False, body.links, "contacts/ana.md", 3, 3)
    assert body.promises == (expected,)
    assert body.interactions == ()


@pytest.mark.parametrize("mark", ["-", "*", "+", "1.", "3)", "  -", "\t-"])
def test_promise_under_any_list_mark(mark: str) -> None:
    assert only(f"{mark} [ ] Call").text == "Call"


@pytest.mark.parametrize(("sign", "done"), [(" ", False), ("/", False), ("x", True), ("X", True)])
def test_promise_open_or_done(sign: str, *, done: bool) -> None:
    assert only(f"- [{sign}] Call").done is done


@pytest.mark.parametrize("text", ["- [-] Call", "- [>] Call", "- [<] Call", "- [!] Call",
    "- [] Call",
    "%% - [ ] Call %%"])  # fmt: skip
def test_no_promise(text: str) -> None:
    assert read(text).promises == ()


@pytest.mark.parametrize(
    "text",
    [
        "Call 📅 2026-12-01",
        "Call 📅2026-12-01",
        "Call 📆 2026-12-01",
        "Call 🗓️ 2026-12-01",
        "Call 📅 [[2026-12-01]]",
        "Call due: 2026-12-01",
        "Call Due:2026-12-01",
        "Call due:: 2026-12-01",
        "Call [due:: 2026-12-01]",
        "Call (due:: 2026-12-01)",
        "Call (due: 2026-12-01)",
        "Call (due 2026-12-01)",
        "Call (DUE 2026-12-01)",
        "(due 2026-12-01) Call",
        "2026-12-01 Call",
        "**2026-12-01**: Call",
        "[[2026-12-01]] Call",
        "2026-11-01 Call 📅 2026-12-01",
        "Call 📅 2026-12-01 📅 2027-01-01",
        "Call due: 2026-12-01 📅 2027-01-01",
    ],
)
def test_due_date_however_it_is_written(text: str) -> None:
    promise = only(f"- [ ] {text}")
    assert (promise.text, promise.due) == ("Call", DUE)


@pytest.mark.parametrize(
    "text",
    ["Call overdue: 2026-12-01", "Call due soon", "Call due 2026-12-01", "Call (due soon)",
     "Call pre-due: 2026-12-01", "Call `due: 2026-12-01`", "Call due: 2026-12-011"],
)  # fmt: skip
def test_no_due_date(text: str) -> None:
    promise = only(f"- [ ] {text}")
    assert (promise.text, promise.due) == (text, None)


@pytest.mark.parametrize(
    ("before", "typed", "after"),
    [
        ("📅 ", "2026-12-1", ""),
        ("📅 ", "1 Dec 2026", ""),
        ("📅 ", "2026/12/01", ""),
        ("📅", "2026\u201112\u201101", ""),
        ("due: ", "01.12.2026", ""),
        ("due: ", "2026-12-1", ""),
        ("due:: ", "Dec 1, 2026", ""),
        ("(due ", "1 Dec 2026", ")"),
        ("(due: ", "1st of December 2026", ")"),
        ("[due:: ", "2026/12/01", "]"),
        ("📅 [[", "2026-12-1", "]]"),
    ],
)
def test_clear_due_date_is_read_with_a_warning(before: str, typed: str, after: str) -> None:
    body = read(f"- [ ] Call {before}{typed}{after} #gave")
    assert [(promise.text, promise.due) for promise in body.promises] == [("Call #gave", DUE)]
    (problem,) = body.diagnostics
    assert (problem.code, problem.line, problem.column) == ("NJ206", 1, 12 + len(before))
    assert problem.message.startswith(f"{typed} is read as 2026-12-01")
    assert problem.hint == "write it as 2026-12-01"


@pytest.mark.parametrize(
    ("before", "typed", "after", "why"),
    [
        ("due: ", "01/02/2027", "", "can be read two ways: day and month can be swapped"),
        ("📅 ", "1/2/27", "", "can be read in several ways"),
        ("(due ", "31 Feb 2027", ")", "is not a date: February 2027 has 28 days"),
        ("due: ", "2026-12-011", "", "is not a date: a digit is too many"),
        ("📅 ", "2026- 12-01", "", "is not a date: there is a space in it"),
        ("due: ", "99/99/2026", "", "is not a date: there is no such day"),
    ],
)
def test_due_date_that_cannot_be_read_is_an_error(
    before: str, typed: str, after: str, why: str
) -> None:
    body = read(f"- [ ] Call {before}{typed}{after}")
    expected = (f"Call {before}{typed}{after}", None)
    assert [(promise.text, promise.due) for promise in body.promises] == [expected]
    (problem,) = body.diagnostics
    assert (problem.code, problem.line, problem.column) == ("NJ205", 1, 12 + len(before))
    assert problem.message == f"{typed} {why}"
    assert problem.hint.endswith("until then the promise is due on no day")


def test_loose_due_date_in_a_quote_is_told_at_its_place() -> None:
    (problem,) = read("> - [ ] Call\n> - [ ] Write due: 2026-12-1\n").diagnostics
    assert (problem.code, problem.line, problem.column) == ("NJ206", 2, 20)


@pytest.mark.parametrize(
    "text",
    [
        "Call ✅ 2026-11-01",
        "Call ✅ [[2026-11-01]]",
        "Call ✅ 2026-11-01 10:30",
        "Call ✅2026-11-1",
        "Call ➕ 2026-11-01 ⏳ 2026-11-02 🛫 2026-11-03",
        "Call 🔼",
        "Call ⏫ 🆔 a1b2 ⛔ c3,d4",
        "Call 🔁 every 2 weeks ✅ 2026-11-01",
        "Call [scheduled:: 2026-11-02] [priority:: high] (created:: 2026-11-01)",
        "Call ❌ 2026-11-01",
    ],
)
def test_signs_of_task_plugins_leave_the_text(text: str) -> None:
    promise = only(f"- [ ] {text}")
    assert (promise.text, promise.due) == ("Call", None)


def test_hashtags_and_links_stay_in_the_text() -> None:
    promise = only("- [ ] 🔁 every week #call [[bob]] 📅 2026-12-01 #gave")
    assert promise.text == "#call [[bob]] #gave"
    assert [link.target for link in promise.links] == ["bob"]


def test_text_goes_on_over_its_paragraph_but_not_over_sub_items() -> None:
    body = read(
        "- [ ] Send the deck\n  to [[bob]]\n  (due 2026-12-01)\n  - [x] write it\n  - [[eve]]\n"
    )
    assert [(p.text, p.due, p.done, len(p.links)) for p in body.promises] == [
        ("Send the deck to [[bob]]", DUE, False, 1),
        ("write it", None, True, 0),
    ]


def test_task_of_a_done_entry_is_an_interaction_and_a_kept_promise() -> None:
    body = read("- [x] 2026-11-03 Sent the deck\n")
    assert [entry.text for entry in body.interactions] == ["Sent the deck"]
    assert [(p.text, p.done) for p in body.promises] == [("Sent the deck", True)]


@pytest.mark.parametrize(
    "text",
    [
        "- [x] 2026-11-03 Sent the deck ✅ 2026-11-04",
        "- [x] **2026-11-03** Sent the ✅ 2026-11-04 deck 🔼",
        "- [x] 2026-11-03 Sent ✅ 2026-11-04\n  the deck ⏫\n",
    ],
)
def test_signs_leave_the_text_of_a_ticked_entry(text: str) -> None:
    (entry,) = read(text).interactions
    assert entry.text == "Sent the deck"
    assert [promise.text for promise in read(text).promises] == ["Sent the deck"]


def test_signs_stay_in_the_text_of_an_entry_that_is_no_task() -> None:
    (entry,) = read("- 2026-11-03 ✅ sent").interactions
    assert entry.text == "✅ sent"


@pytest.mark.parametrize(
    "text",
    [
        "> [!todo]\n> - [ ] Call [[bob]] 📅 2026-12-01\n> - no task\n",
        "> [!todo]-\n> Things:\n>\n> 1. [ ] 2026-12-01 Call [[bob]]\n> and more",
        "> - [ ] Call [[bob]] due: 2026-12-01",
        "  > > * [ ] Call [[bob]] (due 2026-12-01)\n",
        "- 2026-11-03 Lunch\n  > - [ ] Call [[bob]] 📅 2026-12-01\n",
    ],
)
def test_task_in_a_callout_or_quote_is_a_promise(text: str) -> None:
    promise = only(text)
    assert (promise.text, promise.due, promise.done) == ("Call [[bob]]", DUE, False)
    assert [link.target for link in promise.links] == ["bob"]
    lines = text.split("\n")
    assert lines[promise.line - 1][promise.column - 1 :].startswith("[ ]")


def test_promises_in_and_around_a_callout_are_in_order_of_place() -> None:
    text = "- [ ] a\n\n> [!todo]\n> - [x] b ✅ 2026-11-04\n>   - [ ] c\n> - [-] d\n\n- [ ] e\n"
    assert [(p.text, p.done, p.line) for p in read(text).promises] == [
        ("a", False, 1),
        ("b", True, 4),
        ("c", False, 5),
        ("e", False, 8),
    ]


def test_task_in_a_callout_of_a_journal_is_a_promise_when_it_links_somebody() -> None:
    body = read("> [!todo]\n> - [ ] Call [[bob]]\n> - [ ] Buy milk\n", journal=True)
    assert [promise.text for promise in body.promises] == ["Call [[bob]]"]
    assert body.interactions == ()


@pytest.mark.parametrize(
    "text", ["> [ ] Call", "> Call [ ]", "```\n> - [ ] Call\n```", "> - [a](b)"]
)
def test_no_task_in_a_quote(text: str) -> None:
    assert read(text).promises == ()


def test_wrong_due_date_in_a_callout_is_told_at_its_place() -> None:
    (problem,) = read("> [!todo]\n> - [ ] Call 📅 2026-02-30\n").diagnostics
    assert (problem.code, problem.line, problem.column) == ("NJ205", 2, 16)


def test_link_to_a_day_is_no_link_of_a_promise() -> None:
    assert only("- [ ] [[2026-12-01]] Call").links == ()


@pytest.mark.parametrize("tail", ["", "\n\n- nested\n  - item"])
@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("- [ ] Call 📅 2026-02-30", 14),
        ("- [ ] Call due: 2026-02-30", 17),
        ("- [ ] 2026-02-30 Call", 7),
    ],
)
def test_due_date_that_does_not_exist_is_reported(text: str, column: int, tail: str) -> None:
    body = read(f"\n{text}{tail}")
    assert [(p.text, p.due) for p in body.promises] == [("Call", None)]
    assert [(p.code, p.line, p.column) for p in body.diagnostics] == [("NJ205", 2, column)]
    assert body.diagnostics[0].hint == "correct the date; until then the promise is due on no day"


@pytest.mark.parametrize("tail", ["", "\n\n- nested\n  - item"])
def test_date_of_a_done_task_that_does_not_exist_is_reported_once(tail: str) -> None:
    body = read(f"- [x] 2026-02-30 Call{tail}")
    assert [(p.line, p.column) for p in body.diagnostics] == [(1, 7)]


def test_due_date_on_a_later_line_is_reported_there() -> None:
    body = read("- [ ] Call\n  due: 2026-02-30")
    assert [(p.line, p.column) for p in body.diagnostics] == [(2, 8)]


def test_task_of_a_journal_is_a_promise_when_it_links_somebody() -> None:
    body = read(
        "- [ ] Write to [[bob]] (due 2026-12-01)\n- [ ] Buy milk\n- [x] [[eve]]", journal=True
    )
    assert [(p.text, p.due, p.done) for p in body.promises] == [
        ("Write to [[bob]]", DUE, False),
        ("[[eve]]", None, True),
    ]


def test_date_of_a_done_task_of_a_journal_that_does_not_exist_is_reported() -> None:
    body = read("- [x] 2026-02-30 [[bob]]", journal=True)
    assert [(p.line, p.column) for p in body.diagnostics] == [(1, 7)]
