"""A language server of the fewest words, for tests of what an editor's settings start.

It writes each message that it gets into the file named by its argument, one a line.
"""

import json
import sys
from pathlib import Path
from typing import Any


def received() -> Any:  # noqa: ANN401 - whatever the editor sends
    """The next message; ends the program when there is none."""
    length = 0
    while line := sys.stdin.buffer.readline():
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
        if not line.strip():
            return json.loads(sys.stdin.buffer.read(length))
    raise SystemExit


def answer(number: int, result: object) -> None:
    """Sends the answer to a request."""
    data = json.dumps({"jsonrpc": "2.0", "id": number, "result": result}).encode()
    sys.stdout.buffer.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
    sys.stdout.buffer.flush()


def main(log: Path) -> None:
    """Answers until it is told to exit."""
    while (message := received())["method"] != "exit":
        with log.open("a", encoding="utf-8") as file:
            file.write(json.dumps(message) + "\n")
        if "id" in message:
            is_first = message["method"] == "initialize"
            answer(message["id"], {"capabilities": {"textDocumentSync": 1}} if is_first else None)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
