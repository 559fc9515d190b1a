"""How a note is written: its bytes, fields, Markdown and links, read into records and changed."""
