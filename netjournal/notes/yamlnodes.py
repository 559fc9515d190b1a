"""Front matter as YAML nodes, through python-frontmatter's handler: every value stays text."""

import re
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler
from yaml.composer import Composer
from yaml.nodes import Node
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

_BRACKET = re.compile(r"[\[\]{}]")
_DEEPEST = 100

UNTYPED = ""
"""The tag of a node to which the note gives none."""


class _Untyped:
    """In place of PyYAML's resolver, which guesses types: no node gets one."""

    def descend_resolver(self, parent: Node | None, index: object) -> None:
        """Nothing to prepare for the children of a node."""

    def ascend_resolver(self) -> None:
        """Nothing to forget after the children of a node."""

    def resolve(self, kind: type[Node], value: object, implicit: object) -> str:
        """The tag of a node without a tag."""
        return UNTYPED


class PythonNodes(_Untyped, Reader, Scanner, Parser, Composer):
    """The loader for machines whose PyYAML comes without libyaml."""

    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)
        Composer.__init__(self)


LOADER: Any = PythonNodes
"""The loader in use: libyaml's where there is one."""

if yaml.__with_libyaml__:
    from yaml._yaml import CParser

    class LibyamlNodes(_Untyped, CParser):
        """The loader that libyaml makes fast."""

        def __init__(self, stream: str) -> None:
            CParser.__init__(self, stream)

    LOADER = LibyamlNodes


class NodeHandler(YAMLHandler):
    """python-frontmatter's YAML handler, which reads YAML as nodes instead of values."""

    def load(self, fm: str, **kwargs: object) -> Any:  # noqa: ANN401 - so the handler has it
        """The root node of a front matter, None when it is empty.

        Raises yaml.YAMLError, and RecursionError for what is nested too deeply.
        """
        if _nests_deeply(fm):
            raise RecursionError("lists in lists without end")
        loader: Any = kwargs.get("Loader") or LOADER
        return loader(fm).get_single_node()


def _nests_deeply(fm: str) -> bool:
    """Whether brackets open in brackets so often that a loader would run out of stack or time."""
    if fm.count("[") + fm.count("{") <= _DEEPEST:
        return False
    depth = 0
    for line in fm.split("\n"):
        if line[:1].isalnum():
            depth = 0
        for bracket in _BRACKET.findall(line):
            depth += 1 if bracket in "[{" else -1
            if depth > _DEEPEST:
                return True
    return False


HANDLER = NodeHandler()
