"""Exporters: each writes what is known of contacts in one format."""
