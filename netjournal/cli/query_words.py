"""A query as words on the command line, from which the shell has taken the quotes."""

import re
from collections.abc import Iterable

import click

_PAIR = re.compile(r"(-?[\w-]+(?:<=|>=|:|<|>|=))")
_SEVERAL_TERMS = re.compile(r"\s-?[\w-]+(?:<=|>=|:|<|>|=)")

# A term such as -birthday:1990 holds an h: only --help may ask for help here.
QUERY_SETTINGS = {"ignore_unknown_options": True, "help_option_names": ["--help"]}
"""The settings of a command that takes a query."""


def query_of(words: Iterable[str], ctx: click.Context) -> str:
    """The query that words mean; raises NoSuchOption for one that was meant as an option."""
    query = list(words)
    for word in query:
        if word.startswith("--"):
            raise click.NoSuchOption(word, ctx=ctx)
    return " ".join(map(_quoted, query))


def _quoted(argument: str) -> str:
    """An argument as the query language reads it: the shell has taken the quotes away."""
    if " " not in argument or '"' in argument or _SEVERAL_TERMS.search(argument):
        return argument
    pair = _PAIR.match(argument)
    return f'{pair[1]}"{argument[pair.end() :]}"' if pair else f'"{argument}"'
