"""Every exporter, in the order of the help."""

from netjournal.exporters import csv, vcard, vcard3
from netjournal.exporters.vcard_cards import MARK as CARD
from netjournal.model.exported import Exporter

EXPORTERS: tuple[Exporter, ...] = (
    Exporter("vcard", "vCard 4.0", ".vcf", vcard.write, vcard.write_folder, CARD),
    Exporter("vcard3", "vCard 3.0", ".vcf", vcard3.write, vcard3.write_folder, CARD),
    Exporter("csv", "a table of contacts", ".csv", csv.write, mark=f"{csv.ID},".encode()),
)
