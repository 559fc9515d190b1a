"""The fields at the head of a note, and everything that can be wrong with them as YAML."""

from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.fields import FIELD_BY_NAME, FieldType, field_spellings, spelling
from netjournal.notes.characters import (
    has_odd_characters,
    hidden_characters,
    readable,
    with_plain_gaps,
)
from netjournal.notes.fences import Block, find_block
from netjournal.notes.nearfences import near_block
from netjournal.notes.plainyaml import Row, plain_fields, plain_rows
from netjournal.notes.raw import Fields, RawField
from netjournal.notes.second_block import with_second_block
from netjournal.notes.tomlfence import toml_block

MAX_SIZE = 1_000_000
"""The longest front matter that is read, in characters."""

MANY_FIELDS = 200
"""So many fields are surely a mistake."""

_REPORTED = 20
_NAMES = field_spellings({})


class FrontMatter(NamedTuple):
    """The fields of a note as typed, and where its body begins."""

    read: tuple[RawField, ...]
    """The fields of a front matter that isn't plain."""
    body_start: int
    """The offset of the body in the text."""
    body_line: int
    """The 1-based line of the body's first line."""
    present: bool
    diagnostics: tuple[Diagnostic, ...] = ()
    rows: Sequence[Row] = ()
    """The lines of a plain front matter, of which each key is another."""
    text: str = ""
    """The text of a plain front matter."""
    first_line: int = 2
    """The 1-based line of the first row."""

    @property
    def fields(self) -> tuple[RawField, ...]:
        """The fields in their order; those of a plain front matter are made here."""
        return plain_fields(self.rows, self.first_line) if self.rows else self.read


def read_front_matter(text: str, path: str) -> FrontMatter:
    """The front matter of a decoded note; what can't be read hides nothing else."""
    block = find_block(text, path) or near_block(text, path) or toml_block(text, path)
    if block is None:
        return FrontMatter((), 0, 1, present=False)
    block = with_second_block(block, text, path)
    if len(block.text) > MAX_SIZE:
        return _front_matter(block, Fields((), (_too_long(block, path),)))
    if has_odd_characters(block.text):
        yaml, gaps = with_plain_gaps(block.text, block.line, path)
        yaml, refused = readable(yaml, block.line, path)
        refused += gaps
        block, found = _read_block(block._replace(text=yaml), text, path)
        unseen = codes.HIDDEN_CHARACTER.code
        lines = {problem.line for problem in refused if problem.code == unseen}
        found = Fields(found.fields, tuple(_on_other_lines(found.diagnostics, lines)))
        hidden = _on_other_lines(hidden_characters(found.fields, path), lines)
        return _front_matter(block, _counted(found, path, (*refused, *hidden)))
    return _plain(block, path) or _as_yaml(block, text, path)


def _on_other_lines(problems: Iterable[Diagnostic], lines: Container[int]) -> list[Diagnostic]:
    """The problems that a character which is told of already can't have caused."""
    caused = (codes.HIDDEN_CHARACTER.code, codes.YAML_SYNTAX.code)
    return [each for each in problems if each.line not in lines or each.code not in caused]


def _plain(block: Block, path: str) -> FrontMatter | None:
    """The front matter of plain lines; None when YAML has to be read."""
    yaml, line, body_start, body_line, problems = block
    rows = plain_rows(yaml)
    if not rows:
        return None
    keys = rows
    if len({row[0] for row in rows}) < len(rows):
        keys = [row for row in rows if row[0][-1] == ":"]
    if len(keys) > MANY_FIELDS or (keys is not rows and len({row[0] for row in keys}) < len(keys)):
        return _front_matter(block, _counted(Fields(plain_fields(rows, line)), path))
    return FrontMatter((), body_start, body_line, True, problems, rows, yaml, line)


def _as_yaml(block: Block, text: str, path: str) -> FrontMatter:
    block, found = _read_block(block, text, path)
    return _front_matter(block, _counted(found, path))


def _front_matter(block: Block, found: Fields) -> FrontMatter:
    problems = block.diagnostics + found.diagnostics
    return FrontMatter(found.fields, block.body_start, block.body_line, True, problems)


def _counted(found: Fields, path: str, problems: tuple[Diagnostic, ...] = ()) -> Fields:
    """The fields, with the problems that they have among them when there are too many."""
    fields = found.fields
    problems = (*found.diagnostics, *problems)
    if len({field.key for field in fields}) < len(fields):
        problems += _duplicates(fields, path)
    if len(fields) > MANY_FIELDS:
        problems += (_too_many(fields, path),)
    return Fields(fields, problems)


def _too_long(block: Block, path: str) -> Diagnostic:
    message = f"the front matter has {len(block.text):,} characters; {MAX_SIZE:,} are read"
    hint = "move what isn't a field below the closing ---"
    return codes.FILE_TOO_LARGE.at(path, block.line - 1, 1, message, hint)


def _read_block(block: Block, text: str, path: str) -> tuple[Block, Fields]:
    # Most front matter is plain, and YAML takes a while to import.
    from netjournal.notes.yamlblock import read_block

    return read_block(block, text, path)


def _duplicates(fields: tuple[RawField, ...], path: str) -> tuple[Diagnostic, ...]:
    first: dict[str, RawField] = {}
    problems = []
    for field in fields:
        known = first.setdefault(field.key, field)
        if known is not field:
            message = f"{field.key[:80]} is given twice (first on line {known.line})"
            problems.append(
                codes.DUPLICATE_KEY.at(path, field.line, field.column, message, _keep(field.key))
            )
            if len(problems) == _REPORTED:
                break
    return tuple(problems)


def _keep(key: str) -> str:
    """What to do about a key that is given twice."""
    known = FIELD_BY_NAME.get(_NAMES.get(spelling(key), ""))
    if known and known.name == "last_contact":
        return "keep the newest one"
    if known and known.type not in (FieldType.LIST, FieldType.LINKS):
        return "keep one of them"
    return "keep one of them; for several values write a list"


def _too_many(fields: tuple[RawField, ...], path: str) -> Diagnostic:
    message = f"{len(fields):,} fields are unusually many for one person"
    hint = "move what isn't about the person to a file of its own"
    return codes.MANY_FIELDS.at(path, fields[0].line, fields[0].column, message, hint)
