"""What the server adds to a page: the line at its foot, and the scripts that keep it fresh."""

import json
from html import escape

from netjournal.render.visible import one_line
from netjournal.reviews.words import counted
from netjournal.web.news import Problem, State

OWN = "/.netjournal/"
"""Where the server's own files are; a vault has no such page."""

_SHOWN = 10
"""Problems that are named before the others are counted."""

_MISSING = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
</head>
<body class="nothing">
<main>
<h1>{title}</h1>
<p>{text}</p>
</main>
</body>
</html>
"""
NO_OVERVIEW = _MISSING.format(
    title="No pages yet", text="They are shown here as soon as they are built."
).encode()
"""The page in the overview's place while there is none."""

NO_PAGE = _MISSING.format(
    title="Not here",
    text="Only pages and notes are shown; open other files in your editor. "
    'All pages are on the <a href="/">overview</a>.',
).encode()
"""The page in the place of any other that isn't there."""


def with_foot(page: bytes, tag: str, vault: str, state: State, write: str = "") -> bytes:
    """A page with the foot that says the state; `tag` is the page's, `vault` an identity.

    `write` is where one can write something down, if that is allowed.
    """
    link = f'<a href="{escape(write)}">Write something down</a> · ' if write else ""
    # What is said may be that nothing has changed; then the last change is another one.
    if write and state.written and state.said == state.written.said:
        link += f'<a href="{escape(write)}#written">Take it back</a> · '
    foot = (
        f'<aside class="live" aria-label="netjournal serve" data-tag="{escape(tag)}" '
        f'data-vault="{vault}" data-number="{state.number}">\n'
        f'{link}<p role="status">{_status(state)}</p>\n'
        f"<div>{_problems(state.problems)}</div>\n</aside>\n"
        f'<link rel="stylesheet" href="{OWN}live.css">\n'
        f'<script src="{OWN}events.js"></script>\n'
        f'<script src="{OWN}live.js"></script>\n'
    ).encode()
    before, end, after = page.rpartition(b"</body>")
    return before + foot + end + after if end else after + foot


def event(vault: str, state: State) -> bytes:
    """A state as a server-sent event."""
    news = {
        "vault": vault,
        "number": state.number,
        "status": _status(state),
        "problems": _problems(state.problems),
        "away": state.is_away,
    }
    return f"event: built\ndata: {json.dumps(news)}\n\n".encode()


def _status(state: State) -> str:
    """What is watched, when it was last built, and what is wrong with that, as HTML."""
    when = f"built at {state.built}" if state.built else "not built yet"
    parts = [f"Watching {_text(state.vault)}", when]
    if state.trouble:
        parts.append(f"<strong>{_text(state.trouble)}</strong>")
    elif not state.problems:
        parts.append("no problems")
    if state.said:
        parts.append(_text(state.said))
    return " · ".join(parts)


def _problems(problems: tuple[Problem, ...]) -> str:
    """The number of the problems, which opens to the first of them, as HTML."""
    if not problems:
        return ""
    items = [f"<li>{_place(each)}: {_text(each.message)}</li>" for each in problems[:_SHOWN]]
    if len(problems) > _SHOWN:
        more = f"{len(problems) - _SHOWN:,}"
        items.append(f"<li>And {more} more: <code>netjournal check</code></li>")
    summary = f"<summary>{counted(len(problems), 'problem')}</summary>"
    return f"<details>{summary}<ul>{''.join(items)}</ul></details>"


def _place(problem: Problem) -> str:
    place = _text(problem.place)
    return f'<a href="{escape(problem.address)}">{place}</a>' if problem.address else place


def _text(text: str) -> str:
    return escape(one_line(text))
