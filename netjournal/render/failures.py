"""What went wrong in a template, as a diagnostic at its line."""

from types import TracebackType
from typing import Final

from jinja2 import Template
from jinja2.exceptions import (
    SecurityError,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)

from netjournal.model import codes
from netjournal.model.diagnostic import Diagnostic
from netjournal.model.names import did_you_mean
from netjournal.render.budget import TemplateStopped
from netjournal.render.template_set import SHIPPED, TemplateSet, TemplateUnread
from netjournal.render.visible import beginning, one_line

TEMPLATE_FAILURES: Final = (
    TemplateError,
    TemplateStopped,
    TemplateUnread,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What looking for a template, and the expressions in it, can raise."""

_LONGEST: Final = 200


def template_failure(error: Exception, page: str, templates: TemplateSet) -> Diagnostic | None:
    """The diagnostic for what a template raised while the page of that template was made.

    The place is the last line of the vault's own templates that was being worked on. None when
    no template of the vault has a part in it: then it is a fault of ours.
    """
    if isinstance(error, TemplateUnread):
        return error.problem
    places = _places(error)
    own = [place for place in places if templates.is_own(place[0])]
    if not own and not templates.is_own(page):
        return None
    name, line = own[-1] if own else (page, 1)
    message, hint = _words(error, templates)
    return codes.TEMPLATE_ERROR.at(
        templates.path(name), max(line, 1), 1, beginning(one_line(message), _LONGEST), hint
    )


def _places(error: Exception) -> list[tuple[str, int]]:
    """The templates and lines that were being worked on, the outermost first."""
    places = []
    step: TracebackType | None = error.__traceback__
    while step is not None:
        template = step.tb_frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            line = template.get_corresponding_lineno(step.tb_lineno)
            places.append((template.name or "", line))
        step = step.tb_next
    if isinstance(error, TemplateSyntaxError):
        places.append((error.name or "", error.lineno))
    return places


def _words(error: Exception, templates: TemplateSet) -> tuple[str, str]:
    """What happened, and what to do."""
    if isinstance(error, TemplateStopped):
        return str(error), "use fewer or shorter loops"
    if isinstance(error, RecursionError | MemoryError):
        return "the template was stopped: it goes too deep into itself", ""
    if isinstance(error, TemplateError):
        return _words_of_jinja(error, templates)
    if isinstance(error, SyntaxError):
        return f"the template can't be read: {error.msg}", ""
    return f"the template failed: {error}", ""


def _words_of_jinja(error: TemplateError, templates: TemplateSet) -> tuple[str, str]:
    if isinstance(error, TemplateSyntaxError):
        return f"the template can't be read: {error.message}", ""
    if isinstance(error, SecurityError):
        return str(error), "a template sees the fields of its data, and a few methods of texts"
    if isinstance(error, TemplateNotFound):
        known = [name for name in templates.texts if not name.startswith(SHIPPED)]
        likely = did_you_mean(str(error.name), known)
        return f"no template `{error.name}`", f"did you mean `{likely}`?" if likely else ""
    return error.message or "the template failed", ""
