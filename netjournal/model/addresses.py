"""Addresses that a page may link to: of the web, and of mail."""

FOLLOWED = ("http://", "https://", "mailto:")
"""How such an address begins; any other may run something, or mean nothing to a browser."""


def is_followed(address: str) -> bool:
    """Whether a page may link to an address that a person typed."""
    return address.strip().lower().startswith(FOLLOWED)
