"""Messages as they come over the wire, right and wrong."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from netjournal.lsp.server import Server
from netjournal.lsp.wire import LONGEST, Input


def message(number: int) -> bytes:
    return json.dumps({"id": number, "text": "🎉\n"}).encode()


def framed(data: bytes, more: int = 0) -> bytes:
    return b"Content-Length: %d\r\n\r\n%b" % (len(data) + more, data)


def read(data: bytes) -> list[bytes]:
    """The messages of a stream, read as the library does it."""
    stream = Input(io.BytesIO(data))
    found, size = [], 0
    while line := stream.readline():
        if line.startswith(b"Content-Length: ") and line.endswith(b"\r\n"):
            digits = line[len(b"Content-Length: ") : -2]
            size = int(digits) if digits.isdigit() else size
        if size and not line.strip():
            found.append(stream.read(size))
            size = 0
    return found


@given(st.lists(st.tuples(st.integers(0, 99), st.booleans()), max_size=6))
def test_a_message_whose_length_is_too_short_costs_no_other(said: list[tuple[int, bool]]) -> None:
    wrong = [framed(message(number), -1 if is_short else 0) for number, is_short in said]
    right = [message(number) for number, is_short in said if not is_short]
    found = read(b"".join(wrong))
    assert [each for each in found if each.endswith(b"}")] == right
    assert len(found) == len(said)


@pytest.mark.parametrize(
    "between", [b"hello\r\n\r\n", b"Content-Length: -3\r\n\r\n{}", b"\r\n", b"{}"]
)
def test_what_is_no_message_is_left_out(between: bytes) -> None:
    assert read(framed(message(1)) + between + framed(message(2))) == [message(1), message(2)]


def test_a_header_that_announces_more_than_fits_is_not_believed() -> None:
    huge = b"Content-Length: %d\r\n\r\n{}" % (LONGEST + 1)
    assert read(huge + framed(message(2)))[1:] == [message(2)]


def test_a_message_that_ends_too_early_ends_the_reading() -> None:
    assert read(framed(message(1)) + framed(b"{", 9)) == [message(1), b"{"]


def test_a_request_with_wrong_params_is_answered_and_a_notice_isnt() -> None:
    server = Server(None, lambda _: pytest.fail("nobody asks for the day"), lambda: "")
    sent = io.BytesIO()
    server.protocol.set_writer(sent)  # type: ignore[arg-type]
    wrong = {"jsonrpc": "2.0", "method": types.TEXT_DOCUMENT_HOVER, "params": {"x": 1}}
    with pytest.raises(JsonRpcException):
        server.protocol.structure_message(wrong)
    assert sent.getvalue() == b""
    with pytest.raises(JsonRpcException):
        server.protocol.structure_message({**wrong, "id": 7})
    answer = json.loads(sent.getvalue().partition(b"\r\n\r\n")[2])
    assert (answer["id"], answer["error"]["code"]) == (7, types.ErrorCodes.InvalidParams.value)
    right = {"jsonrpc": "2.0", "id": 8, "method": types.SHUTDOWN}
    assert isinstance(server.protocol.structure_message(right), types.ShutdownRequest)
