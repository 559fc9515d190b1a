"""Guessing an industry from an organization's name or a title."""

import pytest

from netjournal.model.industry_guess import guess_industry
from netjournal.vault.taxonomy import default_taxonomy


@pytest.mark.parametrize(
    ("organization", "title", "key"),
    [
        ("Acme Bank", "Head of Marketing", "finance"),
        ("Northern Asset Management", "", "finance"),
        ("Osei & Sons Law Firm", "Partner", "legal"),
        ("Acme", "Lawyer", "legal"),
        ("Acme", "Marketing Manager", ""),
        ("Data Infrastructure Ltd", "", ""),
        ("University Hospital", "", ""),
        ("", "", ""),
    ],
)
def test_only_what_is_said_plainly_is_guessed(organization: str, title: str, key: str) -> None:
    assert guess_industry(default_taxonomy(), organization, title) == key
