"""Messages as they come over the wire: one that is wrong is answered, and ends nothing."""

import re
from typing import Any, BinaryIO, Final

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol

LONGEST: Final = 256 * 1024 * 1024
"""Bytes of a message; a header that announces more is wrong."""

_HEADER_AT_END = re.compile(rb"Content-Length: \d+\r\n\Z")
_NO_MESSAGE = b"?"


class Input:
    """A stream of messages in which the next one is found again behind one of a wrong length."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readline(self) -> bytes:
        """A line of headers; without the rest of a message before it."""
        line = self._stream.readline()
        header = _HEADER_AT_END.search(line)
        return line[header.start() :] if header else line

    def read(self, size: int) -> bytes:
        """So many bytes of a message, or what there is."""
        return self._stream.read(size) if size <= LONGEST else _NO_MESSAGE


class Protocol(LanguageServerProtocol):
    """The protocol, with an answer to requests that say something else than they should."""

    def structure_message(self, data: dict[str, Any]) -> Any:  # noqa: ANN401 - any message
        """The record of a message."""
        try:
            return super().structure_message(data)
        except JsonRpcException as problem:
            if "id" in data and "method" in data:
                error = types.ResponseError(problem.code, problem.message)
                self._send_response(data["id"], error=error)
            raise
