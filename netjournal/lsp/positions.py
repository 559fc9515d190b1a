"""Places as the protocol counts them: lines and units from 0, in an encoding of the client's."""

from collections.abc import Sequence

from lsprotocol import types

from netjournal.notes.at_cursor import Extent, lines_of

_WIDTH = {"utf-8": 1, "utf-16": 2}
_CODEC = {"utf-8": "utf-8", "utf-16": "utf-16-le"}


class Ruler:
    """The lines of a text, and the units in which the client counts along them."""

    def __init__(self, text: str, encoding: str) -> None:
        self.lines: Sequence[str] = lines_of(text)
        self._encoding = encoding

    def place(self, position: types.Position) -> tuple[int, int]:
        """The 1-based line and column of a position; inside of the text, whatever was asked."""
        line = min(max(position.line, 0), len(self.lines) - 1)
        row = self.lines[line]
        return line + 1, self._characters(row, position.character) + 1

    def position(self, line: int, column: int) -> types.Position:
        """The position of a 1-based line and column."""
        line = min(max(line, 1), len(self.lines))
        row = self.lines[line - 1]
        return types.Position(line - 1, self._units(row[: max(column - 1, 0)]))

    def range(self, extent: Extent) -> types.Range:
        """The range of an extent."""
        line, start, end = extent
        return types.Range(self.position(line, start), self.position(line, max(start, end)))

    def whole_lines(self, first: int, last: int) -> types.Range:
        """The range of some 1-based lines, both included."""
        last = min(max(last, 1), len(self.lines))
        return types.Range(
            self.position(first, 1), self.position(last, len(self.lines[last - 1]) + 1)
        )

    def _units(self, text: str) -> int:
        if self._encoding not in _WIDTH or text.isascii():
            return len(text)
        return len(text.encode(_CODEC[self._encoding], "surrogatepass")) // _WIDTH[self._encoding]

    def _characters(self, row: str, units: int) -> int:
        if self._encoding not in _WIDTH or row.isascii():
            return min(max(units, 0), len(row))
        counted = 0
        for number, character in enumerate(row):
            if counted >= units:
                return number
            counted += self._units(character)
        return len(row)
