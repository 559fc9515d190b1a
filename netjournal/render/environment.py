"""The sandbox in which templates run: plain data, no code, nothing endless, nothing unescaped."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final

from jinja2 import FunctionLoader, StrictUndefined, Undefined, nodes, pass_context
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace, missing
from markupsafe import Markup

from netjournal.model.names import did_you_mean
from netjournal.render.budget import Budget
from netjournal.render.charging import JOINED, LOOKED_AT, MADE, SPEND, charged
from netjournal.render.compiled import COMPILED
from netjournal.render.filters import reached, template_filters, template_tests
from netjournal.render.forms import Form
from netjournal.render.values import as_cell, joined, marked, plain

GIVEN: Final = (
    "as_of",
    "contacts",
    "me",
    "network",
    "overview",
    "own_pages",
    "page",
    "people",
    "pinned",
    "review",
    "reviews",
)
"""The names that a template finds."""

_METHODS: Final[tuple[tuple[type, frozenset[str]], ...]] = (
    (
        str,
        frozenset(
            {
                "capitalize",
                "casefold",
                "count",
                "endswith",
                "find",
                "isalpha",
                "isdigit",
                "islower",
                "isupper",
                "lower",
                "partition",
                "removeprefix",
                "removesuffix",
                "rpartition",
                "rsplit",
                "split",
                "splitlines",
                "startswith",
                "strip",
                "title",
                "upper",
            }
        ),
    ),
    (date, frozenset({"isoformat", "isoweekday", "weekday"})),
    (Mapping, frozenset({"get", "items", "keys", "values"})),
    (list, frozenset({"count", "index"})),
    (tuple, frozenset({"count", "index"})),
)
"""The methods that a template may call, by the type of the value."""

_STEPS_A_CALL: Final = 5

_OF_JINJA: Final = (
    BlockReference,
    LoopContext,
    Macro,
    Namespace,
    TemplateModule,
    TemplateReference,
)


class MissingField(StrictUndefined):
    """What a template asks for and there isn't: using it stops the template, in words."""

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        name = self._undefined_name
        if self._undefined_obj is missing:
            if name in GIVEN:
                return f"`{name}` is only there on the page of a review"
            return f"no name `{name}`{_meant(str(name), GIVEN)}"
        if not isinstance(name, str):
            return f"there is no item {name}"
        return f"no field `{name}`{_meant(name, _fields(self._undefined_obj))}"


class PageEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox for pages of one form; it holds the budget of the page that is being made."""

    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, form: Form, source: Callable[[str], str | None]) -> None:
        # Everything is escaped as the form asks for, in Markdown too; what is written as HTML
        # in the code that Jinja2 makes only sees texts that are marked already.
        super().__init__(
            autoescape=True,
            auto_reload=False,
            bytecode_cache=COMPILED,
            finalize=_finalize,
            keep_trailing_newline=True,
            loader=FunctionLoader(source),
            lstrip_blocks=True,
            optimized=False,
            trim_blocks=True,
            undefined=MissingField,
        )
        self.budget = Budget()
        self.form = form
        self.globals = {name: self.globals[name] for name in ("dict", "namespace", "range")}
        self.tests.clear()
        self.tests.update(template_tests(lambda: self.budget))
        self.filters.clear()
        self.filters.update(template_filters(lambda: self.budget))
        self.filters.update({"e": self.shown, "escape": self.shown, "join": self._join})
        self.filters.update({SPEND: self._spend, JOINED: self._concatenated})
        self.filters.update({LOOKED_AT: self._looked_at, MADE: self._made})

    def page(self, template: str, variables: Mapping[str, Any], contacts: int) -> str:
        """The text that a template makes of these variables; raises what goes wrong in it."""
        self.budget = Budget(contacts)
        found = self.get_template(template)
        return "".join(found.root_render_func(found.new_context(dict(variables))))

    def compile(self, source: Any, name: Any = None, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as the method that it replaces
        """The code of a template, with everything in it charged to the budget."""
        if isinstance(source, str):
            source = charged(self.parse(source, name, name), str(name))
        assert isinstance(source, nodes.Template)  # noqa: S101 - Jinja2 gives no other
        return super().compile(source, name, *args, **kwargs)

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401 - the same
        """Whether a template may read an attribute: data, and the methods of the table above."""
        if attr.startswith("_"):
            return False
        if isinstance(obj, _OF_JINJA):
            return True
        if not callable(value):
            return True
        return any(isinstance(obj, kind) and attr in names for kind, names in _METHODS)

    def wrap_str_format(self, value: Any) -> None:  # noqa: ANN401 - the same
        """Nothing: `format` can make a text of any size, so it is no method of texts here."""

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:  # noqa: ANN401 - the same
        """What stands for an attribute that a template may not read."""
        return self.undefined(
            f"`{attribute}` is not allowed in templates", obj=obj, name=attribute, exc=SecurityError
        )

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - the same
        """A field of a value; in a mapping, its key comes before a method of the same name."""
        if isinstance(obj, Mapping) and attribute in obj:
            return obj[attribute]
        return super().getattr(_unmarked(obj), attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 - the same
        """An item of a value; a field of one that has no items."""
        if isinstance(argument, str) and not isinstance(obj, Mapping):
            return self.getattr(obj, str(argument))
        self.budget.look_at(argument)
        return super().getitem(_unmarked(obj), argument)

    def call(self, context: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - the same
        """What a call in a template gives; a method is charged for what it has to go through."""
        if not isinstance(called, BlockReference | LoopContext | Macro):
            self.budget.look_at_all((*args, *kwargs.values()))
            owner = getattr(called, "__self__", None)
            if isinstance(owner, str):
                self.budget.spend(len(owner) // 2)
        result = super().call(context, called, *args, **kwargs)
        self.budget.spend(_STEPS_A_CALL, len(result) if isinstance(result, str) else 0)
        return result

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - the same
        """What `+`, `*`, `**` and `%` give, unless it would be huge."""
        texts = isinstance(left, str), isinstance(right, str)
        if operator == "+" and all(texts):
            return joined((left, right), "", self.form.text, self.budget)
        if operator == "+" and isinstance(left, list | tuple):
            self.budget.spend(len(left))
        if operator == "%" and texts[0]:
            raise TypeError("texts are joined with ~, not filled in with %")
        if operator == "*":
            self.budget.repeat(left, right)
        if operator == "**":
            self.budget.power(left, right)
        return super().call_binop(context, operator, _unmarked(left), _unmarked(right))

    def shown(self, value: object) -> Markup:
        """A value as it stands on the page."""
        if isinstance(value, Markup):
            self.budget.spend(0, len(value))
            return value
        self.budget.look_at(value)
        text = self.form.cell(as_cell(value))
        self.budget.spend(0, len(text))
        return marked(text)

    def _join(
        self, value: Iterable[object], d: object = "", attribute: str | int | None = None
    ) -> str:
        self.budget.look_at(value)
        items = [reached(self, item, attribute) for item in value]
        return joined(items, d, self.form.text, self.budget)

    def _spend(self, steps: int, characters: int) -> bool:
        self.budget.spend(steps, characters)
        return True

    def _concatenated(self, parts: Iterable[object]) -> str:
        self.budget.look_at(parts)
        return joined(parts, "", self.form.text, self.budget)

    def _looked_at(self, value: object) -> object:
        if isinstance(value, str | list | tuple | Mapping):
            self.budget.look_at(value)
        return value

    def _made(self, value: object) -> object:
        self.budget.spend(1, len(value) if isinstance(value, str) else 0)
        return _unmarked(value)


@pass_context
def _finalize(context: Context, value: object) -> Markup:
    environment = context.environment
    assert isinstance(environment, PageEnvironment)  # noqa: S101 - it is the only one
    return environment.shown(value)


def _unmarked(value: object) -> object:
    """A marked text as a plain one: a part of it, or one made from it, is escaped when written."""
    return plain(value) if isinstance(value, Markup) else value


def _fields(value: object) -> Iterable[str]:
    """The fields of a value, by which a misspelt one is recognised."""
    if isinstance(value, Mapping):
        return [key for key in value if isinstance(key, str)]
    names: Iterable[str] = getattr(value, "_fields", getattr(value, "__slots__", ()))
    return [name for name in names if not name.startswith("_")]


def _meant(name: str, known: Iterable[str]) -> str:
    likely = did_you_mean(name, known)
    return f"; did you mean `{likely}`?" if likely else ""
