"""Problems in the notes as text, JSON, GitHub annotations and SARIF."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from netjournal import __version__
from netjournal.model.codes import CODES
from netjournal.model.diagnostic import Code, Diagnostic, Severity
from netjournal.model.plain_data import Json, json_text
from netjournal.render.data import VERSION, diagnostic_data
from netjournal.render.visible import one_line

_GITHUB_LEVELS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}
_SARIF_LEVELS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
}
_SARIF_SCHEMA: Final = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_NAMES: Final = {code.code: code.name for code in CODES}


_COLORS: Final = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}
"""The ANSI colour of each severity: red, yellow and cyan."""


def findings_text(diagnostics: Sequence[Diagnostic], *, color: bool = False) -> str:
    """One line a problem, as in `path:line:column: severity: message [NJ101]`, its hint below."""
    lines = []
    for d in diagnostics:
        place = f"{one_line(d.path)}:{d.line}:{d.column}"
        severity = f"\x1b[{_COLORS[d.severity]}m{d.severity}\x1b[0m" if color else d.severity
        lines.append(f"{place}: {severity}: {one_line(d.message)} [{d.code}]\n")
        if d.hint:
            lines.append(f"    {one_line(d.hint)}\n")
    return "".join(lines)


def findings_json(diagnostics: Sequence[Diagnostic]) -> str:
    """The problems as JSON: `{"version": 1, "diagnostics": [...]}`."""
    found: list[Json] = [diagnostic_data(diagnostic) for diagnostic in diagnostics]
    return json_text({"version": VERSION, "diagnostics": found})


def findings_github(diagnostics: Sequence[Diagnostic]) -> str:
    """The problems as workflow commands, which GitHub shows beside the changed lines."""
    return "".join(_annotation(diagnostic) + "\n" for diagnostic in diagnostics)


def findings_sarif(diagnostics: Sequence[Diagnostic]) -> str:
    """The problems as a SARIF 2.1.0 log, which code hosts and editors read."""
    used = {diagnostic.code for diagnostic in diagnostics}
    rules = [code for code in CODES if code.code in used]
    places = {code.code: number for number, code in enumerate(rules)}
    driver: Json = {
        "name": "netjournal",
        "version": __version__,
        "rules": [_sarif_rule(code) for code in rules],
    }
    run: Json = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(d, places.get(d.code, -1)) for d in diagnostics],
    }
    return json_text({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _annotation(d: Diagnostic) -> str:
    properties = {"file": d.path, "line": str(d.line), "col": str(d.column)}
    if d.width:
        properties["endColumn"] = str(d.column + d.width)
    properties["title"] = " ".join([d.code, _NAMES.get(d.code, "")]).strip()
    listed = ",".join(f"{name}={_github_value(value)}" for name, value in properties.items())
    message = f"{d.message} [{d.code}]" + (f"\n{d.hint}" if d.hint else "")
    return f"::{_GITHUB_LEVELS[d.severity]} {listed}::{_github_text(message)}"


def _github_text(text: str) -> str:
    lines = [one_line(line) for line in text.replace("%", "%25").splitlines()]
    return "%0A".join(lines)


def _github_value(text: str) -> str:
    return _github_text(text).replace(":", "%3A").replace(",", "%2C")


def _sarif_rule(code: Code) -> Json:
    words = code.name.replace("-", " ").capitalize()
    return {
        "id": code.code,
        "name": code.name.title().replace("-", ""),
        "shortDescription": {"text": f"{words}."},
        "defaultConfiguration": {"level": _SARIF_LEVELS[code.severity]},
    }


def _sarif_result(d: Diagnostic, rule: int) -> Json:
    region: dict[str, Json] = {"startLine": d.line, "startColumn": d.column}
    if d.width:
        region["endColumn"] = d.column + d.width
    address = quote(d.path, safe="/~", errors="surrogatepass")
    result: dict[str, Json] = {
        "ruleId": d.code,
        "level": _SARIF_LEVELS[d.severity],
        "message": {"text": f"{d.message}; {d.hint}" if d.hint else d.message},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": address, "uriBaseId": "%SRCROOT%"},
                    "region": region,
                }
            }
        ],
    }
    if rule >= 0:
        result["ruleIndex"] = rule
    return result
