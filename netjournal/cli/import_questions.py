"""What `netjournal import` asks on a terminal: who somebody is, and whose value is right."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from netjournal.app.importing.outcomes import Answer, Answers, Outcome, Question
    from netjournal.app.importing.plan import Import

_LATER, _QUIT = "l", "q"


def ask(planned: "Import") -> "Answers | None":
    """The answers to all open questions; None when there are none, or none is answered."""
    from netjournal.app.importing.outcomes import Answers, Verdict

    unclear: dict[Question, Answer] = {}
    taken: list[tuple[str, str]] = []
    outcomes = planned.people.outcomes
    open_ones = [each for each in outcomes if each.verdict is Verdict.UNCLEAR]
    for number, each in enumerate(open_ones, 1):
        answer = _who(each, number, len(open_ones), planned)
        if answer == _QUIT:
            break
        if isinstance(answer, tuple):
            unclear[(*each.place, each.name)] = answer
    differing = [each for each in outcomes if each.differs and each.who not in planned.people.new]
    if differing and not _take(differing, taken):
        click.echo("The others stay as they are.", err=True)
    return Answers(unclear, frozenset(taken)) if unclear or taken else None


def _who(outcome: "Outcome", number: int, of_all: int, planned: "Import") -> "Answer | str":
    """Who somebody unclear is, or `l` for later, or `q`."""
    from netjournal.app.importing.outcomes import Answer
    from netjournal.render.visible import one_line

    about = outcome.adds.get("organization") or outcome.adds.get("email") or ("",)
    who = f"{outcome.name}, {about[0]}" if about[0] else outcome.name
    click.echo(one_line(f"{who} (line {outcome.place[1]} of {outcome.place[0]}) may be:"), err=True)
    choices = []
    for index, path in enumerate(outcome.candidates, 1):
        work = planned.people.work.get(path, "")
        called = f"{planned.people.names[path]}{f', {work}' if work else ''}"
        click.echo(f"{index:>3}  {one_line(f'{called} ({path})')}", err=True)
        choices.append(str(index))
    text = f"{number} of {of_all}: its number, [n]ew, [l]ater, [q]uit asking"
    choice = click.Choice((*choices, "n", _LATER, _QUIT), case_sensitive=False)
    answer = click.prompt(text, type=choice, default=_LATER, show_choices=False, err=True)
    if answer.isdecimal():
        return Answer(outcome.candidates[int(answer) - 1])
    return Answer("") if answer == "n" else str(answer)


def _take(differing: "list[Outcome]", taken: list[tuple[str, str]]) -> bool:
    """Asks of each difference whose value is right; false when the rest is not asked."""
    from netjournal.render.visible import one_line

    for each in differing:
        for field, mine, theirs in each.differs:
            yours, other = ", ".join(mine), ", ".join(theirs)
            said = f"{each.name}: {field} is '{yours}' in your note, '{other}' in the file"
            click.echo(one_line(said), err=True)
            choice = click.Choice(("k", "t", "a"), case_sensitive=False)
            text = "[k]eep yours, [t]ake the file's, keep [a]ll of yours"
            answer = click.prompt(text, type=choice, default="k", show_choices=False, err=True)
            if answer == "a":
                return False
            if answer == "t":
                taken.append((each.who, field))
    return True
