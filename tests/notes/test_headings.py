"""The first heading, which may be the contact's name."""

import pytest

from netjournal.notes.body import read_body
from netjournal.notes.raw import BodyContext


def heading(text: str) -> str:
    return read_body(text, 1, BodyContext("a.md", None, False, {})).heading


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Ana Lopez", "Ana Lopez"),
        ("Hello.\n\n#   Ana  Lopez   \n\n# Other", "Ana Lopez"),
        ("   # Ana", "Ana"),
        ("# Ana Lopez ##", "Ana Lopez"),
        ("# **Ana** _Lopez_", "Ana Lopez"),
        ("# `Ana` ~~Lopez~~", "Ana Lopez"),
        ("# [[ana-lopez|Ana Lopez]]", "Ana Lopez"),
        ("# [[Ana Lopez]]", "Ana Lopez"),
        ("# [Ana](ana.md) Lopez", "Ana Lopez"),
        ("# Ana Lopez #person #work/berlin", "Ana Lopez"),
        ("# Ana \\*Lopez\\*", "Ana *Lopez*"),
        ("# ana_lopez", "ana_lopez"),
        ("# C# and #1", "C# and #1"),
        ("# Zoë O'Hara-Núñez", "Zoë O'Hara-Núñez"),
        ("# Ana %% not her real name %%", "Ana"),
        ("Ana Lopez\n=========", "Ana Lopez"),
        ("Ana Lopez\n===  \n", "Ana Lopez"),
        ("#\n# Ana", "Ana"),
        ("# #person\n# Ana", "Ana"),
        ("# 2026-11-03 Lunch\n# Ana", "Ana"),
        ("## Log\n# Ana", "Ana"),
    ],
)
def test_first_heading(text: str, expected: str) -> None:
    assert heading(text) == expected


@pytest.mark.parametrize(
    "text",
    ["", "Ana", "#Ana", "## Ana", "####### Ana", "Ana\n---", "```\n# Ana\n```", "<!--\n# Ana\n-->",
     "> # Ana", "- # Ana", "- Ana\n  # Lopez", "    ", "- Ana\n===", "\n===", "# 2026-11-03"],
)  # fmt: skip
def test_no_heading(text: str) -> None:
    assert heading(text) == ""


def test_huge_heading_is_read_in_no_time() -> None:
    assert len(heading("# " + "_" * 500_000 + "a" + "_" * 500_000)) <= 1000
