"""The pages of documentation about rules, made from the docstrings of the rules' modules."""

from collections.abc import Mapping

from netjournal.model.diagnostic import Code, Severity
from netjournal.rules.registry import RULES
from netjournal.rules.rule import Rule

_MEANING: Mapping[Severity, str] = {
    Severity.ERROR: "something that you wrote is not counted",
    Severity.WARNING: "something may not mean what you think it means",
    Severity.INFO: "nothing is wrong; it is only good to know",
}
"""What each severity says about the notes."""

_INTRODUCTION = """\
# What netjournal reports

Problems are listed by `netjournal check` and on the hygiene page, as
`path:line:column: severity: message [code]`, with a hint. One bad note never hides another: what
can be read of it counts, and every page is written.
"""


def page_name(code: Code) -> str:
    """The file name of a rule's page: `NJ101-unresolved-link.md`."""
    return f"{code.code}-{code.name}.md"


def pages() -> Mapping[str, str]:
    """Every page of `docs/rules/`, by its file name; `README.md` lists the others."""
    return {"README.md": _list(), **{page_name(rule.code): _page(rule) for rule in RULES}}


def summary(rule: Rule) -> str:
    """What is wrong, in one sentence."""
    return rule.explanation.partition("\n")[0]


def _page(rule: Rule) -> str:
    code = rule.code
    said, _, explanation = rule.explanation.partition("\n")
    module = code.name.replace("-", "_")
    return (
        f"# {code.code}: {code.name.replace('-', ' ')}\n\n"
        f"{said}\n\n"
        f"*Severity: {code.severity} ({_MEANING[code.severity]}).*\n\n"
        f"{explanation.strip()}\n\n"
        "[All rules](README.md)\n\n"
        f"<!-- Written from the docstring of netjournal/rules/{module}.py; change it there. -->\n"
    )


def _list() -> str:
    severities = "".join(f"- **{severity}**: {_MEANING[severity]}\n" for severity in Severity)
    rows = "".join(
        f"| [{rule.code.code}]({page_name(rule.code)}) | {rule.code.name} "
        f"| {rule.code.severity} | {summary(rule)} |\n"
        for rule in RULES
    )
    return (
        f"{_INTRODUCTION}\n{severities}\n"
        f"| code | name | severity | what is wrong |\n|---|---|---|---|\n{rows}\n"
        "<!-- Written by netjournal/rules/documentation.py from the rules themselves. -->\n"
    )
