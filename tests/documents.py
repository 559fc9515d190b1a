"""Reading the documentation: fenced blocks, headings, sections and tables of its pages."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
OWN_PAGES = sorted(DOCS.glob("*.md"))
"""Those written by hand: the pages of the rules are written from their docstrings."""

_FENCED = re.compile(r"(?ms)^```.*?^```$")


class Fence(NamedTuple):
    """A fenced block: the word behind its first fence, and its text."""

    page: str
    line: int
    """1-based, of the first fence."""
    language: str
    text: str


def text_of(name: str) -> str:
    """The text of a page of the documentation."""
    return (DOCS / name).read_text(encoding="utf-8")


def fences_of(path: Path) -> Iterator[Fence]:
    """The fenced blocks of a page."""
    opened: tuple[int, str] | None = None
    lines: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.startswith("```"):
            lines.append(line)
        elif opened is None:
            opened, lines = (number, line[3:].strip()), []
        else:
            yield Fence(path.name, *opened, "\n".join(lines))
            opened = None
    assert opened is None, f"{path.name}:{opened}: a fence isn't closed"


def fences_in(*languages: str) -> list[Fence]:
    """The fenced blocks in some languages on the pages written by hand."""
    found = [fence for page in OWN_PAGES for fence in fences_of(page)]
    return [fence for fence in found if fence.language in languages]


def without_code(text: str) -> str:
    """A page without fenced blocks and inline code."""
    return re.sub(r"`[^`\n]*`", "", _FENCED.sub("", text))


def headings_of(path: Path) -> list[str]:
    """The names by which links reach the headings of a page."""
    prose = _FENCED.sub("", path.read_text(encoding="utf-8"))
    titles = re.findall(r"(?m)^#{1,6} (.+)$", prose)
    plain = [re.sub(r"[^\w\- ]", "", title.lower()) for title in titles]
    return [title.strip().replace(" ", "-") for title in plain]


def section_of(name: str, *titles: str) -> str:
    """The text below a heading of a page, to the next one of its level; headings go inwards."""
    text = text_of(name)
    for title in titles:
        start = re.search(rf"(?m)^(#+) {re.escape(title)}$", text)
        assert start, f"{name} has no heading '{title}'"
        rest = text[start.end() :]
        end = re.search(rf"(?m)^#{{1,{len(start[1])}}} ", rest)
        text = rest[: end.start()] if end else rest
    return text


def rows_of(text: str) -> list[list[str]]:
    """The cells of every table in a text, without heads."""
    rows: list[list[str]] = []
    for line in text.splitlines():
        if re.fullmatch(r"\|[-| ]+\|", line):
            rows.pop()
        elif line.startswith("|"):
            rows.append([cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]])
    return rows


def code_in(text: str) -> list[str]:
    """What stands in backticks in a text."""
    return re.findall(r"`([^`]+)`", text)


def names_in(text: str) -> list[str]:
    """What stands in backticks in the first column of every table in a text."""
    return [name for row in rows_of(text) for name in code_in(row[0])]


def table(*rows: tuple[str, ...]) -> str:
    """A Markdown table; the first row is its head."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])
