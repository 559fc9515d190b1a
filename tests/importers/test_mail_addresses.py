"""Addresses and encoded words of headers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netjournal.importers.mail_addresses import Address, addresses, words


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ana@example.org", [Address("", "ana@example.org")]),
        ("Ana Lopez <ana@example.org>", [Address("Ana Lopez", "ana@example.org")]),
        ('"Lopez, Ana" <ana@example.org>', [Address("Lopez, Ana", "ana@example.org")]),
        (r'"Ana \"A\" Lopez" <ana@example.org>', [Address('Ana "A" Lopez', "ana@example.org")]),
        ("ana@example.org (Ana Lopez)", [Address("Ana Lopez", "ana@example.org")]),
        ("'ana@example.org' <ana@example.org>", [Address("", "ana@example.org")]),
        (
            "Team: Ana <ana@example.org>, ben@example.org;, c@example.org",
            [
                Address("Ana", "ana@example.org"),
                Address("", "ben@example.org"),
                Address("", "c@example.org"),
            ],
        ),
        ("undisclosed-recipients:;", []),
        ('"Ana <ana@example.org>', [Address("Ana", "ana@example.org")]),
        ("=?utf-8?q?L=C3=B3pez=2C_Ana?= <a@example.org>", [Address("López, Ana", "a@example.org")]),
        ("ana.l at example.org (Ana Lopez)", [Address("Ana Lopez", "ana.l@example.org")]),
        ("Ana at home, ben at work", []),
        ("nobody", []),
        ("", []),
    ],
)
def test_addresses_are_read(typed: str, read: list[Address]) -> None:
    assert addresses(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("=?UTF-8?Q?Caf=C3=A9_um_9?=", "Café um 9"),
        ("=?iso-8859-1?q?Gr=FC=DFe?= an alle", "Grüße an alle"),
        ("=?utf-8?B?TMOzcGV6?=", "López"),
        ("=?utf-8?B?TMOz?= =?utf-8?B?cGV6?=", "López"),
        ("=?utf-8?Q?L=C3?=\r\n =?utf-8?Q?=B3pez?=", "López"),
        ("=?utf-8*en?Q?Hi?= =?iso-8859-1?Q?=FC?=", "Hiü"),
        ("=?utf-8?Q?Ana_L=C3?=", "Ana L\ufffd"),
        ("=?x-unknown?B?!!!!?=", "=?x-unknown?B?!!!!?="),
        ("=?x-unknown?Q?L=C3=B3?=", "Ló"),
        ("plain", "plain"),
    ],
)
def test_encoded_words_are_read(typed: str, read: str) -> None:
    assert words(typed) == read


@given(st.text() | st.text(alphabet='"<>(),;:@\\ a.=?qB'))
def test_any_header_is_read(typed: str) -> None:
    words(typed)
    words(f"=?utf-8?b?{typed}?= =?{typed}?q?x?=")

    for address in addresses(typed):
        assert "@" in address.email
        assert address.key is not None


@pytest.mark.parametrize("sign", ["(", "<", '"', '\\"', ",", "a@b,", "=?a?b?"])
def test_an_endless_header_is_soon_read(sign: str) -> None:
    assert len(addresses(sign * 65_536)) <= 65_536
