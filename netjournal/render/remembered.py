"""Tables and charts as they were written before, taken over while they say the same."""

from collections.abc import Callable
from typing import Any

from netjournal.model.charts import Chart
from netjournal.model.review import Section
from netjournal.render.sections import rows_shown


class Remembered:
    """The latest tables and charts of a vault's pages, by the form and the section."""

    def __init__(self) -> None:
        self._texts: dict[object, tuple[Any, str]] = {}

    def tables(
        self, form: str, links: object, write: Callable[[Section], str]
    ) -> Callable[[Section], str]:
        """What writes a table, with these links; comparing rows is quicker than writing them."""

        def table(section: Section) -> str:
            source = (links, section.columns, tuple(rows_shown(section)))
            return self._of((form, section.slug, section.title), source, lambda: write(section))

        return table

    def charts(self, form: str, write: Callable[[Chart, str], str]) -> Callable[[Chart, str], str]:
        """What draws a chart."""

        def chart(drawn: Chart, name: str) -> str:
            return self._of((form, name, drawn.title), drawn, lambda: write(drawn, name))

        return chart

    def _of(self, key: object, source: object, write: Callable[[], str]) -> str:
        known = self._texts.get(key)
        if known is None or known[0] != source:
            known = self._texts[key] = (source, write())
        return known[1]
