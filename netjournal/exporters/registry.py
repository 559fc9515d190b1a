"""Every exporter, in the order of the help."""

from netjournal.exporters import (
    csv,
    dot,
    graphml,
    ical,
    json,
    jsonl,
    markdown,
    obsidian,
    vcard,
    vcard3,
)
from netjournal.exporters.vcard_cards import MARK as CARD
from netjournal.model.exported import Exporter

EXPORTERS: tuple[Exporter, ...] = (
    Exporter("vcard", "vCard 4.0", ".vcf", vcard.write, vcard.write_folder, CARD),
    Exporter("vcard3", "vCard 3.0", ".vcf", vcard3.write, vcard3.write_folder, CARD),
    Exporter(
        *("ical", "a calendar", ".ics", ical.write),
        mark=ical.MARK,
        public_needs=("birthday",),
    ),
    Exporter("csv", "a table of contacts", ".csv", csv.write, mark=csv.MARK),
    Exporter("json", "everything as JSON", ".json", json.write, mark=json.MARK),
    Exporter("jsonl", "everything as JSON Lines", ".jsonl", jsonl.write, mark=jsonl.MARK),
    Exporter("graphml", "a graph of introductions", ".graphml", graphml.write, mark=graphml.MARK),
    Exporter("dot", "a picture of introductions", ".dot", dot.write, mark=dot.MARK),
    Exporter("markdown", "a document of contacts", ".md", markdown.write, mark=markdown.MARK),
    Exporter("obsidian", "an Obsidian base", ".base", obsidian.write, mark=obsidian.MARK),
)
