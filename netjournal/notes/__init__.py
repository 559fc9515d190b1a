"""How a note is written: its bytes, front matter, values, Markdown and links, read into records."""
