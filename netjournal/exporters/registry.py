"""Every exporter, in the order of the help."""

from netjournal.model.exported import Exporter

EXPORTERS: tuple[Exporter, ...] = ()
