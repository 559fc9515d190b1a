"""Forms that don't come from a page of the server change nothing and learn nothing."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlencode

import pytest
from serving import ANA, FORM, Served

from netjournal.web.posted import page_to_return_to, with_choice

LOG = "/.netjournal/log"
NOTHING: Mapping[str, str | None] = MappingProxyType({})


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    found = Served(tmp_path / "vault")
    yield found
    assert found.text("contacts/ana-lopez.md") == ANA
    found.server.stop()


def post(
    served: Served, body: str, path: str = LOG, changed: Mapping[str, str | None] = NOTHING
) -> int:
    headers: dict[str, str | None] = {
        "Origin": f"http://{served.host}",
        "Content_Type": FORM,
        "Content_Length": str(len(body)),
    }
    status, _, text = served.ask("POST", path, body, **{**headers, **changed})
    assert not text
    return status


def entry(served: Served) -> str:
    """A form that would be taken."""
    return urlencode({"token": served.token(), "who": "ana", "text": "x"})


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"Origin": None}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Host": "evil.example"}, 421),
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Type": "application/json"}, 415),
        ({"Content_Type": None}, 415),
        ({"Content_Length": None}, 411),
        ({"Content_Length": "-1"}, 411),
        ({"Content_Length": "²"}, 411),
        ({"Content_Length": "65537"}, 413),
        ({"Content_Length": "9" * 5000}, 413),
    ],
)
def test_what_does_not_come_from_our_page_is_refused(
    served: Served, changed: dict[str, str | None], status: int
) -> None:
    assert post(served, entry(served), changed=changed) == status


@pytest.mark.parametrize("token", ["", "x", "é", "\x00"])
def test_another_token_is_refused(served: Served, token: str) -> None:
    assert post(served, urlencode({"token": token, "who": "ana", "text": "x"})) == 403


@pytest.mark.parametrize("body", ["", "a", "=", "&" * 50, "a=b&" * 30, "token=%ff", "%"])
def test_what_is_no_form_of_ours_is_refused(served: Served, body: str) -> None:
    assert post(served, body) in (400, 403)


@pytest.mark.parametrize(
    "path", ["/", "/today.html", "/.netjournal/", "/.netjournal/write", "/.netjournal/log/x"]
)
def test_nothing_is_taken_at_another_address(served: Served, path: str) -> None:
    assert post(served, entry(served), path) == 405


def test_an_entry_is_not_asked_for_in_an_address(served: Served) -> None:
    assert served.ask("GET", f"{LOG}?{entry(served)}")[0] == 404


def test_nothing_is_taken_where_pages_are_for_reading_only(tmp_path: Path) -> None:
    served = Served(tmp_path / "vault", read_only=True)
    try:
        assert "Write something down" not in served.ask("GET", "/today.html")[2]
        assert served.ask("GET", "/.netjournal/write")[0] == 404
        assert post(served, "token=x") == 405
        assert served.text("contacts/ana-lopez.md") == ANA
    finally:
        served.server.stop()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "//evil.example/",
        "/\\evil.example",
        "/%5c%5cevil.example",
        "http://evil.example/",
        "javascript:alert(1)",
        "/a\r\nSet-Cookie: x=1",
        "/é",
        "/.netjournal/log",
    ],
)
def test_the_way_back_never_leaves_the_site(address: str) -> None:
    assert page_to_return_to(address) == "/"


def test_the_way_back_is_the_page_one_came_from() -> None:
    address = "/contacts/ana%20lopez.html?q=1#people"
    assert page_to_return_to(address) == address


@pytest.mark.parametrize(
    ("who", "typed", "meant"),
    [
        ("ana", "ana", "people/ana"),
        ("Joana, ana", "ana", "Joana, people/ana"),
        ("Joana,ana ; ana", "ana", "Joana,people/ana ; ana"),
        ("joana; ana b", "ana b", "joana; people/ana"),
        ("Joana", "ana", "Joana"),
        ("ana", "", "ana"),
    ],
)
def test_the_contact_that_was_chosen_takes_the_place_of_a_whole_name(
    who: str, typed: str, meant: str
) -> None:
    fields = {"who": who, "typed": typed, "instead": "people/ana"}
    assert with_choice(fields) == {"who": meant}
