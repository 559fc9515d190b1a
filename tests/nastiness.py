"""Texts that try to become markup, a script, a link or a formula."""

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></style><svg onload=alert(1)>",
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "[[../../etc/passwd|secret]]",
    "a | b\\",
    "# heading ---",
    "=HYPERLINK(1)",
    "{{ 7*7 }}{% raw %}",
    "<!-- comment",
    "%% comment",
    "` unclosed",
    "\u202egnp.exe",
    "&lt;b&gt;",
)
"""One for each way in that is known."""
