"""The code of templates, kept in memory: a watch makes the same pages again and again."""

from collections import OrderedDict
from types import CodeType
from typing import Final

from jinja2.bccache import Bucket, BytecodeCache

_MOST: Final = 200
"""Templates of which the code is kept; the one that was asked for longest ago goes first."""


class CompiledTemplates(BytecodeCache):
    """The code of templates by their names and texts, for as long as the program runs."""

    def __init__(self) -> None:
        self._codes: OrderedDict[tuple[str, str], CodeType] = OrderedDict()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives the code of a template, if it is known."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))
        if bucket.code:
            self._codes.move_to_end((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Takes the code of a template."""
        if bucket.code:
            self._codes[bucket.key, bucket.checksum] = bucket.code
            if len(self._codes) > _MOST:
                self._codes.popitem(last=False)


COMPILED: Final = CompiledTemplates()
