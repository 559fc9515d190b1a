"""Charts as SVG inside an HTML page: shapes and words; the colours are in the style sheet."""
