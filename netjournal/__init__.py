"""netjournal reads a folder of Markdown notes about people and writes review pages."""

__version__ = "0.1.0"
