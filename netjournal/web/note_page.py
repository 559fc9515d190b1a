"""The text of a note as a page: every line has a name, so that a link can lead to it."""

import re
from html import escape

from netjournal.render.links import line_anchor
from netjournal.render.visible import one_line, visible

LONGEST = 1_000_000
"""Bytes above which a text isn't made a page: a browser would take long over so many lines."""

_END_OF_LINE = re.compile(r"\r\n|\r|\n")

_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="data:,">
<title>{name}</title>
</head>
<body class="note">
<main>
<h1>{name} <a href="/">All pages</a></h1>
<pre>{lines}</pre>
</main>
</body>
</html>
"""


def note_page(path: str, data: bytes) -> bytes:
    """The page that shows a text as it was typed, with the number of each line beside it."""
    lines = _END_OF_LINE.split(data.decode("utf-8-sig", "replace"))
    if not lines[-1]:
        del lines[-1]
    shown = [
        f'<span id="{line_anchor(number)}" data-line="{number}">{escape(visible(line))}\n</span>'
        for number, line in enumerate(lines, 1)
    ]
    return _PAGE.format(name=escape(one_line(path)), lines="".join(shown)).encode()
