"""The line at the foot of a page."""

import json

from netjournal.web.foot import event, with_foot
from netjournal.web.news import Problem, State

HOSTILE = "<img src=x onerror=alert(1)>"
PROBLEM = Problem("a.md:1:2", "odd", "")


def foot(state: State) -> str:
    return with_foot(b"<body></body>", 'W/"1"', "vault", state).decode()


def test_vault_that_was_never_built_says_so_and_why() -> None:
    page = foot(State("net", trouble="the disk is full"))
    assert "Watching net · not built yet · <strong>the disk is full</strong></p>" in page


def test_no_problems_is_said_only_when_it_is_so() -> None:
    assert "built at 12:00 · no problems</p>" in foot(State("net", "12:00"))
    with_problem = foot(State("net", "12:00", problems=(PROBLEM,)))
    assert "built at 12:00</p>" in with_problem
    assert "<summary>1 problem</summary><ul><li>a.md:1:2: odd</li></ul>" in with_problem


def test_many_problems_are_counted() -> None:
    page = foot(State("net", "12:00", problems=(PROBLEM,) * 1234))
    assert "<summary>1,234 problems</summary>" in page
    assert page.count("<li>") == 11
    assert "And 1,224 more: <code>netjournal check</code>" in page


def test_nothing_that_a_person_wrote_becomes_markup() -> None:
    problem = Problem(HOSTILE, f"{HOSTILE}\n\x1b[31m", f'"><b>{HOSTILE}')
    state = State(HOSTILE, "12:00", HOSTILE, (problem,))
    for text in (foot(state), event("vault", state).decode()):
        assert "<img" not in text
        assert "<b>" not in text
        assert "\x1b" not in text


def test_foot_stands_at_the_end_of_a_page_that_has_none() -> None:
    page = with_foot(b"<p>Own", "", "vault", State("net")).decode()
    assert page.startswith("<p>Own<aside")
    assert with_foot(b"<body>x</body></html>", "", "", State("net")).endswith(b"</body></html>")


def test_event_is_one_line_of_data() -> None:
    kind, data, *rest = event("v", State("net", "12:00", problems=(PROBLEM,), number=7)).split(
        b"\n"
    )
    assert (kind, rest) == (b"event: built", [b"", b""])
    news = json.loads(data.removeprefix(b"data: "))
    assert (news["vault"], news["number"]) == ("v", 7)
