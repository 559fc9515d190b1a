"""Tables and charts as they were written before, taken over while they say the same."""

from collections.abc import Callable, Iterator, Mapping
from operator import eq
from typing import Any, NamedTuple, TypeVar

from netjournal.model.charts import Chart
from netjournal.model.review import Section
from netjournal.render.links import PageNames
from netjournal.render.sections import rows_shown

K = TypeVar("K")


class _Written(NamedTuple):
    """One table or chart: what it was made of, and its text."""

    source: object
    text: str
    answers: tuple[Mapping[Any, str | None], ...] = ()
    """What it asked of each mapping of the names of pages, with what it was told."""


class _Asked(Mapping[K, str]):
    """A mapping that keeps what it is asked for."""

    def __init__(self, names: Mapping[K, str]) -> None:
        self._names = names
        self.answers: dict[K, str | None] = {}

    def __getitem__(self, key: K) -> str:
        found = self.answers[key] = self._names.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[K]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class Remembered:
    """The latest tables and charts of a vault's pages, by the form and the section."""

    def __init__(self) -> None:
        self._texts: dict[object, _Written] = {}

    def tables(
        self,
        form: str,
        links: object,
        names: PageNames,
        write: Callable[[Section, PageNames], str],
    ) -> Callable[[Section], str]:
        """What writes a table, linking in this way to the pages of these names.

        Comparing rows is quicker than writing them. Of the names, only those count that the
        table has asked for: some other page may come or go with every change.
        """

        def table(section: Section) -> str:
            key = (form, section.slug, section.title)
            source = (links, section.columns, tuple(rows_shown(section)))
            known = self._texts.get(key)
            if known is None or known.source != source or not _are(known.answers, names):
                asked = [_Asked(each) for each in names]
                text = write(section, PageNames(*asked))
                known = _Written(source, text, tuple([each.answers for each in asked]))
                self._texts[key] = known
            return known.text

        return table

    def charts(self, form: str, write: Callable[[Chart, str], str]) -> Callable[[Chart, str], str]:
        """What draws a chart."""

        def chart(drawn: Chart, name: str) -> str:
            key = (form, name, drawn.title)
            known = self._texts.get(key)
            if known is None or known.source != drawn:
                known = self._texts[key] = _Written(drawn, write(drawn, name))
            return known.text

        return chart


def _are(answers: tuple[Mapping[Any, str | None], ...], names: PageNames) -> bool:
    """Whether the names of pages still give these answers."""
    mappings: tuple[Mapping[Any, str], ...] = names
    return all(
        all(map(eq, map(mapping.get, told), told.values()))
        for mapping, told in zip(mappings, answers, strict=False)
    )
