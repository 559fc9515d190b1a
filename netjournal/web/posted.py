"""A form that was sent to the local page: read within bounds, and only from a page of ours."""

from collections.abc import Mapping
from hmac import compare_digest
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from typing import Final
from urllib.parse import parse_qs, unquote

from netjournal.web.entries import ACTIONS, with_name_replaced
from netjournal.web.foot import OWN

_LONGEST: Final = 64 * 1024
_MOST_FIELDS: Final = 20
_FORM: Final = "application/x-www-form-urlencoded"


def asked_action(target: str) -> str | None:
    """The action at an address; None where there is none."""
    action = target.removeprefix(OWN)
    return action if target.startswith(OWN) and action in ACTIONS else None


def read_form(request: BaseHTTPRequestHandler, token: str) -> Mapping[str, str] | HTTPStatus:
    """The fields of a form that was sent, or why it isn't taken.

    A page of another site can't read the token, and its browser names that site as the origin.
    """
    why_not = _why_not(request)
    if why_not:
        return why_not
    data = request.rfile.read(int(request.headers["Content-Length"]))
    fields = _fields(data.decode("latin-1"))
    if fields is None:
        return HTTPStatus.BAD_REQUEST
    if not compare_digest(fields.pop("token", "").encode(), token.encode()):
        return HTTPStatus.FORBIDDEN
    return fields


def _why_not(request: BaseHTTPRequestHandler) -> HTTPStatus | None:
    """Why what was sent isn't even read, if so."""
    if request.headers.get("Origin") is None:
        return HTTPStatus.FORBIDDEN
    if request.headers.get_content_type() != _FORM:
        return HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    length = request.headers.get("Content-Length", "")
    if not (length.isascii() and length.isdigit()):
        return HTTPStatus.LENGTH_REQUIRED
    is_long = len(length) > len(str(_LONGEST)) or int(length) > _LONGEST
    return HTTPStatus.REQUEST_ENTITY_TOO_LARGE if is_long else None


def _fields(text: str) -> dict[str, str] | None:
    """The fields of a form or query, the last of each name; None when they can't be read."""
    try:
        found = parse_qs(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError:
        return None
    return {name: values[-1] for name, values in found.items()}


def asked_from(target: str) -> str:
    """The page from which the form is asked for, as its address says."""
    fields = _fields(target.partition("?")[2])
    return page_to_return_to(fields.get("back", "") if fields else "")


def with_choice(fields: Mapping[str, str]) -> Mapping[str, str]:
    """The fields with the contact that was chosen in the place of the name that was typed.

    A name for which a note is to be made comes to the others of which that was said.
    """
    chosen = ("typed", "instead", "make")
    rest = {name: text for name, text in fields.items() if name not in chosen}
    if fields.get("make"):
        rest["new"] = ", ".join(filter(None, (rest.get("new"), fields["make"])))
    if "instead" in fields and fields.get("typed"):
        rest["who"] = with_name_replaced(rest.get("who", ""), fields["typed"], fields["instead"])
    return rest


def page_to_return_to(address: str) -> str:
    """An address of this site, as a form gives it; that of the overview in the place of another."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\", OWN))
    is_plain = address.isascii() and address.isprintable() and " " not in address
    return address if is_ours and is_plain and "\\" not in unquote(address) else "/"
