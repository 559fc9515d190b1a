"""Turns reviews into pages, terminal text and data; the only room that knows Jinja2."""
