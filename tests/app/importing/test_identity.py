"""Who somebody is: by uid, e-mail, profile or phone; a name only proposes."""

import pytest

from netjournal.app.importing.identity import NOBODY, Recognised, Register

ANA, BEN = "contacts/ana.md", "contacts/ben.md"


@pytest.fixture
def register() -> Register:
    known = Register()
    known.add(
        ANA,
        {
            "name": ("Ana Souza",),
            "uid": ("x-1",),
            "email": ("Ana+news@example.org",),
            "url": ("https://www.linkedin.com/in/ana",),
            "phone": ("+351 21 000 0000",),
        },
    )
    known.add(BEN, {"name": ("Ben Osei",), "email": ("office@example.org",), "phone": ("1234567",)})
    return known


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ({"name": ("X",), "uid": ("x-1",)}, Recognised("uid", (ANA,))),
        ({"name": ("X",), "email": ("ANA@example.org",)}, Recognised("email", (ANA,))),
        ({"name": ("X",), "url": ("pt.linkedin.com/in/ana/",)}, Recognised("url", (ANA,))),
        ({"name": ("A. Souza",), "phone": ("21 000 0000",)}, Recognised("phone", (ANA,))),
        ({"name": ("Zoe Kim",), "phone": ("21 000 0000",)}, NOBODY),
        ({"name": ("Zoe Kim",), "email": ("office@example.org",)}, NOBODY),
        ({"name": ("ána souza",)}, Recognised("name", (ANA,))),
        ({"name": ("Zoe Kim",)}, NOBODY),
    ],
)
def test_who_it_is(register: Register, told: dict[str, tuple[str, ...]], found: Recognised) -> None:
    assert register.recognise(told) == found


def test_two_with_one_address_may_both_be_meant(register: Register) -> None:
    register.add(BEN, {"email": ("ana@example.org",)})
    told = {"name": ("Ana",), "email": ("ana@example.org",)}
    assert register.recognise(told) == Recognised("email", (ANA, BEN))
