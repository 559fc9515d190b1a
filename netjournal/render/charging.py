"""The change that every template goes through: what repeats or grows is charged to the budget.

At the start of every loop turn, macro, block and template stands a call that takes its steps,
and the characters of text written there. Comparisons, joined texts and slices are counted too.
"""

from collections.abc import Sequence
from typing import Final

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.visitor import NodeTransformer

SPEND: Final = "netjournal: spend"
"""The filter that takes steps and characters. A template can't write a name with a space."""

JOINED: Final = "netjournal: joined"
"""The filter that joins the parts of `a ~ b`."""

LOOKED_AT: Final = "netjournal: looked at"
"""The filter that counts what is inside a value, and hands it on."""

MADE: Final = "netjournal: made"
"""The filter that counts the characters of a text that was just made, and hands it on."""

_EXPRESSIONS_A_STEP: Final = 20
_MOST_EXPRESSIONS: Final = 20_000
"""Expressions that a template may have; the code for more takes seconds to make."""

_BODY: Final = ("body",)
_BODIES: Final = (nodes.For, nodes.Macro, nodes.CallBlock, nodes.Block)


def charged(template: nodes.Template, name: str) -> nodes.Template:
    """The template with its charges; raises TemplateSyntaxError for what isn't allowed."""
    changed = _Charges(name).visit(template)
    assert isinstance(changed, nodes.Template)  # noqa: S101 - the transformer keeps the root
    return changed


class _Charges(NodeTransformer):
    """Puts the charges into a template; Jinja2 calls these methods by the names of its nodes."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._expressions = 0

    def visit_Template(self, node: nodes.Template) -> nodes.Node:  # noqa: N802
        self._with_charge(node)
        if self._expressions > _MOST_EXPRESSIONS:
            raise self._refused("it is too long", node)
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        self._with_charge(node)
        if node.test is not None:
            # Turns that the condition leaves out never come to the body.
            node.test = nodes.And(_spending(1, 0, node.test), node.test, lineno=node.lineno)
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        return self._with_charge(node)

    def visit_CallBlock(self, node: nodes.CallBlock) -> nodes.Node:  # noqa: N802
        return self._with_charge(node)

    def visit_Block(self, node: nodes.Block) -> nodes.Node:  # noqa: N802
        return self._with_charge(node)

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        parts = nodes.List(node.nodes, lineno=node.lineno)
        return _filter(parts, JOINED)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.expr = _counted(node.expr)
        for operand in node.ops:
            operand.expr = _counted(operand.expr)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _filter(node, MADE) if isinstance(node.arg, nodes.Slice) else node

    def visit_Pair(self, node: nodes.Pair) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.key = _counted(node.key)
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        return self._with_unpacked(node)

    def visit_Filter(self, node: nodes.Filter) -> nodes.Node:  # noqa: N802
        return self._with_unpacked(node)

    def visit_Test(self, node: nodes.Test) -> nodes.Node:  # noqa: N802
        return self._with_unpacked(node)

    def visit_ScopedEvalContextModifier(  # noqa: N802
        self, node: nodes.ScopedEvalContextModifier
    ) -> nodes.Node:
        raise self._refused("autoescape can't be changed in a template", node)

    def visit_FilterBlock(self, node: nodes.FilterBlock) -> nodes.Node:  # noqa: N802
        raise self._refused("a filter goes on a value, as in {{ name|upper }}", node)

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802
        if node.filter is not None:
            raise self._refused("a filter goes on a value, as in {{ name|upper }}", node)
        self.generic_visit(node)
        return node

    def _refused(self, message: str, node: nodes.Node) -> TemplateSyntaxError:
        return TemplateSyntaxError(message, node.lineno, self._name, self._name)

    def _with_charge(
        self, node: nodes.Template | nodes.For | nodes.Macro | nodes.CallBlock | nodes.Block
    ) -> nodes.Node:
        expressions, characters = _size(node.body)
        self._expressions += expressions
        self.generic_visit(node)
        charge = _spending(1 + expressions // _EXPRESSIONS_A_STEP, characters, node)
        node.body.insert(0, nodes.ExprStmt(charge, lineno=node.lineno))
        return node

    def _with_unpacked(self, node: nodes.Call | nodes.Filter | nodes.Test) -> nodes.Node:
        self.generic_visit(node)
        if node.dyn_args is not None:
            node.dyn_args = _filter(node.dyn_args, "list")
        if node.dyn_kwargs is not None:
            node.dyn_kwargs = _counted(node.dyn_kwargs)
        return node


def _size(body: Sequence[nodes.Node]) -> tuple[int, int]:
    """The expressions and the characters of text in a body, the bodies inside it left out."""
    expressions = characters = 0
    waiting = list(body)
    while waiting:
        node = waiting.pop()
        if isinstance(node, nodes.TemplateData):
            characters += len(node.data)
        elif isinstance(node, nodes.Expr):
            expressions += 1
        waiting.extend(node.iter_child_nodes(_BODY if isinstance(node, _BODIES) else None))
    return expressions, characters


def _spending(steps: int, characters: int, at: nodes.Node) -> nodes.Filter:
    said = nodes.Const(characters, lineno=at.lineno)
    return _filter(nodes.Const(steps, lineno=at.lineno), SPEND, said)


def _counted(node: nodes.Expr) -> nodes.Expr:
    return node if isinstance(node, nodes.Const) else _filter(node, LOOKED_AT)


def _filter(node: nodes.Expr, name: str, *arguments: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, list(arguments), [], None, None, lineno=node.lineno)
